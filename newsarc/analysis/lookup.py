"""From the words of a query to the tokens that find them in an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis.analyser import variants
from newsarc.analysis.chains import LONGEST, joined
from newsarc.analysis.languages import language
from newsarc.analysis.ways import bounded, chained, stems_of_parts
from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.analysis.splitter import Splitter

# Maximum number of words from the first to the last part of a compound taken apart.
_REACH = 7

_LETTERS_OR_DIGITS = pattern(r"\d+|\D+")


class Lookup(Struct, frozen=True):
    """The tokens that find words side by side, in any inflected form and any way to join them.

    `rows` are the sequences of stems that they may be. `within` are tokens of the parts columns by
    which they are found in longer compounds, `chained` those by which a chain is found as one
    word. A `bounded` token behind a `chained` one says that the chain has a place already, by the
    rows or the parts. `parts` are the stems of the parts of a compound, which may also stand near
    each other.
    """

    rows: tuple[tuple[str, ...], ...]
    within: tuple[str, ...] = ()
    chained: tuple[str, ...] = ()
    bounded: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()

    @property
    def slop(self) -> int:
        """Maximum number of other words among the parts of a compound taken apart."""
        return _REACH - len(self.parts)

    @property
    def tokens(self) -> tuple[str, ...]:
        """All tokens of the parts columns that find the words."""
        return (*self.within, *self.chained)


def lookup(words: Sequence[str], languages: Sequence[str], splitter: Splitter) -> Lookup:
    """Return what finds some words, which may be of any of the languages (ISO 639-1 codes).

    "Nato-Gipfel" and "Natogipfel" are found by the same tokens, and so are "Covid-19" and
    "Covid19".
    """
    whole = words[0] if len(words) == 1 else joined(words)
    if whole is None:
        return Lookup(variants(words, languages))
    several = _parted(whole) if len(words) == 1 else tuple(words)
    single = variants([whole], languages)
    rows = tuple(dict.fromkeys((*variants(several, languages), *single)))
    parts = _parts(whole, languages, splitter)
    wholes = tuple(stem for (stem,) in single)
    within = (
        *wholes,
        *_as_parts(several, languages, splitter),
        *_as_parts([whole], languages, splitter),
    )
    return Lookup(
        rows,
        tuple(dict.fromkeys(within)),
        tuple(map(chained, wholes)),
        frozenset(map(bounded, filter(lambda row: len(row) > 1, (*rows, parts)))),
        parts,
    )


def _parted(word: str) -> tuple[str, ...]:
    """Return the letters and the digits of a word as words: "covid" and "19"."""
    found = tuple(_LETTERS_OR_DIGITS.findall(word))
    return found if len(found) <= LONGEST else (word,)


def _as_parts(words: Sequence[str], languages: Sequence[str], splitter: Splitter) -> list[str]:
    """Return the stems of the parts of some words as one token, for each language of compounds."""
    compounding = (code for code in languages if language(code).compounds is not None)
    return ["".join(stems_of_parts(words, code, splitter)) for code in compounding]


def _parts(word: str, languages: Sequence[str], splitter: Splitter) -> tuple[str, ...]:
    """Return the parts of a word in the first language in which it is a compound.

    () if two of them are the same.
    """
    found = (splitter.parts(word, code) for code in languages)
    parts = next(filter(None, found), ())
    return parts if len(set(parts)) == len(parts) else ()
