"""APA DeFacto exports as RTF: articles between lines of underscores, each below its medium.

`"Kurier" vom 2.2.2022` states when an article appeared; `gefunden am` only when it was found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.dates.written import read_date
from newsarc.readers.base import NOTHING_SAID, refused
from newsarc.readers.documents.rich_text import read_rich_text
from newsarc.readers.fields.persons import persons
from newsarc.records.read import Document
from newsarc.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.kept import Origin
    from newsarc.records.read import Refusal

# In bytes, of which three MB take a second.
_LARGEST = 5_000_000
# In characters.
_LONGEST_TITLE = 300
_BETWEEN = re.compile(r"^[ \t]*_{30,}[ \t]*$", re.MULTILINE)
# Articles may stand in sections instead, whose ends become such lines.
_SECTION = re.compile(rb"\\sect(?![a-z0-9])")
_LINE = rb"\\par " + 40 * b"_" + rb"\\par "
_HEAD = re.compile(
    r"\"(?P<medium>[^\"\n]{1,100})\"(?P<part>[^\"\n]{0,80}?) (?P<kind>vom|gefunden am)"
    r" (?P<day>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?:,? (?P<time>[0-9]{1,2}[.:][0-9]{2}) ?Uhr)?"
)
_TIME = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4},? (?P<time>[0-9]{1,2}[.:][0-9]{2}) ?Uhr")
_PLACED = re.compile(
    r"(?:\(?(?:Seite|Ressort|Ausgabe|Rubrik)\b|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}).{0,200}"
)
_BY = re.compile(r"Von:? (?P<names>[^\W\d][^\d\n]{2,120})")
_TAIL = re.compile(
    r"\n(?:Gespeicherter? Anh[aä]nge?:|Der gegenständliche Text ist eine Abschrift)", re.IGNORECASE
)
_NONE = "is no export of APA DeFacto: no line names a medium and a day"


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the articles of an export."""
    data = piece.data or b""
    if len(data) > _LARGEST:
        yield piece.refused("is too large to be read at once; export fewer articles a file")
        return
    found = read_rich_text(_SECTION.sub(_LINE, data))
    pages = [page for page in _BETWEEN.split(found.text) if page.strip()]
    if not any(_HEAD.search(page[:400]) for page in pages):
        yield piece.refused(_NONE)
        return
    for number, page in enumerate(pages, 1):
        yield _document(page, piece.within(str(number)), found.notes)


def _document(page: str, origin: Origin, notes: tuple[str, ...]) -> Document | Refusal:
    said: dict[str, str] = {}
    lines = [line.strip() for line in _TAIL.split(page)[0].split("\n")]
    while lines and (not lines[0] or _says(lines[0], said)):
        lines.pop(0)
    # A headline is broken where the page was; an empty line is behind it.
    end = next((at for at, line in enumerate(lines) if not line), len(lines))
    title, texts = one_line(" ".join(lines[:end])), [line for line in lines[end:] if line]
    if len(title) > _LONGEST_TITLE:
        title, texts = "", [line for line in lines if line]
    if texts and (by := _BY.fullmatch(texts[0])):
        said.setdefault("authors", by["names"])
        texts = texts[1:]
    if not (title or texts):
        return refused(origin, NOTHING_SAID)
    is_published = said.get("kind") == "vom"
    return Document(
        origin,
        body=clean("\n\n".join(texts)),
        title=title or None,
        date=f"{said['day']} {said.get('time', '')}".strip() if is_published else None,
        source=said.get("medium"),
        authors=tuple(persons(one_line(said.get("authors", "")))),
        modified=_iso(said["day"]) if said.get("kind") == "gefunden am" else None,
        notes=notes,
    )


def _says(line: str, said: dict[str, str]) -> bool:
    """Take what a line above the headline says of an article; False if it is none of these."""
    if "medium" not in said and (head := _HEAD.match(line)):
        said.update({name: one_line(words) for name, words in head.groupdict().items() if words})
    elif by := _BY.fullmatch(line):
        said.setdefault("authors", by["names"])
    elif not _PLACED.fullmatch(line):
        return False
    if (found := _TIME.search(line)) and "medium" in said:
        said.setdefault("time", found["time"])
    if "time" in said:
        said["time"] = said["time"].replace(".", ":")
    return True


def _iso(day: str) -> str | None:
    found = read_date(day)
    return str(found) if found and found.precision == "day" else None
