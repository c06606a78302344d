"""From what an agency says of its item, in any format, to one and the same document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.dates.written import read_date
from newsarc.readers.addresses import canonical
from newsarc.readers.base import NOTHING_SAID, refused
from newsarc.readers.fields.persons import persons
from newsarc.records.kept import Evidence
from newsarc.records.read import Document
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.records.kept import Origin, Publishing
    from newsarc.records.read import Refusal

# The kinds of IPTC's news codes and of ninjs that hold no text of their own.
_KINDS = {
    "picture": "a picture",
    "image": "a picture",
    "photo": "a picture",
    "graphic": "a graphic",
    "animation": "an animation",
    "video": "a video",
    "audio": "a sound",
    "component": "a part of another item",
    "event": "an event",
    "planning": "a plan of coverage",
    "package": "a package",
}
_STATUS: dict[str, Publishing] = {
    "canceled": "canceled",
    "cancelled": "canceled",
    "withheld": "withheld",
    "embargoed": "withheld",
}
# The place of `Berlin (dpa) - `, `MADRID, 21 Nov. 2024 (Europa Press) -`; a time names none.
_PLACE = re.compile(r"[^\W\d_][^\d(,]{0,80}")
_LONGEST_WORDS = 200


class Said(Struct, frozen=True):
    """What one property of an item says, and the name of the property.

    `means` is the same in words that newsarc knows, where an agency has its own: `251037 Sep 24`.
    """

    words: str
    name: str
    means: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """An item as its format has it; `convention` is the name of the format.

    `text` is the running text, cleaned, `summary` stands for it where there is none. A `subhead`
    becomes its first paragraph. `created`
    are the times of the first version, best first, `changed` that of this one; `correction` is
    what says that it corrects an earlier one.
    """

    convention: str
    text: str = ""
    summary: str = ""
    title: Said | None = None
    subhead: Said | None = None
    kicker: Said | None = None
    created: tuple[Said, ...] = ()
    changed: Said | None = None
    embargo: Said | None = None
    provider: Said | None = None
    credit: Said | None = None
    by: Said | None = None
    dateline: Said | None = None
    language: Said | None = None
    genre: Said | None = None
    status: Said | None = None
    correction: Said | None = None
    url: str | None = None
    id: str | None = None
    version: str | None = None


def said(words: object, name: str) -> Said | None:
    """Return what a property says on one line, None if it says nothing."""
    is_stated = isinstance(words, (str, int)) and not isinstance(words, bool)
    line = one_line(str(words)) if is_stated else ""
    return Said(line, name) if line else None


def no_text(kind: str, title: Said | None) -> str | None:
    """Return why an item of a kind is no document, None if it may be one."""
    what = _KINDS.get(kind)
    called = f" ({title.words[:60]})" if title else ""
    return f"is {what}, not a text{called}" if what else None


def document(origin: Origin, item: Item) -> Document | Refusal:
    """Return the document of an item, or a refusal if it has neither text nor headline."""
    text = _with_dateline(item.text, item.dateline) or item.summary
    if not (text or item.title):
        return refused(origin, NOTHING_SAID)
    published, status = _published(item), _status(item)
    updated = item.changed if _words(item.changed) != _words(published) else None
    return Document(
        origin,
        body=_body(text, item),
        title=_words(item.title),
        kicker=_words(item.kicker),
        date=_words(published),
        updated=_words(updated),
        source=_words(item.provider),
        agency=(_words(item.credit) or "").strip(" -–—") or None,
        authors=_authors(item),
        place=_place(item.dateline),
        language=_words(item.language),
        genre=_words(item.genre),
        url=canonical(item.url) if item.url else None,
        external_id=item.id,
        truncated=bool(item.summary and not item.text),
        status=status and status[0],
        version=item.version,
        evidence=tuple(_evidence(item, published, updated, status)),
    )


def _published(item: Item) -> Said | None:
    """Return the first time of the first version that can be read, else that of this version."""
    return next((each for each in item.created if read_date(_words(each) or "")), item.changed)


def _words(found: Said | None) -> str | None:
    return (found.means or found.words) if found else None


def _body(text: str, item: Item) -> str:
    """Return a text below its subhead, without the headline that stands above it once more."""
    first, _, rest = text.partition("\n")
    if item.title and rest and first.strip() == item.title.words:
        text = rest.lstrip("\n")
    above = item.subhead.words if item.subhead and text else ""
    return text if text.startswith(above) else f"{above}\n\n{text}"


def _with_dateline(text: str, dateline: Said | None) -> str:
    """Return a text with a dateline that stands alone before the paragraph that it opens."""
    if dateline is None or dateline.words not in text:
        return text
    parts = text.split("\n\n")
    for place, part in enumerate(parts[:-1]):
        if part == dateline.words:
            parts[place : place + 2] = [f"{part} {parts[place + 1]}"]
            break
    return "\n\n".join(parts)


def _authors(item: Item) -> tuple[str, ...]:
    """Return the authors that a byline names, without the agency behind them."""
    if item.by is None:
        return ()
    from newsarc.catalog.agencies import is_row

    names, _, last = item.by.words.rpartition(", ")
    is_agency = last in {_words(item.credit), _words(item.provider)} or is_row(last)
    found = persons(names if names and is_agency else item.by.words)
    return tuple(dict.fromkeys(name for name in found if not name.startswith("The ")))


def _place(dateline: Said | None) -> str | None:
    found = _PLACE.match(dateline.words) if dateline else None
    return found[0].strip(" -–—") or None if found else None


def _status(item: Item) -> tuple[Publishing, Said] | None:
    """Return what becomes of the item, and what says so."""
    stated = _STATUS.get(item.status.words.lower()) if item.status else None
    if stated and item.status:
        return stated, item.status
    if item.embargo:
        return "withheld", item.embargo
    return ("corrected", item.correction) if item.correction else None


def _evidence(
    item: Item,
    published: Said | None,
    updated: Said | None,
    status: tuple[Publishing, Said] | None,
) -> Iterator[Evidence]:
    fields = {
        "title": item.title,
        "date": published,
        "updated": updated,
        "source": item.provider,
        "agency": item.credit,
        "authors": item.by,
        "place": item.dateline if _place(item.dateline) else None,
        "genre": item.genre,
        "status": status[1] if status else None,
    }
    for field, found in fields.items():
        if found:
            others = _others(item, found) if field == "date" else ()
            rule = f"{item.convention} {found.name}"
            yield Evidence(field, found.words[:_LONGEST_WORDS], rule, others=others)
    if item.summary and not item.text:
        words = " ".join(item.summary.split())[:_LONGEST_WORDS]
        yield Evidence("truncated", words, f"{item.convention} description only")


def _others(item: Item, published: Said) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{item.convention} {each.name}", each.words[:_LONGEST_WORDS])
        for each in item.created
        if each.words != published.words
    )
