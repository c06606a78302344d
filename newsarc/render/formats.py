"""The output formats in one table: what `--format NAME` makes of each kind of answer.

A new format is one entry in `FORMATS`. Each command offers the formats that have a function for
its kind of answer. The functions take the answer and a `View`, and return lines.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newsarc.render import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsarc.records.kept import Concordance, Count, Page, Tally
    from newsarc.render.answers import Answer, Articles, View
    from newsarc.render.trends import Measured

Kind = Literal["page", "batch", "count", "articles", "tallies", "trend", "concordance"]


def _not_offered(*_: object) -> Iterator[str]:
    raise NotImplementedError("this format does not know this kind of answer")


def _later(module: str, name: str) -> Callable[..., Iterator[str]]:
    """Return a function of a module of this package, which is loaded when it is called."""

    def lines(answer: object, view: View) -> Iterator[str]:
        function: Callable[..., Iterator[str]]
        function = getattr(import_module(f"newsarc.render.{module}"), name)
        return function(answer, view)

    return lines


def _machine(name: str) -> Callable[..., Iterator[str]]:
    return _later("machine", name)


class Format(Struct, frozen=True):
    """One output format: a function for each kind of answer that it knows.

    `shows_passages` is False for a format that shows nothing of a hit but what its article is.
    """

    page: Callable[[Page, View], Iterator[str]]  # of search and list
    batch: Callable[[Iterable[Answer], View], Iterator[str]]  # of search --batch
    count: Callable[[Count, View], Iterator[str]] = _not_offered
    articles: Callable[[Articles, View], Iterator[str]] = _not_offered  # of show
    tallies: Callable[[Sequence[Tally], View], Iterator[str]] = _not_offered  # of stats
    trend: Callable[[Measured, View], Iterator[str]] = _not_offered
    concordance: Callable[[Concordance, View], Iterator[str]] = _not_offered  # of kwic
    shows_passages: bool = True


FORMATS = {
    "text": Format(
        page=plain.page_lines,
        batch=plain.batch_lines,
        count=plain.count_lines,
        articles=plain.articles_lines,
        tallies=_later("tallies", "tallies_lines"),
        trend=_later("trends", "trend_lines"),
        concordance=_later("concordance", "concordance_lines"),
    ),
    "json": Format(
        page=_machine("page_json"),
        batch=_machine("batch_json"),
        count=_later("figures", "count_json"),
        articles=_machine("articles_json"),
        tallies=_later("figures", "tallies_json"),
        trend=_later("figures", "trend_json"),
        concordance=_later("figures", "concordance_json"),
    ),
    "jsonl": Format(
        page=_machine("page_jsonl"),
        batch=_machine("batch_jsonl"),
        concordance=_later("figures", "concordance_jsonl"),
    ),
    "csv": Format(
        page=_machine("page_csv"),
        batch=_machine("batch_csv"),
        tallies=_later("figures", "tallies_csv"),
        trend=_later("figures", "trend_csv"),
        concordance=_later("figures", "concordance_csv"),
    ),
    "tsv": Format(
        page=_machine("page_tsv"),
        batch=_machine("batch_tsv"),
        tallies=_later("figures", "tallies_tsv"),
        trend=_later("figures", "trend_tsv"),
        concordance=_later("figures", "concordance_tsv"),
    ),
    "ids": Format(page=_machine("page_ids"), batch=_machine("batch_ids"), shows_passages=False),
}


def formats_of(kind: Kind) -> tuple[str, ...]:
    """The names of the formats that know a kind of answer; the first is the default."""
    return tuple(
        name for name, format_ in FORMATS.items() if getattr(format_, kind) is not _not_offered
    )
