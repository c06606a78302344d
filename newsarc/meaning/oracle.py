"""The oracle: whether a query finds an article. Every engine must agree with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.meaning.labels import address_holds, is_between, label_holds
from newsarc.meaning.places import holds
from newsarc.query import nodes
from newsarc.text import fold_label

if TYPE_CHECKING:
    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Text
    from newsarc.records.kept import Article


def matches(node: nodes.Node, article: Article, text: Text, meaning: Meaning) -> bool:
    """Return whether a query finds an article, given its text and what words mean here."""
    match node:
        case nodes.All():
            return True
        case (
            nodes.Term()
            | nodes.Phrase()
            | nodes.Loose()
            | nodes.Wild()
            | nodes.Similar()
            | nodes.In()
            | nodes.Near()
            | nodes.Apart()
            | nodes.AtLeast()
        ):
            return holds(node, text, meaning)
        case nodes.Not(inner):
            return not matches(inner, article, text, meaning)
        case nodes.And(parts):
            return all(matches(part, article, text, meaning) for part in parts)
        case nodes.Or(parts):
            return any(matches(part, article, text, meaning) for part in parts)
        case nodes.Published(when):
            return article.published is not None and article.published.span.overlaps(when)
        case nodes.Updated(when):
            return article.updated is not None and article.updated.span.overlaps(when)
        case nodes.Added(when):
            first = when.first.isoformat(timespec="minutes")
            last = when.last.isoformat(timespec="minutes")
            return is_between(article.added or "", first, last)
        case _:
            return _passes(node, article, text)


def _passes(
    node: nodes.Source
    | nodes.Language
    | nodes.Label
    | nodes.Address
    | nodes.Id
    | nodes.Length
    | nodes.Has
    | nodes.Truncated,
    article: Article,
    text: Text,
) -> bool:
    """Return whether an article passes a filter that is not about time."""
    match node:
        case nodes.Source(name):
            return article.source is not None and fold_label(article.source) == name
        case nodes.Language(code):
            return article.language == code
        case nodes.Label(field, name):
            return any(label_holds(name, str(label)) for label in _labels(article)[field])
        case nodes.Address("url", pattern):
            return address_holds(pattern, article.url)
        case nodes.Address(_, pattern):
            return any(address_holds(pattern, origin.path) for origin in article.origins)
        case nodes.Id(prefix):
            return article.id.startswith(prefix)
        case nodes.Length(least, most):
            return least <= text.length and (most is None or text.length <= most)
        case nodes.Has(fact):
            return bool(_labels(article)[fact])
        case nodes.Truncated():
            return article.truncated
        case _:
            assert_never(node)


def _labels(article: Article) -> dict[str, tuple[object, ...]]:
    """Return what is known of an article, under the names that filters use."""
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
