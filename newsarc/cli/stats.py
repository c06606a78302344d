"""newsarc stats"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option, filter_options, json_option
from newsarc.cli.output import style, write, write_notes
from newsarc.query import conjunction
from newsarc.render.machine import counts_json
from newsarc.render.plain import count_lines
from newsarc.search import counts, unknown_sources

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import Node


@click.command("stats", epilog="Example: newsarc stats --source dpa --format json")
@filter_options
@json_option
@archive_option
def command(store: Store, where: tuple[Node, ...], format_: str) -> None:
    """Count articles by year, source and language."""
    numbers = counts(store, where)
    total = sum(numbers["year"].values())
    if not total:
        write_notes(unknown_sources(store, conjunction(where)))
    if format_ == "json":
        write(counts_json(str(conjunction(where)), total, numbers))
    else:
        write(count_lines(total, numbers, style()))
