"""What filters ask of an article's fields: the same questions in memory and in SQL."""

from __future__ import annotations

from newsarc.dates import DateSpan, PartialDate
from newsarc.query.globs import address_glob
from newsarc.text import fold_label


def label_holds(name: str, label: str | None) -> bool:
    """Tell whether the folded words of a name stand side by side in a label."""
    return label is not None and f" {name} " in f" {fold_label(label)} "


def address_holds(pattern: str, address: str | None) -> bool:
    """Tell whether a pattern stands in an address, between the edges of words."""
    return address is not None and address_glob(pattern).stands_in(address.casefold())


def may_lie(date: str | None, first: str, last: str) -> bool:
    """Tell whether a date may lie between two minutes; all are in reduced ISO 8601."""
    if date is None:
        return False
    span = DateSpan(PartialDate.parse(first).span.first, PartialDate.parse(last).span.last)
    return PartialDate.parse(date).span.overlaps(span)


def is_between(moment: str, first: str, last: str) -> bool:
    """Tell whether a moment in ISO 8601 lies between two minutes, both included."""
    return first <= moment < f"{last}~"
