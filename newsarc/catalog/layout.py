"""The lines of a text: where each begins, and what it looks like."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.furniture import is_button, is_nameless_byline
from newsarc.catalog.words.stamp_labels import STAMP_LABELS
from newsarc.catalog.words.wording import alternatives
from newsarc.dates.conventions import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE = re.compile(r"[.!?…:][\"“”»«)]?$")
# Characters of a paragraph in a copied page. A line of 160 is longer than any headline; a
# shorter one is a paragraph if it holds a whole sentence.
_PARAGRAPH = 160
_LONG_SENTENCE = 110
_SHORT_SENTENCE = 60
_LABEL_AND_DATE = 80

# `Start / Ausland / Titel`, `Home » News » Titel`
_BREADCRUMB = re.compile(r"^[^/»>›|]{2,40} [/»>›] (?:[^/»>›|]{2,40} [/»>›] )*.+$")
# The label at the beginning of a line: of a credit, a byline, a date, a topic.
# Without a colon, a noun is one only before a capital letter: `Autor verhaftet` has none.
_LABELLED = re.compile(
    r"\d\d?[.:]\d\d(?= Uhr)|(?:autor(?:in)?|text|fotos?|bild(?:quelle|rechte)?|quelle|abb|datum"
    r"|kategorie\w*|tags?|schlagw\w+|copyright|author|redaktion|stand|via)"
    r"\b(?:[:.]| (?-i:(?=[A-ZÄÖÜ0-9]))|$)"
    r"|(?:filed|posted|veröffentlicht|eingetragen|lesezeit|lesedauer|geschrieben|erstellt"
    r"|aktualisiert|publiziert)\b(?:[:.]| (?=[A-ZÄÖÜ0-9])|$)|©|.*©",
    re.IGNORECASE,
)
# A date alone, be there such a day or not, or a time without a date.
_ONLY_DATE = re.compile(
    r"\W{0,3}(?:(?:mo|di|mi|do|fr|sa|so|\w{2,8}tag|mittwoch|\w{3,6}day)[.,]{0,2} )?"
    rf"\d{{1,2}}(?:[./-] ?\d{{1,2}}[./-] ?|\. (?:{'|'.join(MONTHS)})\.? ?)(?:\d{{2}}|\d{{4}})?"
    r"(?:,? (?:um )?\d\d?[:.]\d\d(?: ?uhr)?)?\W{0,3}"
    r"|(?:vorgestern|gestern|heute|yesterday|today)\W{1,3}(?:um )?\d\d?[:.]\d\d(?: uhr)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
# Words that announce an article, above or below its headline.
_NOTE = re.compile(
    r"\W*(?:exklusiv|eil|eilmeldung|breaking|breaking news|exclusive|update|liveticker)\W*",
    re.IGNORECASE,
)
# The day of a birth or a death: `* 5. März 1950`
_LIFE = re.compile(r"(?<![*†✝])[*†✝] ?\d{1,2}\. ?\w")
# A line that is little more than a day with its label, which is no day of the article.
_OTHER_DATE = re.compile(
    rf"\W{{0,3}}+(?:[\w-]{{1,30}} ){{0,2}}{alternatives(STAMP_LABELS, 'other')}\W[^\n]{{0,20}}?"
    r"\d{1,2}(?:st|nd|rd|th)?[ .,/-][^\n]{0,16}?(?:19|20)\d\d(?:\W{1,3}(?:um )?\d\d?[:.]\d\d)?"
    r"(?: Uhr)?\W{0,3}",
    re.IGNORECASE,
)
# An address, an arrow, a quotation mark without its counterpart, or no letters at all.
_ELSEWHERE = re.compile(
    r"https?://|www\.|@\w|[←→]|^[«»][^«»]*$|^[^«»]*[«»]$|^\W*$|\bcookies?\b", re.IGNORECASE
)


class Line(Struct, frozen=True, gc=False):
    """A line of a text, which begins at `start`.

    `is_paragraph` says whether it looks like running text: it is long, or a whole sentence.
    """

    start: int
    text: str
    is_paragraph: bool

    @property
    def end(self) -> int:
        """Where the line ends."""
        return self.start + len(self.text)

    @property
    def is_furniture(self) -> bool:
        """Whether the line belongs to the page and not to the article."""
        return is_button(self.text)

    @property
    def leads_elsewhere(self) -> bool:
        """Whether the line is a path through a site, a web address or a link."""
        return _leads_elsewhere(self.text)

    @property
    def is_no_title(self) -> bool:
        """Whether the line cannot be a headline or a kicker."""
        return self.is_paragraph or is_no_title(self.text)


# The lines of a site's furniture come up again and again, and each is asked several times.
@lru_cache(maxsize=4096)
def is_no_title(text: str) -> bool:
    """Whether a line is furniture, leads elsewhere, is a date or begins with a label: `Foto:`."""
    if is_button(text) or _leads_elsewhere(text) or _LABELLED.match(text) is not None:
        return True
    return is_nameless_byline(text) or _is_other_date(text)


def _is_other_date(text: str) -> bool:
    """Whether a line is a date or little more, be there such a day or not, or tells of a life."""
    if _DIGIT.search(text) is None:
        return False
    if len(text) > _LABEL_AND_DATE:
        return _LIFE.search(text) is not None
    found = _LIFE.search(text) or _ONLY_DATE.fullmatch(text) or _OTHER_DATE.fullmatch(text)
    return found is not None


@lru_cache(maxsize=4096)
def is_note(text: str) -> bool:
    """Whether a line only announces its article, as a kicker may: `+++ Eilmeldung +++`."""
    return len(text) <= _LABEL_AND_DATE and _NOTE.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _leads_elsewhere(text: str) -> bool:
    return bool(_BREADCRUMB.match(text) or _ELSEWHERE.search(text))


def lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, in order."""
    found = []
    start = 0
    for part in text.split("\n"):
        if part.strip():
            found.append(Line(start, part, is_paragraph(part)))
        start += len(part) + 1
    return found


def each_line(text: str) -> Iterator[str]:
    """Yield the lines of a text, blank ones too; the rest is not split before it is asked for."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def is_paragraph(text: str) -> bool:
    """Whether a line looks like running text: it is long, or a whole sentence."""
    length = len(text)
    if length >= _LONG_SENTENCE:
        return length >= _PARAGRAPH or ". " in text or _SENTENCE.search(text) is not None
    return length >= _SHORT_SENTENCE and text.endswith((".", ".“", '."'))


def paragraphs_of(found: Sequence[Line]) -> list[int]:
    """Return the numbers of the paragraphs among some lines."""
    return [number for number, line in enumerate(found) if line.is_paragraph]


def rows_of(found: Sequence[Line], start: int, end: int) -> range:
    """Return the numbers of the lines that overlap `start` to `end` of the text."""
    first = bisect_right(found, start, key=lambda line: line.end)
    last = bisect_left(found, end, key=lambda line: line.start)
    return range(first, last)
