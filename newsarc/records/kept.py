"""What the archive asserts, and what a query gets of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsarc.values import value

if TYPE_CHECKING:
    from newsarc.dates import PartialDate

Basis = Literal["stated", "inferred"]
Sort = Literal["relevance", "newest", "oldest", "added", "title", "source"]
Facet = Literal["year", "source", "language"]


@value
class Origin:
    """Where a document was read: a file, and the line within it where it holds several."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        """Write it as `path` or `path:line`."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


@value
class Evidence:
    """Why a field of an article has its value.

    `words` are those it rests on, `rule` is the convention that read them. What is
    `stated` stands there; what is `inferred` follows from something that stands there.
    """

    field: str
    words: str
    rule: str
    basis: Basis = "stated"


@value
class Article:
    """What the archive asserts. What is not known is None (or empty, for the tuples).

    `id` has 16 hexadecimal digits, is stable for ever and the same on every machine.
    `digest` changes when the text does. `body` holds the paragraphs, an empty line between
    them; where it is `truncated`, by a paywall for instance, the rest was never read.
    `genre` is what the article is said to be: Kommentar, Analyse, Interview, Liveticker,
    Korrektur. `added` is the moment of its first ingestion in UTC, ISO 8601.
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
    url: str | None = None
    origins: tuple[Origin, ...] = ()
    added: str | None = None
    evidence: tuple[Evidence, ...] = ()


@value
class Passage:
    """Some words of an article, with the places in it that a query matched.

    `marks` are pairs of start and end within `text`, in order, never empty, never
    overlapping.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        """Refuse marks that do not lie in the text one after the other."""
        edges = [edge for mark in self.marks for edge in mark]
        inside = not edges or (edges[0] >= 0 and edges[-1] <= len(self.text))
        filled = all(start < end for start, end in self.marks)
        if not (inside and filled and edges == sorted(edges)):
            raise ValueError(f"marks {self.marks} do not fit a text of {len(self.text)}")


@value
class Highlights:
    """The texts of an article, each whole, with all places in it that a query matched.

    A headline or kicker that there is not is an empty passage. `notes` say, a sentence each,
    what was mended in order to understand the query.
    """

    title: Passage
    kicker: Passage
    body: Passage
    notes: tuple[str, ...] = ()


@value
class Hit:
    """An article that a query found. `score` is None when nothing was ranked.

    A `near` miss says only some of the query: it is `without` some of its words, or has
    words that are written in a `similar` way.
    """

    article: Article
    score: float | None = None
    passage: Passage | None = None
    near: bool = False
    without: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@value
class Page:
    """Some of the hits of a query: `total` counts all of them, `offset` those before the first.

    Near misses may follow the hits; `total` does not count them.

    `query` is the query as it was understood, in its canonical form; `notes` say, a
    sentence each, what was mended in order to understand it.
    """

    query: str
    total: int
    offset: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()


@value
class Count:
    """How many articles a query finds, and how often what it seeks stands in them.

    `query` and `notes` are as in `Page`.
    """

    query: str
    articles: int
    occurrences: int
    notes: tuple[str, ...] = ()
