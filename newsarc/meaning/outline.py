"""What each word of a query was searched as, as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import analyse, phrases
from newsarc.meaning.expansion import MOST_FORMS
from newsarc.query import nodes
from newsarc.text import form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.meaning.meaning import Meaning

# Maximum number of forms shown for a pattern.
_SHOWN = 8


def outline_words(query: nodes.Node, meaning: Meaning) -> str:
    """Return a line for each word of a query: form, stems, parts of compounds, or forms."""
    words = (
        leaf
        for leaf in nodes.leaves(query)
        if isinstance(leaf, nodes.Term | nodes.Phrase | nodes.Loose | nodes.Wild | nodes.Similar)
    )
    lines = (f"{word}: {_searched_as(word, meaning)}" for word in dict.fromkeys(words))
    return "\n".join(lines) or "none"


def _searched_as(word: nodes.Word, meaning: Meaning) -> str:
    match word:
        case nodes.Term(row):
            return "; ".join(_variants(row, meaning))
        case nodes.Phrase(()):
            return "found nowhere"
        case nodes.Phrase(row) | nodes.Loose(row, _):
            return " or ".join(map(_written, phrases(row)))
        case nodes.Wild() | nodes.Similar():
            forms = meaning.forms.get(word)
            return f"more than {MOST_FORMS} forms" if forms is None else _forms(sorted(forms))
        case _:
            assert_never(word)


def _written(row: tuple[str, ...]) -> str:
    return f"form{'s' if len(row) > 1 else ''} {' '.join(row)}"


def _variants(row: tuple[str, ...], meaning: Meaning) -> Iterator[str]:
    yield _written(tuple(map(form, row)))
    by_stems: dict[str, list[str]] = {}
    for language in meaning.languages:
        stems = " ".join(analyse(word, language).stem for word in row)
        by_stems.setdefault(stems, []).append(language)
    name = "stems" if len(row) > 1 else "stem"
    yield from (f"{name} {stems} ({', '.join(codes)})" for stems, codes in by_stems.items())
    found = meaning.terms[row]
    if found.within:
        yield f"part {' or '.join(found.within)} of compounds"
    if found.parts:
        yield f"taken apart {' + '.join(found.parts)}"


def _forms(forms: list[str]) -> str:
    if not forms:
        return "no form"
    number = "1 form" if len(forms) == 1 else f"{len(forms):,} forms"
    more = ", …" if len(forms) > _SHOWN else ""
    return f"{number}: {', '.join(forms[:_SHOWN])}{more}"
