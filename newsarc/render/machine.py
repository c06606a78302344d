"""Pages, articles and counts for programs: JSON, JSON Lines, CSV, ids.

The names of the fields, that all of them are always there, and `FORMAT_VERSION` are a
contract; it is written down in the README.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsarc.text import escape_unprintable, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from newsarc.records.kept import Article, Count, Highlights, Hit, Page, Passage

FORMAT_VERSION = 1

CSV_NAMES = (
    "id", "external_id", "title", "kicker", "published", "published_precision", "updated",
    "source", "agency", "authors", "place", "language", "genre", "truncated", "url", "digest",
    "added", "score", "passage", "near_miss",
    "without", "similar",
)  # fmt: skip


def article_fields(article: Article) -> dict[str, Any]:
    """Give all fields of an article, as JSON names them."""
    published, updated = article.published, article.updated
    return {
        "id": article.id,
        "external_id": article.external_id,
        "title": article.title,
        "kicker": article.kicker,
        "published": published and str(published),
        "published_precision": published and published.precision,
        "updated": updated and str(updated),
        "source": article.source,
        "agency": article.agency,
        "authors": list(article.authors),
        "place": article.place,
        "language": article.language,
        "genre": article.genre,
        "truncated": article.truncated,
        "url": article.url,
        "origins": [{"path": o.path, "line": o.line} for o in article.origins],
        "body": article.body,
        "digest": article.digest,
        "added": article.added,
        "evidence": {
            e.field: {"words": e.words, "rule": e.rule, "basis": e.basis} for e in article.evidence
        },
    }


def hit_fields(hit: Hit, *, searched: bool) -> dict[str, Any]:
    """Give all fields of a hit, as JSON names them."""
    fields = article_fields(hit.article)
    del fields["body"]
    if searched:
        passage = hit.passage
        fields["score"] = hit.score
        fields["passage"] = passage and {"text": passage.text, "marks": _marks(passage)}
        fields["near_miss"] = hit.near
        fields["without"] = list(hit.without)
        fields["similar"] = list(hit.similar)
    return fields


def _marks(passage: Passage) -> list[list[int]]:
    return [list(mark) for mark in passage.marks]


def page_fields(page: Page, *, searched: bool) -> dict[str, Any]:
    """Give all fields of a page, as JSON names them."""
    return {
        "query": page.query,
        "total": page.total,
        "offset": page.offset,
        "hits": [hit_fields(hit, searched=searched) for hit in page.hits],
    }


def page_json(page: Page, *, searched: bool) -> Iterator[str]:
    """Give a page as one JSON object."""
    yield indented({"format_version": FORMAT_VERSION, **page_fields(page, searched=searched)})


def page_jsonl(page: Page, *, searched: bool) -> Iterator[str]:
    """Give each hit of a page as a JSON object on a line of its own."""
    return (one_line(hit_fields(hit, searched=searched)) for hit in page.hits)


def page_csv(page: Page, *, searched: bool) -> Iterator[str]:
    """Give a page as CSV (RFC 4180) with a line of names; several authors parted by `; `."""
    yield csv_line(_names(searched=searched))
    yield from (csv_line(csv_values(hit, searched=searched)) for hit in page.hits)


def _names(*, searched: bool) -> tuple[str, ...]:
    return CSV_NAMES if searched else CSV_NAMES[: CSV_NAMES.index("score")]


def csv_values(hit: Hit, *, searched: bool) -> list[object]:
    """Give what CSV has of a hit, in the order of its names."""
    fields = hit_fields(hit, searched=searched)
    fields["authors"] = "; ".join(fields["authors"])
    fields["truncated"] = "true" if hit.article.truncated else "false"
    if searched:
        fields["passage"] = hit.passage and hit.passage.text
        fields["near_miss"] = json.dumps(hit.near)
        fields["without"] = "; ".join(hit.without)
        fields["similar"] = "; ".join(hit.similar)
    return [fields[name] for name in _names(searched=searched)]


def csv_line(values: Iterable[object]) -> str:
    """Write values as a line of CSV; what is not known is empty."""
    import csv
    import io

    line = io.StringIO()
    texts = ("" if value is None else printable(str(value)) for value in values)
    csv.writer(line, lineterminator="").writerow(texts)
    return line.getvalue()


def page_ids(page: Page, *, searched: bool) -> Iterator[str]:  # noqa: ARG001
    """Give the id of each hit on a line of its own; of near misses, which it cannot tell, none."""
    return (hit.article.id for hit in page.hits if not hit.near)


# The formats of a page, by name; `searched` adds score and passage. A new format is a
# function and a line here.
PAGE_FORMATS: dict[str, Callable[..., Iterator[str]]] = {
    "json": page_json,
    "jsonl": page_jsonl,
    "csv": page_csv,
    "ids": page_ids,
}


def articles_json(
    articles: Sequence[Article], highlights: Sequence[Highlights] = ()
) -> Iterator[str]:
    """Give one article as a JSON object, several as an array of them.

    Where there are highlights, one for each article, each has their marks by its fields.
    """
    fields = [article_fields(article) for article in articles]
    for known, marked in zip(fields, highlights, strict=False):
        texts = {"title": marked.title, "kicker": marked.kicker, "body": marked.body}
        known["marks"] = {name: _marks(text) for name, text in texts.items()}
    yield indented(fields[0] if len(fields) == 1 else fields)


def counts_json(
    query: str, total: int, counts: Mapping[str, Mapping[str | None, int]]
) -> Iterator[str]:
    """Give counts as one JSON object: for each facet a list of values with their articles."""
    facets = {
        facet: [{"value": value, "articles": number} for value, number in numbers.items()]
        for facet, numbers in counts.items()
    }
    yield indented({"format_version": FORMAT_VERSION, "query": query, "total": total, **facets})


def occurrences_json(found: Count) -> Iterator[str]:
    """Give the numbers of a query as one JSON object."""
    yield indented(
        {
            "format_version": FORMAT_VERSION,
            "query": found.query,
            "articles": found.articles,
            "occurrences": found.occurrences,
        }
    )


def one_line(value: object) -> str:
    """Write a value as JSON on one line."""
    return escape_unprintable(json.dumps(value, ensure_ascii=False))


def indented(value: object) -> str:
    """Write a value as JSON for people, too."""
    return escape_unprintable(json.dumps(value, ensure_ascii=False, indent=2))
