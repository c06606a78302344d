"""From the text of an article to its tokens for an index.

A text is split at its blanks, which is four times as fast as finding its words; most of the
stretches between blanks have been seen before. Signs that never join words count as blanks:
otherwise each word would come back as new with each sign that may follow it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsarc.analysis.analyser import analyse
from newsarc.analysis.checksum import MODULUS, fields_checksum, parts_checksum, word_checksum
from newsarc.analysis.fields import Indexed
from newsarc.analysis.suspended import suspended_ways
from newsarc.analysis.ways import linked_ways, word_ways
from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.analysis.splitter import Splitter

# Cache size: at most twice as many stretches are kept, in 90 MB. An archive of 14,000 articles has
# 370,000 different ones.
_MOST = 130_000
# A longer stretch is hardly ever seen again, and is not kept.
_LONGEST = 60

# Signs that separate words anywhere, and those that do so before a blank.
_SEPARATORS = (*'\n"„“”»«()!?', ". ", ", ", ": ")

# Of a stretch: its forms, its stems, the tokens of other ways to its words, and those of ways to
# its chains, each joined by blanks; and the checksum of all. A million of them are kept and taken
# apart: plain tuples are fastest, and the garbage collector stops following them.
_Columns = tuple[str, str, str, str, int]
_NOTHING: _Columns = ("", "", "", "", 0)


def index(  # noqa: PLR0913 (what is searched of an article)
    title: str | None,
    kicker: str | None,
    place: str | None,
    body: str,
    language: str | None,
    *,
    splitter: Splitter,
) -> Indexed:
    """Analyse everything that is searched of an article; its place becomes part of its body.

    `language` is its ISO 639-1 code, or None. A splitter caches the words it has seen: use one for
    many articles.
    """
    text = f"{place}\n{body}" if place else body
    vocabulary = _vocabulary(splitter, language)
    fields = (title or "", kicker or "", text)
    found = [_field(each, vocabulary, language, splitter) for each in fields]
    *columns, checksums = zip(*found, strict=True)
    return Indexed(*chain.from_iterable(columns), checksum=fields_checksum(checksums))


def _field(
    text: str, vocabulary: _Vocabulary, language: str | None, splitter: Splitter
) -> tuple[str, str, str, int]:
    """Return the forms, the stems and the other tokens of a field, and their checksum."""
    forms, stems, parts, checksum = _joined(map(vocabulary.__getitem__, _stretches(text)))
    hanging = " ".join([way.token for way in suspended_ways(text, language, splitter)])
    if hanging:
        return forms, stems, _row((parts, hanging)), checksum + parts_checksum(hanging)
    return forms, stems, parts, checksum


def _stretches(text: str) -> list[str]:
    """Split a text between its words; words that a sign joins stay together."""
    for sign in _SEPARATORS:
        text = text.replace(sign, " ")
    return text.split(" ")  # at no other blank: a thin one stands within numbers


def _joined(columns: Iterable[_Columns]) -> tuple[str, str, str, int]:
    """Join the forms, the stems and the other tokens of words that follow each other."""
    forms, stems, ways, linked, checksums = zip(_NOTHING, *columns, strict=True)
    return _row(forms), _row(stems), _row(ways + linked), sum(checksums)


def _row(columns: Iterable[str]) -> str:
    return " ".join(filter(None, columns))


class _Vocabulary(dict[str, _Columns]):
    """A cache of what stands between blanks in the texts of one language.

    It keeps the last 130,000 stretches, and those of the round before.
    """

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self._before: dict[str, _Columns] = {}
        self._splitter = splitter
        self._language = language
        self._known = splitter.words(language)

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
        known = None if self._known is None else self._known.get(word)
        return self._analysed(word) if known is None else _with_checksum(word, *known)

    def _analysed(self, word: str) -> _Columns:
        found = analyse.__wrapped__(word, self._language)  # not kept in two caches
        ways = word_ways(word, self._language, self._splitter)
        return _with_checksum(word, found.form, found.stem, " ".join([way.token for way in ways]))

    def _words(self, stretch: str, words: list[str]) -> _Columns:
        forms, stems, ways, checksum = _joined(map(self.__getitem__, words))
        linked = self._linked(stretch)
        return forms, stems, ways, linked, (checksum + parts_checksum(linked)) % MODULUS

    def _linked(self, stretch: str) -> str:
        """Return the tokens of what the words of a stretch are together."""
        ways = linked_ways(stretch, self._language, self._splitter)
        return " ".join([way.token for way in ways])


def _with_checksum(word: str, form: str, stem: str, tokens: str) -> _Columns:
    form = word if form == word else form  # one string in memory, not two
    stem = form if stem == form else stem
    checksum = word_checksum(form, stem)
    if tokens:
        checksum = (checksum + parts_checksum(tokens)) % MODULUS
    return form, stem, tokens, "", checksum


def _vocabulary(splitter: Splitter, language: str | None) -> _Vocabulary:
    """Return the cache of a language, which lives as long as its splitter."""
    known = splitter.vocabularies.get(language)
    if not isinstance(known, _Vocabulary):
        known = splitter.vocabularies[language] = _Vocabulary(splitter, language)
    return known
