"""An excerpt of an archive's words, in which those like a misspelt form are found quickly.

The list of all forms is read for each misspelling anew: a second for a million articles. The
excerpt is made when much was written, and takes a fiftieth of the text. It is packed by length,
for a word and its misspellings are about as long.
"""

from __future__ import annotations

import zlib
from operator import itemgetter
from typing import TYPE_CHECKING

from newsarc.analysis.spelling import Suggestion, beginning, pieces, reach, sift, suggest
from newsarc.query import nodes
from newsarc.store.sqlite.file import settings
from newsarc.store.sqlite.words.forms import counted, listed, number, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

# Made anew when so much of the archive is not in it; what is rare may be missing for a while.
_DRIFT = 0.05
# All words of 14,000 articles (286,000), and the frequent ones of any number of them.
_MOST_WORDS = 400_000
_LONGEST = 40
# The packed counts are rough, and no article may be left; so many are counted anew.
_CLOSE_LOOK = 15
# To go through so many takes a tenth of a second; a share of them is worth telling.
_SHARE = 20_000


def similar(connection: Connection, form: str, limit: int) -> list[Suggestion]:
    """Rank the words that a form may be a misspelling of."""
    if is_fresh(connection):
        close = suggest(form, _packed(connection, form), max(limit, _CLOSE_LOOK))
        forms = [found.form for found in close]
    else:
        forms = listed(connection, nodes.Similar(form, reach(form)))
    return suggest(form, counted(connection, forms), limit)


def roughly(connection: Connection, forms: Sequence[str]) -> list[tuple[str, int]]:
    """Give forms with about the number of articles of each, 0 for rare ones.

    It is at most the true number, and more than half of it; none are given where the excerpt is
    too old to tell.
    """
    if not is_fresh(connection):
        return []
    wanted, known = set(forms), {}
    for (block,) in connection.execute("SELECT forms FROM excerpt"):
        for line in zlib.decompress(block).decode().split("\n"):
            if line[:-1] in wanted:
                known[line[:-1]] = _count(line)
    return [(form, known.get(form, 0)) for form in forms]


def is_fresh(connection: Connection) -> bool:
    """Tell whether little of the archive is not in it."""
    counted, newest = settings.recalled(connection, "excerpt"), settings.newest(connection)
    return counted is not None and abs(newest - int(counted)) <= _DRIFT * newest


def refresh(connection: Connection) -> Iterator[float]:
    """Make the excerpt anew; give the share that is done where it takes a while."""
    newest = settings.newest(connection)
    usual: list[tuple[str, int]] = []
    last, done, total = "", 0, number(connection, "")
    while page := words(connection, last, _SHARE):
        usual += _usual(page)
        if len(usual) >= 2 * _MOST_WORDS:
            usual = _most_frequent(usual)
        last, done = page[-1][0], done + len(page)
        if done < total:
            yield done / total
    blocks = list(_blocks(_most_frequent(usual)))
    with connection:
        connection.execute("DELETE FROM excerpt")
        connection.executemany("INSERT INTO excerpt VALUES (?, ?)", blocks)
        settings.remember(connection, "excerpt", newest)


def forget(connection: Connection) -> None:
    """Have the excerpt made anew whatever it holds."""
    with connection:
        connection.execute("DELETE FROM setting WHERE name = 'excerpt'")


def _usual(counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(word, count) for word, count in counted if word.isalpha() and len(word) <= _LONGEST]


def _most_frequent(counted: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counted, key=itemgetter(1), reverse=True)[:_MOST_WORDS]


def _blocks(counted: Iterable[tuple[str, int]]) -> Iterator[tuple[int, bytes]]:
    """Pack words by their length: in order, a line each, with a capital for their count.

    It says how many bits the count has: A for none.
    """
    blocks: dict[int, list[str]] = {}
    for word, count in sorted(counted):
        blocks.setdefault(len(word), []).append(word + chr(ord("A") + min(count.bit_length(), 25)))
    for length, lines in blocks.items():
        yield length, zlib.compress("\n".join(["", *lines, ""]).encode())


def _packed(connection: Connection, form: str) -> Iterator[tuple[str, int]]:
    most = reach(form)
    sql = "SELECT forms FROM excerpt WHERE length BETWEEN ? AND ?"
    for (block,) in connection.execute(sql, (len(form) - most, len(form) + most)):
        text = zlib.decompress(block).decode()
        for line in sift(form, _worth_a_look(text, form)):
            yield line[:-1], _count(line)


def _count(line: str) -> int:
    return 1 << ord(line[-1]) - ord("A") - 1


def _worth_a_look(text: str, form: str) -> Iterator[str]:
    """Give the lines of a block that begin as a form does or hold a piece of it."""
    start = f"\n{beginning(form)}"
    begin, end = text.find(start), text.rfind(start)
    if begin >= 0:
        yield from text[begin + 1 : text.find("\n", end + 1)].split("\n")
    for place, piece in pieces(form):
        yield from _holding(text, piece, range(place - reach(form), place + reach(form) + 1))


def _holding(text: str, piece: str, places: range) -> Iterator[str]:
    """Give the lines that hold a piece in one of some places."""
    at = text.find(piece)
    while at >= 0:
        begin = text.rfind("\n", 0, at) + 1
        if at - begin in places:
            yield text[begin : text.find("\n", at)]
        at = text.find(piece, at + 1)
