"""What patterns such as `*fen` and `Haf*` stand for, and what a user is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.examples import add, entry, found, note, query

if TYPE_CHECKING:
    from newsarc.store import Store


class Patterns:
    @pytest.mark.parametrize(
        ("text", "notes"),
        [
            ("Hafen", ()),
            ("Haf*", ("haf*: 2 forms",)),
            ("*fen -title:br?c*", ("*fen: 2 forms", "br?c*: 2 forms")),
            ("Zebra~1", ("zebra~1: 0 forms",)),
            ("bri* OR bri*", ("bri*: 1 form",)),
        ],
    )
    def test_it_tells_for_how_many_forms_a_pattern_stands(
        self, store: Store, text: str, notes: tuple[str, ...]
    ) -> None:
        assert store.find(query(text), sort="newest", limit=1).notes == notes

    def test_of_a_pattern_only_the_most_frequent_forms_are_searched_for(self, empty: Store) -> None:
        rare = note(" ".join(f"x{number:03}wort" for number in range(600)), "/a.txt")
        often = note(" ".join(f"x{number:03}wort" for number in range(400, 600)), "/b.txt")
        once = note("x999wort", "/c.txt")
        add(empty, [entry(rare), entry(often), entry(once)])
        found = empty.find(query("*wort"), sort="newest", limit=9)

        assert found.notes == ("*wort: 601 forms; the 500 in most articles were searched for",)
        assert found.total == 2

    def test_a_prefix_stands_for_all_its_forms(self, empty: Store) -> None:
        add(empty, [entry(note(" ".join(f"wort{number}" for number in range(600))))])
        lone = note("wort599", "/e.txt")
        add(empty, [entry(lone)])
        found = empty.find(query("wort*"), sort="newest", limit=9)

        assert (found.total, found.notes) == (2, ("wort*: 600 forms",))

    def test_beginnings_within_each_other_are_counted_once(self, store: Store) -> None:
        text = "atleast3(Haf* OR Hafe* OR Hafen)"

        assert found(store, text) == []

    def test_patterns_count_in_a_tally(self, store: Store) -> None:
        assert store.tally(query("*fen"), "language") == {("de",): 2}
