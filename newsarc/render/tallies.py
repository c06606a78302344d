"""How articles are spread over facets, as text for people: tables, and bars on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsarc.records.kept import Facet, Tally
    from newsarc.render.answers import View
    from newsarc.render.style import Style

    Values = tuple[str | None, ...]

_UNKNOWN, _OTHERS, _UNCERTAIN = "unknown", "others", "?"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Names are in the order of their numbers; what these facets have is in its own order.
_IN_ORDER = frozenset(
    ("year", "quarter", "month", "week", "day", "weekday", "hour", "length")
)  # fmt: skip
# In characters: what a date must have to be known exactly enough.
_WHOLE = {"quarter": 7, "month": 7, "week": 8, "day": 10}
_NUMBER, _CELL, _BETWEEN = 9, 6, 2
_LONGEST = 40  # characters of a name in a table
_NARROWEST_BAR = 8
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def tallies_lines(tallies: Sequence[Tally], view: View) -> Iterator[str]:
    """The number of all articles, and a table for each tally with the unknown last."""
    total = tallies[0].articles
    yield view.style.strong(f"{total:,} {'article' if total == 1 else 'articles'}")
    width = max((len(name) for tally in tallies for name in _names(tally)), default=0)
    for tally in tallies if total else ():
        yield ""
        yield view.style.strong(f"by {' and '.join(tally.by)}")
        is_single = len(tally.by) == 1
        yield from _table(tally, width, view.style) if is_single else _crossed(tally, view.style)


def _names(tally: Tally) -> Iterator[str]:
    return (label(value, tally.by[0]) for value in summed(tally, 0))


def ordered(numbers: Mapping[str | None, int], facet: Facet) -> list[str | None]:
    """Return the values of a facet: dates and lengths in their order, names by their numbers."""

    def place(value: str | None) -> tuple[bool, int, str]:
        by_number = 0 if facet in _IN_ORDER else -numbers[value]
        by_length = int((value or "").partition("-")[0]) if facet == "length" else 0
        return value is None, by_number or by_length, value or ""

    return sorted(numbers, key=place)


def rows(tally: Tally) -> Iterator[tuple[Values, int]]:
    """Yield the values and the number of each row, the first facet's values in their order."""
    orders = [
        {value: place for place, value in enumerate(ordered(summed(tally, at), facet))}
        for at, facet in enumerate(tally.by)
    ]
    places = {
        values: tuple(order[value] for order, value in zip(orders, values, strict=True))
        for values in tally.numbers
    }
    yield from (
        (values, tally.numbers[values]) for values in sorted(places, key=places.__getitem__)
    )


def summed(tally: Tally, at: int) -> dict[str | None, int]:
    """Return the number of articles for each value of one of the facets of a tally."""
    found: dict[str | None, int] = {}
    for values, number in tally.numbers.items():
        found[values[at]] = found.get(values[at], 0) + number
    return found


def label(value: str | None, facet: Facet) -> str:
    """Return a value in words: `Monday`, `2022 (no month)`."""
    if value is None:
        return _UNKNOWN
    if value == _UNCERTAIN and facet in _IN_ORDER:
        return f"no {'day' if facet == 'weekday' else 'time'}"
    if facet == "weekday":
        return _WEEKDAYS[int(value) - 1]
    if facet in _WHOLE and len(value) < _WHOLE[facet]:
        return f"{value} (no {facet})"
    shown = printable(value)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _table(tally: Tally, width: int, style: Style) -> Iterator[str]:
    (facet,) = tally.by
    labels = [(label(values[0], facet), number) for values, number in rows(tally)]
    most = max(number for _, number in labels)
    room = style.width - width - _NUMBER - 3 * _BETWEEN
    for name, number in labels:
        drawn = f"  {bar(number / most, room)}" if style.bars and room >= _NARROWEST_BAR else ""
        yield f"  {name:{width}}  {number:>{_NUMBER},}{drawn}".rstrip()


def bar(share: float, room: int) -> str:
    """Return a bar that fills a share of a room, a number of columns."""
    whole, part = divmod(round(share * room * 8), 8)
    return _EIGHTHS[8] * whole + (_EIGHTHS[part] if part else "")


def _crossed(tally: Tally, style: Style) -> Iterator[str]:
    """A table with the first facet's values below, and the second's beside each other.

    What does not fit the width is summed up in the last column.
    """
    (down, across), below = tally.by, summed(tally, 0)
    width = max(map(len, _names(tally)))
    shown = _fitting(summed(tally, 1), across, style.width - width - _BETWEEN)
    names = [label(value, across) for value in shown]
    hidden = len(summed(tally, 1)) - len(shown)
    if hidden:
        names.append(f"{_OTHERS} ({hidden:,})")
    widths = [max(_CELL, len(name)) for name in names]
    yield f"  {'':{width}}" + _cells(names, widths)
    for value in ordered(below, down):
        numbers = [tally.numbers.get((value, each), 0) for each in shown]
        if hidden:
            numbers.append(below[value] - sum(numbers))
        yield f"  {label(value, down):{width}}" + _cells((f"{n:,}" for n in numbers), widths)


def _cells(texts: Iterable[str], widths: Sequence[int]) -> str:
    return "".join(f"  {text:>{width}}" for text, width in zip(texts, widths, strict=True))


def _fitting(columns: Mapping[str | None, int], facet: Facet, room: int) -> list[str | None]:
    """Return the values that have room for a column: those of most articles, in their order."""
    widths = {value: max(_CELL, len(label(value, facet))) + _BETWEEN for value in columns}
    if sum(widths.values()) > room:
        room -= len(f"{_OTHERS} ({len(columns):,})") + _BETWEEN
    kept = set()
    for value in sorted(columns, key=lambda value: -columns[value]):
        room -= widths[value]
        if room < 0:
            break
        kept.add(value)
    return [value for value in ordered(columns, facet) if value in kept]
