"""Factiva exports: HTML in its two layouts, and XML. What they state of their words is compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.language import language_code
from newsarc.readers.base import NOTHING_SAID, refused
from newsarc.readers.databases.pages import NotReadableError, page, paragraph
from newsarc.readers.databases.stated import count_reason, date, number, paragraphs, word_note
from newsarc.readers.fields.persons import persons
from newsarc.readers.trees import NotXmlError, line_of, local_name, parse
from newsarc.records.read import Document
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element
    from lxml.html import HtmlElement

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.kept import Origin
    from newsarc.records.read import Refusal

    Items = Iterator[Document | Refusal]

_IS_XML = re.compile(rb"<(?:\w{1,9}:)?(?:PPSResponse|ppsArticleResponse)\b")
_WORDS = re.compile(
    r"[0-9][0-9.,'\u00a0 ]{0,10} ?(?:words|wörter|mots|palabras|parole|woorden)", re.IGNORECASE
)
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?: ?(?:GMT|UTC|[AP]M))?", re.IGNORECASE)
_ID = re.compile(r"(?:Document|Dokument|Documento)\s+([A-Z0-9]{6,40})", re.IGNORECASE)
# The codes of a table's rows that hold what is kept.
_CODES = {
    "HD": "title", "BY": "authors", "CR": "agency", "WC": "words", "PD": "date", "ET": "time",
    "SN": "source", "LA": "language", "AN": "id",
}  # fmt: skip
_TEXTS = ("LP", "TD")
# No division of another page says one of these.
_OWN = frozenset({"words", "id"})


class _Found(Struct, frozen=True):
    """What is said of an article, by field, and its paragraphs."""

    said: dict[str, str]
    texts: list[str]


def read(piece: Piece, reading: Reading) -> Items:
    """Yield the articles of an export; a page that only speaks of Factiva is one as any."""
    data = piece.data or b""
    is_xml = _IS_XML.search(data[:4096]) is not None
    try:
        yield from _of_xml(data, piece) if is_xml else _of_html(data, piece, reading)
    except (NotReadableError, NotXmlError) as error:
        yield piece.refused(str(error))


def _of_html(data: bytes, piece: Piece, reading: Reading) -> Items:
    root = page(data, piece.charset)
    count = 0
    for element in root.iter("div"):
        if _is_article(element):
            table = next(element.iter("table"), None)
            found = _in_divisions(element) if table is None else _in_table(table)
            if not _OWN.isdisjoint(found.said):
                count += 1
                yield _document(found, piece, count)
    if not count:
        from newsarc.readers.html import page as pages

        yield from pages.read(piece, reading)


def _is_article(element: HtmlElement) -> bool:
    return "article" in (element.get("class") or "").split()


def _in_table(table: HtmlElement) -> _Found:
    """Return what the rows of a table say, each after its code."""
    said: dict[str, str] = {}
    texts: list[str] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        if len(cells) < 2:
            continue
        code = paragraph(cells[0]).strip().upper()
        if code in _TEXTS:
            texts += _paragraphs(cells[1])
        elif code in _CODES:
            said.setdefault(_CODES[code], paragraph(cells[1]))
    return _Found(said, texts)


def _paragraphs(cell: HtmlElement) -> list[str]:
    found = [paragraph(each) for each in cell.iter("p")]
    return found or [paragraph(cell)]


def _in_divisions(element: HtmlElement) -> _Found:
    """Return what the parts of an article say, by their order from the number of words on."""
    said: dict[str, str] = {}
    lines: list[str] = []
    texts: list[str] = []
    for part in element.iter("div", "p"):
        if part is not element and _is_article(part):
            break  # the next one, in a page that forgets to close this one
        line = paragraph(part)
        if part.get("id") == "hd":
            said["title"] = line
        elif "author" in (part.get("class") or "").split():
            said["authors"] = line
        elif part.tag == "p" and "articleParagraph" in (part.get("class") or "").split():
            texts.append(line)
        elif found := _ID.fullmatch(line):
            said["id"] = found[1]
        elif part.tag == "div" and part is not element and line:
            lines.append(line)
    return _Found(said | _in_order(lines), texts)


def _in_order(lines: list[str]) -> dict[str, str]:
    """Return what lines say: the number of words, the date, perhaps a time, the medium."""
    at = next((at for at, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if at is None:
        at = next((at - 1 for at, line in enumerate(lines) if date(line)), len(lines))
    names = ["words", "date", "source"]
    if _TIME.fullmatch(lines[at + 2] if len(lines) > at + 2 else ""):
        names.insert(2, "time")
    said = dict(zip(names, lines[max(0, at) :] if at >= 0 else ["", *lines], strict=False))
    rest = lines[at + len(names) :]
    language = next((line for line in rest[:5] if language_code(line) and len(line) > 3), None)
    return said if language is None else said | {"language": language}


def _of_xml(data: bytes, piece: Piece) -> Items:
    root = parse(data)
    count, stated = 0, None
    for element in _named(root, "ppsarticleResultSet"):
        stated = number(element.get("count") or "")
    for element in _named(root, "article"):
        count += 1
        yield _document(_in_elements(element), piece, count)
    if reason := count_reason(stated, count):
        yield piece.refused(reason)
    elif not count:
        yield piece.refused("is XML of Factiva without an article")


def _in_elements(article: Element) -> _Found:
    names = {
        "headline": "title", "byline": "authors", "credit": "agency", "wordCount": "words",
        "publicationDate": "date", "sourceName": "source", "baseLanguage": "language",
        "accessionNo": "id",
    }  # fmt: skip
    said: dict[str, str] = {}
    texts: list[str] = []
    for element in article:
        name = local_name(element)
        if name in names:
            said.setdefault(names[name], line_of(element))
        elif name in {"leadParagraph", "tailParagraphs"}:
            texts += map(line_of, element)
    return _Found(said, texts)


def _named(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter("{*}" + name))


def _document(found: _Found, piece: Piece, count: int) -> Document | Refusal:
    said = {field: one_line(words) for field, words in found.said.items()}
    match = _ID.fullmatch(said.get("id", ""))
    item = match[1] if match else said.get("id") or None
    origin = piece.within(item or str(count))
    body = paragraphs(found.texts)
    title = said.get("title") or None
    if not (body or title):
        return refused(origin, NOTHING_SAID)
    return _claims(said, origin, body, title, item, word_note(_words(said), found.texts))


def _words(said: dict[str, str]) -> int | None:
    return number(said.get("words", ""))


def _claims(  # noqa: PLR0913, PLR0917 (each is a field)
    said: dict[str, str],
    origin: Origin,
    body: str,
    title: str | None,
    item: str | None,
    note: str | None,
) -> Document:
    day = f"{said.get('date', '')} {said.get('time', '')}".strip()
    return Document(
        origin,
        body=body,
        title=title,
        date=date(day) or day or None,
        source=said.get("source") or None,
        agency=said.get("agency") or None,
        authors=tuple(dict.fromkeys(persons(said.get("authors", "")))),
        language=said.get("language") or None,
        external_id=item,
        notes=() if note is None else (note,),
    )
