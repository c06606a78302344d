"""Single articles are got by id, path or line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.errors import Ambiguous, NotFound
from newsarc.ingest.identity import key
from tests.store.examples import BRIDGE, HARBOUR, add, entry, ids, note

if TYPE_CHECKING:
    from newsarc.store import Store


class Getting:
    @pytest.mark.parametrize("length", [4, 5, 15, 16])
    def test_an_article_is_got_by_the_beginning_of_its_id(self, store: Store, length: int) -> None:
        name = key(HARBOUR).id

        assert name == store.get(name[:length]).id

    def test_an_id_may_be_written_in_capitals(self, store: Store) -> None:
        name = key(HARBOUR).id

        assert name == store.get(name[:8].upper()).id

    def test_an_article_is_got_by_its_path(self, store: Store) -> None:
        assert key(HARBOUR).id == store.get("/archiv/hafen.txt").id

    def test_an_article_is_got_by_a_path_in_other_words(self, store: Store) -> None:
        assert key(HARBOUR).id == store.get("/archiv/../archiv/./hafen.txt").id

    def test_an_article_of_a_line_is_got_by_path_and_line(self, store: Store) -> None:
        assert key(BRIDGE).id == store.get("/archiv/bruecken.jsonl:3").id

    def test_a_file_of_one_line_is_got_by_its_path(self, store: Store) -> None:
        assert key(BRIDGE).id == store.get("/archiv/bruecken.jsonl").id

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "0" * 16,
            "g" * 16,
            "%%%%",
            "____",
            "*",
            "/archiv",
            "/archiv/bruecken.jsonl:4",
            "/archiv/hafen.txt:0",
            "/archiv/hafen.txt:1",
            "abc\0d",
            "\udcff\udcff\udcff\udcff",
            "' OR 1",
        ],
        ids=[
            "nothing",
            "an unused id",
            "no digits",
            "per cent signs",
            "underscores",
            "star",
            "folder",
            "another line",
            "line zero",
            "line of a whole file",
            "null character",
            "bytes that are no text",
            "quote",
        ],
    )
    def test_no_article_goes_by_a_strange_name(self, store: Store, name: str) -> None:
        with pytest.raises(NotFound) as told:
            store.get(name)

        assert name == told.value.id

    def test_three_letters_of_an_id_are_too_few(self, store: Store) -> None:
        with pytest.raises(NotFound):
            store.get(key(HARBOUR).id[:3])

    def test_a_beginning_of_several_ids_is_told_with_the_candidates(self, empty: Store) -> None:
        names = ("abcd000000000000", "abcd111111111111", "abce111111111111")
        for name in reversed(names):
            add(empty, [entry(note(name, f"/{name}.txt"), name)])

        with pytest.raises(Ambiguous) as told:
            empty.get("ABCD")

        assert names[:2] == told.value.candidates

    def test_a_path_of_several_articles_is_told_with_the_candidates(self, empty: Store) -> None:
        lines = [note(f"Zeile {n}", "/archiv/viele.jsonl", n) for n in (1, 2)]
        add(empty, [entry(line) for line in lines])

        with pytest.raises(Ambiguous) as told:
            empty.get("/archiv/viele.jsonl")

        assert sorted(ids(lines)) == list(told.value.candidates)
