"""A store in memory: it finds what the oracle says that a query means."""

from __future__ import annotations

import math
import os
from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from msgspec.structs import astuple

from newsarc.analysis import FIELDS, Splitter
from newsarc.analysis.spelling import suggest
from newsarc.dates import END
from newsarc.errors import Ambiguous, Conflict, NotFound
from newsarc.meaning.compounds import compounds
from newsarc.meaning.expansion import expand
from newsarc.meaning.meaning import Meaning
from newsarc.meaning.oracle import matches
from newsarc.meaning.outline import told_words
from newsarc.meaning.places import counted, occurrences, places
from newsarc.meaning.text import analysed
from newsarc.query import fits, sought
from newsarc.records.kept import Hit
from newsarc.store.kinds import (
    SHORTEST_PREFIX,
    Counted,
    Found,
    Holding,
    Kept,
    Known,
    Parcel,
    sighting_of,
)
from newsarc.text import fold_label
from newsarc.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime, timedelta

    from newsarc.analysis.spelling import Suggestion
    from newsarc.meaning.expansion import Expansion
    from newsarc.query import Node, Similar, Sought, Wild
    from newsarc.records.kept import Article, Facet, Origin, Sort
    from newsarc.records.read import Document
    from newsarc.store.kinds import Entry, FileStamp, Key, Sighting


def _without_lexicon(entry: Entry) -> Entry:
    return replace(entry, lexicon={})


class MemoryStore:
    """A store that forgets. It keeps the contract of `newsarc.store.contract.Store`."""

    def __init__(self) -> None:
        """Begin without an article."""
        self._entries: dict[str, Entry] = {}
        self._readings: dict[Origin, tuple[str, str]] = {}
        self._files: dict[str, str] = {}
        self._lexicon: dict[str, float] = {}

    @property
    def files(self) -> tuple[str, ...]:
        """None."""
        return ()

    def reading(self) -> AbstractContextManager[object]:
        """Do nothing: what is in memory nobody else writes to."""
        return nullcontext()

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Tell what is kept already under each of some keys."""
        kept = {name: self._kept(name) for name in self._entries}
        by_text = {k.digest: k for k in kept.values() if not k.claimed}
        known = {}
        for key in keys:
            owner, _ = self._readings.get(key.origin, ("", ""))
            here = kept.get(owner) if key.origin.line is None else None
            here = here if here is None or not here.claimed else None
            known[key] = Known(kept.get(key.id), by_text.get(key.digest), here)
        return known

    def _kept(self, name: str) -> Kept:
        entry = self._entries[name]
        readings = {o: reading for o, (owner, reading) in self._readings.items() if owner == name}
        return Kept(name, entry.article.digest, entry.fingerprint, entry.claimed, readings)

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
        self._keep(entries, sightings, new, kept, files)

    @property
    def row(self) -> Callable[[Entry], Entry]:
        """What frees an entry of the lexicon that it shares with others."""
        return _without_lexicon

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
        self._keep(self._unpacked(parcels), sightings, new, kept, files)

    def _unpacked(self, parcels: Iterable[Parcel | Entry]) -> list[Entry]:
        entries: list[Entry] = []
        for item in parcels:
            if isinstance(item, Parcel):
                self._lexicon.update(item.lexicon)
                entries += item.rows
            else:
                entries.append(item)
        return entries

    def _keep(
        self,
        entries: Sequence[Entry],
        sightings: Sequence[Sighting],
        new: Collection[str],
        kept: Collection[str],
        files: Collection[FileStamp],
    ) -> None:
        given = dict(map(self._with_first_moment, entries))
        if not self._entries.keys().isdisjoint(new):
            raise Conflict("memory:", "an article was added meanwhile")
        if not self._entries.keys() | given.keys() >= set(kept):
            raise Conflict("memory:", "an article was removed meanwhile")
        places = [*map(sighting_of, entries), *sightings]
        self._entries.update(given)
        self._readings.update((p.origin, (p.id, p.fingerprint)) for p in places)
        self._files.update(files)

    def _with_first_moment(self, entry: Entry) -> tuple[str, Entry]:
        before = self._entries.get(entry.article.id, entry)
        article = replace(entry.article, added=before.article.added)
        return article.id, replace(entry, article=article)

    def known_files(
        self, files: Sequence[FileStamp]
    ) -> Mapping[FileStamp, Iterable[tuple[Origin, str]]]:
        """Give, for those files whose stamp is known, each origin in it with the article's id."""
        known = [file for file in files if self._files.get(file.path) == file.stamp]
        return {file: self._owned(file.path) for file in known}

    def _owned(self, path: str) -> tuple[tuple[Origin, str], ...]:
        found = [(o, owner) for o, (owner, _) in self._readings.items() if o.path == path]
        return tuple(sorted(found, key=lambda pair: pair[0].line or 0))

    def get(self, id: str) -> Article:  # noqa: A002
        """Give the article of an id, of a unique prefix, or of an origin's path."""
        prefix = id.lower()
        names = {n for n in self._entries if n.startswith(prefix)}
        if not names or len(prefix) < SHORTEST_PREFIX:
            paths = (id, os.path.abspath(id))
            names = {
                owner
                for origin, (owner, _) in self._readings.items()
                if origin.path in paths or str(origin) in paths
            }
        if not names:
            raise NotFound(id)
        if len(names) > 1:
            raise Ambiguous(id, sorted(names))
        return self._article(names.pop())

    def _article(self, name: str) -> Article:
        origins = sorted(
            (origin for origin, (owner, _) in self._readings.items() if owner == name),
            key=lambda origin: (origin.path, origin.line or 0),
        )
        return replace(self._entries[name].article, origins=tuple(origins))

    def find(self, query: Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles."""
        expansion = expand(query, _Words(self._entries.values()))
        meaning = self._meaning(query, expansion)
        found = self._matching(query, meaning)
        words = sought(query)
        if not words and sort == "relevance":
            sort = "newest"
        found.sort(key=lambda entry: entry.article.id)
        if sort == "relevance":
            scores = self._scores(words, meaning)
            found.sort(key=lambda entry: -scores[entry.article.id])
            hits = [Hit(self._article(e.article.id), scores[e.article.id]) for e in found]
        else:
            found.sort(key=_ORDERS[sort], reverse=sort == "added")
            hits = [Hit(self._article(e.article.id)) for e in found]
        return Found(len(hits), tuple(hits[offset : offset + limit]), expansion.notes)

    def _meaning(self, query: Node, expansion: Expansion) -> Meaning:
        languages = self.languages()
        parts = compounds(query, languages, Splitter(self.frequency))
        return Meaning(languages, expansion.forms, parts)

    def count(self, query: Node) -> Counted:
        """Count the articles of a query and its occurrences in them."""
        expansion = expand(query, _Words(self._entries.values()))
        meaning = self._meaning(query, expansion)
        found = self._matching(query, meaning)
        nodes = counted(query)
        number = sum(
            occurrences(nodes, analysed(entry.article, entry.indexed), meaning) for entry in found
        )
        return Counted(len(found), number, expansion.notes)

    def explain(self, query: Node, *, sort: Sort = "relevance") -> Mapping[str, str]:  # noqa: ARG002
        """Tell how a query is answered: always in the same way."""
        meaning = self._meaning(query, expand(query, _Words(self._entries.values())))
        words = told_words(query, meaning)
        return {"words": words, "plan": "every article is compared with the query"}

    def holding(self, words: Sequence[Sought], *, most: int) -> Holding:  # noqa: ARG002
        """Count the articles that hold each of some words."""
        holding = {word: self.find(word, sort="added", limit=0).total for word in words}
        return Holding(holding, len(self._entries))

    def tally(self, query: Node, by: Facet) -> Mapping[str | None, int]:
        """Count the articles of a query by what they say."""
        meaning = self._meaning(query, expand(query, _Words(self._entries.values())))
        found = self._matching(query, meaning)
        return Counter(_FACETS[by](entry.article) for entry in found)

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words that a folded form may be a misspelling of."""
        counts: Counter[str] = Counter()
        for field in FIELDS:
            columns = (getattr(e.indexed, f"{field}_forms") for e in self._entries.values())
            counts |= Counter(word for column in columns for word in set(column.split()))
        return tuple(suggest(form, counts.items(), limit))

    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that its articles are in, in order."""
        found = {entry.article.language for entry in self._entries.values()}
        return tuple(sorted(code for code in found if code is not None))

    def frequency(self, word: str) -> float | None:
        """Give the frequency of a word in the lexicon, or None."""
        lexicons = (self._lexicon, *(entry.lexicon for entry in self._entries.values()))
        return next((lexicon[word] for lexicon in lexicons if word in lexicon), None)

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget the article of an id."""
        name = self.get(id).id
        del self._entries[name]
        for origin in [o for o, (owner, _) in self._readings.items() if owner == name]:
            del self._readings[origin]
            self._files.pop(origin.path, None)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Give the id of every article with the document that it was last read from."""
        yield from [(name, entry.document) for name, entry in self._entries.items()]

    def rebuild(self, entries: Iterable[Entry | Parcel]) -> None:
        """Replace what is asserted of all articles, at once or not at all."""
        self._entries.update(dict(map(self._with_first_moment, self._unpacked(entries))))

    def merge(self) -> Iterator[float]:
        """Do nothing: there is no index."""
        return iter(())

    def check(self) -> tuple[str, ...]:
        """Find nothing wrong: there is no file that could be."""
        return ()

    def close(self) -> None:
        """Do nothing: there is no file to let go of."""

    def _matching(self, query: Node, meaning: Meaning) -> list[Entry]:
        entries = (self._placed(name) for name in self._entries)
        return [
            entry
            for entry in entries
            if matches(query, entry.article, analysed(entry.article, entry.indexed), meaning)
        ]

    def _placed(self, name: str) -> Entry:
        return replace(self._entries[name], article=self._article(name))

    def _scores(self, words: Sequence[Sought], meaning: Meaning) -> dict[str, float]:
        """Rank by BM25 (k1 1.2, b 0.75) over weighted occurrences, as FTS5 does."""
        sizes = {name: sum(map(len, astuple(e.indexed))) + 1 for name, e in self._entries.items()}
        mean = sum(sizes.values()) / max(len(sizes), 1)
        scores = dict.fromkeys(self._entries, 0.0)
        for word in words:
            counts = {
                name: sum(
                    _WEIGHTS[FIELDS[p.field]]
                    for p in places(word, analysed(entry.article, entry.indexed), meaning)
                )
                for name, entry in self._entries.items()
            }
            holding = sum(map(bool, counts.values()))
            idf = max(math.log((len(counts) - holding + 0.5) / (holding + 0.5)), 1e-6)
            for name, count in counts.items():
                damped = count + 1.2 * (1 - 0.75 + 0.75 * sizes[name] / mean)
                scores[name] += idf * count * (1.2 + 1) / damped
        return scores


class _Words:
    """The forms of all articles, as `newsarc.meaning.expansion.Lexicon` has them."""

    def __init__(self, entries: Collection[Entry]) -> None:
        self._counts: Counter[str] = Counter()
        for field in FIELDS:
            columns = (getattr(entry.indexed, f"{field}_forms") for entry in entries)
            self._counts |= Counter(form for column in columns for form in set(column.split()))

    def number(self, prefix: str) -> int:
        return sum(form.startswith(prefix) for form in self._counts)

    def fitting(self, word: Wild | Similar) -> Iterator[tuple[str, int]]:
        return (pair for pair in self._counts.items() if fits(pair[0], word))


_WEIGHTS = {"title": 4.0, "kicker": 2.0, "body": 1.0}


def _newest(entry: Entry) -> tuple[bool, timedelta, datetime]:
    dated, first, last = _oldest(entry)
    return dated, END - first, last


def _oldest(entry: Entry) -> tuple[bool, datetime, datetime]:
    published = entry.article.published
    if published is None:
        return True, END, END
    return False, published.span.first, published.span.last


def _by_label(label: str | None) -> tuple[bool, str]:
    return (True, "") if label is None else (False, fold_label(label))


_ORDERS: dict[Sort, Callable[[Entry], Any]] = {
    "newest": _newest,
    "oldest": _oldest,
    "added": lambda entry: entry.article.added or "",
    "title": lambda entry: _by_label(entry.article.title),
    "source": lambda entry: _by_label(entry.article.source),
}
_FACETS: dict[Facet, Callable[[Article], str | None]] = {
    "year": lambda article: None if article.published is None else str(article.published)[:4],
    "source": lambda article: article.source,
    "language": lambda article: article.language,
}
