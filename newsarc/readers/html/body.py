"""The paragraphs of the article on a page.

trafilatura finds them. A page may state them, too (`articleBody`), and state its lead where
trafilatura takes that for furniture. Lists of links and the repeated headline do not belong to
them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsarc.readers.html.tree import is_usual, text_of
from newsarc.readers.markup import without_markup
from newsarc.text import clean, fold_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsarc.readers.html.stated import Stated

# A list of which this share of the text is linked leads to other articles.
_LINKED = 0.8
# The stated text is taken where trafilatura found less than half of it, or all of it in one piece.
_HALF, _NEARLY = 2, 0.9
# In characters: of a lead, as those below.
_SHORTEST_LEAD, _LONGEST_LEAD = 60, 600
_BEGINNING, _FIRST = 40, 4
_FEW = 6  # lines in which the head may be repeated
_MOST = 5000  # elements that are looked at for the lead


def body_of(page: Stated, head: Iterable[str]) -> str:
    """Return the paragraphs of the article, separated by empty lines, or "".

    `head` are lines that belong to other fields: the headline, a byline, a date.

    Changes the tree: lists of links are gone afterwards.
    """
    leads = list(_leads(page))
    _drop_link_lists(page.tree)
    found = _extracted(page.tree)
    stated = _stated_body(page)
    is_one = "\n" not in found  # as trafilatura returns a text that it took from there
    if len(stated) > _HALF * len(found) or (is_one and len(stated) > _NEARLY * len(found)):
        return stated
    known = set(map(fold_label, head))
    lines = [
        line
        for n, line in enumerate(filter(None, found.split("\n")))
        if not _is_head(n, line, known)
    ]
    lead = next((each for each in leads if each[:_BEGINNING] not in found), None)
    return clean("\n\n".join([lead, *lines] if lead and lines else lines))


def _extracted(tree: HtmlElement) -> str:
    """Return the text that trafilatura finds; it copies the tree."""
    if not is_usual(tree):
        return clean("\n".join(filter(None, map(text_of, tree.iter("p")))))
    from trafilatura import bare_extraction

    try:
        # Where it removes duplicates, it keeps what it has seen before; so it does not.
        found = bare_extraction(tree, fast=True, include_comments=False, deduplicate=False)
    except Exception:  # noqa: BLE001 (a foreign program on foreign pages)
        return ""
    text = getattr(found, "text", None)
    return clean(text) if isinstance(text, str) else ""


def _stated_body(page: Stated) -> str:
    stated = None if page.article is None else page.article.get("articleBody")
    return clean(without_markup(stated)) if isinstance(stated, str) else ""


def _drop_link_lists(tree: HtmlElement) -> None:
    for each in [one for one in tree.iter("ul", "ol") if _is_linked(one)]:
        if each.getparent() is not None:
            each.drop_tree()


def _is_linked(element: HtmlElement) -> bool:
    """Whether nearly all text of a list is within links."""
    linked = sum(_length(link) for link in element.iterdescendants("a"))
    return linked > 0 and linked >= _LINKED * _length(element)


def _length(element: HtmlElement) -> int:
    return len("".join("".join(element.itertext()).split()))


def _is_head(number: int, line: str, known: Collection[str]) -> bool:
    return number < _FEW and fold_label(line) in known


def _leads(page: Stated) -> Iterator[str]:
    """Yield the stated descriptions that stand on the page as they are."""
    claims = (*page.linked("description"), *page.meta("og:description", "description"))
    stated = {one.words for one in claims if _SHORTEST_LEAD <= len(one.words) <= _LONGEST_LEAD}
    if stated:
        yield from _standing(stated, page.tree.iter("p", "div", "h2", "h3", "strong", "span"))


def _standing(stated: Iterable[str], elements: Iterable[HtmlElement]) -> Iterator[str]:
    folded: Sequence[tuple[str, str]] = [(words, fold_label(words)) for words in stated]
    begins = {words[:_FIRST] for words in stated}
    for element in islice(elements, _MOST):
        first = next(filter(str.strip, element.itertext()), "").lstrip()
        if first[:_FIRST] in begins:
            label = fold_label(_start(element))
            yield from (words for words, other in folded if other == label)


def _start(element: HtmlElement) -> str:
    """Return the text of an element, if it is no longer than a lead."""
    text = text_of(element)
    return text if len(text) <= _LONGEST_LEAD else ""
