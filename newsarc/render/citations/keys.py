"""Keys of citations: `muster2022deich`, of who wrote it, when, and a word of the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.render.citations.names import authors
from newsarc.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.records.kept import Article

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# In letters. Shorter words, such as articles and prepositions, say little of a headline.
_TELLING = 4
_LONGEST = 20
_STOP = frozenset("aber auch dass dein diese eine einem einen einer eines from have ihre kein mein "
                  "nach nicht noch oder ohne sein sich sind that their they this unter ueber were "
                  "what when wird with your".split())  # fmt: skip


def keyed(articles: Iterable[Article]) -> Iterator[tuple[str, Article]]:
    """Each article with a key, unlike all those before it; one that was there before is left out.

    Of two articles with the same key, the later one has its id behind it.
    """
    ids: set[str] = set()
    keys: set[str] = set()
    for article in articles:
        if article.id in ids:
            continue
        ids.add(article.id)
        key = _key(article)
        if key in keys:
            key = f"{key}-{article.id}"
        keys.add(key)
        yield key, article


def _key(article: Article) -> str:
    who, telling = _who(article), _telling(article.title or "")
    year = f"{article.published.year:04}" if article.published else ""
    return f"{who}{year}{telling}" if who or telling else f"article-{article.id}"


def _who(article: Article) -> str:
    """The family name of the first author, else the first word of the agency or the medium."""
    for name in authors(article):
        if found := _ascii(name.family) or _first(name.literal):
            return found
    return _first(article.source or "")


def _telling(title: str) -> str:
    """The first long word of a headline, else its first one."""
    known = _ascii_words(title)
    long = (word for word in known if len(word) >= _TELLING and word not in _STOP)
    return next(long, known[0] if known else "")


def _first(text: str) -> str:
    return next(iter(_ascii_words(text)), "")


def _ascii_words(text: str) -> list[str]:
    return [known for _, _, word in words(text) if (known := _ascii(word))]


def _ascii(text: str) -> str:
    """What of a text is left in small letters and digits of ASCII."""
    folded = "".join(fold(word) for _, _, word in words(text.translate(_UMLAUTS)))
    return "".join(filter(str.isascii, folded))[:_LONGEST]
