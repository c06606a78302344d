"""newsarc search"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import RunFile, archive_option, filter_options, page_options
from newsarc.cli.output import write_explanation, write_page
from newsarc.cli.words import WordsCommand
from newsarc.render.formats import FORMATS
from newsarc.search import DEFAULT_LIMIT, Watch, explain

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO, TypedDict, Unpack

    from newsarc import Page, Store
    from newsarc.query import nodes
    from newsarc.records.kept import Sort
    from newsarc.render.cells import Cells

    class PageOptions(TypedDict):
        """The options that `newsarc.search` takes as they are."""

        limit: int
        offset: int
        sort: Sort
        where: tuple[nodes.Node, ...]
        context: int

    class Options(PageOptions):
        """All options of `newsarc.search`."""

        near_misses: int
        strict: bool
        passages: bool


@click.command(
    "search",
    cls=WordsCommand,
    epilog='Example: newsarc search "Nato Osterweiterung" -Putin --since 2022-01 -n 5',
)
@click.argument("words", nargs=-1, metavar="WORDS...")
@page_options(limit=DEFAULT_LIMIT, sorts=("relevance", "newest", "oldest"))
@filter_options
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Show N more sentences before and after each passage.",
)
@click.option(
    "--near/--strict",
    default=None,
    help="Fill up the page with near misses, in any format; or show none.  [default: one screen "
    "of them in a text, none in other formats]",
)
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help="Answer each line of FILE, or of stdin for '-': QUERY, or LABEL# QUERY.",
)
@click.option(
    "--run-file",
    type=RunFile("w", encoding="utf-8", lazy=True),
    metavar="FILE",
    help="With --batch: also write the hits in the format of trec_eval.",
)
@click.option(
    "--explain", "explained", is_flag=True, help="Explain on stderr how the query is answered."
)
@archive_option
@click.pass_context
def command(
    ctx: click.Context,
    store: Store,
    words: tuple[str, ...],
    format_: str,
    cells: Cells,
    batch: BinaryIO | None,
    run_file: TextIO | None,
    explained: bool,
    near: bool | None,
    **options: Unpack[PageOptions],
) -> None:
    """Find articles, the best ones first.

    Articles must contain all words, in any inflected form. "Words in quotes" are found exactly.
    OR (ODER), NOT (NICHT) or a minus, and brackets work as usual; source:dpa, lang:de and
    date:2022-01..2022-03 are filters. `newsarc help query` explains wildcards, nearness, fields
    and dates.

    With --batch, lines without a query are reported and the rest is answered: exit code 3.
    """
    _demand_one_source(words, batch, run_file)
    is_read = format_ == "text" and batch is None
    asked: Options = {
        **options,
        "near_misses": _near_misses(options["limit"], wanted=near, is_read=is_read),
        "strict": near is False,
        "passages": FORMATS[format_].shows_passages,
    }

    def ask(text: str) -> Page:
        return _answer(store, text, asked, explained=explained)

    if batch is None:
        write_page(ask(" ".join(words)), format_, cells, searched=True, whole=bool(near))
        return
    from newsarc.cli.batch import SOME_REFUSED, Batch, write_answers

    queries = Batch(batch, ask, store.limits.query)
    write_answers(queries.answers(), format_, cells, run_file)
    ctx.exit(SOME_REFUSED if queries.refused else 0)


def _near_misses(limit: int, *, wanted: bool | None, is_read: bool) -> int:
    """Return the maximum number of near misses on a page; unless they are wanted, for readers."""
    if wanted is None:
        return min(limit, DEFAULT_LIMIT) if is_read else 0
    return limit if wanted else 0


def _answer(store: Store, text: str, options: Options, *, explained: bool) -> Page:
    """Answer a query; explain on stderr how, if that is wanted."""
    watch = Watch()
    page = newsarc.search(store, text, watch=watch, **options)
    if explained:
        steps = explain(store, text, sort=options["sort"], where=options["where"])
        write_explanation(steps, watch)
    return page


def _demand_one_source(
    words: tuple[str, ...], batch: BinaryIO | None, run_file: TextIO | None
) -> None:
    """Raise UsageError unless there is exactly one source of queries, words or a file."""
    if not words and batch is None:
        raise click.UsageError("Missing argument 'WORDS...' (or a file of queries, --batch FILE).")
    if words and batch is not None:
        raise click.UsageError("WORDS and --batch cannot both name the query.")
    if run_file is not None and batch is None:
        raise click.UsageError("--run-file needs queries with labels: --batch FILE.")
    if run_file is not None and batch is not None and _is_same_file(run_file.name, batch.name):
        raise click.UsageError("--run-file would overwrite the queries; name another file.")


def _is_same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
