"""What an ingestion says of files: much of one kind is one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers import ending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc import Origin

# So many of a kind are listed; of more there is one line.
_LISTED = 3
_PLACES = 2
# What is of other kinds than the first is only counted: memory stays small whatever is read.
_KINDS = 1000
_NUMBER = re.compile(r"[0-9][0-9,.]*+")


class Kind:
    """Sentences that differ in numbers only, about files of one ending."""

    def __init__(self, origin: Origin, sentence: str) -> None:
        self.number = 0
        self.path = origin.path if origin.line else None
        self.sentence = sentence
        self.first: list[tuple[Origin, str]] = []

    def add(self, origin: Origin, sentence: str) -> None:
        """Add one more."""
        self.number += 1
        if self.path != origin.path:
            self.path = None
        if self.sentence != sentence:
            self.sentence = _NUMBER.sub("…", sentence)
        if len(self.first) < _LISTED:
            self.first.append((origin, sentence))

    def lines(self) -> Iterator[str]:
        """Yield a line for each, or one line for all if they are many."""
        if self.number <= _LISTED:
            yield from (f"{origin}: {sentence}" for origin, sentence in self.first)
            return
        origins = list(dict.fromkeys(origin for origin, _ in self.first))[:_PLACES]
        if self.path is None:
            what = ending(origins[0].path) or "files"
            places = ", ".join(map(str, origins))
        else:
            what = self.path
            places = "lines " + ", ".join(str(origin.line) for origin in origins)
        yield f"{self.number:,} × {what}: {self.sentence} (first: {places})"


class Kinds:
    """Sentences about files, by kind, in the order in which the kinds came first."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], Kind] = {}
        self._others = 0

    def add(self, origin: Origin, sentence: str) -> None:
        """Add a sentence about what stands at an origin."""
        key = _NUMBER.sub("…", sentence), ending(origin.path)
        if key not in self._kinds and len(self._kinds) == _KINDS:
            self._others += 1
            return
        self._kinds.setdefault(key, Kind(origin, sentence)).add(origin, sentence)

    def lines(self) -> Iterator[str]:
        """Yield what there is to say."""
        for kind in self._kinds.values():
            yield from kind.lines()
        if self._others:
            yield f"{self._others:,} × other reasons: --verbose lists them"
