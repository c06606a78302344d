"""How often queries find articles over time, side by side."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from newsarc.query import nodes
from newsarc.records.kept import Series, Trend
from newsarc.search.request import parse_for
from newsarc.search.sources import unknown_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from newsarc.records.kept import Period
    from newsarc.store import Store

_DECEMBER, _LAST_QUARTER = 12, 4


def trend(
    store: Store,
    texts: Sequence[str],
    by: Period = "month",
    *,
    where: tuple[nodes.Node, ...] = (),
    today: date | None = None,
) -> Trend:
    """Return how many articles each query finds in each period, and how many there are in all.

    The periods are all those from the first to the last in which a query finds an article. What a
    query finds without a date as exact as a period is counted beside. `where` and `today` are as in
    `search`. Raises StoreError.
    """
    parsed = [parse_for(store, text, today) for text in texts]
    asked = [nodes.conjunction((one.node, *where)) for one in parsed]
    filters = nodes.conjunction(where)
    with store.snapshot():
        found = [_by_value(store, query, by) for query in asked]
        whole = _by_value(store, filters, by)
        unknown = tuple(note for query in asked for note in unknown_sources(store, query))
    periods = tuple(_between({value for numbers in found for value in numbers}, by))
    series = [
        _series(str(one.node), numbers, periods, by)
        for one, numbers in zip(parsed, found, strict=True)
    ]
    notes = (note for one in parsed for note in one.notes)
    return Trend(
        by, str(filters), periods, tuple(series), _series(str(filters), whole, periods, by),
        tuple(dict.fromkeys((*notes, *unknown))),
    )  # fmt: skip


def _by_value(store: Store, query: nodes.Node, by: Period) -> dict[str | None, int]:
    return {value: number for (value,), number in store.tally(query, by).items()}


def _series(
    query: str, numbers: Mapping[str | None, int], periods: Sequence[str], by: Period
) -> Series:
    known = tuple(numbers.get(period, 0) for period in periods)
    vague = sum(n for value, n in numbers.items() if value and not _is_period(value, by))
    return Series(query, known, vague, numbers.get(None, 0))


def _is_period(value: str, by: Period) -> bool:
    return len(value) == _LENGTHS[by]


def _between(values: set[str | None], by: Period) -> Iterator[str]:
    """Yield all periods from the first to the last of some; other values are no periods."""
    known = sorted(value for value in values if value and _is_period(value, by))
    value = known[0] if known else ""
    while known and value < known[-1]:
        yield value
        value = _NEXT[by](value)
    yield from known[-1:]


def _year(value: str) -> str:
    return f"{int(value) + 1:04}"


def _quarter(value: str) -> str:
    year, quarter = int(value[:4]), int(value[-1])
    return f"{year + 1:04}-Q1" if quarter == _LAST_QUARTER else f"{year:04}-Q{quarter + 1}"


def _month(value: str) -> str:
    year, month = int(value[:4]), int(value[5:])
    return f"{year + 1:04}-01" if month == _DECEMBER else f"{year:04}-{month + 1:02}"


def _week(value: str) -> str:
    monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1) + timedelta(weeks=1)
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}"


def _day(value: str) -> str:
    return (date.fromisoformat(value) + timedelta(days=1)).isoformat()


_NEXT: dict[Period, Callable[[str], str]] = {
    "year": _year,
    "quarter": _quarter,
    "month": _month,
    "week": _week,
    "day": _day,
}
# In characters: only what is as long is a period of this kind.
_LENGTHS: dict[Period, int] = {"year": 4, "quarter": 7, "month": 7, "week": 8, "day": 10}
