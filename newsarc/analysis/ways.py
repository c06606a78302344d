"""Other ways to find a word than by its form and its stem: the tokens of the parts columns.

A compound is found by its parts and by rows of them, a chain as one word, „StudentInnen“ as
„Student“, and a name in a text that is not German in each spelling of its umlauts. Whoever
asks for words asks for what they are `otherwise`, among these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.analysis import gender
from newsarc.analysis.analyser import analyse, variants
from newsarc.analysis.chains import joined, pieces
from newsarc.analysis.splitter import COMPOUNDING, Way
from newsarc.patterns import pattern
from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.analysis.splitter import Splitter

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Not "Israel", "Michaels", "Samuel", "neue", "Quelle".
_DIGRAPH = pattern(r"(?<![aeiouyq])([aou])e(?!li?s?$|[aeiouy])(?=[^\W\d_])", re.IGNORECASE)


def word_ways(word: str, language: str | None, splitter: Splitter) -> list[Way]:
    """Give other ways to a word than its stem; the parts of a compound come first, in order."""
    ways: list[Way] = []
    if language == COMPOUNDING:
        if parts := splitter.pieces(word):
            ways = _part_ways(word, parts)
        others = [base] if (base := gender.base(word)) else ()
    else:
        others = _respelt(word) if word[0].isupper() else ()
    if others:
        own = analyse(word, language).stem
        stems = dict.fromkeys([analyse(other, language).stem for other in others])
        ways += [Way(stem, 0, len(word)) for stem in stems if stem != own]
    return ways


def chain_ways(chain: str, language: str | None, splitter: Splitter) -> Iterator[Way]:
    """Give the ways to a chain: it is one word, and of the last one the parts may be missing.

    „Nato-Osterweiterungspläne“ are found by „Nato-Osterweiterung“.
    """
    row = pieces(chain)
    whole = joined(row)
    if whole is not None:
        yield Way(analyse(whole, language).stem, 0, len(chain))
        last = splitter.pieces(row[-1]) if language == COMPOUNDING else ()
        token, begin = "".join(_stems(row[:-1], splitter)) if last else "", chain.rfind(row[-1])
        for piece in last[:-1]:
            token += piece.token
            yield Way(token, 0, begin + _unfolded(row[-1], piece.end))


def otherwise(
    words: Sequence[str], languages: Sequence[str | None], splitter: Splitter
) -> tuple[str, ...]:
    """Give the tokens by which words that stand side by side are found otherwise.

    `languages` are those in which they are read.
    """
    whole = words[0] if len(words) == 1 else joined(words)
    if whole is None:
        return ()
    tokens = [stem for (stem,) in variants([whole], languages)]
    if COMPOUNDING in languages:
        tokens.append("".join(_stems(words, splitter)))
    return tuple(dict.fromkeys(tokens))


def _stems(words: Sequence[str], splitter: Splitter) -> Iterator[str]:
    """Give the stems of the parts of German words."""
    for word in words:
        yield from splitter.parts(word) or (analyse(word, COMPOUNDING).stem,)


def _part_ways(word: str, parts: Sequence[Way]) -> list[Way]:
    """Give the parts of a compound, and the rows of some of them, as if each were one word."""
    if len(word) != len(word.casefold()):
        parts = [Way(stem, _unfolded(word, a), _unfolded(word, b)) for stem, a, b in parts]
    ways = list(parts)
    for length in range(2, len(parts)):
        for first in range(len(parts) - length + 1):
            row = parts[first : first + length]
            token = "".join([part.token for part in row])
            ways.append(Way(token, row[0].start, row[-1].end))
    return ways


def _unfolded(word: str, at: int) -> int:
    """Give the place in a word of a place in the casefolded one, where `ß` is `ss`."""
    return next((n for n in range(len(word)) if len(word[:n].casefold()) >= at), len(word))


def _respelt(word: str) -> list[str]:
    """Give other spellings of a name: „Müller“ as „Mueller“, „Mueller“ as „Muller“."""
    others = (word.translate(_DIGRAPHS), _DIGRAPH.sub(r"\1", word))
    return [other for other in others if other != word and WORD.fullmatch(other)]
