"""The words of an archive as its index has them: the forms, and how many articles hold each."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.patterns import pattern
from newsarc.query import nodes
from newsarc.text import LONGEST_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

_BEGINNING = pattern(r"[*?]")
_FORMS = "('title_forms', 'kicker_forms', 'body_forms')"


def words(connection: Connection, behind: str, most: int) -> list[tuple[str, int]]:
    """Give the next forms behind one, in order, each with the number of articles that hold it.

    The number is that of the articles that hold the form in one and the same field: few hold
    a word in the headline and not in the body. To go through all takes a second for 14,000
    articles.
    """
    attach(connection)
    sql = f"""
        SELECT term, max(doc) FROM temp.vocabulary
        WHERE term > ? AND col IN {_FORMS} GROUP BY term LIMIT ?
    """
    return connection.execute(sql, (behind, most)).fetchall()


def is_listed(connection: Connection) -> bool:
    """Tell whether all forms of the index are in the list of forms."""
    attach(connection)
    sql = f"""
        SELECT 1 FROM temp.vocabulary
        WHERE col IN {_FORMS} AND term NOT IN (SELECT form FROM form) LIMIT 1
    """
    return connection.execute(sql).fetchone() is None


def number(connection: Connection, prefix: str) -> int:
    """Count the listed forms that begin with a prefix; of some no article may be left."""
    sql = "SELECT count(*) FROM form WHERE form >= ? AND form < ?"
    return int(connection.execute(sql, _bounds(prefix)).fetchone()[0])


def listed(connection: Connection, word: nodes.Wild | nodes.Similar) -> list[str]:
    """Give the listed forms that fit a pattern or are similar; of some no article may be left."""
    if isinstance(word, nodes.Similar):
        return list(_similar(connection, word))
    return list(_wild(connection, word))


def _wild(connection: Connection, word: nodes.Wild) -> Iterator[str]:
    """Give the listed forms that fit a pattern.

    GLOB reads patterns as we do, but for brackets, ten times as fast.
    """
    if len(word.pattern.replace("*", "")) > LONGEST_FORM:
        return iter(())
    first, last = _bounds(_BEGINNING.split(word.pattern)[0])
    glob = word.pattern.replace("[", "[[]")
    sql = "SELECT form FROM form WHERE form >= ? AND form < ? AND form GLOB ?"
    return (form for (form,) in connection.execute(sql, (first, last, glob)))


def _similar(connection: Connection, word: nodes.Similar) -> Iterator[str]:
    """Give the listed forms that are similar, in order.

    Those that begin alike stand side by side; for all others the list is read once.
    """
    pieces = tuple(_pieces(word.form, word.edits))
    leading = [(piece,) for piece in pieces if not piece.last]
    others = tuple(piece for piece in pieces if piece.last)
    found = {
        form
        for some in (*leading, others)
        if some
        for (form,) in connection.execute(*_holding(some))
    }
    return (form for form in sorted(found) if nodes.fits(form, word))


class _Piece(Struct, frozen=True):
    """Letters that stand in a word of so many letters, and where: from a first to a last place,
    counted from its beginning, or (below zero) from its end.
    """

    letters: str
    first: int
    last: int
    shortest: int
    longest: int


def _pieces(form: str, edits: int) -> Iterator[_Piece]:
    """Give pieces of which each form holds one that so many edits at most make of a form.

    Of one piece more than there are edits, one is left whole; and there is one that is left
    whole with no more edits before it than pieces, and no more behind it than pieces (G. Li, D.
    Deng, J. Wang, J. Feng, Pass-Join, 2011). An edit damages two pieces only if it exchanges the
    letters where they meet; of the form with these exchanged it takes an edit less.
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


def _holding(pieces: Sequence[_Piece]) -> tuple[str, list[str | int]]:
    """Ask for the forms that hold one of some pieces, as SQL with its parameters."""
    shortest, longest = min(p.shortest for p in pieces), max(p.longest for p in pieces)
    conditions, values = zip(*map(_placed, pieces), strict=True)
    sql = f"""
        SELECT form FROM form
        WHERE length(form) BETWEEN ? AND ? AND ({" OR ".join(conditions)})
    """
    return sql, [shortest, longest, *(value for row in values for value in row)]


def _placed(piece: _Piece) -> tuple[str, tuple[str | int, ...]]:
    letters, first, last = piece.letters, piece.first, piece.last
    if not last:
        return "form >= ? AND form < ?", _bounds(letters)
    if last < 0:
        return "substr(form, ?) = ?", (last, letters)
    return "instr(substr(form, ?, ?), ?)", (first + 1, last - first + len(letters), letters)


def counted(connection: Connection, forms: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Give those of some forms that articles hold, each with their number."""
    attach(connection)
    sql = f"""
        SELECT term, max(doc) FROM json_each(?) CROSS JOIN temp.vocabulary ON term = value
        WHERE col IN {_FORMS} GROUP BY term
    """
    return connection.execute(sql, (json.dumps(forms),))


def _bounds(prefix: str) -> tuple[str, str]:
    """Give the bounds of what begins so: no form has a character beyond Unicode's last one."""
    return prefix, f"{prefix}\U0010ffff"


def attach(connection: Connection) -> None:
    """Show the index as tables: its tokens by column, as a whole, and each place of them."""
    for name, kind in (("vocabulary", "col"), ("token", "row"), ("posting", "instance")):
        sql = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING fts5vocab(main, words, {kind})"
        connection.execute(sql)
