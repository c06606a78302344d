"""newsarc formats"""

from __future__ import annotations

import click

from newsarc.cli.output import style, write
from newsarc.readers import FORMATS
from newsarc.render.sources import format_lines


@click.command("formats", epilog="Example: newsarc formats")
def command() -> None:
    """List the file formats that are read, and by what."""
    write(format_lines(FORMATS.values(), style()))
