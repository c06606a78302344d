"""The archive as one SQLite file, searched through FTS5: how it keeps the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsarc.query import nodes
from newsarc.records.kept import Hit, Origin
from newsarc.store.kinds import (
    Counted,
    DocumentFrequencies,
    Found,
    Known,
    KnownFile,
    Limits,
    Promises,
    digest_of,
)
from newsarc.store.sqlite import upkeep
from newsarc.store.sqlite.answers import hits as matched
from newsarc.store.sqlite.answers import pages
from newsarc.store.sqlite.answers.tiers import Question, lightened, tiered_page, tiers
from newsarc.store.sqlite.answers.verdicts import judge
from newsarc.store.sqlite.archive import ArchiveFile
from newsarc.store.sqlite.articles import lookup, places
from newsarc.store.sqlite.file import driver
from newsarc.store.sqlite.plan.match import Matcher
from newsarc.store.sqlite.plan.plan import plan

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from sqlite3 import Connection

    from newsarc.analysis.spelling import Suggestion
    from newsarc.meaning.meaning import Meaning, Understanding
    from newsarc.records.kept import Article, Facet, Sort
    from newsarc.records.read import Document
    from newsarc.store.kinds import Batch, Entry, FileStamp, Key, Parcel
    from newsarc.store.sqlite.articles.row import Row

T = TypeVar("T")

# Rows that are read at once where there may be millions.
_PAGE = 500


class SqliteStore:
    """A store in one file. It keeps the contract of `newsarc.store.contract.Store`.

    Nothing is opened before it is needed. Reading changes no article; it only brings a file of an
    older newsarc up to date. While something is written, a write-ahead log lies beside the file;
    `close` folds it in.
    """

    def __init__(self, path: str, limits: Limits = Limits()) -> None:  # noqa: B008 (it is frozen)
        """Name the file, which need not exist yet.

        Raises NotAnArchive if there is something else at this path.
        """
        self.path = path
        self.limits = limits
        self.promises = Promises()
        self._archive = ArchiveFile(path)

    @property
    def files(self) -> tuple[str, ...]:
        """The file, and those that SQLite may put beside it."""
        return tuple(f"{self.path}{ending}" for ending in ("", "-wal", "-shm", "-journal"))

    def snapshot(self) -> AbstractContextManager[object]:
        """Answer all questions from one state; opening one for each costs more than most do."""
        return self._archive.snapshot()

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Return for each key what is kept under it already."""
        keys = tuple(keys)
        if not self._archive.has_content:
            return dict.fromkeys(keys, Known())
        with self._archive.snapshot() as connection:
            return lookup.known(connection, keys)

    @property
    def pack(self) -> Callable[[Entry], Row]:
        """Writes an entry as the rows that the file takes."""
        from newsarc.store.sqlite.articles.row import pack

        return pack

    def keep(self, batch: Batch) -> None:
        """Keep the articles, origins and files of a batch, all or nothing."""
        with driver.translated(self.path):
            self._archive.writer().keep(batch)

    def known_files(self, files: Sequence[FileStamp]) -> Mapping[FileStamp, KnownFile]:
        """Return what is known of the files that have the same path and stamp."""
        if not (files and self._archive.has_content):
            return {}
        with self._archive.snapshot() as connection:
            known = lookup.known_files(connection, files)
        return {
            asked: KnownFile(noted, self._pages(places.places, (Origin(asked.path), "")))
            if one is None
            else KnownFile(noted, [one])
            for asked, noted, one in known
        }

    def places(self, path: str, member: str | None = None) -> Iterator[Origin]:
        """Yield each line or offset of a file, or of a member of it, where an article stands."""
        return self._pages(places.numbers, Origin(path, member=member))

    def members(self, path: str) -> Iterator[Origin]:
        """Yield each member of a file where an article stands, in order."""
        return self._pages(places.members, Origin(path))

    def _pages(self, page: Callable[[Connection, T, int], list[T]], behind: T) -> Iterator[T]:
        """Yield what stands in a file, a page at a time; without an archive nothing does."""
        while self._archive.has_content:
            with self._archive.snapshot() as connection:
                found = page(connection, behind, _PAGE)
            if not found:
                return
            yield from found
            behind = found[-1]

    def get(self, id: str) -> Article:  # noqa: A002
        """Return an article by its id, the beginning of its id, its external id, URL or path."""
        with self._archive.snapshot() as connection:
            return lookup.articles(connection, [lookup.row_of(connection, id)])[0]

    def find(self, query: nodes.Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles."""
        wanted = pages.Slice(limit, offset)
        with self._archive.snapshot() as connection:
            question = self._understood(connection, query)
            planned = plan(query, question.meaning)
            hits = matched.find_hits(connection, query, planned, self.limits.weighed)
            if planned.is_match:
                self._archive.note_total(planned.match, hits.total)
            weighs = sort == "relevance" and planned.ranked is not None
            if weighs and hits.total > self.limits.weighed:
                rows = tiered_page(connection, question, hits, self.limits, wanted)
            else:
                if weighs:
                    frequency = self._archive.document_frequency
                    planned = lightened(connection, planned, question, self.limits, frequency)
                rows = pages.page(connection, planned, hits.rows, sort, wanted)
            articles = lookup.articles(connection, [row for row, _ in rows])
        scores = (None if score is None else -score for _, score in rows)
        found = (Hit(article, score) for article, score in zip(articles, scores, strict=True))
        return Found(hits.total, tuple(found), question.meaning.notes)

    def stream(self, query: nodes.Node, *, sort: Sort) -> Generator[Article]:
        """Yield all articles of a query, a page at a time."""
        with self._archive.snapshot() as connection:
            planned = plan(query, self._understood(connection, query).meaning)
            rows = pages.all_rows(connection, planned, matched.chosen(planned), sort)
            for start in range(0, len(rows), _PAGE):
                yield from lookup.articles(connection, rows[start : start + _PAGE].tolist())

    def digest(self) -> str:
        """Return a hash of the ids and digests of all articles."""
        with self._archive.snapshot() as connection:
            return digest_of(connection.execute("SELECT id, digest FROM article ORDER BY id"))

    def understanding(self) -> Understanding:
        """Return what words mean in the archive, until somebody writes to it."""
        with self._archive.snapshot() as connection:
            return self._archive.understanding(connection, self.languages)

    def _understood(self, connection: Connection, query: nodes.Node) -> Question:
        """Look up what the words of a query mean, and answer what FTS5 cannot."""
        meaning = self._meaning(query)
        judge(connection, query, meaning)
        return Question(query, meaning)

    def _meaning(self, query: nodes.Node) -> Meaning:
        """Return what the words of a query mean. Raises NeedsReindex if it asks the index."""
        if any(map(_asks_index, nodes.walk(query))):
            self._archive.demand_analysis()
        return self.understanding().of(query)

    def document_frequencies(
        self, words: Sequence[nodes.Sought], *, most: int
    ) -> DocumentFrequencies:
        """Count the articles that hold each of some words: exactly up to `most`."""
        with self._archive.snapshot() as connection:
            matcher = Matcher(self._meaning(nodes.conjunction(tuple(words))))
            matches = {word: matcher.exact(word) for word in words}
            frequency = self._archive.document_frequency
            by_word = {word: frequency(connection, text, most) for word, text in matches.items()}
            return DocumentFrequencies(by_word, matched.articles(connection))

    def count(self, query: nodes.Node) -> Counted:
        """Count the articles of a query and its occurrences in them."""
        from newsarc.store.sqlite.answers.count import count

        with self._archive.snapshot() as connection:
            meaning = self._understood(connection, query).meaning
            splitter = self.understanding().splitter
            articles, occurrences = count(connection, query, meaning, splitter)
            return Counted(articles, occurrences, meaning.notes)

    def explain(self, query: nodes.Node, *, sort: Sort = "relevance") -> Mapping[str, str]:
        """Return how a query is answered: what FTS5 ranks, and the SQL that picks the hits."""
        from newsarc.meaning.outline import outline_words

        with self._archive.snapshot() as connection:
            question = self._understood(connection, query)
            planned = plan(query, question.meaning)
            steps: tuple[nodes.Node, ...] = ()
            if sort == "relevance" and planned.ranked is not None:
                hits = matched.find_hits(connection, query, planned, self.limits.weighed)
                planned = lightened(connection, planned, question, self.limits)
                steps = tiers(question, hits, self.limits)
        statement = pages.statement(planned, matched.chosen(planned), sort)
        return {
            "words": outline_words(query, question.meaning),
            **({"tiers": "\n".join(map(str, steps))} if len(steps) > 1 else {}),
            "match": planned.ranked_text,
            "sql": " ".join(statement.sql.split()),
            "parameters": repr(statement.parameters),
        }

    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages of the articles, in order."""
        with self._archive.snapshot() as connection:
            return lookup.languages(connection)

    def tally(self, query: nodes.Node, *by: Facet) -> Mapping[tuple[str | None, ...], int]:
        """Count the articles of a query by the values of some facets."""
        from newsarc.store.sqlite.answers.tally import tally

        with self._archive.snapshot() as connection:
            if "length" in by:  # the index has it
                self._archive.demand_analysis()
            meaning = self._understood(connection, query).meaning
            return tally(connection, query, plan(query, meaning), by)

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget an article, its words and its origins."""
        article = self.get(id)
        with driver.translated(self.path):
            self._archive.writer().remove(article.id)

    def read_document(self, id: str) -> Document | None:  # noqa: A002
        """Return the document that the article of a full id was last made of, or None."""
        from newsarc.store.sqlite.articles.documents import read_document

        if not self._archive.has_content:
            return None
        with self._archive.snapshot() as connection:
            return read_document(connection, self.path, id)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield the id of every article with the document that it was last read from."""
        from newsarc.store.sqlite.articles.documents import documents

        last = 0
        while True:
            with self._archive.snapshot() as connection:
                found = documents(connection, self.path, last, _PAGE)
            if not found:
                return
            last = found[-1][0]
            yield from ((name, document) for _, name, document in found)

    def rebuild(self, parcels: Iterable[Parcel]) -> None:
        """Replace what is asserted of all articles and the whole index."""
        from newsarc.store.sqlite.words import excerpt

        with self._archive.snapshot():
            self._archive.writer().rebuild(parcels)
            excerpt.forget(self._archive.writer().connection)

    def merge(self) -> Iterator[float]:
        """Finish what a run leaves undone, as far as it is worth its time.

        Indexes that a large load left out are made, many segments are merged, and many new words
        are counted.
        """
        return upkeep.merge(self._archive)

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words of the archive that a form may be a misspelling of."""
        from newsarc.store.sqlite.words import excerpt

        with self._archive.snapshot() as connection:
            self._archive.demand_analysis()
            return tuple(excerpt.similar(connection, form, limit))

    def check(self, progress: Callable[[float], object] = lambda _: None) -> tuple[str, ...]:
        """Return what is wrong with the archive, a sentence each with its remedy."""
        from newsarc.store.sqlite.audit.faults import faults

        return self._archive.read_freely(lambda connection: tuple(faults(connection, progress)))

    def close(self) -> None:
        """Let go of the file, which is a single one again."""
        self._archive.close()


def _asks_index(node: nodes.Node) -> bool:
    words = nodes.placed(node) and node != nodes.Phrase(())
    return isinstance(node, nodes.Length) or words
