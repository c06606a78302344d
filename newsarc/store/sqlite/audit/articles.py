"""Examines the articles of an archive: can they be read, and which words should the index hold?

An article whose seal fits is as it was written. All others are read and analysed again, which
takes a hundred times as long.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from newsarc.analysis import MODULUS, Splitter, index
from newsarc.meaning.text import written
from newsarc.scanner import units
from newsarc.store.sqlite.articles.columns import COLUMNS, read_article
from newsarc.store.sqlite.articles.deflate import inflated
from newsarc.store.sqlite.articles.documents import unpack
from newsarc.store.sqlite.articles.seal import Seal, seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from sqlite3 import Connection

    Fault = Literal["unreadable", "lost", "misdivided"]

# Number of articles between two reports of progress.
_OFTEN = 50


class Examined(Struct, frozen=True):
    """What was found: the number of articles with each fault, and the checksum of all words.

    The checksum is None if the text of an article cannot be read.
    """

    faults: Counter[Fault]
    checksum: int | None


class _Stored(Struct, frozen=True):
    """An article as it is stored. `sentences`, `paragraphs` and `seal` are None if missing."""

    columns: dict[str, Any]
    body: bytes
    document: bytes
    sentences: bytes | None
    paragraphs: bytes | None
    seal: Seal | None


def examine(connection: Connection, progress: Callable[[float], object]) -> Examined:
    """Examine all articles; `progress` is told the share of them that is done."""
    splitter = Splitter()
    (total,) = connection.execute("SELECT count(*) FROM article").fetchone()
    faults: Counter[Fault] = Counter()
    checksums: list[int | None] = []
    for number, stored in enumerate(_articles(connection)):
        if number % _OFTEN == 0:
            progress(number / total)
        sealed = _sealed_checksum(stored)
        if sealed is None:
            faults.update(_faults(stored))
        checksums.append(_checksum(stored, splitter) if sealed is None else sealed)
    return Examined(faults, _sum(checksums))


def _sum(checksums: Sequence[int | None]) -> int | None:
    """Return the checksum of all articles, or None if that of one of them is None."""
    known = [each for each in checksums if each is not None]
    return sum(known) % MODULUS if len(known) == len(checksums) else None


def _articles(connection: Connection) -> Iterator[_Stored]:
    columns = ", ".join(f"a.{column}" for column in COLUMNS)
    sql = f"""
        SELECT t.body, t.document, u.sentences, u.paragraphs, s.words, s.content, {columns}
        FROM article a JOIN text t ON t.row = a.row
        LEFT JOIN unit u ON u.row = a.row LEFT JOIN seal s ON s.row = a.row
    """
    for body, document, sentences, paragraphs, words, content, *values in connection.execute(sql):
        found = None if words is None else Seal(words, content)
        known = dict(zip(COLUMNS, values, strict=True))
        yield _Stored(known, body, document, sentences, paragraphs, found)


def _sealed_checksum(stored: _Stored) -> int | None:
    """Return the checksum of the words of an article that is as it was written, else None."""
    if stored.seal is None:
        return None
    words = stored.seal.words
    packed: Any = (stored.body, stored.document, stored.sentences, stored.paragraphs)
    try:
        return words if seal(words, stored.columns, *packed) == stored.seal else None
    except TypeError:  # what was packed is no bytes any more
        return None


def _faults(stored: _Stored) -> Iterator[Fault]:
    if not _succeeds(read_article, stored.columns.values(), stored.body, ()):
        yield "unreadable"
    if not _succeeds(unpack, stored.document, stored.body):
        yield "lost"
    if not _succeeds(_demand_units, stored):
        yield "misdivided"


def _demand_units(stored: _Stored) -> None:
    """Raise ValueError if units are kept and are not those of the article's text."""
    if stored.sentences is None or stored.paragraphs is None:
        return
    known = stored.columns
    text = written(known["title"], known["kicker"], known["place"], inflated(stored.body))[-1]
    if (stored.sentences, stored.paragraphs) != units(text):
        raise ValueError(known["id"])


def _succeeds(function: Callable[..., object], *arguments: object) -> bool:
    """Return whether a call raises no ValueError."""
    try:
        function(*arguments)
    except ValueError:
        return False
    return True


def _checksum(stored: _Stored, splitter: Splitter) -> int | None:
    """Return the checksum of the words of an article, or None if its text cannot be read."""
    known = stored.columns
    try:
        body = inflated(stored.body)
    except ValueError:
        return None
    fields = known["title"], known["kicker"], known["place"], body, known["language"]
    return index(*fields, splitter=splitter).checksum
