"""Measure how many words of running text are split that are no compounds.

    python -m tests.benchmarks.splits FILE.jsonl.gz [--splits 500 --seed 1]

FILE holds articles as JSON Lines with `body`, and `lang`. The German words in them that newsarc
splits are drawn, each once. A split is judged false if the word is written in lower case and, by
the dictionary of simplemma, is a form of a verb that is not split there: "auszugleichen" of
"ausgleichen". All others are printed on request, for people to judge.
"""

from __future__ import annotations

import gzip
import json
import random
from itertools import islice
from typing import TYPE_CHECKING

import click
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from newsarc.text import words
from tests.benchmarks.compounds import cutter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def split_words(path: str, articles: int) -> list[str]:
    """Return the words of the first articles of a file that are split, as written, in order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = (json.loads(line) for line in islice(file, articles))
        bodies = [row["body"] for row in rows if row.get("lang", "de") == "de"]
    seen = dict.fromkeys(word for body in bodies for _, _, word in words(body))
    return [word for word in seen if cutter().cut(word.casefold())]


def is_false(word: str, lemmas: Mapping[str, str]) -> bool:
    """Whether a split is false by the dictionary."""
    lemma = lemmas.get(word) if word.islower() else None
    if lemma is None or not lemma.endswith(("en", "ern", "eln")) or lemma == word:
        return False
    found, of_lemma = cutter().cut(word), cutter().cut(lemma.casefold())
    return found is not None and (of_lemma is None or of_lemma.at != found.at)


def shown(drawn: list[str], lemmas: Mapping[str, str]) -> Iterator[str]:
    """Return a line for each split."""
    for word in drawn:
        verdict = "false" if is_false(word, lemmas) else "?"
        yield f"{verdict}\t{word}\t{'|'.join(cutter().split(word.casefold()))}"


@click.command()
@click.argument("file", type=click.Path(exists=True))
@click.option("--articles", default=4_000, show_default=True, help="Articles to read.")
@click.option("--splits", default=500, show_default=True, help="Splits to draw.")
@click.option("--seed", default=1, show_default=True, help="Seed of the draw.")
@click.option("--show", is_flag=True, help="Print each split.")
def main(file: str, articles: int, splits: int, seed: int, *, show: bool) -> None:
    """Measure how many splits of words in the articles of FILE are false."""
    lemmas = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    found = split_words(file, articles)
    drawn = random.Random(seed).sample(found, min(splits, len(found)))
    for line in shown(drawn, lemmas) if show else ():
        click.echo(line)
    small = [word for word in found if word.islower()]
    click.echo(f"{sum(is_false(word, lemmas) for word in drawn)} of {len(drawn)} splits are false")
    click.echo(
        f"{sum(is_false(word, lemmas) for word in small)} of all {len(small)} splits of words "
        f"in lower case, of {len(found)}"
    )


if __name__ == "__main__":
    main()
