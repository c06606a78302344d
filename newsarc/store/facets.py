"""What articles are counted by: the values of an article, as every engine must tell them.

A date that is not known exactly enough is counted as far as it is known, so that nothing is counted
where it may not belong: `2022` stands beside the months of 2022.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Article, Facet

# A weekday, or an hour, of a date that has none.
UNCERTAIN = "?"
# In words: where the lengths of bodies are parted.
LENGTHS = (100, 250, 500, 1000, 2000)


def values(article: Article, facet: Facet, length: int) -> tuple[str | None, ...]:
    """Return the values that an article has of a facet, or None: several authors, else one.

    `length` is the number of words of its body. Months are written `2022-02`, weeks and quarters
    as ISO 8601 does (`2022-W05`, `2022-Q1`), weekdays `1` (Monday) to `7`, hours `00` to `23`, all
    in local time; lengths `0-99` to `2000-`.
    """
    if facet == "author":
        return tuple(dict.fromkeys(article.authors)) or (None,)
    if facet == "length":
        return (span_of(length),)
    if (of_date := _OF_DATES.get(facet)) is not None:
        return (None if article.published is None else of_date(article.published),)
    value: str | None = getattr(article, facet)
    return (value,)


def span_of(length: int) -> str:
    """Return the span of lengths that a length lies in."""
    first = max((bound for bound in (0, *LENGTHS) if bound <= length), default=0)
    last = next((bound - 1 for bound in LENGTHS if bound > length), "")
    return f"{first}-{last}"


def _day(date: PartialDate) -> str:
    return str(date)[:10]


def _quarter(date: PartialDate) -> str:
    return f"{date.year:04}" + ("" if date.month is None else f"-Q{(date.month + 2) // 3}")


def _week(date: PartialDate) -> str:
    if date.day is None:
        return _day(date)
    year, week, _ = date.span.first.isocalendar()
    return f"{year:04}-W{week:02}"


def _weekday(date: PartialDate) -> str:
    return UNCERTAIN if date.day is None else str(date.span.first.isoweekday())


def _hour(date: PartialDate) -> str:
    return UNCERTAIN if date.hour is None else f"{date.hour:02}"


_OF_DATES: dict[Facet, Callable[[PartialDate], str]] = {
    "year": lambda date: f"{date.year:04}",
    "quarter": _quarter,
    "month": lambda date: str(date)[:7],
    "week": _week,
    "day": _day,
    "weekday": _weekday,
    "hour": _hour,
}
