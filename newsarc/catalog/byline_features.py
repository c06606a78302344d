"""What speaks for and against a signature being the byline of a text.

Each feature has a name that can be shown as a reason, and a value between 0 and 1.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.names import has_known_first_name
from newsarc.catalog.signatures import ALONE, AT_END, BEFORE, BENEATH, BESIDE, BYLINE, LABELS, MARKS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from newsarc.catalog.signatures import Head, Signature

_NEXT_TO, _NEAR = 1, 3  # lines from the stamp
_LIKE = 3  # lines in which several like signatures make a list
_PICTURE = re.compile(
    r"foto|bild|©|grafik|illustration|credit|photo|quelle|kamera|video", re.IGNORECASE
)
_PICTURE_LABEL = re.compile(r"(?:fotos?|bild\w*|photo|©)\s*:?$", re.IGNORECASE)
_OTHER_ROLE = re.compile(r"\W*(?:interview|protokoll|regie|kamera|übersetz)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Signed(Struct, frozen=True):
    """A text with its signatures, and what all of them are compared with.

    `spoken` are the words of its paragraphs, `times` counts equal lines; both without case.
    """

    head: Head
    signatures: Sequence[Signature]
    spoken: Collection[str]
    times: Mapping[str, int]


def signed(head: Head, signatures: Sequence[Signature]) -> Signed:
    """Return a text with these signatures."""
    spoken = {
        word
        for number in head.paragraphs
        for word in _WORD.findall(head.lines[number].text.casefold())
    }
    times = Counter(line.text.strip(MARKS).casefold() for line in head.lines)
    return Signed(head, signatures, spoken, times)


def features(text: Signed, index: int) -> Iterator[tuple[str, float]]:
    """Yield the features of a signature: name, and value between 0 and 1."""
    yield from _form(text, index)
    yield from _names(text, text.signatures[index])
    yield from _headline(text.head, text.signatures[index].number)
    yield from _stamp(text.head, text.signatures[index].number)
    yield from _paragraphs(text.head, text.signatures[index].number)
    yield from _others(text, index)


def _form(text: Signed, index: int) -> Iterator[tuple[str, float]]:
    """Where the names stand on their line, and with what label."""
    found = text.signatures[index]
    line = text.head.lines[found.number].text
    one_word = found.authors[0].count(" ") == 0
    yield "a label before it", found.rule == BYLINE
    yield "a label above it", found.rule == BENEATH
    yield "beside the stamp", found.rule == BESIDE
    yield "a line of its own", found.rule in {ALONE, AT_END}
    yield "before a separator", found.rule == BEFORE
    yield "a pseudonym", one_word
    yield "much else on its line", len(line) - sum(map(len, found.authors)) > 30
    yield "the label of another role", bool(_OTHER_ROLE.match(line))
    above = text.head.lines[found.number - 1].text if found.number else ""
    yield "words of a picture", bool(_PICTURE.search(line) or _PICTURE_LABEL.search(above))


def _names(text: Signed, found: Signature) -> Iterator[tuple[str, float]]:
    """What is known of the names."""
    last = [name.rpartition(" ")[2].casefold() for name in found.authors]
    number = text.head.headline
    title = "" if number in {None, found.number} else text.head.lines[number or 0].text.casefold()
    yield "known first names", all(map(has_known_first_name, found.authors))
    yield "a single name", len(found.authors) == 1
    yield "in capitals", all(name.isupper() for name in found.authors)
    yield "named in the text", any(name in text.spoken for name in last)
    yield "named in the headline", any(name in title for name in last)
    yield "named on another line", any(text.times[name.casefold()] > 1 for name in found.authors)


def _headline(head: Head, number: int) -> Iterator[tuple[str, float]]:
    """How far it is from the headline."""
    distance = 99 if head.headline is None else number - head.headline
    yield "right below the headline", 0 < distance <= 2
    yield "below the headline", 0 < distance <= 6
    yield "farther below the headline", 6 < distance <= 14
    yield "far below the headline", distance > 30
    yield "right above the headline", -2 <= distance < 0
    yield "above the headline", distance < 0
    yield "on the headline", distance == 0


def _stamp(head: Head, number: int) -> Iterator[tuple[str, float]]:
    """How far it is from the stamp of publication."""
    distance = min((abs(number - stamp) for stamp in head.stamped), default=99)
    yield "next to the stamp", distance <= _NEXT_TO
    yield "near the stamp", distance <= _NEAR
    yield "no stamp in the text", not head.stamped


def _paragraphs(head: Head, number: int) -> Iterator[tuple[str, float]]:
    """How far it is from the paragraphs."""
    above = bisect_left(head.paragraphs, number)
    first = head.paragraphs[0] - number if head.paragraphs else 0
    last = number - head.paragraphs[-1] if head.paragraphs else 0
    yield "below the first paragraphs", 1 <= above <= 2
    yield "paragraphs above", min(above, 10) / 10
    yield "near above the text", 0 < first <= 4
    yield "right below the text", 0 < last <= 2
    yield "below the text", last > 0
    yield "on the last line", number == len(head.lines) - 1


def _others(text: Signed, index: int) -> Iterator[tuple[str, float]]:
    """The other signatures of the text."""
    found, all_ = text.signatures[index], text.signatures
    like = [
        one
        for one in all_
        if one.rule == found.rule and 0 < abs(one.number - found.number) <= _LIKE
    ]
    labelled = [one for one in all_ if one.rule in LABELS]
    strangers = any(one.authors != found.authors for one in labelled)
    yield "the first name", index == 0
    yield "the first label", bool(labelled) and labelled[0] is found
    yield "another has a label", found.rule not in LABELS and bool(labelled)
    yield "others have labels, too", found.rule in LABELS and strangers
    yield "many signatures", min(len(all_), 20) / 20
    yield "in a list of names", len(like) > 1
