"""Scores, the orders in which articles are listed, and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc.query import nodes
from newsarc.records.kept import Origin
from tests.store.examples import (
    BRIDGE,
    BRIDGES,
    DOCUMENTS,
    EVENING,
    HARBOUR,
    MORNING,
    NAMELESS,
    NOON,
    add,
    entry,
    found,
    ids,
    note,
    query,
)

if TYPE_CHECKING:
    from newsarc.records.kept import Sort
    from newsarc.records.read import Document
    from newsarc.store import Store


class Ordering:
    def test_a_headline_ranks_above_a_mention(self, empty: Store) -> None:
        mention = note("Der Rat sprach lange. Am Ende ging es um die Fähre.", "/a.txt")
        headline = replace(mention, title="Die Fähre", body="Der Rat sprach.", origin=Origin("/b"))
        others = [note(f"Notiz {n} ohne Belang.", f"/{n}.txt") for n in range(5)]
        add(empty, [entry(document) for document in (mention, *others, headline)])

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
    def test_all_articles_are_streamed_in_the_order_of_hits(self, store: Store, sort: Sort) -> None:
        hits = store.find(nodes.All(), sort=sort, limit=9).hits

        assert list(store.stream(nodes.All(), sort=sort)) == [hit.article for hit in hits]

    def test_a_stream_may_be_left_early(self, store: Store) -> None:
        stream = store.stream(query("Hafen"), sort="oldest")
        next(stream)
        stream.close()
        add(store, [entry(note("Eine neue Notiz.", "/neu.txt"))])

        assert len(list(store.stream(nodes.All(), sort="newest"))) == 5

    @pytest.mark.parametrize("sort", ["newest", "oldest", "added", "title", "source"])
    def test_hits_in_another_order_have_no_scores(self, store: Store, sort: Sort) -> None:
        hits = store.find(query("Hafen"), sort=sort, limit=9).hits

        assert {None} == {hit.score for hit in hits}

    @pytest.mark.parametrize(
        "node",
        [
            nodes.All(),
            nodes.Not(nodes.Term(("zebra",))),
            nodes.Source("mowenbote"),
            nodes.Or((nodes.Phrase(()), nodes.All())),
        ],
        ids=str,
    )
    def test_where_nothing_is_sought_the_newest_come_first(
        self, store: Store, node: nodes.Node
    ) -> None:
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
        assert ids(documents) == found(store, nodes.All(), sort)

    def test_sources_come_in_the_order_of_their_names(self, store: Store) -> None:
        sourceless = sorted(ids([BRIDGES, NAMELESS]))

        assert [*ids([BRIDGE, HARBOUR]), *sourceless] == found(store, nodes.All(), "source")

    def test_what_was_added_last_comes_first(self, empty: Store) -> None:
        times = [NOON, EVENING, MORNING]
        for document, added in zip(DOCUMENTS, times, strict=False):
            add(empty, [entry(document, added=added)])

        assert ids([BRIDGE, HARBOUR, BRIDGES]) == found(empty, nodes.All(), "added")

    def test_of_two_dates_with_one_beginning_the_exacter_comes_first(self, empty: Store) -> None:
        dates = ("2022", "2022-01", "2022-01-01", "2022-01-01T00:00+01:00")
        documents = [
            replace(note(f"Text {n}", f"/{n}.txt"), date=date) for n, date in enumerate(dates)
        ]
        add(empty, [entry(document) for document in documents])

        exact_first = ids(reversed(documents))
        assert exact_first == found(empty, nodes.All(), "newest")
        assert exact_first == found(empty, nodes.All(), "oldest")

    @pytest.mark.parametrize("sought", ["*", "Text", "lang:de", "date:2022", "Text date:2022"])
    def test_times_come_in_the_order_of_their_moments_whatever_their_clocks_showed(
        self, empty: Store, sought: str
    ) -> None:
        dates = (
            "2022-03-05T18:40-05:00",  # 23:40 in UTC
            "2022-03-06T00:30+01:00",  # 23:30
            "2022-03-06T00:10+01:00",  # 23:10
            "2022-03-06",  # begins in Berlin at 23:00
            "2022-03-06T10:00+14:00",  # 20:00 of the day before
            "2022-03-05T05:00-12:00",  # 17:00
        )
        documents = [
            replace(note(f"Text {n}", f"/{n}.txt"), date=date) for n, date in enumerate(dates)
        ]
        add(empty, [entry(document) for document in documents])

        assert ids(documents) == found(empty, sought, "newest")
        assert ids(reversed(documents)) == found(empty, sought, "oldest")

    @pytest.mark.parametrize("sort", ["newest", "oldest"])
    @pytest.mark.parametrize("sought", ["*", "Text", "lang:de", "Text lang:de"])
    def test_pages_of_moments_are_pieces_of_the_whole(
        self, empty: Store, sort: Sort, sought: str
    ) -> None:
        offsets = ("+14:00", "-12:00", "+00:00", "+01:00")
        dates = [f"2022-03-{day:02}T12:00{offset}" for day in range(1, 8) for offset in offsets]
        documents = [
            replace(note(f"Text {n}", f"/{n}.txt"), date=date) for n, date in enumerate(dates)
        ]
        add(empty, [entry(document) for document in [*documents, note("Text ohne Datum")]])

        whole = found(empty, sought, sort)
        pages = [
            hit.article.id
            for offset in range(0, len(whole), 3)
            for hit in empty.find(query(sought), sort=sort, limit=3, offset=offset).hits
        ]
        assert whole == pages

    def test_one_moment_on_two_clocks_is_ordered_by_id(self, empty: Store) -> None:
        dates = ("2022-03-05T18:40-05:00", "2022-03-06T00:40+01:00", "2022-03-05T23:40+00:00")
        for name, date in zip(("c", "b", "a"), dates, strict=True):
            document = replace(note("Gleich.", f"/{name}.txt"), date=date)
            add(empty, [entry(document, name * 16)])

        assert found(empty, nodes.All(), "newest") == ["a" * 16, "b" * 16, "c" * 16]

    def test_a_day_without_a_time_begins_in_the_zone_of_its_document(self, empty: Store) -> None:
        day = replace(note("Tag", "/1.txt"), date="2022-03-06", zone="America/New_York")
        early = replace(note("Nacht", "/2.txt"), date="2022-03-06T04:30+00:00")
        late = replace(note("Morgen", "/3.txt"), date="2022-03-06T05:30+00:00")
        add(empty, [entry(document) for document in (early, day, late)])

        assert ids([late, day, early]) == found(empty, nodes.All(), "newest")

    @pytest.mark.parametrize("date", ["0001-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59Z"])
    def test_the_edges_of_the_calendar_are_ordered_too(self, empty: Store, date: str) -> None:
        documents = [replace(note("Rand", "/1.txt"), date=date), note("Text")]
        add(empty, [entry(document) for document in documents])

        assert ids(documents) == found(empty, nodes.All(), "oldest")

    @pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "added", "title", "source"])
    def test_what_is_equal_is_ordered_by_id(self, empty: Store, sort: Sort) -> None:
        names = [f"{n:016x}" for n in (7, 3, 12, 1)]
        for name in names:
            add(empty, [entry(note("Gleich.", f"/{name}.txt"), name)])

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
        page = store.find(nodes.All(), sort="newest", limit=10**30, offset=10**30)

        assert (page.total, page.hits) == (4, ())
