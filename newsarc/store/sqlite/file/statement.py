"""SQL with its parameters."""

from __future__ import annotations

from newsarc.values import value

_FUNCTIONS = ("says(", "label_holds(", "address_holds(", "may_lie(", "body_length(")


@value
class Condition:
    """An SQL expression with its parameters."""

    sql: str
    parameters: tuple[str | int, ...] = ()

    @property
    def is_judged(self) -> bool:
        """Whether it asks functions of ours, which is dear for each article."""
        return any(name in self.sql for name in _FUNCTIONS)

    @property
    def is_of_rows(self) -> bool:
        """Whether the row of an article is all that it asks for."""
        return "a." not in self.sql.replace("a.row", "")


TRUE = Condition("1")
FALSE = Condition("0")
