"""How a text is laid out: its lines, what each looks like, and which are furniture of a page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

from newsarc.catalog.furniture import is_button

_SENTENCE = re.compile(r"[.!?…:][\"“”»«)]?$")
# A line of running text in a copied page is longer than any headline; a shorter one may be a
# paragraph if it is a whole sentence.
_PARAGRAPH = 160
_LONG_SENTENCE = 110
_SHORT_SENTENCE = 60

# "Start / Ausland / Titel", "Home » News » Titel"
_BREADCRUMB = re.compile(r"^[^/»>›|]{2,40} [/»>›] (?:[^/»>›|]{2,40} [/»>›] )*.+$")
# A line that begins with a label of its own: a credit, a byline, a date, a topic.
_LABELLED = re.compile(
    r"\d\d?[.:]\d\d(?= Uhr)|(?:autor(?:in)?|text|fotos?|bild(?:quelle|rechte)?|quelle|abb|datum"
    r"|kategorie\w*"
    r"|filed|posted|tags?|veröffentlicht|eingetragen|schlagw\w+|copyright|author|redaktion"
    r"|lesezeit|lesedauer|stand|via|geschrieben|erstellt|aktualisiert|publiziert)"
    r"\b(?:[:.]| (?=[A-ZÄÖÜ0-9])|$)|©|.*©",
    re.IGNORECASE,
)
# An address, an arrow, a mark of quotation without its other, nothing but marks.
_ELSEWHERE = re.compile(
    r"https?://|www\.|@\w|[←→]|^[«»][^«»]*$|^[^«»]*[«»]$|^\W*$|\bcookies?\b", re.IGNORECASE
)


class Line(NamedTuple):
    """A line of a text: where it begins, and its words."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def is_paragraph(self) -> bool:
        """Whether it reads like running text: long, or a whole sentence."""
        length = len(self.text)
        if length >= _LONG_SENTENCE:
            ended = _SENTENCE.search(self.text) is not None or ". " in self.text
            return ended or length >= _PARAGRAPH
        return length >= _SHORT_SENTENCE and self.text.endswith((".", ".“", '."'))

    @property
    def is_furniture(self) -> bool:
        """Whether it belongs to the page and not to the article."""
        return is_button(self.text)

    @property
    def is_labelled(self) -> bool:
        """Whether it begins by saying what it is: a credit, a byline, a date, a topic."""
        return _LABELLED.match(self.text) is not None

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it is a path through a site, an address or a button."""
        return bool(_BREADCRUMB.match(self.text) or _ELSEWHERE.search(self.text))

    @property
    def is_no_title(self) -> bool:
        """Whether its looks rule out that it is a headline or a kicker."""
        return self.is_paragraph or self.is_furniture or self.leads_elsewhere or self.is_labelled


def lines(text: str) -> list[Line]:
    """Give the lines of a text that hold anything, in order."""
    found = []
    start = 0
    for part in text.split("\n"):
        if part.strip():
            found.append(Line(start, part))
        start += len(part) + 1
    return found


def rows_of(found: Sequence[Line], start: int, end: int) -> range:
    """Give the numbers of the lines that a stretch of the text touches."""
    first = bisect_right(found, start, key=lambda line: line.end)
    last = bisect_left(found, end, key=lambda line: line.start)
    return range(first, last)
