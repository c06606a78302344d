"""The command `newsarc`: loads a command when it is used, and shows its errors to the user."""

from __future__ import annotations

import errno
import gc
import io
import signal
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from newsarc import NewsarcError, __version__
from newsarc.cli.streams import discard
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each command is a module of this package, which calls it `command`.
COMMANDS = (
    "ingest", "search", "count", "kwic", "list", "show", "original", "cite", "stats", "trend",
    "export", "remove", "check", "reindex", "formats", "help",
)  # fmt: skip

# Garbage-collector threshold; Python's default costs a tenth of an ingestion and frees almost
# nothing.
GC_THRESHOLD = 20_000
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO}
# In characters. The first sentence on a command is shown whole.
_LONGEST_HELP = 200
INTERRUPTED = 130  # as shells report it: 128 plus the number of SIGINT


class Refused(click.ClickException):
    """A `NewsarcError` as click shows it: `Error: `, the sentence, and the remedy below it."""

    def __init__(self, error: NewsarcError) -> None:
        """Copy the message of an error, without characters that could steer a terminal."""
        super().__init__("\n".join(map(printable, str(error).split("\n"))))


class Commands(click.Group):
    """The group of all commands. Errors become messages here and nowhere else."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (as click has it)
        """The names of all commands, in the order in which a user needs them."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with the whole sentence that click would cut in the middle."""
        commands = ((name, self.get_command(ctx, name)) for name in COMMANDS)
        rows = [
            (name, known.get_short_help_str(_LONGEST_HELP)) for name, known in commands if known
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed. For an unknown one, suggest the nearest name."""
        from newsarc.cli.nearest import suggestion

        name = args[0]
        meant = None if name in COMMANDS else suggestion(name, COMMANDS)
        if meant is None or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"No such command {printable(name)!r}; {meant}", ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as click has it)
        """Import the module of a command; None if there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        gc.disable()  # an import makes no garbage
        command: click.Command = import_module(f"newsarc.cli.{cmd_name}").command
        gc.freeze()  # so that Python need not scan the modules when it ends
        gc.enable()
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click has it)
        """Run a command; turn errors that the user can mend into messages and exit codes."""
        try:
            return super().invoke(ctx)
        except NewsarcError as error:
            raise Refused(error) from error
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            discard(sys.stdout)
            ctx.exit(0)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            discard(sys.stdout)
            raise click.ClickException(
                f"the output cannot be written ({error.strerror})"
            ) from error
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


def _tell_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version, and whether a native module or its Python twin scans texts."""
    if asked and not context.resilient_parsing:
        from newsarc.scanner import NATIVE

        click.echo(f"newsarc {__version__} ({'native scanner' if NATIVE else 'scanner in Python'})")
        context.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: newsarc ingest seeds/ && newsarc search Nato Osterweiterung",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version and exit.",
)
def app() -> None:
    """Read folders of news articles into one searchable archive."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line. Characters that the terminal cannot show become question marks."""
    gc.set_threshold(GC_THRESHOLD)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C does
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None if the shell closed it
            stream.reconfigure(errors="replace")
    app.main(args, prog_name="newsarc")
