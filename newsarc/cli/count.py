"""newsarc count"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, filter_options, json_option
from newsarc.cli.output import style, write, write_notes
from newsarc.cli.words import WordsCommand
from newsarc.render.machine import occurrences_json
from newsarc.render.plain import occurrences_lines

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import Node


@click.command(
    "count", cls=WordsCommand, epilog="Example: newsarc count Nato -Putin --since 2022-01"
)
@click.argument("words", nargs=-1, required=True, metavar="QUERY...")
@filter_options
@json_option
@archive_option
def command(store: Store, words: tuple[str, ...], where: tuple[Node, ...], format_: str) -> None:
    """Count the articles that match a query, and the occurrences in them.

    An occurrence is a place in headline, kicker or text where a word stands in any inflected
    form, or within a compound; words in quotes, or near each other, occur as a whole. The
    occurrences of several words add up. Words behind a minus have none.
    """
    found = newsarc.count(store, " ".join(words), where=where)
    write_notes(found.notes)
    write(occurrences_json(found) if format_ == "json" else occurrences_lines(found, style()))
