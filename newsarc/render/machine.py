"""Pages, articles and counts for programs: JSON, JSON Lines, CSV, ids.

The names of the fields are a contract, which `newsarc/help/fields.md` explains: every field is
always there. A change to them changes `FORMAT_VERSION`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsarc.render.cells import table_lines
from newsarc.text import escape_unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.records.kept import Article, Hit, Page, Passage
    from newsarc.render.answers import Answer, Articles, View

FORMAT_VERSION = 1
TAB = "\t"

CSV_NAMES = (
    "id", "external_id", "title", "kicker", "published", "published_precision", "updated",
    "source", "agency", "authors", "place", "language", "genre", "truncated", "status", "url",
    "digest", "added", "score", "passage", "near_miss", "without", "similar",
)  # fmt: skip


def article_fields(article: Article) -> dict[str, Any]:
    """All fields of an article, by their names in JSON."""
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
        "status": article.status,
        "url": article.url,
        "origins": [
            {"path": o.path, "line": o.line, "member": o.member, "offset": o.offset}
            for o in article.origins
        ],
        "body": article.body,
        "digest": article.digest,
        "added": article.added,
        "evidence": {
            e.field: {
                "words": e.words,
                "rule": e.rule,
                "basis": e.basis,
                "reasons": e.reasons,
                "others": [{"rule": rule, "words": words} for rule, words in e.others],
            }
            for e in article.evidence
        },
    }


def hit_fields(hit: Hit, view: View) -> dict[str, Any]:
    """All fields of a hit, by their names in JSON; of a search, score and passage as well."""
    fields = article_fields(hit.article)
    del fields["body"]
    if view.searched:
        passage = hit.passage
        fields["score"] = hit.score
        fields["passage"] = passage and {"text": passage.text, "marks": _marks(passage)}
        fields["near_miss"] = hit.near
        fields["without"] = list(hit.without)
        fields["similar"] = list(hit.similar)
    return fields


def _marks(passage: Passage) -> list[list[int]]:
    return [list(mark) for mark in passage.marks]


def page_fields(page: Page, view: View) -> dict[str, Any]:
    """All fields of a page, by their names in JSON."""
    return {
        "query": page.query,
        "total": page.total,
        "offset": page.offset,
        "hits": [hit_fields(hit, view) for hit in page.hits],
    }


def page_json(page: Page, view: View) -> Iterator[str]:
    """A page as one JSON object."""
    yield indented({"format_version": FORMAT_VERSION, **page_fields(page, view)})


def page_jsonl(page: Page, view: View) -> Iterator[str]:
    """Each hit of a page as a JSON object on a line of its own."""
    return (one_line(hit_fields(hit, view)) for hit in page.hits)


def page_csv(page: Page, view: View) -> Iterator[str]:
    """A page as CSV (RFC 4180) with a line of names; several authors are separated by `; `."""
    return table_lines(_page_rows(page, view), view.cells)


def page_tsv(page: Page, view: View) -> Iterator[str]:
    """As CSV, with tabs between the values."""
    return table_lines(_page_rows(page, view), view.cells, TAB)


def _page_rows(page: Page, view: View) -> Iterator[Sequence[object]]:
    yield _names(view)
    yield from (_csv_values(hit, view) for hit in page.hits)


def page_ids(page: Page, _: View) -> Iterator[str]:
    """The id of each hit on a line of its own."""
    return (hit.article.id for hit in page.hits)


def batch_json(answers: Iterable[Answer], view: View) -> Iterator[str]:
    """All pages as one JSON object, each page with its label."""
    pages = [{"label": answer.label, **page_fields(answer.page, view)} for answer in answers]
    yield indented({"format_version": FORMAT_VERSION, "queries": pages})


def batch_jsonl(answers: Iterable[Answer], view: View) -> Iterator[str]:
    """Each hit as a JSON object on a line of its own, with label and query."""
    for answer in answers:
        for hit in answer.page.hits:
            own = {"label": answer.label, "query": answer.page.query}
            yield one_line(own | hit_fields(hit, view))


def batch_csv(answers: Iterable[Answer], view: View) -> Iterator[str]:
    """All hits as one CSV table, with their label in the first column."""
    return table_lines(_batch_rows(answers, view), view.cells)


def batch_tsv(answers: Iterable[Answer], view: View) -> Iterator[str]:
    """As CSV, with tabs between the values."""
    return table_lines(_batch_rows(answers, view), view.cells, TAB)


def _batch_rows(answers: Iterable[Answer], view: View) -> Iterator[Sequence[object]]:
    yield ("label", *_names(view))
    for answer in answers:
        yield from ([answer.label, *_csv_values(hit, view)] for hit in answer.page.hits)


def batch_ids(answers: Iterable[Answer], view: View) -> Iterator[str]:
    """Label and id of each hit, with a tab between them."""
    for answer in answers:
        yield from (f"{answer.label}\t{name}" for name in page_ids(answer.page, view))


def _names(view: View) -> tuple[str, ...]:
    return CSV_NAMES if view.searched else CSV_NAMES[: CSV_NAMES.index("score")]


def _csv_values(hit: Hit, view: View) -> list[object]:
    fields = hit_fields(hit, view)
    fields["authors"] = "; ".join(fields["authors"])
    fields["truncated"] = "true" if hit.article.truncated else "false"
    if view.searched:
        fields["passage"] = hit.passage and hit.passage.text
        fields["near_miss"] = "true" if hit.near else "false"
        fields["without"] = "; ".join(hit.without)
        fields["similar"] = "; ".join(hit.similar)
    return [fields[name] for name in _names(view)]


def articles_json(shown: Articles, _: View) -> Iterator[str]:
    """One article as a JSON object, several as an array; with highlights, `marks` by field."""
    fields = [article_fields(article) for article in shown.articles]
    for known, marked in zip(fields, shown.highlights, strict=False):
        texts = ("title", "kicker", "place", "body")
        known["marks"] = {name: _marks(getattr(marked, name)) for name in texts}
    yield indented(fields[0] if len(fields) == 1 else fields)


# The standard library writes the JSON. msgspec writes other bytes for the same floats (0.00000754
# for 7.54e-06), and refuses what a file name that is not UTF-8 becomes in Python: surrogates.
def one_line(value: object) -> str:
    """A value as JSON on one line, without characters that could steer a terminal."""
    return escape_unprintable(json.dumps(value, ensure_ascii=False))


def indented(value: object) -> str:
    """A value as JSON over several lines, without characters that could steer a terminal."""
    return escape_unprintable(json.dumps(value, ensure_ascii=False, indent=2))
