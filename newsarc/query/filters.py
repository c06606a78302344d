"""The leaves of a query that ask for what is known of an article, not for its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsarc.dates import BEGINNING, END, DateSpan
from newsarc.query.words import Leaf

if TYPE_CHECKING:
    from datetime import datetime

LabelField = Literal["agency", "author", "place", "genre"]
AddressField = Literal["url", "path"]
Fact = Literal["date", "source", "agency", "author", "place", "kicker", "genre", "url"]


class Filter(Leaf, frozen=True):
    """The base class of all filters. A filter has no place in the text of an article."""


class Source(Filter, frozen=True):
    """The medium, by its folded name."""

    name: str

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f'source:"{self.name}"'


class Language(Filter, frozen=True):
    """The language, by its ISO 639-1 code."""

    code: str

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"lang:{self.code}"


class Label(Filter, frozen=True):
    """A credit, place or genre that has these folded words side by side."""

    field: LabelField
    name: str

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f'{self.field}:"{self.name}"'


class Address(Filter, frozen=True):
    """A pattern that fits a part of the URL, or of a path the article was read from.

    The part must not begin or end inside a word. `*` matches anything but a slash, `**`
    anything, `?` one character.
    """

    field: AddressField
    pattern: str

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f'{self.field}:"{self.pattern}"'


class Id(Filter, frozen=True):
    """The first hexadecimal digits of the id."""

    prefix: str

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"id:{self.prefix}"


class Length(Filter, frozen=True):
    """The number of words in the body, dateline included. `most` is None for no upper limit."""

    least: int
    most: int | None = None

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"words:{self.least}..{'' if self.most is None else self.most}"


class Has(Filter, frozen=True):
    """A field of the article that is known, whatever its value."""

    fact: Fact

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"has:{self.fact}"


class Truncated(Filter, frozen=True):
    """The text was cut short, for instance by a paywall."""

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return "is:truncated"


class Published(Filter, frozen=True):
    """The article may have been published in this span. Undated articles never match."""

    when: DateSpan

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"date:{_range(self.when)}"


class Updated(Filter, frozen=True):
    """The article may have been last updated in this span."""

    when: DateSpan

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"updated:{_range(self.when)}"


class Added(Filter, frozen=True):
    """The article was first ingested in this span of UTC time."""

    when: DateSpan

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"added:{_range(self.when)}"


def _range(when: DateSpan) -> str:
    """Return `first..last`, each without its time where that is the edge of the day."""
    first = "" if when.first == BEGINNING else _minute(when.first).removesuffix("T00:00")
    last = "" if when.last == END else _minute(when.last).removesuffix("T23:59")
    return f"{first}..{last}"


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
