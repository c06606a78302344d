"""Patterns with wildcards, and what fits them: in time that grows with the text, not faster."""

from __future__ import annotations

from functools import lru_cache

from newsarc.patterns import pattern
from newsarc.query.words import Similar, Wild
from newsarc.text import are_similar

# "**" before "*"; all else is taken as it stands.
_PIECES = pattern(r"\*\*+|[*?]|[^*?]+")


class Glob:
    """A pattern: `*` stands for any characters (in addresses for any but a slash, and `**` for
    any), `?` for one.

    The states of the pattern are the bits of a number, all moved on at once by each
    character; nothing is ever tried twice, whatever is hidden in pattern or text.
    """

    def __init__(self, pattern: str, *, address: bool = False) -> None:
        """Make a pattern ready for use."""
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
        """Tell whether the whole of a text fits."""
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
        """Tell whether a part of a text fits that is not cut out of the middle of a word."""
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
    """Give the pattern of a word."""
    return Glob(pattern)


@lru_cache(maxsize=64)
def address_glob(pattern: str) -> Glob:
    """Give the pattern of an address or a path."""
    return Glob(pattern, address=True)


def fits(form: str, word: Wild | Similar) -> bool:
    """Tell whether a form is one of those that a pattern or a similar word stands for."""
    if isinstance(word, Similar):
        return are_similar(form, word.form, word.edits)
    return form.startswith(word.prefix) if word.prefix else word_glob(word.pattern).fits(form)
