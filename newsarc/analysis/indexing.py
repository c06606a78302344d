"""From the text of an article to what an index takes of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis.analyser import MOST_WORDS, analyse
from newsarc.analysis.chains import chains
from newsarc.analysis.fields import Indexed
from newsarc.analysis.ways import chain_ways, word_ways
from newsarc.text import WORD

if TYPE_CHECKING:
    from newsarc.analysis.splitter import Splitter


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
    columns = [_columns(text or "", vocabulary) for text in (title, kicker, text)]
    return Indexed(*chain.from_iterable(zip(*columns, strict=True)))


def _columns(text: str, vocabulary: _Vocabulary) -> tuple[str, str, str]:
    """Give the forms and the stems of a text, and the other ways to find its words."""
    found = [vocabulary[word] for word in WORD.findall(text)]
    forms, stems = " ".join([word.form for word in found]), " ".join([word.stem for word in found])
    parts = [word.parts for word in found if word.parts]
    linked = vocabulary.chains
    parts += [linked[found[0]] for found in chains(text, vocabulary.language)]
    return forms, stems, " ".join(filter(None, parts))


class _Known(NamedTuple):
    """A word as an index takes it; the tokens of other ways to it are joined by blanks."""

    form: str
    stem: str
    parts: str


class _Vocabulary(dict[str, _Known]):
    """The words of a language as they were analysed before: a text has few new ones."""

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self.language = language
        self.chains = _Chains(splitter, language)
        self._splitter = splitter

    def __missing__(self, word: str) -> _Known:
        if len(self) >= MOST_WORDS:
            self.clear()
        parts = " ".join(way.token for way in word_ways(word, self.language, self._splitter))
        found = self[word] = _Known(*analyse.__wrapped__(word, self.language), parts)
        return found


class _Chains(dict[str, str]):
    """The chains of a language with the tokens of the ways to them."""

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self._splitter = splitter
        self._language = language

    def __missing__(self, chain: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        ways = chain_ways(chain, self._language, self._splitter)
        found = self[chain] = " ".join(dict.fromkeys(way.token for way in ways))
        return found


def _vocabulary(splitter: Splitter, language: str | None) -> _Vocabulary:
    """Give the vocabulary of a language, which lives as long as its splitter."""
    known = splitter.vocabularies.get(language)
    if not isinstance(known, _Vocabulary):
        known = splitter.vocabularies[language] = _Vocabulary(splitter, language)
    return known
