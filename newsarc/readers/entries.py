"""From an entry of a feed, in any format, to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.addresses import canonical
from newsarc.readers.base import refused
from newsarc.readers.markup import without_markup
from newsarc.readers.persons import is_address, persons
from newsarc.records.kept import Evidence
from newsarc.records.read import Document
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.readers.base import Piece
    from newsarc.records.read import Refusal

# The evidence of a text that is only a summary.
SUMMARY_ONLY = "feed entry with a summary only"
_LONGEST_WORDS = 200
# In characters, of an id as a place in a file.
_LONGEST_MEMBER = 500


class Entry(Struct, frozen=True, kw_only=True):
    """An entry as its feed has it; what it does not state is empty.

    `convention` is the name of the format, the rules those properties that hold the dates.
    """

    convention: str
    title: str = ""
    content: str = ""
    is_html: bool = True
    summary: str = ""
    published: str = ""
    published_rule: str = ""
    updated: str = ""
    updated_rule: str = ""
    link: str = ""
    id: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    source: str = ""


def document(piece: Piece, entry: Entry, number: int) -> Document | Refusal:
    """Return the document of an entry, by its own id or else its number from 1."""
    origin = piece.within(_line(entry.id)[:_LONGEST_MEMBER] or str(number))
    title = _line(without_markup(entry.title))
    content = _paragraphs(entry.content, entry.is_html)
    summary = "" if content else _paragraphs(entry.summary, is_html=True)
    if not (title or content or summary):
        return refused(origin, "is an entry with neither a text nor a headline")
    return Document(
        origin,
        body=content or summary,
        title=title or None,
        date=_line(entry.published or entry.updated) or None,
        updated=_updated(entry),
        source=_line(without_markup(entry.source)) or None,
        authors=entry.authors,
        language=_line(entry.language) or None,
        url=canonical(entry.link),
        external_id=_line(entry.id) or None,
        truncated=bool(summary),
        evidence=tuple(_evidence(entry, summary)),
    )


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Return the persons that some claims name, each once; an address names none."""
    found = (name for each in names for name in persons(_line(without_markup(each))))
    return tuple(dict.fromkeys(name for name in found if not is_address(name)))


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _paragraphs(text: str, is_html: bool) -> str:
    marked = f"<div>{text}</div>" if is_html and text else text
    lines = clean(without_markup(marked)).split("\n")
    return "\n".join(line.strip() for line in lines).strip("\n")


def _updated(entry: Entry) -> str | None:
    is_later = bool(entry.published) and entry.updated != entry.published
    return _line(entry.updated) or None if is_later else None


def _evidence(entry: Entry, summary: str) -> Iterator[Evidence]:
    published = (entry.published, entry.published_rule)
    if not entry.published:
        published = (entry.updated, entry.updated_rule)
    if published[0]:
        yield Evidence("published", _line(published[0])[:_LONGEST_WORDS], _rule(entry, published[1]))
    if updated := _updated(entry):
        yield Evidence("updated", updated[:_LONGEST_WORDS], _rule(entry, entry.updated_rule))
    if summary:
        yield Evidence("truncated", _line(summary)[:_LONGEST_WORDS], SUMMARY_ONLY)


def _rule(entry: Entry, name: str) -> str:
    return f"{entry.convention} {name}"
