"""The dates that a text states of its own article, and the choice between them.

Finding and believing are apart: `dates.written` finds every date, `belief` keeps those
that a convention explains. What states its date without a year is completed by the others.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.catalog.belief import LABEL, PASSING, SIGNED, STANDING, Stamp, believe
from newsarc.catalog.credit import ITEM_ID
from newsarc.catalog.layout import lines
from newsarc.catalog.tables import table_of
from newsarc.dates import PartialDate
from newsarc.dates.written import written, written_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.dates.written import Written

_BEGINNING = 4000  # tells a language
# Paragraphs above a date that dates another text: one in passing, one of a line of its own.
_FEW, _DEEP = 3, 6
_FIRST_NEWSPAPER = 1605  # the "Relation" of Strasbourg
_MOST = 300  # a text with more dates is a list of them


def stamps(text: str) -> list[Stamp]:
    """List what a text states of its own dates, in its order."""
    dates = _in_order(text, list(islice(written(text), _MOST)))
    made = (believe(text, found) for found in dates if found.date.year >= _FIRST_NEWSPAPER)
    ends = _paragraph_ends(text)
    found = [stamp for stamp in made if stamp and not _is_below(stamp, ends)]
    return sorted([*found, *_completed(text, published(found)), *_item(text)])


def _completed(text: str, known: Stamp | None) -> Iterator[Stamp]:
    """Give the stamps without a year of a text whose year another date fixes.

    As in `date 2017-08 Kiel, 14. Aug (Reuters) -` and in `Update vom 28. März, 14.08 Uhr`.
    """
    if known is None:
        return
    for found in islice(written_in(text, known.date.year), _MOST):
        stamp = believe(text, found)
        in_dateline = text.startswith(_AGENCY, found.end)
        if stamp and (stamp.weight == LABEL or in_dateline):
            stamp = stamp._replace(rule="dateline") if in_dateline else stamp
            inside = known.date.span.covers(stamp.date.span)
            later = stamp.field == "updated" and known.date.span.first <= stamp.date.span.first
            if inside or later:
                yield stamp


_AGENCY = " ("  # what stands behind a date within a dateline


def _item(text: str) -> Iterator[Stamp]:
    found = ITEM_ID.search(text) if "dpa:" in text else None
    if found is not None:
        with suppress(ValueError):
            year, month, day_ = (int(found[part]) for part in ("year", "month", "day"))
            day = PartialDate(2000 + year, month, day_)
            yield Stamp(*found.span(), found[0], "item id", "published", day, PASSING)


def _paragraph_ends(text: str) -> list[int]:
    found = lines(text) if "\n" in text else []
    return list(islice((line.end for line in found if line.is_paragraph), _DEEP))


def _is_below(stamp: Stamp, ends: Sequence[int]) -> bool:
    """Tell the date of a comment or a teaser: without a label, below several paragraphs."""
    above = sum(end <= stamp.start for end in ends)
    return above >= {PASSING: _FEW, SIGNED: _FEW, STANDING: _DEEP}.get(stamp.weight, _DEEP + 1)


def _in_order(text: str, dates: list[Written]) -> list[Written]:
    """Read `1/2/2022` as its language does, where all who write that language agree."""
    if all(found.day_first is None for found in dates) or not table_of(text[:_BEGINNING]).day_first:
        return dates
    return [replace(found, date=found.day_first or found.date) for found in dates]


def published(found: Sequence[Stamp]) -> Stamp | None:
    """Choose the surest statement of when a text appeared; of equals, the first."""
    stated = [stamp for stamp in found if stamp.field == "published"]
    crawled = next((stamp for stamp in stated if stamp.rule == "crawler stamp"), None)
    if crawled is not None:  # an exact date wins over it only where it lies inside
        stated = [stamp for stamp in stated if crawled.date.span.covers(stamp.date.span)]
    return max(stated, key=lambda stamp: stamp.weight, default=None)


def updated(found: Sequence[Stamp]) -> Stamp | None:
    """Choose the last statement of a change: the latest one."""
    stated = [stamp for stamp in found if stamp.field == "updated"]
    return max(stated, key=lambda stamp: stamp.date.span.last, default=None)
