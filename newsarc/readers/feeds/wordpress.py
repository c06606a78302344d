"""What WordPress writes into its exports beside the feed: authors, kinds, shortcodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.markup import without_markup
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

# What has no text of its own: attachments, entries of menus, styles, revisions.
_TEXTS = frozenset(("", "post", "page", "article", "articles", "news", "artikel", "beitrag"))
_UNPUBLISHED = frozenset(("draft", "pending", "private", "trash", "auto-draft", "future"))
_BLOCK = "<wp:author>"
_LOGIN = re.compile(r"<wp:author_login>(?:<!\[CDATA\[)?([^<>\]]{1,100})")
_NAME = re.compile(r"<wp:author_display_name>(?:<!\[CDATA\[)?([^<>\]]{1,100})")
# In characters: as much of an author is looked at.
_LONGEST = 2000
_CAPTION = re.compile(r"\[caption\b[^\[\]]{0,500}\](?:[^\[]|\[(?!/caption)){0,600}+\[/caption\]")
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|video|audio|playlist|vc_[a-z_]{1,30}|et_pb_[a-z_]{1,30})"
    r"(?:[\s=][^\[\]]{0,500})?/?\]"
)


def names(above: str) -> dict[str, str]:
    """Return the names of the authors by their logins, from what stands above the entries."""
    found: dict[str, str] = {}
    for block in above.split(_BLOCK)[1:]:
        login, name = _LOGIN.search(block, 0, _LONGEST), _NAME.search(block, 0, _LONGEST)
        if login and name and (known := one_line(without_markup(name[1]))):
            found[one_line(without_markup(login[1]))] = known
    return found


def is_text(kind: str) -> bool:
    """Return whether posts of a type are texts; sites name types of their own."""
    return kind in _TEXTS


def is_unpublished(status: str) -> bool:
    """Return whether a post was never published, or is no more."""
    return status in _UNPUBLISHED


def without_shortcodes(html: str) -> str:
    """Return a text without what plugins would replace: galleries, captions, columns."""
    return _SHORTCODE.sub("", _CAPTION.sub("", html)) if "[" in html else html


def named(logins: tuple[str, ...], found: Mapping[str, str]) -> tuple[str, ...]:
    """Return authors by their names, where an export has them."""
    return tuple(dict.fromkeys(found.get(login, login) for login in logins))
