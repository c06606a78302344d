"""The paragraphs of the article on a page, as trafilatura finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.text import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def body_of(tree: HtmlElement) -> str:
    """Return the paragraphs of the article, separated by empty lines, or "". The tree stays."""
    from trafilatura import bare_extraction

    try:
        # It copies the tree. It keeps what it has seen where it removes duplicates, so it does not.
        found = bare_extraction(tree, fast=True, include_comments=False, deduplicate=False)
    except Exception:  # noqa: BLE001 (a foreign program on foreign pages; a page without a text)
        return ""
    text = None if found is None else found.text
    return clean("\n\n".join((text or "").split("\n")))
