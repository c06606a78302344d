"""Nexis Uni exports as DOCX: a cover with a list, then each article up to `End of Document`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.databases.labels import HEADS, TAILS, label
from newsarc.readers.databases.nexis_article import Parts, document
from newsarc.readers.databases.stated import count_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.readers.base import Piece
    from newsarc.records.read import Document, Refusal

    Items = Iterator[Document | Refusal]

_END = re.compile(
    r"End of Document|Ende des Dokuments|Fin du document|Einde van document|Fin del documento",
    re.IGNORECASE,
)
_BODY = re.compile(r"Body|Text|Haupttext|Hauptteil|Textkörper|Corps|Tekst|Cuerpo|Testo")
_TAIL = re.compile(
    r"Classification|Klassifizierung|Klassifikation|Graphic|Grafik|Notes|Anmerkungen"
)
_STATED = re.compile(r"(?:Documents|Dokumente|Documenten|Documentos)\s?\((\d{1,6})\)")
_RIGHTS = re.compile(r"copyright\b|©|all rights reserved|alle rechte", re.IGNORECASE)


def articles(paragraphs: Sequence[str], piece: Piece) -> Items | None:
    """Return the articles of an export by its paragraphs; None if it is none of Nexis."""
    ends = [at for at, text in enumerate(paragraphs) if _END.fullmatch(text.strip())]
    bodies = [at for at, text in enumerate(paragraphs) if _BODY.fullmatch(text.strip())]
    return _articles(paragraphs, ends, piece) if ends and bodies else None


def _articles(paragraphs: Sequence[str], ends: list[int], piece: Piece) -> Items:
    start = 0
    for number, end in enumerate(ends, 1):
        parts = _parts([text.strip() for text in paragraphs[start:end]])
        yield document(parts, piece.within(str(number)))
        start = end + 1
    stated = next(filter(None, map(_STATED.search, paragraphs[: ends[0]])), None)
    if reason := count_reason(int(stated[1]) if stated else None, len(ends)):
        yield piece.refused(reason)


def _parts(texts: list[str]) -> Parts:
    parts = Parts()
    body = next((at for at, text in enumerate(texts) if _BODY.fullmatch(text)), len(texts))
    head = [text for text in texts[:body] if text]
    while head and _is_labelled(head[-1]):
        found = label(head.pop(), is_mixed=True)
        if found and HEADS.get(found[0], "ignored") != "ignored":
            parts.fields[HEADS[found[0]]] = found[1]
    for field, words in zip(("date", "source", "title"), reversed(head), strict=False):
        parts.say(field, words)
    for text in texts[body + 1 :]:
        found = label(text, is_mixed=True)
        if _TAIL.fullmatch(text) or (found and found[0] in TAILS):
            parts.say(
                TAILS.get(found[0], "ignored") if found else "ignored", found[1] if found else "-"
            )
            parts.is_over = True
        elif text and not parts.is_over:
            parts.texts.append(text)
    return parts


def _is_labelled(text: str) -> bool:
    found = label(text, is_mixed=True)
    return _RIGHTS.search(text) is not None or (
        found is not None and (found[0] in HEADS or found[0] in TAILS)
    )
