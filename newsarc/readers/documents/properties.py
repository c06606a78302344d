"""What word processors say of a file beside its text: title, author, day of its creation.

They say it of the file, not of the article: a draft has the title of the one that it was copied
from, and the name of whoever set up the machine. So they count only where the text says nothing
better, and a title only if it stands in the text.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsarc.dates.written import read_date, written
from newsarc.readers.fields.persons import persons
from newsarc.records.kept import Evidence
from newsarc.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

# In characters and lines: how much of a text is asked for its date, its title and its byline, and
# how long the line of a date is.
_HEAD, _TAIL = 1500, 300
_FEW_LINES, _SHORT = 15, 80
_BYLINE = re.compile(
    r"(?:von|by|text|autor(?:in)?|interview|foto)s?(?: |: ?)[^\W\d_]", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*+(?:[.'’-][^\W\d_]*+)*+")
# Names of machines and programs, in lower case.
_NOBODY = frozenset(
    "admin administrator user username owner besitzer benutzer anwender standard default author"
    " autor gast guest test redaktion microsoft office windows word apache poi docx python unknown"
    " unbekannt system sekretariat praktikant libreoffice openoffice".split()
)
# The earliest year in which a program wrote such a file; others count from 1601 or 1970.
_EARLIEST = 1985


def believed(
    text: str, rule: str, title: str | None, author: str | None, created: str | None
) -> dict[str, Any]:
    """Return the fields of a document that properties may fill, with their evidence.

    `rule` names where they stand: `RTF info`. `created` is a date and time in ISO 8601.
    """
    found = {
        "title": (_title(text, title), title, "title"),
        "authors": (_authors(text, author), author, "author"),
        "date": (_date(text, author, created), created, "created"),
    }
    values: dict[str, Any] = {name: value for name, (value, _, _) in found.items() if value}
    evidence = [
        Evidence(name, clean(words or ""), f"{rule} {key}", "inferred")
        for name, (value, words, key) in found.items()
        if value
    ]
    return values | ({"evidence": tuple(evidence)} if evidence else {})


def _first_lines(text: str) -> Iterator[str]:
    return islice(filter(None, text[:_HEAD].split("\n")), _FEW_LINES)


def _title(text: str, title: str | None) -> str | None:
    line = one_line(title or "")
    return line if line and line in _first_lines(text) else None


def _authors(text: str, author: str | None) -> tuple[str, ...]:
    return () if not author or is_signed(text) else named(author)


def is_signed(text: str) -> bool:
    """Return whether a line above a text begins like a byline."""
    return any(map(_BYLINE.match, _first_lines(text)))


def named(author: str) -> tuple[str, ...]:
    """Return the persons in the name of an author, none if it is that of a machine."""
    return tuple(dict.fromkeys(filter(_is_person, persons(one_line(author)))))


def _is_person(name: str) -> bool:
    """Whether a name has at least two words, none of which is that of a machine."""
    words = name.split()
    is_nobody = any(word.casefold() in _NOBODY for word in re.split(r"[\s_.-]+", name))
    return 2 <= len(words) <= 5 and not is_nobody and all(map(_NAME.fullmatch, words))


def _date(text: str, author: str | None, created: str | None) -> str | None:
    """Return the day of creation, unless a date stands above or below the text.

    A template of python-docx was created in 2013, and with it all that it writes.
    """
    if not created or author == "python-docx":
        return None
    day = read_date(created)
    is_believed = day is not None and day.year >= _EARLIEST and not is_dated(text)
    return one_line(created) if is_believed else None


def is_dated(text: str) -> bool:
    """Return whether a line above or below a text has a date, and not much more."""
    short = (line for line in (*_first_lines(text), *_last_lines(text)) if len(line) <= _SHORT)
    return any(next(written(line), None) is not None for line in short)


def _last_lines(text: str) -> list[str]:
    return text[-_TAIL:].split("\n")[-3:]
