"""The fields of an article that are searched, and the three kinds of tokens in each of them."""

from __future__ import annotations

from msgspec import Struct

# `Indexed` has all fields of one kind, then those of the next.
FIELDS = ("title", "kicker", "body")
KINDS = ("forms", "stems", "parts")


class Indexed(Struct, frozen=True, gc=False):
    """The tokens of an article for an index; each column is a blank-separated string.

    The n-th form and the n-th stem of a field are those of its n-th word. The parts are the stems
    of the parts of its compounds, in order, and all other tokens by which its words are found (see
    `newsarc.analysis.ways`); they have no places.
    """

    title_forms: str
    kicker_forms: str
    body_forms: str
    title_stems: str
    kicker_stems: str
    body_stems: str
    title_parts: str = ""
    kicker_parts: str = ""
    body_parts: str = ""
