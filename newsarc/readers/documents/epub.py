"""EPUB: an article a page, in the order of the book.

Tables of contents, covers and pages of links are no articles. The date of a newspaper's issue is
that of its articles, if they have none of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers.base import refused
from newsarc.readers.documents.books import read_book
from newsarc.readers.documents.properties import is_dated, is_signed, named
from newsarc.readers.html.guards import fault
from newsarc.readers.markup import of_page
from newsarc.readers.trees import NotXmlError, decoded, line_of, local_name, parse
from newsarc.readers.zips.package import Package, PackageError
from newsarc.records.kept import Evidence
from newsarc.records.read import Document, Refusal, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.documents.books import Book
    from newsarc.records.kept import Origin

# How much of a page's text may be links, in lists of headlines.
_MOSTLY = 0.7
# How many times the size of the file all its pages may have, and in bytes what does no harm. Real
# pages become 12.7 times as large at most.
_RATIO, _HARMLESS = 20, 5_000_000
_LARGEST = 20_000_000  # bytes of a list of what is encrypted
_ENCRYPTION = "META-INF/encryption.xml"
_HEADINGS = ("h1", "h2", "h3")


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    """Yield the articles of a book, and what is none."""
    data = piece.data or b""
    try:
        package = Package(data)
        book = read_book(package)
        locked = package.read(_ENCRYPTION, _LARGEST) if _ENCRYPTION in package.names else b""
    except PackageError as error:
        yield piece.refused(str(error) if data else "is empty")
        return
    if not book.pages:
        yield piece.refused("is an EPUB without pages")
    if package.size(book.pages) > max(_HARMLESS, _RATIO * len(data)):
        yield piece.refused(f"has pages that become more than {_RATIO} times as large as the file")
        return
    for name in book.pages:
        origin = piece.within(name)
        try:
            page = b"" if name.encode() in locked else package.read(name, reading.limit)
        except PackageError as error:
            yield refused(origin, str(error))
            continue
        yield _page(page, origin, name, book) if page else refused(origin, _why(name, locked))


def _why(name: str, locked: bytes) -> str:
    return "is encrypted (DRM)" if name.encode() in locked else "is empty"


def _page(data: bytes, origin: Origin, name: str, book: Book) -> Document | Refusal | Skipped:
    if name in book.contents:
        return Skipped(origin, "tables of contents")
    page = decoded(data)
    if reason := fault(page):
        return refused(origin, reason)
    text = of_page(page)
    root = _tree(data)
    if not text:
        return Skipped(origin, "pages without text")
    if root is not None and _of_links(root) > _MOSTLY:
        return Skipped(origin, "tables of contents")
    return Document(origin, **_headed(text, root, name, book), **_claims(text, root, book))


def _tree(data: bytes) -> Element | None:
    try:
        return parse(data)
    except NotXmlError:
        return None


def _of_links(root: Element) -> float:
    """Return which part of the words of a page are links."""
    bodies = [each for each in root.iter() if local_name(each) == "body"]
    whole = len(line_of(bodies[0])) if bodies else 0
    links = sum(len(line_of(each)) for each in root.iter() if local_name(each) == "a")
    return links / whole if whole else 0.0


def _headed(text: str, root: Element | None, name: str, book: Book) -> dict[str, Any]:
    """Return the text with its headline: the first heading of the highest rank."""
    labels = [
        (_heading(root), "EPUB heading"),
        (book.title if len(book.pages) - len(book.contents) <= 1 else None, "EPUB dc:title"),
        (book.labels.get(name), "EPUB table of contents"),
    ]
    title, rule = next((found for found in labels if found[0]), (None, ""))
    if not title:
        return {"text": text}
    is_said = title in text[: len(title) + 1000].replace("\n", " ")
    evidence = (Evidence("title", title, rule),)
    return {("text" if is_said else "body"): text, "title": title, "evidence": evidence}


def _heading(root: Element | None) -> str | None:
    if root is None:
        return None
    for rank in _HEADINGS:
        lines = (line_of(each) for each in root.iter() if local_name(each) == rank)
        if found := next(filter(None, lines), None):
            return found
    return None


def _claims(text: str, root: Element | None, book: Book) -> dict[str, Any]:
    creators = (
        [] if is_signed(text) else [who for who in book.creators if not _is_medium(who, book)]
    )
    return {
        "authors": tuple(name for who in creators for name in named(who)),
        "date": None if is_dated(text) else book.date,
        "source": book.source,
        "language": book.language,
        "url": _address(root),
    }


def _is_medium(creator: str, book: Book) -> bool:
    """Whether whoever made a book is the newspaper itself."""
    return creator in (book.title or "") or creator in (book.source or "")


def _address(root: Element | None) -> str | None:
    """Return the address of a page: the canonical one, or where calibre has it from."""
    for each in () if root is None else root.iter():
        if each.get("rel") in {"canonical", "calibre-downloaded-from"}:
            address = each.get("href", "").strip()
            if address.startswith(("http://", "https://")) and address.isprintable():
                return address
    return None
