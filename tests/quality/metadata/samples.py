"""Texts with known metadata: how they are read from a file, and how names are compared."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.dates.written import written
from tests.quality.metadata.pages import records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FORMS = ("text_flat", "text_lines")


class Sample(Struct, frozen=True):
    """A text in both its forms, and the right answers. An unknown answer is empty or None."""

    id: str
    publisher: str
    language: str
    texts: Mapping[str, str]
    title: str
    day: date | None
    authors: tuple[str, ...]
    date_in_text: bool
    title_in_text: bool

    def is_in(self, language: str) -> bool:
        """Whether the text is in a language; every text is in `all`."""
        return language in {"all", self.language}


def read_samples(path: Path) -> list[Sample]:
    """Read all samples of a file, or of a folder of pages, in order.

    Raises OSError, ValueError and KeyError.
    """
    if path.is_dir():
        return [_sample(record) for record in records(path)]
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [_sample(json.loads(line)) for line in lines if line.strip()]


def _sample(record: dict[str, Any]) -> Sample:
    texts = {form: record[form] for form in FORMS}
    day, title = _day(record["gold_date"] or ""), record["gold_title"] or ""
    flat = texts["text_flat"]
    return Sample(
        id=record["id"],
        publisher=record.get("site_hint") or record["id"],
        language=record["lang_attr"],
        texts=texts,
        title=title,
        day=day,
        authors=names(record["gold_author"] or ""),
        date_in_text=bool(record.get("date_in_text", day is not None and _says(flat, day))),
        title_in_text=bool(record.get("title_in_text", fold(title) in fold(flat))),
    )


def _says(text: str, day: date) -> bool:
    """Whether a text has a date that may be this day."""
    return any(found.date.day and found.date.span.first.date() == day for found in written(text))


def _day(text: str) -> date | None:
    """Return a gold date, or None where it is no date, such as `2022-25-10`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def names(authors: str | Iterable[str]) -> tuple[str, ...]:
    """Return the names in a list, or in a text that separates them by `; , & und and`."""
    if isinstance(authors, str):
        authors = re.split(r"[;,&]|\b(?:und|and)\b", authors)
    return tuple(name.strip() for name in authors if fold(name))


def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case, to compare it with others."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def occurs(name: str, text: str) -> bool:
    """Whether a text contains a name as whole words: `Apple` does not contain `AP`."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) is not None
