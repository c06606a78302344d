"""The archive as one SQLite file, searched through FTS5: the reading side, and the two doors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsarc.analysis import Splitter
from newsarc.errors import Ambiguous, Damaged, NotFound, StoreError
from newsarc.query import Length, Or, Phrase, Similar, Term, Wild, conjunction, leaves, placed, walk
from newsarc.records.kept import Hit, Origin
from newsarc.store import driver, lookup, matched, pages, setting
from newsarc.store.base import Counted, FileStamp, Found, Holding, Known
from newsarc.store.compounds import compounds
from newsarc.store.file import ArchiveFile
from newsarc.store.judge import Judge
from newsarc.store.match import exact
from newsarc.store.patterns import expand
from newsarc.store.places import Meaning
from newsarc.store.plan import plan
from newsarc.store.tiers import MOST_WEIGHED, Tiers, lightened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from sqlite3 import Connection

    from newsarc.analysis.spelling import Suggestion
    from newsarc.query import Node, Sought
    from newsarc.records.kept import Article, Facet, Sort
    from newsarc.records.read import Document
    from newsarc.store.base import Entry, Key, Parcel, Sighting
    from newsarc.store.matched import Hits
    from newsarc.store.packing import Row
    from newsarc.store.plan import Plan

_LANGUAGES = f"{lookup.LANGUAGES} SELECT value FROM step WHERE value IS NOT NULL"
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
        self._judge = Judge()
        self._file = ArchiveFile(path, self._judge.sit)

    @property
    def files(self) -> tuple[str, ...]:
        """The file, and those that SQLite may put beside it."""
        return tuple(f"{self.path}{ending}" for ending in ("", "-wal", "-shm", "-journal"))

    def reading(self) -> AbstractContextManager[object]:
        """Read in one snapshot; to take one for each question costs more than most questions."""
        return self._file.reading()

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Tell what is kept already under each of some keys."""
        keys = tuple(keys)
        if not self._file.has_content:
            return dict.fromkeys(keys, Known(None, None, None))
        with self._file.reading() as connection:
            by_id = lookup.kept(connection, "a.id", [key.id for key in keys])
            by_text = lookup.kept(
                connection, "NOT a.claimed AND a.digest", [key.digest for key in keys]
            )
            owners = lookup.single_origins(connection, [key.origin.path for key in keys])
            by_owner = lookup.kept(connection, "NOT a.claimed AND a.id", list(owners.values()))
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
        kept: Collection[str] = (),
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles, all or none of them."""
        from newsarc.store.packing import parcel

        self.keep([parcel(entries, self.row)], sightings, new=new, kept=kept, files=files)

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
        kept: Collection[str] = (),
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles from parcels, all or none of them."""
        with driver.translated(self.path):
            self._file.writer().keep(parcels, sightings, new, kept, files)

    def known_files(
        self, files: Sequence[FileStamp]
    ) -> Mapping[FileStamp, Iterable[tuple[Origin, str]]]:
        """Give, for those files whose stamp is known, each origin in it with the article's id."""
        if not (files and self._file.has_content):
            return {}
        sql = """
            SELECT f.path, f.stamp, a.id FROM json_each(?) v CROSS JOIN file f ON f.path = v.value
            LEFT JOIN origin o ON o.path = f.path AND o.line = 0
            LEFT JOIN article a ON a.row = o.row
        """
        paths = json.dumps([file.path for file in files])
        with self._file.reading() as connection:
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
            with self._file.reading() as connection:
                rows = connection.execute(sql, (path, last, _PAGE)).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield from ((Origin(path, line), name) for line, name in rows)

    def get(self, id: str) -> Article:  # noqa: A002
        """Give the article of an id, of a unique prefix, or of an origin's path."""
        with self._file.reading() as connection:
            rows = lookup.named(connection, id)
            if not rows:
                raise NotFound(id)
            if len(rows) > 1:
                raise Ambiguous(id, [name for _, name in rows])
            return lookup.articles(connection, [rows[0][0]])[0]

    def find(self, query: Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles."""
        with self._file.reading() as connection:
            meaning, notes = self._understood(connection, query)
            planned = plan(query, meaning)
            hits = _hits(connection, query, planned)
            if planned.is_match:
                self._file.total = planned.match, hits.total
            weighs = sort == "relevance" and planned.ranked is not None
            if weighs and hits.total > MOST_WEIGHED:
                rows = Tiers(connection, query, meaning, hits, MOST_WEIGHED).page(limit, offset)
            else:
                if weighs:
                    holding = self._file.holding
                    planned = lightened(connection, planned, query, meaning, numbers=holding)
                rows = pages.page(connection, planned, hits.rows, sort, limit, offset)
            articles = lookup.articles(connection, [row for row, _ in rows])
        scores = (None if score is None else -score for _, score in rows)
        found = (Hit(article, score) for article, score in zip(articles, scores, strict=True))
        return Found(hits.total, tuple(found), notes)

    def holding(self, words: Sequence[Sought], *, most: int) -> Holding:
        """Count the articles that hold each of some words: exactly up to `most`."""
        with self._file.reading() as connection:
            meaning, _ = self._meaning(connection, words)
            found = ((word, exact(word, meaning)) for word in words)
            holding = {word: self._file.holding(connection, match, most) for word, match in found}
            return Holding(holding, matched.articles(connection))

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
        expansion = expand(whole, self._file.vocabulary(connection))
        languages = self.languages()
        splitter = Splitter(self._file.frequency)
        known = compounds(whole, languages, splitter)
        return Meaning(languages, expansion.forms, known), expansion.notes

    def count(self, query: Node) -> Counted:
        """Count the articles of a query and its occurrences in them."""
        from newsarc.store.count import count

        with self._file.reading() as connection:
            meaning, notes = self._understood(connection, query)
            return Counted(*count(connection, query, meaning), notes)

    def explain(self, query: Node, *, sort: Sort = "relevance") -> Mapping[str, str]:
        """Tell how a query is answered: what FTS5 ranks, and the SQL that picks the hits."""
        from newsarc.store.explained import told_match, told_words

        with self._file.reading() as connection:
            meaning, _ = self._understood(connection, query)
            planned = plan(query, meaning)
            tiers: tuple[Node, ...] = ()
            if sort == "relevance" and planned.ranked is not None:
                hits = _hits(connection, query, planned)
                planned = lightened(connection, planned, query, meaning)
                tiers = Tiers(connection, query, meaning, hits, MOST_WEIGHED).queries
        statement = pages.statement(planned, matched.chosen(planned), sort)
        return {
            "words": told_words(query, meaning),
            **({"tiers": "\n".join(map(str, tiers))} if len(tiers) > 1 else {}),
            "match": told_match(planned),
            "sql": " ".join(statement.sql.split()),
            "parameters": repr(statement.parameters),
        }

    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that its articles are in, in order."""
        with self._file.reading() as connection:
            return tuple(code for (code,) in connection.execute(_LANGUAGES))

    def frequency(self, word: str) -> float | None:
        """Give the frequency of a word in the lexicon, or None."""
        return self._file.frequency(word)

    def tally(self, query: Node, by: Facet) -> Mapping[str | None, int]:
        """Count the articles of a query by what they say."""
        from newsarc.store.tally import tally

        with self._file.reading() as connection:
            meaning, _ = self._understood(connection, query)
            return tally(connection, query, plan(query, meaning), by)

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget the article of an id, from records and index."""
        article = self.get(id)
        with driver.translated(self.path):
            self._file.writer().remove(article.id)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Give the id of every article with the document that it was last read from."""
        sql = """
            SELECT a.row, a.id, t.document, t.body
            FROM article a CROSS JOIN text t ON t.row = a.row
            WHERE a.row > ? ORDER BY a.row LIMIT ?
        """
        last = 0
        while True:
            with self._file.reading() as connection:
                rows = connection.execute(sql, (last, _PAGE)).fetchall()
            if not rows:
                return
            if rows[-1][0] <= last:
                raise Damaged(self.path, "is damaged (its articles are out of order)")
            last = rows[-1][0]
            for _, name, document, body in rows:
                yield name, self._unpacked(name, document, body)

    def _unpacked(self, name: str, document: bytes, body: bytes) -> Document:
        from newsarc.store.documents import unpack

        try:
            return unpack(document, body)
        except ValueError as error:
            raise Damaged(self.path, f"is damaged (the text of {name} is lost)") from error

    def rebuild(self, entries: Iterable[Entry | Parcel]) -> None:
        """Replace what is asserted of all articles and the whole index."""
        from newsarc.store import excerpt
        from newsarc.store.packing import parcels

        with self._file.reading():
            self._file.writer().rebuild(parcels(entries, self.row))
            excerpt.forget(self._file.writer().connection)

    def merge(self) -> Iterator[float]:
        """Merge the index and count its words, each where much of it is new."""
        if not self._file.has_content:
            return
        with driver.translated(self.path):
            stages, share = self._to_be_merged(), None
            for done, stage in enumerate(stages):
                for part in stage:
                    share = (done + part) / len(stages)
                    yield share
            if share is not None:
                yield 1.0

    def _to_be_merged(self) -> Sequence[Iterator[float]]:
        """Give what there is to do, each as the share of it that is done."""
        from newsarc.store import excerpt

        with self._file.reading() as connection:
            scattered, fresh = setting.is_scattered(connection), excerpt.is_fresh(connection)
        if fresh and not scattered:
            return ()
        try:
            writer = self._file.writer()
        except StoreError:  # it is not to be written here or now, and nothing was
            return ()
        merging = [writer.merge()] if scattered else []
        return merging if fresh else [*merging, excerpt.refresh(writer.connection)]

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words of the archive that a folded form may be a misspelling of."""
        from newsarc.store import excerpt

        with self._file.reading() as connection:
            setting.demand_analysis(connection, self.path)
            return tuple(excerpt.similar(connection, form, limit))

    def check(self) -> tuple[str, ...]:
        """List what is wrong with the archive."""
        from newsarc.store.audit import faults

        # A connection that has seen another one write may take its own view for a fault.
        self._file.forget_reader()
        with self._file.reading() as connection:
            return tuple(faults(connection))

    def close(self) -> None:
        """Let go of the file, which is a single one again."""
        self._file.close()


def _hits(connection: Connection, query: Node, planned: Plan) -> Hits:
    """Find the articles of a query: of one word, or of one of several, each that FTS5 looks at.

    The forms of a pattern it merges anew for each statement, and all that match are kept.
    """
    nodes = tuple(leaves(query))
    if any(isinstance(node, (Wild, Similar)) for node in nodes):
        return matched.keep_all(connection, planned)
    counted = all(
        isinstance(node, Or) or (isinstance(node, Term) and len(node.words) == 1) for node in nodes
    )
    return matched.gather(connection, planned, MOST_WEIGHED, counted=counted)


def _asks_index(node: Node) -> bool:
    return isinstance(node, Length) or (placed(node) and node != Phrase(()))
