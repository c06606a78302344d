"""SQL conditions with their parameters."""

from __future__ import annotations

from msgspec import Struct


class Condition(Struct, frozen=True):
    """An SQL expression or statement with its parameters.

    `costly` says that it calls Python functions for each article. `of_rows` says that it needs
    only the row number of an article, and none of its columns.
    """

    sql: str
    parameters: tuple[str | int, ...] = ()
    costly: bool = False
    of_rows: bool = False


TRUE = Condition("1", of_rows=True)
FALSE = Condition("0", of_rows=True)


def joined(operator: str, conditions: list[Condition]) -> Condition:
    """Join conditions, of which there must be at least one, by an operator such as " OR ".

    They are bracketed by halves, because SQLite refuses expressions nested more than a thousand
    deep.
    """
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
