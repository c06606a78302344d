"""Output to the terminal: its width, its colours, its pager."""

from __future__ import annotations

import os
import sys
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from newsarc.cli.streams import discard
from newsarc.render.answers import View
from newsarc.render.formats import FORMATS
from newsarc.render.style import Style
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsarc import Page
    from newsarc.render.cells import Cells
    from newsarc.search import Watch

# Terminals that make links, by their names and by what they set. Inside of tmux and screen no one
# knows.
_PASSING_NOTHING = {"TMUX", "STY"}
_LINKING = {
    "alacritty", "foot", "ghostty", "iTerm.app", "vscode", "WezTerm", "xterm-ghostty",
    "xterm-kitty",
}  # fmt: skip
_LINKING_SET = {"KONSOLE_VERSION", "VTE_VERSION", "WT_SESSION"}
# In columns. Longer lines are hard to read.
_WIDEST = 96
# Lines of a screen, as terminals have them at first, where there is none.
_SCREEN = 24
# Lines of a screen that near misses leave for what the page says of itself, and for the prompt.
_BESIDE = 3


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()  # the shell may have closed it


def style() -> Style:
    """The style of the terminal: no colour in a pipe, nor if NO_COLOR is set or TERM is dumb."""
    if not _on_terminal():
        return Style()
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    import shutil

    columns = min(shutil.get_terminal_size().columns, _WIDEST)
    links = colour and _makes_links(os.environ)
    return Style(columns, colour, addresses=True, links=links, bars=True)


def columns() -> int | None:
    """The number of columns of the terminal, None in a pipe."""
    if not _on_terminal():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def _makes_links(known: Mapping[str, str]) -> bool:
    """Whether the terminal makes links of what is marked as one (OSC 8), by what it sets."""
    if not _PASSING_NOTHING.isdisjoint(known):
        return False
    named = {known.get("TERM"), known.get("TERM_PROGRAM")}
    return not named.isdisjoint(_LINKING) or not _LINKING_SET.isdisjoint(known)


def write(lines: Iterable[str]) -> None:
    """Write lines to stdout, as they come; through the pager if they do not fit the terminal."""
    if not _on_terminal():
        for line in lines:
            click.echo(line)
        return
    waiting = iter(lines)
    first = list(islice(waiting, _screen()))
    if sum(line.count("\n") + 1 for line in first) < _screen():
        click.echo("\n".join(first))
    else:
        click.echo_via_pager(f"{line}\n" for line in chain(first, waiting))


def _screen() -> int:
    """The number of lines of the terminal, or of a usual one in a pipe."""
    if not _on_terminal():
        return _SCREEN
    import shutil

    return shutil.get_terminal_size().lines


def tell(line: str) -> None:
    """Write a line to stderr. A closed stderr is no error: the line is lost, the work goes on."""
    try:
        click.echo(line, err=True)
    except BrokenPipeError:
        discard(sys.stderr)


def write_notes(notes: Iterable[str]) -> None:
    """Write notes about a query to stderr."""
    for note in notes:
        tell(printable(f"note: {note}"))


def write_explanation(steps: Mapping[str, str], watch: Watch) -> None:
    """Write to stderr how a query was answered, and the time of each step."""
    from newsarc.render.explained import explanation_lines, timing_line

    for line in (*explanation_lines(steps), timing_line(watch.seconds)):
        tell(line)


def write_page(
    page: Page, format_: str, cells: Cells, *, searched: bool, whole: bool = True
) -> None:
    """Write a page in a format, and the notes on its query to stderr.

    Unless the `whole` page is wanted, a text has at most one screen of near misses at its end.
    """
    write_notes(page.notes)
    near_lines = None if whole else _screen() - _BESIDE
    view = View(style(), searched=searched, near_lines=near_lines, cells=cells)
    lines = list(FORMATS[format_].page(page, view))
    if lines:
        write(["\n".join(lines)])  # at once: each write costs 0.02 ms
