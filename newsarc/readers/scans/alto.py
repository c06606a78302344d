"""Scanned newspapers: an issue in METS and ALTO is a document an article, a page alone is one.

An issue comes as one piece: a zip archive of its METS file and its pages, as `issues` packs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.base import refused
from newsarc.readers.scans.alto_page import NotAltoError, page
from newsarc.readers.scans.issues import LARGEST, issues
from newsarc.readers.scans.mets import NOTHING, articles, contents
from newsarc.readers.trees import NotXmlError, local_name, parse
from newsarc.readers.zips.package import Package, PackageError
from newsarc.records.read import Document, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.scans.alto_page import Page
    from newsarc.records.read import Refusal

    Items = Iterator[Document | Refusal | Skipped]

_ALONE = "is the contents of an issue without its pages; to read its articles, zip it with these"


def read(piece: Piece, reading: Reading) -> Items:  # noqa: ARG001 (as all)
    """Yield the articles of an issue, or the text of a page."""
    data = piece.data or b""
    try:
        if data.startswith(b"PK"):
            yield from _issue(data, piece)
        else:
            yield _page(data, piece)
    except NotXmlError as error:
        yield piece.refused(str(error))


def _page(data: bytes, piece: Piece) -> Document | Refusal:
    if b"mets" in data[:2000].lower() and local_name(parse(data)) == "mets":
        return piece.refused(_ALONE)
    found = page(data)
    text = "\n\n".join(found.blocks.values())
    if not text:
        return piece.refused("is a page without text")
    return Document(piece.origin, text=text, language=found.language)


def _issue(data: bytes, piece: Piece) -> Items:
    try:
        package = Package(data)
        found = issues(package.names, lambda name: package.read(name, LARGEST))
        for mets, names in found.items():
            yield from _articles(package, mets, names, piece)
        if not found:
            yield piece.refused("holds no issue: no file in it is METS")
    except PackageError as error:
        yield piece.refused(str(error))


def _articles(package: Package, mets: str, names: tuple[str, ...], piece: Piece) -> Items:
    pages: dict[str, Page] = {}
    for name in names:
        origin = piece.within(name)
        try:
            pages[name] = page(package.read(name, LARGEST))
        except NotAltoError:
            yield Skipped(origin, "descriptions of an issue")
        except NotXmlError as error:
            yield refused(origin, str(error))
    issue = NOTHING
    try:
        issue = contents(parse(package.read(mets, LARGEST)), mets, piece.name)
    except NotXmlError as error:  # the pages are read as they are
        yield piece.refused(str(error))
    yield from articles(issue, pages, piece)
