from __future__ import annotations

from pathlib import Path

import newsarc
from newsarc import Store
from newsarc.records.kept import Origin
from tests.ingest.folders import (
    ALPHA,
    BETA,
    body,
    ids,
    kept,
    once,
    put,
    put_lines,
    settled,
    statuses,
    told,
)


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


def test_a_lone_path_is_one_path(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)

    assert [outcome.status for outcome in newsarc.ingest(store, str(news))] == ["added"]


def test_the_place_of_a_dateline_is_found_like_any_word(store: Store, news: Path) -> None:
    put(news / "a.txt", "Neue Kräne im Hafen\n\nNordhafen - Die Kräne sind da. Sie sind blau.")
    told(store, news)

    assert newsarc.search(store, "Nordhafen").total == 1


def test_the_seeds_are_read_into_two_articles(store: Store) -> None:
    assert statuses(store, Path(__file__).parents[2] / "seeds") == ["added", "added"]


def test_an_unchanged_file_is_told_unchanged_with_its_id(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    ((_, name),) = told(store, news)

    assert told(store, news) == [("unchanged", name)]


def test_an_unchanged_file_writes_nothing(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put_lines(news / "b.jsonl", {"body": "Eins.", "url": "u"}, {"body": "Zwei."})
    once(tmp_path, news)
    before = (tmp_path / "archive.db").read_bytes()

    assert once(tmp_path, news) == ["unchanged"] * 3

    assert (tmp_path / "archive.db").read_bytes() == before


def test_a_removed_article_comes_back_with_its_file(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    (name,) = ids(store, path)
    store.remove(str(name))

    assert statuses(store, path) == ["added"]
