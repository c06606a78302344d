"""What a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.ingest.identity import key
from newsarc.query import nodes
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from tests.store.examples import (
    BRIDGE,
    BRIDGES,
    DOCUMENTS,
    HARBOUR,
    NAMELESS,
    add,
    entry,
    found,
    ids,
    note,
    query,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.store import Store

FINDS: dict[str, Sequence[Document]] = {
    "Hafen": [HARBOUR, BRIDGE],
    "hafen": [HARBOUR, BRIDGE],
    "HÄFEN": [HARBOUR, BRIDGE],
    "bridge": [BRIDGES],
    "Nordlau": [HARBOUR],
    "Hafen Brücke": [BRIDGE],
    "Hafen OR closing": [HARBOUR, BRIDGE, BRIDGES],
    "Hafen -Brücke": [HARBOUR],
    "Hafen -source:Möwenbote": [BRIDGE],
    '"Hafen von Vehlbrück"': [HARBOUR],
    '"Vehlbrück von Hafen"': [],
    '"Häfen an"': [HARBOUR],
    '"Hafen an"': [],
    '"Schiffe läuft"': [],
    '"Quast"': [],
    "*": DOCUMENTS,
    "-Hafen": [BRIDGES, NAMELESS],
    "Zebra": [],
    "Lind": [],
    'source:"möwenBOTE"': [HARBOUR],
    "-source:Möwenbote": [BRIDGE, BRIDGES, NAMELESS],
    "lang:en": [BRIDGES],
    "-lang:en": [HARBOUR, BRIDGE, NAMELESS],
    "date:2022": [HARBOUR, BRIDGES],
    "date:2022-02-02": [HARBOUR, BRIDGES],
    "date:2022-02-03": [BRIDGES],
    "date:..2021-06": [BRIDGE],
    "-date:2022": [BRIDGE, NAMELESS],
    "Hafen OR lang:en": [HARBOUR, BRIDGE, BRIDGES],
    "Hafen -(Brücke OR lang:en)": [HARBOUR],
    "-(Hafen lang:de)": [BRIDGES, NAMELESS],
    '""': [],
    "=Hafen": [HARBOUR, BRIDGE],
    "=Brücken": [],
    "Schif*": [HARBOUR],
    "*fen": [HARBOUR, BRIDGE],
    "*rück*": [HARBOUR, BRIDGE],
    "Br?cke": [BRIDGE],
    "-*fen": [BRIDGES, NAMELESS],
    "Hafne~1": [HARBOUR, BRIDGE],
    "Hfane~1": [],
    "Hfaen~2": [HARBOUR, BRIDGE],
    "Hafen w/2 Vehlbrück": [HARBOUR],
    "Hafen w/1 Vehlbrück": [],
    "Vehlbrück w/2 Hafen": [HARBOUR],
    "title:Vehlbrück pre/2 title:Hafen": [],
    "title:Hafen pre/2 title:Vehlbrück": [HARBOUR],
    "Hafen w/9 kicker:Nordlau": [],
    "Hafen w/s Nordlau": [HARBOUR],
    "Nordlau w/s Schiff": [],
    "Nordlau w/p Schiff": [HARBOUR],
    "Hafen NOT w/3 Vehlbrück": [BRIDGE],
    "(Rat OR Schiff) w/2 (Hafen OR Kein)": [HARBOUR, BRIDGE],
    '"der Rat" w/2 Hafen': [BRIDGE],
    '"Hafen Rat"~1': [BRIDGE],
    '"Rat der Hafen"~1': [BRIDGE],
    '"Hafen Hafen"~9': [],
    "Hafen w/9 Hafen": [],
    "die w/9 die": [],
    "Häf* w/3 Nordlau": [HARBOUR],
    "Schiff w/1 l*uft": [HARBOUR],
    "Schiff w/1 läu*": [HARBOUR],
    "atleast2(Hafen)": [HARBOUR],
    "atleast3(Hafen)": [],
    "atleast2(Rat OR Hafen)": [HARBOUR, BRIDGE],
    "title:Hafen": [HARBOUR],
    "body:Hafen": [HARBOUR, BRIDGE],
    "kicker:Nordlau": [HARBOUR],
    "start:Schiff": [HARBOUR],
    "title:(Hafen OR Brücke)": [HARBOUR, BRIDGE],
    "-title:Hafen": [BRIDGE, BRIDGES, NAMELESS],
    "title:Bri* OR title:Brö*": [BRIDGE, BRIDGES],
    "author:Quast": [HARBOUR],
    'author:"Quast Tom"': [],
    "-author:quast": [BRIDGE, BRIDGES, NAMELESS],
    "place:vehlbruck": [HARBOUR],
    "agency:dpa": [],
    "genre:Kommentar": [],
    "source:Möwenbote,Uferkurier": [HARBOUR],
    'source:("Der Uferkurier" OR Möwenbote)': [HARBOUR, BRIDGE],
    "url:uferkurier.example": [BRIDGE],
    "url:kurier.example": [],
    "path:archiv/*.txt": [HARBOUR, BRIDGES, NAMELESS],
    "path:arch": [],
    "has:author": [HARBOUR],
    "has:url OR has:kicker": [HARBOUR, BRIDGE],
    "-has:source": [BRIDGES, NAMELESS],
    "is:undated": [NAMELESS],
    "is:truncated": [],
    "words:<5": [NAMELESS],
    "words:4": [NAMELESS],
    "words:9..10": [BRIDGES],
    "updated:2022": [],
    "added:2024-05-01": DOCUMENTS,
    "added:2024-05-02..": [],
    "Hafen w/s Nordlau OR lang:en": [HARBOUR, BRIDGES],
    "-(Hafen w/s Nordlau)": [BRIDGE, BRIDGES, NAMELESS],
    "Nordlau w/p Schiff source:Möwenbote": [HARBOUR],
    "Hafen start:Rat -(Rat w/1 Hafen)": [BRIDGE],
}


class Finding:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("Zebra w/s die", 1),
            ("Zebra w/1 die", 1),
            ("Zebra pre/1 die", 0),
            ("Zebra NOT w/s die", 0),
            ("Zebra w/2 die*", 1),
            ("atleast2(Zebra)", 0),
            ("start:Zebra", 0),
            ("start:die", 1),
        ],
    )
    def test_what_is_rare_is_found_near_what_is_very_frequent(
        self, empty: Store, text: str, number: int
    ) -> None:
        add(empty, [entry(note("die " * 3000 + "Zebra. Ende."))])

        assert empty.find(query(text), sort="newest", limit=9).total == number

    @pytest.mark.parametrize(("text", "documents"), FINDS.items(), ids=FINDS.keys())
    def test_a_query_finds(self, store: Store, text: str, documents: Sequence[Document]) -> None:
        assert sorted(ids(documents)) == sorted(found(store, text))

    @pytest.mark.parametrize(
        ("text", "finds"),
        [
            *(("agency:AFP", True), ("agency:dpa", True), ("agency:reuters", True)),
            *(("agency:AFP/dpa", True), ("agency:dpa,KNA", True), ("-agency:dpa", False)),
            *(("agency:KNA", False), ("agency:pa", False), ("agency:Reuters/AFP", False)),
        ],
    )
    def test_each_agency_of_a_row_is_found(self, empty: Store, text: str, *, finds: bool) -> None:
        document = Document(Origin("/archiv/1.txt"), body="Kurz.", agency="AFP/dpa/Reuters")
        add(empty, [entry(document)])

        assert found(empty, text) == (ids([document]) if finds else [])

    def test_words_of_two_fields_do_not_stand_side_by_side(self, store: Store) -> None:
        assert found(store, '"gesperrt Die"') == []

    def test_a_word_is_read_in_each_language_of_the_archive(self, store: Store) -> None:
        assert ids([BRIDGES]) == found(store, "closed")

    @pytest.mark.parametrize(
        ("word", "language"),
        [("άγα", "el"), ("एछ", "ne"), ("ـ", "ar")],
        ids=["Greek", "Nepali", "Arabic"],
    )
    def test_a_word_of_which_no_stem_is_left_is_found(
        self, empty: Store, word: str, language: str
    ) -> None:
        document = Document(Origin("/archiv/wort.txt"), body=word, language=language)
        add(empty, [entry(document)])

        assert ids([document]) == found(empty, word)

    def test_a_hit_is_the_whole_article(self, store: Store) -> None:
        (hit,) = store.find(query("Vehlbrück"), sort="relevance", limit=1).hits

        assert store.get(key(HARBOUR).id) == hit.article

    def test_nothing_is_found_in_a_store_that_was_emptied(self, store: Store) -> None:
        for document in DOCUMENTS:
            store.remove(key(document).id)

        assert (found(store, "Hafen"), found(store, nodes.All())) == ([], [])

    @pytest.mark.parametrize("join", [" ", " OR "], ids=["all", "any"])
    def test_a_query_of_very_many_filters_has_an_answer(self, store: Store, join: str) -> None:
        assert found(store, join.join(f"source:blatt{n}" for n in range(5000))) == []

    @pytest.mark.parametrize(
        "text",
        [
            "Hafen " + " ".join(f"-wort{n}" for n in range(255)),
            " OR ".join(["Hafen", *(f"wort{n} lang:fr" for n in range(120))]),
            "(" * 32 + "Hafen" + " OR wort) AND hafen)" * 16,
            "-(" * 31 + "-Hafen" + " source:blatt)" * 31,
        ],
        ids=["refused words", "alternatives", "brackets", "negations"],
    )
    def test_a_query_of_any_build_has_an_answer(self, store: Store, text: str) -> None:
        assert key(HARBOUR).id in found(store, text)
