"""The paragraphs of a word processor as blocks of a text.

Some writers leave an empty paragraph between two paragraphs, others leave the space to the layout;
some end each line of a list, or of a text pasted from elsewhere, like a paragraph.
"""

from __future__ import annotations

from itertools import pairwise

from newsarc.readers.unwrapping import unwrapped
from newsarc.text import clean

# In characters: a longer line is a paragraph. Wrapped lines have 60 to 80.
_LONG = 100


def blocks(text: str) -> str:
    """Return a cleaned text, its paragraphs separated by empty lines.

    A line is a paragraph, unless empty lines stand between those, which are all longer.
    """
    text = divided(text)
    lines = text.split("\n")
    return text if "" in lines else "\n\n".join(lines)


def divided(text: str) -> str:
    """Return a cleaned text; where long lines adjoin, each line is a paragraph."""
    text = clean(unwrapped(text))
    lines = text.split("\n")
    if any(len(one) > _LONG < len(other) for one, other in pairwise(lines)):
        return "\n\n".join(filter(None, lines))
    return text
