"""German words for men and women together: "Lehrer*innen", "Lehrer/-in", "LehrerInnen".

The stemmer gives "Lehrerin" the stem of "Lehrer", but not "Studentin" the stem of "Student".
"""

from __future__ import annotations

import re

from newsarc.patterns import pattern

_SIGN = r"[*:_/]-?in(?:nen)?(?![^\W_])"
# The star is no wildcard here. Four letters must stand before the sign: "und/in" is something else.
MARKED = pattern(rf"(?<=[^\W\d_]{{4}}){_SIGN}", re.IGNORECASE)
_TAIL = pattern(_SIGN)
# "LinkedIn" has a capital I, too: a singular counts only behind endings of words for people.
_CAPITAL = pattern(
    r"(?<=[a-zäöüß]{3})Innen(?![^\W_])|"
    r"(?<=[a-zäöüß]{2}(?:er|or|eu|ur|nt|st|eg|og|zt|at|ph|nd))In(?![^\W_])"
)
# "Gewinnen" and "Spinnen" are shorter than any plural that matters.
_SHORTEST_FEMININE = len("Ärztinnen")


def unmarked(text: str) -> str:
    """Remove the feminine endings that a sign or a capital I joins: "LehrerInnen" → "Lehrer"."""
    return _CAPITAL.sub("", MARKED.sub("", text))


def tail(text: str, end: int) -> int:
    """Return where a word ends, with the feminine ending that a sign may join to it."""
    found = _TAIL.match(text, end)
    return found.end() if found else end


def base(word: str) -> str | None:
    """Return the word for men in a word for women, or for both; None for other words.

    A singular without a capital I is not recognised: "Studentin" ends like "Medizin".
    """
    if word[:1].islower():
        return None
    plain = _CAPITAL.sub("", word) if "In" in word else word
    if plain == word and word.endswith("innen") and len(word) >= _SHORTEST_FEMININE:
        return word.removesuffix("innen")
    return None if plain == word else plain
