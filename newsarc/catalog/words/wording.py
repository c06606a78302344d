"""One regular expression out of the words of several languages.

The words themselves are in `stamp_labels`, `furniture_words` and `genre_names`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msgspec import Struct


def alternatives(languages: Iterable[Struct], field: str) -> str:
    """Join the entries of one field, in all languages, to a group `(?:…|…)`."""
    return "(?:" + "|".join(entry for words in languages for entry in getattr(words, field)) + ")"
