"""Equal texts: of two media they are two articles, in two places of one medium they are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import (
    ALPHA,
    BETA,
    body,
    ids,
    kept,
    places,
    put,
    put_lines,
    statuses,
    told,
)

if TYPE_CHECKING:
    from pathlib import Path

WIRE = {"title": "Sturm reißt Dächer ab", "body": "An der Küste hat der Sturm Dächer abgerissen."}
KURIER = WIRE | {"source": "Kurier", "date": "2022-03-05", "author": "Ida Fahl"}
BOTE = WIRE | {"source": "Bote", "date": "2022-03-06"}


def claims(store: Store) -> list[tuple[str | None, str]]:
    found = [(article.source, str(article.published)) for article in kept(store)]
    return sorted(found, key=str)


def test_the_same_text_of_two_sources_is_two_articles(store: Store, news: Path) -> None:
    put_lines(news / "a.jsonl", KURIER, BOTE)

    assert statuses(store, news) == ["added", "added"]

    assert claims(store) == [("Bote", "2022-03-06"), ("Kurier", "2022-03-05")]
    assert statuses(store, news) == ["unchanged", "unchanged"]


def test_a_headline_alone_of_another_day_is_an_article_of_its_own(store: Store, news: Path) -> None:
    days = ["2022-03-05", "2022-03-06T07:00:00Z", "Mon, 07 Mar 2022 07:00:00 GMT", "8. März 2022"]
    weather = [{"title": "Das Wetter", "source": "Bote", "date": day} for day in days]
    put_lines(news / "a.jsonl", *weather)

    assert statuses(store, news) == ["added"] * 4

    assert [day for _, day in claims(store)] == [
        "2022-03-05", "2022-03-06T08:00+01:00", "2022-03-07T08:00+01:00", "2022-03-08",
    ]  # fmt: skip
    assert statuses(store, news, verify=True) == ["unchanged"] * 4


def test_a_headline_alone_is_one_article_on_one_day(store: Store, news: Path) -> None:
    weather = {"title": "Das Wetter", "source": "Bote"}
    put_lines(news / "a.jsonl", weather | {"date": "2022-03-05T07:00:00+01:00"})
    put_lines(news / "b.jsonl", weather | {"date": "5.3.2022"}, weather)

    assert statuses(store, news) == ["added", "duplicate", "duplicate"]

    (article,) = kept(store)
    assert places(article) == ["a.jsonl", "b.jsonl", "b.jsonl"]


def test_the_ids_of_equal_headlines_do_not_depend_on_their_order(news: Path) -> None:
    one, other = ({"title": "Das Wetter", "date": f"2022-03-0{day}"} for day in (5, 6))
    forth = put_lines(news / "a.jsonl", one, other)
    back = put_lines(news / "b.jsonl", other, one)

    assert (
        ids(newsarc.open_store("memory:"), forth) == ids(newsarc.open_store("memory:"), back)[::-1]
    )


def test_a_column_of_years_has_an_article_for_each_day(store: Store, news: Path) -> None:
    days = [f"{year}-{month:02}-05" for year in range(2018, 2022) for month in range(1, 13)]
    put_lines(news / "a.jsonl", *({"title": "Zahl des Monats", "date": day} for day in days))

    assert statuses(store, news) == ["added"] * 48

    assert statuses(store, news, verify=True) == ["unchanged"] * 48


def test_the_same_text_file_in_the_folders_of_two_sources_is_two_articles(
    store: Store, news: Path
) -> None:
    put(news / "Kurier" / "a.txt", ALPHA)
    put(news / "Bote" / "a.txt", ALPHA)

    assert statuses(store, news, source_from="folder") == ["added", "added"]

    assert {article.source for article in kept(store)} == {"Kurier", "Bote"}


def test_the_ids_of_equal_texts_do_not_depend_on_their_order(news: Path) -> None:
    one, other = put_lines(news / "a.jsonl", KURIER), put_lines(news / "b.jsonl", BOTE)

    forth = ids(newsarc.open_store("memory:"), one, other)
    back = ids(newsarc.open_store("memory:"), other, one)

    assert forth == back[::-1]
    assert len(set(forth)) == 2


@pytest.mark.parametrize("spelling", ["KURIER", " kurier ", "Kúrier"])
def test_spellings_of_a_source_are_one_source(store: Store, news: Path, spelling: str) -> None:
    ((_, name),) = told(store, put_lines(news / "a.jsonl", KURIER))
    copy = put_lines(news / "b.jsonl", KURIER | {"source": spelling})

    assert told(store, copy) == [("duplicate", name)]


COPIES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "without any claim": (WIRE, WIRE),
    "of one source": (KURIER, KURIER),
    "with another date": (KURIER, KURIER | {"date": "2023"}),
    "with fewer claims": (KURIER, WIRE | {"source": "Kurier"}),
    "with fewer and other claims": (KURIER, WIRE | {"source": "Kurier", "place": "Seefurt"}),
    "without the source": (KURIER, WIRE | {"date": "2024"}),
    "at an address": (WIRE | {"url": "u"}, WIRE | {"url": "u"}),
    "of an own id": (KURIER | {"id": 3}, KURIER | {"id": 3}),
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_told_as_such_and_changes_nothing_but_the_places(
    store: Store, news: Path, copy: str
) -> None:
    first, second = COPIES[copy]
    ((_, name),) = told(store, put_lines(news / "a.jsonl", first))
    (before,) = kept(store)
    path = put_lines(news / "b.jsonl", second)

    assert told(store, path) == [("duplicate", name)]

    (after,) = kept(store)
    assert places(after) == ["a.jsonl", "b.jsonl"]
    assert (after.source, after.published, after.authors) == (
        before.source,
        before.published,
        before.authors,
    )
    assert told(store, path) == [("unchanged", name)]
    assert told(store, news) == [("unchanged", name)] * 2


@pytest.mark.parametrize(
    "more",
    [{"source": "Kurier"}, {"date": "2022"}, {"source": "Kurier", "date": "2022", "author": "Ida"}],
)
def test_a_copy_that_claims_more_completes_the_article(
    store: Store, news: Path, more: dict[str, str]
) -> None:
    first = WIRE | {"place": "Seefurt"}
    ((_, name),) = told(store, put_lines(news / "a.jsonl", first))
    path = put_lines(news / "b.jsonl", first | more)

    assert told(store, path) == [("changed", name)]

    (article,) = kept(store)
    assert article.place == "Seefurt"
    assert (article.source, article.published) != (None, None)
    assert told(store, news) == [("unchanged", name)] * 2


def test_once_a_copy_has_named_the_source_another_source_is_another_article(
    store: Store, news: Path
) -> None:
    ((_, name),) = told(store, put_lines(news / "a.jsonl", WIRE))
    told(store, put_lines(news / "b.jsonl", KURIER))

    ((status, other),) = told(store, put_lines(news / "c.jsonl", BOTE))

    assert (status, other != name) == ("added", True)
    assert claims(store) == [("Bote", "2022-03-06"), ("Kurier", "2022-03-05")]


def test_a_source_is_not_lost_to_an_article_without_one_that_claims_otherwise(
    store: Store, news: Path
) -> None:
    put_lines(news / "a.jsonl", WIRE | {"date": "2020"})
    put_lines(news / "b.jsonl", KURIER)
    put_lines(news / "c.jsonl", BOTE)

    assert statuses(store, news) == ["added", "added", "added"]

    assert claims(store) == [("Bote", "2022-03-06"), ("Kurier", "2022-03-05"), (None, "2020")]
    assert statuses(store, news) == ["unchanged"] * 3


def test_the_first_place_of_an_article_may_change_its_claims(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put_lines(news / "a.jsonl", KURIER))
    told(store, put_lines(news / "b.jsonl", KURIER | {"date": "2023"}))

    corrected = put_lines(news / "a.jsonl", KURIER | {"date": "2022-03-07"})

    assert told(store, corrected) == [("changed", name)]
    assert claims(store) == [("Kurier", "2022-03-07")]


def test_a_copy_that_is_left_alone_may_change_the_claims(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put_lines(news / "a.jsonl", KURIER))
    told(store, put_lines(news / "b.jsonl", KURIER | {"date": "2023"}))
    (news / "a.jsonl").unlink()

    corrected = put_lines(news / "b.jsonl", KURIER | {"date": "2024"})

    assert told(store, corrected) == [("changed", name)]
    assert claims(store) == [("Kurier", "2024")]


def test_a_moved_file_is_no_copy(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put_lines(news / "a.jsonl", KURIER))
    moved = (news / "a.jsonl").rename(news / "b.jsonl")

    assert told(store, moved) == [("unchanged", name)]


@pytest.mark.parametrize("before", [None, "Kurier"])
def test_a_file_read_again_for_another_source_is_the_same_article(
    store: Store, news: Path, before: str | None
) -> None:
    path = put(news / "a.txt", ALPHA)
    ((_, name),) = told(store, path, source=before)

    assert told(store, path, source="Bote") == [("changed", name)]

    (article,) = kept(store)
    assert (article.source, article.body) == ("Bote", body(ALPHA))
    assert told(store, path, source="Bote") == [("unchanged", name)]


def test_one_of_two_files_read_again_for_another_source_is_an_article_of_its_own(
    store: Store, news: Path
) -> None:
    first, second = put(news / "a.txt", ALPHA), put(news / "b.txt", ALPHA)
    name, _ = ids(store, news, source="Kurier")

    ((status, own),) = told(store, second, source="Bote")

    assert (status, own != name) == ("added", True)
    assert [places(article) for article in (store.get(str(name)), store.get(str(own)))] == [
        ["a.txt"],
        ["b.txt"],
    ]
    assert told(store, first, source="Kurier") == [("unchanged", name)]


def test_an_id_that_another_source_has_taken_over_is_not_used_twice(
    store: Store, news: Path
) -> None:
    ((_, taken),) = told(store, put(news / "a.txt", ALPHA), source="Kurier")
    told(store, news / "a.txt", source="Bote")

    ((status, own),) = told(store, put(news / "b.txt", ALPHA), source="Kurier")

    assert (status, own != taken) == ("added", True)
    assert {article.source for article in kept(store)} == {"Kurier", "Bote"}


def test_a_source_that_the_text_states_is_no_claim(store: Store, news: Path) -> None:
    text = f"{ALPHA}\n\n(c) Kurier"
    ((_, name),) = told(store, put(news / "a.txt", text))

    assert told(store, put(news / "b.txt", text), source="Kurier") == [("changed", name)]
    assert told(store, put(news / "c.txt", text), source="Kurier") == [("duplicate", name)]
    assert statuses(store, put(news / "d.txt", text), source="Bote") == ["added"]


def test_reindexing_keeps_equal_texts_apart(store: Store, news: Path) -> None:
    put_lines(news / "a.jsonl", KURIER, BOTE, WIRE)
    put(news / "b.txt", BETA)
    before = told(store, news)
    articles = kept(store)

    newsarc.reindex(store)

    assert kept(store) == articles
    assert told(store, news) == [("unchanged", name) for _, name in before]
