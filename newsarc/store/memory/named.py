"""Which articles in memory a name may mean."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsarc.store.names import is_id_prefix, origin_spellings, url_spellings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsarc.records.kept import Origin
    from newsarc.store.kinds import Entry


def named(
    name: str, entries: Mapping[str, Entry], origins: Mapping[Origin, tuple[str, str]]
) -> set[str]:
    """Return the ids of the articles that a name means: by their ids or, without any, by place."""
    return _by_identity(name, entries) or _by_place(name, entries, origins)


def _by_identity(name: str, entries: Mapping[str, Entry]) -> set[str]:
    """Return the ids that begin with a name, and those of articles with this external id."""
    prefix = name.lower() if is_id_prefix(name) else None
    begun = {own for own in entries if prefix and own.startswith(prefix)}
    return begun | {own for own, one in entries.items() if name and one.article.external_id == name}


def _by_place(
    name: str, entries: Mapping[str, Entry], origins: Mapping[Origin, tuple[str, str]]
) -> set[str]:
    """Return the ids of articles with a URL, or with an origin of this path or place."""
    urls, places = url_spellings(name), origin_spellings(name)
    path = os.path.abspath(name)
    owners = {own for o, (own, _) in origins.items() if o.path == path or o in places}
    return owners | {own for own, entry in entries.items() if entry.article.url in urls}
