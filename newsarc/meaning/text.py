"""The searched text of an article: where its words stand, and its sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from sys import maxsize
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newsarc.analysis import FIELDS, KINDS
from newsarc.patterns import pattern
from newsarc.text import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.analysis import Indexed
    from newsarc.records.kept import Article

# For each word of a field its positions: a position is the number of words before it.
Column = Mapping[str, Sequence[int]]
# A sentence or a paragraph.
Unit = Literal["s", "p"]

# Maximum number of words in the start of an article; a text may have no paragraphs.
LONGEST_START = 100

# Characters: twice as many as such a start usually has.
_LONG_START = 1200
_PARAGRAPH_END = pattern("\n\n")


class Place(Struct, frozen=True, order=True, gc=False):
    """Words of one field, which is a number in `FIELDS`: positions `start` up to `end`."""

    field: int
    start: int
    end: int


class Text:
    """The searched text of an article, as its fields in the order of `FIELDS`.

    `written` holds the fields as strings, `forms` and `stems` the positions of their words.
    `parts` holds what else the words are found by; these tokens are only numbered, and their
    numbers are no positions.
    """

    def __init__(
        self,
        written: Sequence[str],
        forms: Sequence[Column],
        stems: Sequence[Column],
        parts: Sequence[Column] = (),
    ) -> None:
        self.written = written
        self.forms = forms
        self.stems = stems
        self.parts = parts
        self._units: dict[tuple[int, Unit], _Units] = {}

    def are_together(self, one: Place, other: Place, unit: Unit) -> bool:
        """Return whether two places of a field begin in the same sentence or paragraph."""
        first, second = (self.unit_of(place.field, place.start, unit) for place in (one, other))
        return first == second

    def unit_of(self, field: int, position: int, unit: Unit) -> int:
        """Return the number of the sentence or paragraph in which a word of a field stands."""
        units = self._units.get((field, unit))
        if units is None:
            text = self.written[field]
            bounds = sentences(text) if unit == "s" else paragraphs(text)
            units = self._units[field, unit] = _Units(text, bounds)
        return units.of(position)

    @cached_property
    def length(self) -> int:
        """The number of words of the body."""
        return sum(map(len, self.forms[-1].values()))

    @cached_property
    def start(self) -> int:
        """The number of words of the body that are the start of the article."""
        first, _, _ = self.written[-1].partition("\n\n")
        # A run of letters and digits between blanks is a word. Usually these are enough.
        if sum(map(str.isalnum, first[:_LONG_START].split())) > LONGEST_START:
            return LONGEST_START
        return sum(1 for _ in islice(WORD.finditer(first), LONGEST_START))


class _Units:
    """The sentences or paragraphs of a text, read only as far as they are asked for."""

    def __init__(self, text: str, bounds: Iterator[tuple[int, int]]) -> None:
        self._text = text
        self._bounds = bounds
        self._words = [0]

    def of(self, position: int) -> int:
        """Return the number of the unit that holds the word at a position."""
        words = self._words
        while words[-1] <= position:
            start, end = next(self._bounds)
            rest = end == len(self._text)
            words.append(maxsize if rest else words[-1] + len(WORD.findall(self._text, start, end)))
        return bisect_right(words, position)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph, in characters."""
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def written(
    title: str | None, kicker: str | None, place: str | None, body: str
) -> tuple[str, str, str]:
    """Return the fields of an article as they are searched: the place is a word of the body."""
    return title or "", kicker or "", f"{place}\n{body}" if place else body


def column(words: Iterable[str]) -> Column:
    """Return the positions of words that stand one after the other."""
    positions: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        positions.setdefault(word, []).append(at)
    return positions


def analysed(article: Article, indexed: Indexed) -> Text:
    """Return the text of an article with the positions of its words, as an index has them."""
    forms, stems, parts = (
        [column(getattr(indexed, f"{field}_{kind}").split()) for field in FIELDS] for kind in KINDS
    )
    fields = written(article.title, article.kicker, article.place, article.body)
    return Text(fields, forms, stems, parts)
