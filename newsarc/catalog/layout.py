"""How a text is laid out: its lines, what each looks like, and which are furniture of a page."""

from __future__ import annotations

import re
from typing import NamedTuple

_SENTENCE = re.compile(r"[.!?…:][\"“”»«)]?$")
# A line of running text in a copied page is longer than any headline; a shorter one may be a
# paragraph if it is a whole sentence.
_PARAGRAPH = 160
_LONG_SENTENCE = 110
_SHORT_SENTENCE = 60

# What pages put around an article, a line each: share bars, reading times, prompts.
_FURNITURE = re.compile(
    r"""
    (?: teilen | drucken | merken | vorlesen | kommentare? | kommentieren | anzeige | werbung
      | newsletter | twitter | facebook | whatsapp | e-?mail | telegram | linkedin | xing | pocket
      | instagram | flipboard | zur\ startseite | startseite | home | zurück | suche | menü | login
      | anmelden | registrieren | share | print | save | comments?
      | artikel\ (?:anhören|teilen|drucken|merken|vorlesen)
      | (?:seite|link|beitrag)\ (?:teilen|kopieren|drucken)
      | mehr\ zum\ thema | lesen\ sie\ (?:auch|mehr).{0,80} | auch\ interessant.{0,40}
      | das\ könnte\ sie\ auch\ interessieren.{0,20} | alle\ artikel\ der\ serie
      | (?:lesezeit|lesedauer)\W{0,3}(?:ca\.?\ )?\d+\ min\w*\.?
      | (?:ca\.?\ )?\d+\ min(?:uten|\.)?(?:\ lesezeit)?
      | \d+\ (?:kommentare?|bewertungen|bilder)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Start / Ausland / Titel", "Home » News » Titel"
_BREADCRUMB = re.compile(r"^[^/»>›|]{2,40} [/»>›] (?:[^/»>›|]{2,40} [/»>›] )*.+$")
# A line that begins with a label of its own: a credit, a byline, a date, a topic.
_LABELLED = re.compile(
    r"(?:von|by|autor(?:in)?|text|fotos?|bild(?:er|quelle|rechte)?|quelle|abb|datum|kategorie\w*"
    r"|filed|posted|tags?|veröffentlicht|eingetragen|schlagw\w+|copyright|author|redaktion"
    r"|lesezeit|lesedauer|stand|via|geschrieben|erstellt|aktualisiert|publiziert)"
    r"\b(?:[:.]| (?=[A-ZÄÖÜ0-9])|$)|©|.*©",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"https?://|www\.|@\w|[←→]|^[«»]|[«»]$|^\W*$|\bcookies?\b", re.IGNORECASE)


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
        return _FURNITURE.fullmatch(self.text.strip(" |•·:-–")) is not None

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
