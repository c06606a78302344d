"""Chains: two or three words that are written in one, but for a hyphen, a slash or the like.

„Nato-Osterweiterung“ is „Natoosterweiterung“, „AT&T“ is „ATT“, „3.500“ is „3500“, and
„Student*innen“ are „Studentinnen“.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.patterns import pattern
from newsarc.text import WORD, stretches

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

# A thousand millions has four groups of digits.
LONGEST = 4
# How many digits a group has.
_GROUP = 3

# What may join two words, where anything but a blank is before it. It stands first, so that
# the machine skips from one such sign to the next.
_JOINT = pattern(r"[-\u2010\u2011/&*:_.,'’](?<=\S.)(?=[^\W_]|-i)")


def _chain(thousands: str) -> re.Pattern[str]:
    """Write the pattern of a chain; `thousands` may stand between groups of digits."""
    word, joints = r"(?:[^\W_][\u0300-\u036f]*+)++", r"[-\u2010\u2011/&]"
    return pattern(
        rf"(?<![^\W_])(?<![^\W_]{joints})(?<![0-9][.,])(?:"
        rf"{word}(?:{joints}{word}){{1,2}}(?!{joints}?[^\W_])|"
        rf"{word}(?:[*:_]|/-)in(?:nen)?(?![^\W_])|"
        rf"[0-9]{{1,3}}(?:[{thousands}][0-9]{{3}}){{1,3}}(?![.,'’]?[^\W_]))"
    )


# A comma is the decimal point in most languages of the continent.
_COMMON, _ENGLISH = _chain(".'’"), _chain(",")


def chains(text: str, language: str | None) -> Iterator[re.Match[str]]:
    """Give the chains of a text; a longer row, as in an address, is none."""
    chain = _ENGLISH if language == "en" else _COMMON
    for begin, end in stretches(text, _JOINT.finditer(text)):
        yield from chain.finditer(text, begin, end)


def pieces(chain: str) -> list[str]:
    """Give the words of a chain as they are written."""
    return WORD.findall(chain)


def joined(words: Sequence[str]) -> str | None:
    """Give words that stand side by side as a single one, if they can be one.

    Numbers can, where they are groups of digits: „3.500“ is, „3:1“ and „2022-02“ are not.
    """
    if not 1 < len(words) <= LONGEST:
        return None
    return "".join(words) if not all(map(str.isdigit, words)) or _is_grouped(words) else None


def _is_grouped(words: Iterable[str]) -> bool:
    first, *others = words
    return len(first) <= _GROUP and all(len(word) == _GROUP for word in others)
