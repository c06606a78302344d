"""The times of queries, and how they are printed."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import asdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.benchmarks.queries import Query

WITHIN, WHOLE, ALONE = "in process", "whole command", "python alone"


class Timed(Struct, frozen=True):
    """A query and the seconds that it took."""

    query: Query
    seconds: float


class Way(Struct, frozen=True):
    """The times of all queries to one archive, asked in one way, such as by the command."""

    archive: str
    articles: int
    name: str
    timed: Sequence[Timed]

    def of(self, kind: str | None) -> list[float]:
        """Return the milliseconds of one kind of queries, or of all."""
        return [one.seconds * 1000 for one in self.timed if kind in {None, one.query.kind}]


def kinds_of(asked: Iterable[Query]) -> list[str]:
    """Return the kinds of queries, in order."""
    return list(dict.fromkeys(query.kind for query in asked))


def cells(times: Sequence[float]) -> str:
    """Return the median, the 95th percentile and the worst, as columns."""
    if not times:
        return f"{'–':>26}"
    figures = (median(times), percentile(times, 0.95), max(times))
    return " ".join(f"{figure:8.1f}" for figure in figures)


def percentile(times: Sequence[float], share: float) -> float:
    """Return the time that a share of all times does not exceed."""
    return sorted(times)[math.ceil(share * len(times)) - 1]


def show(name: str, found: Sequence[Way]) -> None:
    """Print the table of one way, all archives side by side."""
    click.echo(f"\n{name}, in ms: median, 95th percentile, worst")
    heads = " ".join(f"{f'{way.articles:,} articles':>26}" for way in found)
    click.echo(f"{'':16} {'':>4} {heads}")
    asked = [one.query for one in found[0].timed]
    for kind in (*kinds_of(asked), None):
        number = len(found[0].of(kind))
        told = " ".join(cells(way.of(kind)) for way in found)
        click.echo(f"{kind or 'all':16} {number:4} {told}")


def show_ratios(found: Sequence[Way]) -> None:
    """Print how many times longer the command takes than a Python that does nothing."""
    medians = {(way.archive, way.name): median(way.of(None)) for way in found}
    for way in (way for way in found if way.name == WHOLE):
        ratio = medians[way.archive, WHOLE] / medians[way.archive, ALONE]
        click.echo(f"\n{WHOLE} / {ALONE}, {way.articles:,} articles: {ratio:.2f}")


def show_slowest(found: Sequence[Way], number: int) -> None:
    """Print the slowest queries in process."""
    for way in (way for way in found if way.name == WITHIN):
        click.echo(f"\nslowest in process of {way.articles:,} articles, in ms")
        for one in sorted(way.timed, key=lambda one: -one.seconds)[:number]:
            told = " ".join(one.query.arguments)
            click.echo(f"{one.seconds * 1000:8.1f}  {one.query.kind}: {told}")


def as_json(way: Way) -> dict[str, Any]:
    """Return a way as JSON, with the milliseconds of every query."""
    timed = [
        {"kind": one.query.kind, "arguments": one.query.arguments, "ms": one.seconds * 1000}
        for one in way.timed
    ]
    return {**asdict(way), "timed": timed}
