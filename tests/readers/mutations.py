"""Files that are almost right: samples of each format with bytes flipped, cut, doubled, mixed.

The same seed and number always give the same file.
"""

from __future__ import annotations

import json
import re
import zipfile
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# In bytes: a longer file only takes longer.
_MOST = 400_000
_TOKENS = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\x00", b"\x1b[31m", b"\r",
    b"\r\n\r\n",
    b"\n\n", b"\x1a", b"\x02", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf",
    b"<", b">", b"</", b"<!--", b"-->", b"]]>", b"<![CDATA[", b"<?xml version='1.0'?>", b"&",
    b"&lol;",
    b"&#0;", b"&#x110000;", b"&#xd800;", b"&amp;amp;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<html>",
    b"<body>", b"<b " + b"a='b' " * 2000 + b">", b"<i>" * 1000, b"<p xmlns='x'>", b"<x:y>",
    b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b",", b":", b";", b"\t", b"[" * 3000,
    b'{"a":' * 3000,
    b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-1", b"0", b"9" * 400, b"9" * 5000,
    b"{}", b"[]", b'""', b'"\\ud800"', b'"\\u0000"',
    b"2022-99-99T99:99:99+99:99", b"0000-00-00", b"99999-01-01", b"29.02.2021", b"1/2/2022",
    b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+14:00", b"-9999999999999",
    b"javascript:alert(1)", b"http://[::1", b"http://", b"https://kurier.example/%ff%00", b"//",
    b"{\\rtf1", b"\\'", b"\\u-99999", b"\\bin999999999 ", b"\\fonttbl", b"\\*", b"\\ansicpg99999",
    b"=?utf-8?b?", b"?=", b"=?x?q?=FF?=", b"--", b"Content-Type: multipart/mixed; boundary=a\n\n",
    b"\nFrom ", b"Content-Length: 99999999999\r\n", b"Content-Length: -5\r\n", b"WARC/1.0\r\n",
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"%PDF-1.4", b"endobj", b"/Length 99999999",
    b"---\n",
    b"![", b"](", b"```\n", b"# ", b"| --- |\n", b"a" * 70_000, "Überschrift „ä“ – 🙂".encode(),
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, 10**30, "", " ", "\x00", "<b>", "N/A", "2022-99-99", [], {},
    [[]],
    [None], ["a", 1, None, {}], {"a": {}}, {"name": None}, "a" * 5000, "http://", [[[[[["a"]]]]]],
    {"@id": 1}, 1.5, "\ud83d", "9" * 30, [{}] * 50, {"value": [1]},
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_ELEMENT = re.compile(rb"<(\w[\w:-]*)[^<>]{0,300}>.{0,2000}?</\1>", re.DOTALL)
_QUOTED = re.compile(rb"\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'")


class Sample(Struct, frozen=True):
    """A file: its name, by which its format may be guessed, and its content."""

    name: str
    data: bytes


def mutated(samples: Sequence[Sample], seed: object, number: int) -> Sample:
    """Return one of the samples, changed in one to four ways."""
    random = Random(f"{seed} {number}")
    sample = random.choice(samples)
    data = sample.data
    if data.startswith(b"PK\x03\x04") and random.random() < 0.7:
        return Sample(sample.name, _repacked(data, random))
    if data[:1] in b"{[" and random.random() < 0.5:
        data = _other_values(data, random)
    for _ in range(random.choice((1, 1, 2, 4))):
        data = random.choice(_WAYS)(data, random, random.choice(samples).data)[:_MOST]
    return Sample(sample.name, data)


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _part(data: bytes, random: Random, most: int = 2000) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + random.randint(1, most))


def _flipped(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 16)) if data else 0):
        changed[random.randrange(len(data))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
    return data[: _place(data, random)]


def _without_part(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
    start, end = _part(data, random, random.choice((1, 20, 2000)))
    return data[:start] + data[end:]


def _doubled(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
    start, end = _part(data, random, random.choice((20, 500, 5000)))
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def _spliced(data: bytes, random: Random, other: bytes) -> bytes:
    start, end = _part(other, random)
    place = _place(data, random)
    return data[:place] + other[start:end] + data[random.choice((place, _place(data, random))) :]


def _inserted(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
    place = _place(data, random)
    return data[:place] + random.choice(_TOKENS) + data[place:]


def _replaced(pattern: re.Pattern[bytes]) -> Callable[[bytes, Random, bytes], bytes]:
    """Return a way to replace or double something that a pattern finds."""

    def way(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
        found = list(pattern.finditer(data, 0, 50_000))
        if not found:
            return data
        one = random.choice(found)
        new = random.choice((b"", one[0] * 2, random.choice(_TOKENS), random.choice(found)[0]))
        return data[: one.start()] + new + data[one.end() :]

    return way


def _emptied(data: bytes, random: Random, other: bytes) -> bytes:  # noqa: ARG001 (as all)
    """Empty a line, or swap it with another one."""
    lines = data.split(b"\n")
    one, other_line = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other_line] = random.choice((b"", lines[other_line])), lines[one]
    return b"\n".join(lines)


_WAYS = (
    _flipped, _cut, _without_part, _doubled, _spliced, _inserted, _inserted, _emptied,
    _replaced(_NUMBER), _replaced(_TAG), _replaced(_ELEMENT), _replaced(_QUOTED),
)  # fmt: skip


def _other_values(data: bytes, random: Random) -> bytes:
    """Return JSON with other values in some places."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return data
    for _ in range(random.choice((1, 2, 5))):
        _replace_in(record, random)
    return json.dumps(record, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")


def _replace_in(record: Any, random: Random) -> None:
    while isinstance(record, (dict, list)) and record:
        key = random.choice(list(record) if isinstance(record, dict) else range(len(record)))
        value = record[key]
        if random.random() < 0.4 or not (isinstance(value, (dict, list)) and value):
            record[key] = deepcopy(random.choice((*_VALUES, [value], {"a": value})))
            return
        record = value


def _repacked(data: bytes, random: Random) -> bytes:
    """Return a zip archive in which the content of one member is another one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = {info.filename: package.read(info) for info in package.infolist()}
    except Exception:  # noqa: BLE001 (a sample may be broken on purpose)
        return _flipped(data, random, data)
    if not members:
        return data
    name = random.choice(list(members))
    for _ in range(random.choice((1, 2, 3))):
        other = random.choice(list(members.values()))
        members[name] = random.choice(_WAYS)(members[name], random, other)[:_MOST]
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in members.items():
            package.writestr(each, content)
    return written.getvalue()
