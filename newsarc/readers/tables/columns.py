"""The columns of a table: which of them hold claims, and what to say where none holds a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.fields.keys import ALL_KEYS, CONTENT_KEYS, fold_key
from newsarc.text import printable, storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.readers.fields.keys import Mapping

# Of a table's columns, as many are listed, and as much of a name.
_LISTED = 30
_LONGEST_NAME = 40
_CONTENTS = frozenset(("text", "body", "summary", "title"))


def claiming(names: Iterable[str], mapping: Mapping) -> list[int]:
    """Return the numbers of the columns that may hold a claim, from 0."""
    mapped = _mapped(mapping)
    return [
        number for number, name in enumerate(names) if fold_key(name) in ALL_KEYS or name in mapped
    ]


def unused(names: Sequence[str], mapping: Mapping) -> tuple[str, ...]:
    """Return a note on the columns that hold no claim, if there are such columns."""
    known = set(claiming(names, mapping))
    others = [name for at, name in enumerate(names) if at not in known and name.strip()]
    return (f"columns not used: {_named(others)}; --map can name them",) if others else ()


def unusable(names: Sequence[str], mapping: Mapping) -> str | None:
    """Return why a table of these columns holds no article, or None if it may."""
    missing = _missing(names, mapping)
    if missing:
        return f"has no column {missing!r}, which --map names ({_listed(names)})"
    mapped = {field for field, columns in mapping if any(_root(each) in names for each in columns)}
    if CONTENT_KEYS.isdisjoint(map(fold_key, names)) and _CONTENTS.isdisjoint(mapped):
        return f"has no column of texts ({_listed(names)}); to name it: --map text=COLUMN"
    return None


def _missing(names: Sequence[str], mapping: Mapping) -> str | None:
    """Return a mapped column that a table lacks, if it has others that are mapped."""
    found = [(column, _root(column) in names) for _, columns in mapping for column in columns]
    is_meant = any(is_there for _, is_there in found)
    return next((column for column, is_there in found if is_meant and not is_there), None)


def _mapped(mapping: Mapping) -> frozenset[str]:
    columns = [column for _, columns in mapping for column in columns]
    return frozenset((*columns, *map(_root, columns)))


def _root(column: str) -> str:
    """Return the column that a path into it begins with."""
    return column.partition(".")[0]


def _listed(names: Sequence[str]) -> str:
    """Return the names of columns as a sentence may say them."""
    return f"its columns: {_named(names)}"


def _named(names: Sequence[str]) -> str:
    shown = [printable(storable(name))[:_LONGEST_NAME] or "?" for name in names[:_LISTED]]
    more = f" and {len(names) - _LISTED:,} more" if len(names) > _LISTED else ""
    return f"{', '.join(shown)}{more}"
