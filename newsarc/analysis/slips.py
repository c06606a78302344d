"""What a slip in a word may be: another letter, one that sounds alike, or a neighbour on the keys.

The sounds and the keys are German ones. Words are casefolded; umlauts are kept.
"""

from __future__ import annotations

from itertools import pairwise

from newsarc.distance import Distance
from newsarc.patterns import pattern
from newsarc.text import fold

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

# Letters that sound like others, replaced in this order: "Rhythmus" sounds like "Ritmus".
_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("tz", "z"), ("qu", "kw"), ("x", "ks"),
    ("ie", "i"), ("ai", "ei"), ("ay", "ei"), ("ey", "ei"), ("äu", "eu"), ("oi", "eu"), ("oy", "eu"),
    ("ä", "e"), ("v", "f"), ("y", "i"), ("c", "k"),
)  # fmt: skip
_SILENT_H = pattern(r"(?<=[aeiouäöügkr])h")
_DOUBLE = pattern(r"(.)\1+")
_HARD_AT_END = {"d": "t", "b": "p", "g": "k"}

_KEYS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
_NEIGHBOURS = frozenset(
    frozenset(pair)
    for above, row in zip(("", *_KEYS), _KEYS, strict=False)
    for pair in (*pairwise(row), *zip(above, row, strict=False), *zip(above[1:], row, strict=False))
)


class Slips:
    """Compares one form with words that it may be a misspelling of."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._folded = fold(form)
        written = fold(form.translate(_DIGRAPHS))
        self._bare = Distance(self._folded)
        self._exact = Distance(form)
        self._sound = Distance(sound(form))
        self._written = None if written == self._folded else Distance(written)

    def number(self, word: str) -> int:
        """Return the number of slips between form and word.

        An umlaut, its base letter and its digraph (ä, a, ae) are the same letter.
        """
        is_plain = word.isascii()  # as most words are
        folded = word if is_plain else fold(word)
        least = self._bare.to(folded)
        if least and not is_plain:
            least = min(least, self._bare.to(fold(word.translate(_DIGRAPHS))))
        if least and self._written is not None:
            least = min(least, self._written.to(folded))
        return least

    def marks(self, word: str, number: int) -> int:
        """Return how many letters differ in their diacritics only, beside a number of slips."""
        return max(0, self._exact.to(word) - number)

    def unlike_sounds(self, word: str) -> int:
        """Return the number of slips between the sounds of form and word."""
        return self._sound.to(sound(word))

    def is_neighbour(self, word: str) -> bool:
        """Return whether one letter differs, and the two are neighbours on a keyboard."""
        folded = fold(word)
        if len(folded) != len(self._folded):
            return False
        pairs = [
            frozenset(two) for two in zip(self._folded, folded, strict=True) if len(set(two)) > 1
        ]
        return len(pairs) == 1 and pairs[0] in _NEIGHBOURS


def sound(word: str) -> str:
    """Return a key that words have in common if they sound alike."""
    for letters, alike in _SOUNDS:
        word = word.replace(letters, alike)
    word = _DOUBLE.sub(r"\1", _SILENT_H.sub("", word))
    return fold(word[:-1] + _HARD_AT_END.get(word[-1:], word[-1:]))
