"""The news agencies in a credit: which they are, and whether a line is nothing but a credit."""

from __future__ import annotations

import re

from newsarc.catalog.words.agency_names import (
    BESIDE_AGENCIES,
    NAMED_AGENCIES,
    SERVICES,
    WEAK_AGENCIES,
)
from newsarc.catalog.words.media_names import is_medium

_PARTS = re.compile(r"\s?[/,;|+&]\s?|\s(?:und|and|mit|UND)\s")
_PERSON = re.compile(r"[^\W\d_]\w+(?: [^\W\d_][\w-]+){1,2}")
_INITIALS = re.compile(r"[a-zäöüß]{2,4}|[A-ZÄÖÜ]{2,3}|[A-Z][a-zäöü]{1,2}")
_DATE = re.compile(
    r"\d{1,2}\.(?:\d{1,2}\.)?(?:\d{2}|\d{4})?|\d{4}(?:-\d\d){0,2}|\d{1,2}[:.]\d\d"
    r"|(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Mar|May|Oct|Dec)[a-zä]{0,6}\.?|Uhr"
)


def agency(credit: str | None, *, of_dateline: bool = False) -> str | None:
    """Return the agencies in a credit, with their services: `dpa/lno`, `AFP/dpa/Reuters`.

    They are in the order of the credit, as they spell themselves. Initials and other words are
    left out. None where no agency is known. A dateline may name one that initials may be, too.
    """
    found = list(dict.fromkeys(name for part in _parts(credit) for name in _named(part)))
    if all(name in SERVICES for name in found):
        return "/".join(("dpa", *found)) if found else None
    known = of_dateline or any(name not in WEAK_AGENCIES for name in found)
    return "/".join(found) if known else None


def is_row(credit: str, *, persons: bool = False) -> bool:
    """Whether a text is a row of agencies and nothing else: `dpa/AFP`, `red, dpa`, `AFP/jb`.

    The names of media, initials and dates may stand beside them. So may those of `persons`, if
    allowed, unless a slash is between them, as in the credit of a picture.
    """
    if agency(credit) is None:
        return False
    persons = persons and "/" not in credit
    return all(_belongs(part) or (persons and _is_person(part)) for part in _parts(credit))


def _is_person(part: str) -> bool:
    """Whether a part of a credit is a person who wrote for an agency: `Eva Muster, dpa`."""
    return part.istitle() and _PERSON.fullmatch(part) is not None


def _parts(credit: str | None) -> list[str]:
    return [part.strip(" .()") for part in _PARTS.split(credit or "") if part.strip(" .()")]


def _named(part: str) -> list[str]:
    """Return the agencies in a part of a credit, as they spell themselves."""
    whole = _spelled(part)
    return [whole] if whole else [name for word in part.split() if (name := _agency_named(word))]


def _agency_named(word: str) -> str | None:
    word = word.strip(".:")
    known = word in SERVICES or word in WEAK_AGENCIES
    return word if known else _spelled(word)


def _spelled(name: str) -> str | None:
    """Return an agency as it spells itself, or None. `Sid` is a first name, `sid` is SID."""
    known = NAMED_AGENCIES.get(name.casefold())
    is_first_name = name.istitle() and " " not in name and known != name
    return None if is_first_name else known


def _belongs(part: str) -> bool:
    if _INITIALS.fullmatch(part) or _spelled(part) or is_medium(part):
        return True
    words = part.split()
    return all(
        _agency_named(word) or word.casefold() in BESIDE_AGENCIES or _DATE.fullmatch(word)
        for word in words
    )
