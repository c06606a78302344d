"""An article as the columns of the table `article`, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import json

from newsarc.dates import PartialDate
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.store.kinds import instants
from newsarc.store.sqlite.articles.deflate import inflated
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsarc.store.kinds import Entry

# The columns that an article is read from, in this order. Its text is in another table.
COLUMNS = (
    "id", "digest", "external_id", "title", "kicker", "published", "updated", "source",
    "agency", "authors", "place", "language", "genre", "truncated", "status", "url", "added",
    "evidence",
)  # fmt: skip

# Those that do not change after an article was written.
SEALED = tuple(column for column in COLUMNS if column != "added")


class UnreadableRow(ValueError):
    """A database row that is no article; the message is the article's id."""


def article_columns(entry: Entry) -> dict[str, Any]:
    """Return the columns of the table `article` by name, all but `row` and `added`."""
    article = entry.article
    plain = {name: getattr(article, name) for name in COLUMNS if name != "added"}
    span = article.published and article.published.span
    first, last = instants(entry) or (None, None)
    columns = plain | {
        "fingerprint": entry.fingerprint,
        "claimed": int(entry.claimed),
        "claimed_source": entry.source or "",
        "title_form": article.title and fold_label(article.title),
        "source_form": article.source and fold_label(article.source),
        "published": article.published and str(article.published),
        "published_first": span and span.first.isoformat(timespec="minutes"),
        "published_last": span and span.last.isoformat(timespec="minutes"),
        "instant_first": first,
        "instant_last": last,
        "updated": article.updated and str(article.updated),
        "authors": _json(article.authors),
        "truncated": int(article.truncated),
    }
    return columns | {"evidence": _evidence_json(article.evidence, columns)}


def read_article(columns: Iterable[Any], body: bytes, origins: tuple[Origin, ...]) -> Article:
    """Return an article from the values of `COLUMNS` and its deflated body.

    Raises UnreadableRow if they are not as `article_columns` and `deflated` write them.
    """
    values = dict(zip(COLUMNS, columns, strict=True))
    try:
        values["evidence"] = tuple(_evidence(values))
        values["body"] = inflated(body)
        for name in ("published", "updated"):
            values[name] = values[name] and PartialDate.parse(values[name])
        values["authors"] = tuple(json.decode(values["authors"]))
        values["truncated"] = bool(values["truncated"])
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableRow(values["id"]) from error
    return Article(origins=origins, **values)


def _evidence_json(evidence: Iterable[Evidence], columns: Mapping[str, Any]) -> str:
    """Return evidence as JSON, without what `_evidence` can restore.

    That is words that equal the column of their field, and the usual basis, "stated", where
    nothing follows. Reasons are texts, what said otherwise is pairs.
    """
    rows: list[list[object]] = []
    for one in evidence:
        words = None if one.words == columns.get(one.field) else one.words
        row = [one.field, words, one.rule]
        if one.reasons or one.others or one.basis != "stated":
            row.append(one.basis)
        rows.append([*row, *one.reasons, *one.others])
    return _json(rows)


def _json(value: object) -> str:
    return json.encode(value).decode()


def _evidence(columns: Mapping[str, Any]) -> Iterator[Evidence]:
    """Yield the evidence that `_evidence_json` has written."""
    for field, words, rule, *rest in json.decode(columns["evidence"]):
        basis, *more = rest or ["stated"]
        known = columns[field] if words is None else words
        reasons = tuple(one for one in more if isinstance(one, str))
        others = tuple(tuple(one) for one in more if not isinstance(one, str))
        yield Evidence(field, known, rule, basis, reasons, others)
