"""Words of the archive that are like a misspelt one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.ingest.identity import key
from tests.store.examples import HARBOUR, NOON, add, entry, note, rebuild, retitled

if TYPE_CHECKING:
    from newsarc.store import Store


class SimilarWords:
    def test_a_misspelt_word_is_like_words_of_the_archive(self, store: Store) -> None:
        assert [word.form for word in store.similar("vehlbruk")] == ["vehlbrück"]

    @pytest.mark.parametrize("form", ["vehlbrück", "vehlbrruck", "vehlbrrueck", "vehlprück"])
    def test_an_umlaut_is_found_however_it_is_typed(self, store: Store, form: str) -> None:
        before = [word.form for word in store.similar(form) if word.form != form]
        list(store.merge())

        assert before == [word.form for word in store.similar(form)]
        assert before == ([] if form == "vehlbrück" else ["vehlbrück"])

    def test_words_that_differ_in_their_umlauts_are_both_known(self, store: Store) -> None:
        add(store, [entry(note("Die Zahlen zählen."))])
        list(store.merge())

        assert [word.form for word in store.similar("zahllen")] == ["zahlen", "zählen"]
        assert [word.form for word in store.similar("zähllen")] == ["zählen", "zahlen"]

    def test_a_word_of_a_headline_may_be_meant(self, store: Store) -> None:
        assert [word.form for word in store.similar("gespert")] == ["gesperrt"]

    def test_a_word_like_a_misspelt_one_tells_how_many_articles_hold_it(self, store: Store) -> None:
        add(store, [entry(note("Am Vehlbrücker Kai, am Kai vorn."), added=NOON)])

        best, *_ = store.similar("vehlbrückar")

        assert (best.form, best.articles, best.distance) == ("vehlbrücker", 1, 1)

    def test_of_words_as_like_the_more_frequent_is_first(self, store: Store) -> None:
        texts = ["Der Kran steht.", "Der Kranz liegt.", "Ein Kranz fehlt."]
        add(store, [entry(note(text, f"/archiv/{text}")) for text in texts])

        assert [word.form for word in store.similar("kranc")] == ["kranz", "kran"]

    def test_there_are_no_more_similar_words_than_asked_for(self, store: Store) -> None:
        add(store, [entry(note("Kran, Kranz, Krans und Krank."))])

        assert len(store.similar("kranc", limit=2)) == 2

    @pytest.mark.parametrize("form", ["", "ab", "\0\0\0", "zzzzzzzzzz", "x" * 255])
    def test_what_is_like_no_word_has_no_similar_words(self, store: Store, form: str) -> None:
        before = store.similar(form)
        list(store.merge())

        assert (before, store.similar(form)) == ((), ())

    def test_a_merged_store_knows_the_same_similar_words(self, store: Store) -> None:
        before = [store.similar(form) for form in ("hafenn", "schliff", "bridgess", "ehlbruck")]
        list(store.merge())

        assert before == [
            store.similar(form) for form in ("hafenn", "schliff", "bridgess", "ehlbruck")
        ]
        assert all(before)

    def test_words_of_an_article_that_was_removed_are_not_similar(self, store: Store) -> None:
        list(store.merge())
        store.remove(key(HARBOUR).id)

        assert store.similar("vehlbruk") == ()

    def test_words_added_to_a_merged_store_are_similar(self, store: Store) -> None:
        list(store.merge())
        add(store, [entry(note("Die Fahrrinne ist frei."))])

        assert [word.form for word in store.similar("farrinne")] == ["fahrrinne"]

    def test_words_of_a_rebuilt_store_are_similar(self, store: Store) -> None:
        list(store.merge())
        rebuild(store, retitled(store))

        assert [word.form for word in store.similar("gefast")] == ["gefasst"]
