"""Which line of a page is its headline.

The weights were fitted on four hundred pages of German publishers as copied text; they
must move together.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsarc.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsarc.catalog.layout import Line

# How many lines above a first paragraph or stamp a headline may stand, and how many below a stamp.
_ABOVE = 14
_BELOW = 4
# How much of what follows is compared with a headline's words.
_FOLLOWING_LINES = 40
_FOLLOWING = 4000
_USUAL = 35
_LONG = 110
_LONGEST = 200


def find_headline(
    found: Sequence[Line], stamped: Collection[int], taken: Collection[int]
) -> int | None:
    """Give the number of the line that is the headline, or None.

    `stamped` are the numbers of lines with a stamp of the article, `taken` those known to
    be something else. A headline stands above the first paragraph or near the stamp, has
    the length of one, and its words come back in what follows.
    """
    first = next((number for number, line in enumerate(found) if line.is_paragraph), None)
    anchors = sorted({number for number in (first, *stamped) if number is not None})
    if not anchors:
        anchors = [min(len(found), _ABOVE)]
    near = {
        number
        for anchor in anchors
        for number in range(max(0, anchor - _ABOVE), min(len(found), anchor + _BELOW + 1))
    }
    candidates = [number for number in sorted(near) if _may_be(found[number], number in taken)]
    times = Counter(line.text for line in found)
    return max(
        candidates,
        key=lambda number: (_worth(found, number, anchors, times), -number),
        default=None,
    )


def _may_be(line: Line, taken: bool) -> bool:
    return (
        not (taken or line.is_no_title) and len(line.text.split()) > 1 and len(line.text) < _LONGEST
    )


def _worth(
    found: Sequence[Line], number: int, anchors: Sequence[int], times: Counter[str]
) -> float:
    """Weigh a candidate: its shape, its place, and the words it shares with what follows."""
    text = found[number].text
    following = found[number + 1 : number + _FOLLOWING_LINES]
    body = _forms(" ".join(line.text for line in following)[:_FOLLOWING])
    own = _forms(text)
    worth = _shape(text) + 0.85 * (len(own & body) / len(own) if own else 0.0)
    worth -= _distance(number, anchors)
    worth += 0.1 * (times[text] > 1) + 0.35 * (number == 0) + 0.2 * (number == 1)
    worth -= 0.45 * text.endswith((".", ":", ","))
    return worth - 0.4 * (len(text.split()) == len(("two", "words")))


def _shape(text: str) -> float:
    length = len(text)
    if length <= _LONG:
        return min(length / _USUAL, 1.0)
    return max(0.0, 1 - (length - _LONG) / (_LONGEST - _LONG))


def _distance(number: int, anchors: Sequence[int]) -> float:
    """Count the lines to the next anchor below; a line below all anchors is far away."""
    below = [anchor - number for anchor in anchors if anchor >= number]
    return 0.04 * min(below) if below else 1.2 * (number - anchors[-1])


def _forms(text: str) -> set[str]:
    """Give the beginnings of the longer words, in which most inflected forms meet."""
    return {fold(word)[:6] for word in WORD.findall(text) if len(word) > len("das")}
