"""What a document says, field by field and in little memory, so that two can be compared."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.ingest.identity import claimed_day, claimed_source

if TYPE_CHECKING:
    from newsarc.records.read import Document

# In bytes. Only two documents of one place or of one text are ever compared.
_SIZE = 8
_NOTHING = bytes(_SIZE)
_PLAIN = (
    "title", "kicker", "date", "updated", "agency", "place", "language", "genre", "external_id",
)  # fmt: skip
_CLAIMS = (*_PLAIN, "source", "authors")
_FIELDS = (*_CLAIMS, "body", "day")


class Said(Struct, frozen=True):
    """The digests of the fields of a document, one behind the other."""

    digests: bytes

    def _of(self, field: str) -> bytes:
        at = _FIELDS.index(field) * _SIZE
        return self.digests[at : at + _SIZE]

    def exceeds(self, other: Said) -> bool:
        """Whether this document claims all that the other one claims, and more."""
        return self._repeats(other) and not other._repeats(self)

    def edits(self, other: Said) -> bool:
        """Whether this may be the other document after an edit, if both stood at one place.

        The body or the headline is the same, and no other claim is of another article. Columns
        have the same headline each day, so equal headlines of two days are none.
        """
        if self.contradicts(other, "source") or self.contradicts(other, "external_id"):
            return False
        same_headline = self._agrees(other, "title") and not self.contradicts(other, "day")
        return self._agrees(other, "body") or same_headline

    @property
    def is_headline(self) -> bool:
        """Whether the document has a headline and no text."""
        return self._of("body") == _NOTHING != self._of("title")

    def contradicts(self, other: Said, field: str) -> bool:
        """Whether both documents have this field, and not the same."""
        mine, theirs = self._of(field), other._of(field)
        return mine != theirs and _NOTHING not in {mine, theirs}

    def _repeats(self, other: Said) -> bool:
        return all(other._of(name) in {_NOTHING, self._of(name)} for name in _CLAIMS)

    def _agrees(self, other: Said, name: str) -> bool:
        return self._of(name) == other._of(name) != _NOTHING


def said(document: Document) -> Said:
    """Return what a document says."""
    values = [getattr(document, field) for field in _PLAIN]
    values += [claimed_source(document), "\0".join(document.authors)]
    values += [document.body, claimed_day(document)]
    return Said(b"".join(map(_digest, values)))


def _digest(value: str | None) -> bytes:
    if not value:
        return _NOTHING
    return blake2b(value.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
