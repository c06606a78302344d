"""Rules that decide whether a date in a text is a stamp: a date that the article states for itself.

Each rule knows one convention of publishers or crawlers. A rule refuses a date whose
neighbouring words show that it dates an event, a broadcast or another article. The labels and
these words, such as `Stand:`, are in `words.stamp_labels`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newsarc.catalog.words.stamp_labels import STAMP_LABELS
from newsarc.catalog.words.wording import alternatives
from newsarc.dates.conventions import MONTHS

if TYPE_CHECKING:
    from newsarc.dates import PartialDate
    from newsarc.dates.written import Written

Field = Literal["published", "updated"]


class Stamp(Struct, frozen=True):
    """A date that an article states for itself, at `start` to `end` in the text.

    `words` are those of the text, label included. `rule` names the convention, `field` says
    which date it is. Without a label, `depth` is the number of paragraphs below which a stamp
    dates a comment or a teaser.
    """

    start: int
    end: int
    words: str
    rule: str
    field: Field
    date: PartialDate
    depth: int | None


class Kind(Struct, frozen=True):
    """What all stamps by one rule have in common."""

    rule: str
    field: Field
    depth: int | None = None


class Context(Struct, frozen=True):
    """The text around a date: 90 characters before it, and the rest of its line on both sides.

    `line_before` begins with the line above where that ends with a colon: what such a line
    announces stands on the next.
    """

    before: str
    line_before: str
    line_after: str


def _any(field: str) -> str:
    return alternatives(STAMP_LABELS, field)


_ON = _any("on")
_PUBLISHED = re.compile(rf"[\[(]?\b{_any('published')}(?:\s*{_ON})?\s*[:|]?\s*$", re.IGNORECASE)
_UPDATED = re.compile(rf"[\[(]?\b{_any('updated')}(?:\s*{_ON})?\s*[:|]?\s*$", re.IGNORECASE)
_BYLINE = re.compile(
    rf"(?:^|\s){_any('by')}:?\s(?:[^\n.!?]|\.(?=\S)|(?<=(?-i:\s[A-Z]))\.){{3,60}}\s(?:am|on|le|el|em|il)\s$",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"(?<!\w){_any('other')}(?:\s+{_ON})?[\s:|(]{{0,3}}$", re.IGNORECASE)
_EVENT = re.compile(rf"(?:^|[\s(„\"]){_any('event')}[ ]$", re.IGNORECASE)
_TRAP = re.compile(rf"(?<!\w){_any('trap')}", re.IGNORECASE)
_GOES_ON_BEHIND_COMMA = re.compile(r"[,;] (?:und|aber|doch|davon|so|sowie|and|but|of)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The word behind a date goes on with a sentence if it is frequent, or has a verb's ending.
_BESIDE = re.compile(rf"\W*+{_any('beside')}\b")
_GOES_ON = re.compile(rf"\W*+(?:{_any('frequent')}\b|[a-zäöüß]+(?:en|te|t)\b)")
_RANGE_BEHIND = re.compile(
    r"\s?(?:[-–—]|bis(?: zum)?\s)\s?(?:\d\d?\.\s?(?:\d\d?\.|(?i:"
    + "|".join(MONTHS)
    + r"))|\d{4}-\d\d)"
)  # `12.3.2023 - 15.3.2023`
_RANGE_BEFORE = re.compile(r"\d\.?\s?[-–—]\s?$")
_EDITION = re.compile(r",? (?:Nr\.|Ausgabe|Heft|S\.) ?\d+\W*$")  # `Kurier vom 19.02.2022, Nr. 42`
# A date before the time of a place, as in a list of world clocks: `Kiel | 14:30`
_CLOCKS = re.compile(
    r"\s?[A-Z]\w+\s?\|\s?\d{1,2}:\d\d|(?:\s?[A-Z]\w+(?: [A-Z]\w+)?\s\d{1,2}:\d\d\b){2}"
)
# A date beside a temperature, as in a page's weather: `3. Mai 2024 14°`
_WARM_BEHIND = re.compile(r"\W{0,3}(?:[^\W\d]+ )?-?\d{1,2}(?:/-?\d{1,2})?\s?(?:°|Grad\b)")
_WARM_BEFORE = re.compile(r"\d\s?°(?:\s?C)?\W{0,3}$")


# A date on a line of its own stands deeper than one in passing.
_FEW, _DEEP = 3, 6
CRAWLER, UPDATE, PUBLICATION = "crawler stamp", "update stamp", "publication stamp"
STAND, SIGNED = "Stand stamp", "stamp of the byline"
DATELINE, ITEM = "dateline", "item id"
_CRAWLER = Kind(CRAWLER, "published", _DEEP)
_UPDATE = Kind(UPDATE, "updated")
_STAND = Kind(STAND, "published")
_PUBLICATION = Kind(PUBLICATION, "published")
_EDITION_NOTE = Kind("edition note", "published", _FEW)
_SIGNED_STAMP = Kind(SIGNED, "published", _FEW)
_STANDING_STAMP = Kind("unlabelled stamp", "published", _DEEP)
_PASSING_STAMP = Kind("unlabelled stamp", "published", _FEW)
# Rules whose label says what a date dates.
LABELLED = frozenset({_UPDATE.rule, _STAND.rule, _PUBLICATION.rule})

_REACH = 90  # characters of context on each side
_LABEL = 40  # characters before a date in which its label stands
_SHORT = 60  # a stamp has less than this before it on its line
_ON_WORDS = {"", "am "}
LOOSE = " |·•-–—:,;/@."


class Candidate(Struct, frozen=True):
    """A stamp that may date the article, with the text around its date.

    `start` and `end` are those of the date itself, without a label.
    """

    start: int
    end: int
    stamp: Stamp
    context: Context


def stamp_of(text: str, found: Written) -> Stamp | None:
    """Return a date as a stamp by the first rule that accepts it, or None."""
    candidate = candidate_of(text, found)
    return None if candidate is None else candidate.stamp


def candidate_of(text: str, found: Written) -> Candidate | None:
    """Return the stamp of a date with the text around it, or None if no rule accepts it."""
    context = _context(text, found)
    if _dates_other(context):
        return None
    for rule in RULES:
        stamp = rule(text, found, context)
        if stamp is not None:
            return Candidate(found.start, found.end, stamp, context)
    return None


def _context(text: str, found: Written) -> Context:
    before = text[max(0, found.start - _REACH) : found.start]
    after = text[found.end : found.end + _REACH]
    above, _, line = before.rpartition("\n")
    if above.endswith(":"):
        line = f"{above.rpartition(chr(10))[2]} {line}"
    return Context(before, line, after.partition("\n")[0])


def _crawler_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Accept ` date 2022-01 ` at the very beginning of the text."""
    if context.before != "date " or not text.startswith("date "):
        return None
    return _stamp(text, found, len(context.before), _CRAWLER)


def _update_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Accept `Aktualisiert am 28. April 2023, 20:22 Uhr`."""
    label = _UPDATED.search(context.before)
    return None if label is None else _stamp(text, found, len(label[0]), _UPDATE)


def _publication_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Accept `Stand: 28.04.2023 17:23 Uhr` and `Veröffentlicht am 27.04.24 um 07:39 Uhr`."""
    label = _PUBLISHED.search(context.before)
    if label is None or _is_trapped(context):
        return None
    if _is_aside(label[0], context) or _is_in_prose(text, label[0], context):
        return None
    kind = _STAND if "stand" in label[0].lower() else _PUBLICATION
    return _stamp(text, found, len(label[0]), kind)


def _edition_note(text: str, found: Written, context: Context) -> Stamp | None:
    """Accept `Nordhafener Kurier vom 19.02.2022, Nr. 42`."""
    noted = _EDITION.match(context.line_after) and len(context.line_before) < _SHORT
    if not noted or _is_trapped(context):
        return None
    return _stamp(text, found, 0, _EDITION_NOTE)


def _byline_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Accept `Von Eva Muster am 21. April 2020`."""
    if not _BYLINE.search(context.before) or _is_trapped(context):
        return None
    return _stamp(text, found, 0, _SIGNED_STAMP)


def _unlabelled_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Accept `28.04.2023, 20.15 Uhr` and `28. April 2023 | Kiel` if nothing contradicts it."""
    if found.date.precision not in {"minute", "day"} or _dates_something_else(found, context):
        return None
    stands = found.date.precision == "minute" or _is_alone(context)
    if not stands and "\n" in text and _is_deep_in_paragraph(context):
        return None
    return _stamp(text, found, 0, _STANDING_STAMP if stands else _PASSING_STAMP)


# Tried in this order: the most certain conventions first.
RULES = (
    _crawler_stamp,
    _update_stamp,
    _publication_stamp,
    _edition_note,
    _byline_stamp,
    _unlabelled_stamp,
)


def _stamp(text: str, found: Written, label: int, kind: Kind) -> Stamp:
    """Make a stamp of a date and the label of so many characters before it."""
    start, end = found.start - label, found.end + text.startswith("]", found.end)
    words = text[start:end].strip()
    return Stamp(start, end, words, kind.rule, kind.field, found.date, kind.depth)


def _is_trapped(context: Context) -> bool:
    """Whether the words before a date say that it dates a broadcast, an edition, a deadline.

    For a date on a line of its own, the line above says so, unless that has a date of its own.
    """
    if context.line_before in _ON_WORDS:
        return _TRAP.search(_YEAR.split(context.before)[-1]) is not None
    return _TRAP.search(context.line_before) is not None


def _dates_other(context: Context) -> bool:
    """Whether the words right before a date say that it dates a life, a printout, a version.

    `*3. Mai 2024*` is a date between the marks of emphasis.
    """
    if _OTHER.search(context.before[-_LABEL:]) is None:
        return False
    return not (context.before.endswith("*") and context.line_after.startswith("*"))


def _is_aside(label: str, context: Context) -> bool:
    """Whether it is `(Stand Juni 2016)` in brackets within a sentence."""
    return label.startswith("(") or context.line_after.startswith(")")


def _is_in_prose(text: str, label: str, context: Context) -> bool:
    """Whether a label stands within a paragraph, not at the beginning of a line or of the text."""
    if context.line_before.endswith(label) and _GOES_ON_BEHIND_COMMA.match(context.line_after):
        return len(context.line_before) > len(label)
    below = "\n" in text and not text.startswith(context.line_before)
    return below and len(context.line_before) - len(label) >= _SHORT


def _dates_something_else(found: Written, context: Context) -> bool:
    """Whether the words around a date show that it dates an event, a period or a clock."""
    return bool(
        _is_trapped(context)
        or _is_event(found, context)
        or _CLOCKS.match(context.line_after)
        or _WARM_BEHIND.match(context.line_after)
        or _WARM_BEFORE.search(context.line_before)
        or _RANGE_BEHIND.match(context.line_after)
        or _RANGE_BEFORE.search(context.line_before)
        or (found.date.precision != "minute" and _goes_on(context))
        or _PUBLISHED.search(context.before)  # `_publication_stamp` has refused this label
        or (context.line_before.endswith("(") and context.line_after.startswith(")"))
    )


def _goes_on(context: Context) -> bool:
    """Whether a sentence goes on behind a date; a bar beside it ends all sentences."""
    behind = context.line_after
    if behind.lstrip().startswith(("|", "•", "·")) or _BESIDE.match(behind):
        return False
    return _GOES_ON.match(behind) is not None


def _is_event(found: Written, context: Context) -> bool:
    """Whether it is `am 3. Mai 2024` in a sentence.

    `am 3. Mai 2024 um 15:47` on a line of its own is a stamp.
    """
    before = _EVENT.search(context.line_before)
    stands = found.date.precision == "minute" and not context.line_after.strip(LOOSE)
    return before is not None and not (stands and before[0] == context.line_before)


def _is_alone(context: Context) -> bool:
    return not (context.line_before.strip(LOOSE) or context.line_after.strip(LOOSE))


def _is_deep_in_paragraph(context: Context) -> bool:
    return len(context.line_before) >= _SHORT and len(context.line_after) >= _SHORT
