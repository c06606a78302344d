"""The answers to many queries, each under its label: text, JSON, JSON Lines, CSV, ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsarc.render.machine import (
    CSV_NAMES,
    FORMAT_VERSION,
    csv_line,
    csv_values,
    hit_fields,
    indented,
    one_line,
    page_fields,
    page_ids,
)
from newsarc.render.plain import page_lines
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsarc.records.kept import Page
    from newsarc.render.style import Style


class Answer(NamedTuple):
    """A query by its label and as it was typed, and what it found."""

    label: str
    text: str
    page: Page


def batch_lines(answers: Iterable[Answer], style: Style) -> Iterator[str]:
    """Show each page under a heading."""
    for number, answer in enumerate(answers):
        if number:
            yield from ("", "")
        yield style.strong(printable(f"{answer.label}: {answer.text}"))
        yield ""
        yield from page_lines(answer.page, style)


def batch_json(answers: Iterable[Answer]) -> Iterator[str]:
    """Give all pages as one JSON object."""
    pages = [
        {"label": answer.label, **page_fields(answer.page, searched=True)} for answer in answers
    ]
    yield indented({"format_version": FORMAT_VERSION, "queries": pages})


def batch_jsonl(answers: Iterable[Answer]) -> Iterator[str]:
    """Give each hit as a JSON object on a line of its own, with the label and the query."""
    for label, _, page in answers:
        for hit in page.hits:
            own = {"label": label, "query": page.query}
            yield one_line(own | hit_fields(hit, searched=True))


def batch_csv(answers: Iterable[Answer]) -> Iterator[str]:
    """Give all pages as one table; the label is its first column."""
    yield csv_line(("label", *CSV_NAMES))
    for label, _, page in answers:
        yield from (csv_line([label, *csv_values(hit, searched=True)]) for hit in page.hits)


def batch_ids(answers: Iterable[Answer]) -> Iterator[str]:
    """Give label and id of each hit, with a tab between them."""
    for label, _, page in answers:
        yield from (f"{label}\t{name}" for name in page_ids(page, searched=True))


# The formats of `newsarc.render.machine.PAGE_FORMATS`.
BATCH_FORMATS: dict[str, Callable[[Iterable[Answer]], Iterator[str]]] = {
    "json": batch_json,
    "jsonl": batch_jsonl,
    "csv": batch_csv,
    "ids": batch_ids,
}
