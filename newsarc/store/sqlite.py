"""The archive as one SQLite file, searched through FTS5: the reading side, and the two doors."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from functools import cache, partial
from typing import TYPE_CHECKING

from newsarc.analysis import Splitter
from newsarc.errors import Ambiguous, Damaged, NoArchive, NotFound, StoreError
from newsarc.query import Length, Phrase, conjunction, placed, walk
from newsarc.records.kept import Hit, Origin
from newsarc.store import driver, pages, setting
from newsarc.store.base import (
    SHORTEST_PREFIX,
    Counted,
    FileStamp,
    Found,
    Holding,
    Kept,
    Known,
)
from newsarc.store.compounds import compounds
from newsarc.store.judge import Judge
from newsarc.store.match import exact
from newsarc.store.patterns import expand
from newsarc.store.places import Meaning
from newsarc.store.plan import plan
from newsarc.store.rows import COLUMNS, UnreadableRow, read_article
from newsarc.store.vocabulary import Vocabulary
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection

    from newsarc.analysis.spelling import Suggestion
    from newsarc.query import Node, Sought
    from newsarc.records.kept import Article, Facet, Sort
    from newsarc.records.read import Document
    from newsarc.store.base import Entry, Key, Parcel, Sighting
    from newsarc.store.packing import Row
    from newsarc.store.plan import Plan
    from newsarc.store.writer import Writer

_ARTICLE = ", ".join(f"a.{column}" for column in COLUMNS)
_FACETS: dict[Facet, str] = {
    "year": "substr(a.published, 1, 4)",
    "source": "a.source",
    "language": "a.language",
}
# The smallest language greater than the last, again and again: a step for each language
# of the archive, where DISTINCT reads the whole index.
_LANGUAGES = """
    WITH RECURSIVE step(code) AS (
        SELECT min(language) FROM article
        UNION ALL
        SELECT (SELECT min(language) FROM article WHERE language > code) FROM step
        WHERE code IS NOT NULL
    )
    SELECT code FROM step WHERE code IS NOT NULL
"""
_PAGE = 500


class SqliteStore:
    """A store in one file. It keeps the contract of `newsarc.store.base.Store`.

    Nothing is opened before it is needed. Reading writes no article; it only brings a file
    of an older newsarc up to date. While something is written, the file has a write-ahead
    log beside it, which `close` folds in again.
    """

    def __init__(self, path: str) -> None:
        """Take the place of the file, which need not exist yet.

        Raises NotAnArchive for anything there that is not ours.
        """
        self.path = path
        self._connection: Connection | None = None
        self._writing: Writer | None = None
        self._judge = Judge()
        if os.path.exists(path):
            driver.examine(path)

    @property
    def files(self) -> tuple[str, ...]:
        """The file, and those that SQLite may put beside it."""
        return tuple(f"{self.path}{ending}" for ending in ("", "-wal", "-shm", "-journal"))

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Tell what is kept already under each of some keys."""
        keys = tuple(keys)
        if not _has_content(self.path):
            return dict.fromkeys(keys, Known(None, None, None))
        with self._reading() as connection:
            by_id = _kept(connection, "a.id", [key.id for key in keys])
            by_text = _kept(connection, "NOT a.claimed AND a.digest", [key.digest for key in keys])
            owners = _single_origins(connection, [key.origin.path for key in keys])
            by_owner = _kept(connection, "NOT a.claimed AND a.id", list(owners.values()))
        return {
            key: Known(
                by_id.get(key.id),
                by_text.get(key.digest),
                None if key.origin.line else by_owner.get(owners.get(key.origin.path, "")),
            )
            for key in keys
        }

    def add(
        self,
        entries: Sequence[Entry],
        sightings: Sequence[Sighting] = (),
        *,
        new: Collection[str] = (),
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles, all or none of them."""
        from newsarc.store.packing import Packer

        self.keep([Packer(self.row).pack(entries)], sightings, new=new, files=files)

    @property
    def row(self) -> Callable[[Entry], Row]:
        """What writes an entry down as the file takes it."""
        from newsarc.store.packing import row

        return row

    def keep(
        self,
        parcels: Sequence[Parcel],
        sightings: Sequence[Sighting] = (),
        *,
        new: Collection[str] = (),
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles from parcels, all or none of them."""
        with driver.translated(self.path):
            self._writer().keep(parcels, sightings, new, files)

    def known_files(
        self, files: Sequence[FileStamp]
    ) -> Mapping[FileStamp, Iterable[tuple[Origin, str]]]:
        """Give, for those files whose stamp is known, each origin in it with the article's id."""
        if not (files and _has_content(self.path)):
            return {}
        sql = """
            SELECT f.path, f.stamp, a.id FROM json_each(?) v CROSS JOIN file f ON f.path = v.value
            LEFT JOIN origin o ON o.path = f.path AND o.line = 0
            LEFT JOIN article a ON a.row = o.row
        """
        paths = json.dumps([file.path for file in files])
        with self._reading() as connection:
            known = {
                FileStamp(path, stamp): self._lines(path)
                if name is None
                else [(Origin(path), name)]
                for path, stamp, name in connection.execute(sql, (paths,))
            }
        return {file: known[file] for file in files if file in known}

    def _lines(self, path: str) -> Iterator[tuple[Origin, str]]:
        """Give the lines of a file, each with the id of its article."""
        sql = """
            SELECT o.line, a.id FROM origin o JOIN article a ON a.row = o.row
            WHERE o.path = ? AND o.line > ? ORDER BY o.line LIMIT ?
        """
        last = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(sql, (path, last, _PAGE)).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield from ((Origin(path, line), name) for line, name in rows)

    def get(self, id: str) -> Article:  # noqa: A002
        """Give the article of an id, of a unique prefix, or of an origin's path."""
        with self._reading() as connection:
            rows = _named(connection, id)
            if not rows:
                raise NotFound(id)
            if len(rows) > 1:
                raise Ambiguous(id, [name for _, name in rows])
            return _articles(connection, [rows[0][0]])[0]

    def find(self, query: Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles."""
        with self._reading() as connection:
            planned, notes = self._planned(connection, query)
            total = pages.count(connection, planned)
            rows = pages.page(connection, planned, sort, limit, offset)
            articles = _articles(connection, [row for row, _ in rows])
        scores = (None if score is None else -score for _, score in rows)
        hits = (Hit(article, score) for article, score in zip(articles, scores, strict=True))
        return Found(total, tuple(hits), notes)

    def holding(self, words: Sequence[Sought], *, most: int) -> Holding:
        """Count the articles that hold each of some words: exactly up to `most`."""
        with self._reading() as connection:
            meaning, _ = self._meaning(connection, words)
            found = ((word, exact(word, meaning)) for word in words)
            holding = {word: pages.holding(connection, match, most) for word, match in found}
            return Holding(holding, pages.articles(connection))

    def _planned(self, connection: Connection, query: Node) -> tuple[Plan, tuple[str, ...]]:
        """Plan a query, with notes on what its words stand for. Raises NeedsReindex."""
        meaning, notes = self._understood(connection, query)
        return plan(query, meaning), notes

    def _understood(self, connection: Connection, query: Node) -> tuple[Meaning, tuple[str, ...]]:
        """Look up what the words of a query mean, and have the judge hear it."""
        meaning, notes = self._meaning(connection, (query,))
        self._judge.hear(connection, query, meaning)
        return meaning, notes

    def _meaning(
        self, connection: Connection, queries: Sequence[Node]
    ) -> tuple[Meaning, tuple[str, ...]]:
        """Give what the words of some queries mean here, with notes. Raises NeedsReindex."""
        if any(_asks_index(node) for query in queries for node in walk(query)):
            setting.demand_analysis(connection, self.path)
        whole = conjunction(tuple(queries))
        expansion = expand(whole, Vocabulary(connection))
        languages = self.languages()
        splitter = Splitter(cache(partial(setting.frequency, connection)))
        known = compounds(whole, languages, splitter)
        return Meaning(languages, expansion.forms, known), expansion.notes

    def count(self, query: Node) -> Counted:
        """Count the articles of a query and its occurrences in them."""
        from newsarc.store.count import count

        with self._reading() as connection:
            meaning, notes = self._understood(connection, query)
            return Counted(*count(connection, query, meaning), notes)

    def explain(self, query: Node, *, sort: Sort = "relevance") -> Mapping[str, str]:
        """Tell how a query is answered: what FTS5 ranks, and the SQL that picks the hits."""
        from newsarc.store.explained import told_words

        with self._reading() as connection:
            meaning, _ = self._understood(connection, query)
        planned = plan(query, meaning)
        statement = pages.statement(planned, sort)
        return {
            "words": told_words(query, meaning),
            "match": planned.match or "nothing is ranked",
            "sql": " ".join(statement.sql.split()),
            "parameters": repr(statement.parameters),
        }

    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that its articles are in, in order."""
        with self._reading() as connection:
            return tuple(code for (code,) in connection.execute(_LANGUAGES))

    def frequency(self, word: str) -> float | None:
        """Give the frequency of a word in the lexicon, or None."""
        with self._reading() as connection:
            return setting.frequency(connection, word)

    def tally(self, query: Node, by: Facet) -> Mapping[str | None, int]:
        """Count the articles of a query by what they say."""
        with self._reading() as connection:
            planned, _ = self._planned(connection, query)
            condition = planned.condition
            sql = (
                f"SELECT {_FACETS[by]} AS value, count(*) FROM article a"
                f" WHERE {condition.sql} GROUP BY value ORDER BY value"
            )
            return dict(connection.execute(sql, condition.parameters))

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget the article of an id, from records and index."""
        article = self.get(id)
        with driver.translated(self.path):
            self._writer().remove(article.id)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Give the id of every article with the document that it was last read from."""
        sql = "SELECT row, id, document, body FROM article WHERE row > ? ORDER BY row LIMIT ?"
        last = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(sql, (last, _PAGE)).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            for _, name, document, body in rows:
                yield name, self._unpacked(name, document, body)

    def _unpacked(self, name: str, document: bytes, body: str) -> Document:
        from newsarc.store.documents import unpack

        try:
            return unpack(document, body)
        except ValueError as error:
            raise Damaged(self.path, f"is damaged (the text of {name} is lost)") from error

    def rebuild(self, entries: Iterable[Entry | Parcel]) -> None:
        """Replace what is asserted of all articles and the whole index."""
        from newsarc.store import excerpt
        from newsarc.store.packing import parcels

        with self._reading():
            self._writer().rebuild(parcels(entries, self.row))
            excerpt.forget(self._writer().connection)

    def merge(self) -> Iterator[float]:
        """Merge the index where much of it was written through this store."""
        if self._writing is not None:
            with driver.translated(self.path):
                yield from self._writing.merge()

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words of the archive that a folded form may be a misspelling of."""
        from newsarc.store import excerpt

        with self._reading() as connection:
            setting.demand_analysis(connection, self.path)
            return tuple(excerpt.similar(connection, form, limit))

    def check(self) -> tuple[str, ...]:
        """List what is wrong with the archive."""
        from newsarc.store.audit import faults

        # A connection that has seen another one write may take its own view for a fault.
        self._forget_reader()
        with self._reading() as connection:
            return tuple(faults(connection))

    def close(self) -> None:
        """Let go of the file, which is a single one again."""
        self._forget_reader()
        driver.fold_log(self.path)
        if self._writing is not None:
            self._refresh_excerpt(self._writing)
            self._writing.close()
            self._writing = None

    def _refresh_excerpt(self, writer: Writer) -> None:
        from newsarc.store import excerpt

        # Where it cannot be done now, the next one who writes does it.
        with suppress(StoreError), driver.translated(self.path):
            excerpt.refresh(writer.connection)

    def _forget_reader(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Read in one snapshot: what others write meanwhile is not seen."""
        with driver.translated(self.path):
            connection = self._reader()
            if connection.in_transaction:  # within another reading
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            except UnreadableRow as error:
                raise Damaged(self.path, f"is damaged (article {error} is unreadable)") from error
            finally:
                connection.rollback()

    def _reader(self) -> Connection:
        if self._connection is None:
            if not _has_content(self.path):
                raise NoArchive(self.path, "there is no archive here")
            driver.examine(self.path)
            connection = driver.connect(self.path, write=False)
            self._judge.sit(connection)
            try:
                if not setting.demand_known_steps(connection, self.path):
                    self._writer()  # brings it up to date
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _writer(self) -> Writer:
        if self._writing is None:
            from newsarc.store.writer import Writer

            self._writing = Writer(self.path)
        return self._writing


def _asks_index(node: Node) -> bool:
    return isinstance(node, Length) or (placed(node) and node != Phrase(()))


def _has_content(path: str) -> bool:
    return os.path.exists(path) and os.path.getsize(path) > 0


def _kept(connection: Connection, condition: str, values: list[str]) -> dict[str, Kept]:
    """Give what is kept of the articles whose column is one of the values, by that value."""
    sql = f"""
        SELECT v.value, o.path, o.line, o.fingerprint, a.id, a.digest, a.fingerprint, a.claimed
        FROM json_each(?) v CROSS JOIN article a ON {condition} = v.value
        LEFT JOIN origin o ON o.row = a.row
    """
    found: dict[str, Kept] = {}
    for value, path, line, fingerprint, *article in connection.execute(sql, (json.dumps(values),)):
        name, digest, own, claimed = article
        kept = found.setdefault(value, Kept(name, digest, own, bool(claimed), {}))
        if path is not None:
            kept.readings[Origin(path, line or None)] = fingerprint
    return found


def _single_origins(connection: Connection, paths: list[str]) -> dict[str, str]:
    sql = """
        SELECT o.path, a.id FROM json_each(?) v
        CROSS JOIN origin o ON o.path = v.value AND o.line = 0 JOIN article a ON a.row = o.row
    """
    return dict(connection.execute(sql, (json.dumps(paths),)))


def _named(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Find rows and ids by an id's beginning, else by the path of an origin."""
    name = storable(name)
    prefix = name.lower()
    if len(prefix) >= SHORTEST_PREFIX:
        sql = "SELECT row, id FROM article WHERE id >= ? AND id < ? ORDER BY id"
        rows = connection.execute(sql, (prefix, prefix + "g")).fetchall()
        if rows:
            return rows
    path, _, line = name.rpartition(":")
    sql = """
        SELECT DISTINCT a.row, a.id FROM origin o JOIN article a ON a.row = o.row
        WHERE o.path = ? OR (o.path = ? AND o.line = ? AND o.line > 0) ORDER BY a.id
    """
    places = (os.path.abspath(name), os.path.abspath(path), line)
    return connection.execute(sql, places).fetchall()


def _articles(connection: Connection, rows: Sequence[int]) -> list[Article]:
    """Read articles by their rows, in the order of the rows."""
    chosen = json.dumps(list(rows))
    origins: dict[int, list[Origin]] = {}
    sql = """
        SELECT o.row, o.path, o.line FROM json_each(?) v CROSS JOIN origin o ON o.row = v.value
        ORDER BY o.path, o.line
    """
    for row, path, line in connection.execute(sql, (chosen,)):
        origins.setdefault(row, []).append(Origin(path, line or None))
    sql = f"""
        SELECT a.row, {_ARTICLE} FROM json_each(?) v CROSS JOIN article a ON a.row = v.value
        ORDER BY v.key
    """
    found = connection.execute(sql, (chosen,))
    articles = [read_article(values, tuple(origins.get(row, ()))) for row, *values in found]
    if len(articles) < len(rows):
        raise UnreadableRow("of some row")
    return articles
