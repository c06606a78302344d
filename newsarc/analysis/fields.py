"""The fields of an article that are searched, and the three kinds of tokens in each of them."""

from __future__ import annotations

from msgspec import Struct

# `Columns` has all fields of one kind, then those of the next.
FIELDS = ("title", "kicker", "body")
KINDS = ("forms", "stems", "parts")


class Columns(Struct, frozen=True, gc=False):
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

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns in order."""
        return tuple([getattr(self, column) for column in Columns.__struct_fields__])


class Indexed(Columns, frozen=True, gc=False, kw_only=True):
    """The tokens of an article with their checksum, see `newsarc.analysis.checksum`.

    `fresh` has the forms that its splitter has not seen lately, joined by blanks; some come twice.
    """

    checksum: int = 0
    fresh: str = ""


COLUMNS = Columns.__struct_fields__
