"""Where articles come from: the formats that are read, and the documents that were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from newsarc.records.kept import Passage
from newsarc.render.machine import indented
from newsarc.render.style import lines
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.readers.formats import Format
    from newsarc.records.read import Document
    from newsarc.render.style import Style

_TEXTS = ("text", "body")
# Told by other commands, or of no use behind an ingestion.
_LEFT_OUT = {"size", "notes", *_TEXTS}
_MISSING = "not installed"


def format_lines(formats: Iterable[Format], style: Style) -> Iterator[str]:
    """A line for each format: its name, its endings, what it is, and what reads it."""
    rows = [(each.name, " ".join(each.endings), _description(each)) for each in formats]
    names, endings = (max(len(row[at]) for row in rows) for at in (0, 1))
    for name, ending, description in rows:
        head = f"{name:{names}}  {ending:{endings}}  "
        first, *rest = style.wrap(description, indent=" " * len(head))
        yield style.strong(head) + first.lstrip()
        yield from rest


def _description(each: Format) -> str:
    by = f", by {each.library}" if each.library else ""
    if each.extra is None:
        return f"{each.title}{by}"
    state = f"{_MISSING}: pip install 'newsarc[{each.extra}]'" if each.is_missing else "installed"
    return f"{each.title}{by} ({state})"


def document_lines(document: Document, style: Style) -> Iterator[str]:
    """What a document states, a line for each field, and its text."""
    for name, value in _stated(document).items():
        shown = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        yield from style.wrap(printable(f"{name}: {shown}"))
    yield ""
    for line in lines(Passage(document.text or document.body or "")):
        yield from style.wrap(printable(line.text)) or [""]


def document_json(document: Document) -> Iterator[str]:
    """A document as a JSON object: the fields that it has."""
    texts = {name: getattr(document, name) for name in _TEXTS}
    fields = _stated(document) | {name: text for name, text in texts.items() if text is not None}
    fields["origin"] = asdict(document.origin)
    fields["evidence"] = [asdict(each) for each in document.evidence]
    yield indented(fields)


def _stated(document: Document) -> dict[str, Any]:
    """Return the fields of a document that say something, without its text."""
    names = (name for name in document.__struct_fields__ if name not in _LEFT_OUT)
    values = {name: getattr(document, name) for name in names}
    said = {name: value for name, value in values.items() if value not in (None, (), False)}
    said["evidence"] = tuple(f"{e.field} by {e.rule}: „{e.words}“" for e in document.evidence)
    return {name: value for name, value in said.items() if value}
