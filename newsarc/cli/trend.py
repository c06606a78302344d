"""newsarc trend"""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, get_args

import click

import newsarc
from newsarc.cli.options import archive_option, converted_by, filter_options, format_option
from newsarc.cli.output import style, write, write_notes
from newsarc.cli.words import WordsCommand
from newsarc.records.kept import Period
from newsarc.render.answers import View
from newsarc.render.formats import FORMATS
from newsarc.render.plot import ENDINGS, MOST, ending, write_plot
from newsarc.render.trends import Measured

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes
    from newsarc.render.cells import Cells


def _picture(path: str) -> str:
    if ending(path) not in ENDINGS:
        raise ValueError(f"{path!r} does not end in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}")
    return path


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
@click.option(
    "--plot",
    metavar="FILE",
    callback=converted_by(_picture),
    help="Also draw the trend into this file, which ends in .svg, .png or .pdf.",
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
    plot: str | None,
    where: tuple[nodes.Node, ...],
    format_: str,
    cells: Cells,
) -> None:
    """Count the articles of several queries over time, side by side.

    Each argument is a query of its own; one of several words stands in quotes. Articles whose date
    is not as exact as the period are counted below the table.
    """
    if plot and len(queries) > MOST:
        raise click.UsageError(f"--plot draws {MOST} queries at most")
    found = newsarc.trend(store, queries, by, where=where)
    measured = Measured(found, share, smooth)
    write_notes(found.notes)
    if plot:
        _draw(plot, measured)
    write(FORMATS[format_].trend(measured, View(style(), cells=cells)))


def _draw(path: str, measured: Measured) -> None:
    archive = os.path.basename(click.get_current_context().params["archive"])
    write_notes(write_plot(path, measured, archive, date.today()))
