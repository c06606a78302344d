"""An entry as the archive's file takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import astuple

from newsarc.meaning.text import written
from newsarc.records.kept import Origin
from newsarc.store.kinds import Sighting
from newsarc.store.sqlite.articles.columns import article_columns
from newsarc.store.sqlite.articles.deflate import deflated
from newsarc.store.sqlite.articles.documents import pack as pack_document
from newsarc.store.sqlite.articles.sentences import units

if TYPE_CHECKING:
    from newsarc.store.kinds import Entry


class Row(Struct, frozen=True):
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


def pack(entry: Entry) -> Row:
    """Return the row of an entry: a pure function, which costs as much as analysing its words."""
    article, origin = entry.article, entry.document.origin
    columns = article_columns(0, entry, "")
    text = deflated(article.body), pack_document(entry.document, article.body)
    del columns["row"], columns["added"]
    sighting = Sighting(article.id, Origin(origin.path, origin.line), entry.fingerprint)
    names, values = tuple(columns), tuple(columns.values())
    body = written(article.title, article.kicker, article.place, article.body)[-1]
    found = units(body)
    return Row(
        sighting,
        article.added or "",
        names,
        values,
        text,
        astuple(entry.indexed),
        (found.sentences, found.paragraphs),
    )
