"""An excerpt of the vocabulary, in which the words like a misspelt one are found quickly.

Without it every misspelling costs a pass through the list of all forms: a second for a million
articles. The excerpt holds the frequent words and takes a fiftieth of the size of the texts. It
is made again when much was written. It is packed by length, for a word and its misspellings are
about equally long. Words are found by their folded spelling, and stand behind it if they differ.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from contextlib import closing
from functools import partial
from itertools import groupby
from operator import itemgetter
from string import ascii_uppercase
from typing import TYPE_CHECKING

from newsarc.analysis.spelling import Suggestion, beginning, best, pieces, reach, sift, suggest
from newsarc.query import nodes
from newsarc.store.sqlite.articles.deflate import deflate
from newsarc.store.sqlite.file import driver, settings
from newsarc.store.sqlite.words.forms import (
    article_counts,
    counts_between,
    listed_forms,
    pages,
)
from newsarc.text import fold, fold_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection

# Share of the articles that may be missing from the excerpt before it is made again. Until then
# rare words may be missing.
_DRIFT = 0.05
# Maximum number of words: all of 14,000 articles (286,000), and the frequent ones of any number.
_MOST_WORDS = 400_000
# Maximum length of a word, in characters.
_LONGEST = 40
# Minimum number of suggestions whose articles are counted. The packed counts are rough, and a
# word may have lost its last article.
_RECOUNTED = 15
# By number of bits, the capital that stands for an article count. SQLite counts up to 63 bits.
_CAPITALS = ascii_uppercase.ljust(64, ascii_uppercase[-1])
# Compression level of a block. ISA-L needs a seventh of the time of zlib's default, and 4 % more.
_LEVEL = 3
# Threads that count, for the workers have ended by then: SQLite lets them read at once.
_THREADS = 2
# Number of forms that each counts between two reports of progress, a twentieth of a second.
_PAGE = 10_000
# Page cache of each in KiB. They read the index once.
_CACHE = 2_048


def similar(connection: Connection, form: str, limit: int) -> list[Suggestion]:
    """Return up to `limit` words that a form may be a misspelling of, the most likely first."""
    if is_fresh(connection):
        close = best(form, _candidates(connection, fold(form)), max(limit, _RECOUNTED))
        forms = [found.form for found in close]
    else:
        folded = fold(form)
        forms = listed_forms(connection, nodes.Similar(folded, reach(folded)))
    return suggest(form, article_counts(connection, forms), limit)


def rough_counts(connection: Connection, forms: Sequence[str]) -> list[tuple[str, int]]:
    """Return forms, each with a rough article count; an empty list if the excerpt is too old.

    A count is at most the true one, and more than half of it. For words that are too rare for the
    excerpt it is 0.
    """
    if not is_fresh(connection):
        return []
    wanted, known = set(forms), {}
    for length, block in connection.execute("SELECT length, forms FROM excerpt"):
        for line in zlib.decompress(block).decode().split("\n")[1:-1]:
            word, count = _unpacked(line, length)
            if word in wanted:
                known[word] = count
    return [(form, known.get(form, 0)) for form in forms]


def is_fresh(connection: Connection) -> bool:
    """Return whether the excerpt lacks at most a twentieth of the articles."""
    included, newest = settings.recalled(connection, "excerpt"), settings.newest(connection)
    return included is not None and abs(newest - int(included)) <= _DRIFT * newest


def refresh(connection: Connection, path: str) -> Iterator[float]:
    """Make the excerpt of a file again; yield the share that is done, now and then.

    It is replaced in one transaction, at the end.
    """
    from concurrent.futures import ThreadPoolExecutor  # searches, too, import this module

    newest = settings.newest(connection)
    bounds = pages(connection, _PAGE)
    frequent: dict[str, int] = {}
    with ThreadPoolExecutor(_THREADS) as threads:
        for done in range(0, len(bounds), _THREADS):
            if done:
                yield done / len(bounds)
            # A list, so that nothing is read while the caller has the share: it may stop here.
            for words in list(threads.map(partial(_words, path), bounds[done : done + _THREADS])):
                frequent |= words
            if len(frequent) >= 2 * _MOST_WORDS:
                frequent = _most_frequent(frequent)
    _replace(connection, list(_blocks(_most_frequent(frequent))), newest)


def _words(path: str, bounds: tuple[str, str]) -> dict[str, int]:
    """Return the words of a page of forms with their counts.

    They are made of letters only and not too long.
    """
    with closing(driver.connect(path, write=False)) as connection:
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        counts = counts_between(connection, *bounds)
    for other in [form for form in counts if not form.isalpha() or len(form) > _LONGEST]:
        del counts[other]
    return counts


def _replace(connection: Connection, blocks: Iterable[tuple[int, bytes]], newest: int) -> None:
    with connection:
        connection.execute("DELETE FROM excerpt")
        connection.executemany("INSERT INTO excerpt VALUES (?, ?)", blocks)
        settings.remember(connection, "excerpt", newest)


def forget(connection: Connection) -> None:
    """Mark the excerpt as too old, so that it is made again."""
    with connection:
        connection.execute("DELETE FROM setting WHERE name = 'excerpt'")


def _most_frequent(counts: dict[str, int]) -> dict[str, int]:
    if len(counts) <= _MOST_WORDS:
        return counts
    return dict(sorted(counts.items(), key=itemgetter(1), reverse=True)[:_MOST_WORDS])


def _blocks(counts: Mapping[str, int]) -> Iterator[tuple[int, bytes]]:
    """Yield each length of words with its packed block.

    A block is sorted, with a line for each word: the folded word, a capital that says how many bits
    the article count has (A is none), and the word itself if it is not the folded one. Its letters
    beyond ASCII are escaped there: most blocks are ASCII then, which is searched fastest.
    """
    blocks: defaultdict[int, list[str]] = defaultdict(list)
    lines = [word + _CAPITALS[count.bit_length()] for word, count in counts.items()]
    plain = sorted(filter(str.isascii, lines), key=len)  # without diacritics, so they are folded
    for size, group in groupby(plain, len):
        blocks[size - 1] = list(group)
    for folded, line in _marked_lines([line for line in lines if not line.isascii()]):
        blocks[len(folded)].append(line)
    for length, block in blocks.items():
        yield length, deflate("\n".join(["", *sorted(block), ""]).encode(), _LEVEL)


def _marked_lines(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the folded word and the line of each of some words, given with their capitals."""
    words = [line[:-1] for line in lines]
    # All at once, for that takes a fifth of the time.
    escaped = " ".join(words).encode("unicode-escape").decode().split(" ")
    # No words make an empty text, which has one part.
    for line, word, folded, written in zip(lines, words, fold_forms(words), escaped, strict=False):
        yield folded, folded + line[-1] + ("" if word == folded else written)


def _candidates(connection: Connection, form: str) -> Iterator[tuple[str, int]]:
    """Yield words that a folded form may be a misspelling of, each with its rough article count."""
    most = reach(form)
    sql = "SELECT length, forms FROM excerpt WHERE length BETWEEN ? AND ?"
    for length, block in connection.execute(sql, (len(form) - most, len(form) + most)):
        text = zlib.decompress(block).decode()
        by_folded: dict[str, list[str]] = {}
        for line in set(_promising_lines(text, form)):
            by_folded.setdefault(line[:length], []).append(line)
        for folded in sift(form, by_folded):
            yield from (_unpacked(line, length) for line in by_folded[folded])


def _unpacked(line: str, length: int) -> tuple[str, int]:
    """Return the word of a line, and the lowest article count that its capital can stand for."""
    written = line[length + 1 :]
    word = written.encode().decode("unicode-escape") if written else line[:length]
    return word, 1 << ord(line[length]) - ord("A") - 1


def _promising_lines(text: str, form: str) -> Iterator[str]:
    """Yield the lines of a block that begin like a form or hold a piece of it; some come twice."""
    start = f"\n{beginning(form)}"
    begin, end = text.find(start), text.rfind(start)
    if begin >= 0:
        yield from text[begin + 1 : text.find("\n", end + 1)].split("\n")
    for offset, piece in pieces(form):
        yield from _lines_with(text, piece, range(offset - reach(form), offset + reach(form) + 1))


def _lines_with(text: str, piece: str, offsets: range) -> Iterator[str]:
    """Yield the lines of a block that hold a piece at one of some character offsets."""
    at = text.find(piece)
    while at >= 0:
        begin = text.rfind("\n", 0, at) + 1
        if at - begin in offsets:
            yield text[begin : text.find("\n", at)]
        at = text.find(piece, at + 1)
