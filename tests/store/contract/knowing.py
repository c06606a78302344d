"""What a store knows of documents that are about to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import astuple, replace

from newsarc.ingest.identity import fingerprint, key
from newsarc.records.kept import Origin
from newsarc.store import Kept, Key, Known
from tests.store.examples import BRIDGE, HARBOUR, add, entry, known, note

if TYPE_CHECKING:
    from newsarc.store import Store

ZIP = "/archiv/a.zip"


class Knowing:
    def test_an_empty_store_knows_nothing(self, empty: Store) -> None:
        assert Known() == known(empty, key(HARBOUR))

    def test_every_key_gets_an_answer(self, store: Store) -> None:
        keys = [key(HARBOUR), key(note("Niemals gelesen.")), key(BRIDGE)]

        assert set(keys) == set(store.known(iter(keys)))

    def test_nothing_is_known_of_no_keys(self, store: Store) -> None:
        assert dict(store.known([])) == {}

    def test_an_article_is_known_by_its_id_its_text_and_its_file(self, store: Store) -> None:
        readings = {HARBOUR.origin: fingerprint(HARBOUR)}
        kept = Kept(
            key(HARBOUR).id,
            key(HARBOUR).digest,
            fingerprint(HARBOUR),
            claimed=False,
            fingerprints=readings,
            source="mowenbote",
        )

        assert Known(kept, (kept,), kept) == known(store, key(HARBOUR))

    def test_an_article_is_known_by_its_text_alone(self, store: Store) -> None:
        elsewhere = Key("0" * 16, key(HARBOUR).digest, Origin("/anderswo.txt"))

        assert (None, [key(HARBOUR).id], None) == names_of(known(store, elsewhere))

    def test_an_article_is_known_by_its_file_alone(self, store: Store) -> None:
        rewritten = Key("0" * 16, "0" * 32, HARBOUR.origin)

        assert (None, [], key(HARBOUR).id) == names_of(known(store, rewritten))

    def test_an_article_with_a_claimed_id_is_not_known_by_its_text(self, store: Store) -> None:
        elsewhere = Key("0" * 16, key(BRIDGE).digest, Origin("/anderswo.txt"))

        assert names_of(known(store, elsewhere)) == (None, [], None)

    def test_an_article_is_known_by_its_place_whatever_its_id_rests_on(self, empty: Store) -> None:
        alone = replace(BRIDGE, origin=Origin("/archiv/bruecke.txt"))
        add(empty, [entry(alone)])

        here = Key("0" * 16, "0" * 32, alone.origin)
        assert names_of(known(empty, here)) == (None, [], key(alone).id)

    def test_a_line_of_a_file_is_known_by_its_place(self, empty: Store) -> None:
        lines = [note("Eine Zeile von vielen.", line=7), note("Die Zeile danach.", line=8)]
        add(empty, [entry(line) for line in lines])

        for line in lines:
            here = Key("0" * 16, "0" * 32, line.origin)
            assert names_of(known(empty, here)) == (None, [], key(line).id)

    def test_equal_texts_of_several_sources_are_all_known_by_their_text(self, empty: Store) -> None:
        same = [
            replace(note("Ein Text der Agentur.", line=line), source=source)
            for line, source in enumerate(("Möwenbote", "Der Uferkurier", None), 1)
        ]
        add(empty, [entry(document) for document in same])

        found = known(empty, Key("0" * 16, key(same[0]).digest, Origin("/anderswo.txt"))).by_text

        assert [kept.id for kept in found] == sorted(key(document).id for document in same)
        assert {kept.source for kept in found} == {"mowenbote", "der uferkurier", None}

    def test_a_source_that_is_not_claimed_is_no_claimed_source(self, empty: Store) -> None:
        read = note("Nordhafen (dpa) - Der Kai ist frei.\n\n(c) Möwenbote")
        add(empty, [entry(read)])

        (kept,) = known(empty, key(read)).by_text

        assert kept.source is None

    def test_the_lines_of_a_file_are_known_in_their_order(self, empty: Store) -> None:
        lines = [note(f"Zeile {line}.", line=line) for line in (10, 9, 2)]
        other = note("Anderswo.", "/archiv/notiz.txt.jsonl", line=3)
        add(empty, [entry(line) for line in (*lines, other)])

        expected = [line.origin for line in reversed(lines)]
        assert list(empty.places("/archiv/notiz.txt")) == expected

    def test_the_places_in_a_container_are_known_by_member_in_their_order(
        self, empty: Store
    ) -> None:
        places = [
            Origin(ZIP, 10, "b.jsonl"),
            Origin(ZIP, 9, "b.jsonl"),
            Origin(ZIP, None, "c.warc", 1048576),
            Origin(ZIP, None, "c.warc", 0),
            Origin(ZIP, None, "a.txt"),
        ]
        add(empty, [entry(replace(note(str(at)), origin=at)) for at in places])

        assert [origin.member for origin in empty.members(ZIP)] == ["a.txt", "b.jsonl", "c.warc"]
        assert list(empty.places(ZIP, "b.jsonl")) == [places[1], places[0]]
        assert list(empty.places(ZIP, "c.warc")) == [places[3], places[2]]
        assert list(empty.places(ZIP, "a.txt")) == list(empty.places(ZIP)) == []

    def test_a_file_that_holds_one_document_has_no_lines(self, store: Store) -> None:
        assert list(store.places(HARBOUR.origin.path)) == []
        assert list(store.members(HARBOUR.origin.path)) == []

    def test_an_empty_store_knows_no_lines_and_no_documents(self, empty: Store) -> None:
        assert list(empty.places("/archiv/notiz.txt")) == []
        assert list(empty.members("/archiv/notiz.txt")) == []
        assert empty.read_document(key(HARBOUR).id) is None

    def test_the_document_of_an_article_is_read_by_its_full_id(self, store: Store) -> None:
        assert store.read_document(key(HARBOUR).id) == HARBOUR
        assert store.read_document(key(HARBOUR).id[:8]) is None

    def test_a_file_is_not_known_by_a_line_of_it(self, empty: Store) -> None:
        line = note("Eine Zeile von vielen.", line=7)
        add(empty, [entry(line)])
        whole = Key("0" * 16, "0" * 32, Origin(line.origin.path))

        assert names_of(known(empty, whole)) == (None, [], None)

    def test_a_line_is_not_known_by_the_file_that_held_one_document(self, store: Store) -> None:
        line = Key("0" * 16, "0" * 32, Origin(HARBOUR.origin.path, 1))

        assert names_of(known(store, line)) == (None, [], None)


def names_of(found: Known) -> tuple[str | None, list[str], str | None]:
    by_id, by_text, by_origin = astuple(found)
    return by_id and by_id.id, [kept.id for kept in by_text], by_origin and by_origin.id
