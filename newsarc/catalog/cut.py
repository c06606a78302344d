"""Whether a paywall cut a text, as the prompt says that stands where the rest would be."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsarc.catalog.evidence import Reading
from newsarc.catalog.tables import alternatives, tells_of_itself

# After a prompt comes the foot of a page; a line as long as this is running text.
_RUNNING_TEXT = 160
_MOST_RUNNING_LINES = 1
# How much of the text before a prompt is looked at, and shown where it breaks off.
_BEFORE = 40
_CUT = True


class Prompt(NamedTuple):
    """A way to say that there is more: its name, how it is known, an example."""

    name: str
    pattern: re.Pattern[str]
    example: str
    # An offer also stands below whole articles: the text above it must break off.
    after_dots: bool = False


def _prompt(name: str, words: str, example: str, *, after_dots: bool = False) -> Prompt:
    pattern = rf"[\n.!?…:\"“”»)\]] ?(?P<words>(?i:{alternatives(words)}))[ .!]*(?:\n|$)"
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


def truncated(text: str) -> Reading[bool] | None:
    """Tell that a text was cut, or nothing: dots alone are style."""
    for prompt in PROMPTS if tells_of_itself(text) else ():
        found = _last(prompt, text)
        if found is not None and not _goes_on(text, found.end()):
            if prompt.after_dots:
                return Reading(_CUT, _ending(text, found), prompt.name, "inferred")
            return Reading(_CUT, found["words"], prompt.name)
    return None


def _last(prompt: Prompt, text: str) -> re.Match[str] | None:
    """Find the last place of a prompt; what follows an earlier one follows it, too."""
    last = None
    for found in prompt.pattern.finditer(text):
        if not prompt.after_dots or _DOTS.search(_before(text, found)):
            last = found
    return last


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start("words") - _BEFORE) : found.start("words")]


def _ending(text: str, found: re.Match[str]) -> str:
    """Give a prompt with the last words above it."""
    return _before(text, found).partition(" ")[2] + found["words"]


def _goes_on(text: str, end: int) -> bool:
    """Tell whether more of the article follows than a teaser or the small print."""
    below = text[end:].split("\n")
    return sum(len(line) >= _RUNNING_TEXT for line in below) > _MOST_RUNNING_LINES
