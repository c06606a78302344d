"""The fields of an article that are searched: as written forms, as stems, as compound parts."""

from __future__ import annotations

from typing import NamedTuple

# In the order of the columns of `Indexed`: all fields of a kind, then the next kind.
FIELDS = ("title", "kicker", "body")
KINDS = ("forms", "stems", "parts")


class Indexed(NamedTuple):
    """An article's words as an index takes them: blank-separated, forms and stems in step.

    The n-th stem of a field belongs to its n-th form, and both to its n-th word. The parts
    are the stems of the parts of its compounds, in order, and all else that its words are found
    by (see `newsarc.analysis.ways`); they have no places.
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
