"""The lines of `key: value` above a text in Markdown, as Jekyll, Hugo, Obsidian and others write.

Only what articles need of YAML and TOML is understood: words, in quotes or not, lists, blocks of
lines, and objects, which stand for their `name`. What is none of these is left out.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Front = dict[str, list[str]]

# The line that opens and closes it: YAML's, or that of TOML.
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MOST_LINES = 1000
_KEY = re.compile(r"(?P<indent>\s{0,40})[\"']?(?P<key>[^\W\d][\w.: -]{0,60}?)[\"']?\s*[:=](?:\s|$)")
_ITEM = re.compile(r"\s{0,40}-\s+")
_BLOCK = re.compile(r"[|>][+-]?\d?")
_QUOTED = re.compile(r"\"(?:[^\"\\]++|\\.)*+\"|'(?:[^']++|'')*+'")
_BARE = re.compile(r"\[\[[^\[\]]{0,300}\]\]|[^,\[\]\"']++|['\"]")
_COMMENT = re.compile(r"\s#.*")
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
# The keys of a part, which TOML writes below its name in brackets, say nothing of the article.
_PART = re.compile(r"\[{1,2}[\w.\" -]{1,80}\]{1,2}\s*$")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")


def split_front(text: str) -> tuple[Front, str]:
    """Return the claims above a text, by their keys, and the text below them.

    Without a second fence there are none, and all is text.
    """
    first, _, rest = text.partition("\n")
    ends = _FENCES.get(first.rstrip())
    if ends is None:
        return {}, text
    lines = rest.split("\n", _MOST_LINES)[:_MOST_LINES]
    end = next((at for at, line in enumerate(lines) if line.rstrip() in ends), None)
    if end is None or (end and not any(map(_KEY.match, lines[:end]))):
        return {}, text
    below = rest.split("\n", end + 1)
    claims = takewhile(lambda line: not _PART.match(line), lines[:end])
    return _front(claims), below[end + 1] if len(below) > end + 1 else ""


def _front(lines: Iterable[str]) -> Front:
    front: Front = {}
    for key, values in _entries(lines):
        if values and key not in front:
            front[key] = values
    return front


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each key that is not indented with the values at it and below it."""
    key, values, is_block = "", list[str](), False
    for line in lines:
        found = _KEY.match(line)
        if found and not found["indent"]:
            yield key, values
            value = line[found.end() :].strip()
            is_block = _BLOCK.fullmatch(value) is not None
            key, values = found["key"].strip(), [] if is_block else list(_values(value))
        elif is_block:
            values = [" ".join([*values, line.strip()]).strip()]
        else:
            values += _below(line, found)
    yield key, values


def _below(line: str, found: re.Match[str] | None) -> Iterator[str]:
    """Yield the values of an indented line: an entry of a list, or the name in an object."""
    item = _ITEM.match(line)
    rest = line[item.end() :] if item else line
    inner = _KEY.match(rest) if item else found
    if inner is None:
        yield from _values(rest.strip()) if item or not line.strip().startswith("#") else ()
    elif inner["key"].strip() == "name":
        yield from _values(rest[inner.end() :].strip())


def _values(value: str) -> Iterator[str]:
    """Yield the words of a value; a list in brackets has several."""
    if value.startswith("[") and not value.startswith("[["):
        inner = value[1:].rstrip().removesuffix("]").strip()
        yield from islice(filter(None, map(_plain, _parts(inner))), _MOST_LINES)
    elif word := _plain(value):
        yield word


def _parts(inner: str) -> Iterator[str]:
    """Yield the parts of a list between its commas; those in quotes are not divided."""
    at = 0
    while at < len(inner):
        found = _QUOTED.match(inner, at) or _BARE.match(inner, at)
        if found:
            yield found[0].strip()
        at = found.end() if found else at + 1


def _plain(value: str) -> str:
    quoted = _QUOTED.match(value)
    if quoted is None:
        bare = "" if value.startswith("#") else _COMMENT.sub("", value)
        return _LINKED.sub(r"\1", bare).strip()
    inner = quoted[0][1:-1]
    inner = _ESCAPED.sub(_escaped, inner) if value.startswith('"') else inner.replace("''", "'")
    return _LINKED.sub(r"\1", inner).strip()


def _escaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]
