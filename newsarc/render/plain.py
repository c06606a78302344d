"""Pages, articles and counts as text for people."""

from __future__ import annotations

from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.records.kept import Highlights, Passage
from newsarc.render.style import lines
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.records.kept import Article, Count, Evidence, Hit, Page
    from newsarc.render.answers import Answer, Articles, View
    from newsarc.render.style import Style

# Digits of an id, of its sixteen: enough to distinguish a million articles.
ID_SHOWN = 10
_BETWEEN = " · "
NO_TITLE = "(no headline)"
# In characters. A crawler may have taken a whole page for the headline.
_LONGEST_TITLE = 300
_UNKNOWN = "unknown"
_OTHERWISE = "with the words in another form or place"
_STATUS = {
    "canceled": "this item was canceled",
    "withheld": "this item is withheld",
    "corrected": "this item is a correction",
}
_CUT = "the text was cut; its rest is not known"


def page_lines(page: Page, view: View) -> Iterator[str]:
    """The hits of a page, then a line that says which of how many they are."""
    page, blocks = _fitted(page, view)
    for block in blocks:
        yield from block
        yield ""
    by_filters = view.searched and page.hits and all(hit.title is None for hit in page.hits)
    yield view.style.faint(_extent(page) + (", found by filters alone" if by_filters else ""))


def _fitted(page: Page, view: View) -> tuple[Page, list[list[str]]]:
    """Return a page without the near misses that have no room at its end, and the lines of hits."""
    numbered = enumerate(page.hits, start=page.offset + 1)
    blocks = [list(_hit_lines(f"{number}. ", hit, view.style)) for number, hit in numbered]
    matches = max((at for at, hit in enumerate(page.hits, start=1) if not hit.near), default=0)
    if view.near_lines is not None:
        lines = accumulate(len(block) + 1 for block in blocks[matches:])
        room = sum(1 for number in lines if number <= view.near_lines)
        del blocks[matches + max(room, 1) :]
    return replace(page, hits=page.hits[: len(blocks)]), blocks


def batch_lines(answers: Iterable[Answer], view: View) -> Iterator[str]:
    """Each page below a heading of its label and query."""
    for number, answer in enumerate(answers):
        if number:
            yield from ("", "")
        yield view.style.strong(printable(f"{answer.label}: {answer.text}"))
        yield ""
        yield from page_lines(answer.page, view)


def _extent(page: Page) -> str:
    """How many articles match, and how many near misses are shown beside them."""
    near = sum(hit.near for hit in page.hits)
    shown = len(page.hits) - near
    beside = f", and {_count(near, 'near miss', 'near misses')}" if near else ""
    if not page.total:
        return f"no articles found{beside}"
    if not shown:
        after = "" if near else f", but none after the first {page.offset:,}"
        return f"{_articles(page.total)}{after}{beside}"
    if shown == page.total:
        return f"{_articles(page.total)}{beside}"
    return f"{page.offset + 1:,}–{page.offset + shown:,} of {_articles(page.total)}{beside}"


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number:,} {many}"


def _articles(number: int) -> str:
    return _count(number, "article", "articles")


def _hit_lines(label: str, hit: Hit, style: Style) -> Iterator[str]:
    indent = " " * len(label)
    title = hit.title or Passage(hit.article.title or "")
    shown = _shortened(title) if title.text else Passage(NO_TITLE)
    yield from style.strong_lines(shown, indent=indent, first=label)
    yield indent + style.faint(" · ".join(_summary(hit.article)))
    if style.addresses and hit.article.url:
        yield indent + style.address(hit.article.url, len(indent))
    if hit.near:
        yield from style.wrap(printable(_missing(hit)), indent=indent)
    yield from style.wrap(_why_unmarked(hit, style), indent=indent)
    if hit.passage is not None:
        for line in lines(hit.passage):
            yield from style.wrap(style.marked(line), indent=indent)


def _missing(hit: Hit) -> str:
    """What a near miss lacks, or spells in another way than the query."""
    without = f"without: {', '.join(hit.without)}" if hit.without else ""
    similar = f"similar: {', '.join(hit.similar)}" if hit.similar else ""
    return "near miss, " + ("; ".join(filter(None, (without, similar))) or _OTHERWISE)


def _why_unmarked(hit: Hit, style: Style) -> str:
    """Why an article is a hit whose passage has no mark; "" if there is nothing to say."""
    if hit.passage is None or hit.title is None or hit.passage.marks:
        return ""
    if hit.title.marks:
        return "found in the headline"
    if hit.kicker is not None and hit.kicker.marks:
        return f"found in the kicker: {style.marked(hit.kicker)}"
    return "found by parts of a word, or by a filter"


def _shortened(title: Passage) -> Passage:
    if len(title.text) <= _LONGEST_TITLE:
        return title
    marks = ((start, min(end, _LONGEST_TITLE)) for start, end in title.marks)
    inside = tuple((start, end) for start, end in marks if start < end)
    return Passage(f"{title.text[:_LONGEST_TITLE]}…", inside)


def _summary(article: Article) -> Iterator[str]:
    yield article.id[:ID_SHOWN]
    yield "undated" if article.published is None else _moment(str(article.published))
    yield from filter(None, (article.source, article.place))


def _moment(date: str) -> str:
    """A date in ISO 8601 as people read it: a blank before the time, and no offset."""
    return date[:16].replace("T", " ")


def articles_lines(shown: Articles, view: View) -> Iterator[str]:
    """Whole articles, with two empty lines between them."""
    for number, (article, marked) in enumerate(zip_longest(shown.articles, shown.highlights)):
        if number:
            yield from ("", "")
        yield from _article_lines(article, marked or _unmarked(article), view)


def _article_lines(article: Article, shown: Highlights, view: View) -> Iterator[str]:
    """The head of an article, what is known of it, and its paragraphs, all with their marks."""
    style = view.style
    if article.kicker:
        yield from style.faint_lines(shown.kicker)
    yield from style.strong_lines(shown.title if article.title else Passage(NO_TITLE))
    yield from _facts(article, shown.place, style)
    if view.evidence:
        yield ""
        for item in article.evidence:
            yield from _evidence_lines(article, item, style)
    if article.body:
        yield ""
        for line in lines(shown.body):
            yield from style.wrap(style.marked(line)) or [""]


def _unmarked(article: Article) -> Highlights:
    title, kicker = Passage(article.title or ""), Passage(article.kicker or "")
    return Highlights(title, kicker, Passage(article.body), Passage(article.place or ""))


def _facts(article: Article, place: Passage, style: Style) -> Iterator[str]:
    published = None if article.published is None else _moment(str(article.published))
    updated = None if article.updated is None else f"updated {_moment(str(article.updated))}"
    agency = None if article.agency == article.source else article.agency
    before = [fact for fact in (published, updated, article.source, agency) if fact]
    known = [*before, *filter(None, (place.text, article.language))]
    start = len(_BETWEEN.join([*before, ""]))
    marks = tuple((start + first, start + last) for first, last in place.marks)
    line = Passage(_BETWEEN.join(known) or "no date, no source", marks)
    yield from style.faint_lines(line)
    if article.genre:
        yield from _faint_lines(article.genre, style)
    if article.authors:
        yield from _faint_lines(", ".join(article.authors), style)
    if article.truncated:
        yield style.faint(_CUT)
    if article.status:
        yield style.faint(_STATUS[article.status])
    if article.url:
        yield style.address(article.url) if style.addresses else style.faint(article.url)
    yield style.faint(f"{article.id} · added {article.added}")
    for origin in article.origins:
        yield style.faint(str(origin))


def _faint_lines(text: str, style: Style) -> Iterator[str]:
    return style.faint_lines(Passage(text))


def _evidence_lines(article: Article, item: Evidence, style: Style) -> Iterator[str]:
    yield f"{item.field}: {printable(_shown(getattr(article, item.field)))}"
    words = f"{item.basis}, {item.rule}: „{printable(item.words)}“"
    yield from style.wrap(words, indent="    ")
    if item.reasons:
        yield from style.wrap(f"because: {'; '.join(item.reasons)}", indent="    ")
    for rule, words in item.others:
        yield from style.wrap(f"otherwise, {rule}: „{printable(words)}“", indent="    ")


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value or _UNKNOWN)


def count_lines(found: Count, view: View) -> Iterator[str]:
    """The numbers of a query in one line."""
    occurrences = _count(found.occurrences, "occurrence", "occurrences")
    yield view.style.strong(f"{_articles(found.articles)}, {occurrences}")
