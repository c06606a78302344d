"""newsarc check"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newsarc.cli.options import archive_option

if TYPE_CHECKING:
    from newsarc import Store


@click.command("check", epilog="Example: newsarc check && cp newsarc.db backup.db")
@archive_option
@click.pass_context
def command(ctx: click.Context, store: Store) -> None:
    """Check the archive's file, and its index against the articles.

    If something is wrong, the exit code is 1 and the output says what to run.
    """
    faults = store.check()
    for fault in faults:
        click.echo(fault)
    if faults:
        ctx.exit(1)
    click.echo("the archive is sound")
