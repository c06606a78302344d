"""The state of the parser: its position in the tokens, its notes, and what the limits leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query.habits import meant
from newsarc.query.hints import hint
from newsarc.query.lexer import Kind, Token, normal, tokens
from newsarc.query.notes import Notes
from newsarc.query.words import Phrase, Similar, Term, Wild, Word

if TYPE_CHECKING:
    from newsarc.query.limits import Limits


class Cursor:
    """The tokens of a text, and the position of the next one."""

    def __init__(self, text: str, limits: Limits) -> None:
        """Start before the first token."""
        self.text = text = normal(text)
        self.notes = Notes(text)
        self.tokens = meant(list(tokens(text)), self.notes)
        hint(self.tokens, self.notes)
        self.end = len(text)
        self.position = 0
        self.limits = limits
        self.words_left = limits.words
        self.patterns_left = limits.patterns

    def peek(self) -> Kind | None:
        """Return the kind of the next token, or None at the end."""
        return self.tokens[self.position].kind if self.position < len(self.tokens) else None

    def advance(self) -> Token:
        """Return the next token and move past it."""
        self.position += 1
        return self.last()

    def accept(self, kind: Kind) -> bool:
        """Move past the next token if it is of this kind; return whether it was."""
        accepted = self.peek() is kind
        self.position += accepted
        return accepted

    def last(self) -> Token:
        """Return the token before the current position."""
        return self.tokens[self.position - 1]

    def dangling(self, operator: str, token: Token) -> None:
        """Note that an operator has nothing to join."""
        self.notes.add(f"{operator} with nothing to join was left out", token.start)

    def within_limits(self, word: Word) -> Word | None:
        """Count a word against the limits; return as much of it as they allow, or None."""
        match word:
            case Term(found) | Phrase(found):
                kept = found[: self.spend(len(found))]
                return type(word)(kept, span=word.span) if kept else None
            case Wild() | Similar():
                if not self.patterns_left:
                    most = self.limits.patterns
                    self.notes.add(f"only the first {most} wildcards were searched for")
                    return None
                self.patterns_left -= 1
                return word if self.spend(1) else None
            case _:
                return word if self.spend(len(word.words)) == len(word.words) else None

    def spend(self, wanted: int) -> int:
        """Count words against the limit; return how many of them it allows."""
        if wanted > self.words_left:
            self.notes.add(f"only the first {self.limits.words} words were searched for")
        allowed = min(wanted, self.words_left)
        self.words_left -= allowed
        return allowed
