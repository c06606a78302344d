"""Words in the language of FTS5: quoted tokens, and the columns of `words` that hold them.

FTS5 gets quoted tokens only, so that no query can be a syntax error.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import FIELDS, KINDS, phrases, spellings
from newsarc.meaning.places import spelt
from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.meaning.expansion import Pattern
    from newsarc.meaning.meaning import Meaning

    Fields = tuple[str, ...]

# Alternatives in a group. In groups, 500 of them take half the time in a million articles.
_GROUP = 16


def columns(fields: Fields, *kinds: str) -> str:
    """Return the column filter before what is searched for; of all columns, nothing."""
    if len(fields) == len(FIELDS) and len(kinds) == len(KINDS):
        return ""
    return f"{{{' '.join(f'{field}_{kind}' for kind in kinds for field in fields)}}} : "


def quoted(words: Iterable[str]) -> str:
    """Return tokens that stand side by side."""
    text = " ".join(words).replace('"', '""').replace("\0", "")
    return f'"{text}"'


def quoted_word(word: str) -> str:
    """Return a single token."""
    return quoted((word,))


def forms(word: Pattern, meaning: Meaning) -> list[str]:
    """Return the forms that a pattern or a similar word stands for, quoted."""
    if word in meaning.beginnings:
        return [f"{quoted([beginning])} *" for beginning in meaning.beginnings[word]]
    return [quoted([form]) for form in sorted(meaning.forms.get(word, ()))]


def word_match(
    word: nodes.Word, fields: Fields, meaning: Meaning, *, ranking: bool = False
) -> str | None:
    """Return what finds a word in some fields, or None where FTS5 cannot say it.

    With `ranking` each kind of token is a phrase of its own, so that it is weighed by itself.
    """
    match word:
        case nodes.Term(words):
            return _term(words, fields, meaning, ranking)
        case nodes.Phrase(()):
            return None
        case nodes.Phrase(words):
            return f"{columns(fields, 'forms')}({' OR '.join(map(quoted, phrases(words)))})"
        case nodes.Loose(words, slop):
            return _loose(words, slop, fields)
        case nodes.Wild() | nodes.Similar():
            found = forms(word, meaning)
            return f"{columns(fields, 'forms')}({_any_of(found)})" if found else None
        case _:
            assert_never(word)


def _loose(words: Sequence[str], slop: int, fields: Fields) -> str | None:
    rows = tuple(product(*map(spellings, words[:_GROUP])))
    if len(rows) > _GROUP or len(words) > _GROUP:
        return None
    if len(set(map(spelt, words))) < len(words):  # FTS5 lets one position be two words at once
        return None
    reach = len(words) + slop - 2
    near = (f"NEAR({' '.join(map(quoted_word, row))}, {reach})" for row in rows)
    return f"{columns(fields, 'forms')}({' OR '.join(near)})"


def _term(words: tuple[str, ...], fields: Fields, meaning: Meaning, ranking: bool) -> str:
    """Return what finds words side by side in any form, within compounds, or taken apart."""
    found = meaning.terms[words]
    kinds: dict[tuple[str, ...], list[str]] = {}
    if ranking:  # what has a form has its stem: without ranking this finds nothing more
        for row in phrases(words):
            kinds[row] = ["forms"]
    for row in found.rows:
        kinds.setdefault(row, []).append("stems")
    for token in found.tokens:
        kinds.setdefault((token,), []).append("parts")
    texts = [
        f"{columns(fields, *group)}{quoted(tokens)}"
        for tokens, own in kinds.items()
        for group in (([kind] for kind in own) if ranking else [own])
    ]
    if found.parts:
        near = (
            f"NEAR({' '.join(map(quoted_word, found.parts))}, {len(found.parts) + found.slop - 2})"
        )
        texts.append(f"{columns(fields, 'stems')}{near}")
    return " OR ".join(texts)


def _any_of(alternatives: Sequence[str]) -> str:
    """Join many alternatives by OR in groups: FTS5 looks at each side of an OR for every row.

    `NOT ""` keeps FTS5 from dissolving a group into the OR around it.
    """
    if len(alternatives) <= 2 * _GROUP:
        return " OR ".join(alternatives)
    groups = (alternatives[at : at + _GROUP] for at in range(0, len(alternatives), _GROUP))
    return " OR ".join(f'(({" OR ".join(group)}) NOT "")' for group in groups)
