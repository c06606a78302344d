"""The command `newsarc`: its commands, each loaded when it is used, and the one place of errors."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from newsarc import NewsarcError, __version__
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each is a module of this package, with a click command of the same name.
COMMANDS = (
    "ingest", "search", "count", "list", "show", "stats", "remove", "check", "reindex", "help",
)  # fmt: skip

# So many objects more are made than freed before Python looks for those that nobody needs. With
# its own few hundred that takes a tenth of an ingestion, and finds next to nothing.
OBJECTS = 20_000
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO}
INTERRUPTED = 130  # as shells count it: 128 and the number of SIGINT


class Refused(click.ClickException):
    """What newsarc refuses, as click shows it."""

    def __init__(self, error: NewsarcError) -> None:
        """Take the sentence and the remedy from the error."""
        super().__init__("\n".join(map(printable, str(error).split("\n"))))


class Commands(click.Group):
    """The group of all commands, and the boundary at which errors become messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order in which one needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        gc.disable()  # nothing that is loaded is garbage
        command: click.Command = import_module(f"newsarc.cli.{cmd_name}").command
        gc.freeze()  # at its end Python need not look it through
        gc.enable()
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click has it)
        """Run a command; tell what newsarc refuses in its own words."""
        try:
            return super().invoke(ctx)
        except NewsarcError as error:
            raise Refused(error) from error
        except BrokenPipeError:  # whoever read this has seen enough
            _write_no_more()
            ctx.exit(0)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            _write_no_more()
            raise click.ClickException(
                f"the output cannot be written ({error.strerror})"
            ) from error
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


def _write_no_more() -> None:
    """Let what is still to be written go nowhere, or Python complains of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: newsarc ingest seeds/ && newsarc search Nato Osterweiterung",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def app() -> None:
    """Read folders of news articles into one searchable archive."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line; characters that the terminal cannot show become question marks."""
    gc.set_threshold(OBJECTS)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what Ctrl-C does
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # none at all where the shell closed it
            stream.reconfigure(errors="replace")
    app.main(args, prog_name="newsarc")
