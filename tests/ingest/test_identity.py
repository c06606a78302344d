from __future__ import annotations

from typing import TYPE_CHECKING

import newsarc
from newsarc import Store
from tests.ingest.folders import (
    ALPHA,
    BETA,
    GAMMA,
    MANY,
    bodies,
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

    assert statuses(store, news) == ["added", "duplicate"]

    (article,) = kept(store)
    assert places(article) == ["a.txt", "b.txt"]


def test_texts_that_differ_in_their_carrier_only_are_one(store: Store, news: Path) -> None:
    (news / "a.txt").write_bytes(ALPHA.encode())
    (news / "b.txt").write_bytes(ALPHA.replace("\n", "\r\n").encode("cp1252"))

    assert statuses(store, news) == ["added", "duplicate"]


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
