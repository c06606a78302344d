"""Draws a search in a terminal, from what the search really prints: newsarc/help/search.svg.

python -m tests.picture
"""

from __future__ import annotations

import re
import tempfile
from contextlib import closing
from html import escape
from pathlib import Path

import newsarc
from newsarc.render.answers import View
from newsarc.render.plain import page_lines
from newsarc.render.style import Style

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "newsarc" / "help" / "search.svg"
QUERY = "Nato Osterweiterung"
COLUMNS = 80

# In pixels.
_LETTER, _LINE, _MARGIN = 8.4, 20, 20
_CODE = re.compile(r"\x1b\[([0-9;]*)m")
_CLASSES = {"1": "strong", "2": "faint", "1;31": "match"}
_STYLE = """\
  rect { fill: #ffffff; stroke: #d0d7de; }
  text { font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; }
  .strong { font-weight: bold; }
  .faint { fill: #656d76; }
  .match { font-weight: bold; fill: #cf222e; }
  @media (prefers-color-scheme: dark) {
    rect { fill: #0d1117; stroke: #30363d; }
    text { fill: #e6edf3; }
    .faint { fill: #8d96a0; }
    .match { fill: #ff7b72; }
  }"""


def searched() -> list[str]:
    """The lines of a search in the seeds, as a colour terminal gets them."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "newsarc.db"
        with closing(newsarc.open_store(archive)) as store:
            for _ in newsarc.ingest(store, [ROOT / "seeds"], workers=1):
                pass
            page = newsarc.search(store, QUERY, near_misses=10)
    view = View(Style(COLUMNS, colour=True))
    return [f"$ newsarc search {QUERY}", *page_lines(page, view)]


def spans(line: str) -> str:
    """A line with a tspan for each stretch of one colour, instead of the codes of a terminal."""
    shown, name = [], ""
    for number, part in enumerate(_CODE.split(line)):
        if number % 2:  # what the brackets of the pattern caught: a code, none for the usual colour
            name = _CLASSES.get(part, "")
        elif part:
            text = escape(part, quote=False)
            shown.append(f'<tspan class="{name}">{text}</tspan>' if name else text)
    return "".join(shown)


def svg(lines: list[str]) -> str:
    """A picture of lines in a terminal, readable on light and on dark pages."""
    width = round(COLUMNS * _LETTER) + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    rows = (
        f'<text x="{_MARGIN}" y="{_MARGIN + 15 + number * _LINE}" xml:space="preserve">'
        f"{spans(line)}</text>"
        for number, line in enumerate(lines)
        if line
    )
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        f"<title>newsarc search {escape(QUERY)}</title>",
        f"<style>\n{_STYLE}\n</style>",
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8"/>',
    )
    return "\n".join((*head, *rows, "</svg>\n"))


def main() -> None:
    PICTURE.write_text(svg(searched()), encoding="utf-8")


if __name__ == "__main__":
    main()
