"""The headline of a page that was copied line by line.

A linear model over the features of a line, such as its length and its distance from the stamp,
chooses the line that is most likely the headline.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.byline import is_byline
from newsarc.catalog.caption import captions, credit_of
from newsarc.catalog.headline_weights import WEIGHTS
from newsarc.catalog.layout import is_note, paragraphs_of, rows_of
from newsarc.catalog.model import score
from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_rules import Stamp
    from newsarc.catalog.stamps import Stamps

_MOST = 600  # lines that are looked at; headlines stand above
_SHORTEST, _USUAL, _LONGEST = 25, 35, 200  # characters of a headline
_FEW_WORDS, _MANY_WORDS = 4, 12  # of a headline
_FAR = 12  # lines; what is farther away counts as not there
_TOP, _NEAR_TOP, _DEEP = 4, 5, 50  # lines
_MUCH_TEXT, _WITHIN = 3000, 30  # characters, lines
_OFTEN = 2  # a line repeated more often is furniture
_SHORT_WORD = 3  # longer words are compared, by their first letters
_LETTERS = 6
_SHORTEST_PART = 15  # characters of a line that may be a part of another one
_SEPARATORS = frozenset("|·•–-/@,")


class CopiedPage(Struct, frozen=True):
    """The lines of a page and what their features are computed from.

    Lines are given by their numbers, in order: those that a stamp fills (`taken`) or stands on
    (`dated`), the paragraphs, that of the stamp of publication (`stamped`), the bylines
    (`signed`). `whole` is all lines, `times` counts equal ones, both without case. `last`
    maps each word's beginning to the last paragraph that has it.
    """

    lines: Sequence[Line]
    taken: Collection[int]
    dated: Collection[int]
    paragraphs: Sequence[int]
    stamped: Sequence[int]
    signed: Sequence[int]
    whole: str
    times: Mapping[str, int]
    last: Mapping[str, int]


def find_headline(page: CopiedPage) -> int | None:
    """Return the number of the line that is most likely the headline, or None."""
    return max(candidates(page), key=lambda number: (_score(page, number), -number), default=None)


def page_of(lines: Sequence[Line], stamps: Stamps) -> CopiedPage:
    """Return a page of these lines; those beyond the first 600 are left out."""
    lines = lines[:_MOST]
    paragraphs = paragraphs_of(lines)
    last: dict[str, int] = {}
    for number in paragraphs or range(len(lines)):
        last.update(dict.fromkeys(_forms(lines[number].text), number))
    folded = [line.text.casefold() for line in lines]
    return CopiedPage(
        lines,
        rows_taken(lines, stamps),
        {row for stamp in stamps.found for row in rows_of(lines, stamp.start, stamp.end)},
        paragraphs,
        rows_stamped(lines, stamps),
        [number for number, line in enumerate(lines) if is_byline(line.text)],
        "\n".join(folded),
        Counter(folded),
        last,
    )


def rows_taken(lines: Sequence[Line], stamps: Stamps) -> set[int]:
    """Return the numbers of the lines that a stamp fills."""
    found = stamps.found
    return {row for stamp in found for row in (*_filled(lines, stamp), *_begun(lines, stamp))}


def rows_stamped(lines: Sequence[Line], stamps: Stamps) -> list[int]:
    """Return the number of the line with the stamp of publication, in a list of one or none."""
    chosen = stamps.published
    return [] if chosen is None else list(rows_of(lines, chosen.start, chosen.end))[-1:]


def _filled(lines: Sequence[Line], stamp: Stamp) -> Iterator[int]:
    """Yield the numbers of the lines that hold little beside a stamp."""
    for row in rows_of(lines, stamp.start, stamp.end):
        line = lines[row]
        if stamp.start - line.start < _SHORTEST and line.end - stamp.end < _SHORTEST:
            yield row


def _begun(lines: Sequence[Line], stamp: Stamp) -> Iterator[int]:
    """Yield the number of the line that begins with a stamp and names something beside it."""
    for row in rows_of(lines, stamp.start, stamp.end)[:1]:
        line = lines[row]
        rest = line.text[stamp.end - line.start :].lstrip()
        if stamp.start - line.start <= 1 and rest[:1] in _SEPARATORS:
            yield row


def candidates(page: CopiedPage) -> list[int]:
    """Return the numbers of the lines that may be the headline."""
    twins = captions(line.text for line in page.lines)
    taken = {*page.taken, *page.signed}
    return [
        number
        for number, line in enumerate(page.lines)
        if number not in taken
        and len(line.text) < _LONGEST
        and not line.is_no_title
        and not is_note(line.text)
        and line.text not in twins
        and _is_no_caption(line.text)
    ]


def _is_no_caption(text: str) -> bool:
    """Whether a line is no caption. A headline may have a picture credit, but is no sentence."""
    credit = credit_of(text)
    before = text if credit is None else text[: credit.start].rstrip()
    return credit is None or (len(before) >= _SHORTEST and not before.endswith("."))


def features(page: CopiedPage, number: int) -> dict[str, float]:
    """Return the features of a line, by name: values between 0 and 1."""
    return (
        _shape(page, number)
        | _echo(page, number)
        | _neighbours(page, number)
        | _text_below(page, number)
    )


def _score(page: CopiedPage, number: int) -> float:
    return score(WEIGHTS, features(page, number))


def _shape(page: CopiedPage, number: int) -> dict[str, float]:
    text = page.lines[number].text
    words = text.count(" ") + 1
    return {
        "length": min(len(text) / _USUAL, 1.0),
        "one word": words == 1,
        "a headline's number of words": _FEW_WORDS <= words <= _MANY_WORDS,
        "begins small": text[0].islower(),
        "ends as a sentence": text.endswith((".", ":", ",")),
        "holds a stamp": number in page.dated,
        "stands within another line": _stands_within_another(page, text.casefold()),
    }


def _stands_within_another(page: CopiedPage, text: str) -> bool:
    """Whether a line is a part of another one, such as a breadcrumb or `Titel | Küstenpost`."""
    return len(text) > _SHORTEST_PART and page.whole.count(text) > page.times[text]


def _echo(page: CopiedPage, number: int) -> dict[str, float]:
    """How many words of the line occur in the paragraphs below, and how often the line itself."""
    text = page.lines[number].text
    own = _forms(text)
    below = sum(page.last.get(form, -1) > number for form in own)
    return {
        "share of words that come back": below / len(own) if own else 0.0,
        "words that come back": min(below, 5) / 5,
        "no word comes back": below == 0,
        "repeated often": page.times[text.casefold()] > _OFTEN,
    }


def _neighbours(page: CopiedPage, number: int) -> dict[str, float]:
    """How near the line is to the top, to paragraphs, to the stamp and to bylines."""
    above = page.lines[number - 1] if number else None
    below_paragraph, above_paragraph = _nearness(page.paragraphs, number)
    below_stamp, above_stamp = _nearness(page.stamped, number)
    clean = not page.paragraphs or page.paragraphs[0] < _FAR
    shorter = above is not None and len(above.text) < min(len(page.lines[number].text), _USUAL + 10)
    return {
        "near the top": number < _NEAR_TOP,
        "near the top of a clean page": number < _TOP and clean,
        "lines above": min(number, _DEEP) / _DEEP,
        "below a shorter line": shorter,
        "below a paragraph": above is not None and above.is_paragraph,
        "near below a paragraph": below_paragraph,
        "near above a paragraph": above_paragraph,
        "right below the stamp": below_stamp > 1 - 3 / _FAR,
        "near above the stamp": above_stamp,
        "no stamp below": bool(page.stamped) and page.stamped[-1] < number,
        "no byline below": bool(page.signed) and page.signed[-1] < number,
        "no paragraph below": bool(page.paragraphs) and page.paragraphs[-1] < number,
    }


def _nearness(rows: Sequence[int], number: int) -> tuple[float, float]:
    """How near the next of some lines are, above and below: from 0 (far) to 1 (right here)."""
    at = bisect_left(rows, number)
    above = number - rows[at - 1] if at else _FAR
    below = rows[at] - number if at < len(rows) else _FAR
    return 1 - min(above, _FAR) / _FAR, 1 - min(below, _FAR) / _FAR


def _text_below(page: CopiedPage, number: int) -> dict[str, float]:
    at = bisect_left(page.paragraphs, number)
    end = bisect_left(page.paragraphs, number + _WITHIN)
    length = sum(len(page.lines[row].text) for row in page.paragraphs[at:end])
    return {
        "running text below": min(length, _MUCH_TEXT) / _MUCH_TEXT,
        "paragraphs above": min(at, 5) / 5,
    }


def _forms(text: str) -> set[str]:
    """Return the first letters of the longer words, which most inflected forms share."""
    found = WORD.findall(text.casefold())
    return {word[:_LETTERS] for word in found if len(word) > _SHORT_WORD}
