"""A row of the table: a format, what was measured, the figure, and what it is held against."""

from __future__ import annotations

from msgspec import Struct


class Row(Struct, frozen=True):
    """`figure` is newsarc's, `peer` that of another program in the same run, if one was asked."""

    format: str
    measure: str
    figure: str
    peer: str = ""
