"""Suspended compounds: "Haupt- und Nebenstraße" is found by "Hauptstraße", too.

A hyphen at the end of a word stands for the last part of the compound that follows, behind a
conjunction. At the beginning of a word ("Import und -export") it is no such sign here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis.analyser import analyse
from newsarc.analysis.languages import language
from newsarc.analysis.splitter import Way
from newsarc.patterns import pattern
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from newsarc.analysis.languages import Compounding
    from newsarc.analysis.splitter import Splitter

# Other forms of the hyphen; with one form alone, the search skips from one to the next.
_OTHER_HYPHENS = ("\u2010", "\u2011")
_LETTERS = r"[^\W\d_]++"
# "Vor-, Haupt- und Nachspeise". The last group is the whole compound.
_SUSPENDED = pattern(
    rf"(?<!\w)(?<!-)((?:{_LETTERS}-(?:,\s|/|\s)){{1,4}})"
    rf"(?:(?<=/)|(?:und|oder|sowie|bzw\.|wie|bis)\s)({_LETTERS})(?!-\w)"
)
# The hyphen of a hanging word. It comes first in the pattern, so that the search skips to it.
_HANGING = pattern(r"-(?<=[^\W\d_].)(?:,\s|/|\s)")
# "Ab- und Zugang"
_SHORTEST_HEAD = 4
# Letters that are looked for side by side: three, each of which may be an umlaut as two.
_LETTERS_SOUGHT = 6


def suspended_ways(
    text: str,
    code: str | None,
    splitter: Splitter,
    is_promising: Callable[[str], object] | None = None,
) -> Iterator[Way]:
    """Find the hanging words of a text, each as the compounds that it may stand for.

    Only languages that write compounds as one word have them. With `is_promising`, which looks for
    up to six letters side by side, only words of which some compound may pass it.
    """
    rules = language(code).compounds
    if rules is None:
        return
    for found in _suspended(text):
        for hanging in WORD.finditer(text, found.start(1), found.end(1)):
            if is_promising is not None and not is_promising(_letters(hanging[0], found[2])):
                continue
            for head in _heads(found[2].casefold(), rules, code, splitter):
                stem = analyse(hanging[0] + head, code).stem
                yield Way(stem, hanging.start(), hanging.end())


def _letters(hanging: str, whole: str) -> str:
    """Return all letters that stand side by side in the compounds of a hanging word, folded.

    These may end like the whole one from any of its letters on.
    """
    first, last = fold(hanging), fold(whole)
    joints = (
        first[1 - _LETTERS_SOUGHT :] + last[at:][: _LETTERS_SOUGHT - 1] for at in range(len(last))
    )
    return " ".join((first, last, *joints))


def _suspended(text: str) -> Iterator[re.Match[str]]:
    """Find the hanging words of a text with the compound behind them, from each hyphen on."""
    for other in _OTHER_HYPHENS:
        text = text.replace(other, "-")
    end = 0
    for hyphen in _HANGING.finditer(text):
        start = hyphen.start()
        while start > end and text[start - 1].isalpha():
            start -= 1
        if start >= end and (found := _SUSPENDED.match(text, start)):
            end = found.end()
            yield found


def _heads(word: str, rules: Compounding, code: str | None, splitter: Splitter) -> Iterator[str]:
    """Yield the ends of a casefolded word that a hanging one may share: all but its first parts.

    Of "abreise", which is no compound, this is what follows the prefix.
    """
    if parts := splitter.pieces(word, code):
        yield from (word[part.start :] for part in parts[1:])
        return
    fitting = (prefix for prefix in rules.prefixes if word.startswith(prefix))
    longest = max(fitting, key=len, default="")
    if longest and len(word) - len(longest) >= _SHORTEST_HEAD:
        yield word[len(longest) :]
