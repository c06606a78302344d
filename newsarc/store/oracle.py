"""Whether a query finds an article: what each node means, without an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import FIELDS
from newsarc.query import (
    Added,
    Address,
    All,
    And,
    Apart,
    AtLeast,
    Has,
    Id,
    In,
    Label,
    Language,
    Length,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Similar,
    Source,
    Term,
    Truncated,
    Updated,
    Wild,
)
from newsarc.store.facts import address_holds, is_between, label_holds
from newsarc.store.places import holds
from newsarc.store.texts import Text, column, written
from newsarc.text import fold_label

if TYPE_CHECKING:
    from newsarc.records.kept import Article
    from newsarc.store.base import Entry
    from newsarc.store.places import Meaning


def matches(node: Node, entry: Entry, meaning: Meaning) -> bool:
    """Tell whether a query finds an article, its words having their meaning in the archive."""
    article = entry.article
    match node:
        case All():
            return True
        case Term() | Phrase() | Loose() | Wild() | Similar() | In() | Near() | Apart() | AtLeast():
            return holds(node, words_of(entry), meaning)
        case Not(inner):
            return not matches(inner, entry, meaning)
        case And(nodes):
            return all(matches(part, entry, meaning) for part in nodes)
        case Or(nodes):
            return any(matches(part, entry, meaning) for part in nodes)
        case Published(when):
            return article.published is not None and article.published.span.overlaps(when)
        case Updated(when):
            return article.updated is not None and article.updated.span.overlaps(when)
        case Added(when):
            first = when.first.isoformat(timespec="minutes")
            last = when.last.isoformat(timespec="minutes")
            return is_between(article.added or "", first, last)
        case _:
            return _is_so(node, entry)


def _is_so(
    node: Source | Language | Label | Address | Id | Length | Has | Truncated, entry: Entry
) -> bool:
    """Tell whether a filter that is not about time lets an article pass."""
    article = entry.article
    match node:
        case Source(name):
            return article.source is not None and fold_label(article.source) == name
        case Language(code):
            return article.language == code
        case Label(field, name):
            return any(label_holds(name, str(label)) for label in _labels(article)[field])
        case Address("url", pattern):
            return address_holds(pattern, article.url)
        case Address(_, pattern):
            return any(address_holds(pattern, origin.path) for origin in article.origins)
        case Id(prefix):
            return article.id.startswith(prefix)
        case Length(least, most):
            length = len(entry.indexed.body_forms.split())
            return least <= length and (most is None or length <= most)
        case Has(fact):
            return bool(_labels(article)[fact])
        case Truncated():
            return article.truncated
        case _:
            assert_never(node)


def _labels(article: Article) -> dict[str, tuple[object, ...]]:
    """Give what is known of an article, by the names that filters have for it."""
    known = {
        "date": article.published,
        "source": article.source,
        "agency": article.agency,
        "place": article.place,
        "kicker": article.kicker,
        "genre": article.genre,
        "url": article.url,
    }
    one = {name: () if value is None else (value,) for name, value in known.items()}
    return {**one, "author": article.authors}


def words_of(entry: Entry) -> Text:
    """Give the words of an article as they were analysed for an index."""
    article, indexed = entry.article, entry.indexed
    fields = written(article.title, article.kicker, article.place, article.body)
    forms, stems, parts = (
        [column(getattr(indexed, f"{field}_{kind}").split()) for field in FIELDS]
        for kind in ("forms", "stems", "parts")
    )
    return Text(fields, forms, stems, parts)
