"""Finds where in the texts of articles the words of a query stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.passages.lookout import Lookout
from newsarc.passages.targets import Targets
from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.analysis import Splitter
    from newsarc.passages.lookout import Match
    from newsarc.passages.targets import Single


class Finder:
    """Finds what is sought in any number of texts; it remembers the words it has seen."""

    def __init__(
        self, wanted: Sequence[nodes.Sought], languages: Sequence[str], splitter: Splitter
    ) -> None:
        """Look for `wanted`, whose words may be of any of the languages (ISO 639-1 codes)."""
        self._wanted = wanted
        self._languages = languages
        self._splitter = splitter
        self._shown: dict[nodes.Field, tuple[tuple[int, Single], ...]] = {}
        # Usually the same things are sought in all fields.
        self._lookouts: dict[tuple[str | None, tuple[tuple[int, Single], ...]], Lookout] = {}

    def matches(self, text: str, language: str | None, field: nodes.Field = "body") -> list[Match]:
        """Return each place of a text where something sought stands, in order.

        What is sought in another field has no match. What is sought at the start of an article
        only matches in the first paragraph of its body.
        """
        found = self._lookout(language, field).matches(text)
        start = text.find("\n\n") if field == "body" else -1
        if start == -1:
            return found
        return [m for m in found if m.end <= start or not _at_start(self._wanted[m.sought])]

    def _lookout(self, language: str | None, field: nodes.Field) -> Lookout:
        shown = self._shown.get(field)
        if shown is None:
            shown = self._shown[field] = self._shown_in(field)
        known = self._lookouts.get((language, shown))
        if known is None:
            targets = Targets(shown, self._languages, self._splitter)
            known = self._lookouts[language, shown] = Lookout(targets, language, self._splitter)
        return known

    def _shown_in(self, field: nodes.Field) -> tuple[tuple[int, Single], ...]:
        """Return what is to be marked in a field, each with its number in the query."""
        numbered = enumerate(self._wanted)
        return tuple((number, word) for number, item in numbered for word in _singles(item, field))


def _at_start(item: nodes.Sought) -> bool:
    return isinstance(item, nodes.In) and item.field == "start"


def _singles(item: nodes.Sought, field: nodes.Field) -> Iterator[Single]:
    """Return the words and phrases of something sought that are to be marked in a field."""
    match item:
        case nodes.In(own, word):
            if own in {field, "start"}:
                yield from _singles(word, field)
        case nodes.Loose(several):
            yield from (nodes.Phrase((word,)) for word in several)
        case nodes.Term() | nodes.Phrase() | nodes.Wild() | nodes.Similar():
            yield item
        case _:
            assert_never(item)
