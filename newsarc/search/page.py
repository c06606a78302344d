"""Pages of hits, and what else can be asked of a store: explanations, filters, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.dates import BEGINNING, END, DateSpan
from newsarc.meaning.respelling import widened
from newsarc.passages import marked, passage
from newsarc.query import nodes
from newsarc.records.kept import Page
from newsarc.search.best import Ranked, rank
from newsarc.search.request import Request, check_request, parse_for
from newsarc.search.watch import Watch
from newsarc.search.wide import WideQuery
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from newsarc.dates import PartialDate
    from newsarc.passages import Finder
    from newsarc.records.kept import Hit, Sort
    from newsarc.search.terms import QueryTerms
    from newsarc.store import Store

DEFAULT_LIMIT = 10


def search(  # noqa: PLR0913 (each argument is a public keyword)
    store: Store,
    text: str,
    *,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
    sort: Sort = "relevance",
    where: tuple[nodes.Node, ...] = (),
    today: date | None = None,
    near_misses: int = 0,
    strict: bool = False,
    context: int = 0,
    passages: bool = True,
    watch: Watch | None = None,
) -> Page:
    """Return a page of the articles that a query finds, each with its best passage.

    `text` is a query as users type it; every text is one. The page holds at most `limit` hits and
    skips the first `offset`. `where` are further conditions that every hit must match, for example
    from `filters`. `today` is the day from which `heute` and `7d` in the query are counted; by
    default the system's date. `context` adds this number of lines before and after each passage;
    a line is a sentence, or a piece of a long one. Without `passages` hits have none, nor marks,
    nor what near misses lack: that spares half of the time. `watch` records the time of each step.

    Every hit matches, unless near misses are asked for: articles that have some of the words.
    Sorted by relevance, a page that the matches do not fill then has up to `near_misses` of them.
    They are marked as such, say what they lack, and are not counted in `total`. They follow after
    the matches or, if a query of three or more words has fewer matches than `limit`, are ranked
    among them. The notes say which similar word may be meant by one that no article has, and what
    a phrase of no article finds without its quotes. With `strict` there are neither near misses
    nor such notes.

    Raises ValueError if `limit`, `offset` or `near_misses` is negative. Raises StoreError, also for
    a page beyond `store.limits.reach`.
    """
    request = Request(limit, offset, sort, near_misses, strict)
    check_request(store, request)
    watch = watch or Watch()
    with watch.step("parse"):
        parsed = parse_for(store, text, today)
    query = nodes.conjunction((parsed.node, *where))
    with store.snapshot():
        wide = WideQuery(store, query)
        ranked = _ranked(store, wide, request, watch)
        with watch.step("passages"):
            shown = _with_passages(ranked, wide.wide_terms, context) if passages else ranked.hits
            hits = tuple(shown)
        unknown = () if ranked.total else _unknown_sources(store, query)
    return Page(str(query), ranked.total, offset, hits, parsed.notes + ranked.notes + unknown)


def _unknown_sources(store: Store, query: nodes.Node) -> tuple[str, ...]:
    from newsarc.search.sources import unknown_sources

    return unknown_sources(store, query)


def _ranked(store: Store, query: WideQuery, request: Request, watch: Watch) -> Ranked:
    """Return the hits of a page in the order that is asked for, without their passages."""
    if request.sort == "relevance" and query.terms.words:
        return rank(store, query, request, watch)
    with watch.step("find"):
        found = store.find(
            query.wide, sort=request.sort, limit=request.limit, offset=request.offset
        )
    return Ranked(found.total, found.hits, found.notes)


def _with_passages(ranked: Ranked, terms: QueryTerms, context: int) -> Iterator[Hit]:
    """Yield each hit with its passage; a near miss also with what it lacks."""
    finder = terms.finder()
    for hit in ranked.hits:
        if hit.near and ranked.near_misses:
            yield ranked.near_misses.described(hit, context)
        else:
            yield _with_marks(hit, terms, finder, context)


def _with_marks(hit: Hit, terms: QueryTerms, finder: Finder, context: int) -> Hit:
    """Return a hit with its passage and, if words were sought, the marks of its headline."""
    article = hit.article
    found = replace(hit, passage=passage(article, finder, context))
    if not terms.words:
        return found
    title, kicker = article.title or "", article.kicker or ""
    return replace(
        found,
        title=marked(title, finder.matches(title, article.language, "title")),
        kicker=marked(kicker, finder.matches(kicker, article.language, "kicker")),
    )


def explain(
    store: Store,
    text: str,
    *,
    sort: Sort = "relevance",
    where: tuple[nodes.Node, ...] = (),
    today: date | None = None,
) -> dict[str, str]:
    """Return how a query is read and answered: texts for people, by step, in their order.

    `query` is the canonical form, `also` what finds its words with other diacritics, if there are
    any in the archive: these hits rank below the others. `tree` is the outline of the query,
    `words` what each word is searched as; the other steps depend on the engine. The arguments are
    those of `search`. Raises StoreError.
    """
    from newsarc.query.outline import outline

    parsed = parse_for(store, text, today)
    query = nodes.conjunction((parsed.node, *where))
    with store.snapshot():
        wide = widened(query, store.understanding())
        below = {} if wide == query else {"also": str(wide)}
        tree = "\n".join(outline(query))
        return {"query": str(query), **below, "tree": tree, **store.explain(wide, sort=sort)}


def filters(
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    source: str | Sequence[str] | None = None,
    language: str | Sequence[str] | None = None,
) -> tuple[nodes.Node, ...]:
    """Return conditions for the argument `where` of other functions; () without arguments.

    Articles must have a date that may lie between `since` and `until`, both included; the name of
    their `source`, in any case and without regard to diacritics; their `language`, as an ISO 639-1
    code. Of several sources, or languages, any will do.
    """
    parts: list[nodes.Node] = []
    if since is not None or until is not None:
        first = BEGINNING if since is None else since.span.first
        parts.append(nodes.Published(DateSpan(first, END if until is None else until.span.last)))
    sources = tuple(nodes.Source(fold_label(name)) for name in _several(source))
    languages = tuple(nodes.Language(code.lower()) for code in _several(language))
    parts += [nodes.disjunction(several) for several in (sources, languages) if several]
    return tuple(parts)


def _several(values: str | Sequence[str] | None) -> Sequence[str]:
    return [values] if isinstance(values, str) else values or ()


def listing(
    store: Store,
    where: tuple[nodes.Node, ...] = (),
    *,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
    sort: Sort = "newest",
) -> Page:
    """Return a page of the articles that match all conditions, without scores or passages.

    Without conditions, all articles match. Raises ValueError if `limit` or `offset` is negative.
    Raises StoreError, also for a page beyond `store.limits.reach`.
    """
    check_request(store, Request(limit, offset, sort))
    query = nodes.conjunction(where)
    found = store.find(query, sort=sort, limit=limit, offset=offset)
    notes = found.notes + (() if found.total else _unknown_sources(store, query))
    return Page(str(query), found.total, offset, found.hits, notes)
