"""What an EPUB says of itself: its metadata, and its pages in their order."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from newsarc.dates.written import written
from newsarc.readers.trees import line_of, local_name
from newsarc.readers.zips.package import PackageError
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from newsarc.readers.zips.package import Package

_LARGEST = 10_000_000  # bytes of a member that is no page
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", ""})
_PARTS = re.compile(r"\s*[\[(,|:]|\s[–—-]\s")
_PROGRAMS = frozenset({"calibre", "unknown", "unbekannt", "n/a"})


class Book(Struct, frozen=True):
    """The metadata of an EPUB, and the names of its pages.

    `labels` are what its table of contents calls a page, `contents` the pages that are one.
    """

    pages: tuple[str, ...]
    title: str | None = None
    creators: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    date: str | None = None
    labels: Mapping[str, str] = {}
    contents: frozenset[str] = frozenset()

    @property
    def source(self) -> str | None:
        """The medium: of an issue, whose title has its date, what stands before that."""
        if self.title and next(written(self.title), None):
            return _PARTS.split(self.title)[0].strip() or self.publisher
        return self.publisher


def read_book(package: Package) -> Book:
    """Return what an EPUB says of itself. Raises PackageError."""
    path = _package_file(package)
    root = package.tree(path, _LARGEST)
    items = {each.get("id", ""): each for each in _named_in(root, "manifest", "item")}
    places = {key: _place(path, each.get("href", "")) for key, each in items.items()}
    contents = [places[key] for key, each in items.items() if _is_contents(each)]
    pages = [places[key] for key in _spine(root) if key in items and _is_page(items[key])]
    facts = [each for part in root if local_name(part) == "metadata" for each in part.iter()]
    return Book(
        pages=tuple(dict.fromkeys(pages)),
        title=next(_values(facts, "title"), None),
        creators=tuple(_values(facts, "creator")),
        publisher=_publisher(facts),
        language=next(_values(facts, "language"), None),
        date=_date(facts),
        labels=_labels(package, contents),
        contents=frozenset(contents) | _guided(root, path),
    )


def _named_in(root: Element, section: str, name: str) -> Iterator[Element]:
    """Yield the elements of a name in a section of the list of pages."""
    for part in root:
        if local_name(part) == section:
            yield from (each for each in part if local_name(each) == name)


def _is_contents(item: Element) -> bool:
    """Whether a member is a table of contents: that of EPUB 3, or that of earlier versions."""
    is_new = "nav" in item.get("properties", "").split()
    return is_new or item.get("media-type", "").endswith("ncx+xml")


def _is_page(item: Element) -> bool:
    return item.get("media-type", "") in _PAGES


def _package_file(package: Package) -> str:
    if "META-INF/container.xml" in package.names:
        root = package.tree("META-INF/container.xml", _LARGEST)
        paths = (
            each.get("full-path", "") for each in root.iter() if local_name(each) == "rootfile"
        )
        if found := next((path for path in paths if path in package.names), None):
            return found
    named = (name for name in package.names if name.lower().endswith(".opf"))
    if (found := next(named, None)) is None:
        raise PackageError("is no EPUB (it has no list of its pages)")
    return found


def _place(base: str, href: str) -> str:
    """Return the name of a member that another one refers to."""
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else ""


def _spine(root: Element) -> Iterator[str]:
    return (each.get("idref", "") for each in _named_in(root, "spine", "itemref"))


def _values(facts: list[Element], name: str) -> Iterator[str]:
    """Yield the values of an element of the metadata, in their order."""
    for each in facts:
        if local_name(each) == name and (line := one_line(each.text or "")):
            yield line


def _publisher(facts: list[Element]) -> str | None:
    name = next(_values(facts, "publisher"), None)
    return None if name and name.casefold() in _PROGRAMS else name


def _date(facts: list[Element]) -> str | None:
    """Return the day of publication; of several dates, that which says so."""
    dates = [each for each in facts if local_name(each) == "date" and (each.text or "").strip()]
    events = [
        each
        for each in dates
        if any(str(key).endswith("event") and value == "publication" for key, value in each.items())
    ]
    lines = (one_line(each.text or "") for each in (*events, *dates))
    return next(filter(None, lines), None)


def _guided(root: Element, path: str) -> frozenset[str]:
    """Return the pages that the guide of an older EPUB calls a cover or a table of contents."""
    return frozenset(
        _place(path, each.get("href", ""))
        for each in _named_in(root, "guide", "reference")
        if each.get("type") in {"toc", "cover", "title-page"}
    )


def _labels(package: Package, contents: list[str]) -> dict[str, str]:
    """Return what the tables of contents call the pages, the first label of each."""
    labels: dict[str, str] = {}
    for name in contents:
        try:
            root = package.tree(name, _LARGEST)
        except PackageError:
            continue
        for href, label in _entries(root):
            labels.setdefault(_place(name, href), label)
    return labels


def _entries(root: Element) -> Iterator[tuple[str, str]]:
    for each in root.iter():
        name = local_name(each)
        if name == "a" and (href := each.get("href")):
            yield href, line_of(each)
        elif name == "navPoint":
            parts = {local_name(part): part for part in each}
            if "content" in parts and "navLabel" in parts:
                yield parts["content"].get("src", ""), line_of(parts["navLabel"])
