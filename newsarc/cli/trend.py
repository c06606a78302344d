"""newsarc trend"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

import newsarc
from newsarc.cli.options import archive_option, filter_options, format_option
from newsarc.cli.output import style, write, write_notes
from newsarc.cli.words import WordsCommand
from newsarc.records.kept import Period
from newsarc.render.answers import View
from newsarc.render.formats import FORMATS
from newsarc.render.trends import Measured

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes


@click.command(
    "trend",
    cls=WordsCommand,
    epilog='Example: newsarc trend Lockdown Shutdown "Nato Osterweiterung" --by month --share',
)
@click.argument("queries", nargs=-1, required=True, metavar="QUERY...")
@click.option(
    "--by",
    type=click.Choice(get_args(Period)),
    default="month",
    show_default=True,
    help="Count by this period.",
)
@click.option(
    "--share", is_flag=True, help="Per 1,000 articles of the period that pass the filters."
)
@click.option(
    "--smooth",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="The mean of N periods, those around each one.",
)
@filter_options
@format_option("trend")
@archive_option
def command(
    store: Store,
    queries: tuple[str, ...],
    by: Period,
    share: bool,
    smooth: int,
    where: tuple[nodes.Node, ...],
    format_: str,
) -> None:
    """Count the articles of several queries over time, side by side.

    Each argument is a query of its own; one of several words stands in quotes. Articles whose date
    is not as exact as the period are counted below the table.
    """
    found = newsarc.trend(store, queries, by, where=where)
    write_notes(found.notes)
    write(FORMATS[format_].trend(Measured(found, share, smooth), View(style())))
