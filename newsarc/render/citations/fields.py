"""What every style says of an article, on one line and without invisible characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.dates import PartialDate
from newsarc.errors import DateError
from newsarc.text import one_line

if TYPE_CHECKING:
    from newsarc.records.kept import Article

# No address has them; some would end a field, or the address in a text.
_ENCODED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in ' "<>\\^`{|}'})


def title(article: Article) -> str:
    """The headline; where there is none, the kicker. Kickers above a headline are not cited."""
    return one_line(article.title or "") or one_line(article.kicker or "")


def source(article: Article) -> str:
    """The medium, or an empty text."""
    return one_line(article.source or "")


def address(article: Article) -> str:
    """The URL, with what no URL may have encoded; or an empty text."""
    return one_line(article.url or "").translate(_ENCODED)


def accessed(article: Article) -> PartialDate | None:
    """The day on which the archive got what stood at the URL; None without one."""
    if not article.url or not article.added:
        return None
    try:
        return PartialDate.parse(article.added[:10])
    except DateError:
        return None


def parts(date: PartialDate) -> list[int]:
    """The year, and the month and the day if they are known."""
    return [part for part in (date.year, date.month, date.day) if part is not None]
