"""What is wrong with an archive's file, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis import version
from newsarc.store.sqlite.audit.articles import examine
from newsarc.store.sqlite.audit.structure import verdict
from newsarc.store.sqlite.audit.words import read_index
from newsarc.store.sqlite.file import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

    from newsarc.store.sqlite.audit.articles import Examined

    Progress = Callable[[float], object]

_REINDEX = "run: newsarc reindex"
_RESTORE = "restore the file from a copy, or ingest the files again into a new archive"

# How long the three stages take for an article, in tenths of a millisecond, and how much longer
# the second one takes for an article without a seal.
_STRUCTURE, _ARTICLES, _WORDS = 1.2, 0.5, 1.6
_UNSEALED = 50.0


def faults(connection: Connection, progress: Progress) -> Iterator[str]:
    """Yield what is wrong with the file, a sentence each with its remedy.

    The check reads everything: SQLite's own structure, each article and document, and each word
    of the index. Articles that are not as they were written are analysed again. `progress` is told
    the share that is done, up to 1.
    """
    structure, articles, words = _stages(connection, progress)
    found = verdict(connection, structure)
    if found != "ok":
        yield f"the file is damaged ({found}); {_RESTORE}"
        return
    if settings.analysis(connection) != version():
        yield f"the index was made by another version of the word analysis; {_REINDEX}"
        return
    yield from _row_faults(connection)
    examined = examine(connection, articles)
    yield from _article_faults(examined)
    yield from _index_faults(connection, examined, words)
    progress(1.0)


def _stages(connection: Connection, progress: Progress) -> list[Progress]:
    """Return what to tell the progress of each stage."""
    sql = "SELECT count(*), (SELECT count(*) FROM seal) FROM article"
    number, sealed = connection.execute(sql).fetchone()
    articles = number * _ARTICLES + max(number - sealed, 0) * _UNSEALED
    weights = (number * _STRUCTURE, articles, number * _WORDS)
    total = sum(weights) or 1.0
    starts = (sum(weights[:stage]) / total for stage in range(len(weights)))
    return [
        _part(progress, start, weight / total)
        for start, weight in zip(starts, weights, strict=True)
    ]


def _part(progress: Progress, start: float, weight: float) -> Progress:
    return lambda share: progress(start + weight * share)


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


def _article_faults(examined: Examined) -> Iterator[str]:
    """Yield the worst fault among the stored documents, fields and sentences, if there is one."""
    found = examined.faults
    if found["lost"]:
        yield f"{found['lost']} articles have lost the text they were read from; {_RESTORE}"
    elif found["unreadable"]:
        yield f"{found['unreadable']} articles have unreadable fields; {_REINDEX}"
    elif found["misdivided"]:
        yield f"{found['misdivided']} articles have other sentences than are kept; {_REINDEX}"


def _index_faults(connection: Connection, examined: Examined, progress: Progress) -> Iterator[str]:
    """Yield a sentence if the index or the list of forms holds other words than the articles.

    If a text cannot be read, its words are unknown, and only the list is compared.
    """
    found = read_index(connection, progress)
    if examined.checksum not in {None, found.checksum}:
        yield f"the index holds other words than the articles; {_REINDEX}"
    elif found.lacks_forms:
        yield f"words of the index are not in the list that patterns are looked up in; {_REINDEX}"
