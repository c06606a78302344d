"""From the text of an article to what an index takes of it.

A text is parted at its blanks, which is four times as fast as to find its words; most of what
stands between blanks has stood there before.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from newsarc.analysis.analyser import analyse
from newsarc.analysis.chains import chains
from newsarc.analysis.fields import Indexed
from newsarc.analysis.ways import chain_ways, word_ways
from newsarc.text import WORD

if TYPE_CHECKING:
    from newsarc.analysis.splitter import Splitter

T = TypeVar("T")

# Twice as many are remembered at most: 100 MB of words and of what stands between blanks. An
# archive of 14,000 articles has 310,000 different words and 600,000 such stretches; of an article
# 29 words and 65 stretches are new then, and with memory without end it would be 22 and 43.
_MOST = 80_000
# What is longer is hardly ever seen again.
_LONGEST = 60

# The forms, the stems, and, where there are any, the tokens of other ways to words and those of
# ways to chains; joined by blanks. Tuples without names are no burden for the garbage collector.
_Columns = tuple[str, str, tuple[str, str] | None]
_NOTHING: _Columns = ("", "", None)


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
    stretches = _stretches(splitter, language)
    columns = [_columns(text or "", stretches) for text in (title, kicker, text)]
    return Indexed(*chain.from_iterable(zip(*columns, strict=True)))


def _columns(text: str, stretches: _Stretches) -> tuple[str, str, str]:
    """Give the forms and the stems of a text, and the other ways to find its words."""
    found = [columns for stretch in text.split() if (columns := stretches[stretch]) is not _NOTHING]
    more = [columns[2] for columns in found if columns[2]]
    ways = [words for words, _ in more if words] + [linked for _, linked in more if linked]
    forms, stems = [columns[0] for columns in found], [columns[1] for columns in found]
    return " ".join(forms), " ".join(stems), " ".join(ways)


class _Remembered(dict[str, T], Generic[T]):
    """What was found out about the strings that came last, and about as many before them."""

    def __init__(self) -> None:
        super().__init__()
        self._before: dict[str, T] = {}

    def __missing__(self, key: str) -> T:
        found = self._before.get(key)
        if found is None:
            found = self._find(key)
        if len(key) <= _LONGEST:
            if len(self) >= _MOST:
                self._before = dict(self)
                self.clear()
            self[key] = found
        return found

    def _find(self, key: str) -> T:
        raise NotImplementedError


class _Words(_Remembered[tuple[str, str, str]]):
    """The words of a language: the form, the stem, and the tokens of other ways to it."""

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self._splitter = splitter
        self._language = language

    def _find(self, word: str) -> tuple[str, str, str]:
        ways = word_ways(word, self._language, self._splitter)
        tokens = " ".join([way.token for way in ways]) if ways else ""
        form, stem = analyse.__wrapped__(word, self._language)
        return form, (form if stem == form else stem), tokens


class _Stretches(_Remembered[_Columns]):
    """What stands between blanks in texts of a language: words, with marks around them."""

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self._words = _Words(splitter, language)
        self._splitter = splitter
        self._language = language

    def _find(self, stretch: str) -> _Columns:
        words = [self._words[word] for word in WORD.findall(stretch)]
        if len(words) == 1:
            form, stem, ways = words[0]
            return form, stem, (ways, "") if ways else None
        if not words:
            return _NOTHING
        ways, linked = " ".join([word[2] for word in words if word[2]]), self._linked(stretch)
        forms, stems = " ".join([word[0] for word in words]), " ".join([word[1] for word in words])
        return forms, stems, (ways, linked) if ways or linked else None

    def _linked(self, stretch: str) -> str:
        """Give the tokens of the ways to the chains in a stretch."""
        tokens: list[str] = []
        for found in chains(stretch, self._language):
            ways = chain_ways(found[0], self._language, self._splitter)
            tokens += dict.fromkeys([way.token for way in ways])
        return " ".join(tokens)


def _stretches(splitter: Splitter, language: str | None) -> _Stretches:
    """Give what is known of a language, which lives as long as its splitter."""
    known = splitter.vocabularies.get(language)
    if not isinstance(known, _Stretches):
        known = splitter.vocabularies[language] = _Stretches(splitter, language)
    return known
