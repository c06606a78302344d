"""The leaves of a query that stand for words in a text.

The words of `Term`, `Phrase` and `Loose` are in lower case. The letters of a pattern and of a
similar word are those of `newsarc.text.form`: `ß` is `ss`.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import astuple

from newsarc.analysis import umlauts
from newsarc.patterns import pattern
from newsarc.text import fold

Span = tuple[int, int]
Field = Literal["title", "kicker", "body", "start"]


class Leaf(Struct, frozen=True, kw_only=True):
    """A leaf of a query.

    `span` is where it stands in the query text: start and end, in characters of its normal form
    (`newsarc.query.lexer.normal`). Equality, hash and repr ignore it, so a typed query equals the
    same query built by hand.
    """

    span: Span = (0, 0)

    def _content(self) -> tuple[object, ...]:
        """Return all fields but `span`; a Struct has its keyword-only fields last."""
        return astuple(self)[:-1]

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._content() == other._content()

    def __hash__(self) -> int:
        return hash((type(self), *self._content()))

    def __repr__(self) -> str:
        fields = zip(self.__struct_fields__, self._content(), strict=False)
        return f"{type(self).__name__}({', '.join(f'{name}={what!r}' for name, what in fields)})"


# A word that is read as an operator unless a sign follows it.
_OPERATOR = pattern(r"(?:near|within|adj|pre|onear)[0-9]+")


class Term(Leaf, frozen=True):
    """Words side by side, each in any inflected form. Most terms are a single word."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        """Raise ValueError if there are no words."""
        if not self.words:
            raise ValueError("a term needs at least one word")

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        written = "-".join(self.words)
        is_operator = not written.isalpha() and _OPERATOR.fullmatch(written)
        return f"{written}." if is_operator else written


class Phrase(Leaf, frozen=True):
    """Words side by side in exactly this form; only case does not count.

    A phrase without words matches nothing. A user who writes one has left a pair of quotes
    behind, so it needs an equals sign.
    """

    words: tuple[str, ...]

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f'"{" ".join(self.words)}"' if self.words else '=""'


class Loose(Leaf, frozen=True):
    """Two or more words in exactly this form and any order, at most `slop` others among them."""

    words: tuple[str, ...]
    slop: int

    def __post_init__(self) -> None:
        """Raise ValueError for a single word, and for a slop below 1."""
        if len(self.words) < 2 or self.slop < 1:
            raise ValueError("a loose phrase needs two words and a slop of at least 1")

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f'"{" ".join(self.words)}"~{self.slop}'


class Spelling(Struct, frozen=True):
    """Letters as forms may have them; `folded` says that diacritics of the forms do not count."""

    letters: str
    folded: bool


class Spelt(Leaf, frozen=True):
    """Letters that stand for words spelt alike: a pattern, or a similar word.

    Typed without diacritics, they stand for words with any.
    """

    @property
    def letters(self) -> str:
        """The letters as typed, perhaps with wildcards."""
        raise NotImplementedError

    @property
    def spellings(self) -> tuple[Spelling, ...]:
        """The letters as they may be written: also with one letter or two for an umlaut."""
        typed, *others = umlauts(self.letters)
        is_marked = any(fold(letter) != letter for letter in typed if letter.isalpha())
        return (
            Spelling(typed, not is_marked),
            *(Spelling(other, folded=False) for other in others),
        )


class Wild(Spelt, frozen=True):
    """A word that fits a pattern: `*` matches any letters, `?` exactly one."""

    pattern: str

    @property
    def letters(self) -> str:
        """The pattern."""
        return self.pattern

    @property
    def prefix(self) -> str | None:
        """The letters before a `*` at the end, or None if there is any other wildcard."""
        plain = self.pattern[:-1]
        is_prefix = self.pattern.endswith("*") and "*" not in plain and "?" not in plain
        return plain if is_prefix else None

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return self.pattern


class Similar(Spelt, frozen=True):
    """A word at most `edits` letters away; two neighbours swapped count as one edit."""

    form: str
    edits: int

    @property
    def letters(self) -> str:
        """The form."""
        return self.form

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"{self.form}~{self.edits}"


Word = Term | Phrase | Loose | Wild | Similar


class In(Leaf, frozen=True):
    """Words in one field of an article.

    `start` is the headline, the kicker and the first paragraph, or the first hundred words
    of a longer paragraph.
    """

    field: Field
    word: Word

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"{self.field}:{self.word}"


FIELDS: tuple[Field, ...] = get_args(Field)
