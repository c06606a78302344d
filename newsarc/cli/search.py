"""newsarc search"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, filter_options, page_options
from newsarc.cli.output import write_page
from newsarc.cli.words import WordsCommand
from newsarc.search import DEFAULT_LIMIT, explain
from newsarc.text import printable

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import Node
    from newsarc.records.kept import Sort


@click.command(
    "search",
    cls=WordsCommand,
    epilog='Example: newsarc search "Nato Osterweiterung" -Putin --since 2022-01 -n 5',
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
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
@click.option("--explain", "explained", is_flag=True, help="Tell on stderr how it is answered.")
@archive_option
def command(
    store: Store,
    words: tuple[str, ...],
    limit: int,
    offset: int,
    sort: Sort,
    format_: str,
    where: tuple[Node, ...],
    context: int,
    strict: bool,
    explained: bool,
) -> None:
    """Find articles.

    Words are ANDed and found in all their inflected forms. "Words in quotes" are found
    exactly; OR (ODER), NOT (NICHT) or a leading dash, and brackets work as expected;
    source:dpa, lang:de and date:2022-01..2022-03 narrow it down. `newsarc help query`
    explains wildcards, nearness, fields and dates.
    """
    text = " ".join(words)
    if explained:
        for name, value in explain(store, text, sort=sort, where=where).items():
            click.echo(printable(f"{name}: {value}"), err=True)
    page = newsarc.search(
        store,
        text,
        limit=limit,
        offset=offset,
        sort=sort,
        where=where,
        strict=strict,
        context=context,
    )
    write_page(page, format_, searched=True)
