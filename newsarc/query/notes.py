"""Notes for the user: how a query was read where that differs from how it was written."""

from __future__ import annotations

# Characters shown on each side of a position, of a quoted piece, and of a whole query.
_AROUND = 20
_PIECE = 40
_QUERY = 160
CARET = "▲"
# A pasted text can cause hundreds of notes; nobody reads more than a few.
_MOST = 6


class Notes:
    """The notes on one query text. The same sentence is kept once."""

    def __init__(self, text: str) -> None:
        """Start without notes. Notes with a position show this text around it."""
        self._text = text
        self._notes: dict[str, int | None] = {}

    def add(self, sentence: str, position: int | None = None) -> None:
        """Add a sentence, with the position in the text that it is about."""
        self._notes.setdefault(sentence, position)

    def sentences(self) -> tuple[str, ...]:
        """Return at most six notes in the order they were added, then how many more there are."""
        added = [
            sentence if position is None else f"{sentence}: {self._shown_at(position)}"
            for sentence, position in self._notes.items()
        ]
        more = [f"and {len(added) - _MOST} more notes like these"] if len(added) > _MOST else []
        return (*added[:_MOST], *more)

    def _shown_at(self, position: int) -> str:
        """Return the text around a position, with a caret at it."""
        start, end = max(0, position - _AROUND), position + _AROUND
        before = ("…" if start else "") + self._text[start:position]
        after = self._text[position:end] + ("…" if end < len(self._text) else "")
        return quotable(before + CARET + after)


def quotable(text: str) -> str:
    """Replace characters that are not printable, and could control a terminal, by blanks."""
    return "".join(character if character.isprintable() else " " for character in text)


def quoted(text: str, longest: int = _PIECE) -> str:
    """Return the beginning of a text as a note may show it."""
    return quotable(text if len(text) <= longest else f"{text[:longest]}…")


def quoted_query(text: str) -> str:
    """Return a whole query as a note may show it, or the beginning of a very long one."""
    return quoted(text, _QUERY)
