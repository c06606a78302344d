"""Entries for biblatex and biber: `@online` if there is an address, else `@article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.render.citations import fields
from newsarc.render.citations.names import authors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Article
    from newsarc.render.citations.names import Name

_ESCAPED = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%#_$"},
        "\\": r"\textbackslash{}",
        # braces are counted even behind a backslash
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# The languages as babel calls them: how titles are hyphenated, and that their case is kept.
_LANGUAGES = {
    "cs": "czech", "da": "danish", "de": "german", "en": "english", "es": "spanish",
    "fr": "french", "it": "italian", "nl": "dutch", "pl": "polish", "pt": "portuguese",
    "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip


def lines(keyed: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """An entry for each article, with an empty line behind it."""
    for key, article in keyed:
        yield f"@{'online' if article.url else 'article'}{{{key},"
        for name, value in _fields(article):
            if value:
                yield f"  {name} = {{{value}}},"
        yield "}"
        yield ""


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(map(_name, authors(article)))
    yield "title", escaped(fields.title(article))
    if article.url:
        yield "organization", _listed(fields.source(article))
    else:
        yield "journaltitle", escaped(fields.source(article))
        yield "entrysubtype", "newspaper"
    yield "date", _date(article.published)
    yield "url", fields.address(article)
    yield "urldate", _date(fields.accessed(article))
    yield "langid", _LANGUAGES.get(article.language or "", "")
    yield "pubstate", article.status or ""


def escaped(text: str) -> str:
    """A text as LaTeX reads it back; UTF-8 stays what it is."""
    return text.translate(_ESCAPED)


def _listed(text: str) -> str:
    """A text as the only one of a list, in which `and` divides."""
    divided = not {"and", "others"}.isdisjoint(text.casefold().split())
    return f"{{{escaped(text)}}}" if divided else escaped(text)


def _date(date: PartialDate | None) -> str:
    return str(date.without_time()) if date else ""


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{escaped(name.literal)}}}"
    family = escaped(name.family)
    if any(word[0].islower() for word in name.family.split()):  # or it would be read as a particle
        family = f"{{{family}}}"
    before = f"{escaped(name.particle)} {family}".strip()
    return ", ".join(filter(None, (before, name.suffix, escaped(name.given))))
