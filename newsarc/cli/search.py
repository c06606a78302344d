"""newsarc search"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

import click

import newsarc
from newsarc.cli.options import archive_option, filter_options, page_options
from newsarc.cli.output import write_page
from newsarc.search import DEFAULT_LIMIT, explain
from newsarc.text import printable

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import Node
    from newsarc.records.kept import Sort


_COUNT = re.compile(r"-n[0-9]+")


class WordsCommand(click.Command):
    """A command whose words may begin with a dash: `-Putin` is a word, `-n 5` an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the options first and the words behind `--`, whatever they look like."""
        options, words = self._sorted(ctx, args)
        return super().parse_args(ctx, [*options, *(["--", *words] if words else [])])

    def _sorted(self, ctx: click.Context, args: list[str]) -> tuple[list[str], list[str]]:
        with_value = {
            name: not param.is_flag
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            for name in param.opts
        }
        options: list[str] = []
        words: list[str] = []
        waiting = iter(args)
        for arg in waiting:
            if arg == "--":
                words += waiting
            elif arg in with_value or arg.startswith("--") or _COUNT.fullmatch(arg):
                options.append(arg)
                value = list(islice(waiting, 1 if with_value.get(arg) else 0))
                if with_value.get(arg) and not value:
                    return [arg], []  # as click sees it: an option without its argument
                options += value
            else:
                words.append(arg)
        return options, words


@click.command(
    "search",
    cls=WordsCommand,
    epilog='Example: newsarc search "Nato Osterweiterung" -Putin --since 2022-01 -n 5',
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@page_options(limit=DEFAULT_LIMIT, sorts=("relevance", "newest", "oldest"))
@filter_options
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="So many sentences more before and after each passage.",
)
@click.option("--strict", is_flag=True, help="Leave out near misses.")
@click.option("--explain", "explained", is_flag=True, help="Tell on stderr how it is answered.")
@archive_option
def command(
    store: Store,
    words: tuple[str, ...],
    limit: int,
    offset: int,
    sort: Sort,
    format_: str,
    where: tuple[Node, ...],
    context: int,
    strict: bool,
    explained: bool,
) -> None:
    """Find articles.

    Words are ANDed and found in all their inflected forms. "Words in quotes" are found
    exactly; OR (ODER), NOT (NICHT) or a leading dash, and brackets work as expected;
    source:dpa, lang:de and date:2022-01..2022-03 narrow it down. `newsarc help query`
    explains wildcards, nearness, fields and dates.
    """
    text = " ".join(words)
    if explained:
        for name, value in explain(store, text, sort=sort, where=where).items():
            click.echo(printable(f"{name}: {value}"), err=True)
    page = newsarc.search(
        store,
        text,
        limit=limit,
        offset=offset,
        sort=sort,
        where=where,
        strict=strict,
        context=context,
    )
    write_page(page, format_, searched=True)
