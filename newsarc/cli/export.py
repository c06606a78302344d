"""newsarc export"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, cells_options, converted_by, filter_options
from newsarc.cli.output import tell, write_notes
from newsarc.cli.progress import Progress
from newsarc.cli.words import WordsCommand
from newsarc.exports.manifest import ENDING

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes
    from newsarc.records.kept import Sort
    from newsarc.render.cells import Cells

DIFFERS = 3  # an exit code: the same export gives something else now


@click.command(
    "export", cls=WordsCommand, epilog="Example: newsarc export Nato --since 2022 --to nato.csv"
)
@click.argument("words", nargs=-1, metavar="[QUERY]...")
@click.option(
    "--to",
    metavar="PATH",
    help="File that ends in .jsonl, .csv, .tsv or .parquet; a name without an ending is a folder "
    "of text files.",
)
@click.option(
    "--fields",
    multiple=True,
    metavar="NAMES",
    callback=converted_by(str),
    help="Write these fields only: id,published,title,body.  [default: all]",
)
@click.option(
    "--sort",
    type=click.Choice(("newest", "oldest", "added", "title", "source")),
    default="newest",
    show_default=True,
    help="Order of the articles.",
)
@cells_options
@click.option(
    "--again",
    metavar="MANIFEST",
    help="Make an export again, or say what has changed since: exit code 3.",
)
@filter_options
@archive_option
@click.pass_context
def command(
    ctx: click.Context,
    store: Store,
    words: tuple[str, ...],
    to: str | None,
    fields: tuple[str, ...],
    sort: Sort,
    cells: Cells,
    again: str | None,
    where: tuple[nodes.Node, ...],
) -> None:
    """Write whole articles into a file or folder.

    All of them are written, or those of a query. A manifest beside them says what was asked, of
    which archive, and what was written: the query as it was read, counts, versions, and a SHA-256
    of each file.
    """
    if again is not None:
        _demand_nothing_else(words, where, fields)
        ctx.exit(_again(store, again, to))
    if to is None:
        raise click.UsageError("Missing option '--to': where to write the articles.")
    text = " ".join(words)
    found = newsarc.tally(store, text, ["language"], where=where)
    write_notes(found.notes)
    with Progress(quiet=False).counting(found.articles) as count:
        made = newsarc.export(
            store, text, to, where=where, fields=fields, sort=sort, cells=cells, progress=count
        )
    click.echo(f"{_articles(made.articles)} in {to}; {to}{ENDING} says how they were found")


def _again(store: Store, path: str, to: str | None) -> int:
    found = newsarc.again(store, path, to)
    for sentence in found.changes:
        tell(sentence)
    same = "differs from" if found.changes else "is the same as"
    click.echo(f"{_articles(found.manifest.articles)}: the export {same} that of {path}")
    return DIFFERS if found.changes else 0


def _demand_nothing_else(
    words: tuple[str, ...], where: tuple[nodes.Node, ...], fields: tuple[str, ...]
) -> None:
    if words or where or fields:
        raise click.UsageError("--again takes query, filters and fields from the manifest.")


def _articles(number: int) -> str:
    return f"{number:,} {'article' if number == 1 else 'articles'}"
