"""Invented articles of an archive, and questions with the answers that are expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping


class News(Struct, frozen=True):
    """An invented article. `claims` are further keys of its JSON object; `folder` holds its file.

    Without a `lang` among its claims it is German. With an empty one it claims no language.
    """

    name: str
    title: str
    body: str
    claims: Mapping[str, str] = field(default_factory=dict)
    folder: str = "lokales"

    def record(self) -> dict[str, str]:
        """Return the JSON object from which the article is ingested."""
        claims = {"lang": "de", **self.claims}
        body = "\n\n".join(" ".join(part.split()) for part in self.body.split("\n\n"))
        record = {"id": self.name, "title": self.title, "body": body, **claims}
        return {key: value for key, value in record.items() if value}


class Near(Struct, frozen=True):
    """The words that a near miss is without, and those that are similar; separated by spaces."""

    without: str = ""
    similar: str = ""


class Question(Struct, frozen=True):
    """A query and the articles that it must find, by their names, separated by spaces.

    Articles in `missing` must be no hits but may be near misses; those in `absent` must be
    neither. Each entry of `ranked` lists names in the order in which they must be found.
    `near` says in which way an article is a near miss. `note` must be part of a note.
    """

    query: str
    found: str = ""
    missing: str = ""
    absent: str = ""
    ranked: tuple[str, ...] = ()
    near: Mapping[str, Near] = field(default_factory=dict)
    note: str = ""
