"""Patterns that are compiled when they are first used.

Compiling the patterns of all modules that a search loads took a tenth of its time, and it uses few
of them. Modules that only an ingestion loads use `re.compile`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from re import Pattern


def pattern(source: str, flags: int = 0) -> Pattern[str]:
    """Return what behaves as a compiled pattern; a fault in the source is raised at first use."""
    return _Waiting(source, flags)  # type: ignore[return-value]


class _Waiting:
    """A pattern that is compiled at the first use of each of its methods, which it then keeps."""

    def __init__(self, source: str, flags: int) -> None:
        self._written = source, flags

    def __reduce__(self) -> tuple[object, ...]:
        return pattern, self._written

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a pattern has)
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


def any_of(patterns: Iterable[str]) -> Pattern[str]:
    """Return the pattern of any of some patterns; of none, one that never matches."""
    return re.compile("|".join(sorted(patterns)) or r"(?!)")


def with_digraphs(letters: str) -> str:
    """Return the pattern of folded letters, each of which may be an umlaut as two letters."""
    return re.sub("([aou])e?", r"\1e?", re.escape(letters))
