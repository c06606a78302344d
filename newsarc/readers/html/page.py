"""A saved page: the article on it, as far as there is one."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from newsarc.language import language_code
from newsarc.readers.base import NOTHING_SAID
from newsarc.readers.encoding import marked
from newsarc.readers.html.body import body_of
from newsarc.readers.html.decoding import decoded
from newsarc.readers.html.guards import fault, without_data
from newsarc.readers.html.headings import heading
from newsarc.readers.html.people import stated_agency, stated_authors
from newsarc.readers.html.stated import Claim, stated
from newsarc.readers.html.tree import lines_of, parsed
from newsarc.readers.html.verdict import NO_ARTICLE, cut_off, holds_article
from newsarc.readers.html.when import GUESSED, guessed_date, stated_date, stated_update, vague_date
from newsarc.records.kept import Evidence
from newsarc.records.read import Document
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.catalog.page import LinesSay
    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.html.headings import Heading
    from newsarc.readers.html.people import Authors
    from newsarc.readers.html.stated import Stated
    from newsarc.records.read import Refusal


# What no line of the head of an article says.
_NO_LINE = frozenset({"source", "language", "url"})
_COMPANY = re.compile(r"\b(?:AG|GmbH|KG|mbH|SE|Ltd|Inc|LLC|S\.?A\.?|Verlag(?:sgruppe)?)\b")
_TAG = re.compile(rb"<(?:!doctype|html|head|body|title|p|div)\b", re.IGNORECASE)
# Characters that no text has; of the first bytes of a picture, a tenth. The tag `<p` stands in any.
_CONTROLS = bytes(set(range(1, 32)) - set(b"\t\n\f\r"))
_FIRST = 4096


class PageError(ValueError):
    """A page is not read; the message is the reason."""


class _Found(Struct, frozen=True):
    """Fields of a document, and their evidence."""

    fields: dict[str, Any]
    evidence: tuple[Evidence, ...]


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:
    """Yield the article of a page, or say that it has none."""
    try:
        yield _document(piece, reading)
    except PageError as error:
        yield piece.refused(str(error))


def _document(piece: Piece, reading: Reading) -> Document:
    """Return the document of a page. Raises PageError."""
    text, notes = _text(piece)
    tree = parsed(text)
    if tree is None:
        raise PageError("is not HTML (it has no element)")
    page = stated(tree, piece.url)
    found = _found(page, piece.modified)
    body = body_of(page, _head(found))
    is_dated = any(one.field == "date" and one.rule != GUESSED for one in found.evidence)
    if not reading.any_page and not holds_article(page, body, is_dated=is_dated):
        raise PageError(NO_ARTICLE)
    if not (body or found.fields["title"]):
        raise PageError(NOTHING_SAID)
    cut = cut_off(page, body)
    return Document(
        piece.origin,
        body=body,
        truncated=cut is not None,
        evidence=found.evidence if cut is None else (*found.evidence, cut),
        modified=piece.modified,
        notes=notes,
        **found.fields,
    )


def _text(piece: Piece) -> tuple[str, tuple[str, ...]]:
    """Return the text of a page that may be parsed. Raises PageError."""
    data = piece.data or b""
    if b"\0" in data and not marked(data[:4]) and _is_binary(data):
        raise PageError("is binary, not HTML (it contains a NUL byte)")
    text, notes = decoded(data, piece.charset)
    text = without_data(text)
    if not text.strip():
        raise PageError("contains only white space" if data else "is empty")
    if reason := fault(text):
        raise PageError(reason)
    return text, notes


def _is_binary(data: bytes) -> bool:
    """Whether bytes, of which one is NUL, are no page; some pages have such bytes."""
    start = data[:_FIRST]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return controls > len(start) / 50 or not _TAG.search(data)


def _found(page: Stated, modified: str | None) -> _Found:
    """Return what a page states; what it does not state is sought in its lines."""
    source = _source(page)
    name = source.words if source else None
    title = heading(page, name)
    values = {
        "source": _as_claimed("source", source) or _host(page),
        "agency": stated_agency(page),
        "language": _as_claimed("language", _language(page)),
        "url": _as_claimed("url", page.address),
        **_signed_and_dated(page, name, title, modified),
    }
    known = {field: each for field, each in values.items() if each is not None}
    fields = {field: value for field, (value, _) in known.items()}
    evidence = [each for _, each in known.values()]
    return _Found(
        {"title": title.title, "kicker": title.kicker} | fields,
        (title.evidence, *evidence) if title.evidence else tuple(evidence),
    )


def _as_claimed(field: str, claim: Claim | None) -> tuple[str, Evidence] | None:
    return None if claim is None else (claim.words, Evidence(field, claim.words, claim.rule))


def _host(page: Stated) -> tuple[str, Evidence] | None:
    """Return the host of a page as its medium, where nothing names one."""
    url = page.url or ""
    name = (urlsplit(url).hostname or "").removeprefix("www.")
    return (name, Evidence("source", url, "host of the address", "inferred")) if name else None


def _signed_and_dated(
    page: Stated, source: str | None, title: Heading, modified: str | None
) -> dict[str, tuple[Any, Evidence] | None]:
    """Return the authors, the date and the update of an article, each with its evidence."""
    authors, are_persons = stated_authors(page, source)
    date, update = stated_date(page), stated_update(page)
    if not (are_persons and date):
        said = _said(page, title.title, modified, signed=are_persons)
        authors = authors if are_persons else _against(said.authors, authors)
        if date is None:
            date, update = said.published, update or said.updated
    date = date or vague_date(page) or guessed_date(page.tree, page.url)
    return {"authors": authors, "date": date, "updated": update}


def _against(found: Authors | None, stated: Authors | None) -> Authors | None:
    """Return the authors in the lines of a page; what it states of others is kept beside."""
    if found is None or stated is None:
        return found or stated
    names, evidence = found
    other = (stated[1].rule, stated[1].words)
    return names, replace(evidence, others=(*evidence.others, other))


def _said(page: Stated, title: str | None, modified: str | None, *, signed: bool) -> LinesSay:
    from newsarc.catalog.page import read_lines

    return read_lines(lines_of(page.tree), title=title, modified=modified, signed=signed)


def _head(found: _Found) -> Iterator[str]:
    """Yield the lines of the head, which are no part of the body."""
    title, kicker = found.fields["title"] or "", found.fields["kicker"] or ""
    yield from (title, kicker, f"{kicker} {title}")
    for author in found.fields.get("authors", ()):
        yield from (author, f"von {author}", f"by {author}")
    yield from (one.words for one in found.evidence if one.field not in _NO_LINE)


def _source(page: Stated) -> Claim | None:
    """Return the name of the medium; that of a company only if the page says no other."""
    metas = page.meta("og:site_name", "application-name", "publisher")
    claims = [*page.linked("publisher"), *metas]
    named = (claim for claim in claims if not _COMPANY.search(claim.words))
    return next(named, claims[0] if claims else None)


def _language(page: Stated) -> Claim | None:
    html = (page.tree.get(name) or "" for name in ("lang", "xml:lang"))
    claims = (Claim("html lang", one_line(words)) for words in html)
    known = (one for one in chain(claims, page.meta("og:locale")) if language_code(one.words))
    return next(known, None)
