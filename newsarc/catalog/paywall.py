"""Whether a paywall cut a text off: a prompt stands where the rest would be.

The prompts and offers themselves are in `words.furniture_words`.
"""

from __future__ import annotations

import re

from msgspec import Struct

from newsarc.catalog.evidence import Finding
from newsarc.catalog.words.furniture_words import FURNITURE_WORDS, may_have_notices
from newsarc.catalog.words.wording import alternatives

# Below a prompt comes only the foot of the page, with at most one line as long as this; if more
# comes, the article goes on.
_RUNNING_TEXT = 160
_MOST_RUNNING_LINES = 1
_BEFORE = 40  # characters before a prompt: searched for dots, and shown as evidence
_CUT = True


class Prompt(Struct, frozen=True):
    """A way to say that there is more: its name, the pattern that matches it, an example."""

    name: str
    pattern: re.Pattern[str]
    example: str
    # Offers also stand below whole articles, so the text above must end in dots.
    after_dots: bool = False


def _prompt(name: str, words: str, example: str, *, after_dots: bool = False) -> Prompt:
    pattern = (
        rf"[\n.!?…:\"“”»)\]] ?(?P<words>(?i:{alternatives(FURNITURE_WORDS, words)}))[ .!]*(?:\n|$)"
    )
    return Prompt(name, re.compile(pattern), example, after_dots)


PROMPTS = (
    _prompt("paywall", "withheld", "Der Streit der Wirte\n\nJetzt weiterlesen mit AZ+"),
    _prompt(
        "dots before an offer",
        "offers",
        "Der Leuchtturm soll zum Verk... Schließen Sie jetzt den Probemonat ab",
        after_dots=True,
    ),
)
_DOTS = re.compile(r"\w ?(?:\.\.\.|…)\s*$")


def truncated(text: str) -> Finding[bool] | None:
    """Return a finding of True if the text was cut off, else None.

    Dots at the end alone prove nothing.
    """
    foot = _foot(text)
    for prompt in PROMPTS if may_have_notices(text[foot:]) else ():
        found = _last(prompt, text, foot)
        if found is not None:
            if prompt.after_dots:
                return Finding(_CUT, _ending(text, found), prompt.name, "inferred")
            return Finding(_CUT, found["words"], prompt.name)
    return None


def _foot(text: str) -> int:
    """Return where the foot of a page may begin: behind it is little running text.

    Its first line may end with a prompt, and has the line end before it.
    """
    lines, end = 0, len(text)
    while end > 0:
        start = text.rfind("\n", 0, end)
        lines += end - start > _RUNNING_TEXT
        if lines > _MOST_RUNNING_LINES:
            return max(start, 0)
        end = start
    return 0


def _last(prompt: Prompt, text: str, foot: int) -> re.Match[str] | None:
    """Return the last match of a prompt in the foot of a text, or None."""
    last = None
    for found in prompt.pattern.finditer(text, foot):
        if not prompt.after_dots or _DOTS.search(_before(text, found)):
            last = found
    return last


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start("words") - _BEFORE) : found.start("words")]


def _ending(text: str, found: re.Match[str]) -> str:
    """Return a prompt with the last words above it."""
    return _before(text, found).partition(" ")[2] + found["words"]
