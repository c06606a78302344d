"""A checksum of tokens that does not depend on their order.

The tokens of a text have the sum of the checksums of each token, and so have all texts together:
an index can be compared with the texts by reading each of its words once. It shows that a word is
missing, is another one or stands in another column; not in which text it stands.

Archives keep these checksums: if they are counted otherwise, the analysis has another version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from newsarc.analysis.fields import COLUMNS
from newsarc.scanner import MODULUS, tokens_checksum

if TYPE_CHECKING:
    from collections.abc import Iterable

# A token counts differently in each column. Any odd numbers do whose products all differ.
BY_KIND = (0x3B9B, 0x5A2F, 0x7C65)
_BY_FIELD = (0x2C1D, 0x4E87, 0x6A53)
*_, _PART = BY_KIND
_BY_COLUMN = dict(
    zip(COLUMNS, [kind * field for kind in BY_KIND for field in _BY_FIELD], strict=True)
)


def token_checksum(token: str, column: str) -> int:
    """Return the checksum of a token in a column of the index."""
    return crc32(token.encode()) * _BY_COLUMN[column] % MODULUS


def parts_checksum(tokens: str) -> int:
    """Return the checksum of tokens of the kind `parts`, joined by blanks, in no field yet."""
    return tokens_checksum(tokens, _PART) % MODULUS


def fields_checksum(checksums: Iterable[int]) -> int:
    """Return the checksum of an article from those of its fields, which were in no field yet."""
    return sum([each * weight for each, weight in zip(checksums, _BY_FIELD, strict=True)]) % MODULUS
