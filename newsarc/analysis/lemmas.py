"""Stems of the lemmas of inflected words: "haus" for "häuser", "zähl" for "gezählt".

A language's table holds what its stemmer alone does not find: the stem of each such form that is
in use, and rules for the endings of words that no dictionary has. `tests/benchmarks/lemma_tables.py`
makes the tables out of the dictionaries of simplemma; each says in its note where it is from.

    häuser    "1aus"           the stem: so many letters of the word, and what follows them
    gebeten   "0bitt ^gebet"   and another stem: of any word (=), one with a capital (^), without (_)
    *äuser    "5aus"           the same of words that end so, but with the letters that go
    *erte     "+"              longer endings decide
    !schon    ""               a word of its own beside one with marks ("schön")
"""

from __future__ import annotations

import os
from functools import cache

from newsarc.analysis.tables import Table

# Raised with each change of a table: archives made before ask for a reindex.
VERSION = 1
# The endings that have rules, from the shortest on, and how many letters stand before them.
LEVELS = (4, 6, 8)
BEFORE = 2
# As the number of letters is written: one character.
ZERO = 48
_NOTHING = ("", None)


class Lemmas:
    """What a table says of the words of a language, all in lower case and with "ss" for "ß"."""

    def __init__(self, path: str) -> None:
        self._get = Table(path).get
        self._endings = frozenset((self._get("*") or "").split())
        self._last: tuple[str, str | None] = _NOTHING

    def stem(self, word: str) -> str | None:
        """Return the stem of a word's lemma; None if the stemmer's is right, as of most words."""
        value = self._value(word)
        if value is None:
            return self._by_ending(word) if word[-LEVELS[0] :] in self._endings else None
        stem = value.partition(" ")[0]
        return word[: ord(stem[0]) - ZERO] + stem[1:]

    def known(self, word: str) -> bool:
        """Whether the table has the stem of this very word."""
        return self._value(word) is not None

    def others(self, word: str, *, capital: bool) -> list[str]:
        """Return the stems of other lemmas that a word may be a form of; mostly none."""
        value = self._value(word)
        if value is None or " " not in value:
            return []
        kinds = "=^" if capital else "=_"
        return [other[1:] for other in value.split(" ")[1:] if other[0] in kinds]

    def is_own(self, word: str) -> bool:
        """Whether a word without marks is another one than its twins with marks."""
        return self._get("!" + word) is not None

    def _value(self, word: str) -> str | None:
        last, value = self._last
        if last != word:  # a word is analysed and then asked for its other stems
            value = self._get(word)
            self._last = word, value
        return value

    def _by_ending(self, word: str) -> str | None:
        for level in LEVELS:
            rule = self._get("*" + word[-level:]) if len(word) >= level + BEFORE else None
            if rule is None:
                return None
            if rule != "+":
                return word[: len(word) - ord(rule[0]) + ZERO] + rule[1:]
        return None


@cache
def lemmas(code: str) -> Lemmas:
    """Return the lemmas of a language that has a table; raises BrokenTable without a sound one."""
    return Lemmas(os.path.join(os.path.dirname(__file__), "languages", "lemmas", f"{code}.table"))
