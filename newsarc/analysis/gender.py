"""German words for men and women together: "Lehrer*innen", "Lehrer/-in", "LehrerInnen".

They stand in compounds, too: "Schüler*innenvertretung" is a "Schülervertretung", and
"Student:innenausschuss" a "Studentenausschuss". The stemmer gives "Lehrerin" the stem of "Lehrer",
but not "Studentin" the stem of "Student".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = r"(?![^\W_])"
# What a compound goes on with: three letters or more.
_REST = r"(?=[a-zäöüß]{3})"
# A full stop may end a sentence before "in", and a slash stands between words.
_ENDING = rf"(?:(?<![.])-?in(?:nen)?{_END}|(?<=[.])-?innen{_END}|(?<![./])innen(?=[a-zäöüß]{{3}}))"
_SIGN = tuple("*:_·•‧/.")
_SIGNS = f"[{''.join(_SIGN)}]"
# The star is no wildcard here. Four letters must stand before the sign: "und/in" is something else.
# The sign comes first in the pattern, so that the search skips from one to the next.
MARKED = pattern(rf"{_SIGNS}(?<=[^\W\d_]{{4}}.){_ENDING}", re.IGNORECASE)
_TAIL = pattern(rf"{_SIGNS}{_ENDING}[a-zäöüß]*", re.IGNORECASE)
_PERSON = "er|or|eu|ur|nt|st|eg|og|zt|at|ph|nd"
# "LinkedIn" has a capital I, too: a singular counts only behind endings of words for people.
_CAPITAL = pattern(
    rf"(?<=[a-zäöüß]{{3}})Innen(?:{_END}|{_REST})|"
    rf"(?<=[a-zäöüß]{{2}}(?:{_PERSON}))In{_END}"
)
# "Schülerinnenvertretung"; not "Gewinnenthüllung", nor "Fensterinnenseite".
_INDOORS = (
    "(?!minist|politi|raum|räum|hof|höf|seite|stadt|städt|ausstatt|architekt|ohr|tasche|wand|leben)"
)
_INSIDE = pattern(rf"(?<=[a-zäöüß]{{2}}(?:{_PERSON}))innen{_INDOORS}{_REST}")
# "Gewinnen" and "Spinnen" are shorter than any plural that matters.
_SHORTEST_FEMININE = len("Ärztinnen")
# The longest beginning of a word that is looked for before a sign.
_LONGEST = 64


# Beginnings that are no words for men yet: "Ärzt", "Anwält".
_UMLAUT = pattern(
    r"ä(?=rzt(?![^\W_]))|(?<=w)ä(?=lt(?![^\W_]))|"
    r"(?<=k)ö(?=ch(?![^\W_]))|(?<=j)ü(?=d(?![^\W_]))|(?<=b)ä(?=uer(?![^\W_]))|"
    r"(?<=gr)ä(?=f(?![^\W_]))",
    re.IGNORECASE,
)
_BARE = str.maketrans("äöüÄÖÜ", "aouAOU")


def unmarked(text: str) -> str:
    """Remove the feminine endings that a sign or a capital I joins: "LehrerInnen" → "Lehrer"."""
    plain = text if text.isalnum() else MARKED.sub(_link, text)
    return _changed(text, _CAPITAL.sub(_link, plain) if "In" in plain else plain)


def tail(text: str, end: int) -> int:
    """Return where a word ends, with the feminine ending that a sign may join to it."""
    found = text.startswith(_SIGN, end) and _TAIL.match(text, end)
    return found.end() if found else end


def marked_words(text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Find the words that a sign cuts before a feminine ending: start, end and two plain words.

    The plain words are those for men and for women: "Schülervertretung" and
    "Schülerinnenvertretung" for "Schüler*innenvertretung".
    """
    for sign in MARKED.finditer(text):
        start = sign.start()
        while start and text[start - 1].isalpha() and sign.start() - start < _LONGEST:
            start -= 1
        end = tail(text, sign.start())
        word = text[start:end]
        at = sign.start() - start
        yield start, end, (unmarked(word), word[:at] + word[at:].lstrip("*:_·•‧/.-"))


def base(word: str) -> str | None:
    """Return the word for men in a word for women, or for both; None for other words.

    A singular without a capital I is not recognised: "Studentin" ends like "Medizin".
    """
    if word[:1].islower():
        return None
    plain = _CAPITAL.sub(_link, word) if "In" in word else word
    if plain == word and "innen" in word and len(word) >= _SHORTEST_FEMININE:
        ends = word.endswith("innen")
        plain = word.removesuffix("innen") if ends else _INSIDE.sub(_link, word, count=1)
    return None if plain == word else _changed(word, plain)


def _changed(text: str, plain: str) -> str:
    """Return plain words with the vowels of words for men: "Arzt" where "Ärztinnen" stood."""
    return plain if plain == text else _UMLAUT.sub(lambda found: found[0].translate(_BARE), plain)


def _link(ending: re.Match[str]) -> str:
    """Return what links a word for men to the rest of a compound: "Student-en-ausschuss"."""
    text, at = ending.string, ending.start()
    if ending.end() == len(text) or not text[ending.end()].isalpha():
        return ""
    before = text[max(0, at - 4) : at].lower()
    if before.endswith(("er", "eur", "är")):
        return ""
    return "e" if before.endswith(("ärzt", "wält")) else "en"
