"""The dates that a text states of its own article.

Finding and believing are apart: `dates.written` finds every date, `stamps` keeps those
that a convention of publishers or crawlers explains, and weighs them; what dates an event,
a broadcast or another article is refused.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsarc.catalog.tables import alternatives
from newsarc.dates import PartialDate, written

if TYPE_CHECKING:
    from newsarc.dates import Written

Field = Literal["published", "updated"]


class Stamp(NamedTuple):
    """A date that an article states of itself: its place, its words, and how sure it is."""

    start: int
    end: int
    words: str
    rule: str
    field: Field
    date: PartialDate
    weight: int


class Context(NamedTuple):
    """What stands around a date: before it, on its line before it, and on its line behind it."""

    before: str
    line_before: str
    line_after: str


_ON = alternatives("on")
_PUBLISHED = re.compile(
    rf"[\[(]?\b{alternatives('published')}(?:\s*{_ON})?\s*[:|]?\s*$", re.IGNORECASE
)
_UPDATED = re.compile(rf"[\[(]?\b{alternatives('updated')}(?:\s*{_ON})?\s*[:|]?\s*$", re.IGNORECASE)
_BYLINE = re.compile(
    rf"(?:^|\s){alternatives('by')}:?\s(?:[^\n.!?]|\.(?=\S)|(?<=(?-i:\s[A-Z]))\.){{3,60}}\s(?:am|on)\s$",
    re.IGNORECASE,
)
_EVENT = re.compile(rf"(?:^|[\s(„\"]){alternatives('event')}[ ]$", re.IGNORECASE)
_TRAP = re.compile(alternatives("trap"), re.IGNORECASE)
_BESIDE = re.compile(rf"\W*+(?:$|[^a-zäöüß]|{alternatives('beside')}\b)")
_CLOCKS = re.compile(r"\s?[A-Z]\w+\s?\|\s?\d{1,2}:\d\d")

_BEFORE = 90
_FIRST_NEWSPAPER = 1605  # the "Relation" of Strasbourg
_MOST = 300  # a text with more dates is a list of them
# How sure each kind is: a label says what a date dates, a byline nearly so; a time, or a line
# of its own, tells a stamp from a date in passing.
_LABEL, _SIGNED, _STANDING, _PASSING, _CRAWLED = 6, 5, 3, 1, 0
_SHORT = 60  # what stands before a stamp on its line is shorter


def stamps(text: str) -> list[Stamp]:
    """List what a text states of its own dates, in its order."""
    dates = islice(written(text), _MOST)
    believable = (found for found in dates if found.date.year >= _FIRST_NEWSPAPER)
    return [stamp for found in believable if (stamp := _stamp(text, found)) is not None]


def _context(text: str, found: Written) -> Context:
    before = text[max(0, found.start - _BEFORE) : found.start]
    after = text[found.end : found.end + _BEFORE]
    return Context(before, before.rpartition("\n")[2], after.partition("\n")[0])


def _stamp(text: str, found: Written) -> Stamp | None:
    context = _context(text, found)
    labelled = _labelled(text, found, context)
    if labelled is not None:
        return labelled
    if _dates_something_else(found, context):
        return None
    if found.date.precision not in {"minute", "day"}:
        return None
    if found.date.precision == "minute" or _is_alone(context):
        weight = _STANDING
    elif "\n" in text and _is_deep_in_paragraph(context):
        return None
    else:
        weight = _PASSING
    return _made(text, found, found.start, "unlabelled stamp", "published", weight)


def _labelled(text: str, found: Written, context: Context) -> Stamp | None:
    if found.start == len("date ") and text.startswith("date "):
        return _made(text, found, 0, "crawler stamp", "published", _CRAWLED)
    if label := _UPDATED.search(context.before):
        return _made(text, found, found.start - len(label[0]), "update stamp", "updated", _LABEL)
    if _TRAP.search(context.line_before):
        return None
    label = _PUBLISHED.search(context.before)
    if label and not _is_aside(label[0], context) and not _is_in_prose(text, label[0], context):
        rule = "Stand stamp" if "stand" in label[0].lower() else "publication stamp"
        return _made(text, found, found.start - len(label[0]), rule, "published", _LABEL)
    if label := _BYLINE.search(context.line_before):
        return _made(text, found, found.start, "stamp of the byline", "published", _SIGNED)
    return None


def _is_aside(label: str, context: Context) -> bool:
    """Tell `(Stand Juni 2016)` in a sentence from a stamp."""
    return label.startswith("(") or context.line_after.startswith(")")


def _is_in_prose(text: str, label: str, context: Context) -> bool:
    """Tell a label within a paragraph from one that begins its line or follows a headline."""
    below = "\n" in text and not text.startswith(context.line_before)
    return below and len(context.line_before) - len(label) >= _SHORT


def _made(  # noqa: PLR0913, PLR0917 (the fields of a stamp)
    text: str, found: Written, start: int, rule: str, field: Field, weight: int
) -> Stamp:
    end = found.end + text.startswith("]", found.end)
    return Stamp(start, end, text[start:end].strip(), rule, field, found.date, weight)


def _dates_something_else(found: Written, context: Context) -> bool:
    """Tell a date of an event, a broadcast or a clock by the words around it."""
    return bool(
        _TRAP.search(context.before if context.line_before in _ON_WORDS else context.line_before)
        or _EVENT.search(context.line_before)
        or _CLOCKS.match(context.line_after)
        or (found.date.precision != "minute" and not _BESIDE.match(context.line_after))
        or _PUBLISHED.search(context.before)  # a label that was not believed
        or (context.line_before.endswith("(") and context.line_after.startswith(")"))
    )


def _is_alone(context: Context) -> bool:
    return not (context.line_before.strip(_LOOSE) or context.line_after.strip(_LOOSE))


def _is_deep_in_paragraph(context: Context) -> bool:
    return len(context.line_before) >= _SHORT and len(context.line_after) >= _SHORT


_ON_WORDS = {"", "am "}
_LOOSE = " |·•-–—:,;/@."


def published(found: list[Stamp]) -> Stamp | None:
    """Choose the surest statement of when a text appeared; of equals, the first."""
    stated = [stamp for stamp in found if stamp.field == "published"]
    crawled = next((stamp for stamp in stated if stamp.rule == "crawler stamp"), None)
    if crawled is not None:  # an exact date wins over it only where it lies inside
        stated = [stamp for stamp in stated if crawled.date.span.covers(stamp.date.span)]
    return max(stated, key=lambda stamp: stamp.weight, default=None)


def updated(found: list[Stamp]) -> Stamp | None:
    """Choose the last statement of a change: the latest one."""
    stated = [stamp for stamp in found if stamp.field == "updated"]
    return max(stated, key=lambda stamp: stamp.date.span.last, default=None)
