"""newsarc count"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, filter_options, format_option
from newsarc.cli.output import style, write, write_notes
from newsarc.cli.words import WordsCommand
from newsarc.render.answers import View
from newsarc.render.formats import FORMATS

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes


@click.command(
    "count", cls=WordsCommand, epilog="Example: newsarc count Nato -Putin --since 2022-01"
)
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@filter_options
@format_option("count")
@archive_option
def command(
    store: Store, words: tuple[str, ...], where: tuple[nodes.Node, ...], format_: str
) -> None:
    """Count the articles of a query, and the occurrences in them.

    An occurrence is a place in headline, kicker or text with one of the words, in any inflected
    form or inside a compound. A phrase in quotes, or words near each other, occur as a whole. The
    occurrences of several words are added up. Words after a minus do not count.
    """
    found = newsarc.count(store, " ".join(words), where=where)
    write_notes(found.notes)
    write(FORMATS[format_].count(found, View(style())))
