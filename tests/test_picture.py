"""The README's picture of a search is what the search prints."""

from __future__ import annotations

import re
from html import unescape

from tests.picture import PICTURE, QUERY, ROOT, searched, svg


def test_the_picture_shows_what_the_search_prints() -> None:
    assert PICTURE.read_text(encoding="utf-8") == svg(searched())


def test_the_picture_says_the_same_as_the_readme() -> None:
    shown = re.findall(r"<text[^>]*>(.*)</text>", PICTURE.read_text(encoding="utf-8"))
    text = "\n".join(unescape(re.sub(r"<[^>]*>", "", line)) for line in shown)
    block = (ROOT / "README.md").read_text(encoding="utf-8").split(f"$ newsarc search {QUERY}\n")[1]
    printed = block.split("\n```")[0].translate({ord("["): None, ord("]"): None})

    assert text.split("\n")[1:] == [line for line in printed.split("\n") if line]
