"""What a language can say about its words; what it leaves out has defaults.

To add a language with rules of its own, write a file like `german.py` and list it in
`registry.py`. A language that only has a Snowball stemmer needs one line in `registry.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

# "Ölbild": no shorter word is a compound. (In German; the same number serves other languages.)
SHORTEST_COMPOUND = 6


def _never(_beginning: str, _ending: str, _frequency: Callable[[str], float]) -> bool:
    return False


class Compounding(Struct, frozen=True):
    """How a language writes compounds in one word; `newsarc.analysis.compounds` cuts them by it.

    All words are in lower case, as `str.casefold` has them: "ss" for "ß", but with umlauts.
    """

    links: tuple[str, ...] = ()
    """Letters that may link two parts: the "s" of "Sicherheit-s-rat"."""

    lost: tuple[str, ...] = ()
    """Last letters that a first part may lose: "Schul-haus" has lost the "e" of "Schule"."""

    short_first: frozenset[str] = frozenset()
    """Words of two or three letters that may begin a compound."""

    short_last: frozenset[str] = frozenset()
    """Words of three letters that may end a compound."""

    prefixes: tuple[str, ...] = ()
    """Prefixes of verbs and their nouns, which are no parts: "ab" in "Abreise"."""

    never_first: str = r"(?!)"
    """Pattern of what looks like a word but begins no compound: prefixes."""

    never_last: str = r"(?!)"
    """Pattern of what looks like a word but ends no compound: suffixes and inflected endings."""

    is_suffix: Callable[[str, str, Callable[[str], float]], bool] = _never
    """Whether an ending is only a suffix behind a beginning: "haft" is in "lebhaft", but not in
    "Untersuchungshaft".

    The third argument looks up a word's frequency on the Zipf scale; 0 for an unknown word.
    """


class Language(Struct, frozen=True):
    """A language, and how its words are analysed. Defaults are those of an unknown language."""

    code: str | None = None
    """ISO 639-1 code; None where the language of a text is unknown."""

    snowball: str | None = None
    """Name of the Snowball stemming algorithm; without one, the stem of a word is its form."""

    suffixing: bool = False
    """Whether every stem begins as its word does, but for those in `stems.beginnings`.

    Other stemmers remove prefixes.
    """

    stop_words: frozenset[str] = frozenset()
    """Folded forms of words that only serve others and say nothing of an article's topic."""

    thousands: str = ".'’"
    """Characters that may separate thousands: "3.500". A comma is the decimal point in most
    languages of Europe."""

    mend_stem: Callable[[str, str], str] | None = None
    """Corrects the Snowball stem of a word; the word comes first."""

    lemmas: bool = False
    """Whether a table of lemmas is shipped: `lemmas/` beside this file."""

    respell: Callable[[str], str] | None = None
    """Spells a lower-case word as tables and stems have it: "häuser" for "haeuser"."""

    masculine: Callable[[str], str | None] | None = None
    """Finds the word for men in a word for women or for both: "Student" in "StudentInnen"."""

    respells_names: bool = True
    """Whether a capitalised word is also found with "ae" for "ä", or "a" for "ae".

    Not needed where the stemmer gives both spellings the same stem.
    """

    compounds: Compounding | None = None
    """How compounds are split; None where they are not."""

    version: int = 0
    """To be raised with each change that gives words of this language other tokens.

    Archives made before then ask for a reindex.
    """
