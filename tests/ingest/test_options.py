from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import ALPHA, body, kept, put, put_lines, statuses, told, written


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


CRAWL = "crawl/Süddeutsche Zeitung/2020/05/a.txt"


@pytest.mark.parametrize(
    ("given", "source_from", "source"),
    [
        ("crawl", "folder", "Süddeutsche Zeitung"),
        ("crawl", "folder:0", "crawl"),
        ("crawl", "folder:1", "Süddeutsche Zeitung"),
        ("crawl", "folder:2", "2020"),
        ("crawl", "folder:9", "05"),
        ("crawl", "parent", "05"),
        ("crawl/Süddeutsche Zeitung", "folder", "2020"),
        ("crawl/Süddeutsche Zeitung", "folder:0", "Süddeutsche Zeitung"),
        ("crawl/Süddeutsche Zeitung/2020/05", "folder", "05"),
        (CRAWL, "folder", "05"),
        (CRAWL, "folder:0", "05"),
        (CRAWL, "parent", "05"),
        ("crawl/../crawl/", "folder", "Süddeutsche Zeitung"),
    ],
)
def test_a_folder_between_the_path_and_the_file_names_the_source(
    store: Store, news: Path, given: str, source_from: str, source: str
) -> None:
    put(news / CRAWL, ALPHA)

    told(store, news / given, source_from=source_from)

    assert [article.source for article in kept(store)] == [source]


@pytest.mark.parametrize(("given", "source"), [(".", "Uferkurier"), ("Uferkurier", "Uferkurier")])
def test_a_relative_path_names_the_source_as_an_absolute_one_does(
    store: Store, news: Path, monkeypatch: pytest.MonkeyPatch, given: str, source: str
) -> None:
    put(news / "Uferkurier/a.txt", ALPHA)
    monkeypatch.chdir(news)

    told(store, Path(given), source_from="folder")

    assert [article.source for article in kept(store)] == [source]


def test_the_working_folder_names_the_source_of_files_directly_in_it(
    store: Store, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(news / "Uferkurier/a.txt", ALPHA)
    monkeypatch.chdir(news / "Uferkurier")

    told(store, Path(), source_from="folder")

    assert [article.source for article in kept(store)] == ["Uferkurier"]


@pytest.mark.parametrize("given", ["link", "crawl"])
def test_a_link_names_the_source_by_its_own_name(store: Store, news: Path, given: str) -> None:
    put(news / "elsewhere/0815/a.txt", ALPHA)
    (news / "crawl").mkdir()
    (news / "crawl" / "Lahebote").symlink_to(news / "elsewhere" / "0815")
    (news / "link").symlink_to(news / "crawl")

    told(store, news / given, source_from="folder")

    assert [article.source for article in kept(store)] == ["Lahebote"]


def test_a_file_that_has_another_source_by_its_path_is_read_anew(store: Store, news: Path) -> None:
    written(put(news / "Lahebote/2020/a.txt", ALPHA), 2022, 2, 2)
    told(store, news, source_from="folder")
    told(store, news / "Lahebote", source_from="folder")

    assert [article.source for article in kept(store)] == ["2020"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"source": "Kurier", "source_from": "folder"}, "give either a source or source_from"),
        ({"source_from": "url"}, "a folder is named folder, folder:2 or parent, not 'url'"),
        ({"source_from": "folder:-1"}, "not 'folder:-1'"),
        ({"source_from": "folder:"}, "not 'folder:'"),
    ],
)
def test_a_source_that_is_said_twice_or_oddly_is_an_error_before_anything_is_read(
    store: Store, news: Path, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        newsarc.ingest(store, [put(news / "a.txt", ALPHA)], **options)


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


@pytest.mark.parametrize("workers", [0, -1])
def test_fewer_than_one_worker_are_an_error(store: Store, news: Path, workers: int) -> None:
    with pytest.raises(ValueError, match="worker"):
        newsarc.ingest(store, news, workers=workers)
    with pytest.raises(ValueError, match="worker"):
        newsarc.reindex(store, workers=workers)
