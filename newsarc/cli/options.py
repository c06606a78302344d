"""Options that several commands share, and the values that they hand to a command."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date
from functools import update_wrapper, wraps
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from newsarc import DateError, PartialDate, ZoneError, open_store
from newsarc.dates import DEFAULT_ZONE, check_zone
from newsarc.render.cells import Cells
from newsarc.render.formats import formats_of
from newsarc.search import filters

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsarc.render.formats import Kind

    Command = Callable[..., None]
    Callback = Callable[[click.Context, click.Parameter, Any], Any]

T = TypeVar("T")

DEFAULT_ARCHIVE = "newsarc.db"


def converted_by(convert: Callable[[str], T]) -> Callback:
    """A click callback from a function that converts a text or raises ValueError.

    For an option that may be given several times the callback returns a tuple; each value of it
    may be a list, its parts separated by commas.
    """

    def callback(
        _ctx: click.Context, _param: click.Parameter, value: str | tuple[str, ...] | None
    ) -> T | tuple[T, ...] | None:
        try:
            if isinstance(value, tuple):
                return tuple(map(convert, _listed(value)))
            return None if value is None else convert(value)
        except (DateError, ZoneError) as error:
            raise click.BadParameter(f"{error.sentence}; {error.remedy}") from error
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return callback


def _listed(values: tuple[str, ...]) -> list[str]:
    parts = [part.strip() for value in values for part in value.split(",")]
    return [part for part in parts if part] or [*values]


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
    """Add `--archive`. The command gets the opened `store`, which is closed when it ends."""
    option = click.option(
        "-a",
        "--archive",
        envvar="NEWSARC_ARCHIVE",
        default=DEFAULT_ARCHIVE,
        show_default=True,
        show_envvar=True,
        metavar="FILE",
        callback=converted_by(_archive),
        help="Archive file.",
    )

    def opened(ctx: click.Context, /, archive: str, **options: object) -> None:
        store = ctx.with_resource(closing(open_store(archive)))
        ctx.invoke(command, store=store, **options)

    return option(update_wrapper(click.pass_context(opened), command))


_FILTERS = (
    click.option(
        "--since",
        metavar="DATE",
        callback=converted_by(_date),
        help="Published on this date or later: 2022, 2022-01, 2.2.2022, Februar 2022, heute, 7d.",
    ),
    click.option(
        "--until",
        metavar="DATE",
        callback=converted_by(_date),
        help="Published on this date or earlier.",
    ),
    click.option(
        "--source",
        metavar="NAME",
        multiple=True,
        callback=converted_by(_source),
        help="Only articles from this source: dpa. Several: dpa,AFP, or the option again.",
    ),
    click.option(
        "--language",
        metavar="CODE",
        multiple=True,
        callback=converted_by(_language),
        help="Only articles in this language: de. Several: de,en, or the option again.",
    ),
)


def filter_options(command: Command) -> Command:
    """Add the filters. The command gets them as query nodes, `where`."""

    @wraps(command)
    def filtered(
        since: PartialDate | None,
        until: PartialDate | None,
        source: tuple[str, ...],
        language: tuple[str, ...],
        **options: object,
    ) -> None:
        if since and until and since.span.first > until.span.last:
            raise click.UsageError(f"--since {since} is later than --until {until}")
        where = filters(since=since, until=until, source=source, language=language)
        command(where=where, **options)

    return _decorated(filtered, _FILTERS)


def page_options(*, limit: int, sorts: tuple[str, ...]) -> Callable[[Command], Command]:
    """Add `--limit`, `--offset`, `--sort` and `--format`. The first of the sorts is the default."""
    options = (
        click.option(
            "-n",
            "--limit",
            type=click.IntRange(min=1),
            default=limit,
            show_default=True,
            metavar="N",
            help="Maximum number of results.",
        ),
        click.option(
            "--offset",
            type=click.IntRange(min=0),
            default=0,
            metavar="N",
            help="Skip the first N results.",
        ),
        click.option(
            "--sort",
            type=click.Choice(sorts),
            default=sorts[0],
            show_default=True,
            help="Order of the results.",
        ),
        format_option("page"),
    )
    return lambda command: _decorated(command, options)


def format_option(kind: Kind) -> Callable[[Command], Command]:
    """Add `--format` with the formats that know a kind of answer, and the options of tables."""
    names = formats_of(kind)
    option = _named_format(names)
    return lambda command: option(cells_options(command) if "csv" in names else command)


def cells_options(command: Command) -> Command:
    """Add `--exact` and `--bom`. The command gets them as `cells`."""

    @wraps(command)
    def written(exact: bool, bom: bool, **options: object) -> None:
        command(cells=Cells(exact, bom), **options)

    return _decorated(written, _CELLS)


def _named_format(names: tuple[str, ...]) -> Callable[[Command], Command]:
    return click.option(
        "--format",
        "format_",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="Output format.",
    )


_CELLS = (
    click.option(
        "--exact",
        is_flag=True,
        help="Leave the cells of a table as they are, for programs. Else one that a spreadsheet "
        "would take for a formula begins with an apostrophe.",
    ),
    click.option(
        "--bom", is_flag=True, help="Begin a table with the mark by which Excel knows UTF-8."
    ),
)


zone_option = click.option(
    "--timezone",
    metavar="ZONE",
    default=DEFAULT_ZONE,
    show_default=True,
    callback=converted_by(_zone),
    help="Time zone assumed for times that state none.",
)


workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Number of processes that read and analyse.  [default: one per core]",
)


class RunFile(click.File):
    """The type of `--run-file`: a file that is opened when the first answer is there."""

    def convert(
        self,
        value: str | os.PathLike[str] | IO[Any],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> IO[Any]:
        """Check the path without opening the file, so that a wrong command does not empty it."""
        if value == "-":
            self.fail("the results go to stdout; name a file", param, ctx)
        if isinstance(value, str) and not os.path.isdir(os.path.dirname(value) or "."):
            self.fail(f"{value!r}: No such file or directory", param, ctx)
        return super().convert(value, param, ctx)


def _decorated(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
