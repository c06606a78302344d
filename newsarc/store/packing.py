"""Entries packed where they are made, maybe in another process than the one that keeps them."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import astuple

from newsarc.analysis import FIELDS
from newsarc.records.kept import Origin
from newsarc.store.base import Parcel, Sighting
from newsarc.store.documents import pack
from newsarc.store.packed import deflated
from newsarc.store.rows import article_row
from newsarc.store.texts import written
from newsarc.store.units import units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsarc.store.base import Entry

# The forms of some 3,000 articles, in 10 MB; to tell of one again costs a microsecond.
_MOST_REMEMBERED = 100_000
_PARCEL = 100


class Row(NamedTuple):
    """An entry as the archive's file takes it, but for its number and its moment.

    `values` are those of `columns`, `text` is the body and the document, `words` those of the
    index, and `units` say how many words of the body are in each sentence and paragraph.
    """

    sighting: Sighting
    added: str
    columns: tuple[str, ...]
    values: tuple[Any, ...]
    text: tuple[bytes, bytes]
    words: tuple[str, ...]
    units: tuple[bytes, bytes]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.sighting.id


def row(entry: Entry) -> Row:
    """Write down an entry. Pure, and as dear as all that is not SQLite's own work."""
    article, origin = entry.article, entry.document.origin
    columns = article_row(0, entry, "")
    text = deflated(article.body), pack(entry.document, article.body)
    del columns["row"], columns["added"]
    sighting = Sighting(article.id, Origin(origin.path, origin.line), entry.fingerprint)
    names, values = tuple(columns), tuple(columns.values())
    body = written(article.title, article.kicker, article.place, article.body)[-1]
    words, parts = astuple(entry.indexed), units(body)
    return Row(sighting, article.added or "", names, values, text, words, parts)


class Packer:
    """Packs entries; what it has told of their words once, it does not tell again.

    Its parcels are to be kept in the order in which they were made, or not at all.
    """

    def __init__(self, row: Callable[[Entry], Any]) -> None:
        """Make rows of entries by a store's `row`."""
        self._row = row
        self._forms: set[str] = set()
        self._lexicon: dict[str, float] = {}
        self._told = 0

    def pack(self, entries: Iterable[Entry]) -> Parcel:
        """Pack entries, in their order."""
        rows: list[Any] = []
        forms: list[str] = []
        lexicons: dict[int, dict[str, float]] = {}
        for entry in entries:
            rows.append(self._row(entry))
            forms += [getattr(entry.indexed, f"{field}_forms") for field in FIELDS]
            lexicons[id(entry.lexicon)] = entry.lexicon
        fresh = chain.from_iterable(map(self._fresh_words, lexicons.values()))
        return Parcel(tuple(rows), self._fresh_forms(forms), dict(fresh))

    def _fresh_forms(self, texts: Sequence[str]) -> tuple[str, ...]:
        if len(self._forms) > _MOST_REMEMBERED:
            self._forms.clear()
        fresh = set(chain.from_iterable(map(str.split, texts))) - self._forms
        self._forms |= fresh
        return tuple(sorted(fresh))  # side by side, as the list of them has them

    def _fresh_words(self, lexicon: dict[str, float]) -> list[tuple[str, float]]:
        """Give what a lexicon has got since; it is the same one, and only grows, or another."""
        if lexicon is not self._lexicon:
            self._lexicon, self._told = lexicon, 0
        # From its end: to pass by all that was told takes five milliseconds, and more and more.
        fresh = list(islice(reversed(lexicon.items()), len(lexicon) - self._told))
        self._told = len(lexicon)
        return fresh


def parcels(entries: Iterable[Entry | Parcel], row: Callable[[Entry], Any]) -> Iterator[Parcel]:
    """Pack what is not packed yet, in the order in which it comes."""
    packer = Packer(row)
    loose: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Parcel):
            yield packer.pack(loose)
            loose.clear()
            yield entry
        else:
            loose.append(entry)
            if len(loose) == _PARCEL:
                yield packer.pack(loose)
                loose.clear()
    yield packer.pack(loose)
