"""The places of a query's words in all articles at once, as the index has them.

To read them costs a thousandth of what it costs to analyse the articles again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import FIELDS, readings
from newsarc.query import Loose, Phrase, Similar, Term, Wild, leaves
from newsarc.store.texts import Text
from newsarc.store.vocabulary import attach
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.query import Node
    from newsarc.store.compounds import Compound
    from newsarc.store.places import Meaning
    from newsarc.store.texts import Column

# A place takes as long as the five hundredth part of an article that is analysed, and some
# hundred bytes of memory.
_FOR_AN_ARTICLE = 500
_MOST = 3_000_000

_KINDS = ("forms", "stems", "parts")
_NAMES = {f"{name}_{kind}": (kind, n) for kind in _KINDS for n, name in enumerate(FIELDS)}


class Tokens(NamedTuple):
    """What of the index a query asks for: stems, forms, all forms with a beginning, and the
    stems of parts of compounds.
    """

    stems: frozenset[str]
    forms: frozenset[str]
    prefixes: frozenset[str]
    parts: frozenset[str] = frozenset()


def with_compounds(wanted: Tokens, compounds: Iterable[Compound]) -> Tokens:
    """Add what some words are as parts of compounds, and as compounds taken apart."""
    known = tuple(compounds)
    stems = wanted.stems.union(part for compound in known for part in compound.parts)
    within = frozenset(token for compound in known for token in compound.within)
    return wanted._replace(stems=stems, parts=within)


def tokens(nodes: Iterable[Node], meaning: Meaning) -> Tokens:
    """Give the tokens that some nodes ask for."""
    stems: set[str] = set()
    forms: set[str] = set()
    prefixes: set[str] = set()
    for leaf in (part for node in nodes for part in leaves(node)):
        match leaf:
            case Term(words):
                stems.update(stem for row in readings(words, meaning.languages) for stem in row)
            case Phrase(words) | Loose(words, _):
                forms.update(map(fold, words))
            case Wild() | Similar() as word:
                prefix = word.prefix if isinstance(word, Wild) else None
                if prefix is None:
                    forms |= meaning.forms.get(word, frozenset())
                else:
                    prefixes.add(prefix)
            case _:
                pass
    return Tokens(frozenset(stems), frozenset(forms), frozenset(prefixes))


class Postings:
    """The places of some tokens, by the rows of the articles."""

    def __init__(
        self, connection: Connection, wanted: Tokens, share: int = 0, shares: int = 1
    ) -> None:
        """Read them; where there are shares, those of one share of the articles."""
        self._rows: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        for kind, ranges in _ranges(wanted).items():
            names = ", ".join(f"'{field}_{kind}'" for field in FIELDS)
            sql = f"""
                SELECT doc, col, term, offset FROM temp.posting
                WHERE term >= ? AND term <= ? AND col IN ({names}) AND doc % ? = ?
            """
            for bounds in ranges:
                for row, *place in connection.execute(sql, (*bounds, shares, share)):
                    self._rows[row].append(tuple(place))

    def text(self, row: int, written: Sequence[str]) -> Text:
        """Give an article with the places of these tokens only."""
        columns: dict[str, list[dict[str, list[int]]]] = {
            kind: [{} for _ in FIELDS] for kind in _KINDS
        }
        for name, token, place in self._rows.get(row, ()):
            kind, field = _NAMES[name]
            columns[kind][field].setdefault(token, []).append(place)
        forms: Sequence[Column] = columns["forms"]
        return Text(written, forms, columns["stems"], columns["parts"])


def shared(
    connection: Connection, wanted: Tokens, most: int = _MOST
) -> Iterator[tuple[int, Postings]]:
    """Read the places of tokens, in shares of the articles that have so many at most, about.

    With each comes the number of shares; the n-th has the rows that leave a rest of n.
    """
    shares = 1 + _places(connection, wanted) // most
    for share in range(shares):
        yield shares, Postings(connection, wanted, share, shares)


def read(connection: Connection, wanted: Tokens, articles: int) -> Postings | None:
    """Read the places of tokens, unless it is less to analyse so many articles."""
    if _places(connection, wanted) > min(_MOST, _FOR_AN_ARTICLE * articles):
        return None
    return Postings(connection, wanted)


def _places(connection: Connection, wanted: Tokens) -> int:
    """Tell how often some tokens stand in the index."""
    attach(connection)
    sql = "SELECT coalesce(sum(cnt), 0) FROM temp.token WHERE term >= ? AND term <= ?"
    ranges = [bounds for several in _ranges(wanted).values() for bounds in several]
    return sum(connection.execute(sql, bounds).fetchone()[0] for bounds in ranges)


def _ranges(wanted: Tokens) -> dict[str, list[tuple[str, str]]]:
    """Give the bounds between which the tokens lie, each token between one pair of them only."""
    prefixes = [
        prefix
        for prefix in sorted(wanted.prefixes)
        if not any(prefix != other and prefix.startswith(other) for other in wanted.prefixes)
    ]
    forms = [form for form in sorted(wanted.forms) if not form.startswith(tuple(prefixes))]
    beginnings = [(prefix, f"{prefix}\U0010ffff") for prefix in prefixes]
    return {
        "stems": [(stem, stem) for stem in sorted(wanted.stems)],
        "forms": [*((form, form) for form in forms), *beginnings],
        "parts": [(stem, stem) for stem in sorted(wanted.parts)],
    }
