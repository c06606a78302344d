"""Words that name men and women at once: „Lehrer*innen“, „Lehrer/-in“, „LehrerInnen“.

The stemmer knows that a „Lehrerin“ is a „Lehrer“, but not that a „Studentin“ is a „Student“.
"""

from __future__ import annotations

import re

from newsarc.patterns import pattern

_SIGN = r"[*:_/]-?in(?:nen)?(?![^\W_])"
# In a query the star is no wildcard; four letters before it, for "und/in" is something else.
MARKED = pattern(rf"(?<=[^\W\d_]{{4}}){_SIGN}", re.IGNORECASE)
_TAIL = pattern(_SIGN)
# One alone is capital in "LinkedIn", too; it counts behind what words for people end with.
_CAPITAL = pattern(
    r"(?<=[a-zäöüß]{3})Innen(?![^\W_])|"
    r"(?<=[a-zäöüß]{2}(?:er|or|eu|ur|nt|st|eg|og|zt|at|ph|nd))In(?![^\W_])"
)
# "Gewinnen" and "Spinnen" are shorter than any other that matters.
_SHORTEST_FEMININE = len("Ärztinnen")


def unmarked(text: str) -> str:
    """Leave out of a text what makes its words name men and women: „LehrerInnen“ is „Lehrer“."""
    return _CAPITAL.sub("", MARKED.sub("", text))


def tail(text: str, end: int) -> int:
    """Give the end of a word together with the ending that a sign joins to it."""
    found = _TAIL.match(text, end)
    return found.end() if found else end


def base(word: str) -> str | None:
    """Give the word that a German one is made of which names women, or women and men.

    Of a singular without a capital I nothing can be said: „Studentin“ ends as „Medizin“ does.
    """
    if word[:1].islower():
        return None
    plain = _CAPITAL.sub("", word) if "In" in word else word
    if plain == word and word.endswith("innen") and len(word) >= _SHORTEST_FEMININE:
        return word.removesuffix("innen")
    return None if plain == word else plain
