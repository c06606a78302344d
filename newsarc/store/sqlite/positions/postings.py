"""The places of a query's words in many articles at once, each a number that says all of it.

The index gives three thousand places, of which those in other articles are passed over, in the
time in which one article is analysed. Where more of them would be read than that, the few articles
in question are analysed instead.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import FIELDS, analyse, sequences
from newsarc.query import nodes
from newsarc.store.sqlite.articles.texts import fields_of
from newsarc.store.sqlite.file.temporary import kept
from newsarc.store.sqlite.words.forms import attach
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.meaning.compounds import Compound
    from newsarc.meaning.meaning import Meaning
    from newsarc.store.sqlite.file.temporary import Name

# A place is the row of its article, its field, and the number of the words before it.
ROW, FIELD = 34, 32

# So many places are read in the time in which an article is fetched and analysed.
FOR_AN_ARTICLE = 3000
# Each takes some fifty bytes of memory.
_MOST = 3_000_000

Kind = Literal["forms", "stems", "parts"]
_COLUMNS: dict[Kind, str] = {
    kind: " ".join(
        f"WHEN '{name}_{kind}' THEN (doc << {ROW}) + ({number} << {FIELD}) + offset"
        for number, name in reversed(list(enumerate(FIELDS)))
    )
    for kind in ("forms", "stems", "parts")
}


class Tokens(Struct, frozen=True):
    """What of the index a query asks for: stems, forms, all forms with a beginning, and the
    stems of parts of compounds.
    """

    stems: frozenset[str]
    forms: frozenset[str]
    prefixes: frozenset[str]
    parts: frozenset[str] = frozenset()


class Postings(Protocol):
    """The places of tokens, in order."""

    def places(self, kind: Kind, token: str) -> Sequence[int]:
        """Give the places of a token."""
        ...

    def beginning(self, prefix: str) -> Sequence[int]:
        """Give the places of all forms that begin with a prefix."""
        ...


def with_compounds(wanted: Tokens, compounds: Iterable[Compound]) -> Tokens:
    """Add what some words are as parts of compounds, and as compounds taken apart."""
    known = tuple(compounds)
    stems = wanted.stems.union(part for compound in known for part in compound.parts)
    within = frozenset(token for compound in known for token in compound.within)
    return replace(wanted, stems=stems, parts=within)


def tokens(several: Iterable[nodes.Node], meaning: Meaning) -> Tokens:
    """Give the tokens that some nodes ask for."""
    stems: set[str] = set()
    forms: set[str] = set()
    prefixes: set[str] = set()
    for leaf in (part for node in several for part in nodes.leaves(node)):
        match leaf:
            case nodes.Term(words):
                stems.update(stem for row in sequences(words, meaning.languages) for stem in row)
            case nodes.Phrase(words) | nodes.Loose(words, _):
                forms.update(map(fold, words))
            case nodes.Wild() | nodes.Similar() as word:
                prefix = word.prefix if isinstance(word, nodes.Wild) else None
                if prefix is None:
                    forms |= meaning.forms.get(word, frozenset())
                else:
                    prefixes.add(prefix)
            case _:
                pass
    return Tokens(frozenset(stems), frozenset(forms), frozenset(prefixes))


class FromIndex:
    """Places as the index has them, read when they are asked for."""

    def __init__(
        self,
        connection: Connection,
        among: Name | None = None,
        share: int = 0,
        shares: int = 1,
    ) -> None:
        """Take the kept articles in question; of shares of them, those of one count."""
        attach(connection)
        self._connection = connection
        self._among = among
        self._share = share, shares

    def places(self, kind: Kind, token: str) -> Sequence[int]:
        """Give the places of a token."""
        return self._read(kind, token, token)

    def beginning(self, prefix: str) -> Sequence[int]:
        """Give the places of all forms that begin with a prefix."""
        return self._read("forms", prefix, f"{prefix}\U0010ffff")

    def _read(self, kind: Kind, first: str, last: str) -> Sequence[int]:
        """Read the places of some tokens as one text: a third of the time of a row for each."""
        share, shares = self._share
        among = f"AND doc IN ({kept(self._among).sql})" if self._among else ""
        sql = f"""
            SELECT group_concat(CASE col {_COLUMNS[kind]} END) FROM temp.posting
            WHERE term >= ? AND term <= ? {"AND doc % ? = ?" if shares > 1 else ""} {among}
        """
        bounds = (first, last, shares, share)[: 4 if shares > 1 else 2]
        (written,) = self._connection.execute(sql, bounds).fetchone()
        return sorted(json.loads(f"[{written or ''}]"))


class FromTexts:
    """Places in the texts of some articles, which are analysed for them."""

    def __init__(
        self, texts: Iterable[tuple[int, Sequence[str], str | None]], wanted: Tokens
    ) -> None:
        """Take rows, fields as they are written, and languages: in the order of the rows."""
        self._places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        known: dict[str | None, _Wanted] = {}
        for row, fields, language in texts:
            lookout = known.setdefault(language, _Wanted(language, wanted))
            for number, text in enumerate(fields):
                begin = (row << ROW) + (number << FIELD)
                for at, word in enumerate(WORD.findall(text), begin):
                    for key in lookout[word]:
                        self._places[key].append(at)

    def places(self, kind: Kind, token: str) -> Sequence[int]:
        """Give the places of a token."""
        return self._places.get((kind, token), ())

    def beginning(self, prefix: str) -> Sequence[int]:
        """Give the places of all forms that begin with a prefix."""
        return self._places.get(("beginning", prefix), ())


class _Wanted(dict[str, tuple[tuple[str, str], ...]]):
    """What each word of a language is of the tokens that are wanted; mostly nothing."""

    def __init__(self, language: str | None, wanted: Tokens) -> None:
        super().__init__()
        self._language = language
        self._wanted = wanted

    def __missing__(self, word: str) -> tuple[tuple[str, str], ...]:
        self[word] = found = tuple(self._keys(word))
        return found

    def _keys(self, word: str) -> Iterator[tuple[str, str]]:
        found = analyse(word, self._language)
        form, stem = found.form, found.stem
        if form in self._wanted.forms:
            yield "forms", form
        if stem in self._wanted.stems:
            yield "stems", stem
        for prefix in self._wanted.prefixes:
            if form.startswith(prefix):
                yield "beginning", prefix


def read(connection: Connection, wanted: Tokens, among: Name, articles: int) -> Postings:
    """Give the places of tokens in so many articles that are kept, from wherever it is sooner."""
    if _is_analysed(wanted, number(connection, wanted), articles):
        return _analysed(connection, wanted, among)
    return FromIndex(connection, among)


def shared(
    connection: Connection, wanted: Tokens, among: Name, articles: int, most: int = _MOST
) -> Iterator[Postings]:
    """Give the places of tokens in so many articles that are kept, about `most` at a time."""
    places = number(connection, wanted)
    if _is_analysed(wanted, places, articles):
        yield _analysed(connection, wanted, among)
        return
    shares = 1 + places // most
    for share in range(shares):
        yield FromIndex(connection, among, share, shares)


def _is_analysed(wanted: Tokens, places: int, articles: int) -> bool:
    """Tell whether articles are few beside the places; they do not tell parts of compounds."""
    return not wanted.parts and places > FOR_AN_ARTICLE * articles


def _analysed(connection: Connection, wanted: Tokens, among: Name) -> Postings:
    rows = connection.execute(f"{kept(among).sql} ORDER BY row").fetchall()
    return FromTexts(((row, *fields_of(connection, row)) for (row,) in rows), wanted)


def number(connection: Connection, wanted: Tokens) -> int:
    """Tell how often some tokens stand in the index."""
    attach(connection)
    sql = "SELECT coalesce(sum(cnt), 0) FROM temp.token WHERE term >= ? AND term <= ?"
    return sum(connection.execute(sql, bounds).fetchone()[0] for bounds in _ranges(wanted))


def _ranges(wanted: Tokens) -> Iterator[tuple[str, str]]:
    """Give the bounds between which the tokens lie."""
    for kind in (wanted.stems, wanted.forms, wanted.parts):
        yield from ((token, token) for token in kind)
    yield from ((prefix, f"{prefix}\U0010ffff") for prefix in wanted.prefixes)
