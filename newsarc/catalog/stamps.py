"""The stamps of a text (the dates that it states for itself), and which of them to believe.

`dates.written` finds every date in a text, `stamp_rules` keeps those that a convention
explains, and `published` and `updated` choose among these. The labels, such as `Stand:`, are
in `words.stamp_labels`.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.catalog.credit import ITEM_ID
from newsarc.catalog.layout import lines
from newsarc.catalog.stamp_rules import LABELLED, PASSING, SIGNED, STANDING, Stamp, stamp_of
from newsarc.catalog.words.stamp_labels import labels_for
from newsarc.dates import PartialDate
from newsarc.dates.written import Written, written, written_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEGINNING = 4000  # characters, enough to recognise the language
# A date below this many paragraphs dates a comment or a teaser: one in passing sooner than one
# on a line of its own.
_FEW, _DEEP = 3, 6
_FIRST_NEWSPAPER = 1605  # the "Relation" of Strasbourg
_MOST = 300  # a text with more dates is a list of dates
_AGENCY = " ("  # follows the date of a dateline: `Kiel, 14. Aug (Reuters) -`
_IN_TEXT_ORDER = attrgetter("start", "end", "rule")


def stamps(text: str) -> list[Stamp]:
    """Return all stamps of a text, in the order of the text."""
    dates = _in_order(text, list(islice(written(text), _MOST)))
    made = (stamp_of(text, found) for found in dates if found.date.year >= _FIRST_NEWSPAPER)
    ends = _paragraph_ends(text)
    found = [stamp for stamp in made if stamp and not _is_below(stamp, ends)]
    return sorted([*found, *_completed(text, published(found)), *_item(text)], key=_IN_TEXT_ORDER)


def published(found: Sequence[Stamp]) -> Stamp | None:
    """Choose the date of publication: the stamp with most confidence, the first of equal ones.

    A crawler's month rules out dates outside it.
    """
    stated = [stamp for stamp in found if stamp.field == "published"]
    crawled = next((stamp for stamp in stated if stamp.rule == "crawler stamp"), None)
    if crawled is not None:
        stated = [stamp for stamp in stated if crawled.date.span.covers(stamp.date.span)]
    return max(stated, key=lambda stamp: stamp.confidence, default=None)


def updated(found: Sequence[Stamp]) -> Stamp | None:
    """Choose the latest update."""
    stated = [stamp for stamp in found if stamp.field == "updated"]
    return max(stated, key=lambda stamp: stamp.date.span.last, default=None)


def _in_order(text: str, dates: list[Written]) -> list[Written]:
    """Read `1/2/2022` as 1 February where the language of the text leaves no doubt."""
    if all(found.day_first is None for found in dates):
        return dates
    if not labels_for(text[:_BEGINNING]).day_first:
        return dates
    return [Written(found.start, found.end, found.day_first or found.date) for found in dates]


def _completed(text: str, known: Stamp | None) -> Iterator[Stamp]:
    """Yield the stamps without a year, completed by the year of the known date.

    As in `date 2017-08 Kiel, 14. Aug (Reuters) -` and in `Update vom 28. März, 14.08 Uhr`.
    """
    if known is None:
        return
    for found in islice(written_in(text, known.date.year), _MOST):
        stamp = stamp_of(text, found)
        in_dateline = text.startswith(_AGENCY, found.end)
        if stamp and (stamp.confidence == LABELLED or in_dateline):
            stamp = replace(stamp, rule="dateline") if in_dateline else stamp
            if _fits(stamp, known):
                yield stamp


def _fits(stamp: Stamp, known: Stamp) -> bool:
    """Whether a completed date lies within the known one, or is an update that is not before it."""
    inside = known.date.span.covers(stamp.date.span)
    return inside or (stamp.field == "updated" and known.date.span.first <= stamp.date.span.first)


def _item(text: str) -> Iterator[Stamp]:
    """Yield the day that is part of a dpa item id."""
    found = ITEM_ID.search(text) if "dpa:" in text else None
    if found is not None:
        with suppress(ValueError):
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            date = PartialDate(2000 + year, month, day)
            yield Stamp(*found.span(), found[0], "item id", "published", date, PASSING)


def _paragraph_ends(text: str) -> list[int]:
    """Return where the first paragraphs end."""
    found = lines(text) if "\n" in text else []
    return list(islice((line.end for line in found if line.is_paragraph), _DEEP))


def _is_below(stamp: Stamp, ends: Sequence[int]) -> bool:
    """Whether a stamp without a label stands below several paragraphs.

    Then it dates a comment or a teaser.
    """
    above = sum(end <= stamp.start for end in ends)
    return above >= {PASSING: _FEW, SIGNED: _FEW, STANDING: _DEEP}.get(stamp.confidence, _DEEP + 1)
