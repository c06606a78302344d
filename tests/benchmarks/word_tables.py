"""Make the tables of known words that newsarc ships, of the lists of wordfreq.

    python -m tests.benchmarks.word_tables [de ...]

A table holds how frequent each word is, and all that the analysis says of it;
`newsarc.analysis.words` says how. To be run again with each change of the analysis.
"""

from __future__ import annotations

import os
import re
from importlib.metadata import version
from itertools import chain, product, zip_longest
from typing import TYPE_CHECKING

import click

import newsarc.analysis.languages
from newsarc.analysis.analyser import analyse, rules
from newsarc.analysis.splitter import Splitter
from newsarc.analysis.tables import packed
from newsarc.analysis.ways import word_ways
from newsarc.analysis.words import CAPITAL, DIGITS, MADE_BY, SMALL, ZERO
from tests.benchmarks.endings import shared
from tests.benchmarks.wordlists import hundredths, zipf

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = os.path.join(os.path.dirname(newsarc.analysis.languages.__file__), "words")
CODES = ["de"]
NOTE = (
    "Words of {code}: frequencies of wordfreq {wordfreq}, copyright (c) 2022 Robyn Speer, data "
    "under CC BY-SA 4.0, https://github.com/rspeer/wordfreq; see LICENSE beside this file"
)
PLAIN = re.compile("[a-zäöü]+")


class Maker:
    """Makes the table of one language."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._splitter = Splitter(zipf(code).get)

    def entries(self) -> dict[str, str]:
        """Return all that the table holds."""
        known = {
            word: f"{place:0{DIGITS}}{self._value(word)}"
            for word, place in hundredths(self._code).items()
        }
        return {MADE_BY: rules(), **known}

    def _value(self, word: str) -> str:
        """Return the stem of a word and its tokens as they are written; "" for an odd word."""
        said = self._said(word)
        if not PLAIN.fullmatch(word) or any(self._said(other) != said for other in sharp(word)):
            return ""
        stem, same = said[0], shared(word, said[0])
        return " ".join((chr(ZERO + same) + stem[same:], *said[1:]))

    def _said(self, word: str) -> list[str]:
        """Return the stem of a word and its tokens, with signs where its case matters."""
        small, capital = self._tokens(word), self._tokens(word.capitalize())
        same = shared(small, capital)
        lower = [SMALL + each for each in small[same:]]
        upper = [CAPITAL + each for each in capital[same:]]
        return [analyse(word, self._code).stem, *small[:same], *lower, *upper]

    def _tokens(self, word: str) -> list[str]:
        return [way.token for way in word_ways(word, self._code, self._splitter)]


def sharp(word: str) -> list[str]:
    """Return how else a word with "ss" may be written: with "ß" for any of them."""
    pairs = product(*[("ss", "ß")] * word.count("ss"))
    return ["".join(chain(*zip_longest(word.split("ss"), signs, fillvalue=""))) for signs in pairs]


@click.command()
@click.argument("codes", nargs=-1)
def main(codes: Iterable[str]) -> None:
    """Make the tables of known words of some languages, or of all."""
    os.makedirs(FOLDER, exist_ok=True)
    for code in codes or CODES:
        entries = Maker(code).entries()
        data = packed(entries, NOTE.format(code=code, wordfreq=version("wordfreq")))
        with open(os.path.join(FOLDER, f"{code}.table"), "wb") as file:
            file.write(data)
        click.echo(f"{code}  {len(entries)} words, {len(data)} B")


if __name__ == "__main__":
    main()
