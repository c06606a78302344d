"""Page furniture (boilerplate): what pages print among the paragraphs, and how to remove it.

Captions and picture credits, share bars, reading times, lists of other articles, adverts,
notices and paywall prompts leave the body. Running text never does. The words are in
`words.furniture_words`; a new convention is an entry in `LINES` or in `WORDS`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog import caption
from newsarc.catalog.words.furniture_words import FURNITURE_WORDS, may_have_notices
from newsarc.catalog.words.wording import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A list of other articles has at most so many headlines, of so many characters.
_LONGEST_LIST = 12
_LONGEST_HEADLINE = 120
_FEWEST_WORDS = 3  # of a headline
_CROSSHEAD = 40  # characters of a crosshead at most
_SHORTEST = 4
_LONGEST_BUTTON = 140
_HEAD = 6  # lines at the top that may introduce the author
_GAP = re.compile(r"\n{3,}")


class Convention(Struct, frozen=True):
    """One kind of furniture: its name, the pattern that matches it, an example."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _line(name: str, pattern: str, example: str) -> Convention:
    return Convention(name, re.compile(pattern, re.IGNORECASE), example)


def _words(name: str, pattern: str, example: str) -> Convention:
    """Match words where a sentence may begin. The group `left` stays in the text; a bar goes.

    The pattern begins with one set of characters, so that the search skips from one to the next.
    """
    # Behind a bar none follows; elsewhere one may.
    bar = r"(?:(?<=\|)|(?<=\| )|(?<!\|)(?<!\| )\|? ?)"
    return Convention(
        name,
        re.compile(rf"(?P<left>[\n.!?…:\"“”»)\]|] ?){bar}(?i:{pattern})[ |]*"),
        example,
    )


_LOOSE = " |•·:-–=*_+»«>"
_SITES = (
    r"twitter|facebook|whatsapp|telegram|linkedin|xing|pocket|instagram|flipboard|pinterest|reddit"
    r"|tumblr|home|login"
)


def _any(field: str) -> str:
    return alternatives(FURNITURE_WORDS, field)


_ELSEWHERE = _any("elsewhere")
_LIST = _line("list of other articles", _ELSEWHERE, "Lesen Sie auch:")
_NAMELESS = re.compile(_any("nameless"), re.IGNORECASE)
_ROLE = _line("role of an author", _any("roles"), "Leitende Redakteurin")
# Patterns of whole lines, without the marks around them.
LINES = (
    _line("button", rf"{_any('buttons')}|{_SITES}", "Artikel anhören"),
    _line("other article", rf"{_ELSEWHERE}: .{{1,120}}", "Lesen Sie auch: Mehr Wind für Seefurt"),
    _LIST,
)
_ANY_LINE = re.compile("|".join(line.pattern.pattern for line in LINES), re.IGNORECASE)
# Patterns of words within a line.
WORDS = (
    _words(
        "notice",
        rf"(?:{_any('notices')} ?)+",
        "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.",
    ),
    _words(
        "prompt",
        rf"(?:{_any('withheld')}|{_any('offers')})[ .!]*(?=\n)",
        "Jetzt weiterlesen mit AZ+",
    ),
    Convention(
        "offer of rights",
        re.compile(rf" (?P<left>)(?:- )?(?i:{_any('rights')})[^.\n]{{0,60}}\.?(?=\n)"),
        "Quelle: A.Z. Artikelrechte erwerben",
    ),
)
_CREDIT = re.compile(rf" \((?i:{_any('picture')} ?[:©] ?)[^()\n]{{1,150}}\)")


def is_button(line: str) -> bool:
    """Whether a line is a button, a prompt or a link to other articles."""
    return _SHORTEST <= len(line) <= _LONGEST_BUTTON and _is_button(line.strip(_LOOSE))


# The same lines come up again and again, within a text and on all pages of a site.
@lru_cache(maxsize=4096)
def _is_button(bare: str) -> bool:
    return _ANY_LINE.fullmatch(bare) is not None


def is_nameless_byline(line: str) -> bool:
    """Whether a line is a byline that names no person: `Von unserem Korrespondenten`."""
    return len(line) <= _LONGEST_BUTTON and _NAMELESS.fullmatch(line.strip(_LOOSE)) is not None


def without_furniture(body: str, *, within: str) -> str:
    """Return a body without its furniture; `within` is the whole text that it is part of.

    A body that is nothing but furniture comes back unchanged.
    """
    text = "\n".join(_captionless(body.split("\n"))) if caption.has_credit(body) else body
    lines = _without_words(text, may_have_notices(within)).split("\n")
    gone = {number for number, line in enumerate(lines) if is_button(line)}
    gone |= {number for number, line in enumerate(lines[:_HEAD]) if _ROLE.pattern.fullmatch(line)}
    for number in [number for number in gone if _is_list(lines[number])]:
        gone.update(_listed(lines, number))
    kept = "\n".join(line.rstrip() for number, line in enumerate(lines) if number not in gone)
    kept = _GAP.sub("\n\n", kept) if "\n\n\n" in kept else kept
    return kept.strip() or body


def _without_words(text: str, notices: bool) -> str:
    """Remove the furniture within lines: picture credits and, if there may be any, notices."""
    if _has_credit_in_brackets(text):
        text = _CREDIT.sub("", text)
    for convention in WORDS if notices else ():
        text = convention.pattern.sub(_left, f"\n{text}\n")[1:-1]
    return text


def _has_credit_in_brackets(text: str) -> bool:
    """Whether the pattern finds anything; a text has few brackets, and they are found fast."""
    at = text.find("(", 1)
    while at > 0:
        if _CREDIT.match(text, at - 1):
            return True
        at = text.find("(", at + 1)
    return False


def _captionless(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines without captions.

    A line that repeats a caption goes, too. A long line loses only its credit.
    """
    last = next((n for n in range(len(lines) - 1, -1, -1) if _is_text(lines[n])), 0)
    credits_ = {
        number: credit
        for number, line in enumerate(lines)
        if (credit := caption.credit_of(line)) is not None
        and not (credit.mark.may_be_sign_off and number >= last)
    }
    twins = {lines[number][: credit.start].strip() for number, credit in credits_.items()} - {""}
    for number, line in enumerate(lines):
        if number not in credits_:
            if line not in twins:
                yield line
        elif len(line) > caption.LONGEST:
            yield line[: credits_[number].start].rstrip()


def _is_text(line: str) -> bool:
    return len(line) >= _SHORTEST and not is_button(line)


def _left(found: re.Match[str]) -> str:
    """Return what remains of a match: the mark before it, but no bar and no line left empty."""
    left = found["left"]
    alone = left == "\n" and found.string.startswith("\n", found.end())
    return "" if alone or left.startswith("|") else left


def _is_list(line: str) -> bool:
    bare = line.strip(_LOOSE)
    return line[:1].isupper() and _LIST.pattern.fullmatch(bare) is not None


def _listed(lines: Sequence[str], number: int) -> list[int]:
    """Return the numbers of the headlines below `Lesen Sie auch`, up to the next running text."""
    listed: list[int] = []
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if is_button(line):
            break
        if line and not (_is_headline(line) and len(listed) < _LONGEST_LIST):
            return listed[:-1] if _is_crosshead(lines, listed) else listed
        if line:
            listed.append(below)
    return listed


def _is_headline(line: str) -> bool:
    long_enough = len(line.split()) >= _FEWEST_WORDS
    return long_enough and len(line) <= _LONGEST_HEADLINE and not line.endswith((".", ":", ","))


def _is_crosshead(lines: Sequence[str], listed: Sequence[int]) -> bool:
    """Whether the last of several headlines is rather the crosshead of the text that follows."""
    if len(listed) <= 1:
        return False
    line = lines[listed[-1]]
    return len(line) <= _CROSSHEAD or line.endswith("?")
