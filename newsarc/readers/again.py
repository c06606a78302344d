"""Tells whether a document that an older newsarc has read is one that is read today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.markup import without_markup
from newsarc.readers.mojibake import repaired
from newsarc.readers.unwrapping import unwrapped
from newsarc.text import clean

if TYPE_CHECKING:
    from newsarc.records.read import Document


def is_read_again(kept: Document, document: Document) -> bool:
    """Return whether a document has the text of a kept one that would be read otherwise today.

    Newer readers repair encodings, resolve markup and join lines. White space does not count.
    """
    before = kept.text or kept.body or ""
    today = clean(unwrapped(without_markup(repaired(before))))
    return today != before and _letters(today) == _letters(document.text or document.body or "")


def _letters(text: str) -> str:
    return "".join(text.split())
