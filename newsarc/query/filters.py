"""The leaves of a query that are about what is known of an article, not about its words."""

from __future__ import annotations

from typing import Literal

from newsarc.dates import BEGINNING, END, DateSpan
from newsarc.query.words import Read
from newsarc.values import value

LabelField = Literal["agency", "author", "place", "genre"]
AddressField = Literal["url", "path"]
Fact = Literal["date", "source", "agency", "author", "place", "kicker", "genre", "url"]


class Filter(Read):
    """What is known of an article, and has no place in its text."""

    __slots__ = ()


@value
class Source(Filter):
    """The medium, by its folded name."""

    name: str

    def __str__(self) -> str:
        """Write it as a query."""
        return f'source:"{self.name}"'


@value
class Language(Filter):
    """The language, by its ISO 639-1 code."""

    code: str

    def __str__(self) -> str:
        """Write it as a query."""
        return f"lang:{self.code}"


@value
class Label(Filter):
    """A name in which these folded words stand side by side."""

    field: LabelField
    name: str

    def __str__(self) -> str:
        """Write it as a query."""
        return f'{self.field}:"{self.name}"'


@value
class Address(Filter):
    """A pattern that stands, between the edges of words, in the URL or in a path it was read from.

    `*` stands for anything but a slash, `**` for anything, `?` for one character.
    """

    field: AddressField
    pattern: str

    def __str__(self) -> str:
        """Write it as a query."""
        return f'{self.field}:"{self.pattern}"'


@value
class Id(Filter):
    """The beginning of the id, in hexadecimal digits."""

    prefix: str

    def __str__(self) -> str:
        """Write it as a query."""
        return f"id:{self.prefix}"


@value
class Length(Filter):
    """The number of words of the body, its dateline included; `most` is None for any number."""

    least: int
    most: int | None = None

    def __str__(self) -> str:
        """Write it as a query."""
        return f"words:{self.least}..{'' if self.most is None else self.most}"


@value
class Has(Filter):
    """Something that is known of an article."""

    fact: Fact

    def __str__(self) -> str:
        """Write it as a query."""
        return f"has:{self.fact}"


@value
class Truncated(Filter):
    """A text that was cut."""

    def __str__(self) -> str:
        """Write it as a query."""
        return "is:truncated"


@value
class Published(Filter):
    """A date of publication that may lie in a span of time; undated articles never do."""

    when: DateSpan

    def __str__(self) -> str:
        """Write it as a query."""
        return f"date:{_range(self.when)}"


@value
class Updated(Filter):
    """A date of the last update that may lie in a span of time."""

    when: DateSpan

    def __str__(self) -> str:
        """Write it as a query."""
        return f"updated:{_range(self.when)}"


@value
class Added(Filter):
    """A first ingestion within a span of time, in UTC."""

    when: DateSpan

    def __str__(self) -> str:
        """Write it as a query."""
        return f"added:{_range(self.when)}"


def _range(when: DateSpan) -> str:
    first, last = (moment.isoformat(timespec="minutes") for moment in when)
    first = "" if when.first == BEGINNING else first.removesuffix("T00:00")
    last = "" if when.last == END else last.removesuffix("T23:59")
    return f"{first}..{last}"
