"""newsarc stats"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option, filter_options, format_option
from newsarc.cli.output import style, write, write_notes
from newsarc.query import nodes
from newsarc.render.answers import Facets, View
from newsarc.render.formats import FORMATS
from newsarc.search import counts, unknown_sources

if TYPE_CHECKING:
    from newsarc import Store


@click.command("stats", epilog="Example: newsarc stats --source dpa --format json")
@filter_options
@format_option("facets")
@archive_option
def command(store: Store, where: tuple[nodes.Node, ...], format_: str) -> None:
    """Count articles by year, source and language."""
    query = nodes.conjunction(where)
    facets = Facets(str(query), counts(store, where))
    if not facets.total:
        write_notes(unknown_sources(store, query))
    write(FORMATS[format_].facets(facets, View(style())))
