"""What the lines of a web page say of its article: when it appeared, and who wrote it.

A reader of pages asks here for what a page does not state in its markup.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.byline import byline
from newsarc.catalog.head import head_of_page
from newsarc.catalog.layout import lines
from newsarc.catalog.stamps import stamps
from newsarc.records.kept import Evidence

if TYPE_CHECKING:
    from newsarc.catalog.stamp_rules import Stamp


class LinesSay(Struct, frozen=True):
    """What lines say: dates in ISO 8601 and names, each with its evidence; None where nothing."""

    published: tuple[str, Evidence] | None = None
    updated: tuple[str, Evidence] | None = None
    authors: tuple[tuple[str, ...], Evidence] | None = None


def dates_in_lines(text: str, modified: str | None = None) -> LinesSay:
    """Return the dates of publication and of the last update that the lines of a page state.

    None lies more than two days after `modified`, the day on which the page was fetched.
    """
    found = stamps(text, lines(text), date.fromisoformat(modified) if modified else None)
    return LinesSay(
        published=_dated("date", found.published, found.reasons),
        updated=_dated("updated", found.updated),
    )


def authors_in_lines(text: str) -> LinesSay:
    """Return the authors that the lines of a page name."""
    signed = byline(head_of_page(text))
    if signed is None:
        return LinesSay()
    words = " ".join(signed.words.split())
    evidence = Evidence("authors", words, signed.rule, reasons=signed.reasons)
    return LinesSay(authors=(signed.authors, evidence))


def _dated(
    field: str, stamp: Stamp | None, reasons: tuple[str, ...] = ()
) -> tuple[str, Evidence] | None:
    if stamp is None:
        return None
    words = " ".join(stamp.words.split())
    return str(stamp.date), Evidence(field, words, stamp.rule, reasons=reasons)
