"""Measure how well German compounds are split.

    python -m tests.benchmarks.compounds FILE [--sample 4000 --seed 1] [--show wrong]

Each line of FILE holds a compound, its modifier and its head, separated by tabs. A sample of
them is split. A split is right if the head begins where FILE says: at the first cut, or at any
of the cuts that make the parts. Words with a hyphen are cut there beforehand.

There is no list of words that must not be split. Instead, the most frequent words that are
not in FILE are split and counted; `--show frequent` prints those that came apart, for people
to judge.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from time import perf_counter
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from newsarc.analysis.compounds import Cutter
from newsarc.analysis.languages.german import COMPOUNDS
from newsarc.analysis.words import words as known_words
from newsarc.text import words
from tests.benchmarks.wordlists import zipf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VERDICTS = ("right", "wrong", "whole")
FREQUENT = 5_000
LETTERS = 6


class Gold(Struct, frozen=True):
    """A compound as it is written, and its head."""

    compound: str
    head: str


class Judged(Struct, frozen=True):
    """The verdicts on a compound by its first cut and by all its cuts."""

    gold: Gold
    first: str
    any: str


@cache
def cutter() -> Cutter:
    """Return the cutter of German."""
    return Cutter(COMPOUNDS, known_words("de").zipf)


def read(lines: Iterable[str]) -> list[Gold]:
    """Read the compounds of a file, in order. Raises ValueError for an incomplete line."""
    return [
        Gold(compound, head)
        for compound, _, head in (line.rstrip("\n").split("\t") for line in lines)
    ]


def judge(gold: Gold) -> Judged:
    """Judge the cuts of a compound, or of its last word if it has hyphens."""
    *_, (_, _, word) = words(gold.compound)
    word, head = word.casefold(), gold.head.casefold()
    if word == head:
        return Judged(gold, "right", "right")
    cuts, right = set(all_cuts(word)), len(word) - len(head)
    if not cuts:
        return Judged(gold, "whole", "whole")
    first = cutter().cut(word)
    at_first = first is not None and first.at == right
    return Judged(gold, verdict(at_first), verdict(right in cuts))


def verdict(right: bool) -> str:
    """Return the verdict on a word that was cut."""
    return "right" if right else "wrong"


def all_cuts(word: str, start: int = 0) -> Iterator[int]:
    """Yield all positions where a word is cut, its parts included; it begins at `start`."""
    found = cutter().cut(word)
    if found:
        yield start + found.at
        yield from all_cuts(found.modifier, start)
        yield from all_cuts(found.head, start + found.at)


def show_shares(name: str, verdicts: Sequence[str]) -> None:
    """Print the share of each verdict."""
    count = Counter(verdicts)
    shares = (f"{kind} {count[kind] / len(verdicts):.4f}" for kind in VERDICTS)
    click.echo(f"{name:10}{'   '.join(shares)}")


def show_seconds(compounds: Sequence[Gold]) -> None:
    """Print the time of a split, without the time to open the table."""
    forms = [gold.compound.casefold() for gold in compounds]
    begin = perf_counter()
    for form in forms:
        cutter().split(form)
    click.echo(f"{1e6 * (perf_counter() - begin) / len(forms):.1f} µs a word")


def frequent(compounds: Iterable[Gold]) -> list[str]:
    """Return the most frequent words that are not among some compounds."""
    known = {gold.compound.casefold() for gold in compounds}
    frequencies = zipf("de")
    ranked = sorted(frequencies, key=lambda word: -frequencies[word])
    return [word for word in ranked if len(word) >= LETTERS and word not in known][:FREQUENT]


def show_frequent(compounds: Iterable[Gold], *, each: bool) -> None:
    """Print how many frequent words are split, and each of them on request."""
    parts = [cutter().split(word) for word in frequent(compounds)]
    cut_up = ["|".join(found) for found in parts if len(found) > 1]
    click.echo(f"{len(cut_up)} of {len(parts)} frequent words are split")
    for found in cut_up if each else ():
        click.echo(f"  {found}")


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "--sample", type=click.IntRange(1), default=4_000, show_default=True, help="Words to split."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the sample.")
@click.option(
    "--show", type=click.Choice(["wrong", "whole", "frequent"]), help="Print each such word."
)
def main(file: Iterable[str], sample: int, seed: int, show: str | None) -> None:
    """Measure how well the compounds of FILE are split."""
    compounds = read(file)
    drawn = random.Random(seed).sample(compounds, min(sample, len(compounds)))
    judged = [judge(gold) for gold in drawn]
    for one in judged:
        if show in {one.first, one.any}:
            nested = " (right further down)" if one.first != one.any else ""
            parts = "|".join(cutter().split(one.gold.compound.casefold()))
            click.echo(f"{one.gold.compound}\t{one.gold.head}\t{parts}{nested}")
    show_shares("first cut", [one.first for one in judged])
    show_shares("any cut", [one.any for one in judged])
    show_seconds(drawn)
    show_frequent(compounds, each=show == "frequent")


if __name__ == "__main__":
    main()
