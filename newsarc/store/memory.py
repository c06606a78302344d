"""A store in memory: the oracle that says, without an engine, what a query means."""

from __future__ import annotations

import math
import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, assert_never

from newsarc.analysis import FIELDS, variants
from newsarc.dates import END
from newsarc.errors import Ambiguous, Conflict, NotFound
from newsarc.query import (
    All,
    And,
    Language,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Source,
    Term,
    sought,
)
from newsarc.records.kept import Hit
from newsarc.store.base import SHORTEST_PREFIX, Found, Kept, Known, sighting_of
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, timedelta

    from newsarc.records.kept import Article, Facet, Origin, Sort
    from newsarc.records.read import Document
    from newsarc.store.base import Entry, FileStamp, Key, Sighting

    Languages = Sequence[str]


def matches(node: Node, entry: Entry, languages: Languages) -> bool:
    """Tell whether a query, asked of an archive in some languages, finds an article."""
    article = entry.article
    match node:
        case All():
            return True
        case Term() | Phrase():
            return bool(occurrences(node, entry, languages))
        case Source(name):
            return article.source is not None and fold_label(article.source) == name
        case Language(code):
            return article.language == code
        case Published(when):
            return article.published is not None and article.published.span.overlaps(when)
        case Not(inner):
            return not matches(inner, entry, languages)
        case And(nodes):
            return all(matches(part, entry, languages) for part in nodes)
        case Or(nodes):
            return any(matches(part, entry, languages) for part in nodes)
        case _:
            assert_never(node)


def occurrences(sought: Term | Phrase, entry: Entry, languages: Languages) -> list[str]:
    """Name the field of each place where words stand side by side."""
    stems = isinstance(sought, Term)
    rows = variants(sought.words, languages if stems else ())
    found = []
    for field in FIELDS:
        column = getattr(entry.indexed, f"{field}_{'stems' if stems else 'forms'}").split()
        for row in filter(None, rows):
            places = range(len(column) - len(row) + 1)
            found += [field for at in places if tuple(column[at : at + len(row)]) == row]
    return found


class MemoryStore:
    """A store that forgets. It keeps the contract of `newsarc.store.base.Store`."""

    def __init__(self) -> None:
        """Begin without an article."""
        self._entries: dict[str, Entry] = {}
        self._readings: dict[Origin, tuple[str, str]] = {}
        self._files: dict[str, str] = {}

    @property
    def files(self) -> tuple[str, ...]:
        """None."""
        return ()

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
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles, all or none of them."""
        if not self._entries.keys().isdisjoint(new):
            raise Conflict("memory:", "an article was added meanwhile")
        kept = dict(map(self._with_first_moment, entries))
        places = [*map(sighting_of, entries), *sightings]
        self._entries.update(kept)
        self._readings.update((p.origin, (p.id, p.fingerprint)) for p in places)
        self._files.update(files)

    def _with_first_moment(self, entry: Entry) -> tuple[str, Entry]:
        before = self._entries.get(entry.article.id, entry)
        article = replace(entry.article, added=before.article.added)
        return article.id, entry._replace(article=article)

    def known_file(self, file: FileStamp) -> tuple[tuple[Origin, str], ...] | None:
        """Give each origin in a file with the id of its article; None where the stamp is new."""
        if self._files.get(file.path) != file.stamp:
            return None
        found = [(o, owner) for o, (owner, _) in self._readings.items() if o.path == file.path]
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
        found = self._matching(query)
        words = sought(query)
        if not words and sort == "relevance":
            sort = "newest"
        found.sort(key=lambda entry: entry.article.id)
        if sort == "relevance":
            scores = self._scores(words)
            found.sort(key=lambda entry: -scores[entry.article.id])
            hits = [Hit(self._article(e.article.id), scores[e.article.id]) for e in found]
        else:
            found.sort(key=_ORDERS[sort], reverse=sort == "added")
            hits = [Hit(self._article(e.article.id)) for e in found]
        return Found(len(hits), tuple(hits[offset : offset + limit]))

    def explain(self, query: Node, *, sort: Sort = "relevance") -> Mapping[str, str]:  # noqa: ARG002
        """Tell how a query is answered: always in the same way."""
        return {"plan": "every article is compared with the query"}

    def tally(self, query: Node, by: Facet) -> Mapping[str | None, int]:
        """Count the articles of a query by what they say."""
        return Counter(_FACETS[by](entry.article) for entry in self._matching(query))

    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that its articles are in, in order."""
        found = {entry.article.language for entry in self._entries.values()}
        return tuple(sorted(code for code in found if code is not None))

    def frequency(self, word: str) -> float | None:
        """Give the frequency of a word in the lexicon, or None."""
        lexicons = (entry.lexicon for entry in self._entries.values())
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

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Replace what is asserted of all articles, at once or not at all."""
        self._entries.update(dict(map(self._with_first_moment, entries)))

    def check(self) -> tuple[str, ...]:
        """Find nothing wrong: there is no file that could be."""
        return ()

    def close(self) -> None:
        """Do nothing: there is no file to let go of."""

    def _matching(self, query: Node) -> list[Entry]:
        languages = self.languages()
        return [e for e in self._entries.values() if matches(query, e, languages)]

    def _scores(self, words: Sequence[Term | Phrase]) -> dict[str, float]:
        """Rank by BM25 (k1 1.2, b 0.75) over weighted occurrences, as FTS5 does."""
        languages = self.languages()
        sizes = {name: sum(map(len, e.indexed)) + 1 for name, e in self._entries.items()}
        mean = sum(sizes.values()) / max(len(sizes), 1)
        scores = dict.fromkeys(self._entries, 0.0)
        for word in words:
            counts = {
                name: sum(_WEIGHTS[field] for field in occurrences(word, entry, languages))
                for name, entry in self._entries.items()
            }
            holding = sum(map(bool, counts.values()))
            idf = max(math.log((len(counts) - holding + 0.5) / (holding + 0.5)), 1e-6)
            for name, count in counts.items():
                damped = count + 1.2 * (1 - 0.75 + 0.75 * sizes[name] / mean)
                scores[name] += idf * count * (1.2 + 1) / damped
        return scores


_WEIGHTS = {"title": 4.0, "kicker": 2.0, "body": 1.0}


def _newest(entry: Entry) -> tuple[bool, timedelta, datetime]:
    dated, first, last = _oldest(entry)
    return dated, END - first, last


def _oldest(entry: Entry) -> tuple[bool, datetime, datetime]:
    published = entry.article.published
    return (True, END, END) if published is None else (False, *published.span)


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
