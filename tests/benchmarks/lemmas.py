"""Measure how often a search for a lemma finds its forms, or a form its lemma.

    python -m tests.benchmarks.lemmas FILE [--show apart|joined] [--code de]

Each line of FILE holds a form, its lemma, its part of speech (NOUN, VERB, ADJ; others are left
out) and a count, separated by tabs. A pair is joined if a search for one finds the other: they
have one stem, or one is found by another stem of the other.

Pairs of different lemmas must stay apart. Each lemma of FILE, and each of the 5,000 most frequent
words that have an entry of their own in simplemma, makes pairs with those of them that begin with
the same three letters, diacritics aside. Pairs that the stemmer alone joins are left out, and so
are pairs that FILE has as form and lemma elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from newsarc.analysis.stems import other_stems, plain_stemmer, stemmer
from newsarc.text import fold
from tests.benchmarks.lemma_tables import NAMES
from tests.benchmarks.wordlists import zipf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Joins = Callable[[str, str], bool]

KINDS = {"NOUN", "VERB", "ADJ"}
FREQUENT = 5_000
SAME_LETTERS = 3


class Pair(Struct, frozen=True, order=True):
    """A form and its lemma as they are written."""

    form: str
    lemma: str


def read(lines: Iterable[str]) -> list[Pair]:
    """Read the pairs of a file whose words differ."""
    rows = (line.rstrip("\n").split("\t") for line in lines)
    pairs = {Pair(form, lemma) for form, lemma, kind, *_ in rows if kind in KINDS}
    return sorted(
        pair
        for pair in pairs
        if pair.form.isalpha() and pair.lemma.isalpha() and pair.form.lower() != pair.lemma.lower()
    )


def by_stemmer(code: str) -> Joins:
    """Return whether the stemmer alone joins two words."""
    stem = plain_stemmer(code)
    return lambda one, other: fold(stem(one.lower())) == fold(stem(other.lower()))


def by_stem(code: str) -> Joins:
    """Return whether two words have the same stem."""
    stem = stemmer(code)
    return lambda one, other: stem(one.lower()) == stem(other.lower())


def by_search(code: str) -> Joins:
    """Return whether a search for one of two words finds the other."""
    stem = stemmer(code)

    def finds(query: str, text: str) -> bool:
        return stem(query.lower()) in {stem(text.lower()), *other_stems(text, code)}

    return lambda one, other: finds(one, other) or finds(other, one)


def frequent(code: str) -> list[str]:
    """Return the most frequent words that are lemmas."""
    lemmas = DEFAULT_DICTIONARY_FACTORY.get_dictionary(NAMES.get(code, code))
    known = zipf(NAMES.get(code, code))
    ranked = sorted(known, key=lambda word: -known[word])
    both = ((word, word.capitalize()) for word in ranked)
    found = [w for each in both for w in each if len(w) > SAME_LETTERS and lemmas.get(w) == w]
    return found[:FREQUENT]


def different(pairs: Iterable[Pair], code: str) -> Iterator[Pair]:
    """Pair different lemmas with the same first letters."""
    known = {(pair.form.lower(), pair.lemma.lower()) for pair in pairs}
    begins: defaultdict[str, set[str]] = defaultdict(set)
    for lemma in {*(pair.lemma for pair in pairs), *frequent(code)}:
        begins[fold(lemma)[:SAME_LETTERS]].add(lemma)
    for group in begins.values():
        for one, other in combinations(sorted(group), 2):
            both = one.lower(), other.lower()
            if both[0] != both[1] and both not in known and both[::-1] not in known:
                yield Pair(one, other)


def show(name: str, pairs: list[Pair], joins: Joins) -> list[Pair]:
    """Print the share of pairs that are joined; return them."""
    joined = [pair for pair in pairs if joins(pair.form, pair.lemma)]
    click.echo(f"{name:28}{len(joined) / len(pairs):.4f} of {len(pairs)}")
    return joined


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option("--code", default="de", show_default=True, help="The language, ISO 639-1.")
@click.option(
    "--show", "shown", type=click.Choice(["apart", "joined"]), help="Print each such pair."
)
def main(file: Iterable[str], code: str, shown: str | None) -> None:
    """Measure how well the forms of the lemmas in FILE are joined, and no others."""
    pairs = read(file)
    plain = by_stemmer(code)
    show("joined: stemmer alone", pairs, plain)
    show("joined: stem", pairs, by_stem(code))
    joined = show("joined: search", pairs, by_search(code))
    others = [pair for pair in different(pairs, code) if not plain(pair.form, pair.lemma)]
    show("different, joined: stem", others, by_stem(code))
    wrong = show("different, joined: search", others, by_search(code))
    apart = sorted(set(pairs) - set(joined))
    for pair in {"apart": apart, "joined": wrong, None: []}[shown]:
        click.echo(f"  {pair.form}\t{pair.lemma}")


if __name__ == "__main__":
    main()
