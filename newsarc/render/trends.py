"""Queries over time, side by side: as text with bars, and as rows for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.render.tallies import bar
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.records.kept import Period, Series, Trend
    from newsarc.render.answers import View
    from newsarc.render.style import Style

_CELL, _BETWEEN = 6, 2
_LONGEST = 30  # characters of a query above its column
_NARROWEST_BAR = 6
PER = 1000


class Measured(Struct, frozen=True):
    """A trend, and how its numbers are told: as shares of all articles, smoothed, or as they are.

    `smooth` is over how many periods a mean is taken, 1 for none. A share is per 1,000 articles of
    the period that pass the filters; it is 0 where there is none.
    """

    trend: Trend
    share: bool = False
    smooth: int = 1

    @property
    def is_exact(self) -> bool:
        """Whether the numbers are those of articles."""
        return not self.share and self.smooth == 1

    @property
    def unit(self) -> str:
        """What the numbers are."""
        mean = f", mean of {self.smooth} {self.trend.by}s" if self.smooth > 1 else ""
        return ("per 1,000 articles" if self.share else "articles") + mean

    def numbers(self, series: Series) -> list[float]:
        """Return the numbers of a query as they are told. A mean of shares weighs the articles."""
        found, whole = self._means(series.numbers), self._means(self.trend.whole.numbers)
        if not self.share:
            return found
        return [PER * one / all_ if all_ else 0.0 for one, all_ in zip(found, whole, strict=True)]

    def _means(self, numbers: Sequence[int]) -> list[float]:
        before, behind = (self.smooth - 1) // 2, self.smooth // 2
        windows = (numbers[max(0, at - before) : at + behind + 1] for at in range(len(numbers)))
        return [sum(window) / len(window) for window in windows]


def trend_lines(measured: Measured, view: View) -> Iterator[str]:
    """A line for each period with the number of each query, and a bar on a terminal."""
    trend, style = measured.trend, view.style
    yield style.strong(f"{measured.unit}, by {trend.by}")
    if trend.periods:
        yield ""
        yield from _table(measured, style)
    yield ""
    yield from (style.faint(_sum(each, measured)) for each in trend.series)


def _table(measured: Measured, style: Style) -> Iterator[str]:
    trend = measured.trend
    columns = [measured.numbers(each) for each in trend.series]
    names = [name(each.query) for each in trend.series]
    left, most = max(map(len, trend.periods)), max(map(max, columns)) or 1
    widths = [max(_CELL, len(name)) for name in names]
    room = (style.width - left - sum(widths)) // len(names) - 2 * _BETWEEN
    drawn = room if style.bars and room >= _NARROWEST_BAR else 0

    def line(texts: Iterable[str], bars: Iterable[str]) -> str:
        cells = zip(texts, widths, bars, strict=True)
        return "".join(
            f"  {text:>{width}}" + (f"  {bar_:{drawn}}" if drawn else "")
            for text, width, bar_ in cells
        ).rstrip()

    yield f"{'':{left}}{line(names, [''] * len(names))}"
    for at, period in enumerate(trend.periods):
        numbers = [column[at] for column in columns]
        told = (_number(number, measured) for number in numbers)
        yield f"{period:{left}}{line(told, (bar(number / most, drawn) for number in numbers))}"


def trend_rows(measured: Measured) -> Iterator[Sequence[object]]:
    """A row of names, and one for each period and query; undated and vague ones at the end."""
    trend = measured.trend
    yield (trend.by, "query", "articles", "of", *(() if measured.is_exact else ("value",)))
    for series in trend.series:
        told = measured.numbers(series)
        for at, period in enumerate(trend.periods):
            value = () if measured.is_exact else (round(told[at], 4),)
            yield (period, series.query, series.numbers[at], trend.whole.numbers[at], *value)


def name(query: str, longest: int = _LONGEST) -> str:
    """Return a query as one line, cut to some characters."""
    shown = printable(query)
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def _number(number: float, measured: Measured) -> str:
    return f"{number:,.0f}" if measured.is_exact else f"{number:,.2f}"


def total(series: Series) -> str:
    """Return how many articles a query finds, those that are in no period among them."""
    number = sum(series.numbers) + series.vague + series.undated
    return f"{number:,} {'article' if number == 1 else 'articles'}"


def outside(trend: Trend) -> str:
    """Return how many articles of each query are in no period, and why; nothing if all are."""
    told = ((name(each.query), _beside(each, trend.by)) for each in trend.series)
    return "; ".join(f"{query}: {numbers}" for query, numbers in told if numbers)


def _beside(series: Series, by: Period) -> str:
    parts = [
        *([f"{series.vague:,} without a {by}"] if series.vague else []),
        *([f"{series.undated:,} without a date"] if series.undated else []),
    ]
    return ", ".join(parts)


def _sum(series: Series, measured: Measured) -> str:
    beside = _beside(series, measured.trend.by)
    not_here = f"; not in the table: {beside}" if beside else ""
    return f"{name(series.query)}: {total(series)}{not_here}"
