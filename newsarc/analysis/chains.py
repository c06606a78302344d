"""Chains: a few words that a hyphen, a slash or another sign joins to one.

"Nato-Osterweiterung" is the same as "Natoosterweiterung", "AT&T" as "ATT", and "3.500" as "3500".
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
# Most words of a chain; a longer one is a web address or a line of dashes.
_MOST_WORDS = 6
# Digits in a group, except the first.
_GROUP = 3

# A sign that may join two words, unless a blank stands before it. The sign comes first in the
# pattern, so that the search skips from one sign to the next.
_JOINT = pattern(r"[-\u2010\u2011/&.,'’\u202f](?<=\S.)(?=[^\W_])")


@cache
def _chain(thousands: str) -> re.Pattern[str]:
    """Return the pattern of a chain; `thousands` or a thin blank may separate groups of digits."""
    word, joints = r"(?:[^\W_][\u0300-\u036f]*+)++", r"[-\u2010\u2011/&]"
    return pattern(
        rf"(?<![^\W_])(?<![^\W_]{joints})(?<![0-9][.,])(?:"
        rf"{word}(?:{joints}{word}){{1,{_MOST_WORDS - 1}}}(?!{joints}?[^\W_])|"
        rf"[0-9]{{1,3}}(?:[{thousands}\u202f][0-9]{{3}}){{1,3}}(?![.,'’]?[^\W_]))"
    )


def chains(text: str, code: str | None) -> Iterator[re.Match[str]]:
    """Find the chains of a text in order; seven or more words, as in a web address, are none."""
    chain = _chain(language(code).thousands)
    for begin, end in stretches(text, _JOINT.finditer(text)):
        yield from chain.finditer(text, begin, end)


def runs(chain: str) -> Iterator[list[re.Match[str]]]:
    """Return the words of a chain that can be joined: each two, three or four in a row."""
    words = list(WORD.finditer(chain))
    for first in range(len(words)):
        for end in range(first + 2, min(first + LONGEST, len(words)) + 1):
            yield words[first:end]


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
