"""An entry packed into the values that the database takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.meaning.text import written
from newsarc.scanner import units
from newsarc.store.kinds import sighting_of
from newsarc.store.sqlite.articles.columns import article_columns
from newsarc.store.sqlite.articles.deflate import deflated
from newsarc.store.sqlite.articles.documents import pack as pack_document
from newsarc.store.sqlite.articles.seal import Seal, seal

if TYPE_CHECKING:
    from newsarc.store.kinds import Entry, Sighting


class Row(Struct, frozen=True):
    """An entry as database values, without its row number, which the writer assigns.

    `columns` and `values` are for the table `article`, all but `row` and `added`. `text` is the
    compressed body and document, `words` are the columns of the index, `units` the packed
    sentences and paragraphs of the body, `seal` the checksums of all of them. `added` counts only
    if the article is new.
    """

    sighting: Sighting
    added: str
    columns: tuple[str, ...]
    values: tuple[Any, ...]
    text: tuple[bytes, bytes]
    words: tuple[str, ...]
    units: tuple[bytes, bytes]
    seal: Seal

    @property
    def id(self) -> str:
        """The article's id."""
        return self.sighting.id


def pack(entry: Entry) -> Row:
    """Return the packed row of an entry. This takes about as long as analysing its words did."""
    article = entry.article
    columns = article_columns(entry)
    *_, body = written(article.title, article.kicker, article.place, article.body)
    packed = units(body)
    text = (deflated(article.body), pack_document(entry.document, article.body))
    return Row(
        sighting=sighting_of(entry),
        added=article.added or "",
        columns=tuple(columns),
        values=tuple(columns.values()),
        text=text,
        words=entry.indexed.columns,
        units=packed,
        seal=seal(entry.indexed.checksum, columns, *text, *packed),
    )
