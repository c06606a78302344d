"""Packs entries for the process that writes them; the packing itself may run in another one."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from newsarc.analysis import FIELDS
from newsarc.records.kept import Origin
from newsarc.store.base import Parcel, Sighting
from newsarc.store.documents import pack
from newsarc.store.packed import deflated
from newsarc.store.rows import article_row
from newsarc.store.texts import written
from newsarc.store.units import units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsarc.store.base import Entry

# Entries in a parcel.
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
    words, parts = tuple(entry.indexed), units(body)
    return Row(sighting, article.added or "", names, values, text, words, parts)


def parcel(entries: Iterable[Entry], row: Callable[[Entry], Any]) -> Parcel:
    """Return a parcel of the entries' rows, in their order, with all words that they bring."""
    rows: list[Any] = []
    texts: list[str] = []
    lexicon: dict[str, float] = {}
    for entry in entries:
        rows.append(row(entry))
        texts += [getattr(entry.indexed, f"{field}_forms") for field in FIELDS]
        lexicon |= entry.lexicon
    forms = set(chain.from_iterable(map(str.split, texts)))
    return Parcel(tuple(rows), " ".join(forms), lexicon)


def parcels(entries: Iterable[Entry | Parcel], row: Callable[[Entry], Any]) -> Iterator[Parcel]:
    """Yield parcels as they are, and loose entries in parcels of a hundred; the order is kept."""
    loose: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Parcel):
            yield parcel(loose, row)
            loose.clear()
            yield entry
        else:
            loose.append(entry)
            if len(loose) == _PARCEL:
                yield parcel(loose, row)
                loose.clear()
    yield parcel(loose, row)
