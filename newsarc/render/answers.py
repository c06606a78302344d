"""What is rendered beside pages, articles and counts, and how the user wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.render.cells import Cells
from newsarc.render.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.records.kept import Article, Highlights, Page


class Answer(Struct, frozen=True):
    """One query of a batch: its label, its text as it was typed, and the page it found."""

    label: str
    text: str
    page: Page


class Articles(Struct, frozen=True):
    """Whole articles. `highlights` are none, or one for each article."""

    articles: Sequence[Article]
    highlights: Sequence[Highlights] = ()


class View(Struct, frozen=True):
    """How the user wants to see an answer.

    `style` is for text only. `searched` adds score and passage, which a list does not have.
    `evidence` adds to an article the words that its fields rest on; JSON always has them.
    `near_lines` is how many lines of text the near misses behind the last match may take; the first
    one is always there. None is any number. `context` is the width to either side of an
    occurrence. `cells` are those of tables for programs.
    """

    style: Style = Style()
    searched: bool = True
    evidence: bool = False
    near_lines: int | None = None
    context: int = 0
    cells: Cells = Cells()
