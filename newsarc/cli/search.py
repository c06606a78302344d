"""newsarc search"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import RunFile, archive_option, filter_options, page_options
from newsarc.cli.output import write_explanation, write_page
from newsarc.cli.words import WordsCommand
from newsarc.search import DEFAULT_LIMIT, Watch, explain

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO

    from newsarc import Page, Store
    from newsarc.query import Node
    from newsarc.records.kept import Sort


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
    help="So many sentences more before and after each passage.",
)
@click.option("--strict", is_flag=True, help="Leave out near misses.")
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help="Answer each line of it ('-': of stdin): QUERY, or LABEL# QUERY.",
)
@click.option(
    "--run-file",
    type=RunFile("w", encoding="utf-8", lazy=True),
    metavar="FILE",
    help="With --batch, write what was found for trec_eval.",
)
@click.option("--explain", "explained", is_flag=True, help="Tell on stderr how it is answered.")
@archive_option
@click.pass_context
def command(
    ctx: click.Context,
    store: Store,
    words: tuple[str, ...],
    limit: int,
    offset: int,
    sort: Sort,
    format_: str,
    where: tuple[Node, ...],
    context: int,
    strict: bool,
    batch: BinaryIO | None,
    run_file: TextIO | None,
    explained: bool,
) -> None:
    """Find articles.

    Words are ANDed and found in all their inflected forms. "Words in quotes" are found
    exactly; OR (ODER), NOT (NICHT) or a leading dash, and brackets work as expected;
    source:dpa, lang:de and date:2022-01..2022-03 narrow it down. `newsarc help query`
    explains wildcards, nearness, fields and dates.

    With --batch, a line that holds no query is reported, and the rest is answered: exit code 3.
    """
    _demand_one_source(words, batch, run_file)

    def ask(text: str) -> Page:
        watch = Watch()
        page = newsarc.search(
            store,
            text,
            limit=limit,
            offset=offset,
            sort=sort,
            where=where,
            strict=strict,
            context=context,
            watch=watch,
        )
        if explained:
            write_explanation(explain(store, text, sort=sort, where=where), watch)
        return page

    if batch is None:
        write_page(ask(" ".join(words)), format_, searched=True)
        return
    from newsarc.cli.batch import SOME_REFUSED, Batch, write_answers

    queries = Batch(batch, ask, store.limits.query)
    write_answers(queries.answers(), format_, run_file)
    ctx.exit(SOME_REFUSED if queries.refused else 0)


def _demand_one_source(
    words: tuple[str, ...], batch: BinaryIO | None, run_file: TextIO | None
) -> None:
    """Refuse what names no query, or queries in two ways."""
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
