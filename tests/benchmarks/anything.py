"""Ask an archive random queries: none may fail, and the slowest are listed.

    python -m tests.benchmarks.anything ARCHIVE [--queries FILE] [--random 20000] [--mutated 5000]

Random queries are made, with a fixed seed, of words from the archive, operators, fields,
quotes and any Unicode characters. Mutated ones are lines of `--queries` (JSON Lines with a
`text`) in which words were removed, doubled, swapped or inserted. Each is asked through the
public search, near misses included. An error ends the run.
"""

from __future__ import annotations

import json
import random
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 4
SLOWEST = 15
OPERATORS = (
    "AND UND OR ODER | & NOT NICHT - ( ) w/5 /3 NEAR NEAR/7 pre/4 ADJ/2 w/s w/p NOT w/9 "
    "atleast3( = + * ? ~ ~1 ~2 ^2 \" „ “ » « [ ] : .. w/0 w/9999 \\ { } ' ! # % 2022 heute 7d"
).split()
FIELDS = (
    "title: titel: kicker: body: start: author: source: quelle: agency: place: lang: genre: url: "
    "path: id: words: has: is: date: datum: updated: added: since: after: before: until: http://"
).split()
VALUES = (
    "dpa de 2022 2022-01..2022-03 2.2.2022 heute >500 truncated author fe5f **/*.txt 1/2/2022 x"
).split()


def pieces(drawing: random.Random, vocabulary: list[str]) -> Iterator[str]:
    """Yield pieces of queries without end."""
    while True:
        kind = drawing.random()
        if kind < 0.45:
            yield drawing.choice(vocabulary)
        elif kind < 0.55:
            word = drawing.choice(vocabulary)
            at = drawing.randrange(len(word) + 1)
            yield word[:at] + drawing.choice("*?~") + word[at + drawing.randrange(2) :]
        elif kind < 0.75:
            yield drawing.choice(OPERATORS)
        elif kind < 0.85:
            yield drawing.choice(FIELDS) + drawing.choice([*VALUES, drawing.choice(vocabulary)])
        else:
            signs = (chr(drawing.randrange(0x2FFF)) for _ in range(drawing.randrange(1, 8)))
            yield "".join(signs)


def random_texts(drawing: random.Random, vocabulary: list[str]) -> Iterator[str]:
    """Yield random queries without end; one in a hundred is long."""
    while True:
        length = drawing.randrange(1, 9) if drawing.random() < 0.99 else drawing.randrange(400)
        joint = drawing.choice((" ", " ", " ", ""))
        yield joint.join(islice(pieces(drawing, vocabulary), length))


def mutated(drawing: random.Random, queries: list[str], vocabulary: list[str]) -> Iterator[str]:
    """Yield queries with one to four mutations, without end."""
    while True:
        row = drawing.choice(queries).split()
        for _ in range(drawing.randrange(1, 5)):
            at = drawing.randrange(len(row) + 1)
            match drawing.randrange(4):
                case 0:
                    row[at : at + 1] = []
                case 1:
                    row[at:at] = row[at : at + 2]
                case 2:
                    row[at:at] = [next(pieces(drawing, vocabulary))]
                case _:
                    row[at : at + 2] = row[at : at + 2][::-1]
        yield " ".join(row)


def vocabulary_of(store: newsarc.Store) -> list[str]:
    """Return words of the archive's articles, frequent ones more than once."""
    found: list[str] = []
    for hit in newsarc.search(store, "*", limit=200, strict=True).hits:
        found += [word for _, _, word in words(hit.article.body)]
    return found or ["Nato"]


@click.command()
@click.argument("archive", type=click.Path(exists=True))
@click.option(
    "--queries", type=click.Path(path_type=Path), help="Queries to mutate, as JSON Lines."
)
@click.option("--random", "number", default=20_000, show_default=True, help="Random queries.")
@click.option("--mutated", "mutations", default=5_000, show_default=True, help="Mutated queries.")
def main(archive: str, queries: Path | None, number: int, mutations: int) -> None:
    """Ask ARCHIVE random queries, and list the slowest answers."""
    drawing = random.Random(SEED)
    store = newsarc.open_store(archive)
    vocabulary = vocabulary_of(store)
    asked = list(islice(random_texts(drawing, vocabulary), number))
    if queries:
        lines = queries.read_text(encoding="utf-8").splitlines()
        known = [json.loads(line)["text"] for line in lines]
        asked += islice(mutated(drawing, known, vocabulary), mutations)
    took = []
    for text in asked:
        begin = perf_counter()
        newsarc.search(store, text, near_misses=10)
        took.append((perf_counter() - begin, text))
    store.close()
    seconds = [second for second, _ in took]
    slow = sum(second > 1 for second in seconds)
    click.echo(
        f"{len(took)} answered, median {median(seconds) * 1000:.1f} ms, {slow} over a second"
    )
    for second, text in sorted(took, reverse=True)[:SLOWEST]:
        click.echo(f"{second:7.3f} s  {text[:100]!r}")


if __name__ == "__main__":
    main()
