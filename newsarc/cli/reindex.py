"""newsarc reindex"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, workers_option
from newsarc.cli.progress import Progress

if TYPE_CHECKING:
    from newsarc import Store


@click.command("reindex", epilog="Example: newsarc reindex")
@workers_option
@archive_option
def command(store: Store, workers: int | None) -> None:
    """Read all stored texts again and rebuild the index.

    A newer newsarc may read more from the same texts. The files are not needed. Until reindex is
    done, the archive stays as it was.
    """
    progress = Progress(quiet=False)
    with progress.counting(newsarc.listing(store, limit=1).total) as counting:
        number = newsarc.reindex(
            store, workers=workers, counting=counting, merging=progress.keep_merge
        )
    progress.merge()
    click.echo(f"reindexed {number}")
