"""What an invented article of the archive is, and what a question expects to find in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class News:
    """An invented article; `claims` are further keys of its JSON object, `folder` its place.

    An article without a `lang` among its claims is German; one whose `lang` is empty claims
    no language.
    """

    name: str
    title: str
    body: str
    claims: Mapping[str, str] = field(default_factory=dict)
    folder: str = "lokales"

    def record(self) -> dict[str, str]:
        """Give the JSON object that the article is ingested from."""
        claims = {"lang": "de", **self.claims}
        body = "\n\n".join(" ".join(part.split()) for part in self.body.split("\n\n"))
        record = {"id": self.name, "title": self.title, "body": body, **claims}
        return {key: value for key, value in record.items() if value}


@dataclass(frozen=True, slots=True)
class Near:
    """What a near miss is without, and which words of it are similar; each parted by blanks."""

    without: str = ""
    similar: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and what it should find: names of articles, parted by blanks.

    `missing` ones must be no hits, though they may be near misses; those of `absent` must not
    even be that. Of each of `ranked` the first name stands before the second, and so on.
    `near` says in which way an article is a near miss, `note` what a note must hold.
    """

    query: str
    found: str = ""
    missing: str = ""
    absent: str = ""
    ranked: tuple[str, ...] = ()
    near: Mapping[str, Near] = field(default_factory=dict)
    note: str = ""
