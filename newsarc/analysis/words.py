"""Words known beforehand: how frequent they are, and all that the analysis says of them.

A language's table holds the words of wordfreq's list of it down to one in forty million: of German
news, six or seven in ten words that an archive lacks. What it says of a word is what the analysis
says, only found ten times as fast: `tests/benchmarks/word_tables.py` makes it by the analysis
itself.

The file is a table of `newsarc.analysis.tables`. A key is a word in lower case with "ss" for "ß".

    hafen        "4643"             how many hundredths its frequency is below 9 on the Zipf scale
                                    (three digits: 4.36), how many letters of the word its stem
                                    begins with (one character, from "0" on)
    häuser       "4431aus"          … what follows these letters in the stem
    hafenstadt   "565: haf stadt"   … and the tokens of all other ways to the word, in order
    genossen     "4733iess ^genoss" a token of the word with a capital (^) or without one (_) alone
    café         "477"              the frequency alone of a word with other letters than a to z,
                                    ä, ö and ü, or with another stem if it has "ß" ("hoeness")
    *            "6 lemmas1 PyStemmer 3.1.0"
                                    the analysis that made the table

A word is looked up that has these letters and "ß" alone, with or without a capital at its
beginning. Words that are written otherwise ("GmbH") must be analysed.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a frequency is written: digits for the hundredths below that of the most frequent words.
DIGITS = 3
FIRST = 9
# As the number of letters is written: one character.
ZERO = 48
# The signs of tokens that a word has with a capital alone, or without one alone.
CAPITAL, SMALL = "^", "_"
# The key of the analysis that made the table.
MADE_BY = "*"


class Words:
    """What the table at `path` says of words; raises BrokenTable without a sound one.

    `made_by` names the analysis that made it, as `analyser.rules` does.
    """

    def __init__(self, path: str) -> None:
        self.table = Table(path)
        self._get = self.table.get
        self.made_by = self._get(MADE_BY)

    def __iter__(self) -> Iterator[str]:
        """Yield all words of the table, as they are looked up."""
        return (word for word in self.table if word != MADE_BY)

    def zipf(self, word: str) -> float | None:
        """Return the frequency of a casefolded word on the Zipf scale; None for an unknown one."""
        value = self._get(word)
        return None if value is None else FIRST - int(value[:DIGITS]) / 100

    def get(self, word: str) -> tuple[str, str, str] | None:
        """Return the form of a word, its stem, and the tokens of other ways to it.

        The tokens are joined by blanks, in their order. None for a word that is not in the table.
        """
        lower = word.lower()
        if lower[1:] != word[1:]:
            return None
        key = lower.replace("ß", "ss")
        value = self._get(key)
        if value is None or len(value) == DIGITS:
            return None
        stem, _, tokens = value[DIGITS:].partition(" ")
        if CAPITAL in tokens or SMALL in tokens:
            tokens = _chosen(tokens, SMALL if lower == word else CAPITAL)
        return key, key[: ord(stem[0]) - ZERO] + stem[1:], tokens


def _chosen(tokens: str, sign: str) -> str:
    """Return the tokens without a sign, and those with this one."""
    found = [token for token in tokens.split(" ") if token[0] == sign or token[0].isalnum()]
    return " ".join(token.removeprefix(sign) for token in found)


@cache
def words(code: str) -> Words:
    """Return the words of a language that has a table; raises BrokenTable without a sound one."""
    return Words(os.path.join(os.path.dirname(__file__), "languages", "words", f"{code}.table"))
