"""A store in memory, which compares every article with the query: the contract made plain."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from itertools import product
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsarc.analysis.spelling import suggest
from newsarc.errors import Ambiguous, Conflict
from newsarc.meaning.marks import Marker, counted_nodes
from newsarc.meaning.meaning import Understanding
from newsarc.meaning.oracle import matches
from newsarc.meaning.outline import outline_words
from newsarc.meaning.text import analysed, written
from newsarc.query import nodes
from newsarc.records.kept import Hit, Origin
from newsarc.store.facets import values
from newsarc.store.kinds import (
    Counted,
    DocumentFrequencies,
    Found,
    Kept,
    Known,
    KnownFile,
    Limits,
    Promises,
    digest_of,
    instants,
    sighting_of,
)
from newsarc.store.memory.named import named
from newsarc.store.memory.ranking import scores
from newsarc.store.memory.words import MemoryVocabulary, document_counts
from newsarc.store.names import not_found, place_values
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from newsarc.analysis.spelling import Suggestion
    from newsarc.meaning.text import Text
    from newsarc.records.kept import Article, Facet, Sort
    from newsarc.records.read import Document
    from newsarc.store.kinds import Batch, Entry, FileStamp, Key, Parcel


class MemoryStore:
    """A store that forgets. It keeps the contract of `newsarc.store.contract.Store`."""

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008 (it is frozen)
        """Begin without an article."""
        self.limits = limits
        self.promises = Promises(local=False)
        self._entries: dict[str, Entry] = {}
        # For each origin the id of its article, and the fingerprint of the document.
        self._origins: dict[Origin, tuple[str, str]] = {}
        self._files: dict[str, FileStamp] = {}
        self._understanding: Understanding | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """None."""
        return ()

    def snapshot(self) -> AbstractContextManager[object]:
        """Do nothing: nobody else writes to this memory."""
        return nullcontext()

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Return for each key what is kept under it already."""
        kept = {name: self._kept(name) for name in self._entries}
        by_text: dict[str, list[Kept]] = {}
        for _, one in sorted(kept.items()):
            if not one.claimed:
                by_text.setdefault(one.digest, []).append(one)
        found = {}
        for key in keys:
            owner, _ = self._origins.get(key.origin, ("", ""))
            same = tuple(by_text.get(key.digest, ()))
            found[key] = Known(kept.get(key.id), same, kept.get(owner))
        return found

    def _kept(self, name: str) -> Kept:
        entry = self._entries[name]
        origins = {o: seen for o, (owner, seen) in self._origins.items() if owner == name}
        digest = entry.article.digest
        return Kept(name, digest, entry.fingerprint, entry.claimed, origins, entry.source)

    @property
    def pack(self) -> Callable[[Entry], Entry]:
        """Keeps an entry as it is."""
        return _as_it_is

    def keep(self, batch: Batch) -> None:
        """Keep the articles, origins and files of a batch, all or nothing."""
        given = {entry.article.id: entry for parcel in batch.parcels for entry in parcel.rows}
        if not self._entries.keys().isdisjoint(batch.new):
            raise Conflict("memory:", "an article was added meanwhile")
        if not self._entries.keys() | given.keys() >= set(batch.kept):
            raise Conflict("memory:", "an article was removed meanwhile")
        places = [*map(sighting_of, given.values()), *batch.sightings]
        self._write(batch.parcels)
        self._origins.update((place.origin, (place.id, place.fingerprint)) for place in places)
        for origin in batch.gone:
            self._origins.pop(origin, None)
        self._files.update((file.path, file) for file in batch.files)

    def _write(self, parcels: Iterable[Parcel]) -> None:
        """Write entries, all of them or none; an article keeps the moment it was first added."""
        written: dict[str, Entry] = {}
        for parcel in parcels:
            written |= {entry.article.id: self._with_first_moment(entry) for entry in parcel.rows}
        self._entries |= written
        self._understanding = None

    def _with_first_moment(self, entry: Entry) -> Entry:
        before = self._entries.get(entry.article.id, entry)
        return replace(entry, article=replace(entry.article, added=before.article.added))

    def known_files(self, files: Sequence[FileStamp]) -> Mapping[FileStamp, KnownFile]:
        """Return what is known of the files that have the same path and stamp."""
        noted = {file: self._files.get(file.path) for file in files}
        return {
            file: KnownFile(known, self._owned(file.path))
            for file, known in noted.items()
            if known is not None and known.stamp == file.stamp
        }

    def _owned(self, path: str) -> tuple[tuple[Origin, str], ...]:
        found = [(o, owner) for o, (owner, _) in self._origins.items() if o.path == path]
        return tuple(sorted(found, key=lambda pair: place_values(pair[0])))

    def places(self, path: str, member: str | None = None) -> Iterable[Origin]:
        """Return each line or offset of a file, or of a member of it, where an article stands."""
        whole = Origin(path, member=member)
        found = (origin for origin, _ in self._owned(path))
        return [origin for origin in found if origin.member == member and origin != whole]

    def members(self, path: str) -> Iterable[Origin]:
        """Return each member of a file where an article stands, in order."""
        found = {origin.member for origin, _ in self._owned(path)}
        return [Origin(path, member=member) for member in sorted(filter(None, found))]

    def get(self, id: str) -> Article:  # noqa: A002
        """Return an article by its id, the beginning of its id, its external id, URL or path."""
        if id.lower() in self._entries:
            return self._article(id.lower())
        names = named(id, self._entries, self._origins)
        if not names:
            raise not_found(id)
        if len(names) > 1:
            raise Ambiguous(id, sorted(names))
        return self._article(names.pop())

    def _article(self, name: str) -> Article:
        origins = sorted(
            (origin for origin, (owner, _) in self._origins.items() if owner == name),
            key=place_values,
        )
        return replace(self._entries[name].article, origins=tuple(origins))

    def find(self, query: nodes.Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles."""
        meaning = self.understanding().of(query)
        found = sorted(self._matching(query), key=lambda article: article.id)
        if sort == "relevance" and nodes.sought(query):
            scored = scores(query, self._texts(), meaning)
            hits = [Hit(article, scored[article.id]) for article in found]
            hits.sort(key=lambda hit: -(hit.score or 0.0))
        else:
            order: Sort = "newest" if sort == "relevance" else sort
            key = _ORDERS[order]
            found.sort(key=lambda one: key(self._entries[one.id]), reverse=order == "added")
            hits = [Hit(article) for article in found]
        return Found(len(hits), tuple(hits[offset : offset + limit]), meaning.notes)

    def _texts(self) -> dict[str, Text]:
        return {name: analysed(e.article, e.indexed) for name, e in self._entries.items()}

    def _matching(self, query: nodes.Node) -> list[Article]:
        meaning = self.understanding().of(query)
        texts = self._texts()
        articles = map(self._article, self._entries)
        return [one for one in articles if matches(query, one, texts[one.id], meaning)]

    def stream(self, query: nodes.Node, *, sort: Sort) -> Generator[Article]:
        """Yield all articles of a query."""
        order: Sort = "newest" if sort == "relevance" else sort
        found = self.find(query, sort=order, limit=len(self._entries))
        yield from (hit.article for hit in found.hits)

    def digest(self) -> str:
        """Return a hash of the ids and digests of all articles."""
        articles = (self._entries[name].article for name in sorted(self._entries))
        return digest_of((article.id, article.digest) for article in articles)

    def count(self, query: nodes.Node) -> Counted:
        """Count the articles of a query and its occurrences in them."""
        understanding = self.understanding()
        meaning, found = understanding.of(query), self._matching(query)
        marker = Marker(counted_nodes(query, meaning.languages), meaning, understanding.splitter)
        fields = ((written(a.title, a.kicker, a.place, a.body), a.language) for a in found)
        marks = (mark for one, language in fields for mark in marker.marks(one, language))
        return Counted(len(found), sum(map(len, marks)), meaning.notes)

    def explain(self, query: nodes.Node, *, sort: Sort = "relevance") -> Mapping[str, str]:  # noqa: ARG002
        """Return how a query is answered: always in the same way."""
        words = outline_words(query, self.understanding().of(query))
        return {"words": words, "plan": "every article is compared with the query"}

    def understanding(self) -> Understanding:
        """Return what words mean in the archive, until something is written."""
        if self._understanding is None:
            vocabulary = MemoryVocabulary(self._entries.values())
            self._understanding = Understanding(vocabulary, self.languages)
        return self._understanding

    def document_frequencies(
        self,
        words: Sequence[nodes.Sought],
        *,
        most: int,  # noqa: ARG002
    ) -> DocumentFrequencies:
        """Count the articles that hold each of some words."""
        by_word = {word: len(self._matching(word)) for word in words}
        return DocumentFrequencies(by_word, len(self._entries))

    def tally(self, query: nodes.Node, *by: Facet) -> Mapping[tuple[str | None, ...], int]:
        """Count the articles of a query by the values of some facets."""
        texts = self._texts()
        return Counter(
            combined
            for one in self._matching(query)
            for combined in product(*(values(one, facet, texts[one.id].length) for facet in by))
        )

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words that a form may be a misspelling of."""
        return tuple(suggest(form, document_counts(self._entries.values()).items(), limit))

    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages of the articles, in order."""
        found = {entry.article.language for entry in self._entries.values()}
        return tuple(sorted(code for code in found if code is not None))

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget an article, its words and its origins."""
        name = self.get(id).id
        del self._entries[name]
        for origin in [o for o, (owner, _) in self._origins.items() if owner == name]:
            del self._origins[origin]
            self._files.pop(origin.path, None)
        self._understanding = None

    def read_document(self, id: str) -> Document | None:  # noqa: A002
        """Return the document that the article of a full id was last made of, or None."""
        entry = self._entries.get(id)
        return None if entry is None else entry.document

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield the id of every article with the document that it was last read from."""
        yield from [(name, entry.document) for name, entry in self._entries.items()]

    def rebuild(self, parcels: Iterable[Parcel]) -> None:
        """Replace what is asserted of all articles, all or nothing."""
        self._write(parcels)

    def merge(self) -> Iterator[float]:
        """Do nothing: there is no index."""
        return iter(())

    def check(self, progress: Callable[[float], object] = lambda _: None) -> tuple[str, ...]:
        """Find nothing wrong: there is no file that could be."""
        progress(1.0)
        return ()

    def close(self) -> None:
        """Do nothing: there is no file to let go of."""


def _as_it_is(entry: Entry) -> Entry:
    return entry


def _newest(entry: Entry) -> tuple[bool, int, int]:
    undated, first, last = _oldest(entry)
    return undated, -first, last


def _oldest(entry: Entry) -> tuple[bool, int, int]:
    return (entry.article.published is None, *(instants(entry) or (0, 0)))


def _by_label(label: str | None) -> tuple[bool, str]:
    return (True, "") if label is None else (False, fold_label(label))


_ORDERS: dict[Sort, Callable[[Entry], Any]] = {
    "newest": _newest,
    "oldest": _oldest,
    "added": lambda entry: entry.article.added or "",
    "title": lambda entry: _by_label(entry.article.title),
    "source": lambda entry: _by_label(entry.article.source),
}
