"""Dates that a head states of its own article: the stamps of crawlers and publishers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsarc.dates import PartialDate, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.dates import Written


@dataclass(frozen=True, slots=True)
class Label:
    """The words before a date that tell what it dates; `label` must end where the date begins."""

    name: str
    example: str
    label: re.Pattern[str]
    field: Literal["published", "updated"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp in a head: its place, the words of it, and the date that it states."""

    start: int
    end: int
    words: str
    rule: str
    field: Literal["published", "updated"]
    date: PartialDate


LABELS = (
    Label("crawler stamp", " date 2022-01 ", re.compile(r"\Adate $"), "published"),
    Label(
        "Stand stamp",
        "Stand: 02.02.2022 14:54 Uhr",
        re.compile(r"\[?\bStand(?: des Artikels)?: ?$"),
        "published",
    ),
    Label(
        "publication stamp",
        "Veröffentlicht am 27.04.24 um 07:39 Uhr",
        re.compile(r"\b(?:(?:Zuerst )?[Vv]eröffentlicht|Erstellt|Datum)(?: am)?:? ?$"),
        "published",
    ),
    Label(
        "update stamp",
        "Aktualisiert am 28. April 2023, 20:22 Uhr",
        re.compile(r"\b(?:[Zz]uletzt )?(?:[Aa]ktualisiert|[Gg]eändert)(?: am)?:? ?$"),
        "updated",
    ),
)
_LONGEST_LABEL = 40


def stamps(head: str) -> Iterator[Stamp]:
    """Give each labelled date of a head, in its order."""
    for found in written(head):
        stamp = _labelled(head, found)
        if stamp is not None:
            yield stamp


def _labelled(head: str, found: Written) -> Stamp | None:
    before = head[max(0, found.start - _LONGEST_LABEL) : found.start]
    for rule in LABELS:
        label = rule.label.search(before)
        if label is None or (rule.label.pattern.startswith(r"\A") and len(before) < found.start):
            continue
        start = found.start - len(label[0])
        end = found.end + head.startswith("]", found.end)
        return Stamp(start, end, head[start:end].strip(), rule.name, rule.field, found.date)
    return None
