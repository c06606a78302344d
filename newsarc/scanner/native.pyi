# See `newsarc.scanner.twin`, `newsarc.analysis.compounds` for the cutter, and `splitter`, `ways`
# and `chains` beside it for the splitter.
from collections.abc import Callable
from re import Pattern
from typing import final

from newsarc.analysis.languages import Compounding
from newsarc.scanner.twin import Buckets, Scanner, units

__all__ = ["Buckets", "Cut", "Cutter", "Scanner", "Splitter", "units"]

@final
class Cut:
    @property
    def at(self) -> int: ...
    @property
    def modifier(self) -> str: ...
    @property
    def head(self) -> str: ...
    @property
    def score(self) -> float: ...

@final
class Cutter:
    def __init__(
        self,
        rules: Compounding,
        table: Buckets,
        never_first: Pattern[str],
        never_last: Pattern[str],
        frequency: Callable[[str], float],
    ) -> None: ...
    def cut(self, word: str) -> Cut | None: ...

@final
class Splitter:
    def __init__(
        self,
        cutter: Cutter,
        whole: Callable[[str], tuple[str, str, str]],
        stem: Callable[[str], str],
    ) -> None: ...
