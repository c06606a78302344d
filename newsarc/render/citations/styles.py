"""The styles of citations in one table. A new one is a module, and an entry in `STYLES`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from newsarc.render.citations.keys import keyed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsarc.records.kept import Article

StyleName = Literal["bibtex", "ris", "csl", "text"]

# Each module of this package has a function `lines`; it gets articles with their keys.
STYLES: dict[str, str] = {"bibtex": "bibtex", "ris": "ris", "csl": "csl", "text": "german"}


def citation_lines(articles: Iterable[Article], style: str) -> Iterator[str]:
    """Lines of citations, as the articles come. Raises ValueError for an unknown style."""
    if style not in STYLES:
        raise ValueError(f"no style {style!r}; there are {', '.join(STYLES)}")
    module = import_module(f"newsarc.render.citations.{STYLES[style]}")
    lines: Callable[[Iterable[tuple[str, Article]]], Iterator[str]] = module.lines
    return lines(keyed(articles))


def cite(articles: Iterable[Article], style: StyleName = "bibtex") -> str:
    """Return citations of articles: for biblatex, as RIS, as CSL-JSON, or as German text.

    An article that comes twice is cited once. Partial dates stay partial, and a field that is
    not known is left out. Raises ValueError for an unknown style.
    """
    return "".join(f"{line}\n" for line in citation_lines(articles, style))
