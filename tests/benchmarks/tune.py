"""Tune the constants of ranking on collections with judged answers.

    python -m tests.benchmarks.tune DIR... [--news FILE] [--sample 150] [--set lead=2]

The collections are those of `relevance`. Half of the queries of each, drawn with a fixed seed,
are for tuning; the other half shows what the constants are worth elsewhere. Printed is the
nDCG@10 of each collection: with the current constants; without one piece of the ranking at a
time; and with each constant smaller and larger, on the queries for tuning, which shows whether
an optimum is flat. The command changes nothing: the tables are for people.

The constants are those of the first step of ranking, BM25 (`Shares`), and of the second, which
looks at the texts of the best articles (`newsarc.search.weights.Weights`).
"""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date
from math import log2
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

import newsarc
from newsarc.query import nodes, parse
from newsarc.records.kept import Hit
from newsarc.search.near import NearMisses
from newsarc.search.ranking import rerank
from newsarc.search.terms import QueryTerms
from newsarc.search.weights import Weights
from newsarc.store import scoring
from newsarc.store.sqlite.answers import pages
from tests.benchmarks.relevance import DEPTH, Collection, ingested, read_collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


SEED = 7
TODAY = date(2020, 1, 1)


class Constants(Struct, frozen=True):
    """All constants that may be tuned."""

    shares: scoring.Weights = scoring.Weights()
    weights: Weights = Weights()


class Query(Struct, frozen=True):
    """A query, its words and its judgements. `tunes` says whether it is for tuning."""

    node: nodes.Node
    terms: QueryTerms
    nearly: nodes.Node
    judged: Mapping[str, int]
    tunes: bool


class Bench:
    """The queries of a collection, and its archive."""

    def __init__(self, collection: Collection, archive: Path, sample: int) -> None:
        """Open the archive and draw at most `sample` queries."""
        self.name = collection.name
        self.seconds: list[float] = []
        self._store = newsarc.open_store(archive)
        self._first: dict[tuple[scoring.Weights, str], list[Hit]] = {}
        self.queries = list(self._read(collection, sample))

    def close(self) -> None:
        """Close the archive."""
        self._store.close()

    def _read(self, collection: Collection, sample: int) -> Iterator[Query]:
        drawn = sorted(collection.queries)
        random.Random(SEED).shuffle(drawn)
        for number, name in enumerate(drawn[:sample]):
            node = parse(collection.queries[name], TODAY).node
            terms = QueryTerms(self._store, node)
            judged = {found: r for found, r in collection.judged[name].items() if r > 0}
            if judged and terms.words:
                nearly = NearMisses(self._store, node, terms).query()
                yield Query(node, terms, nearly, judged, tunes=number % 2 == 0)

    def find(self, query: Query, constants: Constants) -> list[str]:
        """Return the ids of a query's articles, best first, near misses included."""
        first = self._ranked(query, constants.shares)
        begin = perf_counter()
        depth = constants.weights.depth
        hits = (*rerank(first[:depth], query.terms, constants.weights), *first[depth:])
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
            self._first[key] = [
                Hit(hit.article, hit.score, near=hit.article.id not in matching) for hit in nearly
            ]
        return self._first[key]

    def ndcg(self, constants: Constants, *, tunes: bool | None = None) -> float:
        """Return the mean nDCG@10 of all queries, or of one half."""
        chosen = [query for query in self.queries if tunes is None or query.tunes is tunes]
        return fmean(_ndcg(self.find(query, constants), query.judged) for query in chosen)


def _ndcg(found: Sequence[str], judged: Mapping[str, int]) -> float:
    gains = [judged.get(name, 0) for name in found[:10]]
    best = sorted(judged.values(), reverse=True)[:10]
    return _discounted(gains) / _discounted(best)


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


# The tables.

# The pieces of the ranking, and the constants that switch each off.
PIECES: dict[str, dict[str, float]] = {
    "without the second step": {"depth": 0},
    "without surface forms": {"forms": 0},
    "without parts": {"parts": 0, "part": 0},
    "without proximity": {"proximity": 0},
    "without feedback": {"feedback": 0},
    "without sentences": {"sentence": 0},
    "without lead": {"lead": 0},
    "without coverage": {"coverage": 0},
    "exact ones not preferred": {"exact": 0},
}


def changed(constants: Constants, values: Mapping[str, float]) -> Constants:
    """Return constants with some values changed, whole numbers rounded down. Raises ValueError."""
    for name, value in values.items():
        shares, weights = values_of(constants.shares), values_of(constants.weights)
        if name in shares:
            constants = Constants(scoring.Weights(**{**shares, name: value}), constants.weights)
        elif name in weights:
            whole = type(weights[name])(value)
            constants = Constants(constants.shares, Weights(**{**weights, name: whole}))
        else:
            raise ValueError(f"no such constant: {name}")
    return constants


def values_of(constants: scoring.Weights | Weights) -> dict[str, Any]:
    """Return constants by name."""
    return {name: getattr(constants, name) for name in type(constants).__annotations__}


def show(name: str, benches: Sequence[Bench], constants: Constants, tunes: bool | None) -> None:
    """Print the nDCG@10 of each collection, and their mean."""
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
    for name, value in {**values_of(constants.shares), **values_of(constants.weights)}.items():
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
@click.option(
    "--news", type=click.Path(path_type=Path), help="Articles for collections without a corpus."
)
@click.option("--sample", default=10_000, help="Maximum number of queries of each collection.")
@click.option(
    "--set", "constants", multiple=True, callback=_setting, help="Change a constant: NAME=VALUE."
)
def main(folders: tuple[Path, ...], news: Path | None, sample: int, constants: Constants) -> None:
    """Show what the constants of ranking are worth on collections in FOLDERS."""
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
