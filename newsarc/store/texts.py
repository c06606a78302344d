"""The searched text of an article: its words by their places, its sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsarc.store.packed import inflated
from newsarc.store.rows import UnreadableRow
from newsarc.text import WORD, are_parted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

# Where each word of a field stands: the number of the words before it.
Column = Mapping[str, Sequence[int]]

# Of a text without paragraphs these words are its start.
LONGEST_START = 100

# So many texts are kept while places are looked up in them: those of one article follow each other.
KEPT = 16


class Place(NamedTuple):
    """Words of one field, by its number in `FIELDS`: those from `start` up to `end`."""

    field: int
    start: int
    end: int


class Text:
    """What is searched of an article: for each field the places of its forms and of its stems.

    `parts` are what else its words are found by, which has no places of its own.
    """

    def __init__(
        self,
        written: Sequence[str],
        forms: Sequence[Column],
        stems: Sequence[Column],
        parts: Sequence[Column] = (),
    ) -> None:
        """Take the fields in the order of `FIELDS`: as written, and as they were analysed."""
        self.written = written
        self.forms = forms
        self.stems = stems
        self.parts = parts
        self._starts: list[list[int]] = [[] for _ in written]
        self._words = [WORD.finditer(text) for text in written]

    def are_together(self, one: Place, other: Place, unit: Literal["s", "p"]) -> bool:
        """Tell whether two places of a field begin in the same sentence, or paragraph."""
        text = self.written[one.field]
        first, last = sorted(self._begin(one.field, place.start) for place in (one, other))
        if unit == "s":
            return not are_parted(text, first, last)
        return text.find("\n\n", first, last) == -1

    def _begin(self, field: int, number: int) -> int:
        """Give where a word begins; no further than there is the text looked through."""
        starts = self._starts[field]
        while len(starts) <= number:
            starts.append(next(self._words[field]).start())
        return starts[number]

    @cached_property
    def start(self) -> int:
        """How many words of the body are the start of the article."""
        first, _, _ = self.written[-1].partition("\n\n")
        return sum(1 for _ in islice(WORD.finditer(first), LONGEST_START))


def written(
    title: str | None, kicker: str | None, place: str | None, body: str
) -> tuple[str, str, str]:
    """Give the fields of an article as they are searched: the place is a word of the body."""
    return title or "", kicker or "", f"{place}\n{body}" if place else body


def fields_of(connection: Connection, row: int) -> tuple[tuple[str, str, str], str | None]:
    """Read the fields of an article as they are searched, and its language.

    Raises UnreadableRow.
    """
    sql = """
        SELECT a.id, a.title, a.kicker, a.place, a.language, t.body
        FROM article a JOIN text t ON t.row = a.row WHERE a.row = ?
    """
    found = connection.execute(sql, (row,)).fetchone()
    if found is None:
        raise UnreadableRow("of some row")
    name, title, kicker, place, language, body = found
    try:
        return written(title, kicker, place, inflated(body)), language
    except ValueError as error:
        raise UnreadableRow(name) from error


def text_of(connection: Connection, row: int) -> Text:
    """Read the text of an article, without the places of its words."""
    return Text(fields_of(connection, row)[0], (), ())


def column(words: Iterable[str]) -> Column:
    """Give the places of words that stand one after the other."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    return places
