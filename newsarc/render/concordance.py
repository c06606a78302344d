"""Occurrences in their context, one a line: as text for people, and as rows for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.patterns import pattern
from newsarc.render.plain import ID_SHOWN
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.records.kept import Concordance, Occurrence
    from newsarc.render.answers import View
    from newsarc.render.style import Style

COLUMNS = ("id", "published", "source", "field", "start", "end", "left", "words", "right")
_DATE, _SOURCE, _BETWEEN = 10, 14, 2
# Columns before the context: id, date and source.
BEFORE = ID_SHOWN + _DATE + _SOURCE + 3 * _BETWEEN
_BLANKS = pattern(r"\s+")


def concordance_lines(found: Concordance, view: View) -> Iterator[str]:
    """A line for each occurrence, which stands below the one before."""
    for one in found.occurrences:
        yield _line(one, view.context, view.style)


def rows(found: Concordance) -> Iterator[Sequence[object]]:
    """A row of names, and one for each occurrence."""
    yield COLUMNS
    yield from (tuple(fields(one).values()) for one in found.occurrences)


def fields(one: Occurrence) -> dict[str, Any]:
    """An occurrence by the names of its columns; its context is on one line."""
    values = {name: getattr(one, name) for name in COLUMNS}
    texts = {name: _BLANKS.sub(" ", values[name]) for name in ("left", "words", "right")}
    return values | texts | {"published": one.published and str(one.published)}


def _line(one: Occurrence, width: int, style: Style) -> str:
    left, words, right = (_BLANKS.sub(" ", text) for text in (one.left, one.words, one.right))
    date = "" if one.published is None else str(one.published)[:_DATE]
    source = printable(one.source or "")
    source = source if len(source) <= _SOURCE else f"{source[: _SOURCE - 1]}…"
    head = style.faint(f"{one.id[:ID_SHOWN]}  {date:{_DATE}}  {source:{_SOURCE}}")
    return f"{head}  {printable(left):>{width}}{style.mark(words)}{printable(right)}".rstrip()
