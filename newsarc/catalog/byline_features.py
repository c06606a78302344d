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
    from collections.abc import Collection, Mapping, Sequence

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


def features(text: Signed, index: int) -> dict[str, float]:
    """Return the features of a signature, by name: values between 0 and 1."""
    head, number = text.head, text.signatures[index].number
    return (
        _form(text, index)
        | _names(text, text.signatures[index])
        | _headline(head, number)
        | _stamp(head, number)
        | _paragraphs(head, number)
        | _others(text, index)
    )


def _form(text: Signed, index: int) -> dict[str, float]:
    """Where the names stand on their line, and with what label."""
    found = text.signatures[index]
    line = text.head.lines[found.number].text
    one_word = found.authors[0].count(" ") == 0
    above = text.head.lines[found.number - 1].text if found.number else ""
    return {
        "a label before it": found.rule == BYLINE,
        "a label above it": found.rule == BENEATH,
        "beside the stamp": found.rule == BESIDE,
        "a line of its own": found.rule in {ALONE, AT_END},
        "before a separator": found.rule == BEFORE,
        "a pseudonym": one_word,
        "much else on its line": len(line) - sum(map(len, found.authors)) > 30,
        "the label of another role": bool(_OTHER_ROLE.match(line)),
        "words of a picture": bool(_PICTURE.search(line) or _PICTURE_LABEL.search(above)),
    }


def _names(text: Signed, found: Signature) -> dict[str, float]:
    """What is known of the names."""
    last = [name.rpartition(" ")[2].casefold() for name in found.authors]
    number = text.head.headline
    title = "" if number in {None, found.number} else text.head.lines[number or 0].text.casefold()
    return {
        "known first names": all(map(has_known_first_name, found.authors)),
        "a single name": len(found.authors) == 1,
        "in capitals": all(name.isupper() for name in found.authors),
        "named in the text": any(name in text.spoken for name in last),
        "named in the headline": any(name in title for name in last),
        "named on another line": any(text.times[name.casefold()] > 1 for name in found.authors),
    }


def _headline(head: Head, number: int) -> dict[str, float]:
    """How far it is from the headline."""
    distance = 99 if head.headline is None else number - head.headline
    return {
        "right below the headline": 0 < distance <= 2,
        "below the headline": 0 < distance <= 6,
        "farther below the headline": 6 < distance <= 14,
        "far below the headline": distance > 30,
        "right above the headline": -2 <= distance < 0,
        "above the headline": distance < 0,
        "on the headline": distance == 0,
    }


def _stamp(head: Head, number: int) -> dict[str, float]:
    """How far it is from the stamp of publication."""
    distance = min((abs(number - stamp) for stamp in head.stamped), default=99)
    return {
        "next to the stamp": distance <= _NEXT_TO,
        "near the stamp": distance <= _NEAR,
        "no stamp in the text": not head.stamped,
    }


def _paragraphs(head: Head, number: int) -> dict[str, float]:
    """How far it is from the paragraphs."""
    above = bisect_left(head.paragraphs, number)
    first = head.paragraphs[0] - number if head.paragraphs else 0
    last = number - head.paragraphs[-1] if head.paragraphs else 0
    return {
        "below the first paragraphs": 1 <= above <= 2,
        "paragraphs above": min(above, 10) / 10,
        "near above the text": 0 < first <= 4,
        "right below the text": 0 < last <= 2,
        "below the text": last > 0,
        "on the last line": number == len(head.lines) - 1,
    }


def _others(text: Signed, index: int) -> dict[str, float]:
    """The other signatures of the text."""
    found, all_ = text.signatures[index], text.signatures
    like = [
        one
        for one in all_
        if one.rule == found.rule and 0 < abs(one.number - found.number) <= _LIKE
    ]
    labelled = [one for one in all_ if one.rule in LABELS]
    strangers = any(one.authors != found.authors for one in labelled)
    return {
        "the first name": index == 0,
        "the first label": bool(labelled) and labelled[0] is found,
        "another has a label": found.rule not in LABELS and bool(labelled),
        "others have labels, too": found.rule in LABELS and strangers,
        "many signatures": min(len(all_), 20) / 20,
        "in a list of names": len(like) > 1,
    }
