"""Articles as rows of the archive's file, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsarc.dates import PartialDate
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.store.sqlite.articles.deflate import inflated
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsarc.store.kinds import Entry

COLUMNS = (
    "id", "digest", "external_id", "title", "kicker", "published", "updated", "source",
    "agency", "authors", "place", "language", "genre", "truncated", "url", "added", "evidence",
)  # fmt: skip

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class UnreadableRow(ValueError):
    """A row that no writer of ours has written; its message is the article's id."""


def article_columns(row: int, entry: Entry, added: str) -> dict[str, Any]:
    """Give the columns of an article, by name, but for its text."""
    article = entry.article
    plain = {name: getattr(article, name) for name in COLUMNS}
    span = article.published and article.published.span
    columns = plain | {
        "row": row,
        "fingerprint": entry.fingerprint,
        "claimed": int(entry.claimed),
        "title_form": article.title and fold_label(article.title),
        "source_form": article.source and fold_label(article.source),
        "published": article.published and str(article.published),
        "published_first": span and span.first.isoformat(timespec="minutes"),
        "published_last": span and span.last.isoformat(timespec="minutes"),
        "updated": article.updated and str(article.updated),
        "authors": _json(article.authors),
        "truncated": int(article.truncated),
        "added": added,
    }
    return columns | {"evidence": _evidence_json(article.evidence, columns)}


def read_article(columns: Iterable[Any], body: bytes, origins: tuple[Origin, ...]) -> Article:
    """Make an article of the values of `COLUMNS` and its text. Raises UnreadableRow."""
    values = dict(zip(COLUMNS, columns, strict=True))
    try:
        values["evidence"] = tuple(_evidence(values))
        values["body"] = inflated(body)
        for name in ("published", "updated"):
            values[name] = values[name] and PartialDate.parse(values[name])
        values["authors"] = tuple(json.loads(values["authors"]))
        values["truncated"] = bool(values["truncated"])
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableRow(values["id"]) from error
    return Article(origins=origins, **values)


def _evidence_json(evidence: Iterable[Evidence], columns: Mapping[str, Any]) -> str:
    """Leave out the words that a column has, and that what is stated is stated, as most is."""
    return _json(
        [
            (e.field, None if e.words == columns.get(e.field) else e.words, e.rule)
            + ((e.basis,) if e.basis != "stated" else ())
            for e in evidence
        ]
    )


def _evidence(columns: Mapping[str, Any]) -> Iterator[Evidence]:
    for field, words, *rest in json.loads(columns["evidence"]):
        yield Evidence(field, columns[field] if words is None else words, *rest)
