"""newsarc stats"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from newsarc.cli.options import archive_option, converted_by, filter_options, format_option
from newsarc.cli.output import style, write, write_notes
from newsarc.cli.words import WordsCommand
from newsarc.records.kept import Facet
from newsarc.render.answers import View
from newsarc.render.formats import FORMATS
from newsarc.search import tally

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes
    from newsarc.render.cells import Cells

FACETS: tuple[Facet, ...] = get_args(Facet)
# What is counted by unless something else is wanted, each on its own.
_USUAL: tuple[tuple[Facet, ...], ...] = (("year",), ("source",), ("language",))
_MOST = 2


def _facet(name: str) -> str:
    from newsarc.cli.nearest import suggestion

    if name in FACETS:
        return name
    meant = suggestion(name, FACETS)
    known = f"one of {', '.join(FACETS)}"
    raise ValueError(f"{name!r} is nothing to count by; {meant or known}")


@click.command(
    "stats", cls=WordsCommand, epilog="Example: newsarc stats Nato --by month --by source"
)
@click.argument("words", nargs=-1, metavar="[QUERY]...")
@click.option(
    "--by",
    multiple=True,
    metavar="FIELD",
    callback=converted_by(_facet),
    help=f"Count by {', '.join(FACETS[:-1])} or {FACETS[-1]}; two make a cross table: month,source."
    "  [default: year, source and language, each on its own]",
)
@filter_options
@format_option("tallies")
@archive_option
def command(
    store: Store,
    words: tuple[str, ...],
    by: tuple[Facet, ...],
    where: tuple[nodes.Node, ...],
    format_: str,
    cells: Cells,
) -> None:
    """Count articles by their dates, sources and other fields.

    All articles are counted, or those of a query. A date that is not known exactly enough is
    counted as far as it is known, and articles without one are unknown. Of several authors, each
    counts.
    """
    if len(by) > _MOST:
        raise click.UsageError(f"--by takes one field, or two for a cross table, not {len(by)}")
    text = " ".join(words)
    tallies = [tally(store, text, each, where=where) for each in ([by] if by else _USUAL)]
    write_notes(tallies[0].notes)
    write(FORMATS[format_].tallies(tallies, View(style(), cells=cells)))
