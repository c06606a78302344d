"""How much of a query a store can answer."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """How much of a query is searched for. The parser leaves out the rest and says so in a note.

    The defaults suit SQLite: its FTS5 gives up on expressions about thirty brackets deep.
    """

    bracket_depth: int = 16
    """Maximum depth of nested brackets."""

    nearness_depth: int = 8
    """Maximum depth of brackets in which operators of nearness (`w/5`) are read as such."""

    nearness_chain: int = 16
    """Maximum number of operators of nearness in a row, as in `a w/5 b w/5 c`."""

    words: int = 256
    """Maximum number of words, with each word of a phrase and each value of a field counted."""

    patterns: int = 16
    """Maximum number of wildcards (`Haf*`) and similar words (`Hafen~1`) together."""
