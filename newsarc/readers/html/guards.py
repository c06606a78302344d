"""What is refused before a page is parsed, because parsing it would take too long.

lxml needs 9 s for a tag with 100,000 attributes, and much memory for millions of nodes. Of 885 real
pages, the largest has 2.2 MB and 10,112 nodes, and none has more than 73 attributes on a tag.
"""

from __future__ import annotations

import re

from newsarc.readers.base import MEGABYTE

_MOST = 10 * MEGABYTE  # characters, without the data of pictures
_MOST_NODES = 100_000
_MOST_ATTRIBUTES = 1000

_DATA = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}[;,][^\"'\s<>)]*+")
_NODE = re.compile(r"<[a-zA-Z]")
# Elements that hold text, not tags.
_RAW = "|".join(
    "".join(f"[{letter}{letter.upper()}]" for letter in name)
    for name in "script style title textarea xmp iframe noembed noframes".split()
)
_NAME = r"[\s/]*+[^\s/>=][^\s/>=]*+"
_VALUE = r"\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+"
_ATTRIBUTE = rf"{_NAME}(?:{_VALUE})?+"
# A tag with its attributes, and the text that such an element holds. What looks like a tag in that
# or in a comment is passed over; each character is read once.
_TAG = re.compile(
    r"<(?:!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)"
    rf"|(?:({_RAW})(?=[\s/>])|[a-zA-Z][^\s/>]*+)"
    rf"(?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+(?P<more>{_ATTRIBUTE})?+"
    r"(?(1)(?:[^<]++|<(?!/(?i:\1)))*+))"
)


def without_data(text: str) -> str:
    """Return a page without the pictures and fonts that its addresses hold (`data:`)."""
    return _DATA.sub("data:,", text) if "data:" in text else text


def fault(text: str) -> str | None:
    """Return why a page is not parsed, or None if it may be."""
    if len(text) > _MOST:
        return f"is a page of more than {_MOST / MEGABYTE:g} MB; save only the article"
    if text.count("<") > _MOST_NODES and len(_NODE.findall(text)) > _MOST_NODES:
        return f"is a page of more than {_MOST_NODES:,} elements; save only the article"
    return overgrown(text)


def overgrown(text: str) -> str | None:
    """Return that a tag has too many attributes, or None."""
    if any(tag["more"] for tag in _TAG.finditer(text)):
        return f"has a tag with more than {_MOST_ATTRIBUTES:,} attributes, as no page has"
    return None
