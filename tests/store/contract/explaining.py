"""What a store tells of a query: how it is answered, and how many articles hold its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.query import nodes
from tests.store.examples import query

if TYPE_CHECKING:
    from newsarc.store import Store


class Explaining:
    def test_it_is_told_how_many_articles_hold_a_word(self, store: Store) -> None:
        words = tuple(nodes.Term((word,)) for word in ("hafen", "closing", "nirgends"))
        held = store.document_frequencies(words, most=100)

        totals = [store.find(word, sort="added", limit=0).total for word in words]
        assert [held.by_word[word] for word in words] == totals
        assert held.articles == store.find(nodes.All(), sort="added", limit=0).total

    def test_a_filter_beside_a_word_changes_nothing_about_how_many_hold_it(
        self, store: Store
    ) -> None:
        word = nodes.Term(("hafen",))
        total = store.find(word, sort="added", limit=0).total
        filtered = store.find(query("Hafen lang:en"), sort="added", limit=0).total

        assert filtered < total
        assert store.document_frequencies([word], most=100).by_word[word] == total

    def test_of_a_frequent_word_it_is_told_that_it_is_frequent(self, store: Store) -> None:
        word = nodes.Term(("hafen",))

        assert store.document_frequencies([word], most=1).by_word[word] >= 1

    def test_it_is_told_how_a_query_is_answered(self, store: Store) -> None:
        steps = store.explain(query("Hafen lang:de"))

        assert next(iter(steps)) == "words"
        assert all(words for step in steps.items() for words in step)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Häfen", "form häfen; stem haf (de); stem häfen (en); part häfen or haf of compounds"),
            (
                "Hafen-Rat",
                (
                    "forms hafen rat; stems haf rat (de); stems hafen rat (en);"
                    " part hafenrat or hafrat of compounds; taken apart haf + rat"
                ),
            ),
            ('"Hafen Rat"', "forms hafen rat"),
            ('"Hafen Rat"~2', "forms hafen rat"),
            ("Haf*", "2 forms: hafen, häfen"),
            ("*zebra", "no form"),
            ("title:Hafne~1", "2 forms: hafen, häfen"),
        ],
    )
    def test_it_is_told_what_a_word_is_searched_as(
        self, store: Store, text: str, told: str
    ) -> None:
        words = store.explain(query(text))["words"]

        assert words.partition(": ")[2] == told

    def test_it_is_told_of_each_word_once_and_of_negated_ones_too(self, store: Store) -> None:
        words = store.explain(query("Hafen -Brücke Hafen lang:de"))["words"]

        assert [line.partition(":")[0] for line in words.split("\n")] == ["hafen", "brücke"]

    def test_it_is_told_that_no_word_is_searched_for(self, store: Store) -> None:
        assert store.explain(query("lang:de"))["words"] == "none"
