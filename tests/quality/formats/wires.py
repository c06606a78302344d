"""What agencies send: which items are read, and whether one item is one text in every format.

The gold was read by a plain script. It keeps the genre and the byline above a text, which are
fields here, joins lines and cells without a blank, and leaves out tables; so bodies are told as the
share of its words that are read, and as F of words.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.dates.written import read_date
from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.readers.fields.persons import persons
from newsarc.records.read import Document, Refusal
from tests.quality.formats.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FOLDERS = ("ninjs", "newsmlg2", "dpa", "iptc7901", "anpa")
_TEXTS = {"text", "composite"}
_READING = Reading(10_000_000)


class Pair(Struct, frozen=True):
    """An item as the gold has it, and what is made of it."""

    gold: dict[str, Any]
    found: Document | Refusal | None

    @property
    def document(self) -> Document | None:
        return self.found if isinstance(self.found, Document) else None

    def is_text(self, name: str) -> bool:
        """Whether it is meant to be read; dpa's pictures are items without a text."""
        kind = str(self.gold.get("kind") or "text").rpartition(":")[2]
        return kind in _TEXTS and (name != "dpa" or bool(self.gold.get("body")))


def rows(folder: Path) -> Iterator[Row]:
    """Yield what is read of each format, and how much the formats of an item agree."""
    for name in _FOLDERS:
        if (folder / "formats" / name).is_dir():
            yield from _of_format(name, list(_pairs(folder / "formats" / name)))
    if (folder / "formats" / "dpa").is_dir():
        yield from _one_item(folder / "formats")


def read(path: Path) -> list[Document | Refusal]:
    """Return the documents and refusals of a file."""
    pieces = split_file(path, _READING)
    found = (read_piece(one, _READING) if isinstance(one, Piece) else [one] for one in pieces)
    return [item for each in found for item in each if isinstance(item, (Document, Refusal))]


def _pairs(folder: Path) -> Iterator[Pair]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for name, about in gold.items():
        if "meant to fail" in about.get("note", "") or not about.get("items"):
            continue
        found = read(folder / name)
        for at, item in enumerate(about["items"]):
            yield Pair(item, found[at] if at < len(found) else None)


def _of_format(name: str, pairs: list[Pair]) -> Iterator[Row]:
    texts = [pair for pair in pairs if pair.is_text(name)]
    others = [pair for pair in pairs if not pair.is_text(name)]
    read_ = [pair for pair in texts if pair.document]
    yield Row(name, "texts read", f"{len(read_)}/{len(texts)}")
    if others:
        by_name = sum("not a text" in _reason(pair.found) for pair in others)
        yield Row(name, "others refused by name", f"{by_name}/{len(others)}")
    for field, same in _SAME.items():
        stated = [pair for pair in read_ if pair.gold.get(field)]
        if stated:
            right = sum(map(same, stated))
            yield Row(name, f"{field} as in the gold", f"{right}/{len(stated)}")
    scores = [_score(pair) for pair in read_ if pair.gold.get("body")]
    if scores:
        recall, f = (sum(each) / len(scores) for each in zip(*scores, strict=True))
        yield Row(name, "body, mean recall and F of words", f"{recall:.3f} {f:.3f}")


def _reason(found: Document | Refusal | None) -> str:
    return found.error.reason if isinstance(found, Refusal) else ""


def _words(text: str) -> str:
    return " ".join(text.split())


def _same_title(pair: Pair) -> bool:
    return pair.document is not None and pair.document.title == _words(pair.gold["title"])


def _same_date(pair: Pair) -> bool:
    return pair.document is not None and _minute(pair.document.date) == _minute(pair.gold["date"])


def _minute(date: str | None) -> str:
    return str(read_date(date or ""))


def _same_place(pair: Pair) -> bool:
    """Whether the dateline's place is named; without one, whether the text begins so."""
    if pair.document is None:
        return False
    place = str(pair.gold["dateline"]).partition(" (")[0].partition(",")[0].strip(" -")
    return pair.document.place == place or place[:1].isdigit()


def _same_authors(pair: Pair) -> bool:
    """Whether the first author is named in the byline."""
    names = tuple(persons(_words(pair.gold["byline"])))
    found = pair.document.authors if pair.document else ()
    return bool(names and found) and found[0] in names[0]


_SAME: dict[str, Callable[[Pair], bool]] = {
    "title": _same_title,
    "date": _same_date,
    "dateline": _same_place,
    "byline": _same_authors,
}


def _score(pair: Pair) -> tuple[float, float]:
    """Return the share of the gold's words that are read, and F."""
    gold = Counter(" ".join(pair.gold["body"]).split())
    found = Counter((pair.document.body or "").split() if pair.document else ())
    both = (gold & found).total()
    return both / max(gold.total(), 1), 2 * both / max(gold.total() + found.total(), 1)


def _one_item(folder: Path) -> Iterator[Row]:
    """Yield how many items are the same as JSON, NewsML-G2 and IPTC 7901."""
    paths = sorted(path for path in (folder / "dpa").glob("*.json") if path.name != "gold.json")
    pairs = [(_only(path), _only(path.with_suffix(".g2.xml"))) for path in paths]
    wires = [(_only(path), _only(_as_7901(folder, path))) for path in paths]
    for name, found in (("NewsML-G2", pairs), ("IPTC 7901", wires)):
        both = [(one, other) for one, other in found if one and other]
        same = [pair for pair in both if _is_same(*pair)]
        measure = f"JSON and {name}: one title, body, date"
        yield Row("dpa", measure, f"{len(same)}/{len(both)}")


def _as_7901(folder: Path, path: Path) -> Path:
    return folder / "iptc7901" / f"dpa_{path.stem.replace('_', '-')}.iptc"


def _only(path: Path) -> Document | None:
    found = read(path) if path.exists() else []
    return found[0] if len(found) == 1 and isinstance(found[0], Document) else None


def _is_same(one: Document, other: Document) -> bool:
    """Whether title, body and date agree; IPTC 7901 tells its time without a zone."""
    dates = (str(one.date)[:16], str(other.date)[:16])
    return (one.title, one.body, dates[0]) == (other.title, other.body, dates[1])
