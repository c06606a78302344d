"""The forms in the index: listed, looked up by pattern, and counted in articles.

The table `form` lists them all. A form stays listed when its last article is removed.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct, json

from newsarc.analysis import chained
from newsarc.patterns import pattern
from newsarc.query import nodes
from newsarc.text import LONGEST_FORM, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

_WILDCARD = pattern(r"[*?]")
# Of a row of temp.vocabulary: whether it is a form. A pattern is faster than three names.
_IS_FORM = "col GLOB '*_forms'"
# The forms between two others and their article counts, in two texts: a text takes less time than
# as many rows. A form comes once for each field that has it.
_BETWEEN = f"""
    SELECT group_concat(term, ' '), group_concat(doc, ' ')
    FROM temp.vocabulary WHERE term >= ? AND term < ? AND {_IS_FORM}
"""
# Each form with its spelling without diacritics.
_SPELT = """(
    SELECT form, form AS spelt FROM form WHERE folded IS NULL
    UNION ALL SELECT form, folded FROM form WHERE folded IS NOT NULL
)"""
# Of a row of temp.vocabulary: whether it is a form that the table `form` lacks.
UNLISTED = f"{_IS_FORM} AND term NOT IN (SELECT form FROM form)"


def pages(connection: Connection, size: int) -> list[tuple[str, str]]:
    """Cut the list of forms into pages of `size` forms; return the bounds of each.

    A page begins with its first bound and ends before its second one.
    """
    first, last = prefix_bounds("")
    begin, end = prefix_bounds(chained(""))  # many tokens lie between these, and no form
    return [*_pages(connection, size, first, begin), *_pages(connection, size, end, last)]


def _pages(connection: Connection, size: int, first: str, last: str) -> Iterator[tuple[str, str]]:
    bounds = [first]
    sql = "SELECT form FROM form WHERE form >= ? AND form < ? ORDER BY form LIMIT 1 OFFSET ?"
    while found := connection.execute(sql, (bounds[-1], last, size)).fetchone():
        bounds += found
    return pairwise([*bounds, last])


def counts_between(connection: Connection, first: str, last: str) -> dict[str, int]:
    """Return the forms of a page in the index, in order, each with its article count.

    The count is that of the field in which most articles have the form. It is a little too low
    where an article has it in the headline but not in the body, which is rare. All forms of
    14,000 articles take a second.
    """
    attach_vocabulary(connection)
    forms, numbers = connection.execute(_BETWEEN, (first, last)).fetchone()
    counts: dict[str, int] = {}
    for form, count in zip((forms or "").split(), map(int, (numbers or "").split()), strict=True):
        if count > counts.get(form, 0):
            counts[form] = count
    return counts


def count_listed(connection: Connection, prefix: str) -> int:
    """Return the number of listed forms that begin with a prefix, diacritics included."""
    sql = "SELECT count(*) FROM form WHERE form >= ? AND form < ?"
    return int(connection.execute(sql, prefix_bounds(prefix)).fetchone()[0])


def listed_beginnings(connection: Connection, word: nodes.Wild) -> set[str]:
    """Return the letters with which listed forms begin that a pattern with a prefix fits."""
    found: set[str] = set()
    for spelling in word.spellings:
        prefix = spelling.letters.removesuffix("*")
        found.add(prefix)
        if spelling.folded:
            sql = "SELECT form FROM form WHERE folded >= ? AND folded < ?"
            marked = connection.execute(sql, prefix_bounds(prefix))
            found.update(_beginning(form, prefix) for (form,) in marked)
    return found


def _beginning(form: str, prefix: str) -> str:
    """Return as many letters of a form as a folded prefix has when they are folded."""
    return next(form[:n] for n in range(1, len(form) + 1) if fold(form[:n]).startswith(prefix))


def respelt_forms(connection: Connection, form: str) -> list[str]:
    """Return the listed forms that differ from a form in diacritics only, in order."""
    sql = f"SELECT form FROM {_SPELT} WHERE spelt = ? AND form <> ? ORDER BY form"
    return [other for (other,) in connection.execute(sql, (fold(form), form))]


def listed_forms(connection: Connection, word: nodes.Wild | nodes.Similar) -> list[str]:
    """Return the listed forms that fit a pattern or are similar to a word, in order."""
    found: set[str] = set()
    for spelling in word.spellings:
        if isinstance(word, nodes.Similar):
            found.update(_similar(connection, word, spelling))
        else:
            found.update(_wild(connection, spelling))
    return sorted(found)


def _table(spelling: nodes.Spelling) -> str:
    """Return the table of forms, and of what is compared with a spelling."""
    return _SPELT if spelling.folded else "(SELECT form, form AS spelt FROM form)"


def _wild(connection: Connection, spelling: nodes.Spelling) -> Iterator[str]:
    """Return the listed forms that fit a spelling of a pattern.

    GLOB gives `*` and `?` the same meaning as we do, and is ten times as fast as Python. Only its
    brackets must be escaped.
    """
    letters = spelling.letters
    if len(letters.replace("*", "")) > LONGEST_FORM:
        return iter(())
    first, last = prefix_bounds(_WILDCARD.split(letters)[0])
    glob = letters.replace("[", "[[]")
    sql = f"SELECT form FROM {_table(spelling)} WHERE spelt >= ? AND spelt < ? AND spelt GLOB ?"
    return (form for (form,) in connection.execute(sql, (first, last, glob)))


def _similar(
    connection: Connection, word: nodes.Similar, spelling: nodes.Spelling
) -> Iterator[str]:
    """Return the listed forms that are similar to a spelling of a word.

    Forms with the same beginning are found by the order of the list, one lookup for each
    beginning. All other pieces are looked for in one pass through the list.
    """
    pieces = tuple(_pieces(spelling.letters, word.edits))
    beginnings = [(piece,) for piece in pieces if not piece.last]
    others = tuple(piece for piece in pieces if piece.last)
    lookups = [*beginnings, others] if others else beginnings
    table = _table(spelling)
    found = (f for some in lookups for (f,) in connection.execute(*_with_a_piece(table, some)))
    return (form for form in found if nodes.fits(form, word))


class _Piece(Struct, frozen=True):
    """Letters that a similar form holds, where it holds them, and how long it may be.

    The letters begin at an index from `first` to `last`. These count from the beginning of the
    form or, if negative, from its end.
    """

    letters: str
    first: int
    last: int
    shortest: int
    longest: int


def _pieces(form: str, edits: int) -> Iterator[_Piece]:
    """Yield pieces such that every form within a number of edits holds at least one of them.

    The form is cut into one piece more than there are edits, so one stays whole. There is even
    a whole piece that has no more edits before it than pieces before it, and no more edits after
    it than pieces after it (G. Li, D. Deng, J. Wang, J. Feng, Pass-Join, 2011). Only an edit that
    exchanges the two letters at a cut damages two pieces at once; for each cut, the form with
    these letters exchanged is therefore cut as well, with one edit less.
    """
    length, lengths = len(form), (len(form) - edits, len(form) + edits)
    cuts = [length * cut // (edits + 1) for cut in range(edits + 2)]
    for before, (start, end) in enumerate(pairwise(cuts)):
        if before == edits > 0:
            yield _Piece(form[start:], start - length, start - length, *lengths)
        else:
            yield _Piece(form[start:end], max(start - before, 0), start + before, *lengths)
    for cut in cuts[1:-1] if edits else ():
        if 0 < cut < length:
            exchanged = f"{form[: cut - 1]}{form[cut]}{form[cut - 1]}{form[cut + 1 :]}"
            yield from _pieces(exchanged, edits - 1)


def _with_a_piece(table: str, pieces: Sequence[_Piece]) -> tuple[str, list[str | int]]:
    """Return the SQL that finds the forms with any of some pieces, and its parameters."""
    shortest, longest = min(p.shortest for p in pieces), max(p.longest for p in pieces)
    conditions, values = zip(*map(_piece_condition, pieces), strict=True)
    sql = f"""
        SELECT form FROM {table}
        WHERE length(spelt) BETWEEN ? AND ? AND ({" OR ".join(conditions)})
    """
    return sql, [shortest, longest, *(value for row in values for value in row)]


def _piece_condition(piece: _Piece) -> tuple[str, tuple[str | int, ...]]:
    """Return the SQL condition that a form holds a piece, and its parameters."""
    letters, first, last = piece.letters, piece.first, piece.last
    if not last:
        return "spelt >= ? AND spelt < ?", prefix_bounds(letters)
    if last < 0:
        return "substr(spelt, ?) = ?", (last, letters)
    return "instr(substr(spelt, ?, ?), ?)", (first + 1, last - first + len(letters), letters)


def article_counts(connection: Connection, forms: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Return those of some forms that articles hold, each with its article count.

    The counts are those of `counts_between`.
    """
    attach_vocabulary(connection)
    sql = f"""
        SELECT term, max(doc) FROM json_each(?) CROSS JOIN temp.vocabulary ON term = value
        WHERE {_IS_FORM} GROUP BY term
    """
    return connection.execute(sql, (json.encode(forms).decode(),))


def prefix_bounds(prefix: str) -> tuple[str, str]:
    """Return the bounds of all forms that begin with a prefix.

    The second one is no form itself: none holds the last character of Unicode.
    """
    return prefix, f"{prefix}\U0010ffff"


def attach_vocabulary(connection: Connection) -> None:
    """Make the index readable as the tables temp.vocabulary, temp.token and temp.posting.

    They have a row for each token and column, for each token, and for each posting.
    """
    for name, kind in (("vocabulary", "col"), ("token", "row"), ("posting", "instance")):
        sql = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING fts5vocab(main, words, {kind})"
        connection.execute(sql)
