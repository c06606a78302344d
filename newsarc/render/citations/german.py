"""Citations as German style guides have them, one a line.

Muster, Eva: Deich hält. In: Küstenpost, 2. Februar 2022.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.render.citations import fields
from newsarc.render.citations.names import authors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Article
    from newsarc.render.citations.names import Name

_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
_STATUS = {
    "canceled": " [zurückgezogen]",
    "withheld": " [zurückgehalten]",
    "corrected": " [berichtigt]",
}
_MOST_AUTHORS = 3


def lines(keyed: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """A line for each article."""
    for _, article in keyed:
        yield " ".join(_sentences(article))


def _sentences(article: Article) -> Iterator[str]:
    title = (fields.title(article) or "[Ohne Titel]") + _STATUS.get(article.status or "", "")
    yield _closed(f"{_names(authors(article))}{title}")
    source, date = fields.source(article), _date(article.published) or "o. D."
    yield _closed(f"In: {source}, {date}" if source else date[0].upper() + date[1:])
    if address := fields.address(article):
        day = _date(fields.accessed(article))
        yield f"URL: {address} (abgerufen am {day})." if day else f"URL: {address}."


def _closed(text: str) -> str:
    """A text with a full stop, unless it ends as a sentence does."""
    return text if text.rstrip("“”»«\"'").endswith((".", "!", "?", "…")) else f"{text}."


def _names(names: tuple[Name, ...]) -> str:
    """The names with a colon; of more than three only the first."""
    if not names:
        return ""
    shown, others = (names, "") if len(names) <= _MOST_AUTHORS else (names[:1], " u. a.")
    return "; ".join(map(_name, shown)) + others + ": "


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    family = f"{name.family} {name.suffix}".rstrip()
    given = f"{name.given} {name.particle}".strip()
    return f"{family}, {given}" if given else family


def _date(date: PartialDate | None) -> str:
    """`2. Februar 2022`, `Februar 2022` or `2022`."""
    if date is None:
        return ""
    day = f"{date.day}. " if date.day else ""
    month = f"{_MONTHS[date.month - 1]} " if date.month else ""
    return f"{day}{month}{date.year}"
