"""newsarc ingest"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

import newsarc
from newsarc.cli.nearest import suggestion
from newsarc.cli.options import archive_option, converted_by, workers_option, zone_option
from newsarc.cli.progress import Progress, reported
from newsarc.ingest import DEFAULT_LIMIT

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.readers.fields.keys import Mapping

_MEGABYTE = 1_000_000


def _folder(name: str) -> str:
    from newsarc.ingest.folders import level

    level(name)
    return name


def _mapping(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> Mapping:
    from newsarc.readers.fields.mapping import parse_mapping

    try:
        return parse_mapping(values)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


class FormatName(click.ParamType[str]):
    """The name of a format; an unknown one is an error that suggests the nearest."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 (as click has it)
        """Return the name. Raises BadParameter with a suggestion if there is no such format."""
        from newsarc.readers import FORMATS

        names = [name for name, each in FORMATS.items() if each.kind != "container"]
        if value in names:
            return str(value)
        meant = suggestion(value, names) or "newsarc formats lists them"
        return self.fail(f"there is no format {value!r}; {meant}", param, ctx)


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
@click.option(
    "--as",
    "format_",
    type=FormatName(),
    metavar="FORMAT",
    help="Read all files as this format; 'newsarc formats' lists them.",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    callback=_mapping,
    metavar="FIELD=COLUMN",
    help="Take a field from this column of a table, or key of JSON; several: authors=by1,by2."
    " A TOML file of such lines will do, too.",
)
@click.option("--any-page", is_flag=True, help="Also read pages that look like no article.")
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
    format_: str | None,
    mapping: Mapping,
    any_page: bool,
    workers: int | None,
    verify: bool,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Read articles from files and folders into the archive.

    Reads texts, pages, web archives, feeds, wires, tables, mail and documents, also in archives
    and compressed: 'newsarc formats' lists them. PATH - is standard input. Articles that have not
    changed are left alone. Files that cannot be read are reported, and the rest is read: exit
    code 3, or 1 if nothing could be read.
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
            format=format_,
            mapping=mapping,
            any_page=any_page,
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
