"""newsarc kwic"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, get_args

import click
from msgspec.structs import replace

import newsarc
from newsarc.cli.options import archive_option, filter_options, format_option
from newsarc.cli.output import columns, style, write, write_notes
from newsarc.cli.words import WordsCommand
from newsarc.records.kept import ContextSort
from newsarc.render.answers import View
from newsarc.render.concordance import BEFORE
from newsarc.render.formats import FORMATS

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes
    from newsarc.render.cells import Cells

# In characters: the context where no terminal bounds it, and the least on one.
_WIDTH, _LEAST = 40, 15
# In columns: what stands between two contexts.
_BETWEEN = 12


@click.command("kwic", cls=WordsCommand, epilog="Example: newsarc kwic Osterweiterung --sort right")
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@click.option(
    "--width",
    type=click.IntRange(min=0),
    metavar="N",
    help="Characters of context to either side.  [default: as many as fit the terminal, else 40]",
)
@click.option(
    "--sort",
    type=click.Choice(get_args(ContextSort)),
    default="newest",
    show_default=True,
    help="Order by date or source, or by the words to the left or right.",
)
@filter_options
@format_option("concordance")
@archive_option
def command(
    store: Store,
    words: tuple[str, ...],
    width: int | None,
    sort: ContextSort,
    where: tuple[nodes.Node, ...],
    format_: str,
    cells: Cells,
) -> None:
    """Show each occurrence of a query in its context, one a line.

    All of them are shown, as many as 'newsarc count' counts, at the places that 'newsarc show
    --highlight' marks.
    """
    if width is None:
        width = _fitting(columns() if format_ == "text" else None)
    found = newsarc.kwic(store, " ".join(words), where=where, sort=sort, width=width)
    first = list(islice(found.occurrences, 1))
    write_notes(found.notes if first else (*found.notes, "nothing was found"))
    whole = replace(found, occurrences=chain(first, found.occurrences))
    write(FORMATS[format_].concordance(whole, View(style(), context=width, cells=cells)))


def _fitting(terminal: int | None) -> int:
    """Return how many characters of context fit the columns of a terminal to either side."""
    return _WIDTH if terminal is None else max((terminal - BEFORE - _BETWEEN) // 2, _LEAST)
