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


class Knowing:
    def test_an_empty_store_knows_nothing(self, empty: Store) -> None:
        assert Known(None, None, None) == known(empty, key(HARBOUR))

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
        )

        assert Known(kept, kept, kept) == known(store, key(HARBOUR))

    def test_an_article_is_known_by_its_text_alone(self, store: Store) -> None:
        elsewhere = Key("0" * 16, key(HARBOUR).digest, Origin("/anderswo.txt"))

        assert (None, key(HARBOUR).id, None) == names_of(known(store, elsewhere))

    def test_an_article_is_known_by_its_file_alone(self, store: Store) -> None:
        rewritten = Key("0" * 16, "0" * 32, HARBOUR.origin)

        assert (None, None, key(HARBOUR).id) == names_of(known(store, rewritten))

    def test_an_article_with_a_claimed_id_is_known_by_that_only(self, store: Store) -> None:
        assert (key(BRIDGE).id, None, None) == names_of(known(store, key(BRIDGE)))

    def test_an_article_with_a_claimed_id_is_not_known_by_its_file(self, empty: Store) -> None:
        alone = replace(BRIDGE, origin=Origin("/archiv/bruecke.txt"))
        add(empty, [entry(alone)])

        assert names_of(known(empty, Key("0" * 16, key(alone).digest, alone.origin))) == (
            None,
            None,
            None,
        )

    def test_a_line_of_a_file_is_not_known_by_its_place(self, empty: Store) -> None:
        line = note("Eine Zeile von vielen.", line=7)
        add(empty, [entry(line)])

        assert names_of(known(empty, Key("0" * 16, "0" * 32, line.origin))) == (None, None, None)

    def test_a_file_is_not_known_by_a_line_of_it(self, empty: Store) -> None:
        line = note("Eine Zeile von vielen.", line=7)
        add(empty, [entry(line)])
        whole = Key("0" * 16, "0" * 32, Origin(line.origin.path))

        assert names_of(known(empty, whole)) == (None, None, None)

    def test_a_line_is_not_known_by_the_file_that_held_one_document(self, store: Store) -> None:
        line = Key("0" * 16, "0" * 32, Origin(HARBOUR.origin.path, 1))

        assert names_of(known(store, line)) == (None, None, None)


def names_of(found: Known) -> tuple[str | None, ...]:
    return tuple(kept.id if kept else None for kept in astuple(found))
