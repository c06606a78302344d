"""What a caller asks for: the text of a query, and the page of its hits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.errors import StoreError
from newsarc.query import nodes, parse

if TYPE_CHECKING:
    from newsarc.query.parser import Parsed
    from newsarc.records.kept import Sort
    from newsarc.store import Store


class Request(Struct, frozen=True):
    """The page to return: `limit` hits after the first `offset`, in an order.

    At most `near_misses` of them are near misses. `strict` looks for nothing beside what matches,
    neither near misses nor similar words.
    """

    limit: int
    offset: int
    sort: Sort
    near_misses: int = 0
    strict: bool = False

    @property
    def end(self) -> int:
        """The number of hits up to the end of the page."""
        return self.offset + self.limit


def check_request(store: Store, request: Request) -> None:
    """Raise ValueError for a negative number, StoreError beyond the store's reach."""
    if min(request.limit, request.offset, request.near_misses) < 0:
        raise ValueError("limit, offset and near_misses must not be negative")
    reach = store.limits.reach
    if reach is not None and request.end > reach:
        raise StoreError(
            store.files[0] if store.files else "the archive",
            f"only the first {reach:,} hits can be reached, and this page ends at {request.end:,}",
            "narrow the query, for example by a source or dates",
        )


def parse_for(store: Store, text: str, today: date | None) -> Parsed:
    """Read a query within the limits of a store; without `today`, the system's date counts."""
    return parse(text, today or date.today(), store.limits.query)


def parse_within(
    store: Store, text: str, where: tuple[nodes.Node, ...], today: date | None
) -> tuple[nodes.Node, tuple[str, ...]]:
    """Return a query with conditions beside it, and notes on it; no text finds all articles."""
    if not text.strip():
        return nodes.conjunction(where), ()
    parsed = parse_for(store, text, today)
    return nodes.conjunction((parsed.node, *where)), parsed.notes
