"""newsarc reindex"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, workers_option
from newsarc.cli.progress import Watch

if TYPE_CHECKING:
    from newsarc import Store


@click.command("reindex", epilog="Example: newsarc reindex")
@workers_option
@archive_option
def command(store: Store, workers: int | None) -> None:
    """Read all stored texts again: fields and index are made anew, the files are not needed.

    All or nothing: until it is done, the archive stays as it was.
    """
    watch = Watch(quiet=False)
    with watch.counting(newsarc.listing(store, limit=1).total) as counting:
        number = newsarc.reindex(store, workers=workers, counting=counting, merging=watch.merging)
    watch.merge()
    click.echo(f"reindexed {number}")
