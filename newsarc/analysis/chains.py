"""Chains: two or three words that a hyphen, a slash or another sign joins to one.

"Nato-Osterweiterung" is the same as "Natoosterweiterung", "AT&T" as "ATT", "3.500" as "3500", and
"Student*innen" as "Studentinnen".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis.languages import language
from newsarc.patterns import pattern
from newsarc.text import WORD, stretches

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

# Most words that can be joined to one: a billion has four groups of digits.
LONGEST = 4
# Digits in a group, except the first.
_GROUP = 3

# A sign that may join two words, unless a blank stands before it. The sign comes first in the
# pattern, so that the search skips from one sign to the next.
_JOINT = pattern(r"[-\u2010\u2011/&*:_.,'’](?<=\S.)(?=[^\W_]|-i)")


@cache
def _chain(thousands: str) -> re.Pattern[str]:
    """Return the pattern of a chain; one of `thousands` may separate groups of digits."""
    word, joints = r"(?:[^\W_][\u0300-\u036f]*+)++", r"[-\u2010\u2011/&]"
    return pattern(
        rf"(?<![^\W_])(?<![^\W_]{joints})(?<![0-9][.,])(?:"
        rf"{word}(?:{joints}{word}){{1,2}}(?!{joints}?[^\W_])|"
        rf"{word}(?:[*:_]|/-)in(?:nen)?(?![^\W_])|"
        rf"[0-9]{{1,3}}(?:[{thousands}][0-9]{{3}}){{1,3}}(?![.,'’]?[^\W_]))"
    )


def chains(text: str, code: str | None) -> Iterator[re.Match[str]]:
    """Find the chains of a text in order; four or more words, as in a web address, are none."""
    chain = _chain(language(code).thousands)
    for begin, end in stretches(text, _JOINT.finditer(text)):
        yield from chain.finditer(text, begin, end)


def pieces(chain: str) -> list[str]:
    """Return the words of a chain as they are written."""
    return WORD.findall(chain)


def joined(words: Sequence[str]) -> str | None:
    """Join words that stand side by side to one; None if they cannot be one word.

    Numbers can be one if they are groups of digits: "3.500" is one number, "3:1" and "2022-02"
    are not.
    """
    if not 1 < len(words) <= LONGEST:
        return None
    return "".join(words) if not all(map(str.isdigit, words)) or _is_grouped(words) else None


def _is_grouped(words: Iterable[str]) -> bool:
    first, *others = words
    return len(first) <= _GROUP and all(len(word) == _GROUP for word in others)
