"""Measure how well German compounds are split.

    python tests/benchmarks/compounds.py FILE [--sample 4000 --seed 1] [--show wrong]

Each line of FILE holds a compound, its modifier and its head, parted by tabs. A sample is
drawn; what is judged is where the head begins: at the first cut, or at any cut of those that
give the parts. What is written with a hyphen is cut there before anything is asked. Of simple
words there is no list: the most frequent words that FILE does not have are counted instead,
and `--show frequent` prints those that are split, for people to judge.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import click

from newsarc.analysis.compounds import Cutter
from newsarc.analysis.frequencies import dictionary
from newsarc.analysis.languages.german import COMPOUNDS
from newsarc.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VERDICTS = ("right", "wrong", "whole")
FREQUENT = 5_000
LETTERS = 6


class Gold(NamedTuple):
    """A compound as it is written, and its head."""

    compound: str
    head: str


class Judged(NamedTuple):
    """The verdicts on a compound by its first cut and by all its cuts."""

    gold: Gold
    first: str
    any: str


@cache
def cutter() -> Cutter:
    """Return the cutter that uses the whole dictionary."""
    return Cutter(COMPOUNDS, dictionary(COMPOUNDS.dictionary), {}, constant=True)


def read(lines: Iterable[str]) -> list[Gold]:
    """Read the compounds of a file, in its order. Raises ValueError for a line without three."""
    return [
        Gold(compound, head)
        for compound, _, head in (line.rstrip("\n").split("\t") for line in lines)
    ]


def judge(gold: Gold) -> Judged:
    """Judge the cuts of a compound; the last word of those that hyphens make of it."""
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
    """Name the verdict on what was cut."""
    return "right" if right else "wrong"


def all_cuts(word: str, start: int = 0) -> Iterator[int]:
    """Give where a word that begins at `start` is cut, on all levels."""
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
    """Print the time that a split takes, without loading the list of words."""
    forms = [gold.compound.casefold() for gold in compounds]
    begin = perf_counter()
    for form in forms:
        cutter().split(form)
    click.echo(f"{1e6 * (perf_counter() - begin) / len(forms):.1f} µs a word")


def frequent(compounds: Iterable[Gold]) -> list[str]:
    """Give the most frequent words that are not among some compounds."""
    known = {gold.compound.casefold() for gold in compounds}
    known_words = dictionary(COMPOUNDS.dictionary)
    ranked = sorted(known_words, key=lambda word: -known_words[word])
    return [word for word in ranked if len(word) >= LETTERS and word not in known][:FREQUENT]


def show_frequent(compounds: Iterable[Gold], *, each: bool) -> None:
    """Print how many of the frequent words are split, and, if asked, each of them."""
    parts = [cutter().split(word) for word in frequent(compounds)]
    cut_up = ["|".join(found) for found in parts if len(found) > 1]
    click.echo(f"{len(cut_up)} of {len(parts)} frequent words are split")
    for found in cut_up if each else ():
        click.echo(f"  {found}")


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--sample", type=click.IntRange(1), default=4_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--show", type=click.Choice(["wrong", "whole", "frequent"]), help="Show each one.")
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
