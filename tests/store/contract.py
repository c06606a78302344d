"""What every store promises. An engine's test subclasses `StoreContract` and names its address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

import pytest

from newsarc import open_store
from newsarc.errors import Ambiguous, Conflict, NotFound
from newsarc.ingest import reindex
from newsarc.ingest.decision import identify
from newsarc.ingest.identity import fingerprint, key
from newsarc.ingest.steps import prepare
from newsarc.query import All, Node, Not, Or, Phrase, Source, Term, parse
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store import Entry, FileStamp, Kept, Key, Known, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from newsarc.records.kept import Facet, Sort
    from newsarc.store import Store

MORNING = "2024-05-01T06:00:00Z"
NOON = "2024-05-01T12:00:00Z"
EVENING = "2024-05-01T18:00:00Z"

HARBOUR = Document(
    Origin("/archiv/hafen.txt"),
    body="Die Häfen an der Nordlau sind voll. Kein Schiff läuft mehr ein.",
    title="Hafen von Vehlbrück gesperrt",
    kicker="Nordlau",
    date="2022-02-02T14:54+01:00",
    source="Möwenbote",
    authors=("Ilse Quast", "Tom Rehbein"),
    place="Vehlbrück",
    language="de",
)
BRIDGE = Document(
    Origin("/archiv/bruecken.jsonl", 3),
    body="Die alte Brücke wird geprüft, sagte der Rat am Hafen von Lindenau.",
    title="Eine Brücke bröckelt",
    date="2021",
    source="Der Uferkurier",
    language="de",
    url="https://uferkurier.example/bruecke",
)
BRIDGES = Document(
    Origin("/archiv/bridges.txt"),
    body="The bridges of Harrowmere are closing, one by one.",
    title="Bridges closing",
    date="2022-02",
    language="en",
)
NAMELESS = Document(Origin("/archiv/ohne.txt"), body="Kurz notiert: nichts weiter.", language="de")
DOCUMENTS = (HARBOUR, BRIDGE, BRIDGES, NAMELESS)


# What is written, and what it is found by.
MEETS = (
    ("Die Nato-Osterweiterung stockt.", "Natoosterweiterung Natoosterweiterungen"),
    ("Die Natoosterweiterung stockt.", "Nato-Osterweiterung NATO/Osterweiterungen"),
    ("Die NATO-Osterweiterungspläne liegen vor.", "Nato-Osterweiterung Osterweiterung"),
    ("Der USPräsident spricht.", "US-Präsident"),
    ("Ein E-Auto von AT&T mit Covid-19.", "Eauto ATT Covid19 E-Auto AT&T Covid-19"),
    ("Ein Eauto von ATT mit Covid19.", "E-Auto AT&T Covid-19"),
    ("Es kostet 3.500 Euro.", "3500 3.500"),
    ("Es kostet 3500 Euro.", "3.500"),
    ("Am 02.02.2022 war es so.", "02.02.2022"),
    ("Alle Student*innen und LehrerInnen kamen.", "Studentinnen StudentInnen Lehrer:in Lehrer"),
    ("Alle Studentinnen kamen.", "Student Student/-innen Studentin"),
    ("Frau Schlueter sah die schöne Masse.", "Schlüter Schluter schone Maße"),
)

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
    '"Hafen an"': [HARBOUR],
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


def entry(document: Document, id: str | None = None, *, added: str = NOON) -> Entry:  # noqa: A002
    return prepare(document, identify(document), id or key(document).id, added)


def note(body: str, path: str = "/archiv/notiz.txt", line: int | None = None) -> Document:
    return Document(Origin(path, line), body=body, language="de")


def query(text: str) -> Node:
    return parse(text, date(2024, 5, 1)).node


def ids(documents: Iterable[Document]) -> list[str]:
    return [key(document).id for document in documents]


def found(store: Store, sought: str | Node, sort: Sort = "relevance") -> list[str]:
    node = query(sought) if isinstance(sought, str) else sought
    return [hit.article.id for hit in store.find(node, sort=sort, limit=1000).hits]


def known(store: Store, wanted: Key) -> Known:
    return store.known([wanted])[wanted]


def interrupted(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    yield from sightings
    raise KeyboardInterrupt


class Interrupted(tuple[Sighting, ...]):
    """Sightings whose reader presses Ctrl-C before the last of them is seen."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Sighting]:
        return interrupted(super().__iter__())


COUNTS: dict[str, tuple[int, int]] = {
    "Hafen": (2, 3),
    "Nordlau": (1, 2),
    "title:Hafen": (1, 1),
    "body:(Hafen OR Schiff)": (2, 3),
    "start:Hafen": (2, 3),
    "Hafen Schiff": (1, 3),
    "Hafen Hafen": (2, 3),
    "Hafen Häfen": (2, 3),
    "Hafen =Hafen": (2, 3),
    "Hafen OR Brücke": (2, 5),
    "Hafen -Brücke": (1, 2),
    "-Hafen": (2, 0),
    "=Hafen": (2, 3),
    "Häf*": (2, 3),
    "*fen": (2, 3),
    "Haf* Hafen": (2, 3),
    "Hafne~1": (2, 3),
    "bridge": (1, 2),
    '"Hafen von"': (2, 2),
    '"Hafen Rat"~1': (1, 1),
    "Hafen w/2 Vehlbrück": (1, 2),
    "Hafen w/s (an OR von)": (2, 3),
    "(Hafen OR Schiff) w/p kein": (1, 2),
    "Hafen NOT w/3 Vehlbrück": (1, 1),
    "atleast2(Hafen)": (1, 2),
    "atleast2(Hafen OR Rat)": (2, 4),
    "Hafen lang:de": (2, 3),
    "source:Möwenbote": (1, 0),
    "*": (4, 0),
    "Zebra": (0, 0),
    '""': (0, 0),
}


class StoreContract:
    address: ClassVar[str]

    @pytest.fixture
    def empty(self, tmp_path: Path) -> Iterator[Store]:
        """A store into which nothing has been put."""
        store = open_store(self.address.format(folder=tmp_path))
        yield store
        store.close()

    @pytest.fixture
    def store(self, empty: Store) -> Store:
        """A store of the four documents."""
        empty.add([entry(document) for document in DOCUMENTS])
        return empty

    # words in all their writings

    @pytest.mark.parametrize(
        ("text", "query"), [(text, word) for text, words in MEETS for word in words.split()]
    )
    def test_a_word_finds_its_other_writings(self, empty: Store, text: str, query: str) -> None:
        empty.add([entry(note(text)), entry(note("Nichts davon.", path="/archiv/nichts.txt"))])

        assert found(empty, query) == [key(note(text)).id]

    @pytest.mark.parametrize("query", ['"natoosterweiterung"', "=Hafenhaus", '"Nato Pläne"'])
    def test_a_phrase_is_neither_split_nor_joined(self, empty: Store, query: str) -> None:
        empty.add([entry(note("Die Nato-Osterweiterung und die Natopläne, Hafen/Haus."))])

        assert found(empty, query) == []

    # what is known

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
            readings=readings,
        )

        assert Known(kept, kept, kept) == known(store, key(HARBOUR))

    def test_an_article_is_known_by_its_text_alone(self, store: Store) -> None:
        elsewhere = Key("0" * 16, key(HARBOUR).digest, Origin("/anderswo.txt"))

        assert (None, key(HARBOUR).id, None) == _names(known(store, elsewhere))

    def test_an_article_is_known_by_its_file_alone(self, store: Store) -> None:
        rewritten = Key("0" * 16, "0" * 32, HARBOUR.origin)

        assert (None, None, key(HARBOUR).id) == _names(known(store, rewritten))

    def test_an_article_with_a_claimed_id_is_known_by_that_only(self, store: Store) -> None:
        assert (key(BRIDGE).id, None, None) == _names(known(store, key(BRIDGE)))

    def test_an_article_with_a_claimed_id_is_not_known_by_its_file(self, empty: Store) -> None:
        alone = replace(BRIDGE, origin=Origin("/archiv/bruecke.txt"))
        empty.add([entry(alone)])

        assert _names(known(empty, Key("0" * 16, key(alone).digest, alone.origin))) == (
            None,
            None,
            None,
        )

    def test_a_line_of_a_file_is_not_known_by_its_place(self, empty: Store) -> None:
        line = note("Eine Zeile von vielen.", line=7)
        empty.add([entry(line)])

        assert _names(known(empty, Key("0" * 16, "0" * 32, line.origin))) == (None, None, None)

    def test_a_file_is_not_known_by_a_line_of_it(self, empty: Store) -> None:
        line = note("Eine Zeile von vielen.", line=7)
        empty.add([entry(line)])
        whole = Key("0" * 16, "0" * 32, Origin(line.origin.path))

        assert _names(known(empty, whole)) == (None, None, None)

    def test_a_line_is_not_known_by_the_file_that_held_one_document(self, store: Store) -> None:
        line = Key("0" * 16, "0" * 32, Origin(HARBOUR.origin.path, 1))

        assert _names(known(store, line)) == (None, None, None)

    # adding

    def test_an_article_is_given_back_as_it_was_added(self, store: Store) -> None:
        for document in DOCUMENTS:
            assert entry(document).article == store.get(key(document).id)

    def test_a_genre_and_a_cut_text_are_given_back(self, empty: Store) -> None:
        for cut in (True, False):
            kept = entry(replace(HARBOUR, genre="Kommentar"))
            kept = replace(kept, article=replace(kept.article, truncated=cut))
            empty.add([kept])

            given = empty.get(kept.article.id)
            assert ("Kommentar", cut) == (given.genre, given.truncated)
            assert given == kept.article

    def test_the_day_of_a_file_is_kept_with_its_document(self, empty: Store) -> None:
        written = replace(HARBOUR, modified="2022-02-03", genre="Analyse")
        empty.add([entry(written)])

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
        empty.add([entry(note(text))])

        assert text == empty.get(key(note(text)).id).body

    def test_nothing_can_be_added(self, store: Store) -> None:
        store.add([])

        assert len(DOCUMENTS) == len(found(store, All()))

    def test_an_article_of_a_known_id_replaces_what_was_kept(self, store: Store) -> None:
        name = key(HARBOUR).id
        store.add([entry(replace(HARBOUR, body="Der Kai ist leer.", title=None), name)])

        assert (store.get(name).body, store.get(name).title) == ("Der Kai ist leer.", None)

    def test_a_replaced_article_is_found_by_its_new_words_only(self, store: Store) -> None:
        name = key(HARBOUR).id
        store.add([entry(replace(HARBOUR, body="Der Kai ist leer."), name)])

        assert ([name], []) == (found(store, "Kai"), found(store, "Schiff"))

    def test_a_replaced_article_keeps_when_it_was_added(self, empty: Store) -> None:
        empty.add([entry(HARBOUR, added=MORNING)])
        empty.add([entry(HARBOUR, added=EVENING)])

        assert empty.get(key(HARBOUR).id).added == MORNING

    def test_a_replaced_article_keeps_its_other_origins(self, store: Store) -> None:
        moved = replace(HARBOUR, origin=Origin("/archiv/anderswo.txt"))
        store.add([entry(moved, key(HARBOUR).id)])

        assert (moved.origin, HARBOUR.origin) == store.get(key(HARBOUR).id).origins

    def test_a_place_belongs_to_the_article_last_read_from_it(self, store: Store) -> None:
        other = replace(BRIDGES, origin=HARBOUR.origin)
        store.add([entry(other)])

        assert ((), key(BRIDGES).id) == (
            store.get(key(HARBOUR).id).origins,
            store.get(HARBOUR.origin.path).id,
        )

    def test_a_sighting_adds_a_place(self, store: Store) -> None:
        copy = Origin("/kopien/hafen.txt")
        store.add([], [Sighting(key(HARBOUR).id, copy, "f" * 32)])

        assert (HARBOUR.origin, copy) == store.get(key(HARBOUR).id).origins

    def test_a_sighting_leaves_the_article_as_it_was(self, store: Store) -> None:
        before = store.get(key(HARBOUR).id)
        store.add([], [Sighting(before.id, HARBOUR.origin, "f" * 32)])

        assert before == store.get(before.id)

    def test_a_sighting_renews_what_was_read_from_a_place(self, store: Store) -> None:
        store.add([], [Sighting(key(HARBOUR).id, HARBOUR.origin, "f" * 32)])
        by_id = known(store, key(HARBOUR)).by_id

        assert by_id is not None
        assert by_id.readings == {HARBOUR.origin: "f" * 32}

    def test_an_article_and_a_second_place_of_it_are_added_at_once(self, empty: Store) -> None:
        copy = Origin("/kopien/hafen.txt")
        empty.add([entry(HARBOUR)], [Sighting(key(HARBOUR).id, copy, fingerprint(HARBOUR))])

        assert (HARBOUR.origin, copy) == empty.get(key(HARBOUR).id).origins

    def test_origins_come_in_the_order_of_path_and_line(self, empty: Store) -> None:
        places = [Origin("/a.jsonl", 10), Origin("/a.jsonl", 9), Origin("/B.txt"), Origin("/ä.txt")]
        empty.add([entry(note("Vielfach.", "/c.txt"))])
        name = key(note("Vielfach.")).id
        empty.add([], [Sighting(name, place, "f" * 32) for place in places])

        paths = ["/B.txt", "/a.jsonl:9", "/a.jsonl:10", "/c.txt", "/ä.txt"]
        assert paths == [str(origin) for origin in empty.get(name).origins]

    def test_a_file_is_known_by_its_stamp_with_what_was_read_from_it(self, empty: Store) -> None:
        file = FileStamp(HARBOUR.origin.path, "as it was")
        assert empty.known_files([file]) == {}
        empty.add([entry(HARBOUR)], files=[file])
        known = empty.known_files([file, file._replace(stamp="as it is")])

        assert {f: list(found) for f, found in known.items()} == {
            file: [(HARBOUR.origin, key(HARBOUR).id)]
        }

    def test_a_file_of_lines_is_known_with_its_lines_in_order(self, empty: Store) -> None:
        file = FileStamp("/a.jsonl", "as it was")
        empty.add([entry(note("Vielfach.", "/c.txt"))])
        name = key(note("Vielfach.")).id
        places = [Origin("/a.jsonl", line) for line in (10, 9)]
        empty.add([], [Sighting(name, place, "f" * 32) for place in places], files=[file])

        known = empty.known_files([file])

        assert list(known[file]) == [(place, name) for place in reversed(places)]

    def test_a_file_of_a_removed_article_is_known_no_more(self, empty: Store) -> None:
        file = FileStamp(HARBOUR.origin.path, "as it was")
        empty.add([entry(HARBOUR)], files=[file])
        empty.remove(key(HARBOUR).id)

        assert empty.known_files([file]) == {}

    def test_what_is_thought_new_and_is_kept_is_a_conflict(self, store: Store) -> None:
        new = note("Ganz neu.")
        before = _all_of(store)

        with pytest.raises(Conflict):
            store.add([entry(HARBOUR), entry(new)], new={key(HARBOUR).id, key(new).id})

        assert before == _all_of(store)

    def test_what_is_thought_kept_and_is_not_is_a_conflict(self, store: Store) -> None:
        new = note("Ganz neu.")
        store.remove(key(BRIDGE).id)
        before = _all_of(store)

        with pytest.raises(Conflict):
            store.add([entry(new)], kept={key(HARBOUR).id, key(BRIDGE).id})
        store.add([], kept={key(HARBOUR).id})

        assert before == _all_of(store)

    def test_an_interrupted_add_leaves_everything_as_it_was(self, store: Store) -> None:
        before = _all_of(store)
        changed = entry(replace(HARBOUR, body="Der Kai ist leer."), key(HARBOUR).id)
        new = [entry(note(f"Nummer {n}.", f"/neu/{n}.txt")) for n in range(150)]
        sightings = Interrupted([Sighting(key(BRIDGE).id, Origin("/neu/0.txt"), "f" * 32)])

        with pytest.raises(KeyboardInterrupt):
            store.add([changed, *new], sightings)

        assert before == _all_of(store)
        assert store.check() == ()

    def test_a_store_works_on_after_an_interrupted_first_add(self, empty: Store) -> None:
        with pytest.raises(KeyboardInterrupt):
            empty.add([entry(HARBOUR)], Interrupted())
        assert found(empty, All()) == []

        empty.add([entry(HARBOUR)])
        assert ids([HARBOUR]) == found(empty, "Hafen")

    # getting

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
            empty.add([entry(note(name, f"/{name}.txt"), name)])

        with pytest.raises(Ambiguous) as told:
            empty.get("ABCD")

        assert names[:2] == told.value.candidates

    def test_a_path_of_several_articles_is_told_with_the_candidates(self, empty: Store) -> None:
        lines = [note(f"Zeile {n}", "/archiv/viele.jsonl", n) for n in (1, 2)]
        empty.add([entry(line) for line in lines])

        with pytest.raises(Ambiguous) as told:
            empty.get("/archiv/viele.jsonl")

        assert sorted(ids(lines)) == list(told.value.candidates)

    # finding

    @pytest.mark.parametrize(
        ("text", "notes"),
        [
            ("Hafen", ()),
            ("Haf*", ("haf*: 1 form",)),
            ("*fen -title:br?c*", ("*fen: 1 form", "br?c*: 2 forms")),
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
        empty.add([entry(rare), entry(often), entry(once)])
        found = empty.find(query("*wort"), sort="newest", limit=9)

        assert found.notes == ("*wort: 601 forms; the 500 in most articles were searched for",)
        assert found.total == 2

    def test_a_prefix_stands_for_all_its_forms(self, empty: Store) -> None:
        empty.add([entry(note(" ".join(f"wort{number}" for number in range(600))))])
        lone = note("wort599", "/e.txt")
        empty.add([entry(lone)])
        found = empty.find(query("wort*"), sort="newest", limit=9)

        assert (found.total, found.notes) == (2, ("wort*: 600 forms",))

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
        empty.add([entry(note("die " * 3000 + "Zebra. Ende."))])

        assert empty.find(query(text), sort="newest", limit=9).total == number

    def test_beginnings_within_each_other_are_counted_once(self, store: Store) -> None:
        text = "atleast3(Haf* OR Hafe* OR Hafen)"

        assert found(store, text) == []

    def test_patterns_count_in_a_tally(self, store: Store) -> None:
        assert store.tally(query("*fen"), "language") == {"de": 2}

    @pytest.mark.parametrize(("text", "documents"), FINDS.items(), ids=FINDS.keys())
    def test_a_query_finds(self, store: Store, text: str, documents: Sequence[Document]) -> None:
        assert sorted(ids(documents)) == sorted(found(store, text))

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
        empty.add([entry(document)])

        assert ids([document]) == found(empty, word)

    def test_a_headline_ranks_above_a_mention(self, empty: Store) -> None:
        mention = note("Der Rat sprach lange. Am Ende ging es um die Fähre.", "/a.txt")
        headline = replace(mention, title="Die Fähre", body="Der Rat sprach.", origin=Origin("/b"))
        others = [note(f"Notiz {n} ohne Belang.", f"/{n}.txt") for n in range(5)]
        empty.add([entry(document) for document in (mention, *others, headline)])

        assert ids([headline, mention]) == found(empty, "Fähre")

    def test_the_best_hit_has_the_highest_score(self, store: Store) -> None:
        hits = store.find(query("Hafen OR Brücke"), sort="relevance", limit=9).hits
        scores = [hit.score or 0.0 for hit in hits]

        assert sorted(scores, reverse=True) == scores

    @pytest.mark.parametrize("text", ["Hafen", "Hafen source:möwenbote", "Hafen OR lang:en"])
    def test_ranked_hits_have_scores(self, store: Store, text: str) -> None:
        hits = store.find(query(text), sort="relevance", limit=9).hits

        assert all(hit.score is not None for hit in hits)

    @pytest.mark.parametrize("sort", ["newest", "oldest", "added", "title", "source"])
    def test_hits_in_another_order_have_no_scores(self, store: Store, sort: Sort) -> None:
        hits = store.find(query("Hafen"), sort=sort, limit=9).hits

        assert {None} == {hit.score for hit in hits}

    @pytest.mark.parametrize(
        "node",
        [All(), Not(Term(("zebra",))), Source("mowenbote"), Or((Phrase(()), All()))],
        ids=str,
    )
    def test_where_nothing_is_sought_the_newest_come_first(self, store: Store, node: Node) -> None:
        hits = store.find(node, sort="relevance", limit=9).hits

        assert found(store, node, "newest") == [hit.article.id for hit in hits]
        assert {None} == {hit.score for hit in hits}

    @pytest.mark.parametrize(
        ("sort", "documents"),
        [
            ("newest", [HARBOUR, BRIDGES, BRIDGE, NAMELESS]),
            ("oldest", [BRIDGE, BRIDGES, HARBOUR, NAMELESS]),
            ("title", [BRIDGES, BRIDGE, HARBOUR, NAMELESS]),
        ],
    )
    def test_articles_come_in_order(
        self, store: Store, sort: Sort, documents: list[Document]
    ) -> None:
        assert ids(documents) == found(store, All(), sort)

    def test_sources_come_in_the_order_of_their_names(self, store: Store) -> None:
        sourceless = sorted(ids([BRIDGES, NAMELESS]))

        assert [*ids([BRIDGE, HARBOUR]), *sourceless] == found(store, All(), "source")

    def test_what_was_added_last_comes_first(self, empty: Store) -> None:
        times = [NOON, EVENING, MORNING]
        for document, added in zip(DOCUMENTS, times, strict=False):
            empty.add([entry(document, added=added)])

        assert ids([BRIDGE, HARBOUR, BRIDGES]) == found(empty, All(), "added")

    def test_of_two_dates_with_one_beginning_the_exacter_comes_first(self, empty: Store) -> None:
        dates = ("2022", "2022-01", "2022-01-01", "2022-01-01T00:00+01:00")
        documents = [
            replace(note(f"Text {n}", f"/{n}.txt"), date=date) for n, date in enumerate(dates)
        ]
        empty.add([entry(document) for document in documents])

        exact_first = ids(reversed(documents))
        assert exact_first == found(empty, All(), "newest")
        assert exact_first == found(empty, All(), "oldest")

    @pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "added", "title", "source"])
    def test_what_is_equal_is_ordered_by_id(self, empty: Store, sort: Sort) -> None:
        names = [f"{n:016x}" for n in (7, 3, 12, 1)]
        for name in names:
            empty.add([entry(note("Gleich.", f"/{name}.txt"), name)])

        assert sorted(names) == found(empty, "gleich", sort)

    @pytest.mark.parametrize("offset", range(6))
    @pytest.mark.parametrize("limit", [0, 1, 2, 9])
    @pytest.mark.parametrize("text", ["*", "Hafen OR closing OR notiert"])
    def test_a_page_is_a_piece_of_the_whole(
        self, store: Store, text: str, limit: int, offset: int
    ) -> None:
        page = store.find(query(text), sort="relevance", limit=limit, offset=offset)

        piece = found(store, text)[offset : offset + limit]
        assert (4, piece) == (page.total, [hit.article.id for hit in page.hits])

    def test_a_page_may_lie_beyond_any_number(self, store: Store) -> None:
        page = store.find(All(), sort="newest", limit=10**30, offset=10**30)

        assert (page.total, page.hits) == (4, ())

    def test_a_hit_is_the_whole_article(self, store: Store) -> None:
        (hit,) = store.find(query("Vehlbrück"), sort="relevance", limit=1).hits

        assert store.get(key(HARBOUR).id) == hit.article

    def test_nothing_is_found_in_a_store_that_was_emptied(self, store: Store) -> None:
        for document in DOCUMENTS:
            store.remove(key(document).id)

        assert (found(store, "Hafen"), found(store, All())) == ([], [])

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

    def test_it_is_told_how_many_articles_hold_a_word(self, store: Store) -> None:
        words = tuple(Term((word,)) for word in ("hafen", "closing", "nirgends"))
        held = store.holding(words, most=100)

        totals = [store.find(word, sort="added", limit=0).total for word in words]
        assert [held.articles[word] for word in words] == totals
        assert held.of == store.find(All(), sort="added", limit=0).total

    def test_a_filter_beside_a_word_changes_nothing_about_how_many_hold_it(
        self, store: Store
    ) -> None:
        word = Term(("hafen",))
        total = store.find(word, sort="added", limit=0).total
        filtered = store.find(query("Hafen lang:en"), sort="added", limit=0).total

        assert filtered < total
        assert store.holding([word], most=100).articles[word] == total

    def test_of_a_frequent_word_it_is_told_that_it_is_frequent(self, store: Store) -> None:
        word = Term(("hafen",))

        assert store.holding([word], most=1).articles[word] >= 1

    def test_it_is_told_how_a_query_is_answered(self, store: Store) -> None:
        steps = store.explain(query("Hafen lang:de"))

        assert next(iter(steps)) == "words"
        assert all(words for step in steps.items() for words in step)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Häfen", "form hafen; stem haf (de); stem hafen (en); part hafen or haf of compounds"),
            (
                "Hafen-Rat",
                (
                    "forms hafen rat; stems haf rat (de); stems hafen rat (en);"
                    " part hafenrat or hafrat of compounds"
                ),
            ),
            ('"Hafen Rat"', "forms hafen rat"),
            ('"Hafen Rat"~2', "forms hafen rat"),
            ("Haf*", "1 form: hafen"),
            ("*zebra", "no form"),
            ("title:Hafne~1", "1 form: hafen"),
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

    # counting

    @pytest.mark.parametrize(
        ("facet", "counts"),
        [
            ("year", {"2022": 2, "2021": 1, None: 1}),
            ("source", {"Möwenbote": 1, "Der Uferkurier": 1, None: 2}),
            ("language", {"de": 3, "en": 1}),
        ],
    )
    def test_articles_are_counted(
        self, store: Store, facet: Facet, counts: dict[str | None, int]
    ) -> None:
        assert counts == dict(store.tally(All(), facet))

    def test_only_articles_of_the_query_are_counted(self, store: Store) -> None:
        assert dict(store.tally(query("Hafen"), "year")) == {"2022": 1, "2021": 1}

    def test_nothing_is_counted_where_nothing_is_found(self, store: Store) -> None:
        assert dict(store.tally(query("Zebra"), "source")) == {}

    @pytest.mark.parametrize(("text", "numbers"), COUNTS.items(), ids=COUNTS)
    def test_articles_and_places_of_what_is_sought_are_counted(
        self, store: Store, text: str, numbers: tuple[int, int]
    ) -> None:
        assert store.count(query(text))[:2] == numbers

    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("Garantie", (2, 4)),
            ("title:Garantie", (1, 1)),
            ("Sicherheit", (2, 3)),
            ("Sicherheitsgarantien", (2, 3)),
            ("Garantie Sicherheitsgarantie", (2, 7)),
            ("=Garantien", (1, 1)),
            ("Garantie w/5 Sicherheit", (1, 1)),
        ],
    )
    def test_places_within_compounds_and_of_compounds_taken_apart_are_counted(
        self, empty: Store, text: str, numbers: tuple[int, int]
    ) -> None:
        whole = replace(
            NAMELESS, title="Sicherheitsgarantien", body="Von Sicherheitsgarantien ist die Rede."
        )
        apart = replace(HARBOUR, body="Garantien für die Sicherheit. Eine Bankgarantie.")
        empty.add([entry(whole), entry(apart)])

        assert empty.count(query(text))[:2] == numbers

    def test_a_compound_is_found_beside_what_is_near(self, empty: Store) -> None:
        whole = replace(NAMELESS, body="Von Sicherheitsgarantien ist die Rede.")
        empty.add([entry(whole), entry(HARBOUR)])

        assert found(empty, "(Schiff pre/2 mehr) OR Garantie", "title") == ids([HARBOUR, whole])

    def test_a_count_tells_what_a_pattern_stood_for(self, store: Store) -> None:
        assert store.count(query("*fen")).notes == ("*fen: 1 form",)

    def test_a_removed_article_is_counted_no_more(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)

        assert store.count(query("Hafen"))[:2] == (1, 1)

    def test_languages_come_in_order_and_once(self, store: Store) -> None:
        assert store.languages() == ("de", "en")

    def test_an_article_without_a_language_adds_none(self, empty: Store) -> None:
        empty.add([entry(replace(NAMELESS, language=None))])

        assert empty.languages() == ()

    # removing

    def test_a_removed_article_is_found_no_more(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)

        assert ids([BRIDGE]) == found(store, "Hafen")
        assert key(HARBOUR).id not in found(store, All())

    @pytest.mark.parametrize("name", [key(HARBOUR).id, HARBOUR.origin.path], ids=["id", "path"])
    def test_a_removed_article_goes_by_no_name(self, store: Store, name: str) -> None:
        store.remove(key(HARBOUR).id)

        with pytest.raises(NotFound):
            store.get(name)

    def test_a_removed_article_is_not_known(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)

        assert Known(None, None, None) == known(store, key(HARBOUR))

    def test_an_article_is_removed_by_a_part_of_its_id(self, store: Store) -> None:
        store.remove(key(HARBOUR).id[:4])

        assert ids([BRIDGE]) == found(store, "Hafen")

    def test_an_article_is_removed_by_its_path(self, store: Store) -> None:
        store.remove("/archiv/hafen.txt")

        assert ids([BRIDGE]) == found(store, "Hafen")

    def test_what_is_not_there_cannot_be_removed(self, store: Store) -> None:
        with pytest.raises(NotFound):
            store.remove("0" * 16)

        assert len(DOCUMENTS) == len(found(store, All()))

    def test_of_several_candidates_none_is_removed(self, empty: Store) -> None:
        lines = [note(f"Zeile {n}", "/archiv/viele.jsonl", n) for n in (1, 2)]
        empty.add([entry(line) for line in lines])

        with pytest.raises(Ambiguous):
            empty.remove("/archiv/viele.jsonl")

        assert sorted(ids(lines)) == found(empty, All())

    def test_a_removed_article_can_be_added_again(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)
        store.add([entry(HARBOUR, added=EVENING)])

        assert entry(HARBOUR, added=EVENING).article == store.get(key(HARBOUR).id)
        assert store.check() == ()

    # documents, and all anew

    def test_every_document_is_given_back(self, store: Store) -> None:
        kept = {name: replace(document, size=0) for name, document in store.documents()}

        assert kept == {key(document).id: document for document in DOCUMENTS}

    def test_the_document_last_read_is_given_back(self, store: Store) -> None:
        anew = replace(HARBOUR, body="Der Kai ist leer.", origin=Origin("/archiv/neu.txt"))
        store.add([entry(anew, key(HARBOUR).id)])

        assert anew == dict(store.documents())[key(HARBOUR).id]

    def test_more_documents_than_a_batch_are_given_back(self, empty: Store) -> None:
        documents = [note(f"Nummer {n}.", f"/viele/{n}.txt") for n in range(1100)]
        empty.add([entry(document) for document in documents])

        assert sorted(ids(documents)) == sorted(name for name, _ in empty.documents())

    def test_rebuilding_replaces_what_is_asserted(self, store: Store) -> None:
        store.rebuild(_retitled(store))

        assert {"Neu gefasst"} == {store.get(key(document).id).title for document in DOCUMENTS}
        assert len(DOCUMENTS) == len(found(store, "gefasst"))
        assert found(store, "gesperrt") == []

    def test_rebuilding_keeps_places_and_when_articles_were_added(self, empty: Store) -> None:
        empty.add([entry(HARBOUR, added=MORNING)], [_copy_of(HARBOUR)])
        before = empty.get(key(HARBOUR).id)
        empty.rebuild([entry(HARBOUR, added=EVENING)])

        assert before == empty.get(before.id)

    def test_rebuilding_from_the_documents_changes_nothing(self, store: Store) -> None:
        before = _all_of(store)

        assert reindex(store) == len(DOCUMENTS)
        assert before == _all_of(store)
        assert store.check() == ()

    def test_an_interrupted_rebuilding_leaves_everything_as_it_was(self, store: Store) -> None:
        store.add([entry(note(f"Nummer {n}.", f"/viele/{n}.txt")) for n in range(600)])
        before = _all_of(store)

        def entries() -> Iterator[Entry]:
            yield from _retitled(store)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store.rebuild(entries())

        assert before == _all_of(store)
        assert store.check() == ()

    # upkeep

    def test_a_misspelt_word_is_like_words_of_the_archive(self, store: Store) -> None:
        assert [word.form for word in store.similar("vehlbruk")] == ["vehlbruck"]

    def test_a_word_of_a_headline_may_be_meant(self, store: Store) -> None:
        assert [word.form for word in store.similar("gespert")] == ["gesperrt"]

    def test_a_word_like_a_misspelt_one_tells_how_many_articles_hold_it(self, store: Store) -> None:
        store.add([entry(note("Am Vehlbrücker Kai, am Kai vorn."), added=NOON)])

        best, *_ = store.similar("vehlbruckar")

        assert (best.form, best.articles, best.distance) == ("vehlbrucker", 1, 1)

    def test_of_words_as_like_the_more_frequent_is_first(self, store: Store) -> None:
        texts = ["Der Kran steht.", "Der Kranz liegt.", "Ein Kranz fehlt."]
        store.add([entry(note(text, f"/archiv/{text}")) for text in texts])

        assert [word.form for word in store.similar("kranc")] == ["kranz", "kran"]

    def test_there_are_no_more_similar_words_than_asked_for(self, store: Store) -> None:
        store.add([entry(note("Kran, Kranz, Krans und Krank."))])

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
        store.add([entry(note("Die Fahrrinne ist frei."))])

        assert [word.form for word in store.similar("farrinne")] == ["fahrrinne"]

    def test_words_of_a_rebuilt_store_are_similar(self, store: Store) -> None:
        list(store.merge())
        store.rebuild(_retitled(store))

        assert [word.form for word in store.similar("gefast")] == ["gefasst"]

    def test_nothing_is_wrong_with_a_store_that_was_used(self, store: Store) -> None:
        store.add([entry(replace(HARBOUR, body="Der Kai ist leer."), key(HARBOUR).id)])
        store.remove(key(BRIDGE).id)

        assert store.check() == ()

    def test_a_closed_store_may_be_used_again(self, store: Store) -> None:
        store.close()
        store.close()
        store.add([entry(note("Danach gelesen."))])

        assert ids([note("Danach gelesen.")]) == found(store, "danach")

    def test_no_file_of_the_store_is_to_be_read_as_a_document(
        self, store: Store, tmp_path: Path
    ) -> None:
        found(store, All())

        assert {str(file) for file in tmp_path.iterdir()} <= set(store.files)


def _names(found: Known) -> tuple[str | None, ...]:
    return tuple(kept.id if kept else None for kept in found)


def _all_of(store: Store) -> object:
    """Give what a store tells of all its articles, and by which words it finds them."""
    articles = [hit.article for hit in store.find(All(), sort="newest", limit=1000).hits]
    words = {word: found(store, word) for word in ("Hafen", "Schiff", "Kai", "Nummer", "gefasst")}
    return articles, words, dict(store.documents())


def _retitled(store: Store) -> list[Entry]:
    return [
        entry(replace(document, title="Neu gefasst"), name) for name, document in store.documents()
    ]


def _copy_of(document: Document) -> Sighting:
    return Sighting(key(document).id, Origin("/kopien/1.txt"), fingerprint(document))
