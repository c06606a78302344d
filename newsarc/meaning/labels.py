"""What filters ask of an article's fields. SQL and memory ask the same functions."""

from __future__ import annotations

from newsarc.dates import DateSpan, PartialDate
from newsarc.query.globs import address_glob
from newsarc.text import fold_label


def label_holds(name: str, label: str | None) -> bool:
    """Return whether the folded words of a name stand side by side in a label."""
    return label is not None and f" {name} " in f" {fold_label(label)} "


def address_holds(pattern: str, address: str | None) -> bool:
    """Return whether a pattern stands in a path or URL, from one word edge to another."""
    return address is not None and address_glob(pattern).stands_in(address.casefold())


def may_lie(date: str | None, first: str, last: str) -> bool:
    """Return whether a date may lie between two minutes; all are reduced ISO 8601."""
    if date is None:
        return False
    span = DateSpan(PartialDate.parse(first).span.first, PartialDate.parse(last).span.last)
    return PartialDate.parse(date).span.overlaps(span)


def is_between(moment: str, first: str, last: str) -> bool:
    """Return whether an ISO 8601 moment lies between two minutes, both included."""
    return first <= moment < f"{last}~"
