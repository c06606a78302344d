"""Options that several commands share, and how their texts become values."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date
from functools import update_wrapper, wraps
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from newsarc import DateError, PartialDate, ZoneError, open_store
from newsarc.dates import DEFAULT_ZONE, check_zone
from newsarc.render.machine import PAGE_FORMATS
from newsarc.search import filters

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., None]
    Callback = Callable[[click.Context, click.Parameter, Any], Any]

T = TypeVar("T")

DEFAULT_ARCHIVE = "newsarc.db"


def _reading(convert: Callable[[str], T]) -> Callback:
    """Make a callback of a function that reads an option's text or raises a ValueError."""

    def callback(_ctx: click.Context, _param: click.Parameter, value: str | None) -> T | None:
        try:
            return None if value is None else convert(value)
        except (DateError, ZoneError) as error:
            raise click.BadParameter(f"{error.sentence}; {error.remedy}") from error
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return callback


def _date(text: str) -> PartialDate:
    from newsarc.dates.written import parse_day

    return parse_day(text, date.today())


def _zone(name: str) -> str:
    check_zone(name)
    return name


def _language(code: str) -> str:
    if not (code.isascii() and code.isalpha() and len(code) in {2, 3}):
        raise ValueError(f"{code!r} is not a language code; one looks like de, en or fr")
    return code.lower()


def _source(name: str) -> str:
    if not any(character.isalnum() for character in name):
        raise ValueError(f"{name!r} is not the name of a source")
    return name


def _archive(path: str) -> str:
    if not path:
        raise ValueError("an archive is the path of a file")
    return path


def archive_option(command: Command) -> Command:
    """Add `--archive`, and hand the command the store that it names, closed at the end."""
    option = click.option(
        "-a",
        "--archive",
        envvar="NEWSARC_ARCHIVE",
        default=DEFAULT_ARCHIVE,
        show_default=True,
        show_envvar=True,
        metavar="FILE",
        callback=_reading(_archive),
        help="The archive.",
    )

    def opened(ctx: click.Context, /, archive: str, **options: object) -> None:
        store = ctx.with_resource(closing(open_store(archive)))
        ctx.invoke(command, store=store, **options)

    return option(update_wrapper(click.pass_context(opened), command))


_FILTERS = (
    click.option(
        "--since",
        metavar="DATE",
        callback=_reading(_date),
        help="Published then or later: 2022, 2022-01, 2.2.2022, Februar 2022, heute, 7d.",
    ),
    click.option(
        "--until", metavar="DATE", callback=_reading(_date), help="Published then or earlier."
    ),
    click.option("--source", metavar="S", callback=_reading(_source), help="Only of this medium."),
    click.option(
        "--language",
        metavar="L",
        callback=_reading(_language),
        help="Only in this language: de, en, …",
    ),
)


def filter_options(command: Command) -> Command:
    """Add the filters, and hand them to the command as the nodes `where`."""

    @wraps(command)
    def filtered(
        since: PartialDate | None,
        until: PartialDate | None,
        source: str | None,
        language: str | None,
        **options: object,
    ) -> None:
        if since and until and since.span.first > until.span.last:
            raise click.UsageError(f"--since {since} is later than --until {until}")
        where = filters(since=since, until=until, source=source, language=language)
        command(where=where, **options)

    return _decorated(filtered, _FILTERS)


def page_options(*, limit: int, sorts: tuple[str, ...]) -> Callable[[Command], Command]:
    """Add what picks and shows a page; the first of the sorts is the usual one."""
    options = (
        click.option(
            "-n",
            "--limit",
            type=click.IntRange(min=1),
            default=limit,
            show_default=True,
            help="So many at most.",
        ),
        click.option(
            "--offset", type=click.IntRange(min=0), default=0, help="Leave out so many first."
        ),
        click.option("--sort", type=click.Choice(sorts), default=sorts[0], show_default=True),
        click.option(
            "--format",
            "format_",
            type=click.Choice(["text", *PAGE_FORMATS]),
            default="text",
            show_default=True,
        ),
    )
    return lambda command: _decorated(command, options)


def json_option(command: Command) -> Command:
    """Add `--format text|json`."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "format_", type=choice, default="text", show_default=True)(
        command
    )


zone_option = click.option(
    "--timezone",
    metavar="ZONE",
    default=DEFAULT_ZONE,
    show_default=True,
    callback=_reading(_zone),
    help="Of times that state none.",
)


workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="So many processes read and analyse.  [default: one for each core]",
)


class RunFile(click.File):
    """A file to write once the first answer is there; stdout has the results already."""

    def convert(
        self,
        value: str | os.PathLike[str] | IO[Any],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> IO[Any]:
        """Look whether it can be written, and open nothing yet: what it holds may be needed."""
        if value == "-":
            self.fail("the results go to stdout; name a file", param, ctx)
        if isinstance(value, str) and not os.path.isdir(os.path.dirname(value) or "."):
            self.fail(f"{value!r}: No such file or directory", param, ctx)
        return super().convert(value, param, ctx)


def _decorated(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
