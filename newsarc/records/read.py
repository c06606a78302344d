"""What files say, and what became of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from newsarc.errors import ReadError
    from newsarc.records.kept import Evidence, Origin, Publishing

Status = Literal["added", "changed", "unchanged", "duplicate", "refused", "skipped"]


class Document(Struct, frozen=True):
    """One article as its file has it. Texts are cleaned; other fields are as the file says them.

    A document has either a `text` or a `body`, else ValueError is raised. `text` is a whole
    text, with headline, byline and date still in it; `body` is only the paragraphs, "" where a
    file has no more than a headline. `zone` is the time zone of its times, `modified` the day
    (`2022-02-02`, UTC) on which the file was last written, `size` the number of bytes read for it.
    `notes` are sentences on what had to be repaired, or could not be used.

    `truncated` means that the file says that it has only a part of the text. `status` and
    `version` are what an agency says of its item; of two versions of an item, the greater one is
    newer: numbers are compared as numbers, times as times. `evidence` says, for fields that rest
    on more than a key of a record, on which words and by which rule; it names them as they are
    named here (`date`).
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
    truncated: bool = False
    status: Publishing | None = None
    version: str | None = None
    evidence: tuple[Evidence, ...] = ()
    zone: str | None = None
    modified: str | None = None
    size: int = 0
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError unless there is exactly one of text and body."""
        if (self.text is None) == (self.body is None):
            raise ValueError("a document has either a text or a body")

    @property
    def content(self) -> str:
        """Kicker, headline and body, or the whole text. Documents of equal content are one text."""
        if self.text is not None:
            return self.text
        return "\n\n".join(part for part in (self.kicker, self.title, self.body) if part)

    @property
    def is_headline(self) -> bool:
        """Whether there is a headline and no text."""
        return self.title is not None and not (self.text or self.body)

    @property
    def medium(self) -> str | None:
        """The name of the claimed source; of an address the host, without `www.`."""
        found = None if self.source is None else _HOST.match(self.source)
        return found["host"].lower() if found else self.source


_HOST = pattern(
    r"(?:(?:https?:)?//(?:www\.)?|www\.)(?P<host>[^\s/?#@:]{1,253}\.[^\s/?#@:.]{2,63})(?=[/?#:]|$)",
    re.IGNORECASE,
)


class Refusal(Struct, frozen=True):
    """A document that could not be read. Readers yield it among the documents."""

    error: ReadError
    origin: Origin
    size: int = 0


class Skipped(Struct, frozen=True):
    """What holds no article and was not meant to: a picture beside a page, a redirect.

    `what` says what it is, in the plural: `pictures`. `url` is its address, if it has one.
    """

    origin: Origin
    what: str
    size: int = 0
    url: str | None = None


class Outcome(Struct, frozen=True):
    """What became of one document: an `error` if it was refused, else the `id` of its article.

    A `duplicate` is a text that the archive has already from another place. `notes` are those of
    the document. What was `skipped` holds no article; its note says what it is.
    """

    origin: Origin
    status: Status
    id: str | None = None
    error: ReadError | None = None
    size: int = 0
    notes: tuple[str, ...] = ()
