"""From the text of an article to what an index takes of it.

A text is parted at its blanks, which is four times as fast as to find its words; most of what
stands between blanks has stood there before. Signs that never link words count as blanks: else
a word would stand there anew with each sign that may follow it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsarc.analysis.analyser import analyse
from newsarc.analysis.chains import chains
from newsarc.analysis.fields import Indexed
from newsarc.analysis.ways import chain_ways, word_ways
from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.analysis.splitter import Splitter

# Twice as many are remembered at most: 90 MB. What stands between blanks is often a bare word,
# and then one entry serves as both; an archive of 14,000 articles has 370,000 different ones.
_MOST = 130_000
# What is longer is hardly ever seen again.
_LONGEST = 60

# What parts words wherever it stands, and what does so where a blank follows.
_PARTING = (*'\n"„“”»«()!?', ". ", ", ", ": ")

# The forms, the stems, the tokens of other ways to words and those of ways to chains; joined by
# blanks. Tuples without names are no burden for the garbage collector.
_Columns = tuple[str, str, str, str]
_NOTHING: _Columns = ("", "", "", "")


def index(  # noqa: PLR0913 (what is searched of an article)
    title: str | None,
    kicker: str | None,
    place: str | None,
    body: str,
    language: str | None,
    *,
    splitter: Splitter,
) -> Indexed:
    """Analyse all that is searched of an article; its place is found as a word of its body."""
    text = f"{place}\n{body}" if place else body
    vocabulary = _vocabulary(splitter, language)
    parted = [_parted(each) for each in (title or "", kicker or "", text)]
    columns = [_joined(map(vocabulary.__getitem__, stretches)) for stretches in parted]
    return Indexed(*chain.from_iterable(zip(*columns, strict=True)))


def _parted(text: str) -> list[str]:
    """Part a text between its words; what is linked to one word stays together."""
    for sign in _PARTING:
        text = text.replace(sign, " ")
    return text.split()


def _joined(columns: Iterable[_Columns]) -> tuple[str, str, str]:
    """Give the forms and the stems of words that follow each other, and the other ways to them."""
    forms, stems, ways, linked = zip(_NOTHING, *columns, strict=True)
    return _row(forms), _row(stems), _row(ways + linked)


def _row(columns: Iterable[str]) -> str:
    return " ".join(filter(None, columns))


class _Vocabulary(dict[str, _Columns]):
    """What stands between blanks in texts of a language: words, with marks around them.

    Those that came last are remembered, and about as many before them.
    """

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self._before: dict[str, _Columns] = {}
        self._splitter = splitter
        self._language = language

    def __missing__(self, stretch: str) -> _Columns:
        found = self._before.get(stretch) or self._find(stretch)
        if len(stretch) <= _LONGEST:
            if len(self) >= _MOST:
                self._before = dict(self)
                self.clear()
            self[stretch] = found
        return found

    def _find(self, stretch: str) -> _Columns:
        if stretch.isalnum():
            return self._word(stretch)
        words = WORD.findall(stretch)
        if len(words) == 1:
            return self._word(stretch) if words[0] == stretch else self[words[0]]
        return self._words(stretch, words) if words else _NOTHING

    def _word(self, word: str) -> _Columns:
        form, stem = analyse.__wrapped__(word, self._language)
        form = word if form == word else form  # kept once
        ways = word_ways(word, self._language, self._splitter)
        tokens = " ".join([way.token for way in ways]) if ways else ""
        return form, (form if stem == form else stem), tokens, ""

    def _words(self, stretch: str, words: list[str]) -> _Columns:
        forms, stems, ways = _joined(map(self.__getitem__, words))
        return forms, stems, ways, self._linked(stretch)

    def _linked(self, stretch: str) -> str:
        """Give the tokens of the ways to the chains in a stretch."""
        tokens: list[str] = []
        for found in chains(stretch, self._language):
            ways = chain_ways(found[0], self._language, self._splitter)
            tokens += dict.fromkeys([way.token for way in ways])
        return " ".join(tokens)


def _vocabulary(splitter: Splitter, language: str | None) -> _Vocabulary:
    """Give what is known of a language, which lives as long as its splitter."""
    known = splitter.vocabularies.get(language)
    if not isinstance(known, _Vocabulary):
        known = splitter.vocabularies[language] = _Vocabulary(splitter, language)
    return known
