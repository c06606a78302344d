"""What files claim, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsarc.values import value

if TYPE_CHECKING:
    from newsarc.errors import ReadError
    from newsarc.records.kept import Origin

Status = Literal["added", "changed", "unchanged", "refused"]


@value
class Document:
    """What a file claims. Texts are cleaned, claims are in the file's own words.

    `text` is a whole text whose head is yet to be read; `body` is an article's text
    already freed of its head. A document has one of the two. `zone` names the time zone
    in which its times are meant, `modified` is the day in UTC (`2022-02-02`) on which its
    file was last written, `size` counts the bytes that were read for it.
    """

    origin: Origin
    text: str | None = None
    body: str | None = None
    title: str | None = None
    kicker: str | None = None
    date: str | None = None
    updated: str | None = None
    source: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    language: str | None = None
    genre: str | None = None
    url: str | None = None
    external_id: str | None = None
    zone: str | None = None
    modified: str | None = None
    size: int = 0

    def __post_init__(self) -> None:
        """Refuse a document of two texts, or of none."""
        if (self.text is None) == (self.body is None):
            raise ValueError("a document has either a text or a body")

    @property
    def content(self) -> str:
        """All its text, headline and kicker included; two documents of one content are one text."""
        if self.text is not None:
            return self.text
        return "\n\n".join(part for part in (self.kicker, self.title, self.body) if part)


@value
class Refusal:
    """A document that could not be read, as a value in the stream of those that could."""

    error: ReadError
    origin: Origin
    size: int = 0


@value
class Outcome:
    """What became of one document. A refused one has an `error`, any other an article's `id`."""

    origin: Origin
    status: Status
    id: str | None = None
    error: ReadError | None = None
    size: int = 0
