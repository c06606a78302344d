"""newsarc ingest"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, converted_by, workers_option, zone_option
from newsarc.cli.progress import Progress, reported
from newsarc.ingest import DEFAULT_LIMIT

if TYPE_CHECKING:
    from newsarc import Store

_MEGABYTE = 1_000_000


def _folder(name: str) -> str:
    from newsarc.ingest.folders import level

    level(name)
    return name


@click.command(
    "ingest",
    epilog="Example: newsarc ingest ~/crawl/2022 --source tagesschau.de",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--source", metavar="NAME", help="Source of articles that state none.")
@click.option(
    "--source-from",
    callback=converted_by(_folder),
    metavar="FOLDER",
    help="Take that source from the name of a folder: 'folder' is the one directly below PATH,"
    " 'folder:2' one in it, 'parent' the one that holds the file.",
)
@zone_option
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMIT // _MEGABYTE,
    show_default=True,
    metavar="MB",
    help="Refuse larger articles.",
)
@workers_option
@click.option(
    "--verify", is_flag=True, help="Also read files whose size and time have not changed."
)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and change nothing.")
@click.option("--quiet", is_flag=True, help="Print only what was refused.")
@click.option("--verbose", is_flag=True, help="List everything that was refused or repaired.")
@archive_option
@click.pass_context
def command(
    ctx: click.Context,
    store: Store,
    paths: tuple[str, ...],
    source: str | None,
    source_from: str | None,
    timezone: str,
    max_size: int,
    workers: int | None,
    verify: bool,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Read articles from files and folders into the archive.

    Reads .txt files (one article each), and .jsonl and .ndjson files (one article on each line),
    also compressed (.gz). Articles that have not changed are left alone. Files that cannot be
    read are reported, and the rest is read: exit code 3, or 1 if nothing could be read.
    """
    if source is not None and source_from is not None:
        raise click.UsageError("--source and --source-from cannot both name the source")
    progress = Progress(quiet=quiet or verbose)  # a list would break a bar
    with reported(quiet=quiet, verbose=verbose, dry_run=dry_run) as tally:
        outcomes = newsarc.ingest(
            store,
            paths,
            source=source,
            source_from=source_from,
            timezone=timezone,
            limit=max_size * _MEGABYTE,
            workers=workers,
            verify=verify,
            dry_run=dry_run,
            merging=progress.keep_merge,
        )
        with closing(outcomes):
            for outcome in progress.follow(outcomes, paths):
                tally.count(outcome)
        progress.merge()
        store.close()
    progress.sum_up(store.files)
    ctx.exit(tally.exit_code)
