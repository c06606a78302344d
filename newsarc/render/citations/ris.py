"""RIS, which reference managers import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.render.citations import fields
from newsarc.render.citations.names import authors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Article
    from newsarc.render.citations.names import Name


def lines(keyed: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """A record for each article, with an empty line behind it."""
    for key, article in keyed:
        yield "TY  - NEWS"
        for tag, value in _fields(key, article):
            if value:
                yield f"{tag}  - {value}"
        yield "ER  - "
        yield ""


def _fields(key: str, article: Article) -> Iterator[tuple[str, str]]:
    yield "ID", key
    for name in authors(article):
        yield "AU", _name(name)
    yield "TI", fields.title(article)
    yield "T2", fields.source(article)
    yield "PY", f"{article.published.year:04}" if article.published else ""
    yield "DA", _date(article.published)
    yield "UR", fields.address(article)
    yield "Y2", _date(fields.accessed(article))
    yield "LA", article.language or ""
    yield "N1", f"Status: {article.status}" if article.status else ""


def _date(date: PartialDate | None) -> str:
    """Year, month, day and a remark, which is empty, with slashes between them."""
    if date is None:
        return ""
    known = [f"{part:02}" for part in fields.parts(date)]
    return f"{date.year:04}/" + "/".join([*known[1:], *[""] * (4 - len(known))])


def _name(name: Name) -> str:
    before = f"{name.particle} {name.family}".strip()
    return name.literal or ", ".join(filter(None, (before, name.given, name.suffix)))
