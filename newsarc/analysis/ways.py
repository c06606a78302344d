"""Ways to find a word other than by its form and its stem: the tokens of the `parts` columns.

A compound is found by its parts and by sequences of them; a chain as a single word; "StudentInnen"
as "Student"; and a name by other spellings of its umlauts. `otherwise` makes of the words of a
query the tokens that match these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from newsarc.analysis.analyser import analyse, variants
from newsarc.analysis.chains import joined, pieces
from newsarc.analysis.languages import language
from newsarc.analysis.splitter import Way
from newsarc.analysis.stems import others
from newsarc.patterns import pattern
from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.analysis.languages import Language
    from newsarc.analysis.splitter import Splitter

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# Not "Israel", "Michaels", "Samuel", "neue", "Quelle".
_DIGRAPH = pattern(r"(?<![aeiouyq])([aou])e(?!li?s?$|[aeiouy])(?=[^\W\d_])", re.IGNORECASE)


def word_ways(word: str, code: str | None, splitter: Splitter) -> list[Way]:
    """Return the ways to a word besides its stem; the parts of a compound come first, in order."""
    own = language(code)
    ways: list[Way] = []
    if own.compounds is not None and (parts := splitter.pieces(word, code)):
        ways = _part_ways(word, parts)
    if other_words := _other_words(word, own):
        stem = analyse(word, code).stem
        stems = dict.fromkeys([analyse(other, code).stem for other in other_words])
        ways += [Way(other, 0, len(word)) for other in stems if other != stem]
    if other_stems := others(code)(word):
        ways += [Way(other, 0, len(word)) for other in other_stems]
    return ways


def _other_words(word: str, own: Language) -> Sequence[str]:
    """Return other words by which a word is found, as they would be written."""
    base = None if own.masculine is None else own.masculine(word)
    respelt = _respelt(word) if own.respells_names and word[0].isupper() else ()
    return respelt if base is None else (base, *respelt)


def chain_ways(chain: str, code: str | None, splitter: Splitter) -> Iterator[Way]:
    """Return the ways to a chain: as one word, and without the last parts of its last word.

    "Nato-Osterweiterungspläne" is found by "Nato-Osterweiterung".
    """
    row = pieces(chain)
    whole = joined(row)
    if whole is None:
        return
    yield Way(analyse(whole, code).stem, 0, len(chain))
    *first, last = row
    parts = splitter.pieces(last, code)
    token, begin = "".join(_stems(first, code, splitter)) if parts else "", chain.rfind(last)
    for part in parts[:-1]:
        token += part.token
        yield Way(token, 0, begin + _unfolded(last, part.end))


def otherwise(
    words: Sequence[str], languages: Sequence[str | None], splitter: Splitter
) -> tuple[str, ...]:
    """Return the tokens by which words side by side are found otherwise, in any of the languages.

    () if the words cannot be one word.
    """
    whole = words[0] if len(words) == 1 else joined(words)
    if whole is None:
        return ()
    tokens = [stem for (stem,) in variants([whole], languages)]
    compounding = (code for code in languages if language(code).compounds is not None)
    tokens += ["".join(_stems(words, code, splitter)) for code in compounding]
    return tuple(dict.fromkeys(tokens))


def _stems(words: Sequence[str], code: str | None, splitter: Splitter) -> Iterator[str]:
    """Return the stems of the parts of some words, in order."""
    for word in words:
        yield from splitter.parts(word, code) or (analyse(word, code).stem,)


def _part_ways(word: str, parts: Sequence[Way]) -> list[Way]:
    """Return the parts of a compound, and each sequence of some of them as if it were one word."""
    if len(word) != len(word.casefold()):
        parts = [_unfolded_part(word, part) for part in parts]
    ways = list(parts)
    for length in range(2, len(parts)):
        for first in range(len(parts) - length + 1):
            row = parts[first : first + length]
            token = "".join([part.token for part in row])
            ways.append(Way(token, row[0].start, row[-1].end))
    return ways


def _unfolded_part(word: str, part: Way) -> Way:
    return Way(part.token, _unfolded(word, part.start), _unfolded(word, part.end))


def _unfolded(word: str, at: int) -> int:
    """Return the place in a word of a place in the casefolded word, where "ß" is "ss"."""
    return next((n for n in range(len(word)) if len(word[:n].casefold()) >= at), len(word))


def _respelt(word: str) -> list[str]:
    """Return other spellings: "Mueller" for "Müller", "Müller" and "Muller" for "Mueller"."""
    umlauts = normalize("NFC", _DIGRAPH.sub(_umlaut, word))
    others = (word.translate(_DIGRAPHS), umlauts, _DIGRAPH.sub(r"\1", word))
    return [other for other in others if other != word and WORD.fullmatch(other)]


def _umlaut(found: re.Match[str]) -> str:
    return found[1] + "\u0308"
