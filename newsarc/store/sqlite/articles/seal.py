"""The seal of an article: checksums by which a check need not analyse its text again.

An article that still has the content it was sealed with has the words it was sealed with. Where a
seal does not fit, the article itself is examined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

from msgspec import Struct, json

from newsarc.store.sqlite.articles.columns import SEALED

if TYPE_CHECKING:
    from collections.abc import Mapping


class Seal(Struct, frozen=True):
    """`words` is the checksum of the tokens of an article, `content` that of what it is read from.

    See `newsarc.analysis.checksum` for the first one.
    """

    words: int
    content: int


def seal(words: int, columns: Mapping[str, Any], *blobs: bytes) -> Seal:
    """Return the seal of an article from its columns and what is stored packed.

    The words belong to the content: a seal whose words were changed does not fit.
    """
    content = crc32(json.encode([words, *[columns[name] for name in SEALED]]))
    for blob in blobs:
        content = crc32(blob, content)
    return Seal(words, content)
