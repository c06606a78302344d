"""The cells of tables as CSV and TSV: safe for a spreadsheet, or as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A spreadsheet takes a cell that begins so for a formula, which may run a program.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"


class Cells(Struct, frozen=True):
    """How tables are written: cells `exact`, as they are; a `bom`, by which Excel knows UTF-8."""

    exact: bool = False
    bom: bool = False

    @property
    def mark(self) -> str:
        """What stands before the first line."""
        return _MARK if self.bom else ""

    def cell(self, text: str) -> str:
        """Return the text of a cell; what would be a formula begins with an apostrophe."""
        return f"'{text}" if not self.exact and text.startswith(_FORMULA) else text


def table_lines(
    rows: Iterable[Iterable[object]], cells: Cells, delimiter: str = ","
) -> Iterator[str]:
    """Rows as lines of a table (RFC 4180); None is an empty cell, and no cell has a line end."""
    import csv
    import io

    mark = cells.mark
    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="", delimiter=delimiter).writerow(
            [_cell(value, cells) for value in row]
        )
        yield mark + line.getvalue()
        mark = ""


def _cell(value: object, cells: Cells) -> str:
    if value is None:
        return ""
    shown = printable(str(value))
    return cells.cell(shown) if isinstance(value, str) else shown
