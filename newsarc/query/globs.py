"""Matches patterns with wildcards, in time proportional to the length of the text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsarc.distance import are_similar
from newsarc.patterns import pattern
from newsarc.query.words import Similar, Wild
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

# "**" is tried before "*"; all other characters are literal.
_PIECES = pattern(r"\*\*+|[*?]|[^*?]+")


class Glob:
    """A pattern: `*` matches any characters, `?` exactly one.

    In an `address`, `*` matches anything but a slash, and `**` anything. This is the Shift-And
    algorithm (Baeza-Yates and Gonnet, 1992): each bit of a number is a state of the pattern,
    and each character of the text moves all of them on at once. There is no backtracking, so
    no pattern can make it slow.
    """

    def __init__(self, pattern: str, *, address: bool = False) -> None:
        """Compile the pattern into masks of bits."""
        self._literals: list[str] = []
        self._masks: dict[str, int] = {}
        self._any = self._stay = self._stay_at_slash = 0
        length = 0
        for piece in _PIECES.findall(pattern):
            if piece[0] == "*":
                self._stay |= 1 << length
                if len(piece) > 1 or not address:
                    self._stay_at_slash |= 1 << length
            elif piece == "?":
                length += 1
                self._any |= 1 << length
            else:
                self._literals.append(piece)
                for character in piece:
                    length += 1
                    self._masks[character] = self._masks.get(character, 0) | 1 << length
        self._accepting = 1 << length

    def fits(self, text: str) -> bool:
        """Return whether the whole text fits."""
        return self._may_fit(text) and bool(self._last_states(text) & self._accepting)

    def _may_fit(self, text: str) -> bool:
        return all(literal in text for literal in self._literals)

    def _last_states(self, text: str) -> int:
        states, masks, anything, stay = 1, self._masks, self._any, self._stay
        slash = self._stay_at_slash
        for character in text:
            kept = states & (slash if character == "/" else stay)
            states = (states << 1) & (masks.get(character, 0) | anything) | kept
            if not states:
                break
        return states

    def stands_in(self, text: str) -> bool:
        """Return whether a part of the text fits that neither begins nor ends inside a word."""
        if not self._may_fit(text):
            return False
        masks, anything, stay, slash = self._masks, self._any, self._stay, self._stay_at_slash
        states, inside = 0, False
        for character in text:
            was_inside, inside = inside, character.isalnum()
            if not (was_inside and inside):
                if states & self._accepting:
                    return True
                states |= 1
            kept = states & (slash if character == "/" else stay)
            states = (states << 1) & (masks.get(character, 0) | anything) | kept
        return bool(states & self._accepting)


@lru_cache(maxsize=64)
def word_glob(pattern: str) -> Glob:
    """Return the compiled pattern of a word."""
    return Glob(pattern)


@lru_cache(maxsize=64)
def address_glob(pattern: str) -> Glob:
    """Return the compiled pattern of a URL or a path."""
    return Glob(pattern, address=True)


def fits(form: str, word: Wild | Similar) -> bool:
    """Return whether a form fits a pattern or is similar to a word.

    What was typed without diacritics fits forms with any; what was typed with them fits as it is
    written, but for two letters instead of an umlaut.
    """
    if isinstance(word, Similar):
        return _likeness(word.form, word.edits)(form)
    return _pattern(word.pattern)(form)


# Many forms are tried on one word, so what it asks of a form is worked out once.
@lru_cache(maxsize=64)
def _pattern(written: str) -> Callable[[str], bool]:
    word = Wild(written)
    if word.prefix is not None:
        return _any_spelling(word, lambda letters: _beginning(letters[:-1]))
    return _any_spelling(word, lambda letters: word_glob(letters).fits)


@lru_cache(maxsize=64)
def _likeness(written: str, edits: int) -> Callable[[str], bool]:
    return _any_spelling(
        Similar(written, edits), lambda letters: lambda form: are_similar(form, letters, edits)
    )


def _beginning(letters: str) -> Callable[[str], bool]:
    return lambda form: form.startswith(letters)


def _any_spelling(
    word: Wild | Similar, test: Callable[[str], Callable[[str], bool]]
) -> Callable[[str], bool]:
    """Return whether a form passes the test of any spelling of a word."""
    tests = [(test(each.letters), each.folded) for each in word.spellings]

    def fits(form: str) -> bool:
        folded = form if form.isascii() else fold(form)
        return any(passes(folded if is_folded else form) for passes, is_folded in tests)

    return fits
