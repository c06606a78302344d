"""Filters in SQL over the table `article a`."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.query import nodes
from newsarc.store.sqlite.file.statement import Condition

if TYPE_CHECKING:
    from newsarc.dates import DateSpan

# FTS5 itself keeps the number of tokens of each column of a row.
LENGTH = "body_length((SELECT sz FROM words_docsize WHERE id = a.row))"
_KNOWN = {
    "date": "a.published IS NOT NULL",
    "source": "a.source IS NOT NULL",
    "agency": "a.agency IS NOT NULL",
    "author": "a.authors <> '[]'",
    "place": "a.place IS NOT NULL",
    "kicker": "a.kicker IS NOT NULL",
    "genre": "a.genre IS NOT NULL",
    "url": "a.url IS NOT NULL",
}
_LABELS = {
    "agency": "label_holds(?, a.agency)",
    "author": "EXISTS (SELECT 1 FROM json_each(a.authors) WHERE label_holds(?, value))",
    "place": "label_holds(?, a.place)",
    "genre": "label_holds(?, a.genre)",
}


_Filter = (
    nodes.Source
    | nodes.Language
    | nodes.Label
    | nodes.Address
    | nodes.Id
    | nodes.Length
    | nodes.Has
    | nodes.Truncated
    | nodes.Published
    | nodes.Updated
    | nodes.Added
)


def filter_condition(node: _Filter) -> Condition:
    """Return what is 1 for the articles that pass a filter."""
    if isinstance(node, nodes.Published | nodes.Updated | nodes.Added):
        return _of_time(node)
    match node:
        case nodes.Source(name):
            return Condition("a.source_form IS ?", (name,))
        case nodes.Language(code):
            return Condition("a.language IS ?", (code,))
        case nodes.Label(field, name):
            return Condition(_LABELS[field], (name,), costly=True)
        case nodes.Address("url", pattern):
            return Condition("address_holds(?, a.url)", (pattern,), costly=True)
        case nodes.Address(_, pattern):
            return _of_path(pattern)
        case nodes.Id(prefix):
            return Condition("(a.id >= ? AND a.id < ?)", (prefix, f"{prefix}g"))
        case nodes.Length(least, most):
            return _of_length(least, most)
        case nodes.Has(fact):
            return Condition(_KNOWN[fact])
        case nodes.Truncated():
            return Condition("a.truncated")
        case _:
            assert_never(node)


def _of_time(node: nodes.Published | nodes.Updated | nodes.Added) -> Condition:
    first, last = _minutes(node.when)
    match node:
        case nodes.Published():
            return _published(first, last)
        case nodes.Updated():
            return Condition("may_lie(a.updated, ?, ?)", (first, last), costly=True)
        case nodes.Added():
            return Condition("(a.added >= ? AND a.added < ?)", (first, f"{last}~"))


def _of_path(pattern: str) -> Condition:
    sql = "EXISTS (SELECT 1 FROM origin o WHERE o.row = a.row AND address_holds(?, o.path))"
    return Condition(sql, (pattern,), costly=True, of_rows=True)


def _of_length(least: int, most: int | None) -> Condition:
    sql = f"{LENGTH} >= ?" if most is None else f"{LENGTH} BETWEEN ? AND ?"
    numbers = (least,) if most is None else (least, most)
    return Condition(sql, numbers, costly=True, of_rows=True)


def _published(first: str, last: str) -> Condition:
    """Return what is 1 for dates that may lie between two minutes.

    A date is known to its year at least, so the index of dates is read from a year before.
    """
    year_before = f"{int(first[:4]) - 1:04}{first[4:]}"
    sql = """
        (a.published_first IS NOT NULL AND a.published_first BETWEEN ? AND ?
        AND a.published_last >= ?)
    """
    return Condition(sql, (year_before, last, first))


def _minutes(when: DateSpan) -> tuple[str, str]:
    return (
        when.first.isoformat(timespec="minutes"),
        when.last.isoformat(timespec="minutes"),
    )
