"""Articles and occurrences are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc.ingest.identity import key
from newsarc.query import nodes
from tests.store.examples import HARBOUR, NAMELESS, add, entry, found, ids, note, query

if TYPE_CHECKING:
    from newsarc.records.kept import Facet
    from newsarc.store import Store

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
    "=Hafen": (2, 2),
    "Häf*": (1, 1),
    "*fen": (2, 3),
    "Haf* Hafen": (2, 3),
    "Hafne~1": (2, 3),
    "bridge": (1, 2),
    '"Hafen von"': (2, 2),
    '"Hafen Rat"~1': (1, 1),
    "Hafen w/2 Vehlbrück": (1, 2),
    "Hafen w/s (an OR von)": (2, 3),
    "(Hafen OR Schiff) w/p kein": (1, 1),
    "Hafen NOT w/3 Vehlbrück": (1, 1),
    "atleast2(Hafen)": (1, 2),
    "atleast2(Hafen OR Rat)": (2, 4),
    "Hafen lang:de": (2, 3),
    "source:Möwenbote": (1, 0),
    "*": (4, 0),
    "Zebra": (0, 0),
    '""': (0, 0),
}


class Counting:
    @pytest.mark.parametrize(
        ("facet", "counts"),
        [
            ("year", {"2022": 2, "2021": 1, None: 1}),
            ("source", {"Möwenbote": 1, "Der Uferkurier": 1, None: 2}),
            ("language", {"de": 3, "en": 1}),
            ("quarter", {"2022-Q1": 2, "2021": 1, None: 1}),
            ("month", {"2022-02": 2, "2021": 1, None: 1}),
            ("week", {"2022-W05": 1, "2022-02": 1, "2021": 1, None: 1}),
            ("day", {"2022-02-02": 1, "2022-02": 1, "2021": 1, None: 1}),
            ("weekday", {"3": 1, "?": 2, None: 1}),
            ("hour", {"14": 1, "?": 2, None: 1}),
            ("author", {"Ilse Quast": 1, "Tom Rehbein": 1, None: 3}),
            ("place", {"Vehlbrück": 1, None: 3}),
            ("length", {"0-99": 4}),
        ],
    )
    def test_articles_are_counted(
        self, store: Store, facet: Facet, counts: dict[str | None, int]
    ) -> None:
        assert {(value,): number for value, number in counts.items()} == dict(
            store.tally(nodes.All(), facet)
        )

    def test_articles_are_counted_by_two_facets_at_once(self, store: Store) -> None:
        assert dict(store.tally(nodes.All(), "year", "language")) == {
            ("2022", "de"): 1,
            ("2022", "en"): 1,
            ("2021", "de"): 1,
            (None, "de"): 1,
        }

    @pytest.mark.parametrize(
        ("length", "span"), [(0, "0-99"), (99, "0-99"), (100, "100-249"), (2500, "2000-")]
    )
    def test_lengths_are_counted_by_spans(self, store: Store, length: int, span: str) -> None:
        long = entry(note(" ".join(["Wort"] * length) + "\n", "/lang.txt"))
        add(store, [long], new=[long.article.id])

        assert store.tally(nodes.Id(long.article.id), "length") == {(span,): 1}

    @pytest.mark.parametrize(
        ("day", "week", "weekday"),
        [
            ("2021-01-03", "2020-W53", "7"),
            ("2021-01-04", "2021-W01", "1"),
            ("2019-12-30", "2020-W01", "1"),
            ("2022-12-31", "2022-W52", "6"),
        ],
    )
    def test_weeks_belong_to_the_year_of_their_thursday(
        self, store: Store, day: str, week: str, weekday: str
    ) -> None:
        dated = entry(replace(note("Am Deich.", "/tag.txt"), date=day))
        add(store, [dated], new=[dated.article.id])
        asked = nodes.Id(dated.article.id)

        assert store.tally(asked, "week", "weekday") == {(week, weekday): 1}

    def test_a_digest_tells_whether_articles_have_changed(self, store: Store) -> None:
        before = store.digest()
        more = entry(note("Ein neuer Text.", "/neu.txt"))
        add(store, [more], new=[more.article.id])
        with_more = store.digest()
        store.remove(more.article.id)

        assert with_more != before == store.digest()

    def test_only_articles_of_the_query_are_counted(self, store: Store) -> None:
        assert dict(store.tally(query("Hafen"), "year")) == {("2022",): 1, ("2021",): 1}

    def test_nothing_is_counted_where_nothing_is_found(self, store: Store) -> None:
        assert dict(store.tally(query("Zebra"), "source")) == {}

    @pytest.mark.parametrize(("text", "numbers"), COUNTS.items(), ids=COUNTS)
    def test_articles_and_places_of_what_is_sought_are_counted(
        self, store: Store, text: str, numbers: tuple[int, int]
    ) -> None:
        assert numbers_of(store, text) == numbers

    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("Garantie", (2, 4)),
            ("title:Garantie", (1, 1)),
            ("Sicherheit", (2, 3)),
            ("Sicherheitsgarantien", (2, 3)),
            ("Garantie Sicherheitsgarantie", (2, 4)),
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
        add(empty, [entry(whole), entry(apart)])

        assert numbers_of(empty, text) == numbers

    @pytest.mark.parametrize(
        ("queries", "occurrences"),
        [
            ("Nato-Gipfel Natogipfel NATO/Gipfel Nato-Gipfels", 3),
            ("Covid-19 Covid19 COVID-19", 3),
            ("E-Mail EMail email E-Mails", 4),
            ("SARS-CoV-2 SarsCoV2", 2),
            ("Gipfel", 3),
            ("Hauptstraße", 2),
            ("Nebenstraße", 1),
            ("Aktivist Aktivist.innen Aktivist*innen", 2),
            ("Schülervertretung Schüler*innenvertretung", 1),
        ],
    )
    def test_what_is_joined_is_counted_once_however_it_is_typed(
        self, empty: Store, queries: str, occurrences: int
    ) -> None:
        body = (
            "Der Nato-Gipfel, der Natogipfel und die Nato-Gipfel-Pläne. Mit Covid-19, Covid19 und"
            " der Covid-19-Pandemie. Eine E-Mail, eine Email, E-Mails und die E-Mail-Adresse."
            " SARS-CoV-2 oder SarsCoV2. Haupt- und Nebenstraße, Hauptstraße."
            " Umweltaktivist*innen und Aktivist:innen trafen die Schüler*innenvertretung."
        )
        add(empty, [entry(note(body))])

        for text in queries.split():
            assert numbers_of(empty, text) == (1, occurrences)

    @pytest.mark.parametrize(
        ("text", "numbers"),
        [("und Hafen", (1, 1)), ("der Hafen", (1, 1)), ("und", (1, 2)), ('"Hafen und"', (1, 1))],
    )
    def test_words_that_only_serve_others_do_not_occur_beside_them(
        self, empty: Store, text: str, numbers: tuple[int, int]
    ) -> None:
        add(empty, [entry(note("Der Hafen und der Kai und das Meer."))])

        assert numbers_of(empty, text) == numbers

    def test_a_compound_is_found_beside_what_is_near(self, empty: Store) -> None:
        whole = replace(NAMELESS, body="Von Sicherheitsgarantien ist die Rede.")
        add(empty, [entry(whole), entry(HARBOUR)])

        assert found(empty, "(Schiff pre/2 mehr) OR Garantie", "title") == ids([HARBOUR, whole])

    def test_a_count_tells_what_a_pattern_stood_for(self, store: Store) -> None:
        assert store.count(query("*fen")).notes == ("*fen: 2 forms",)

    def test_a_removed_article_is_counted_no_more(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)

        assert numbers_of(store, "Hafen") == (1, 1)

    def test_languages_come_in_order_and_once(self, store: Store) -> None:
        assert store.languages() == ("de", "en")

    def test_an_article_without_a_language_adds_none(self, empty: Store) -> None:
        add(empty, [entry(replace(NAMELESS, language=None))])

        assert empty.languages() == ()


def numbers_of(store: Store, text: str) -> tuple[int, int]:
    counted = store.count(query(text))
    return counted.articles, counted.occurrences
