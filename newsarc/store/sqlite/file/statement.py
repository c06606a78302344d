"""SQL with its parameters."""

from __future__ import annotations

from msgspec import Struct


class Condition(Struct, frozen=True):
    """An SQL expression with its parameters.

    It is `costly` where it calls functions of ours for each article, and `of_rows` where it
    needs no more of an article than its row number.
    """

    sql: str
    parameters: tuple[str | int, ...] = ()
    costly: bool = False
    of_rows: bool = False


TRUE = Condition("1", of_rows=True)
FALSE = Condition("0", of_rows=True)


def joined(operator: str, conditions: list[Condition]) -> Condition:
    """Join conditions by halves: SQLite gives up on expressions more than a thousand deep."""
    if len(conditions) == 1:
        return conditions[0]
    half = len(conditions) // 2
    left, right = joined(operator, conditions[:half]), joined(operator, conditions[half:])
    return Condition(
        f"({left.sql}){operator}({right.sql})",
        left.parameters + right.parameters,
        costly=left.costly or right.costly,
        of_rows=left.of_rows and right.of_rows,
    )
