"""Posting lists: where the tokens of a query stand in many articles at once.

A posting is one occurrence of a token as one integer: the row of its article, the number of its
field in `FIELDS`, and its position, which is the number of words before it in that field. A
posting list is a sorted sequence of postings.

Posting lists are read from the index, or made by analysing the articles in question, whichever
is faster.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import FIELDS, analyse, spellings
from newsarc.query import nodes
from newsarc.store.sqlite.articles.texts import fields_of
from newsarc.store.sqlite.file.temporary import kept
from newsarc.store.sqlite.words.forms import attach_vocabulary, prefix_bounds
from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.analysis import Lookup
    from newsarc.meaning.meaning import Meaning
    from newsarc.store.sqlite.file.temporary import Name

# The lowest bit of the row and of the field within a posting. The position takes the 32 bits
# below, the field two.
ROW_SHIFT, FIELD_SHIFT = 34, 32

# Number of postings that the index reads in the time in which one article is fetched and analysed.
# Postings of other articles, which are skipped, count as well.
_POSTINGS_PER_ARTICLE = 3000
# Maximum number of postings in memory, about fifty bytes each.
_MOST = 3_000_000

Kind = Literal["forms", "stems", "parts"]
_PACKED: dict[Kind, str] = {
    kind: " ".join(
        f"WHEN '{name}_{kind}' THEN (doc << {ROW_SHIFT}) + ({number} << {FIELD_SHIFT}) + offset"
        for number, name in reversed(list(enumerate(FIELDS)))
    )
    for kind in ("forms", "stems", "parts")
}


class Tokens(Struct, frozen=True):
    """The tokens of the index that a query asks for.

    `prefixes` stand for all forms that begin with them. `parts` are stems within compounds.
    """

    stems: frozenset[str]
    forms: frozenset[str]
    prefixes: frozenset[str]
    parts: frozenset[str] = frozenset()


class Postings(Protocol):
    """The posting lists of tokens."""

    def of(self, kind: Kind, token: str) -> Sequence[int]:
        """Return the posting list of a token; it is empty for an unknown one."""
        ...

    def of_prefix(self, prefix: str) -> Sequence[int]:
        """Return one posting list for all forms that begin with a prefix."""
        ...


def with_compounds(wanted: Tokens, terms: Iterable[Lookup]) -> Tokens:
    """Add the tokens by which terms are found within compounds and chains, and taken apart."""
    known = tuple(terms)
    stems = wanted.stems.union(part for found in known for part in found.parts)
    within = (token for found in known for token in (*found.tokens, *found.bounded))
    return replace(wanted, stems=stems, parts=frozenset(within))


def tokens(several: Iterable[nodes.Node], meaning: Meaning) -> Tokens:
    """Return the tokens that nodes ask for, without those of compounds."""
    stems: set[str] = set()
    forms: set[str] = set()
    prefixes: set[str] = set()
    for leaf in (part for node in several for part in nodes.leaves(node)):
        match leaf:
            case nodes.Term(words):
                stems.update(stem for row in meaning.terms[words].rows for stem in row)
            case nodes.Phrase(words) | nodes.Loose(words, _):
                forms.update(form for word in words for form in spellings(word))
            case nodes.Wild() if leaf in meaning.beginnings:
                prefixes.update(meaning.beginnings[leaf])
            case nodes.Wild() | nodes.Similar():
                forms |= meaning.forms.get(leaf, frozenset())
            case _:
                pass
    return Tokens(frozenset(stems), frozenset(forms), frozenset(prefixes))


class IndexPostings:
    """Posting lists from the index. Each call reads its list anew."""

    def __init__(
        self,
        connection: Connection,
        among: Name | None = None,
        share: int = 0,
        shares: int = 1,
    ) -> None:
        """Read postings of the articles kept as `among`, or of all articles if that is None.

        Of several shares, only every `shares`-th row is read, beginning with row `share`.
        """
        attach_vocabulary(connection)
        self._connection = connection
        self._among = among
        self._share = share, shares

    def of(self, kind: Kind, token: str) -> Sequence[int]:
        """Return the posting list of a token; it is empty for an unknown one."""
        return self._read(kind, token, token)

    def of_prefix(self, prefix: str) -> Sequence[int]:
        """Return one posting list for all forms that begin with a prefix."""
        return self._read("forms", *prefix_bounds(prefix))

    def _read(self, kind: Kind, first: str, last: str) -> Sequence[int]:
        """Read the postings of a range of tokens.

        They come as one text, which takes a third of the time that a database row for each takes.
        """
        share, shares = self._share
        among = f"AND doc IN ({kept(self._among).sql})" if self._among else ""
        sql = f"""
            SELECT group_concat(CASE col {_PACKED[kind]} END) FROM temp.posting
            WHERE term >= ? AND term <= ? {"AND doc % ? = ?" if shares > 1 else ""} {among}
        """
        parameters = (first, last, shares, share) if shares > 1 else (first, last)
        (written,) = self._connection.execute(sql, parameters).fetchone()
        return sorted(json.loads(f"[{written or ''}]"))


class TextPostings:
    """Posting lists from the texts of a few articles, all made at once by analysing these."""

    def __init__(
        self, texts: Iterable[tuple[int, Sequence[str], str | None]], wanted: Tokens
    ) -> None:
        """Analyse texts: the row of each article, its fields, its language; rows ascending."""
        self._lists: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        by_language: dict[str | None, _Lookup] = {}
        for row, fields, language in texts:
            lookup = by_language.setdefault(language, _Lookup(language, wanted))
            for number, text in enumerate(fields):
                self._add((row << ROW_SHIFT) + (number << FIELD_SHIFT), text, lookup)

    def _add(self, first: int, text: str, lookup: _Lookup) -> None:
        """Add the postings of a field, whose first word has the posting `first`."""
        for posting, word in enumerate(WORD.findall(text), first):
            for key in lookup[word]:
                self._lists[key].append(posting)

    def of(self, kind: Kind, token: str) -> Sequence[int]:
        """Return the posting list of a token; it is empty for one that was not wanted."""
        return self._lists.get((kind, token), ())

    def of_prefix(self, prefix: str) -> Sequence[int]:
        """Return one posting list for all forms that begin with a prefix."""
        return self._lists.get(("prefix", prefix), ())


class _Lookup(dict[str, tuple[tuple[str, str], ...]]):
    """The wanted tokens that each word of a language stands for; for most words there are none.

    A word is analysed when it is looked up for the first time.
    """

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
                yield "prefix", prefix


def read_postings(
    connection: Connection, wanted: Tokens, among: Name, number_of_articles: int
) -> Postings:
    """Return the posting lists of tokens in kept articles, from wherever it is faster.

    Raises UnreadableRow if a text is needed and cannot be read.
    """
    if _is_analysis_faster(wanted, count_postings(connection, wanted), number_of_articles):
        return _analysed(connection, wanted, among)
    return IndexPostings(connection, among)


def read_in_shares(
    connection: Connection,
    wanted: Tokens,
    among: Name,
    number_of_articles: int,
    most: int = _MOST,
) -> Iterator[Postings]:
    """Yield the posting lists of tokens in kept articles, share by share of the articles.

    A share has about `most` postings, and all those of its articles. Raises UnreadableRow if a
    text is needed and cannot be read.
    """
    number = count_postings(connection, wanted)
    if _is_analysis_faster(wanted, number, number_of_articles):
        yield _analysed(connection, wanted, among)
        return
    shares = 1 + number // most
    for share in range(shares):
        yield IndexPostings(connection, among, share, shares)


def _is_analysis_faster(wanted: Tokens, postings: int, articles: int) -> bool:
    """Return whether to analyse the articles instead of reading the index.

    Never for parts of compounds, which `TextPostings` does not make.
    """
    return not wanted.parts and postings > _POSTINGS_PER_ARTICLE * articles


def _analysed(connection: Connection, wanted: Tokens, among: Name) -> Postings:
    rows = connection.execute(f"{kept(among).sql} ORDER BY row").fetchall()
    return TextPostings(((row, *fields_of(connection, row)) for (row,) in rows), wanted)


def count_postings(connection: Connection, wanted: Tokens) -> int:
    """Return the number of postings of tokens in the whole index, in whatever kind of column."""
    attach_vocabulary(connection)
    sql = "SELECT coalesce(sum(cnt), 0) FROM temp.token WHERE term >= ? AND term <= ?"
    return sum(connection.execute(sql, bounds).fetchone()[0] for bounds in _ranges(wanted))


def _ranges(wanted: Tokens) -> Iterator[tuple[str, str]]:
    """Yield the first and the last token of each range that is wanted."""
    for kind in (wanted.stems, wanted.forms, wanted.parts):
        yield from ((token, token) for token in kind)
    yield from map(prefix_bounds, wanted.prefixes)
