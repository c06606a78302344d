"""Measure how often the suggestions for a misspelt word contain the right one, and how fast.

    python -m tests.benchmarks.spelling FILE ARCHIVE [--half first] [--show wrong]

Each line of FILE begins with the misspelt and the right word, separated by tabs. A pair counts
if the archive contains the right word and not the misspelt one. The pairs are split at random,
with a fixed seed, into two halves: one to develop with, one to judge by.

FILE may give another inflection of the word than the one that was meant. So the stem is judged,
too, and pairs are also shown apart (`plain`) in which no other inflection is closer to the
misspelt word than the right one.

The time is that of opening the archive and asking for one word; for some words also that of a
fresh process.
"""

from __future__ import annotations

import random
import subprocess
import sys
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from newsarc import open_store
from newsarc.analysis import analyse
from newsarc.query import nodes
from newsarc.text import form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.analysis.spelling import Suggestion
    from newsarc.store import Store

SEED = 1
PROCESSES = 20
SHOWN = 3
# Run in a fresh process. Measured without the start of Python and the imports of a search.
FRESH = """
import sys, time
from newsarc import open_store
import newsarc.search
begin = time.perf_counter()
open_store(sys.argv[1]).similar(sys.argv[2])
print(time.perf_counter() - begin)
"""


class Pair(Struct, frozen=True):
    """A misspelt word and the right one, as forms."""

    wrong: str
    right: str


class Answer(Struct, frozen=True):
    """The suggestions for a pair, and the seconds that they took."""

    pair: Pair
    found: Sequence[Suggestion]
    seconds: float

    @property
    def forms(self) -> list[str]:
        """The suggested words, best first."""
        return [one.form for one in self.found]

    @property
    def is_plain(self) -> bool:
        """Whether no other inflection of the right word is closer to the misspelt one."""
        alike = [one for one in self.found if stem(one.form) == stem(self.pair.right)]
        right = [one.distance for one in alike if one.form == self.pair.right]
        return not alike or min(one.distance for one in alike) == min(right, default=None)


def read(lines: Iterable[str]) -> list[Pair]:
    """Read the pairs of single words in a file, each once."""
    columns = (line.rstrip("\n").split("\t") for line in lines)
    pairs = (Pair(form(wrong), form(right)) for wrong, right, *_ in columns if " " not in right)
    return list(dict.fromkeys(pairs))


def holds(store: Store, word: str) -> bool:
    """Whether an archive contains a form."""
    return store.find(nodes.Phrase((word,)), sort="newest", limit=1).total > 0


def halves(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Split pairs into two halves, at random."""
    mixed = random.Random(SEED).sample(pairs, len(pairs))
    middle = len(mixed) // 2
    return {"first": mixed[:middle], "second": mixed[middle:]}


def ask(archive: str, pair: Pair) -> Answer:
    """Open an archive and ask it for suggestions."""
    begin = perf_counter()
    store = open_store(archive)
    found = store.similar(pair.wrong)
    seconds = perf_counter() - begin
    store.close()
    return Answer(pair, found, seconds)


def stem(word: str) -> str:
    """Return the German stem of a form."""
    return analyse(word, "de").stem


def show_shares(name: str, answers: Sequence[Answer]) -> None:
    """Print how often the right form, or its stem, comes first or among the first three."""
    shares = {
        "first": [one.pair.right in one.forms[:1] for one in answers],
        "first three": [one.pair.right in one.forms[:SHOWN] for one in answers],
        "stem first": [stem(one.pair.right) in map(stem, one.forms[:1]) for one in answers],
        "stem three": [stem(one.pair.right) in map(stem, one.forms[:SHOWN]) for one in answers],
    }
    told = "   ".join(f"{kind} {sum(one) / len(one):.3f}" for kind, one in shares.items())
    click.echo(f"{name:7}{len(answers):5} pairs   {told}")


def show_seconds(archive: str, answers: Sequence[Answer]) -> None:
    """Print the time of a word, in this process and in a fresh one."""
    warm = [1e3 * answer.seconds for answer in answers]
    fresh = [1e3 * seconds_alone(archive, answer.pair.wrong) for answer in answers[:PROCESSES]]
    for name, times in (("opened anew", warm), (f"{PROCESSES} processes", fresh)):
        slow = quantiles(times, n=20)[-1]
        click.echo(f"{name}: median {median(times):.1f} ms, 95 % below {slow:.1f} ms")


def seconds_alone(archive: str, word: str) -> float:
    """Return the time of a word in a fresh process, without its start."""
    command = [sys.executable, "-c", FRESH, archive, word]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.argument("archive", type=click.Path(exists=True, dir_okay=False))
@click.option("--half", type=click.Choice(["first", "second"]), help="Use one half only.")
@click.option(
    "--show", type=click.Choice(["wrong"]), help="Print the words that are not suggested first."
)
def main(file: Iterable[str], archive: str, half: str | None, show: str | None) -> None:
    """Measure how well ARCHIVE suggests the right words for the misspelt ones in FILE."""
    store = open_store(archive)
    pairs = [p for p in read(file) if holds(store, p.right) and not holds(store, p.wrong)]
    store.close()
    answers = {
        name: [ask(archive, pair) for pair in part]
        for name, part in halves(pairs).items()
        if half in {None, name}
    }
    for pair, forms in ((one.pair, one.forms) for part in answers.values() for one in part):
        if show and pair.right not in forms[:1]:
            click.echo(f"{pair.wrong}\t{pair.right}\t{' '.join(forms[:SHOWN])}")
    for name, part in answers.items():
        show_shares(name, part)
        show_shares("plain", [one for one in part if one.is_plain])
    show_seconds(archive, [answer for part in answers.values() for answer in part])


if __name__ == "__main__":
    main()
