"""From the words of a query to the language of FTS5, over the columns of the table `words`.

FTS5 gets quoted tokens only, so no query can be a syntax error. What it cannot say gets a
`MATCH` all the same, which every hit must answer (`candidate`); the rest is then asked of
the articles themselves.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import FIELDS, KINDS, sequences, variants
from newsarc.meaning.compounds import REACH, Compound
from newsarc.query import (
    All,
    And,
    Apart,
    AtLeast,
    Filter,
    In,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Similar,
    Term,
    Wild,
    placed,
    walk,
)
from newsarc.text import fold
from newsarc.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.meaning.meaning import Meaning

    Fields = tuple[str, ...]

# Of two sides with several sequences each pair is a NEAR of its own; so many are the most.
_MOST_PAIRS = 64
# Of 500 alternatives in groups of so many, a million articles are told in half the time.
_GROUP = 16


def exact(node: Node, meaning: Meaning) -> str | None:
    """Write a node in the language of FTS5, or None where it cannot say it."""
    match node:
        case Term() | Phrase() | Loose() | Wild() | Similar():
            return _word(node, FIELDS, meaning)
        case In("start", _):
            return None
        case In(field, word):
            return _word(word, (field,), meaning)
        case Near():
            return _near(node, meaning) if _is_near_exact(node, meaning) else None
        case And(nodes):
            return _exact_and(nodes, meaning)
        case Or(nodes):
            possible = [part for part in nodes if not is_nothing(part, meaning)]
            return _either([exact(part, meaning) for part in possible])
        case All() | Apart() | AtLeast() | Not() | Filter():
            return None
        case _:
            assert_never(node)


def is_nothing(node: Node, meaning: Meaning) -> bool:
    """Tell whether a node cannot say anything here: a pattern that no word of the archive fits."""
    match node:
        case Phrase(words):
            return not words
        case Wild() | Similar():
            return not _forms(node, meaning)
        case In(_, word):
            return is_nothing(word, meaning)
        case Near(left, right):
            return is_nothing(left, meaning) or is_nothing(right, meaning)
        case Apart(inner, _) | AtLeast(_, inner):
            return is_nothing(inner, meaning)
        case Or(nodes):
            return all(is_nothing(part, meaning) for part in nodes)
        case _:
            return False


def candidate(node: Node, meaning: Meaning) -> str | None:
    """Write what every hit of a node about words must match, or None where nothing is a hit.

    None, too, for a node that is not about words.
    """
    said = exact(node, meaning)
    if said is not None or not (placed(node) or isinstance(node, AtLeast)):
        return said
    match node:
        case Loose(words):
            return _both([_term_or_phrase(Phrase((word,)), FIELDS, meaning) for word in words])
        case In(_, word):
            return candidate(word, meaning)
        case Near(left, right):
            both = _both([_standing(left, meaning), _standing(right, meaning)])
            return _near(node, meaning) or both
        case Apart(inner, _) | AtLeast(_, inner):
            return _standing(inner, meaning)
        case Or(nodes):
            return _either(list(filter(None, (candidate(part, meaning) for part in nodes))))
        case _:
            return None


def necessary(query: Node, meaning: Meaning) -> str | None:
    """Write what every hit of a query must match, as closely as the index tells it.

    None where articles may be hits that have none of its words.
    """
    said = exact(query, meaning)
    if said is not None:
        return said
    match query:
        case And(nodes):
            return _both(list(filter(None, (necessary(part, meaning) for part in nodes))))
        case Or(nodes):
            possible = [part for part in nodes if not is_nothing(part, meaning)]
            return _either([necessary(part, meaning) for part in possible])
        case _:
            return candidate(query, meaning)


def stands(node: Node, meaning: Meaning) -> str | None:
    """Write in which articles a node has a place, or None where FTS5 cannot say it.

    What is found within compounds has none.
    """
    rows = _rows(node, meaning)
    if rows is None or not rows.rows or any(map(_is_in_start, walk(node))):
        return None
    return f"{_columns(rows.fields, rows.kind)}({' OR '.join(rows.rows)})"


def doubtful(node: Node, meaning: Meaning) -> str | None:
    """Write in which articles a word may stand near another one, where it must not.

    In all others that have it, it stands alone. None for any other question.
    """
    if isinstance(node, Apart) and stands(node.left, meaning):
        return candidate(Near(node.left, node.right, node.reach), meaning)
    return None


def _standing(node: Node, meaning: Meaning) -> str | None:
    """Write what every article must match in which a node has a place."""
    # What stands in no place is weighed all the same.
    return (None if meaning.ranking else stands(node, meaning)) or candidate(node, meaning)


def _is_in_start(node: Node) -> bool:
    return isinstance(node, In) and node.field == "start"


def _word(
    node: Term | Phrase | Loose | Wild | Similar, fields: Fields, meaning: Meaning
) -> str | None:
    match node:
        case Term() | Phrase():
            return _term_or_phrase(node, fields, meaning)
        case Loose(words, slop):
            forms = [fold(word) for word in words]
            if len(set(forms)) < len(forms):  # for FTS5 one place may be two words at once
                return None
            row = " ".join(_quoted((form,)) for form in forms)
            return f"{_columns(fields, 'forms')}NEAR({row}, {len(forms) + slop - 2})"
        case Wild() | Similar():
            forms = _forms(node, meaning)
            return f"{_columns(fields, 'forms')}({_one_of(forms)})" if forms else None
        case _:
            assert_never(node)


def _term_or_phrase(node: Term | Phrase, fields: Fields, meaning: Meaning) -> str | None:
    if isinstance(node, Term):
        return _term(node.words, meaning, fields)
    if not node.words:
        return None
    return f"{_columns(fields, 'forms')}{_quoted(variants(node.words, ())[0])}"


def _term(words: tuple[str, ...], meaning: Meaning, fields: Fields = FIELDS) -> str:
    """Write words that stand side by side in any of their inflected forms.

    They may be part of a compound, and a lone one a compound whose parts are near each other.
    """
    kinds: dict[tuple[str, ...], list[str]] = {}
    within, parts = meaning.compounds.get(words, Compound())
    if meaning.ranking:  # what has a form has its stem: this finds nothing more
        kinds[variants(words, ())[0]] = ["forms"]
    for row in sequences(words, meaning.languages):
        kinds.setdefault(row, []).append("stems")
    for token in within:
        kinds.setdefault((token,), []).append("parts")
    found = [
        f"{_columns(fields, *group)}{_quoted(row)}"
        for row, of in kinds.items()
        for group in (zip(of) if meaning.ranking else [of])
    ]
    if parts:
        near = f"NEAR({' '.join(_quoted((part,)) for part in parts)}, {REACH})"
        found.append(f"{_columns(fields, 'stems')}{near}")
    return " OR ".join(found)


def _columns(fields: Fields, *kinds: str) -> str:
    """Write the columns of some kinds, to stand before what is sought in them; of all, nothing."""
    if len(fields) == len(FIELDS) and len(kinds) == len(KINDS):
        return ""
    return f"{{{' '.join(f'{field}_{kind}' for kind in kinds for field in fields)}}} : "


def _quoted(words: tuple[str, ...]) -> str:
    text = " ".join(words).replace('"', '""').replace("\0", "")
    return f'"{text}"'


def _forms(node: Wild | Similar, meaning: Meaning) -> list[str]:
    if isinstance(node, Wild) and node.prefix is not None:
        return [f"{_quoted((node.prefix,))} *"]
    return [_quoted((form,)) for form in sorted(meaning.forms.get(node, ()))]


def _one_of(rows: Sequence[str]) -> str:
    """Write many alternatives in groups: FTS5 looks at each one of an OR for every row.

    `NOT ""` keeps FTS5 from flattening a group into the OR around it.
    """
    if len(rows) <= 2 * _GROUP:
        return " OR ".join(rows)
    groups = (rows[at : at + _GROUP] for at in range(0, len(rows), _GROUP))
    return " OR ".join(f'(({" OR ".join(group)}) NOT "")' for group in groups)


def _exact_and(nodes: tuple[Node, ...], meaning: Meaning) -> str | None:
    wanted = [exact(part, meaning) for part in nodes if not isinstance(part, Not)]
    unwanted = [exact(part.node, meaning) for part in nodes if isinstance(part, Not)]
    if not wanted or not all(wanted + unwanted):
        return None
    positive = " AND ".join(f"({part})" for part in wanted)
    return " NOT ".join([f"({positive})", *(f"({part})" for part in unwanted)])


def _both(parts: Sequence[str | None]) -> str | None:
    return " AND ".join(f"({part})" for part in parts) if parts and all(parts) else None


def _either(parts: Sequence[str | None]) -> str | None:
    return " OR ".join(f"({part})" for part in parts) if parts and all(parts) else None


@value
class _Rows:
    """Tokens of one kind of column that stand side by side, quoted, for one side of a NEAR.

    `words` are all of them, or None where they are not known.
    """

    kind: str
    fields: Fields
    rows: tuple[str, ...]
    words: frozenset[str] | None


def _near(node: Near, meaning: Meaning) -> str | None:
    """Write what must be near as NEAR, which knows words of one kind of column only."""
    sides = _sides(node, meaning)
    if sides is None or not isinstance(node.reach, int):
        return None
    left, right = sides
    fields = tuple(field for field in left.fields if field in right.fields)
    number = len(left.rows) * len(right.rows)
    if left.kind != right.kind or not fields or not 0 < number <= _MOST_PAIRS:
        return None
    pairs = product(left.rows, right.rows)
    near = " OR ".join(f"NEAR({one} {other}, {node.reach - 1})" for one, other in pairs)
    return f"{_columns(fields, left.kind)}({near})"


def _is_near_exact(node: Near, meaning: Meaning) -> bool:
    """Tell whether NEAR says it all: for FTS5 one place may be both sides, and has no order."""
    sides = _sides(node, meaning)
    if sides is None or node.ordered:
        return False
    left, right = sides
    at_start = _is_in_start(node.left) or _is_in_start(node.right)
    known = left.words is not None and right.words is not None
    return known and not at_start and not (left.words or set()) & (right.words or set())


def _sides(node: Near, meaning: Meaning) -> tuple[_Rows, _Rows] | None:
    left, right = _rows(node.left, meaning), _rows(node.right, meaning)
    return None if left is None or right is None else (left, right)


def _rows(node: Node, meaning: Meaning) -> _Rows | None:
    match node:
        case Term(words):
            return _known("stems", sequences(words, meaning.languages))
        case Phrase(words) if words:
            return _known("forms", variants(words, ()))
        case Wild() | Similar():
            return _Rows("forms", FIELDS, tuple(_forms(node, meaning)), None)
        case In(field, word):
            rows = _rows(word, meaning)
            return rows if rows is None or field == "start" else replace(rows, fields=(field,))
        case Or(nodes):
            return _merged([_rows(part, meaning) for part in nodes])
        case _:
            return None


def _known(kind: str, rows: Sequence[tuple[str, ...]]) -> _Rows:
    words = frozenset(word for row in rows for word in row)
    return _Rows(kind, FIELDS, tuple(map(_quoted, rows)), words)


def _merged(sides: Sequence[_Rows | None]) -> _Rows | None:
    known = [side for side in sides if side is not None]
    alike = {(side.kind, side.fields) for side in known}
    if len(alike) != 1 or len(known) < len(sides):
        return None
    words = None
    if all(side.words is not None for side in known):
        words = frozenset(word for side in known for word in side.words or ())
    kind, fields = alike.pop()
    return _Rows(kind, fields, tuple(row for side in known for row in side.rows), words)
