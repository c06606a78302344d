"""The leaves of a query that are about words: what may stand at a place of a text.

Written words are in lower case; the words of a pattern and of a similar word are folded
forms, as `newsarc.text.fold` gives them.
"""

from __future__ import annotations

from typing import Literal, get_args

from newsarc.values import named, value

Span = tuple[int, int]
Field = Literal["title", "kicker", "body", "start"]


@value
class Read:
    """What was read from a place in the user's text; the place is no part of what it says."""

    span: Span = named(default=(0, 0), kw_only=True)


@value
class Term(Read):
    """Words that stand side by side in any of their inflected forms; mostly it is one word."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a term without words."""
        if not self.words:
            raise ValueError("a term has words")

    def __str__(self) -> str:
        """Write it as a query."""
        return "-".join(self.words)


@value
class Phrase(Read):
    """Words that stand side by side in exactly this form, case and diacritics aside.

    A phrase of no words is found nowhere.
    """

    words: tuple[str, ...]

    def __str__(self) -> str:
        """Write it as a query."""
        return f'"{" ".join(self.words)}"'


@value
class Loose(Read):
    """Two or more words in exactly this form, in any order, with at most `slop` others among."""

    words: tuple[str, ...]
    slop: int

    def __post_init__(self) -> None:
        """Refuse what is a phrase."""
        if len(self.words) < len(("one", "another")) or self.slop < 1:
            raise ValueError("a loose phrase has two words and room for others")

    def __str__(self) -> str:
        """Write it as a query."""
        return f'"{" ".join(self.words)}"~{self.slop}'


@value
class Wild(Read):
    """A word whose form fits a pattern: `*` stands for any letters, `?` for one."""

    pattern: str

    @property
    def prefix(self) -> str | None:
        """What the word begins with, where nothing else is said of it."""
        plain = self.pattern[:-1]
        is_prefix = self.pattern.endswith("*") and "*" not in plain and "?" not in plain
        return plain if is_prefix else None

    def __str__(self) -> str:
        """Write it as a query."""
        return self.pattern


@value
class Similar(Read):
    """A word whose form is at most `edits` letters away, exchanged neighbours being one."""

    form: str
    edits: int

    def __str__(self) -> str:
        """Write it as a query."""
        return f"{self.form}~{self.edits}"


Word = Term | Phrase | Loose | Wild | Similar


@value
class In(Read):
    """Words that stand in one field of an article.

    `start` is the headline, the kicker and the first paragraph: of a long one, its first
    hundred words.
    """

    field: Field
    word: Word

    def __str__(self) -> str:
        """Write it as a query."""
        return f"{self.field}:{self.word}"


FIELDS: tuple[Field, ...] = get_args(Field)
