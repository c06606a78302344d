"""newsarc show"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, format_option
from newsarc.cli.output import style, write, write_notes
from newsarc.render.answers import Articles, View
from newsarc.render.formats import FORMATS

if TYPE_CHECKING:
    from newsarc import Highlights, Store


@click.command("show", epilog="Example: newsarc show 5a0c --highlight Nato")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@format_option("articles")
@click.option("--evidence", is_flag=True, help="Show the words that each field rests on.")
@click.option("--highlight", metavar="QUERY", help="Mark what this query finds in the article.")
@archive_option
def command(
    store: Store, ids: tuple[str, ...], format_: str, evidence: bool, highlight: str | None
) -> None:
    """Show whole articles.

    ID is the id of an article, its first digits (four or more, if no other article begins with
    them), the id that its source gave it, its URL, or the path of a file that it was read from.
    """
    articles = tuple(store.get(each) for each in ids)
    marked: tuple[Highlights, ...] = ()
    if highlight is not None:
        marked = tuple(newsarc.highlight(store, article, highlight) for article in articles)
        write_notes(marked[0].notes)
    write(FORMATS[format_].articles(Articles(articles, marked), View(style(), evidence=evidence)))
