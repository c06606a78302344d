"""Whether a date in a text dates its own article.

A convention of publishers or crawlers explains those that do, and says how sure that is;
what dates an event, a broadcast or another article is refused by the words around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsarc.catalog.tables import alternatives

if TYPE_CHECKING:
    from newsarc.dates import PartialDate
    from newsarc.dates.written import Written

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
    rf"(?:^|\s){alternatives('by')}:?\s(?:[^\n.!?]|\.(?=\S)|(?<=(?-i:\s[A-Z]))\.){{3,60}}\s(?:am|on|le|el|em|il)\s$",
    re.IGNORECASE,
)
_EVENT = re.compile(rf"(?:^|[\s(„\"]){alternatives('event')}[ ]$", re.IGNORECASE)
_TRAP = re.compile(rf"(?<!\w){alternatives('trap')}", re.IGNORECASE)
_BESIDE = re.compile(rf"\s*[|•·]|\W*+(?:$|[^a-zäöüß]|{alternatives('beside')}\b)")
_RANGE_BEHIND = re.compile(
    r"\s?[-–—]\s?(?:\d\d?\.\s?(?:\d\d?\.|[A-Z])|\d{4}-\d\d)"
)  # `12.3.2023 - 15.3.2023`
_RANGE_BEFORE = re.compile(r"\d\.?\s?[-–—]\s?$")
_EDITION = re.compile(r",? (?:Nr\.|Ausgabe|Heft|S\.) ?\d+\W*$")  # `Kurier vom 19.02.2022, Nr. 42`
_CLOCKS = re.compile(r"\s?[A-Z]\w+\s?\|\s?\d{1,2}:\d\d")

# How sure each kind is: a label says what a date dates, a byline nearly so; a time, or a line
# of its own, tells a stamp from a date in passing.
LABEL, SIGNED, STANDING, PASSING, CRAWLED = 6, 5, 3, 1, 0
_BEFORE = 90
_SHORT = 60  # what stands before a stamp on its line is shorter


def _context(text: str, found: Written) -> Context:
    before = text[max(0, found.start - _BEFORE) : found.start]
    after = text[found.end : found.end + _BEFORE]
    above, _, line = before.rpartition("\n")
    if above.endswith(":"):  # what a line announces stands on the next
        line = f"{above.rpartition(chr(10))[2]} {line}"
    return Context(before, line, after.partition("\n")[0])


def believe(text: str, found: Written) -> Stamp | None:
    """Give a date as a stamp of the article by the first rule that knows it, or None."""
    context = _context(text, found)
    return next((stamp for rule in RULES if (stamp := rule(text, found, context))), None)


def _crawler_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Know ` date 2022-01 ` at the very beginning."""
    if context.before != "date " or not text.startswith("date "):
        return None
    return _made(text, found, 0, "crawler stamp", "published", CRAWLED)


def _update_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Know `Aktualisiert am 28. April 2023, 20:22 Uhr`."""
    label = _UPDATED.search(context.before)
    if label is None:
        return None
    return _made(text, found, found.start - len(label[0]), "update stamp", "updated", LABEL)


def _publication_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Know `Stand: 28.04.2023 17:23 Uhr` and `Veröffentlicht am 27.04.24 um 07:39 Uhr`."""
    label = _PUBLISHED.search(context.before)
    if label is None or _is_trapped(context):
        return None
    if _is_aside(label[0], context) or _is_in_prose(text, label[0], context):
        return None
    rule = "Stand stamp" if "stand" in label[0].lower() else "publication stamp"
    return _made(text, found, found.start - len(label[0]), rule, "published", LABEL)


def _edition_note(text: str, found: Written, context: Context) -> Stamp | None:
    """Know `Nordhafener Kurier vom 19.02.2022, Nr. 42`."""
    noted = _EDITION.match(context.line_after) and len(context.line_before) < _SHORT
    if not noted or _is_trapped(context):
        return None
    return _made(text, found, found.start, "edition note", "published", PASSING)


def _byline_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Know `Von Eva Muster am 21. April 2020`."""
    if not _BYLINE.search(context.before) or _is_trapped(context):
        return None
    return _made(text, found, found.start, "stamp of the byline", "published", SIGNED)


def _unlabelled_stamp(text: str, found: Written, context: Context) -> Stamp | None:
    """Know `28.04.2023, 20.15 Uhr` and `28. April 2023 | Kiel`, where nothing speaks against it."""
    if found.date.precision not in {"minute", "day"} or _dates_something_else(found, context):
        return None
    stands = found.date.precision == "minute" or _is_alone(context)
    if not stands and "\n" in text and _is_deep_in_paragraph(context):
        return None
    weight = STANDING if stands else PASSING
    return _made(text, found, found.start, "unlabelled stamp", "published", weight)


# The cascade: certain conventions first.
RULES = (
    _crawler_stamp,
    _update_stamp,
    _publication_stamp,
    _edition_note,
    _byline_stamp,
    _unlabelled_stamp,
)


def _is_trapped(context: Context) -> bool:
    """Tell what dates a broadcast, an edition, a deadline; a line of its own says it above."""
    alone = context.line_before in _ON_WORDS
    return _TRAP.search(context.before if alone else context.line_before) is not None


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
        _is_trapped(context)
        or _is_event(found, context)
        or _CLOCKS.match(context.line_after)
        or _RANGE_BEHIND.match(context.line_after)
        or _RANGE_BEFORE.search(context.line_before)
        or (found.date.precision != "minute" and not _BESIDE.match(context.line_after))
        or _PUBLISHED.search(context.before)  # a label that was not believed
        or (context.line_before.endswith("(") and context.line_after.startswith(")"))
    )


def _is_event(found: Written, context: Context) -> bool:
    """Tell `am 3. Mai 2024` in a sentence from `am 3. Mai 2024 um 15:47` on a line of its own."""
    before = _EVENT.search(context.line_before)
    stands = found.date.precision == "minute" and not context.line_after.strip(_LOOSE)
    return before is not None and not (stands and before[0] == context.line_before)


def _is_alone(context: Context) -> bool:
    return not (context.line_before.strip(_LOOSE) or context.line_after.strip(_LOOSE))


def _is_deep_in_paragraph(context: Context) -> bool:
    return len(context.line_before) >= _SHORT and len(context.line_after) >= _SHORT


_ON_WORDS = {"", "am "}
_LOOSE = " |·•-–—:,;/@."
