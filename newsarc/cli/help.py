"""newsarc help"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import click

from newsarc.cli.nearest import suggestion
from newsarc.cli.output import style, write
from newsarc.render.markdown import markdown_lines
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each topic is a page in `newsarc/help/`; the page's heading says what it is about.
TOPICS = (
    "deutsch", "query", "numbers", "inputs", "files", "formats", "fields", "archive", "ranking",
    "limits", "python", "changes",
)  # fmt: skip


class Topic(click.Choice[str]):
    """The name of a help page; an unknown one is an error that suggests the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 (as click has it)
        """Return the topic. Raises UsageError with a suggestion if there is no such page."""
        if value in TOPICS:
            return super().convert(value, param, ctx)
        raise click.UsageError(_no_page(printable(str(value))), ctx)


def _no_page(name: str) -> str:
    from newsarc.cli.app import COMMANDS

    if name in COMMANDS:
        return f"{name!r} is a command; newsarc {name} -h explains it"
    meant = suggestion(name, TOPICS) or "newsarc help lists all topics"
    return f"No help page {name!r}; {meant}"


@click.command("help", epilog="Example: newsarc help query")
@click.argument("topic", type=Topic(TOPICS), required=False, metavar="[TOPIC]")
def command(topic: str | None) -> None:
    """Show a page of help, or list the topics."""
    write(_topic_lines() if topic is None else markdown_lines(_page(topic), style()))


def _topic_lines() -> Iterator[str]:
    yield "newsarc help TOPIC shows one of these pages:"
    yield ""
    for topic in TOPICS:
        heading, _, _ = _page(topic).partition("\n")
        yield f"  {topic:8}  {heading.removeprefix('# ')}"
    yield ""
    yield "newsarc COMMAND -h explains a command; newsarc -h lists the commands."


def _page(topic: str) -> str:
    return (files("newsarc") / "help" / f"{topic}.md").read_text(encoding="utf-8")
