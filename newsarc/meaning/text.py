"""The searched text of an article: its words by their places, its sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice
from sys import maxsize
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsarc.analysis import FIELDS, KINDS
from newsarc.patterns import pattern
from newsarc.text import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.analysis import Indexed
    from newsarc.records.kept import Article

# Where each word of a field stands: the number of the words before it.
Column = Mapping[str, Sequence[int]]

# Of a text without paragraphs these words are its start.
LONGEST_START = 100

# Twice as many characters as such a start mostly has.
_LONG_START = 1200
_PARAGRAPH_END = pattern("\n\n")


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
        self._units: dict[tuple[int, str], _Units] = {}

    def are_together(self, one: Place, other: Place, unit: Literal["s", "p"]) -> bool:
        """Tell whether two places of a field begin in the same sentence, or paragraph."""
        first, second = (self.unit_of(place.field, place.start, unit) for place in (one, other))
        return first == second

    def unit_of(self, field: int, number: int, unit: Literal["s", "p"]) -> int:
        """Give the number of the sentence, or paragraph, of a word of a field."""
        units = self._units.get((field, unit))
        if units is None:
            text = self.written[field]
            bounds = sentences(text) if unit == "s" else paragraphs(text)
            units = self._units[field, unit] = _Units(text, bounds)
        return units.of(number)

    @cached_property
    def length(self) -> int:
        """The number of words of the body."""
        return sum(map(len, self.forms[-1].values()))

    @cached_property
    def start(self) -> int:
        """How many words of the body are the start of the article."""
        first, _, _ = self.written[-1].partition("\n\n")
        # What is between blanks and of letters is a word: as a rule these are enough.
        if sum(map(str.isalnum, first[:_LONG_START].split())) > LONGEST_START:
            return LONGEST_START
        return sum(1 for _ in islice(WORD.finditer(first), LONGEST_START))


class _Units:
    """The sentences, or paragraphs, of a text, and which of them a word is in."""

    def __init__(self, text: str, bounds: Iterator[tuple[int, int]]) -> None:
        """Take where each begins and ends; the text is looked through as far as it is asked of."""
        self._text = text
        self._bounds = bounds
        self._words = [0]

    def of(self, number: int) -> int:
        """Give the unit of a word, by the number of the words before it."""
        words = self._words
        while words[-1] <= number:
            start, end = next(self._bounds)
            rest = end == len(self._text)
            words.append(maxsize if rest else words[-1] + len(WORD.findall(self._text, start, end)))
        return bisect_right(words, number)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of every paragraph."""
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def written(
    title: str | None, kicker: str | None, place: str | None, body: str
) -> tuple[str, str, str]:
    """Give the fields of an article as they are searched: the place is a word of the body."""
    return title or "", kicker or "", f"{place}\n{body}" if place else body


def column(words: Iterable[str]) -> Column:
    """Give the places of words that stand one after the other."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    return places


def analysed(article: Article, indexed: Indexed) -> Text:
    """Return the text of an article with the places of its words, as an index has them."""
    forms, stems, parts = (
        [column(getattr(indexed, f"{field}_{kind}").split()) for field in FIELDS] for kind in KINDS
    )
    fields = written(article.title, article.kicker, article.place, article.body)
    return Text(fields, forms, stems, parts)
