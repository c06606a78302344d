"""Whether a query finds an article: what each node means, without an engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.meaning.labels import address_holds, is_between, label_holds
from newsarc.meaning.places import holds
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
from newsarc.text import fold_label

if TYPE_CHECKING:
    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Text
    from newsarc.records.kept import Article


def matches(node: Node, article: Article, text: Text, meaning: Meaning) -> bool:
    """Tell whether a query finds an article, its words having their meaning in the archive."""
    match node:
        case All():
            return True
        case Term() | Phrase() | Loose() | Wild() | Similar() | In() | Near() | Apart() | AtLeast():
            return holds(node, text, meaning)
        case Not(inner):
            return not matches(inner, article, text, meaning)
        case And(nodes):
            return all(matches(part, article, text, meaning) for part in nodes)
        case Or(nodes):
            return any(matches(part, article, text, meaning) for part in nodes)
        case Published(when):
            return article.published is not None and article.published.span.overlaps(when)
        case Updated(when):
            return article.updated is not None and article.updated.span.overlaps(when)
        case Added(when):
            first = when.first.isoformat(timespec="minutes")
            last = when.last.isoformat(timespec="minutes")
            return is_between(article.added or "", first, last)
        case _:
            return _is_so(node, article, text)


def _is_so(
    node: Source | Language | Label | Address | Id | Length | Has | Truncated,
    article: Article,
    text: Text,
) -> bool:
    """Tell whether a filter that is not about time lets an article pass."""
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
            length = text.length
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
