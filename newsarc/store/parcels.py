"""Entries packed for a store, in whatever process they were made."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from newsarc.analysis import FIELDS
from newsarc.store.kinds import Parcel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsarc.store.kinds import Entry

# Half of the forms that a process remembers to have sent, in 5 MB. With it, 60 forms of an article
# of 7 KB are sent; without a memory 214, and 55 with an endless one.
_MOST_REMEMBERED = 50_000


class SentForms:
    """The forms that this process has sent lately: no parcel need bring them again."""

    def __init__(self) -> None:
        self._recent: set[str] = set()
        self._older: set[str] = set()

    def unsent(self, forms: set[str]) -> set[str]:
        """Return those of some forms that were not sent lately, and remember all of them."""
        if len(self._recent) > _MOST_REMEMBERED:
            self._recent, self._older = set(), self._recent
        fresh = forms - self._recent
        self._recent |= fresh
        return fresh - self._older


@lru_cache(maxsize=1)
def sent_forms(run: int) -> SentForms:  # noqa: ARG001 (new ones for each number)
    """Return what this process has sent in a run; with a new number that is nothing.

    All parcels of a number must be kept, in order, or packed again under a new one: a form stands
    only in the first of them.
    """
    return SentForms()


def parcel(
    entries: Iterable[Entry], pack: Callable[[Entry], Any], sent: SentForms | None = None
) -> Parcel:
    """Return a parcel of the packed entries, in their order, with all words that they bring.

    Of their forms it brings those that were not sent before.
    """
    rows: list[Any] = []
    texts: list[str] = []
    lexicon: dict[str, float] = {}
    for entry in entries:
        rows.append(pack(entry))
        texts += [getattr(entry.indexed, f"{field}_forms") for field in FIELDS]
        lexicon |= entry.lexicon
    forms = set(chain.from_iterable(map(str.split, texts)))
    return Parcel(tuple(rows), " ".join(sent.unsent(forms) if sent else forms), lexicon)
