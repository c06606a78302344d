"""From the blocks of one article in a Nexis export to a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.dates.written import read_date
from newsarc.language import language_code
from newsarc.readers.base import NOTHING_SAID, refused
from newsarc.readers.databases.labels import HEADS, TAILS, label
from newsarc.readers.databases.stated import date, number, paragraphs, word_note
from newsarc.readers.fields.persons import persons
from newsarc.records.kept import Evidence
from newsarc.records.read import Document
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.records.kept import Origin
    from newsarc.records.read import Refusal

_RIGHTS = re.compile(
    r"copyright\b|©|\(c\) ?[12]|all rights reserved|alle rechte|tous droits|todos los derechos",
    re.IGNORECASE,
)
_LONGEST_SOURCE = 200
_LONGEST_TITLE = 1000


class Block(Struct, frozen=True):
    """A paragraph of an export, its lines as they stand, and whether they are centred."""

    text: str
    is_centred: bool = False

    @property
    def line(self) -> str:
        """The paragraph as one line."""
        return " ".join(self.text.split())


class Parts:
    """What is said of an article so far."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.texts: list[str] = []
        self.is_begun = self.is_over = False

    def say(self, field: str, words: str) -> None:
        """Take the first words that are said of a field."""
        if words and field not in self.fields:
            self.fields[field] = words


def article(blocks: Iterable[Block], origin: Origin) -> Document | Refusal:
    """Return the document of one article's blocks, or a refusal if they hold no article."""
    found = list(blocks)
    parts = Parts()
    heads = [at for at, each in enumerate(found) if _head(each) in {"length", "body", "section"}]
    for at, block in enumerate(found):
        _take(block, parts, is_before=bool(heads) and at < heads[-1])
    return document(parts, origin)


def document(parts: Parts, origin: Origin) -> Document | Refusal:
    """Return the document that parts make, or a refusal if these are no article."""
    said = parts.fields
    title, deck = _title(said.get("title", ""))
    body = paragraphs([text for text in (deck, *parts.texts) if text])
    if not (body or (title and ("date" in said or "source" in said))):
        return refused(origin, NOTHING_SAID)
    stated_date, words = said.get("date", ""), number(said.get("length", ""))
    day = date(stated_date)
    note = word_note(words, parts.texts)
    return Document(
        origin,
        body=body,
        title=title or None,
        date=day or _line(stated_date),
        source=_line(said.get("source") or said.get("rights", "")),
        authors=tuple(dict.fromkeys(persons(_line(said.get("authors", "")) or ""))),
        place=_line(said.get("place", "")),
        language=_language(said.get("language", "")),
        evidence=_evidence(stated_date) if day else (),
        notes=() if note is None else (note,),
    )


def _take(block: Block, parts: Parts, *, is_before: bool) -> None:
    """Put a block where it belongs; `is_before` if labels of the head are still to come."""
    found = label(block.text)
    if found and found[0] in TAILS and not is_before:
        parts.is_over = True
        parts.say(TAILS[found[0]], " ".join(found[1].split()))
    elif found and found[0] in HEADS and not (parts.is_over or block.is_centred):
        _take_head(HEADS[found[0]], found[1], parts)
    elif block.is_centred:
        _take_centred(block, parts)
    elif parts.is_over or (found and is_before and parts.is_begun and not parts.texts):
        return
    elif not parts.is_begun:
        parts.is_begun = True
        parts.say("title", block.text)
    else:
        parts.texts.append(block.text)


def _take_head(field: str, words: str, parts: Parts) -> None:
    parts.is_begun = True
    if field in {"lead", "body"}:
        parts.texts += [words] if words else []
    elif field == "title":
        parts.fields["title"] = words
    else:
        parts.say(field, " ".join(words.split()))


def _take_centred(block: Block, parts: Parts) -> None:
    """Take the medium or the date from what stands in the middle."""
    if parts.is_over:
        return
    if _RIGHTS.search(block.text):
        parts.say("rights", block.text.rpartition("\n")[2])
    elif "date" not in parts.fields and date(block.line):
        parts.say("date", block.line)
    elif not (parts.is_begun or "date" in parts.fields) and len(block.line) <= _LONGEST_SOURCE:
        parts.say("source", block.line)
    elif parts.texts:
        parts.texts.append(block.text)


def _head(block: Block) -> str | None:
    found = label(block.text)
    return HEADS.get(found[0]) if found else None


def _title(words: str) -> tuple[str, str]:
    """Return a headline as one line, and the deck below it: `Headline;` ends its line."""
    first, sign, rest = words.strip().partition(";\n")
    title = _line(first) or ""
    if len(title) > _LONGEST_TITLE:
        return "", words
    return title, " ".join(rest.split()) if sign else ""


def _line(words: str) -> str | None:
    """Return words as one cleaned line, None if there are none."""
    return one_line(words) or None


def _language(words: str) -> str | None:
    """Return a language as it is stated, if it can be understood."""
    named = (part.strip() for part in re.split("[;/,]", _line(words) or ""))
    return next((part for part in named if language_code(part)), None)


def _evidence(words: str) -> tuple[Evidence, ...]:
    line = _line(words) or ""
    return () if read_date(line) else (Evidence("date", line, "date of the export"),)
