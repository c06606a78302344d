"""From an entry of a feed, in any format, to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.readers.addresses import canonical
from newsarc.readers.base import refused
from newsarc.readers.fields.persons import is_address, persons
from newsarc.readers.markup import of_html, without_markup
from newsarc.readers.mojibake import REPAIRED, repaired
from newsarc.records.kept import Evidence
from newsarc.records.read import Document
from newsarc.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.readers.base import Piece
    from newsarc.records.read import Refusal

# The evidence of a text that is only a summary.
SUMMARY_ONLY = "feed entry with a summary only"
BREAKS_OFF = "feed entry that breaks off"
# In characters and paragraphs: some feeds put the whole text where others have a summary. Of 224
# descriptions in 18 feeds 6 are as long, all of one newspaper, and they are whole texts.
_LONGEST_SUMMARY, _FEWEST = 3000, 4
_BROKEN = ("[…]", "[...", "(...", "(…)", "[…")
_LONGEST_WORDS = 200
# In characters, of an id as a place in a file.
_LONGEST_MEMBER = 500


class Entry(Struct, frozen=True, kw_only=True):
    """An entry as its feed has it; what it does not state is empty.

    `convention` is the name of the format, the rules are the properties that hold the dates.
    `published` and `updated` are dates that newsarc knows, the words are those of the feed. `base`
    is the address of the site, `draft` what says that the entry was never published.
    """

    convention: str
    title: str = ""
    content: str = ""
    is_html: bool = True
    summary: str = ""
    published: str = ""
    published_words: str = ""
    published_rule: str = ""
    updated: str = ""
    updated_words: str = ""
    updated_rule: str = ""
    draft: str = ""
    link: str = ""
    base: str = ""
    id: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    source: str = ""


def document(piece: Piece, entry: Entry, number: int) -> Document | Refusal:
    """Return the document of an entry, by its own id or else its number from 1."""
    entry, notes = _repaired(entry)
    origin = piece.within(one_line(entry.id)[:_LONGEST_MEMBER] or str(number))
    title = one_line(without_markup(entry.title))
    content = of_html(entry.content) if entry.is_html else clean(without_markup(entry.content))
    body = content or of_html(entry.summary)
    if not (title or body):
        return refused(origin, "is an entry with neither a text nor a headline")
    part = _part(content, body)
    return Document(
        origin,
        body=body,
        title=title or None,
        date=one_line(entry.published or entry.updated) or None,
        updated=_updated(entry),
        source=one_line(without_markup(entry.source)) or None,
        authors=entry.authors,
        language=one_line(entry.language) or None,
        url=canonical(entry.link, entry.base),
        external_id=one_line(entry.id) or None,
        truncated=part is not None,
        status="withheld" if entry.draft else None,
        evidence=tuple(_evidence(entry, part)),
        notes=notes,
    )


def people(names: Iterable[str]) -> tuple[str, ...]:
    """Return the persons that some claims name, each once; an address names none."""
    found = (name for each in names for name in persons(one_line(without_markup(each))))
    return tuple(dict.fromkeys(name for name in found if not is_address(name)))


def _repaired(entry: Entry) -> tuple[Entry, tuple[str, ...]]:
    """Return an entry with its texts repaired, and a note on that."""
    texts = (entry.title, entry.content, entry.summary)
    title, content, summary = mended = tuple(map(repaired, texts))
    if mended == texts:
        return entry, ()
    return replace(entry, title=title, content=content, summary=summary), (REPAIRED,)


def _updated(entry: Entry) -> str | None:
    is_later = bool(entry.published) and entry.updated != entry.published
    return one_line(entry.updated) or None if is_later else None


def _part(content: str, body: str) -> Evidence | None:
    """Return why a text is only a part of the article, None if nothing says so."""
    if not body:
        return None
    if not content and (len(body) < _LONGEST_SUMMARY or body.count("\n\n") < _FEWEST):
        return Evidence("truncated", one_line(body)[:_LONGEST_WORDS], SUMMARY_ONLY)
    end = body[-20:].rstrip(" .")
    return Evidence("truncated", body[-60:], BREAKS_OFF) if end.endswith(_BROKEN) else None


def _evidence(entry: Entry, part: Evidence | None) -> Iterator[Evidence]:
    published = _stated(entry, entry.published_words or entry.published, entry.published_rule)
    updated = _stated(entry, entry.updated_words or entry.updated, entry.updated_rule)
    if found := published if entry.published else updated:
        yield Evidence("date", *found)
    if updated and _updated(entry):
        yield Evidence("updated", *updated)
    if part:
        yield part
    if entry.draft:
        yield Evidence("status", entry.draft, f"{entry.convention} status")


def _stated(entry: Entry, words: str, rule: str) -> tuple[str, str] | None:
    line = one_line(words)[:_LONGEST_WORDS]
    return (line, f"{entry.convention} {rule}") if line else None
