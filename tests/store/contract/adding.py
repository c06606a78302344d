"""Articles, places and files are added, all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc.errors import Conflict
from newsarc.ingest.identity import fingerprint, key
from newsarc.query import nodes
from newsarc.records.kept import Origin
from newsarc.store import FileStamp, Sighting
from tests.store.examples import (
    BRIDGE,
    BRIDGES,
    DOCUMENTS,
    EVENING,
    HARBOUR,
    MORNING,
    InterruptedSightings,
    add,
    all_of,
    entry,
    found,
    ids,
    known,
    note,
)

if TYPE_CHECKING:
    from newsarc.store import Store


class Adding:
    def test_an_article_is_given_back_as_it_was_added(self, store: Store) -> None:
        for document in DOCUMENTS:
            assert entry(document).article == store.get(key(document).id)

    def test_a_genre_and_a_cut_text_are_given_back(self, empty: Store) -> None:
        for cut in (True, False):
            kept = entry(replace(HARBOUR, genre="Kommentar"))
            kept = replace(kept, article=replace(kept.article, truncated=cut))
            add(empty, [kept])

            given = empty.get(kept.article.id)
            assert ("Kommentar", cut) == (given.genre, given.truncated)
            assert given == kept.article

    def test_the_day_of_a_file_is_kept_with_its_document(self, empty: Store) -> None:
        written = replace(HARBOUR, modified="2022-02-03", genre="Analyse")
        add(empty, [entry(written)])

        assert [(key(written).id, written)] == list(empty.documents())

    @pytest.mark.parametrize(
        "text",
        [
            "Zwei Absätze.\n\nDer zweite.",
            "»Anführung« 'einfach' \"doppelt\" -- ; DROP TABLE article",
            "Ein Smiley 😀, ein Null\0zeichen, 東京 und \u202eumgekehrt",
            "x" * 300_000,
        ],
        ids=["paragraphs", "quotes", "foreign", "long"],
    )
    def test_a_text_is_given_back_letter_by_letter(self, empty: Store, text: str) -> None:
        add(empty, [entry(note(text))])

        assert text == empty.get(key(note(text)).id).body

    def test_nothing_can_be_added(self, store: Store) -> None:
        add(store, [])

        assert len(DOCUMENTS) == len(found(store, nodes.All()))

    def test_an_article_of_a_known_id_replaces_what_was_kept(self, store: Store) -> None:
        name = key(HARBOUR).id
        add(store, [entry(replace(HARBOUR, body="Der Kai ist leer.", title=None), name)])

        assert (store.get(name).body, store.get(name).title) == ("Der Kai ist leer.", None)

    def test_a_replaced_article_is_found_by_its_new_words_only(self, store: Store) -> None:
        name = key(HARBOUR).id
        add(store, [entry(replace(HARBOUR, body="Der Kai ist leer."), name)])

        assert ([name], []) == (found(store, "Kai"), found(store, "Schiff"))

    def test_a_replaced_article_keeps_when_it_was_added(self, empty: Store) -> None:
        add(empty, [entry(HARBOUR, added=MORNING)])
        add(empty, [entry(HARBOUR, added=EVENING)])

        assert empty.get(key(HARBOUR).id).added == MORNING

    def test_a_replaced_article_keeps_its_other_origins(self, store: Store) -> None:
        moved = replace(HARBOUR, origin=Origin("/archiv/anderswo.txt"))
        add(store, [entry(moved, key(HARBOUR).id)])

        assert (moved.origin, HARBOUR.origin) == store.get(key(HARBOUR).id).origins

    def test_a_place_belongs_to_the_article_last_read_from_it(self, store: Store) -> None:
        other = replace(BRIDGES, origin=HARBOUR.origin)
        add(store, [entry(other)])

        assert ((), key(BRIDGES).id) == (
            store.get(key(HARBOUR).id).origins,
            store.get(HARBOUR.origin.path).id,
        )

    def test_a_sighting_adds_a_place(self, store: Store) -> None:
        copy = Origin("/kopien/hafen.txt")
        add(store, [], [Sighting(key(HARBOUR).id, copy, "f" * 32)])

        assert (HARBOUR.origin, copy) == store.get(key(HARBOUR).id).origins

    def test_a_sighting_leaves_the_article_as_it_was(self, store: Store) -> None:
        before = store.get(key(HARBOUR).id)
        add(store, [], [Sighting(before.id, HARBOUR.origin, "f" * 32)])

        assert before == store.get(before.id)

    def test_a_sighting_renews_what_was_read_from_a_place(self, store: Store) -> None:
        add(store, [], [Sighting(key(HARBOUR).id, HARBOUR.origin, "f" * 32)])
        by_id = known(store, key(HARBOUR)).by_id

        assert by_id is not None
        assert by_id.fingerprints == {HARBOUR.origin: "f" * 32}

    def test_an_article_and_a_second_place_of_it_are_added_at_once(self, empty: Store) -> None:
        copy = Origin("/kopien/hafen.txt")
        add(empty, [entry(HARBOUR)], [Sighting(key(HARBOUR).id, copy, fingerprint(HARBOUR))])

        assert (HARBOUR.origin, copy) == empty.get(key(HARBOUR).id).origins

    def test_an_article_stands_no_more_at_a_place_that_is_gone(self, store: Store) -> None:
        copy = Origin("/kopien/hafen.jsonl", 3)
        add(store, [], [Sighting(key(HARBOUR).id, copy, "f" * 32)])

        add(store, [], gone=[copy])

        assert (HARBOUR.origin,) == store.get(key(HARBOUR).id).origins
        assert list(store.places(copy.path)) == []

    def test_an_article_whose_last_place_is_gone_stays(self, store: Store) -> None:
        before = store.get(key(BRIDGE).id)

        add(store, [], gone=[BRIDGE.origin, Origin("/archiv/niemals.jsonl", 9)])

        assert replace(before, origins=()) == store.get(before.id)
        assert store.check() == ()

    def test_origins_come_in_the_order_of_path_and_place(self, empty: Store) -> None:
        places = [
            Origin("/a.jsonl", 10),
            Origin("/a.jsonl", 9),
            Origin("/B.txt"),
            Origin("/ä.txt"),
            Origin("/b.zip", member="c.txt"),
            Origin("/b.warc", offset=10),
            Origin("/b.warc", offset=9),
        ]
        add(empty, [entry(note("Vielfach.", "/c.txt"))])
        name = key(note("Vielfach.")).id
        add(empty, [], [Sighting(name, place, "f" * 32) for place in places])

        paths = [
            "/B.txt",
            "/a.jsonl:9",
            "/a.jsonl:10",
            "/b.warc@9",
            "/b.warc@10",
            "/b.zip!c.txt",
            "/c.txt",
            "/ä.txt",
        ]
        assert paths == [str(origin) for origin in empty.get(name).origins]

    def test_a_file_is_known_by_its_stamp_with_what_was_read_from_it(self, empty: Store) -> None:
        file = FileStamp(HARBOUR.origin.path, "as it was")
        assert empty.known_files([file]) == {}
        add(empty, [entry(HARBOUR)], files=[file])
        known = empty.known_files([file, FileStamp(file.path, "as it is")])

        assert {f: (one.stamp, list(one.places)) for f, one in known.items()} == {
            file: (file, [(HARBOUR.origin, key(HARBOUR).id)])
        }

    def test_a_container_is_known_with_what_was_noted_of_it(self, empty: Store) -> None:
        page = replace(HARBOUR, origin=Origin("/a.zip", None, "b.html"))
        half = FileStamp("/a.zip", "as it was", refused=2, done=7)
        add(empty, [entry(page)], files=[half])

        asked = FileStamp("/a.zip", "as it was")
        known = empty.known_files([asked])[asked]

        assert known.stamp == half
        assert list(known.places) == [(page.origin, key(page).id)]

    def test_a_file_of_lines_is_known_with_its_lines_in_order(self, empty: Store) -> None:
        file = FileStamp("/a.jsonl", "as it was")
        add(empty, [entry(note("Vielfach.", "/c.txt"))])
        name = key(note("Vielfach.")).id
        places = [Origin("/a.jsonl", line) for line in (10, 9)]
        add(empty, [], [Sighting(name, place, "f" * 32) for place in places], files=[file])

        known = empty.known_files([file])

        assert list(known[file].places) == [(place, name) for place in reversed(places)]

    def test_a_file_of_a_removed_article_is_known_no_more(self, empty: Store) -> None:
        file = FileStamp(HARBOUR.origin.path, "as it was")
        add(empty, [entry(HARBOUR)], files=[file])
        empty.remove(key(HARBOUR).id)

        assert empty.known_files([file]) == {}

    def test_what_is_thought_new_and_is_kept_is_a_conflict(self, store: Store) -> None:
        new = note("Ganz neu.")
        before = all_of(store)

        with pytest.raises(Conflict):
            add(store, [entry(HARBOUR), entry(new)], new={key(HARBOUR).id, key(new).id})

        assert before == all_of(store)

    def test_what_is_thought_kept_and_is_not_is_a_conflict(self, store: Store) -> None:
        new = note("Ganz neu.")
        store.remove(key(BRIDGE).id)
        before = all_of(store)

        with pytest.raises(Conflict):
            add(store, [entry(new)], kept={key(HARBOUR).id, key(BRIDGE).id})
        add(store, [], kept={key(HARBOUR).id})

        assert before == all_of(store)

    def test_an_interrupted_add_leaves_everything_as_it_was(self, store: Store) -> None:
        before = all_of(store)
        changed = entry(replace(HARBOUR, body="Der Kai ist leer."), key(HARBOUR).id)
        new = [entry(note(f"Nummer {n}.", f"/neu/{n}.txt")) for n in range(150)]
        sightings = InterruptedSightings([Sighting(key(BRIDGE).id, Origin("/neu/0.txt"), "f" * 32)])

        with pytest.raises(KeyboardInterrupt):
            add(store, [changed, *new], sightings)

        assert before == all_of(store)
        assert store.check() == ()

    def test_a_store_works_on_after_an_interrupted_first_add(self, empty: Store) -> None:
        with pytest.raises(KeyboardInterrupt):
            add(empty, [entry(HARBOUR)], InterruptedSightings())
        assert found(empty, nodes.All()) == []

        add(empty, [entry(HARBOUR)])
        assert ids([HARBOUR]) == found(empty, "Hafen")
