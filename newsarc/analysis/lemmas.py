"""Stems of the lemmas of inflected words: "haus" for "häuser", "zähl" for "gezählt".

A language's table holds what its stemmer alone does not find: the stem of each such form that is
in use, and rules for the endings of words that no dictionary has. The tables are made out of the
dictionaries of simplemma by `tests/benchmarks/lemma_tables.py`; each says where it is from.

    häuser    "1aus"           the stem: so many letters of the word, and what follows them
    gebeten   "0bitt ^gebet"   and another stem: of any word (=), or of one with a capital (^) or
                               without (_)
    *user     "user=+ äuser=5aus"
                               rules by ending: how many letters go, and what comes instead; or
                               longer endings decide (+)
    !schon    ""               a word of its own beside one with marks ("schön")
    <fahr     "fuh"            how else forms of a stem begin, in folded letters
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis.tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Raised with each change of a table: archives made before ask for a reindex.
VERSION = 1
# The endings that have rules, from the shortest on, and how many letters stand before them.
LEVELS = (4, 6, 8)
BEFORE = 2
# How many letters of a word a rule leaves at least: by these, a text is searched for a stem.
BEGINNING = 3
_SHORTEST = LEVELS[0]
# As the number of letters is written: one character.
ZERO = 48


class Lemmas:
    """What a table says of the words of a language, all in lower case and with "ss" for "ß"."""

    def __init__(self, path: str) -> None:
        self._get = Table(path).get
        self._endings = frozenset((self._get("*") or "").split())
        self._rules = _Rules(self._get)
        self._last: tuple[str, str | None] = ("", None)

    def stem(self, word: str) -> str | None:
        """Return the stem of a word's lemma; None if the table does not have the word."""
        value = self._get(word)
        self._last = word, value
        if value is None:
            return None
        if " " in value:
            value = value.partition(" ")[0]
        return word[: ord(value[0]) - ZERO] + value[1:]

    def by_ending(self, word: str) -> str | None:
        """Return the stem of a word that the table does not have; None to ask the stemmer."""
        last = word[-_SHORTEST:]
        return by_ending(word, self._rules[last]) if last in self._endings else None

    def others(self, word: str, written: str) -> list[str] | None:
        """Return the stems of other lemmas that a word may be a form of; None for most words."""
        last, value = self._last  # a word is analysed, and then asked for its other stems
        if last != word:
            value = self._get(word)
        if value is None or " " not in value:
            return None
        kinds = "=^" if written[0].isupper() else "=_"
        return [other[1:] for other in value.split(" ")[1:] if other[0] in kinds]

    def beginnings(self, stem: str) -> list[str]:
        """Return how forms of a stem begin that do not have its own first letters in them."""
        return (self._get("<" + stem) or "").split()

    def is_own(self, word: str) -> bool:
        """Whether a word without marks is another one than its twins with marks."""
        return self._get("!" + word) is not None


class _Rules(dict[str, "dict[str, str]"]):
    """A cache of the rules by ending, for each of the shortest endings."""

    def __init__(self, get: Callable[[str], str | None]) -> None:
        super().__init__()
        self._get = get

    def __missing__(self, ending: str) -> dict[str, str]:
        rules = (self._get("*" + ending) or "").split()
        self[ending] = found = dict(rule.split("=", 1) for rule in rules)
        return found


def by_ending(word: str, rules: Mapping[str, str]) -> str | None:
    """Return the stem of a word by the rule of its ending; None if there is no rule."""
    for level in LEVELS:
        rule = rules.get(word[-level:]) if len(word) >= level + BEFORE else None
        if rule is None:
            return None
        if rule != "+":
            left = len(word) - ord(rule[0]) + ZERO
            return word[:left] + rule[1:] if left >= BEGINNING else None
    return None


@cache
def lemmas(code: str) -> Lemmas:
    """Return the lemmas of a language that has a table; raises BrokenTable without a sound one."""
    return Lemmas(os.path.join(os.path.dirname(__file__), "languages", "lemmas", f"{code}.table"))
