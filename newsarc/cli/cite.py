"""newsarc cite"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option
from newsarc.cli.output import write
from newsarc.render.citations.styles import STYLES, citation_lines

if TYPE_CHECKING:
    from newsarc import Store


@click.command("cite", epilog="Example: newsarc cite 5a0c eedab489 --style bibtex >> articles.bib")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--style",
    type=click.Choice(tuple(STYLES)),
    default=next(iter(STYLES)),
    show_default=True,
    help="For biblatex, RIS, CSL-JSON (Zotero, pandoc), or a German citation.",
)
@archive_option
def command(store: Store, ids: tuple[str, ...], style: str) -> None:
    """Cite articles, for a bibliography or a footnote.

    ID is what `newsarc show` takes: an id or its first digits, the source's own id, a URL, a path.
    """
    articles = [store.get(each) for each in ids]
    write(citation_lines(articles, style))
