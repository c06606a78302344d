"""What each word of a query was searched as, told for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import analyse
from newsarc.meaning.compounds import Compound
from newsarc.meaning.expansion import MOST_FORMS
from newsarc.query import Loose, Phrase, Similar, Term, Wild, leaves
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.meaning.meaning import Meaning
    from newsarc.query import Node, Word

# Of the forms that a pattern stands for.
_SHOWN = 8


def told_words(query: Node, meaning: Meaning) -> str:
    """Tell on a line for each word of a query its variants in an archive."""
    words = (
        leaf for leaf in leaves(query) if isinstance(leaf, Term | Phrase | Loose | Wild | Similar)
    )
    lines = (f"{word}: {_told(word, meaning)}" for word in dict.fromkeys(words))
    return "\n".join(lines) or "none"


def _told(word: Word, meaning: Meaning) -> str:
    match word:
        case Term(row):
            return "; ".join(_variants(row, meaning))
        case Phrase(()):
            return "found nowhere"
        case Phrase(row) | Loose(row, _):
            return _folded(row)
        case Wild() | Similar():
            forms = meaning.forms.get(word)
            return f"more than {MOST_FORMS} forms" if forms is None else _forms(sorted(forms))
        case _:
            assert_never(word)


def _folded(row: tuple[str, ...]) -> str:
    return f"form{'s' if len(row) > 1 else ''} {' '.join(map(fold, row))}"


def _variants(row: tuple[str, ...], meaning: Meaning) -> Iterator[str]:
    yield _folded(row)
    by_stems: dict[str, list[str]] = {}
    for language in meaning.languages:
        stems = " ".join(analyse(word, language).stem for word in row)
        by_stems.setdefault(stems, []).append(language)
    name = "stems" if len(row) > 1 else "stem"
    yield from (f"{name} {stems} ({', '.join(codes)})" for stems, codes in by_stems.items())
    within, parts = meaning.compounds.get(row, Compound())
    if within:
        yield f"part {' or '.join(within)} of compounds"
    if parts:
        yield f"taken apart {' + '.join(parts)}"


def _forms(forms: list[str]) -> str:
    if not forms:
        return "no form"
    number = "1 form" if len(forms) == 1 else f"{len(forms):,} forms"
    more = ", …" if len(forms) > _SHOWN else ""
    return f"{number}: {', '.join(forms[:_SHOWN])}{more}"
