"""The stamps of a text (the dates that it states for itself), and which of them to believe.

`dates.written` finds every date in a text, `stamp_rules` says which conventions explain it, and
`stamp_features` what speaks for it. A linear model over these features chooses the date of
publication, or none. The labels, such as `Stand:`, are in `words.stamp_labels`.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from datetime import timedelta
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.catalog.credit import ITEM_ID
from newsarc.catalog.layout import lines
from newsarc.catalog.model import likeliest, score, strongest
from newsarc.catalog.stamp_features import dated_text, features
from newsarc.catalog.stamp_rules import (
    CRAWLER,
    DATELINE,
    ITEM,
    LABELLED,
    PUBLICATION,
    Stamp,
    candidate_of,
    stamp_of,
)
from newsarc.catalog.stamp_weights import NONE, OF_LINES, OF_ONE_LINE
from newsarc.catalog.ticker import ticker
from newsarc.catalog.words.stamp_labels import labels_for
from newsarc.dates import PartialDate
from newsarc.dates.written import written, written_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_features import DatedText
    from newsarc.catalog.stamp_rules import Candidate
    from newsarc.dates.written import Written

_BEGINNING = 4000  # characters, enough to recognise the language
_FIRST_NEWSPAPER = 1605  # the "Relation" of Strasbourg
_MOST = 300  # a text with more dates is a list of dates
_MOST_CANDIDATES = 60
# The least chance of the day that is believed.
_CERTAIN = 0.55
# How far the dates of a text may lie after the day of its file: that day is in UTC and the
# text's is not, and some pages carry the date of the next edition.
_AHEAD = timedelta(days=2)
_AGENCY = " ("  # follows the date of a dateline: `Kiel, 14. Aug (Reuters) -`
_IN_TEXT_ORDER = attrgetter("start", "end", "rule")


class Stamps(Struct, frozen=True):
    """The stamps of a text in its order, and the two that are believed.

    `reasons` are the features that spoke most for the date of publication.
    """

    found: tuple[Stamp, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None
    reasons: tuple[str, ...] = ()


def stamps(text: str, rows: Sequence[Line], modified: date | None = None) -> Stamps:
    """Return the stamps of a text with these lines.

    `modified` is the day on which its file was last written.
    """
    candidates = _candidates(text, modified)
    item = list(_item(text))
    if not (candidates or item):
        return Stamps()
    page = dated_text(text, rows, _competing(candidates))
    number = believed(page)
    best = None if number is None else page.candidates[number].stamp
    stated = [one.stamp for one in candidates if one.stamp is best or _is_stated(page, one)]
    known = best or _coarse([*stated, *item])
    late = [stamp for stamp in _completed(text, known) if _is_not_after(modified, stamp)]
    found = tuple(sorted([*stated, *late, *item], key=_IN_TEXT_ORDER))
    chosen = _chosen(page, number, found)
    entries = ticker(page)
    return chosen if entries is None else _of_ticker(chosen, *entries)


def _chosen(page: DatedText, number: int | None, found: tuple[Stamp, ...]) -> Stamps:
    """Return these stamps with the believed one, if it dates a publication."""
    best = None if number is None else page.candidates[number].stamp
    if number is None or best is None or best.field != "published":
        return Stamps(found, _coarse(found), _latest_update(found))
    reasons = strongest(_weights(page), features(page, number))
    return Stamps(found, best, _latest_update(found), reasons)


def _of_ticker(chosen: Stamps, first: Stamp, last: Stamp) -> Stamps:
    """Date a ticker by its first entry, unless a label dates it, and its update by the last."""
    labelled = chosen.published is not None and chosen.published.rule == PUBLICATION
    published = chosen.published if labelled else first
    return Stamps(chosen.found, published, _latest_update([*chosen.found, last]))


def dated(text: str) -> DatedText:
    """Return a text with the dates that compete in it."""
    return dated_text(text, lines(text), _competing(_candidates(text, None)))


def _candidates(text: str, modified: date | None) -> list[Candidate]:
    dates = _in_order(text, list(islice(written(text), _MOST)))
    made = (candidate_of(text, found) for found in dates if found.date.year >= _FIRST_NEWSPAPER)
    return [each for each in made if each and _is_not_after(modified, each.stamp)]


def believed(page: DatedText) -> int | None:
    """Return the number of the candidate that most likely dates the article, or None.

    The chances of equal days are added.
    """
    weights = _weights(page)
    scores = [score(weights, features(page, n)) for n in range(len(page.candidates))]
    best = likeliest(page.days, scores, weights[NONE], _CERTAIN)
    numbers = [n for n, day in enumerate(page.days) if day == best]
    return max(numbers, key=scores.__getitem__, default=None)


def _weights(page: DatedText) -> Mapping[str, float]:
    return OF_LINES if "\n" in page.text else OF_ONE_LINE


def _competing(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with a day. A crawler's month rules out days outside it."""
    crawled = next((one.stamp for one in candidates if one.stamp.rule == CRAWLER), None)
    days = [one for one in candidates if one.stamp.date.day and one.stamp is not crawled]
    if crawled is not None:
        days = [one for one in days if crawled.date.span.covers(one.stamp.date.span)]
    return days[:_MOST_CANDIDATES]


def _coarse(found: Sequence[Stamp]) -> Stamp | None:
    """Choose among what no model weighs: a dateline, a month with a label, an item, a crawler."""
    ranks = {DATELINE: 0, ITEM: 2, CRAWLER: 3}
    stated = [
        stamp
        for stamp in found
        if stamp.field == "published" and (stamp.date.day is None or stamp.rule in ranks)
    ]
    return min(stated, key=lambda stamp: ranks.get(stamp.rule, 1), default=None)


def _latest_update(found: Sequence[Stamp]) -> Stamp | None:
    stated = [stamp for stamp in found if stamp.field == "updated"]
    return max(stated, key=lambda stamp: stamp.date.span.last, default=None)


def _is_not_after(modified: date | None, stamp: Stamp) -> bool:
    """Whether a date lies at most two days after the file was last written."""
    return modified is None or stamp.date.span.first.date() - _AHEAD <= modified


def _in_order(text: str, dates: list[Written]) -> list[Written]:
    """Read `1/2/2022` as 1 February where the language of the text leaves no doubt.

    Elsewhere, another date of the text may say which day is meant.
    """
    if all(found.day_first is None for found in dates):
        return dates
    if labels_for(text[:_BEGINNING]).day_first:
        return [replace(found, date=found.day_first or found.date) for found in dates]
    days = {_day(found.date) for found in dates if found.date.day}
    return [_settled(found, days) for found in dates]


def _settled(found: Written, days: Collection[tuple[int, ...]]) -> Written:
    """Read an ambiguous date as the one of its two days that the text names elsewhere."""
    if found.day_first is None:
        return found
    year, month, day = _day(found.day_first)
    meant = [one for one in ((year, month, day), (year, day, month)) if one in days]
    if len(meant) != 1:
        return found
    _, month, day = meant[0]
    return replace(found, date=replace(found.day_first, month=month, day=day))


def _day(date: PartialDate) -> tuple[int, ...]:
    return date.year, date.month or 0, date.day or 0


def _completed(text: str, known: Stamp | None) -> Iterator[Stamp]:
    """Yield the stamps without a year, completed by the year of the known date.

    As in `date 2017-08 Kiel, 14. Aug (Reuters) -` and in `Update vom 28. März, 14.08 Uhr`.
    """
    if known is None:
        return
    for found in islice(written_in(text, known.date.year), _MOST):
        stamp = stamp_of(text, found)
        in_dateline = text.startswith(_AGENCY, found.end)
        if stamp and (stamp.rule in LABELLED or in_dateline):
            stamp = replace(stamp, rule=DATELINE) if in_dateline else stamp
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
            yield Stamp(*found.span(), found[0], ITEM, "published", date, None)


def _is_stated(page: DatedText, candidate: Candidate) -> bool:
    """Whether a stamp has a label, or few enough paragraphs above it to date this text."""
    depth = candidate.stamp.depth
    return depth is None or bisect_right(page.ends, candidate.stamp.start) < depth
