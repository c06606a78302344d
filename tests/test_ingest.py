from __future__ import annotations

import gzip
import json
import os
import shutil
import tracemalloc
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsarc
from newsarc.query import All
from newsarc.records.kept import Article, Origin
from newsarc.store.sqlite.store import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsarc import Store

ALPHA = "Deich hält\n\nDer Fluss fiel über Nacht."
BETA = "Möwen zurück\n\nDer Hafen ist wieder laut."
GAMMA = "Rat tagt\n\nDie Brücke wird gebaut."
# Articles enough for several transactions.
MANY = 1400
Told = tuple[str, str | None]


@pytest.fixture(name="store", params=["sqlite", "memory"])
def store_fixture(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = newsarc.open_store(_address(request.param, tmp_path))
    yield store
    store.close()


@pytest.fixture(name="news")
def news_fixture(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    return news


def _address(engine: str, folder: Path) -> str:
    return "memory:" if engine == "memory" else str(folder / "archive.db")


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_lines(path: Path, *records: dict[str, Any]) -> Path:
    return put(path, "".join(json.dumps(record) + "\n" for record in records))


def told(store: Store, *paths: Path, **options: Any) -> list[Told]:
    return [(outcome.status, outcome.id) for outcome in newsarc.ingest(store, paths, **options)]


def statuses(store: Store, *paths: Path, **options: Any) -> list[str]:
    return [status for status, _ in told(store, *paths, **options)]


def ids(store: Store, *paths: Path, **options: Any) -> list[str | None]:
    return [name for _, name in told(store, *paths, **options)]


def kept(store: Store) -> list[Article]:
    found = store.find(All(), sort="title", limit=10_000)
    return [hit.article for hit in found.hits]


def bodies(store: Store) -> list[str]:
    return sorted(article.body for article in kept(store))


def body(text: str) -> str:
    return text.partition("\n\n")[2]


def places(article: Article) -> list[str]:
    return [Path(origin.path).name for origin in article.origins]


# What is added


def test_a_new_file_is_added_as_an_article(store: Store, news: Path) -> None:
    path = put(news / "a.txt", ALPHA)

    ((status, name),) = told(store, news)

    (article,) = kept(store)
    assert (status, name) == ("added", article.id)
    assert (article.title, article.body) == ("Deich hält", body(ALPHA))
    assert article.origins == (Origin(str(path)),)


def test_an_article_knows_the_moment_it_was_added(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    told(store, news)
    (before,) = kept(store)
    put(news / "a.txt", BETA)
    told(store, news)

    (after,) = kept(store)

    assert before.added is not None
    assert before.added.endswith("Z")
    assert after.added == before.added


def test_paths_are_taken_as_text_too(store: Store, news: Path) -> None:
    path = put(news / "a.txt", ALPHA)

    assert [outcome.status for outcome in newsarc.ingest(store, [str(path)])] == ["added"]


def test_the_archive_among_its_documents_is_no_document(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", ALPHA)
    store = newsarc.open_store(tmp_path / "archive.txt")

    first, second = statuses(store, tmp_path), statuses(store, tmp_path)
    store.close()

    assert (first, second) == (["added"], ["unchanged"])


# Which article a document is


def test_an_unchanged_file_is_told_unchanged_with_its_id(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    ((_, name),) = told(store, news)

    assert told(store, news) == [("unchanged", name)]


def test_an_unchanged_file_writes_nothing(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put_lines(news / "b.jsonl", {"body": "Eins.", "url": "u"}, {"body": "Zwei."})
    _once(tmp_path, news)
    before = (tmp_path / "archive.db").read_bytes()

    assert _once(tmp_path, news) == ["unchanged"] * 3

    assert (tmp_path / "archive.db").read_bytes() == before


def _once(folder: Path, *paths: Path, **options: Any) -> list[str]:
    store = newsarc.open_store(folder / "archive.db")
    try:
        return statuses(store, *paths, **options)
    finally:
        store.close()


def test_a_moved_file_is_the_same_article_with_a_new_origin(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put(news / "a.txt", ALPHA))
    moved = (news / "a.txt").rename(news / "b.txt")

    assert told(store, moved) == [("unchanged", name)]

    assert places(store.get(str(moved))) == ["a.txt", "b.txt"]


def test_a_moved_file_keeps_its_article_when_it_changes(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put(news / "a.txt", ALPHA))
    told(store, (news / "a.txt").rename(news / "b.txt"))

    assert told(store, put(news / "b.txt", BETA)) == [("changed", name)]
    assert bodies(store) == [body(BETA)]


def test_a_changed_file_keeps_its_id(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put(news / "a.txt", ALPHA))

    assert told(store, put(news / "a.txt", BETA)) == [("changed", name)]

    (article,) = kept(store)
    assert (article.id, article.body) == (name, body(BETA))


def test_a_file_keeps_its_id_however_often_it_changes(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put(news / "a.txt", ALPHA))
    changes = [told(store, put(news / "a.txt", text)) for text in (BETA, GAMMA, ALPHA, BETA)]

    assert changes == [[("changed", name)]] * 4


def test_a_changed_file_keeps_its_id_by_whatever_path_it_is_reached(
    store: Store, news: Path
) -> None:
    (news / "sub").mkdir()
    put(news / "a.txt", ALPHA)
    ((_, name),) = told(store, news / "sub" / ".." / "a.txt")

    assert told(store, put(news / "a.txt", BETA)) == [("changed", name)]


def test_a_changed_file_is_found_by_its_new_words_alone(store: Store, news: Path) -> None:
    told(store, put(news / "a.txt", ALPHA))
    told(store, put(news / "a.txt", BETA))

    assert newsarc.search(store, "Fluss").total == 0
    assert newsarc.search(store, "Hafen").total == 1


def test_the_same_text_in_two_files_is_one_article_with_two_origins(
    store: Store, news: Path
) -> None:
    put(news / "a.txt", ALPHA)
    put(news / "b.txt", ALPHA)

    assert statuses(store, news) == ["added", "unchanged"]

    (article,) = kept(store)
    assert places(article) == ["a.txt", "b.txt"]


def test_texts_that_differ_in_their_carrier_only_are_one(store: Store, news: Path) -> None:
    (news / "a.txt").write_bytes(ALPHA.encode())
    (news / "b.txt").write_bytes(ALPHA.replace("\n", "\r\n").encode("cp1252"))

    assert statuses(store, news) == ["added", "unchanged"]


def test_a_file_that_leaves_a_shared_text_becomes_its_own_article(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put(news / "b.txt", ALPHA)
    shared, _ = ids(store, news)
    put(news / "b.txt", BETA)

    (first, (status, own)) = told(store, news)

    assert first == ("unchanged", shared)
    assert status == "added"
    assert own != shared
    assert bodies(store) == sorted([body(ALPHA), body(BETA)])
    assert [places(article) for article in kept(store)] == [["a.txt"], ["b.txt"]]


def test_a_text_that_returns_after_its_article_changed_is_added_again(
    store: Store, news: Path
) -> None:
    ((_, name),) = told(store, put(news / "a.txt", ALPHA))
    told(store, put(news / "a.txt", BETA))

    ((status, own),) = told(store, put(news / "b.txt", ALPHA))

    assert status == "added"
    assert own != name
    assert bodies(store) == sorted([body(ALPHA), body(BETA)])


def test_a_text_that_moves_while_its_old_file_changes_is_not_lost(store: Store, news: Path) -> None:
    told(store, put(news / "latest.txt", ALPHA))
    (news / "latest.txt").rename(news / "previous.txt")
    put(news / "latest.txt", BETA)

    told(store, news)

    assert bodies(store) == sorted([body(ALPHA), body(BETA)])
    assert statuses(store, news) == ["unchanged", "unchanged"]


def test_two_files_that_change_places_change_nothing_else(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put(news / "b.txt", BETA)
    first, second = ids(store, news)
    put(news / "a.txt", BETA)
    put(news / "b.txt", ALPHA)

    assert ids(store, news) == [second, first]
    assert [places(article) for article in kept(store)] == [["b.txt"], ["a.txt"]]


def test_a_file_that_is_gone_leaves_its_article(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put(news / "b.txt", BETA)
    told(store, news)
    (news / "a.txt").unlink()

    assert statuses(store, news) == ["unchanged"]
    assert len(kept(store)) == 2


def test_an_url_is_an_identity(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put_lines(news / "a.jsonl", {"url": "u", "body": "Eins."}))
    other = put_lines(news / "b.jsonl", {"url": "u", "body": "Zwei.", "source": "S", "id": 1})

    assert told(store, other) == [("changed", name)]
    assert bodies(store) == ["Zwei."]


def test_equal_texts_of_two_urls_are_two_articles(store: Store, news: Path) -> None:
    same = "Eins."
    path = put_lines(news / "a.jsonl", {"url": "u", "body": same}, {"url": "v", "body": same})

    assert statuses(store, path) == ["added", "added"]


def test_a_source_with_its_own_id_is_an_identity(store: Store, news: Path) -> None:
    first = {"source": "Nordhafener Kurier", "id": 7, "body": "Eins."}
    ((_, name),) = told(store, put_lines(news / "a.jsonl", first))
    again = {"source": "NORDHAFENER  KURIER", "id": "7", "body": "Zwei."}

    assert told(store, put_lines(news / "b.jsonl", again)) == [("changed", name)]


def test_ids_of_two_sources_are_two_articles(store: Store, news: Path) -> None:
    one, other = ({"source": source, "id": 7, "body": "Eins."} for source in ("Kurier", "Bote"))

    assert statuses(store, put_lines(news / "a.jsonl", one, other)) == ["added", "added"]


def test_a_bare_id_is_no_identity(store: Store, news: Path) -> None:
    told(store, put_lines(news / "a.jsonl", {"id": 1, "body": "Eins."}))

    assert statuses(store, put_lines(news / "b.jsonl", {"id": 1, "body": "Zwei."})) == ["added"]
    assert bodies(store) == ["Eins.", "Zwei."]


def test_a_source_option_makes_an_identity_of_bare_ids(store: Store, news: Path) -> None:
    told(store, put_lines(news / "a.jsonl", {"id": 1, "body": "Eins."}), source="Kurier")
    again = put_lines(news / "b.jsonl", {"id": 1, "body": "Zwei."})

    assert statuses(store, again, source="Kurier") == ["changed"]


def test_the_same_url_twice_in_a_file_is_one_article_with_the_last_text(
    store: Store, news: Path
) -> None:
    path = put_lines(news / "a.jsonl", {"url": "u", "body": "Eins."}, {"url": "u", "body": "Zwei."})

    assert statuses(store, path) == ["added", "changed"]
    assert bodies(store) == ["Zwei."]
    assert statuses(store, path) == ["unchanged", "unchanged"]


def test_lines_that_shift_keep_their_articles(store: Store, news: Path) -> None:
    records = [{"body": "Eins."}, {"body": "Zwei.", "url": "u"}, {"body": "Drei."}]
    before = ids(store, put_lines(news / "a.jsonl", *records))

    after = told(store, put_lines(news / "a.jsonl", {"body": "Null."}, *records))

    assert after[1:] == [("unchanged", name) for name in before]
    assert after[0][0] == "added"
    assert [article.origins[0].line for article in map(store.get, map(str, before))] == [2, 3, 4]


def test_lines_that_shift_in_a_long_file_are_unchanged(store: Store, news: Path) -> None:
    records = [{"body": f"Meldung {number}."} for number in range(MANY)]
    told(store, put_lines(news / "a.jsonl", *records))

    shifted = put_lines(news / "a.jsonl", {"body": "Null."}, *records)

    assert statuses(store, shifted) == ["added"] + ["unchanged"] * MANY


def test_a_changed_line_is_an_article_of_its_own(store: Store, news: Path) -> None:
    told(store, put_lines(news / "a.jsonl", {"body": "Eins."}))

    assert statuses(store, put_lines(news / "a.jsonl", {"body": "Zwei."})) == ["added"]
    assert bodies(store) == ["Eins.", "Zwei."]


def test_a_changed_claim_changes_the_article(store: Store, news: Path) -> None:
    told(store, put_lines(news / "a.jsonl", {"body": "Eins.", "date": "2020"}))

    assert statuses(store, put_lines(news / "a.jsonl", {"body": "Eins.", "date": "2021"})) == [
        "changed"
    ]
    assert str(kept(store)[0].published) == "2021"


# Ids


PINNED: dict[str, tuple[dict[str, Any], str]] = {
    "text": ({"body": "Der Fluss fiel."}, "51eb1d9af2345032"),
    "url": ({"body": "Eins.", "url": "https://kurier.example/1"}, "89a1cec2f8a1f709"),
    "source": ({"body": "Eins.", "source": "Möwen-Kurier", "id": 7}, "10361a88e83c9ca3"),
}


@pytest.mark.parametrize("claim", PINNED)
def test_an_id_is_the_same_for_ever_and_everywhere(store: Store, news: Path, claim: str) -> None:
    record, name = PINNED[claim]

    assert ids(store, put_lines(news / "a.jsonl", record)) == [name]


def test_an_id_is_the_same_from_any_folder_and_path(tmp_path: Path, news: Path) -> None:
    path = put(news / "a.txt", ALPHA)
    copy = put(tmp_path / "elsewhere" / "b.txt", ALPHA)
    relative = Path(os.path.relpath(path))

    found = {ids(newsarc.open_store("memory:"), each)[0] for each in (path, copy, relative)}

    assert len(found) == 1


def test_an_id_does_not_depend_on_order(news: Path) -> None:
    one, other = put(news / "a.txt", ALPHA), put(news / "b.txt", BETA)

    forth = ids(newsarc.open_store("memory:"), one, other)
    back = ids(newsarc.open_store("memory:"), other, one)

    assert forth == back[::-1]


def test_a_packed_file_is_the_same_articles(store: Store, news: Path) -> None:
    path = put_lines(news / "a.jsonl", {"body": "Eins."}, {"body": "Zwei."})
    before = ids(store, path)
    packed = news / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))

    assert told(store, packed) == [("unchanged", name) for name in before]


# Options


def test_a_source_option_names_the_medium_of_documents_that_claim_none(
    store: Store, news: Path
) -> None:
    put_lines(news / "a.jsonl", {"body": "Eins."}, {"body": "Zwei.", "source": "Bote"})

    told(store, news, source="Kurier")

    assert {(article.body, article.source) for article in kept(store)} == {
        ("Eins.", "Kurier"),
        ("Zwei.", "Bote"),
    }


def test_a_source_option_wins_over_what_a_text_infers(store: Store, news: Path) -> None:
    put(news / "a.txt", f"Deich hält (Foto: dpa)\n\n{body(ALPHA)}")

    told(store, news, source="Kurier")

    assert [article.source for article in kept(store)] == ["Kurier"]


def test_times_are_of_the_zone_that_is_named(store: Store, news: Path) -> None:
    put_lines(news / "a.jsonl", {"body": "Eins.", "date": "2.2.2022 14:54"})

    told(store, news, timezone="America/New_York")

    assert [str(article.published) for article in kept(store)] == ["2022-02-02T14:54-05:00"]


def test_another_option_reads_an_unchanged_file_anew(store: Store, news: Path) -> None:
    ((_, name),) = told(store, put(news / "a.txt", ALPHA))

    assert told(store, news, source="Kurier") == [("changed", name)]
    assert told(store, news, source="Kurier") == [("unchanged", name)]


def test_a_source_from_the_folder_reads_a_file_anew_that_looks_as_it_did(
    store: Store, news: Path
) -> None:
    ((_, name),) = told(store, written(put(news / "a.txt", ALPHA), 2022, 2, 2))

    assert told(store, news, source_from="folder") == [("changed", name)]
    assert told(store, news, source_from="folder") == [("unchanged", name)]
    assert [article.source for article in kept(store)] == ["news"]


def test_a_source_from_the_folder_makes_an_identity_of_bare_ids(store: Store, news: Path) -> None:
    told(store, put_lines(news / "a.jsonl", {"id": 1, "body": "Eins."}), source_from="folder")
    again = put_lines(news / "b.jsonl", {"id": 1, "body": "Zwei."})

    assert statuses(store, again, source_from="folder") == ["changed"]


def test_a_file_in_no_named_folder_gives_no_source(store: Store, news: Path) -> None:
    path = put(news / " " / "a.txt", ALPHA)

    told(store, path, source_from="folder")

    assert [article.source for article in kept(store)] == [None]


@pytest.mark.parametrize(
    "options", [{"source": "Kurier", "source_from": "folder"}, {"source_from": "url"}]
)
def test_a_source_that_is_said_twice_or_oddly_is_an_error_before_anything_is_read(
    store: Store, news: Path, options: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="a source is named, or it is from the folder"):
        newsarc.ingest(store, [put(news / "a.txt", ALPHA)], **options)


# The day of a file


STAMPED = f"Deich hält Stand: 03.04.2021 10:12 Uhr\n\n{body(ALPHA)}"


def written(path: Path, year: int, month: int, day: int) -> Path:
    moment = datetime(year, month, day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


def dates(store: Store) -> list[str]:
    return [str(article.published) for article in kept(store)]


@pytest.mark.parametrize(
    ("day", "date"), [((2021, 4, 1), "2021-04-03T10:12+02:00"), ((2021, 3, 31), "None")]
)
def test_a_text_is_not_believed_to_be_younger_than_its_file(
    store: Store, news: Path, day: tuple[int, int, int], date: str
) -> None:
    told(store, written(put(news / "a.txt", STAMPED), *day))

    assert dates(store) == [date]


def test_a_text_among_lines_is_not_believed_to_be_younger_than_its_file(
    store: Store, news: Path
) -> None:
    record = {"text": STAMPED}

    told(store, written(put_lines(news / "a.jsonl", record), 2021, 3, 31))

    assert dates(store) == ["None"]


@pytest.mark.parametrize("year", [1970, 1980])
def test_a_file_of_before_all_crawlers_is_no_measure(store: Store, news: Path, year: int) -> None:
    told(store, written(put(news / "a.txt", STAMPED), year, 1, 1))

    assert dates(store) == ["2021-04-03T10:12+02:00"]


def test_a_file_that_was_only_touched_is_unchanged(store: Store, news: Path) -> None:
    ((_, name),) = told(store, written(put(news / "a.txt", STAMPED), 2021, 4, 3))

    assert told(store, written(news / "a.txt", 2022, 4, 3)) == [("unchanged", name)]


def test_reindexing_reads_the_same_article_without_the_file(store: Store, news: Path) -> None:
    told(store, written(put(news / "a.txt", STAMPED), 2021, 3, 31))
    before = kept(store)
    (news / "a.txt").unlink()

    newsarc.reindex(store)

    assert kept(store) == before


def test_a_zone_that_does_not_exist_is_an_error_before_anything_is_read(
    store: Store, news: Path
) -> None:
    put(news / "a.txt", ALPHA)

    with pytest.raises(newsarc.ZoneError):
        newsarc.ingest(store, [news], timezone="Europa/Nordhafen")


def test_the_limit_is_the_size_of_the_largest_article(store: Store, news: Path) -> None:
    put(news / "a.txt", "a" * 100)
    put(news / "b.txt", "b" * 101)

    assert statuses(store, news, limit=100) == ["added", "refused"]


# Dry runs


def test_a_dry_run_makes_no_archive(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", ALPHA)

    assert _once(tmp_path, news, dry_run=True) == ["added"]

    assert list(tmp_path.iterdir()) == [news]


def test_a_dry_run_writes_nothing(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    _once(tmp_path, news)
    before = (tmp_path / "archive.db").read_bytes()
    put(news / "a.txt", BETA)
    put(news / "b.txt", ALPHA)

    _once(tmp_path, news, dry_run=True)

    assert (tmp_path / "archive.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive.db", "news"]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([{"body": "Eins."}, {"body": "Eins."}], id="the same text twice"),
        pytest.param([{"url": "u", "body": "Eins."}] * 2, id="the same document twice"),
        pytest.param(
            [{"url": "u", "body": "Eins."}, {"url": "u", "body": "Zwei."}], id="an url twice"
        ),
        pytest.param(
            [{"url": "u", "body": text} for text in ("Eins.", "Zwei.", "Eins.")],
            id="an url there and back",
        ),
        pytest.param(
            [{"body": "Eins.", "date": "2020"}, {"body": "Eins.", "date": "2021"}],
            id="a text with two dates",
        ),
    ],
)
def test_a_dry_run_tells_of_a_file_what_an_ingestion_does(
    store: Store, news: Path, records: list[dict[str, str]]
) -> None:
    put_lines(news / "a.jsonl", *records)

    rehearsed = told(store, news, dry_run=True)

    assert rehearsed == told(store, news)


def test_a_dry_run_tells_of_a_changed_and_copied_file_what_an_ingestion_does(
    store: Store, news: Path
) -> None:
    told(store, put(news / "a.txt", ALPHA))
    put(news / "a.txt", BETA)
    put(news / "b.txt", BETA)

    rehearsed = told(store, news, dry_run=True)

    assert rehearsed == told(store, news)


# Refusals and interruptions


def test_refusals_stand_in_the_stream_with_their_reasons(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put(news / "b.pdf", "%PDF")
    put(news / "c.jsonl", '{"body": "Eins."}\n[]\n{"body": "Zwei."}\n')
    put(news / "d.txt", "")

    outcomes = list(newsarc.ingest(store, [news]))

    told_of = [(Path(outcome.origin.path).name, outcome.origin.line) for outcome in outcomes]
    assert told_of == [
        ("a.txt", None),
        ("b.pdf", None),
        ("c.jsonl", 1),
        ("c.jsonl", 2),
        ("c.jsonl", 3),
        ("d.txt", None),
    ]
    assert [outcome.error and outcome.error.reason for outcome in outcomes] == [
        None,
        "no reader for .pdf",
        None,
        "is JSON, but not an object",
        None,
        "is empty",
    ]
    assert [outcome.id is None for outcome in outcomes] == [False, True, False, True, False, True]
    assert len(kept(store)) == 3


def test_an_empty_file_never_passes_in_silence(store: Store, news: Path) -> None:
    for name in ("a.txt", "b.jsonl", "c.ndjson"):
        put(news / name, "")

    assert statuses(store, news) == ["refused"] * 3


def test_a_path_that_does_not_exist_is_refused_and_the_rest_is_read(
    store: Store, news: Path
) -> None:
    path = put(news / "a.txt", ALPHA)

    assert statuses(store, news / "weg", path) == ["refused", "added"]


def test_what_is_refused_makes_no_archive(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", "")

    assert _once(tmp_path, news) == ["refused"]
    assert list(tmp_path.iterdir()) == [news]


def test_a_file_that_is_refused_today_keeps_its_article_of_yesterday(
    store: Store, news: Path
) -> None:
    told(store, put(news / "a.txt", ALPHA))
    put(news / "a.txt", "")

    assert statuses(store, news) == ["refused"]
    assert bodies(store) == [body(ALPHA)]


def test_an_outcome_is_told_when_its_article_is_kept(store: Store, news: Path) -> None:
    put_lines(news / "a.jsonl", *({"body": f"Meldung {number}."} for number in range(MANY)))

    for outcome in newsarc.ingest(store, [news]):
        assert store.get(str(outcome.id)).id == outcome.id


@pytest.mark.parametrize("stop", [0, 1, 600, 1300])
def test_who_stops_asking_keeps_what_was_told_and_may_run_it_again(
    store: Store, news: Path, stop: int
) -> None:
    put_lines(news / "a.jsonl", *({"body": f"Meldung {number}."} for number in range(MANY)))
    stream = newsarc.ingest(store, [news])
    first = [str(outcome.id) for outcome in islice(stream, stop)]
    del stream
    if first:
        assert {article.id for article in kept(store)} >= set(first)

    again = told(store, news)

    assert again[:stop] == [("unchanged", name) for name in first]
    assert {status for status, _ in again} <= {"added", "unchanged"}
    assert len(kept(store)) == MANY


# Reindexing


def test_reindexing_changes_nothing_when_nothing_changed(store: Store, news: Path) -> None:
    put(news / "a.txt", f"Deich hält Stand: 3.4.2021 10:12 Uhr\n\nNordhafen (dpa) - {body(ALPHA)}")
    put(news / "b.txt", BETA)
    put(news / "c.txt", BETA)
    put_lines(news / "d.jsonl", {"body": "Eins.", "url": "u", "author": "Eva Muster", "id": 3})
    told(store, news, source="Kurier", timezone="Europe/Vienna")
    put(news / "a.txt", GAMMA)
    told(store, news, source="Kurier", timezone="Europe/Vienna")
    before = kept(store)

    count = newsarc.reindex(store)

    assert count == len(before) == 3
    assert kept(store) == before
    assert set(statuses(store, news, source="Kurier", timezone="Europe/Vienna")) == {"unchanged"}
    assert newsarc.search(store, "Brücke").total == 1


def test_the_seeds_are_read_into_two_articles(store: Store) -> None:
    assert statuses(store, Path(__file__).parents[1] / "seeds") == ["added", "added"]


# Whatever happens to files between ingestions


TEXTS = st.sampled_from([ALPHA, BETA, GAMMA])
RECORDS = st.fixed_dictionaries(
    {"body": st.sampled_from(["Eins.", "Zwei.", body(ALPHA)])},
    optional={
        "url": st.sampled_from(["u", "v"]),
        "id": st.just("1"),
        "source": st.just("Kurier"),
        "date": st.sampled_from(["2020", "2021"]),
    },
)
LINES = st.lists(RECORDS, min_size=1, max_size=4).map(
    lambda records: "\n".join(map(json.dumps, records))
)
FOLDERS = st.builds(
    dict.__or__,
    st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt"]), TEXTS),
    st.dictionaries(st.sampled_from(["d.jsonl", "e.jsonl"]), LINES),
)
HISTORIES = st.lists(FOLDERS.filter(bool), min_size=1, max_size=3)
ROTATED = [{"a.txt": ALPHA}, {"a.txt": BETA, "b.txt": ALPHA}]


def replayed(engine: str, history: Iterable[dict[str, str]]) -> Iterator[tuple[Store, Path]]:
    with TemporaryDirectory() as folder:
        store = newsarc.open_store(_address(engine, Path(folder)))
        news = Path(folder) / "news"
        try:
            for files in history:
                shutil.rmtree(news, ignore_errors=True)
                for name, text in files.items():
                    put(news / name, text)
                yield store, news
        finally:
            store.close()


@pytest.mark.parametrize("engine", ["sqlite", "memory"])
@given(history=HISTORIES)
@example(history=ROTATED)
@settings(deadline=None, max_examples=40)
def test_ingesting_twice_changes_nothing(engine: str, history: list[dict[str, str]]) -> None:
    for store, news in replayed(engine, history):
        first = ids(store, news)
        before = kept(store)

        assert told(store, news) == [("unchanged", name) for name in first]
        assert kept(store) == before


@pytest.mark.parametrize("engine", ["sqlite", "memory"])
@given(history=HISTORIES)
@example(history=ROTATED)
@settings(deadline=None, max_examples=40)
def test_every_file_is_an_origin_of_the_article_that_holds_its_text(
    engine: str, history: list[dict[str, str]]
) -> None:
    for files, (store, news) in zip(history, replayed(engine, history), strict=True):
        told(store, news)

        for name, text in files.items():
            if name.endswith(".txt"):
                assert store.get(str(news / name)).body == body(text)


@pytest.mark.parametrize("engine", ["sqlite", "memory"])
@given(history=HISTORIES)
@example(history=ROTATED)
@settings(deadline=None, max_examples=40)
def test_a_dry_run_tells_what_an_ingestion_does(engine: str, history: list[dict[str, str]]) -> None:
    for store, news in replayed(engine, history):
        rehearsed = statuses(store, news, dry_run=True)

        assert rehearsed == statuses(store, news)


def test_the_place_of_a_dateline_is_found_like_any_word(store: Store, news: Path) -> None:
    put(news / "a.txt", "Neue Kräne im Hafen\n\nNordhafen - Die Kräne sind da. Sie sind blau.")
    told(store, news)

    assert newsarc.search(store, "Nordhafen").total == 1


def test_a_lone_path_is_one_path(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)

    assert [outcome.status for outcome in newsarc.ingest(store, str(news))] == ["added"]


def settled(path: Path) -> Path:
    """Make a file look as if it had not been touched for a day."""
    day_before = path.stat().st_mtime - 86_400
    os.utime(path, (day_before, day_before))
    return path


def test_a_file_that_looks_as_it_did_is_told_without_being_opened(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    first = told(store, path)
    before = path.stat()
    put(path, "X" * len(ALPHA.encode()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert [(status, name) for status, name in told(store, path)] == [
        ("unchanged", name) for _, name in first
    ]
    assert bodies(store) == [body(ALPHA)]


def test_a_file_with_another_time_is_read_again(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    told(store, path)
    settled(put(path, BETA))

    assert statuses(store, path) == ["changed"]


def test_a_file_just_written_is_read_whatever_it_looks_like(store: Store, news: Path) -> None:
    path = put(news / "a.txt", ALPHA)
    told(store, path)
    before = path.stat()
    put(path, ALPHA.replace("e", "u"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert statuses(store, path) == ["changed"]


def test_a_file_is_read_again_for_other_options(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    told(store, path)

    (outcome,) = newsarc.ingest(store, path, source="Nordbote")

    assert outcome.status == "changed"


def test_a_file_with_a_refusal_is_read_again(store: Store, news: Path) -> None:
    path = settled(put(news / "a.jsonl", '{"body": "Der Deich hielt."}\n[]\n'))

    assert statuses(store, path) == ["added", "refused"]
    assert statuses(store, path) == ["unchanged", "refused"]


def test_a_removed_article_comes_back_with_its_file(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    (name,) = ids(store, path)
    store.remove(str(name))

    assert statuses(store, path) == ["added"]


class Overtaken(SqliteStore):
    """A store of a file to which another one writes just before this one first does."""

    def __init__(self, path: str, overtake: Callable[[Store], object]) -> None:
        super().__init__(path)
        self._overtake: Callable[[Store], object] | None = overtake

    def keep(self, *args: Any, **kwargs: Any) -> None:
        overtake, self._overtake = self._overtake, None
        if overtake is not None:
            with closing(newsarc.open_store(self.path)) as other:
                overtake(other)
        super().keep(*args, **kwargs)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_another_process_adds_meanwhile_is_decided_on_anew(
    tmp_path: Path, workers: int
) -> None:
    lines = put_lines(tmp_path / "a.jsonl", *({"body": f"{ALPHA} {n}"} for n in range(MANY)))

    def overtake(other: Store) -> None:
        assert all(o.status == "added" for o in newsarc.ingest(other, lines, workers=1))

    with closing(Overtaken(str(tmp_path / "archive.db"), overtake)) as store:
        outcomes = list(newsarc.ingest(store, lines, workers=workers))

        assert {outcome.status for outcome in outcomes} == {"unchanged"}
        assert newsarc.listing(store).total == len(outcomes) == MANY
        assert store.check() == ()


def test_what_another_process_removes_meanwhile_is_added_anew(tmp_path: Path) -> None:
    archive, file = str(tmp_path / "archive.db"), put(tmp_path / "a.txt", ALPHA)
    with closing(newsarc.open_store(archive)) as store:
        (before,) = newsarc.ingest(store, file)

    with closing(Overtaken(archive, lambda other: other.remove(str(before.id)))) as store:
        put(tmp_path / "b.txt", BETA)
        found = list(newsarc.ingest(store, [file, tmp_path / "b.txt"]))

        assert [outcome.status for outcome in found] == ["added", "added"]
        assert newsarc.listing(store).total == 2


def test_a_dry_run_needs_no_more_memory_for_more_articles(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(400):
            file.write(json.dumps({"body": f"{number} {ALPHA} " * 1_000}) + "\n")
    tracemalloc.start()
    try:
        with closing(newsarc.open_store("memory:")) as store:
            outcomes = newsarc.ingest(store, lines, workers=1, dry_run=True)
            assert {outcome.status for outcome in outcomes} == {"added"}
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < lines.stat().st_size / 2


@pytest.mark.parametrize("workers", [0, -1])
def test_fewer_than_one_worker_are_an_error(store: Store, news: Path, workers: int) -> None:
    with pytest.raises(ValueError, match="worker"):
        newsarc.ingest(store, news, workers=workers)
    with pytest.raises(ValueError, match="worker"):
        newsarc.reindex(store, workers=workers)
