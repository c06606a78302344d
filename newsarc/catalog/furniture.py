"""What pages print among the paragraphs of an article, and a body freed of it.

Captions and picture credits, share bars, reading times, lists of other articles, adverts,
notices and prompts leave the body; running text never does. The words are those of
`tables`; a new convention is an entry in `LINES` or in `WORDS`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog import caption
from newsarc.catalog.tables import alternatives, tells_of_itself

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The lists of other articles are not longer, nor are the headlines in them.
_LONGEST_LIST = 12
_LONGEST_HEADLINE = 120
_CROSSHEAD = 40
_SHORTEST = 4
_LONGEST_BUTTON = 140
# An author is introduced above the first paragraphs.
_HEAD = 6
_GAP = re.compile(r"\n{3,}")


class Convention(NamedTuple):
    """What a page prints: its name, how it is known, an example."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _line(name: str, pattern: str, example: str) -> Convention:
    return Convention(name, re.compile(pattern, re.IGNORECASE), example)


def _words(name: str, pattern: str, example: str) -> Convention:
    """Know some words where a sentence may begin: what stands left of them stays, but no bar."""
    return Convention(
        name,
        re.compile(rf"(?:(?P<left>[\n.!?…:\"“”»)\]] ?)\|? ?|\| ?)(?i:{pattern})[ |]*"),
        example,
    )


_LOOSE = " |•·:-–=*_+»«>"
_SITES = (
    r"twitter|facebook|whatsapp|telegram|linkedin|xing|pocket|instagram|flipboard|pinterest|reddit"
    r"|tumblr|home|login"
)
_ELSEWHERE = alternatives("elsewhere")
_LIST = _line("list of other articles", _ELSEWHERE, "Lesen Sie auch:")
_ROLE = _line("role of an author", alternatives("roles"), "Leitende Redakteurin")
# Each matches a whole line, freed of the marks around it.
LINES = (
    _line("button", rf"{alternatives('buttons')}|{_SITES}", "Artikel anhören"),
    _line("other article", rf"{_ELSEWHERE}: .{{1,120}}", "Lesen Sie auch: Mehr Wind für Seefurt"),
    _LIST,
)
_ANY_LINE = re.compile("|".join(line.pattern.pattern for line in LINES), re.IGNORECASE)
# Each matches some words of a line.
WORDS = (
    _words(
        "notice",
        rf"(?:{alternatives('notices')} ?)+",
        "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.",
    ),
    _words(
        "prompt",
        rf"(?:{alternatives('withheld')}|{alternatives('offers')})[ .!]*(?=\n)",
        "Jetzt weiterlesen mit AZ+",
    ),
    Convention(
        "offer of rights",
        re.compile(rf"(?P<left>) (?:- )?(?i:{alternatives('rights')})[^.\n]{{0,60}}\.?(?=\n)"),
        "Quelle: A.Z. Artikelrechte erwerben",
    ),
)
_CREDIT = re.compile(rf" \((?i:{alternatives('picture')} ?[:©] ?)[^()\n]{{1,150}}\)")


def is_button(line: str) -> bool:
    """Tell a line that only a page would print: a button, a prompt, a way to other articles."""
    return _SHORTEST <= len(line) <= _LONGEST_BUTTON and _is_button(line.strip(_LOOSE))


# The same lines are asked about again and again, in one text and in all texts of a page.
@lru_cache(maxsize=4096)
def _is_button(bare: str) -> bool:
    return _ANY_LINE.fullmatch(bare) is not None


def without_furniture(body: str, *, within: str) -> str:
    """Give the running text of the body of a text.

    A body that is nothing but furniture stays as it is.
    """
    text = "\n".join(_captionless(body.split("\n"))) if caption.has_credit(body) else body
    lines = _without_words(text, tells_of_itself(within)).split("\n")
    gone = {number for number, line in enumerate(lines) if is_button(line)}
    gone |= {number for number, line in enumerate(lines[:_HEAD]) if _ROLE.pattern.fullmatch(line)}
    for number in [number for number in gone if _is_list(lines[number])]:
        gone.update(_listed(lines, number))
    kept = "\n".join(line.rstrip() for number, line in enumerate(lines) if number not in gone)
    kept = _GAP.sub("\n\n", kept) if "\n\n\n" in kept else kept
    return kept.strip() or body


def _without_words(text: str, telling: bool) -> str:
    """Free a text of what is printed within its lines."""
    if "(" in text:
        text = _CREDIT.sub("", text)
    for convention in WORDS if telling else ():
        text = convention.pattern.sub(_left, f"\n{text}\n")[1:-1]
    return text


def _captionless(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines that are no captions; what stands alone above or below one goes, too."""
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
    """Leave the mark before some words, but no empty line where they were all of one."""
    alone = found["left"] == "\n" and found.string.startswith("\n", found.end())
    return "" if alone else found["left"] or ""


def _is_list(line: str) -> bool:
    bare = line.strip(_LOOSE)
    return line[:1].isupper() and _LIST.pattern.fullmatch(bare) is not None


def _listed(lines: Sequence[str], number: int) -> list[int]:
    """Number the headlines below `Lesen Sie auch`, up to the next running text."""
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
    long_enough = len(line.split()) > len(("two", "words"))
    return long_enough and len(line) <= _LONGEST_HEADLINE and not line.endswith((".", ":", ","))


def _is_crosshead(lines: Sequence[str], listed: Sequence[int]) -> bool:
    """Tell whether the last of several is rather the heading or the question of what follows."""
    if len(listed) <= 1:
        return False
    line = lines[listed[-1]]
    return len(line) <= _CROSSHEAD or line.endswith("?")
