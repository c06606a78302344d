"""What a run decides on: the identities of documents, and places that are empty now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.ingest.identity import claimed_id, fingerprint, key
from newsarc.ingest.said import Said, said

if TYPE_CHECKING:
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document
    from newsarc.store import Key


class Identity(Struct, frozen=True):
    """Everything about a document that a decision needs, without its text.

    `claimed` is true if the id rests on a URL or on a source with its own id, false if it rests
    on the text; `said` is then what the document says. `size` is the number of bytes read for the
    document, and `notes` are its notes. `version` is that of an agency's item.
    """

    key: Key
    fingerprint: str
    claimed: bool
    said: Said | None
    size: int
    notes: tuple[str, ...] = ()
    version: str | None = None


class Gone(Struct, frozen=True):
    """A place where an article stood and now no document stands."""

    origin: Origin


def identify(document: Document) -> Identity:
    """Return the identity of a document."""
    claimed = claimed_id(document) is not None
    return Identity(
        key(document),
        fingerprint(document),
        claimed,
        None if claimed else said(document),
        document.size,
        document.notes,
        document.version if claimed else None,
    )
