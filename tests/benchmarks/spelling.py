"""Measure how often the word meant is among the suggestions for a misspelt one, and how soon.

    python tests/benchmarks/spelling.py FILE ARCHIVE [--half first] [--show wrong]

Each line of FILE begins with what was written and what is right, parted by tabs. Counted are
the pairs whose right form occurs in the archive and whose wrong form does not, each once. They
are split at random, by a fixed seed, into two halves: one to build with, one to judge by.

FILE may give as right another inflection than the one that was meant. So beside the right form
its stem is counted, and the pairs are shown apart of which the right form is the likeliest
inflection: no suggestion with its stem is fewer slips away.
The time is that of a store opened anew for each word, and, for some, of a process of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import click

from newsarc import open_store
from newsarc.analysis import analyse
from newsarc.query import Phrase
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.analysis.spelling import Suggestion
    from newsarc.store import Store

SEED = 1
PROCESSES = 20
SHOWN = 3
# What a fresh process does, but for starting Python and importing what every search imports.
FRESH = """
import sys, time
from newsarc import open_store
import newsarc.search
begin = time.perf_counter()
open_store(sys.argv[1]).similar(sys.argv[2])
print(time.perf_counter() - begin)
"""


class Pair(NamedTuple):
    """What was written and what is right, as folded forms."""

    wrong: str
    right: str


class Answer(NamedTuple):
    """What was suggested for a pair, and in how many seconds."""

    pair: Pair
    found: Sequence[Suggestion]
    seconds: float

    @property
    def forms(self) -> list[str]:
        """The words alone."""
        return [one.form for one in self.found]

    @property
    def is_plain(self) -> bool:
        """Whether no other inflection of the right form is nearer to what was written."""
        alike = [one for one in self.found if stem(one.form) == stem(self.pair.right)]
        right = [one.distance for one in alike if one.form == self.pair.right]
        return not alike or min(one.distance for one in alike) == min(right, default=None)


def read(lines: Iterable[str]) -> list[Pair]:
    """Read the pairs of single words of a file, each once."""
    columns = (line.rstrip("\n").split("\t") for line in lines)
    pairs = (Pair(fold(wrong), fold(right)) for wrong, right, *_ in columns if " " not in right)
    return list(dict.fromkeys(pairs))


def holds(store: Store, form: str) -> bool:
    """Tell whether an archive holds a form."""
    return store.find(Phrase((form,)), sort="newest", limit=1).total > 0


def halves(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Split pairs in two."""
    mixed = random.Random(SEED).sample(pairs, len(pairs))
    middle = len(mixed) // 2
    return {"first": mixed[:middle], "second": mixed[middle:]}


def ask(archive: str, pair: Pair) -> Answer:
    """Ask an archive, opened anew, for what was meant."""
    begin = perf_counter()
    store = open_store(archive)
    found = store.similar(pair.wrong)
    seconds = perf_counter() - begin
    store.close()
    return Answer(pair, found, seconds)


def stem(form: str) -> str:
    """Give the German stem of a form."""
    return analyse(form, "de").stem


def show_shares(name: str, answers: Sequence[Answer]) -> None:
    """Print how often the right form, or its stem, is the first or among the first three."""
    shares = {
        "first": [one.pair.right in one.forms[:1] for one in answers],
        "first three": [one.pair.right in one.forms[:SHOWN] for one in answers],
        "stem first": [stem(one.pair.right) in map(stem, one.forms[:1]) for one in answers],
        "stem three": [stem(one.pair.right) in map(stem, one.forms[:SHOWN]) for one in answers],
    }
    told = "   ".join(f"{kind} {sum(one) / len(one):.3f}" for kind, one in shares.items())
    click.echo(f"{name:7}{len(answers):5} pairs   {told}")


def show_seconds(archive: str, answers: Sequence[Answer]) -> None:
    """Print the time of a word, in this process and in one of its own."""
    warm = [1e3 * answer.seconds for answer in answers]
    fresh = [1e3 * seconds_alone(archive, answer.pair.wrong) for answer in answers[:PROCESSES]]
    for name, times in (("opened anew", warm), (f"{PROCESSES} processes", fresh)):
        slow = quantiles(times, n=20)[-1]
        click.echo(f"{name}: median {median(times):.1f} ms, 95 % below {slow:.1f} ms")


def seconds_alone(archive: str, form: str) -> float:
    """Measure the time of a word in a process of its own, without its start."""
    command = [sys.executable, "-c", FRESH, archive, form]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.argument("archive", type=click.Path(exists=True, dir_okay=False))
@click.option("--half", type=click.Choice(["first", "second"]), help="One half only.")
@click.option("--show", type=click.Choice(["wrong"]), help="Show what is not first.")
def main(file: Iterable[str], archive: str, half: str | None, show: str | None) -> None:
    """Measure how well the misspelt words of FILE are mended by the words of ARCHIVE."""
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
