"""How far the reading of a query is: its tokens, what was mended, what may still be asked for."""

from __future__ import annotations

from newsarc.query.lexer import Kind, Token, tokens
from newsarc.query.notes import Notes
from newsarc.query.words import Phrase, Similar, Term, Wild, Word

# Bounds on what is asked of an engine, not on what is read: a pasted article is not meant
# word by word.
MOST_WORDS = 256
_MOST_WILD = 16


class Cursor:
    """The tokens of one text, read one after the other."""

    def __init__(self, text: str) -> None:
        """Begin at the beginning."""
        self.tokens = list(tokens(text))
        self.end = len(text)
        self.place = 0
        self.words_left = MOST_WORDS
        self.wild_left = _MOST_WILD
        self.notes = Notes(text)

    def next(self) -> Kind | None:
        """Tell what comes next."""
        return self.tokens[self.place].kind if self.place < len(self.tokens) else None

    def read(self) -> Token:
        """Give the next token, and go on."""
        self.place += 1
        return self.tokens[self.place - 1]

    def take(self, kind: Kind) -> bool:
        """Go on if the next token is of a kind."""
        taken = self.next() is kind
        self.place += taken
        return taken

    def dangling(self, operator: str, token: Token) -> None:
        """Tell of an operator that joins nothing."""
        self.notes.tell(f"{operator} with nothing to join was left out", token.start)

    def afforded(self, word: Word) -> Word | None:
        """Give as much of the words as may still be asked for."""
        match word:
            case Term(found) | Phrase(found):
                kept = found[: self.spend(len(found))]
                return type(word)(kept, span=word.span) if kept else None
            case Wild() | Similar():
                if not self.wild_left:
                    self.notes.tell(f"only the first {_MOST_WILD} wildcards were searched for")
                    return None
                self.wild_left -= 1
                return word if self.spend(1) else None
            case _:
                return word if self.spend(len(word.words)) == len(word.words) else None

    def spend(self, wanted: int) -> int:
        """Give as many of the wanted words as may still be asked for."""
        if wanted > self.words_left:
            self.notes.tell(f"only the first {MOST_WORDS} words were searched for")
        given = min(wanted, self.words_left)
        self.words_left -= given
        return given
