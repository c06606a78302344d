"""Single articles are got by id, path or line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc.errors import Ambiguous, NotFound
from newsarc.ingest.identity import key
from newsarc.records.kept import Origin
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

    def test_an_article_in_a_container_is_got_by_its_place(self, empty: Store) -> None:
        places = [
            Origin("/archiv/a.zip", None, "2022/b.html"),
            Origin("/archiv/a.zip", 7, "c!.jsonl"),
            Origin("/archiv/c@d.warc.gz", None, None, 1048576),
            Origin("/archiv/e!.wacz", None, "archive/data.warc.gz", 0),
        ]
        read = [replace(note(f"Seite {at}."), origin=at) for at in places]
        add(empty, [entry(each) for each in read])

        assert [empty.get(str(at)).id for at in places] == ids(read)

    def test_a_file_of_one_line_is_got_by_its_path(self, store: Store) -> None:
        assert key(BRIDGE).id == store.get("/archiv/bruecken.jsonl").id

    @pytest.mark.parametrize(
        "name",
        [
            "https://uferkurier.example/bruecke",
            "http://uferkurier.example/bruecke",
            "https://www.uferkurier.example/bruecke/",
            "HTTPS://Uferkurier.example/bruecke#kommentare",
            "uferkurier.example/bruecke",
            "www.uferkurier.example/bruecke",
        ],
    )
    def test_an_article_is_got_by_its_url_however_it_is_written(
        self, store: Store, name: str
    ) -> None:
        assert key(BRIDGE).id == store.get(name).id

    @pytest.mark.parametrize("url", ["http://www.hafen.example/kran/", "hafen.example/kran"])
    def test_a_url_is_found_by_another_spelling_than_its_own(self, empty: Store, url: str) -> None:
        kran = replace(note("Ein Kran.", "/kran.txt"), url=url)
        add(empty, [entry(kran)])

        assert empty.get("https://hafen.example/kran").url == url

    @pytest.mark.parametrize("name", ["ufer-7", "7", "2021/05/ufer", "4711471147114711471"])
    def test_an_article_is_got_by_the_id_that_its_source_gave_it(
        self, empty: Store, name: str
    ) -> None:
        ufer = replace(note("Am Ufer.", "/ufer.txt"), external_id=name)
        add(empty, [entry(ufer), entry(note("Im Tal.", "/tal.txt"))])

        assert empty.get(name).external_id == name

    def test_an_external_id_of_several_articles_is_told_with_the_candidates(
        self, empty: Store
    ) -> None:
        both = [replace(note(f"{n} Fähren.", f"/{n}.txt"), external_id="7") for n in (2, 3)]
        add(empty, [entry(one) for one in both])

        with pytest.raises(Ambiguous) as told:
            empty.get("7")

        assert sorted(ids(both)) == list(told.value.candidates)

    def test_an_external_id_that_begins_as_another_id_is_ambiguous(self, empty: Store) -> None:
        named = replace(note("Ein Damm.", "/damm.txt"), external_id="abcd")
        add(empty, [entry(note("Ein Deich.", "/deich.txt"), "abcd000000000000"), entry(named)])

        with pytest.raises(Ambiguous) as told:
            empty.get("abcd")

        assert {"abcd000000000000", key(named).id} == set(told.value.candidates)

    def test_a_whole_id_means_its_article_only(self, empty: Store) -> None:
        name = "abcd000000000000"
        named = replace(note("Ein Damm.", "/damm.txt"), external_id=name)
        add(empty, [entry(note("Ein Deich.", "/deich.txt"), name), entry(named)])

        assert empty.get(name).id == name

    @pytest.mark.parametrize("name", ["5e", "5", "abc", "ABC"])
    def test_a_beginning_that_is_too_short_says_how_long_an_id_must_be(
        self, store: Store, name: str
    ) -> None:
        with pytest.raises(NotFound, match="at least 4 digits"):
            store.get(name)

    @pytest.mark.parametrize("name", ["xy", "5eg", "0000", ""])
    def test_what_is_no_short_beginning_is_only_not_found(self, store: Store, name: str) -> None:
        with pytest.raises(NotFound) as told:
            store.get(name)

        assert "digits" not in str(told.value)

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "ftp://uferkurier.example/bruecke",
            "uferkurier.example",
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
            "another scheme",
            "host of a URL",
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
