"""newsarc show"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option, json_option
from newsarc.cli.output import style, write
from newsarc.render.machine import articles_json
from newsarc.render.plain import article_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc import Article, Store


@click.command("show", epilog="Example: newsarc show 5a0c --evidence")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@json_option
@click.option("--evidence", is_flag=True, help="For each field, the words it rests on.")
@archive_option
def command(store: Store, ids: tuple[str, ...], format_: str, evidence: bool) -> None:
    """Show whole articles.

    An ID may be shortened to any four or more digits that fit one article only, or be the
    path of a file that the article was read from.
    """
    articles = tuple(store.get(each) for each in ids)
    write(articles_json(articles) if format_ == "json" else _lines(articles, evidence=evidence))


def _lines(articles: tuple[Article, ...], *, evidence: bool) -> Iterator[str]:
    for number, article in enumerate(articles):
        if number:
            yield from ("", "")
        yield from article_lines(article, style(), evidence=evidence)
