"""newsarc remove"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option
from newsarc.render.plain import NO_TITLE
from newsarc.text import printable

if TYPE_CHECKING:
    from newsarc import Store


@click.command("remove", epilog="Example: newsarc remove 5a0c --yes")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--yes", is_flag=True, help="Delete without asking.")
@archive_option
def command(store: Store, ids: tuple[str, ...], yes: bool) -> None:
    """Delete articles from the archive.

    Asks first. The files stay where they are; ingesting them again brings the articles back.
    """
    articles = {article.id: article for article in map(store.get, ids)}
    for article in articles.values():
        click.echo(f"{article.id} {printable(article.title or NO_TITLE)}")
    if not yes:
        if sys.stdin is None:  # closed by the shell
            raise click.UsageError("there is nobody to ask; to remove without asking: --yes")
        click.confirm(f"Delete {_counted(len(articles))}?", abort=True)
    for name in articles:
        store.remove(name)
    click.echo(f"removed {len(articles)}")


def _counted(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
