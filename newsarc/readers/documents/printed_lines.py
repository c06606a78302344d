"""The lines of printed columns, put together to paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.text import join_cut_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Shares of the width of a column. A paragraph goes on where the next word did not fit into a line;
# where a sentence ends with it, only if the line is full.
_LONG, _FULL = 0.6, 0.9
# In characters: narrower lines are those of a table or a list.
_NARROWEST = 20
_ENDS = (".", "!", "?", ":", "…", "]", ".“", ".”", ".«", ".»", "?“", "!“", "?”", "!”")


def joined(lines: Sequence[str]) -> str:
    """Return the text of printed lines: those of a paragraph are one, cut words are whole."""
    width = _width(lines)
    return "".join(_parts(lines, width)).strip("\n")


def _width(lines: Sequence[str]) -> int:
    """Return the width of the column that most letters stand in."""
    lengths = sorted(len(line) for line in lines if len(line) >= _NARROWEST)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _parts(lines: Sequence[str], width: int) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield line
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if not (width and line and following and _goes_on(line, following, width)):
            yield "\n"
        elif "\n" in join_cut_words(f"{line[-2:]}\n{following[:8]}"):
            yield " "
        else:
            yield "\n"  # `clean` joins a cut word


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on behind a line."""
    if line[-1] == "-" and line[-2:-1].isalpha():
        return True
    if line.endswith(_ENDS):
        is_full = len(line) >= _FULL * width and not line.endswith(":")
        return is_full and not following[0].isdigit()
    if following[0].islower():
        return True
    reach = len(line) + 1 + len(following.split(None, 1)[0])
    return reach > width and len(line) >= _LONG * width and following[0].isalnum()
