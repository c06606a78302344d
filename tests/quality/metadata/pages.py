"""Pages of a folder with right answers, stripped of their markup as a reader copies them.

The folder holds `gold.jsonl` (an object for each page: `file`, `publisher`, `lang`, and as far as
known `title`, `date`, `authors`) and the pages in `pages-*.zip`, by the names in `file`.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

_BLOCKS = frozenset(
    (
        "address article aside blockquote body br button caption center dd details dialog div dl dt"
        " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li"
        " main menu nav ol option p pre section select summary table tbody td tfoot th thead title"
        " tr ul"
    ).split()
)
_UNSEEN = frozenset("script style noscript template svg head textarea object".split())
_CHARSET = re.compile(rb"charset=[\"']?\s*([\w-]+)", re.IGNORECASE)


class _Copy(HTMLParser):
    """Collects what a reader sees; each block begins and ends a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag == "body":
            self._unseen.clear()
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            del self._unseen[self._unseen.index(tag) :]
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(" ".join(f".{data}.".split())[1:-1])


def copied(page: bytes) -> str:
    """Return the text of a page, a line for each block."""
    copy = _Copy()
    copy.feed(_decoded(page))
    copy.close()
    lines = (" ".join(line.split()) for line in "".join(copy.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _decoded(page: bytes) -> str:
    try:
        return page.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = _CHARSET.search(page[:4000])
    try:
        return page.decode(stated[1].decode() if stated else "cp1252", "replace")
    except LookupError:
        return page.decode("cp1252", "replace")


def records(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield an object for each page of a folder, with the keys of a file of samples."""
    pages = {
        name: archive
        for archive in map(ZipFile, sorted(folder.glob("pages-*.zip")))
        for name in archive.namelist()
    }
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        file = gold["file"]
        if file in pages:
            text = copied(pages[file].read(file))
            yield {
                "id": file,
                "site_hint": gold.get("publisher"),
                "lang_attr": gold.get("lang") or "",
                "gold_title": gold.get("title"),
                "gold_date": gold.get("date"),
                "gold_author": "; ".join(gold.get("authors") or ()),
                "text_lines": text,
                "text_flat": " ".join(text.split()),
            }
