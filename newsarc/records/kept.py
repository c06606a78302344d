"""What the archive holds, and what a query returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsarc.dates import PartialDate

Basis = Literal["stated", "inferred"]
Publishing = Literal["canceled", "withheld", "corrected"]
Sort = Literal["relevance", "newest", "oldest", "added", "title", "source"]
# What articles are counted by; `newsarc.store.facets` says what their values are.
Facet = Literal[
    "year", "quarter", "month", "week", "day", "weekday", "hour",
    "source", "agency", "author", "place", "language", "genre", "length",
]  # fmt: skip
ContextSort = Literal["newest", "oldest", "source", "left", "right"]
Period = Literal["year", "quarter", "month", "week", "day"]


class Origin(Struct, frozen=True):
    """The file a document was read from, and its place within if the file holds several.

    A place is a `member` (of a container in a container: `b.zip!c.html`), in it or in the file a
    `line`, counted from 1, or the `offset` in bytes at which a record begins.
    """

    path: str
    line: int | None = None
    member: str | None = None
    offset: int | None = None

    def __str__(self) -> str:
        """Return `a.txt`, `a.jsonl:7`, `a.zip!b.html`, `a.warc@1048576`, or two of them joined."""
        file = self.path if self.member is None else f"{self.path}!{self.member}"
        line = "" if self.line is None else f":{self.line}"
        return file + line + ("" if self.offset is None else f"@{self.offset}")


class Evidence(Struct, frozen=True):
    """Why a field of an article has its value.

    `words` are the words of the file it was read from, `rule` names the convention that read
    them. A `stated` value is in these words; an `inferred` one follows from them. Where several
    candidates competed, `reasons` are what spoke most for the chosen one, the strongest first.
    `others` are what said something else, each as its rule and words.
    """

    field: str
    words: str
    rule: str
    basis: Basis = "stated"
    reasons: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


class Article(Struct, frozen=True):
    """An article as the archive holds it. A field is None, or an empty tuple, if unknown.

    `id` is 16 hexadecimal digits; it never changes and is the same on every machine.
    `digest` changes when the text does. `body` is the paragraphs, separated by empty lines.
    `truncated` means that the file had only a part of the text, for instance because of a
    paywall. `genre` is Kommentar, Analyse, Interview, Liveticker or Korrektur, if the text
    says so. `status` is canceled, withheld or corrected, if the agency says so of its item.
    `added` is the time of the first ingestion, ISO 8601 in UTC.
    """

    id: str
    digest: str
    body: str
    external_id: str | None = None
    title: str | None = None
    kicker: str | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    source: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    language: str | None = None
    genre: str | None = None
    truncated: bool = False
    status: Publishing | None = None
    url: str | None = None
    origins: tuple[Origin, ...] = ()
    added: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Passage(Struct, frozen=True):
    """A piece of an article, with marks on what a query matched.

    `marks` are pairs of start and end in `text`, in characters: in order, not empty, not
    overlapping. Raises ValueError for any others.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError if the marks do not fit the text."""
        edges = [edge for mark in self.marks for edge in mark]
        inside = not edges or (edges[0] >= 0 and edges[-1] <= len(self.text))
        filled = all(start < end for start, end in self.marks)
        if not (inside and filled and edges == sorted(edges)):
            raise ValueError(f"marks {self.marks} do not fit a text of {len(self.text)}")


class Highlights(Struct, frozen=True):
    """The texts of an article, with marks on each occurrence of what a query seeks.

    A missing headline, kicker or place is an empty passage. `notes` are sentences on where the
    query was read otherwise than it was written.
    """

    title: Passage
    kicker: Passage
    body: Passage
    place: Passage = Passage("")
    notes: tuple[str, ...] = ()


class Occurrence(Struct, frozen=True):
    """A place where a query stands: in which article, in which field, and the text around.

    `field` is `title`, `kicker`, `place` or `body`; `start` and `end` count its characters.
    """

    id: str
    published: PartialDate | None
    source: str | None
    field: str
    start: int
    end: int
    left: str
    words: str
    right: str


class Concordance(Struct, frozen=True):
    """The occurrences of a query, which are found while they are iterated, once."""

    query: str
    occurrences: Iterator[Occurrence]
    notes: tuple[str, ...] = ()


class Hit(Struct, frozen=True):
    """An article that a query found. `score` is None if the hits were not ranked.

    A `near` miss matches only a part of the query: the article is `without` some of its
    words, or has words with a `similar` spelling instead. `title` and `kicker` are those of the
    article with their marks, empty if it has none; None if the query sought no word.
    """

    article: Article
    score: float | None = None
    passage: Passage | None = None
    near: bool = False
    without: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()
    title: Passage | None = None
    kicker: Passage | None = None


class Page(Struct, frozen=True):
    """One page of the hits of a query.

    `total` is the number of all hits, `offset` the number of hits before this page. Near
    misses may follow the hits; `total` does not count them. `query` is the query as it was
    read, in its canonical form. `notes` are sentences for the user: where the query was read
    otherwise than it was written, and what limited the search.
    """

    query: str
    total: int
    offset: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()


class Tally(Struct, frozen=True):
    """How many articles a query finds, by each combination of the values of the facets `by`.

    `newsarc.store.facets` says what the values are; None is that of articles that have none.
    `articles` is how many there are in all. Of several authors each counts.
    """

    query: str
    by: tuple[Facet, ...]
    articles: int
    numbers: Mapping[tuple[str | None, ...], int]
    notes: tuple[str, ...] = ()


class Series(Struct, frozen=True):
    """How many articles a query finds in each period.

    `vague` are those whose date is not as exact as a period, `undated` those without a date: all
    three together are what the query finds.
    """

    query: str
    numbers: tuple[int, ...]
    vague: int = 0
    undated: int = 0


class Trend(Struct, frozen=True):
    """How many articles some queries find over time, side by side.

    `periods` follow each other without a gap, and are written as `newsarc.store.facets` says.
    `whole` are all articles that pass the `filters`, of which the others are shares.
    """

    by: Period
    filters: str
    periods: tuple[str, ...]
    series: tuple[Series, ...]
    whole: Series
    notes: tuple[str, ...] = ()


class Count(Struct, frozen=True):
    """The number of articles that a query finds, and how often its words occur in them.

    `query` and `notes` are as in `Page`.
    """

    query: str
    articles: int
    occurrences: int
    notes: tuple[str, ...] = ()
