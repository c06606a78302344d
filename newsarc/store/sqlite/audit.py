"""Checks an archive's file for faults."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import astuple

from newsarc.analysis import Indexed, Splitter, index, version
from newsarc.meaning.text import written
from newsarc.store.sqlite.articles.columns import COLUMNS, read_article
from newsarc.store.sqlite.articles.deflate import inflated
from newsarc.store.sqlite.articles.documents import unpack
from newsarc.store.sqlite.articles.sentences import Units, units
from newsarc.store.sqlite.file import settings
from newsarc.store.sqlite.words.forms import attach_vocabulary, lists_all_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from sqlite3 import Connection

_REINDEX = "run: newsarc reindex"
_RESTORE = "restore the file from a copy, or ingest the files again into a new archive"


def faults(connection: Connection) -> Iterator[str]:
    """Yield what is wrong with the file, a sentence each with its remedy.

    The check reads everything: SQLite's own structure, each article and document, and each word
    of the index, which is compared with the articles analysed again.
    """
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        yield f"the file is damaged ({verdict}); {_RESTORE}"
        return
    if settings.analysis(connection) != version():
        yield f"the index was made by another version of the word analysis; {_REINDEX}"
        return
    yield from _row_faults(connection)
    yield from _document_faults(connection)
    if not _is_index_of_articles(connection):
        yield f"the index holds other words than the articles; {_REINDEX}"
    elif not lists_all_forms(connection):
        yield f"words of the index are not in the list that patterns are looked up in; {_REINDEX}"


def _is_index_of_articles(connection: Connection) -> bool:
    """Return whether the index holds exactly the words of the articles.

    True also if a text cannot be read, which is reported as another fault.
    """
    try:
        return _indexed_words(connection) == _article_words(connection)
    except ValueError:
        return True


def _row_faults(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each table with rows that have no counterpart in another one."""
    without = "SELECT count(*) FROM {} WHERE {} NOT IN (SELECT {} FROM {})"
    checks = {
        ("article", "row", "id", "words_docsize"): f"articles are not in the index; {_REINDEX}",
        ("words_docsize", "id", "row", "article"): f"index rows have no article; {_REINDEX}",
        ("origin", "row", "row", "article"): f"origins have no article; {_RESTORE}",
        ("article", "row", "row", "text"): f"articles have lost their text; {_RESTORE}",
        ("text", "row", "row", "article"): f"texts have no article; {_RESTORE}",
        ("unit", "row", "row", "article"): f"sentences have no article; {_REINDEX}",
    }
    for names, sentence in checks.items():
        (number,) = connection.execute(without.format(*names)).fetchone()
        if number:
            yield f"{number} {sentence}"


def _document_faults(connection: Connection) -> Iterator[str]:
    """Yield the worst fault among the stored documents, fields and sentences, if there is one."""
    unreadable, lost, misdivided = _broken_articles(connection)
    if lost:
        yield f"{lost} articles have lost the text they were read from; {_RESTORE}"
    elif unreadable:
        yield f"{unreadable} articles have unreadable fields; {_REINDEX}"
    elif misdivided:
        yield f"{misdivided} articles have other sentences than are kept; {_REINDEX}"


def _broken_articles(connection: Connection) -> tuple[int, int, int]:
    """Count the articles with unreadable fields, without their document, with wrong sentences."""
    unreadable = lost = misdivided = 0
    columns = ", ".join(f"a.{column}" for column in COLUMNS)
    sql = f"""
        SELECT t.document, t.body, u.sentences, u.paragraphs, {columns}
        FROM article a JOIN text t ON t.row = a.row LEFT JOIN unit u ON u.row = a.row
    """
    for document, body, sentences, paragraphs, *values in connection.execute(sql):
        unreadable += not _succeeds(read_article, values, body, ())
        lost += not _succeeds(unpack, document, body)
        kept = None if sentences is None else Units(sentences, paragraphs)
        misdivided += not _succeeds(_demand_units, kept, values, body)
    return unreadable, lost, misdivided


def _demand_units(kept: Units | None, values: Sequence[Any], body: bytes) -> None:
    """Raise ValueError if units are kept and are not those of the article's text."""
    known = dict(zip(COLUMNS, values, strict=True))
    text = written(known["title"], known["kicker"], known["place"], inflated(body))[-1]
    if kept not in {None, units(text)}:
        raise ValueError(known["id"])


def _succeeds(function: Callable[..., object], *arguments: object) -> bool:
    """Return whether a call raises no ValueError."""
    try:
        function(*arguments)
    except ValueError:
        return False
    return True


def _indexed_words(connection: Connection) -> Counter[tuple[str, str]]:
    """Return how often each word stands in each column of the index."""
    attach_vocabulary(connection)
    rows = connection.execute("SELECT col, term, cnt FROM temp.vocabulary")
    return Counter({(column, term): count for column, term, count in rows})


def _article_words(connection: Connection) -> Counter[tuple[str, str]]:
    """Return how often each word of the articles should stand in each column of the index."""
    counts: Counter[tuple[str, str]] = Counter()
    splitter = Splitter(partial(settings.zipf, connection))
    sql = """
        SELECT a.title, a.kicker, a.place, t.body, a.language
        FROM article a JOIN text t ON t.row = a.row
    """
    for title, kicker, place, body, language in connection.execute(sql):
        found = index(title, kicker, place, inflated(body), language, splitter=splitter)
        for column, words in zip(Indexed.__struct_fields__, astuple(found), strict=True):
            counts.update((column, word) for word in words.split(" ") if word)
    return counts
