"""Which periods are named below a plot: from every one to one in a thousand years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsarc.records.kept import Period

# In characters: what fits below a plot, and what stands between two names.
_ROOM, _BETWEEN = 88, 3
_QUARTER = 3  # months


class _Step(Struct, frozen=True):
    """The days with the same `number` belong together; the first period of them is named.

    Its name is cut to some characters, so that 2020-01 names the first day of that month.
    """

    number: Callable[[date], int]
    characters: int | None = None


def _days(number: int) -> _Step:
    return _Step(lambda day: (day.toordinal() - 1) // number)  # weeks begin on Monday


def _months(number: int) -> _Step:
    return _Step(lambda day: (day.year * 12 + day.month - 1) // number, len("2020-01"))


def _years(number: int) -> _Step:
    return _Step(lambda day: day.year // number, len("2020"))


_YEARS = tuple(_years(number) for number in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000))
_STEPS: dict[Period, tuple[_Step, ...]] = {
    "day": (*map(_days, (1, 2, 7, 14)), *map(_months, (1, 2, 3, 6)), *_YEARS),
    "week": (*map(_days, (7, 14)), *map(_months, (1, 2, 3, 6)), *_YEARS),
    "month": (*map(_months, (1, 2, 3, 6)), *_YEARS),
    "quarter": (*map(_months, (3, 6)), *_YEARS),
    "year": _YEARS,
}


def ticks(periods: Sequence[str], by: Period) -> dict[int, str]:
    """Return the places and names of the periods to be named: as many as fit, evenly apart."""
    found = (_ticks(periods, by, step) for step in _STEPS[by])
    return next(named for named in found if _fits(named.values()))


def _fits(names: Iterable[str]) -> bool:
    return sum(len(each) + _BETWEEN for each in names) <= _ROOM


def _ticks(periods: Sequence[str], by: Period, step: _Step) -> dict[int, str]:
    days = [_first_day(period, by) for period in periods]
    before = [_day_before(days[0], by), *days]
    return {
        at: _name(periods[at], day, by, step)
        for at, (last, day) in enumerate(zip(before, days, strict=False))
        if step.number(last) != step.number(day)
    }


def _name(period: str, day: date, by: Period, step: _Step) -> str:
    if by == "quarter" and step not in _YEARS:
        return period
    return day.isoformat()[: step.characters] if step.characters else period


def _first_day(period: str, by: Period) -> date:
    match by:
        case "week":
            return date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
        case "quarter":
            return date(int(period[:4]), _QUARTER * int(period[-1]) - 2, 1)
        case _:
            return date.fromisoformat(f"{period}-01-01"[: len("2020-01-01")])


def _day_before(day: date, by: Period) -> date:
    """Return a day of the period before, or the first day there is."""
    return max(day, date.min + timedelta(weeks=1)) - timedelta(days=7 if by == "week" else 1)
