"""Tune the constants of ranking on collections with judged answers.

    python -m tests.benchmarks.tune DIR... [--news FILE] [--sample 150] [--set lead=2]

The collections are those of `relevance`. Half of the queries of each, drawn with a fixed
seed, is for tuning; the rest shows what the constants are worth elsewhere. Printed is the
nDCG@10 of each collection: with the constants as they stand; with one piece of the ranking
left out at a time; and with each constant smaller and larger, on the queries for tuning,
so that a flat optimum is seen to be flat. Nothing is chosen here: the tables are for people.

The constants are those of the archive's first step, BM25
(`newsarc.store.scoring.Weights`), and of the
second, which reads the texts of the best (`newsarc.search.weights.Weights`).
"""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import asdict
from datetime import date
from math import log2
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import click

import newsarc
from newsarc.query import parse
from newsarc.search.near import Missing
from newsarc.search.ranking import reranked
from newsarc.search.wanted import Wanted
from newsarc.search.weights import Weights
from newsarc.store import scoring
from newsarc.store.sqlite.answers import pages
from newsarc.values import replace
from tests.benchmarks.relevance import DEPTH, Collection, ingested, read_collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsarc.query import Node
    from newsarc.records.kept import Hit

SEED = 7
TODAY = date(2020, 1, 1)


class Constants(NamedTuple):
    """All that may be tuned."""

    shares: scoring.Weights = scoring.Weights()
    weights: Weights = Weights()


class Query(NamedTuple):
    """A query with its words and what is judged; `tunes` says which half it is in."""

    node: Node
    wanted: Wanted
    nearly: Node
    judged: Mapping[str, int]
    tunes: bool


class Bench:
    """The queries of a collection, asked of its archive again and again."""

    def __init__(self, collection: Collection, archive: Path, sample: int) -> None:
        """Read the queries, at most as many as a sample holds."""
        self.name = collection.name
        self.seconds: list[float] = []
        self._store = newsarc.open_store(archive)
        self._first: dict[tuple[scoring.Weights, str], list[Hit]] = {}
        self.queries = list(self._read(collection, sample))

    def close(self) -> None:
        """Let go of the archive."""
        self._store.close()

    def _read(self, collection: Collection, sample: int) -> Iterator[Query]:
        drawn = sorted(collection.queries)
        random.Random(SEED).shuffle(drawn)
        for number, name in enumerate(drawn[:sample]):
            node = parse(collection.queries[name], TODAY).node
            wanted = Wanted(self._store, node)
            judged = {found: r for found, r in collection.judged[name].items() if r > 0}
            if judged and wanted.words:
                nearly = Missing(self._store, node, wanted).query()
                yield Query(node, wanted, nearly, judged, tunes=number % 2 == 0)

    def find(self, query: Query, constants: Constants) -> list[str]:
        """Rank the articles of a query, near misses among them."""
        first = self._ranked(query, constants.shares)
        begin = perf_counter()
        depth = constants.weights.depth
        hits = (*reranked(first[:depth], query.wanted, constants.weights), *first[depth:])
        self.seconds.append(perf_counter() - begin)
        return [hit.article.external_id or hit.article.id for hit in hits]

    def _ranked(self, query: Query, shares: scoring.Weights) -> list[Hit]:
        key = (shares, str(query.node))
        if key not in self._first:
            pages.BM25 = pages.bm25(shares)
            exact, nearly = (
                self._store.find(node, sort="relevance", limit=DEPTH).hits
                for node in (query.node, query.nearly)
            )
            matching = {hit.article.id for hit in exact}
            self._first[key] = [replace(hit, near=hit.article.id not in matching) for hit in nearly]
        return self._first[key]

    def ndcg(self, constants: Constants, *, tunes: bool | None = None) -> float:
        """Give the mean nDCG@10 of all queries, or of those of one half."""
        chosen = [query for query in self.queries if tunes is None or query.tunes is tunes]
        return fmean(_ndcg(self.find(query, constants), query.judged) for query in chosen)


def _ndcg(found: Sequence[str], judged: Mapping[str, int]) -> float:
    gains = [judged.get(name, 0) for name in found[:10]]
    best = sorted(judged.values(), reverse=True)[:10]
    return _discounted(gains) / _discounted(best)


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


# The tables.

# What is left out by which constants.
PIECES: dict[str, dict[str, float]] = {
    "without the second step": {"depth": 0},
    "without surface forms": {"forms": 0},
    "without parts": {"parts": 0, "part": 0},
    "without nearness": {"nearness": 0},
    "without feedback": {"feedback": 0},
    "without sentences": {"sentence": 0},
    "without lead": {"lead": 0},
    "without whole": {"whole": 0},
    "exact ones not preferred": {"exact": 0},
}


def changed(constants: Constants, values: Mapping[str, float]) -> Constants:
    """Replace constants by name, whole numbers by whole numbers. Raises ValueError."""
    for name, value in values.items():
        shares, weights = constants
        if hasattr(shares, name):
            constants = Constants(replace(shares, **{name: value}), weights)
        elif hasattr(weights, name):
            kind = type(getattr(weights, name))
            constants = Constants(shares, replace(weights, **{name: kind(value)}))
        else:
            raise ValueError(f"no such constant: {name}")
    return constants


def show(name: str, benches: Sequence[Bench], constants: Constants, tunes: bool | None) -> None:
    """Print what each collection gets, and the mean of them."""
    figures = [bench.ndcg(constants, tunes=tunes) for bench in benches]
    click.echo(f"{name:28} {' '.join(f'{figure:.3f}' for figure in figures)} {fmean(figures):.4f}")


def show_all(benches: Sequence[Bench], constants: Constants) -> None:
    """Print the three tables."""
    click.echo(f"{'':28} {' '.join(f'{bench.name[:5]:5}' for bench in benches)} mean")
    for name, tunes in (("all queries", None), ("for tuning", True), ("the others", False)):
        show(name, benches, constants, tunes)
    spent = median(seconds for bench in benches for seconds in bench.seconds)
    click.echo(f"second step: {spent * 1000:.1f} ms of the median query\n")
    for name, without in PIECES.items():
        show(name, benches, changed(constants, without), None)
    click.echo()
    for name, value in {**asdict(constants.shares), **asdict(constants.weights)}.items():
        for factor in (0.5, 0.75, 1.5, 2.0):
            other = changed(constants, {name: value * factor})
            show(f"{name} {value * factor:g}", benches, other, tunes=True)


def _setting(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> Constants:
    try:
        pairs = (pair.split("=", 1) for pair in given)
        return changed(Constants(), {name: float(value) for name, value in pairs})
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--news", type=click.Path(path_type=Path), help="Articles to ask of.")
@click.option("--sample", default=10_000, help="Ask so many queries of each collection.")
@click.option("--set", "constants", multiple=True, callback=_setting, help="NAME=VALUE")
def main(folders: tuple[Path, ...], news: Path | None, sample: int, constants: Constants) -> None:
    """Tune the constants of ranking."""
    collections = [read_collection(folder, news) for folder in folders]
    with TemporaryDirectory() as top:
        archives = {}
        for number, corpus in enumerate(dict.fromkeys(c.corpus for c in collections)):
            archives[corpus] = Path(top, str(number))
            archives[corpus].mkdir()
            ingested(corpus, archives[corpus]).close()
        benches = [Bench(c, archives[c.corpus] / "archive.db", sample) for c in collections]
        for bench in benches:
            with closing(bench):
                show_all([bench], constants)


if __name__ == "__main__":
    main()
