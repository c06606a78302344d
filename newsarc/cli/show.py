"""newsarc show"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, json_option
from newsarc.cli.output import style, write, write_notes
from newsarc.render.machine import articles_json
from newsarc.render.plain import article_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc import Article, Highlights, Store


@click.command("show", epilog="Example: newsarc show 5a0c --highlight Nato")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@json_option
@click.option("--evidence", is_flag=True, help="For each field, the words it rests on.")
@click.option("--highlight", metavar="QUERY", help="Mark what this query finds in it.")
@archive_option
def command(
    store: Store, ids: tuple[str, ...], format_: str, evidence: bool, highlight: str | None
) -> None:
    """Show whole articles.

    An ID may be shortened to its first four or more digits, if these fit one article only, or be
    the path of a file that the article was read from.
    """
    articles = tuple(store.get(each) for each in ids)
    marked: tuple[Highlights, ...] = ()
    if highlight is not None:
        marked = tuple(newsarc.highlight(store, article, highlight) for article in articles)
        write_notes(marked[0].notes)
    if format_ == "json":
        write(articles_json(articles, marked))
    else:
        write(_lines(articles, marked, evidence=evidence))


def _lines(
    articles: Sequence[Article], marked: Sequence[Highlights], *, evidence: bool
) -> Iterator[str]:
    for number, (article, highlights) in enumerate(zip_longest(articles, marked)):
        if number:
            yield from ("", "")
        yield from article_lines(article, style(), evidence=evidence, highlights=highlights)
