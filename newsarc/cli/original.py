"""newsarc original"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option
from newsarc.cli.output import style, write
from newsarc.errors import NotFound
from newsarc.render.sources import document_json, document_lines

if TYPE_CHECKING:
    from newsarc import Store


@click.command("original", epilog="Example: newsarc original 5a0c --format json")
@click.argument("id_", metavar="ID")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Output format.",
)
@archive_option
def command(store: Store, id_: str, format_: str) -> None:
    """Show the document that an article was made of.

    It is what the file said, in the file's words: its text and what was stated beside it, before
    newsarc told headline, date and names from the body. The file itself is not needed.
    """
    article = store.get(id_)
    document = store.read_document(article.id)
    if document is None:
        raise NotFound(id_)
    write(document_json(document) if format_ == "json" else document_lines(document, style()))
