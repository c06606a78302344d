"""Word documents (DOCX): one article per file, but for exports of Nexis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.readers.databases.nexis_docx import articles
from newsarc.readers.documents.paragraphs import blocks
from newsarc.readers.documents.properties import believed
from newsarc.readers.trees import local_name
from newsarc.readers.zips.package import Package, PackageError
from newsarc.records.kept import Evidence
from newsarc.records.read import Document
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

_BODY, _CORE, _STYLES = "word/document.xml", "docProps/core.xml", "word/styles.xml"
# What such a package holds instead of a text.
_OTHERS = (("xl/", "a spreadsheet"), ("ppt/", "a presentation"), ("visio/", "a drawing"))
_LARGEST = 20_000_000  # bytes of a member
_TAB, _BREAK, _HYPHEN = "\t", "\n", "-"
_SIGNS = {"tab": _TAB, "ptab": _TAB, "br": _BREAK, "cr": _BREAK, "noBreakHyphen": _HYPHEN}
# Deleted, moved away or said twice: a box of text has a copy for older programs.
_PASSED = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "sectPr", "tblPr"})
# The names that Word gives to the styles of headlines, in any language of the program.
_TITLE = re.compile(r"title|heading ?1", re.IGNORECASE)


class Line(Struct, frozen=True):
    """A paragraph, or a row of a table, with the name of its style."""

    text: str
    style: str = ""


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the article of a file, or those of an export."""
    try:
        package = Package(piece.data or b"")
        lines = read_lines(package)
    except PackageError as error:
        yield piece.refused(str(error) if piece.data else "is empty")
        return
    if (found := articles([line.text for line in lines], piece)) is not None:
        yield from found
    elif text := blocks("\n".join(line.text for line in lines)):
        yield _document(piece, package, lines, text)
    else:
        yield piece.refused("holds no text")


def read_lines(package: Package) -> list[Line]:
    """Return the paragraphs of a document and the rows of its tables. Raises PackageError."""
    for folder, what in _OTHERS:
        if any(name.startswith(folder) for name in package.names):
            raise PackageError(f"is {what}, not a text")
    if _BODY not in package.names:
        raise PackageError("is no Word document")
    styles = _style_names(package)
    found = _lines(package.tree(_BODY, _LARGEST))
    return [replace(line, style=styles.get(line.style, line.style)) for line in found]


def _lines(element: Element) -> Iterator[Line]:
    """Yield the lines below an element; lxml allows at most 256 levels."""
    for child in element:
        name = local_name(child)
        if name == "p":
            yield Line(_words(child), _style(child))
        elif name == "tr":
            cells = (" ".join(line.text for line in _lines(cell)) for cell in child)
            yield Line(" | ".join(filter(None, (" ".join(cell.split()) for cell in cells))))
        elif name not in _PASSED:
            yield from _lines(child)


def _words(element: Element) -> str:
    """Return the words below an element; boxes of text stand in paragraphs, too."""
    parts: list[str] = []
    for child in element:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
        elif name == "p":
            parts.append(f"\n{_words(child)}\n")
        elif name not in _PASSED and not (name == "r" and _is_hidden(child)):
            parts.append(_words(child))
    return "".join(parts)


def _is_hidden(run: Element) -> bool:
    return any(
        local_name(one) == "vanish" and _value(one) not in {"0", "false"}
        for properties in run
        if local_name(properties) == "rPr"
        for one in properties
    )


def _style(paragraph: Element) -> str:
    styles = (
        _value(one)
        for properties in paragraph
        if local_name(properties) == "pPr"
        for one in properties
        if local_name(one) == "pStyle"
    )
    return next(styles, "")


def _value(element: Element) -> str:
    return _attribute(element, "val")


def _attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without the namespace, "" if it is missing."""
    values = (str(value) for key, value in element.items() if str(key).endswith(f"}}{name}"))
    return next(values, "")


def _style_names(package: Package) -> dict[str, str]:
    """Return the names of the styles by their ids, which depend on the program's language."""
    try:
        root = package.tree(_STYLES, _LARGEST)
    except PackageError:
        return {}
    return {
        _attribute(style, "styleId"): _value(one)
        for style in root
        if local_name(style) == "style"
        for one in style
        if local_name(one) == "name"
    }


def _document(piece: Piece, package: Package, lines: list[Line], text: str) -> Document:
    core = _core(package)
    rule = "DOCX core properties"
    claims = believed(text, rule, core.get("title"), core.get("creator"), core.get("created"))
    headings = (line for line in lines if _TITLE.fullmatch(line.style) and line.text.strip())
    if heading := next(headings, None):
        title = one_line(heading.text)
        others = tuple(one for one in claims.get("evidence", ()) if one.field != "title")
        stated = Evidence("title", title, f"DOCX style {heading.style}")
        claims |= {"title": title, "evidence": (stated, *others)}
    return Document(piece.origin, text=text, **claims)


def _core(package: Package) -> dict[str, str]:
    """Return the core properties by their names."""
    try:
        root = package.tree(_CORE, _LARGEST)
    except PackageError:
        return {}
    return {local_name(each): (each.text or "").strip() for each in root}
