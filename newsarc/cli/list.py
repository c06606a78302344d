"""newsarc list"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option, filter_options, page_options
from newsarc.cli.output import write_page
from newsarc.search import listing

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes
    from newsarc.records.kept import Sort
    from newsarc.render.cells import Cells

_LIMIT = 20


@click.command("list", epilog="Example: newsarc list --since 2022 --source dpa --sort oldest")
@page_options(limit=_LIMIT, sorts=("newest", "oldest", "added", "title", "source"))
@filter_options
@archive_option
def command(
    store: Store,
    limit: int,
    offset: int,
    sort: Sort,
    format_: str,
    cells: Cells,
    where: tuple[nodes.Node, ...],
) -> None:
    """List articles.

    When sorted by date, title or source, articles without one come last.
    """
    page = listing(store, where, limit=limit, offset=offset, sort=sort)
    write_page(page, format_, cells, searched=False)
