"""The persons that a claim of authors names.

Where it is not certain that there are several, a claim is one author, in its own words: so
`Muster, Eva` stays one, and so does `Eva Muster, Redakteurin`.
"""

from __future__ import annotations

import ast
import re
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_BY = re.compile(r"(?:von|by|par|por|text|autor|author)(?: ?:| (?=\w+[ -]))\s*", re.IGNORECASE)
# A first name and a last one; parts of a name may begin in lower case: `Eva von der Aue`.
_FIRST = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*+(?:['’.-][^\W\d_]*+)*+"
_LINK = r"(?:von|van|de|der|den|del|della|di|da|dos|du|la|le|zu|zum|zur|al|bin|ten|ter)"
_PERSON = re.compile(rf"{_FIRST}(?: (?:{_FIRST}|{_LINK})){{0,4}} {_FIRST}")
_AND = re.compile(r" (?:und|and|&|et) ")
_APART = re.compile(r" ?[;|\n] ?")
# A list as Python or JSON writes it, of which a table has made a text.
_LIST = re.compile(r"\[\s*+['\"].*['\"]\s*+\]", re.DOTALL)
# As feeds name them: `eva@kurier.example (Eva Muster)`.
_MAILED = re.compile(r"[^\s@()]{1,80}@[^\s@()]{1,80} \(([^()]{2,80})\)")
# What somebody did for an article, and the mark of a footnote.
_ROLE = re.compile(
    r" ?\((?:text|fotos?|photos?|bild(?:er)?|video|grafik|recherche|protokoll|interview|mitarbeit"
    r"|words|pictures?|now|earlier)\)|(?<=\w)\*+(?=,| |$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
_LONGEST = 1000


_NO_LIST = (ValueError, SyntaxError, TypeError, MemoryError, RecursionError)


def persons(claim: str) -> Iterator[str]:
    """Yield the authors in a claim on one line. An address names none."""
    for name in _listed(claim):
        for part in _APART.split(name):
            yield from _persons(part.strip(" ,"))


def is_address(name: str) -> bool:
    """Return whether a claim is the address of a page."""
    return _ADDRESS.match(name) is not None


def _listed(claim: str) -> list[str]:
    if len(claim) <= _LONGEST and _LIST.fullmatch(claim):
        with warnings.catch_warnings(), suppress(*_NO_LIST):
            warnings.simplefilter("ignore")  # about backslashes
            found = ast.literal_eval(claim)
            if found and all(isinstance(name, str) for name in found):
                return list(map(one_line, found))
    return [claim]


def _persons(part: str) -> Iterator[str]:
    if mailed := _MAILED.fullmatch(part):
        part = mailed[1]
    if (by := _BY.match(part)) and part[by.end() : by.end() + 1].isupper():
        part = part[by.end() :]
    part = _ROLE.sub("", part)
    names = [one for each in part.split(", ") for one in _AND.split(each)]
    if len(names) > 1 and not all(map(_PERSON.fullmatch, names)):
        names = [part]
    yield from (name for name in names if name)
