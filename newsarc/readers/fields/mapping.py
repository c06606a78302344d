"""Which columns or keys hold what, as a user says it: `title=headline`, or a TOML file of these."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from newsarc.readers.fields.keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.readers.fields.keys import Mapping

_FIELDS = ("text", "body", "summary", *KEYS)
# In bytes: no mapping is larger.
_LARGEST = 1_000_000

Pair = tuple[str, tuple[str, ...]]


def parse_mapping(values: Iterable[str]) -> Mapping:
    """Return the columns of some fields; of two that name one field, the last one counts.

    A value is `FIELD=COLUMN`, `FIELD=COLUMN,COLUMN`, or the name of a TOML file with lines such as
    `title = "headline"` and `authors = ["by1", "by2"]`. Raises ValueError, whose message is one
    sentence.
    """
    pairs = dict(pair for value in values for pair in _pairs(value))
    return tuple(pairs.items())


def _pairs(value: str) -> Iterator[Pair]:
    field, sign, columns = value.partition("=")
    if sign:
        yield _pair(field.strip(), columns.split(","))
    elif value.lower().endswith(".toml"):
        for name, found in _read(value).items():
            yield _pair(name, _columns(name, found))
    else:
        raise ValueError(f"{value!r} is neither FIELD=COLUMN nor the name of a TOML file")


def _pair(field: str, columns: list[str]) -> Pair:
    known = field.lower()
    if known not in _FIELDS:
        raise ValueError(f"there is no field {field!r}; {_help(known)}")
    named = tuple(column.strip() for column in columns if column.strip())
    if not named:
        raise ValueError(f"{field!r} is mapped to no column")
    return known, named


def _help(field: str) -> str:
    near = get_close_matches(field, _FIELDS, 1)
    return f"is it {near[0]!r}?" if near else f"the fields are {', '.join(_FIELDS)}"


def _read(path: str) -> dict[str, object]:
    try:
        with Path(path).open("rb") as file:
            return tomllib.loads(file.read(_LARGEST).decode())
    except OSError as error:
        raise ValueError(f"{path} cannot be read ({(error.strerror or '').lower()})") from error
    except (ValueError, RecursionError) as error:  # no TOML, or not UTF-8
        reason = (
            str(error).splitlines()[0] if isinstance(error, ValueError) else "nested too deeply"
        )
        raise ValueError(f"{path} is not TOML ({reason})") from error


def _columns(field: str, value: object) -> list[str]:
    """Return the columns that a value of TOML names."""
    named = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in named):
        raise ValueError(f"{field!r} must be the name of a column, or a list of names")
    return [str(each) for each in named]
