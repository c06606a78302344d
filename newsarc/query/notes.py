"""What was mended in order to read a query, told in sentences that show the place."""

from __future__ import annotations

# Of the text around a place, and of a piece of it that is quoted.
_AROUND = 20
_SHOWN = 40
_READING = 160
CARET = "▲"
# Of a pasted text nobody reads more.
_MOST = 6


class Notes:
    """The notes on one text, each told once."""

    def __init__(self, text: str) -> None:
        """Begin without a note."""
        self._text = text
        self._notes: dict[str, int | None] = {}

    def tell(self, sentence: str, place: int | None = None) -> None:
        """Add a sentence, and the place in the text that it is about."""
        self._notes.setdefault(sentence, place)

    def sentences(self) -> tuple[str, ...]:
        """Give the notes in the order in which they were first told."""
        told = [
            sentence if place is None else f"{sentence}: {self._shown_at(place)}"
            for sentence, place in self._notes.items()
        ]
        more = [f"and so on, {len(told) - _MOST} more"] if len(told) > _MOST else []
        return (*told[:_MOST], *more)

    def _shown_at(self, place: int) -> str:
        """Show the text around a place, with a mark in it."""
        start, end = max(0, place - _AROUND), place + _AROUND
        before = ("…" if start else "") + self._text[start:place]
        behind = self._text[place:end] + ("…" if end < len(self._text) else "")
        return quotable(before + CARET + behind)


def quotable(text: str) -> str:
    """Write what is not printable, and could steer a terminal, as blanks."""
    return "".join(character if character.isprintable() else " " for character in text)


def quoted(text: str, longest: int = _SHOWN) -> str:
    """Quote the beginning of a text in a note."""
    return quotable(text if len(text) <= longest else f"{text[:longest]}…")


def reading(text: str) -> str:
    """Quote a whole reading in a note; of a very long one, its beginning."""
    return quoted(text, _READING)
