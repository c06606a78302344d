"""What the lines of a web page say of its article: when it appeared, and who wrote it.

A reader of pages asks here for what a page does not state in its markup.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.byline import byline
from newsarc.catalog.head import head_of_rows
from newsarc.catalog.layout import lines
from newsarc.catalog.stamps import stamps
from newsarc.records.kept import Evidence

if TYPE_CHECKING:
    from newsarc.catalog.signatures import Head
    from newsarc.catalog.stamp_rules import Stamp


class LinesSay(Struct, frozen=True):
    """What lines say: dates in ISO 8601 and names, each with its evidence; None where nothing."""

    published: tuple[str, Evidence] | None = None
    updated: tuple[str, Evidence] | None = None
    authors: tuple[tuple[str, ...], Evidence] | None = None


def read_lines(
    text: str, *, title: str | None, modified: str | None = None, signed: bool = False
) -> LinesSay:
    """Return the dates that the lines of a page state, and the authors unless they are known.

    `title` is the headline, as far as it is known. No date lies more than two days after
    `modified`, the day on which the page was fetched. `signed` tells that the authors are known.
    """
    rows = lines(text)
    if not rows:
        return LinesSay()
    found = stamps(text, rows, date.fromisoformat(modified) if modified else None)
    return LinesSay(
        published=_dated("date", found.published, found.reasons),
        updated=_dated("updated", found.updated),
        authors=None if signed else _authors(head_of_rows(rows, found, title)),
    )


def _authors(head: Head) -> tuple[tuple[str, ...], Evidence] | None:
    found = byline(head)
    if found is None:
        return None
    words = " ".join(found.words.split())
    evidence = Evidence("authors", words, found.rule, reasons=found.reasons)
    return found.authors, evidence


def _dated(
    field: str, stamp: Stamp | None, reasons: tuple[str, ...] = ()
) -> tuple[str, Evidence] | None:
    if stamp is None:
        return None
    words = " ".join(stamp.words.split())
    return str(stamp.date), Evidence(field, words, stamp.rule, reasons=reasons)
