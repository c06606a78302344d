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
    text = clean(unwrapped(text))
    lines = text.split("\n")
    are_apart = "" in lines and not any(len(a) > _LONG < len(b) for a, b in pairwise(lines))
    return text if are_apart else "\n\n".join(filter(None, lines))
