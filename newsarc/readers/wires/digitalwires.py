"""dpa's JSON (`digitalwires`): one item, as a feed, a file or a queue has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers.base import refused
from newsarc.readers.markup import of_html
from newsarc.readers.wires.items import Item, document, no_text, said
from newsarc.readers.wires.texts import of_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece
    from newsarc.readers.wires.items import Said
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document, Refusal

_NAME = "digitalwires"


def is_item(record: dict[str, Any]) -> bool:
    """Return whether an object is an item of dpa."""
    form = record.get("format")
    is_named = isinstance(form, str) and form.startswith(f"{_NAME}@")
    return is_named or {"urn", "version_created", "article_html"} <= record.keys()


def read_item(record: dict[str, Any], origin: Origin) -> Document | Refusal:
    """Return the document of an item; a picture and the like are refused by name."""
    title, text = said(record.get("headline"), "headline"), _text(record)
    if not text:
        first = next((each for each in _objects(record, "associations")), {})
        if reason := no_text(str(first.get("type")), title):
            return refused(origin, reason)
    return document(origin, _item(record, title, text))


def is_answer(record: dict[str, Any]) -> bool:
    """Return whether an object is what dpa's interface answers: items in a list."""
    found = record.get("entries")
    return isinstance(found, list) and bool(found) and len(_entries(record)) == len(found)


def read_answer(record: dict[str, Any], piece: Piece) -> Iterator[Document | Refusal]:
    """Yield the documents of the items in an answer, each under its own id."""
    for number, each in enumerate(_entries(record), 1):
        urn = said(each.get("urn"), "urn")
        yield read_item(each, piece.within(urn.words if urn else str(number)))


def _entries(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in _objects(record, "entries") if is_item(each)]


def _item(record: dict[str, Any], title: Said | None, text: str) -> Item:
    def of(key: str) -> Said | None:
        return said(record.get(key), key)

    return Item(
        convention=_NAME,
        text=text,
        title=title,
        subhead=of("subhead"),
        kicker=of("kicker"),
        created=tuple(filter(None, (of("content_created"),))),
        changed=of("version_created"),
        embargo=of("embargoed"),
        provider=_category(record, "provider"),
        credit=of("creditline"),
        by=of("byline"),
        dateline=of("dateline"),
        language=of("language"),
        genre=_category(record, "genre"),
        status=of("pubstatus"),
        correction=_correction(record),
        id=_words(of("urn")),
        version=_words(of("version")),
    )


def _words(found: Said | None) -> str | None:
    return found.words if found else None


def _objects(record: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = record.get(key)
    found = value if isinstance(value, list) else []
    return [each for each in found if isinstance(each, dict)]


def _category(record: dict[str, Any], name: str) -> Said | None:
    """Return the first category of a kind."""
    for each in _objects(record, "categories"):
        if each.get("type") == f"dnltype:{name}":
            return said(each.get("name"), f"categories {name}")
    return None


def _correction(record: dict[str, Any]) -> Said | None:
    signal = said(record.get("signal"), "signal")
    if signal and "correct" in signal.words:
        return signal
    if signal and "update" in signal.words:
        return None
    notes = (each for each in _objects(record, "ednotes") if "correction" in str(each.get("role")))
    return next((said(each.get("ednote"), "ednotes correction") for each in notes), None)


def _text(record: dict[str, Any]) -> str:
    """Return teaser, article and box; the dateline opens the article, as in dpa's other formats."""
    html = record.get("article_html")
    article = of_html(html) if isinstance(html, str) else ""
    dateline = said(record.get("dateline"), "dateline")
    if article and dateline and not article.startswith(dateline.words):
        article = f"{dateline.words} {article}"
    teaser, box = record.get("teaser"), record.get("infobox_html")
    above = of_plain(teaser) if isinstance(teaser, str) else ""
    below = of_html(box) if isinstance(box, str) else ""
    return "\n\n".join(filter(None, (above, article, below))) if article else ""
