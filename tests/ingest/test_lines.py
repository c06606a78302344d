"""Files of many articles whose lines are edited, moved, or gone."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import MANY, bodies, ids, kept, places, put, put_lines, statuses, told

if TYPE_CHECKING:
    from pathlib import Path

STORM = {"title": "Sturm reißt Dächer ab", "body": "An der Küste fehlen Dächer.", "date": "2022"}
FERRY = {"title": "Fähre fällt aus", "body": "Am Montag fährt keine Fähre."}
COUNCIL = {"body": "Der Rat tagt am Abend."}
ONE_LEFT = "1 article of this file is no longer in it; it stays in the archive"


def many_left(number: str) -> str:
    return f"{number} articles of this file are no longer in it; they stay in the archive"


def notes(store: Store, *paths: Path, **options: Any) -> list[tuple[str, ...]]:
    return [outcome.notes for outcome in newsarc.ingest(store, paths, **options)]


# Edited lines

EDITS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the body": (STORM, {"body": "An der Küste fehlen zwölf Dächer."}),
    "the headline": (FERRY, {"title": "Fähre fällt am Montag aus"}),
    "a headline to a bare body": (COUNCIL, {"title": "Rat tagt"}),
    "the body and more claims": (FERRY, {"body": "Heute keine Fähre.", "source": "Bote"}),
    "the headline and the date": (STORM, {"title": "Sturm an der Küste", "date": "2023"}),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_line_keeps_its_article(store: Store, news: Path, edit: str) -> None:
    before, changes = EDITS[edit]
    first = ids(store, put_lines(news / "a.jsonl", {"body": "Eins."}, before, {"body": "Drei."}))
    edited = put_lines(news / "a.jsonl", {"body": "Eins."}, before | changes, {"body": "Drei."})

    assert told(store, edited) == [
        ("unchanged", first[0]),
        ("changed", first[1]),
        ("unchanged", first[2]),
    ]

    assert len(kept(store)) == 3
    assert bodies(store) == sorted([(before | changes)["body"], "Eins.", "Drei."])
    assert told(store, edited) == [("unchanged", name) for name in first]


OTHERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing in common": (STORM, FERRY),
    "a column of another day": (
        {"title": "Das Wetter", "body": "Es regnet.", "date": "2022-03-05T06:00"},
        {"title": "Das Wetter", "body": "Die Sonne scheint.", "date": "2022-03-06T06:00"},
    ),
    "the headline in another medium": (
        STORM | {"source": "Kurier"},
        STORM | {"source": "Bote", "body": "Viele Dächer fehlen."},
    ),
    "the text in another medium": (STORM | {"source": "Kurier"}, STORM | {"source": "Bote"}),
    "the headline with another own id": (FERRY | {"id": 1}, FERRY | {"id": 2, "body": "Weg."}),
    "an address": (FERRY, FERRY | {"url": "u", "body": "Keine Fähre."}),
    "a text that had an address": (FERRY | {"url": "u"}, {"title": FERRY["title"], "body": "Weg."}),
}


@pytest.mark.parametrize("other", OTHERS)
def test_a_line_with_another_article_is_added_and_the_former_one_stays(
    store: Store, news: Path, other: str
) -> None:
    before, after = OTHERS[other]
    ((_, first),) = told(store, put_lines(news / "a.jsonl", before))

    (outcome,) = newsarc.ingest(store, put_lines(news / "a.jsonl", after))

    assert (outcome.status, outcome.id != first) == ("added", True)
    assert outcome.notes == (ONE_LEFT,)
    assert store.get(str(first)).body == before["body"]
    assert places(store.get(str(first))) == []
    assert len(kept(store)) == 2


def test_an_edited_line_that_stands_elsewhere_too_becomes_its_own_article(
    store: Store, news: Path
) -> None:
    put_lines(news / "a.jsonl", FERRY)
    put_lines(news / "b.jsonl", FERRY)
    name, _ = ids(store, news)
    put_lines(news / "b.jsonl", FERRY | {"body": "Die Fähre fährt wieder."})

    assert [status for status, _ in told(store, news)] == ["unchanged", "added"]
    assert places(store.get(str(name))) == ["a.jsonl"]
    assert notes(store, news) == [(), ()]


def test_of_lines_that_shift_and_an_edited_one_nothing_is_lost(store: Store, news: Path) -> None:
    records = [FERRY, STORM, COUNCIL]
    before = ids(store, put_lines(news / "a.jsonl", *records))
    shifted = [{"body": "Neu."}, FERRY, STORM | {"title": "Orkan reißt Dächer ab"}, COUNCIL]

    after = told(store, put_lines(news / "a.jsonl", *shifted))

    assert [status for status, _ in after] == ["added", "unchanged", "added", "unchanged"]
    assert [after[1][1], after[3][1]] == [before[0], before[2]]
    assert store.get(str(before[1])).title == STORM["title"]


# Vanished lines


@pytest.mark.parametrize("left", [0, 1, 2])
def test_of_lines_that_are_gone_the_articles_stay_and_are_told_once(
    store: Store, news: Path, left: int
) -> None:
    records = [FERRY, STORM, COUNCIL | {"url": "u"}]
    before = ids(store, put_lines(news / "a.jsonl", *records))
    fewer = put_lines(news / "a.jsonl", *records[: left + 1])
    number = 2 - left

    expected = {0: (), 1: (ONE_LEFT,), 2: (many_left("2"),)}[number]
    assert notes(store, fewer) == [()] * left + [expected]

    assert len(kept(store)) == 3
    assert [len(store.get(str(name)).origins) for name in before] == [1] * (left + 1) + [0] * number
    assert notes(store, fewer) == [()] * (left + 1)


def test_a_line_that_is_gone_is_dropped_silently_if_its_article_stands_elsewhere(
    store: Store, news: Path
) -> None:
    put_lines(news / "a.jsonl", FERRY)
    put_lines(news / "b.jsonl", STORM, FERRY)
    name = ids(store, news)[0]
    put_lines(news / "b.jsonl", STORM)

    assert notes(store, news) == [(), ()]

    assert places(store.get(str(name))) == ["a.jsonl"]


def test_a_line_that_became_blank_is_gone(store: Store, news: Path) -> None:
    before = ids(store, put_lines(news / "a.jsonl", FERRY, STORM, COUNCIL))
    lines = (news / "a.jsonl").read_text(encoding="utf-8").splitlines()
    put(news / "a.jsonl", "\n".join(["", lines[1], "  ", lines[2]]))

    assert statuses(store, news, dry_run=True) == ["unchanged", "unchanged"]
    assert notes(store, news) == [(), (ONE_LEFT,)]
    assert [[o.line for o in store.get(str(n)).origins] for n in before] == [[], [2], [4]]


def test_lines_that_move_up_are_in_the_file_still(store: Store, news: Path) -> None:
    records = [FERRY, STORM, COUNCIL, {"body": "Vier."}]
    before = ids(store, put_lines(news / "a.jsonl", *records))
    fewer = put_lines(news / "a.jsonl", *records[1:])

    outcomes = list(newsarc.ingest(store, fewer))

    assert [(o.status, o.id) for o in outcomes] == [("unchanged", name) for name in before[1:]]
    assert outcomes[-1].notes == (ONE_LEFT,)
    assert [[o.line for o in store.get(str(n)).origins] for n in before] == [[], [1], [2], [3]]


def test_a_file_that_is_filled_anew_tells_how_many_articles_have_left_it(
    store: Store, news: Path
) -> None:
    put_lines(news / "a.jsonl", *({"body": f"Meldung {n}."} for n in range(MANY)))
    statuses(store, news)
    put_lines(news / "a.jsonl", *({"body": f"Nachricht {n}."} for n in range(3)))

    assert notes(store, news, dry_run=True) == [(), (), (many_left("1,400"),)]
    assert notes(store, news) == [(), (), (many_left("1,400"),)]
    assert len(kept(store)) == MANY + 3


def test_the_note_stands_at_the_file_that_lost_the_articles(store: Store, news: Path) -> None:
    put_lines(news / "a.jsonl", FERRY, STORM)
    put_lines(news / "b.jsonl", COUNCIL, {"body": "Vier."}, {"body": "Fünf."})
    put(news / "c.txt", "Fluss steigt\n\nDer Fluss ist gestiegen.")
    statuses(store, news)
    put_lines(news / "a.jsonl", FERRY)
    put_lines(news / "b.jsonl", COUNCIL)

    assert notes(store, news) == [(ONE_LEFT,), (many_left("2"),), ()]


def test_a_file_that_takes_the_text_of_another_one_leaves_an_article(
    store: Store, news: Path
) -> None:
    put(news / "a.txt", "Fluss steigt\n\nDer Fluss ist gestiegen.")
    put(news / "b.txt", "Rat tagt\n\nDer Rat tagt am Abend.")
    statuses(store, news)
    put(news / "a.txt", "Rat tagt\n\nDer Rat tagt am Abend.")

    (first, second) = newsarc.ingest(store, news)

    assert (first.status, first.notes) == ("duplicate", (ONE_LEFT,))
    assert (second.status, second.notes) == ("unchanged", ())


def test_a_line_that_cannot_be_read_any_more_is_not_gone(store: Store, news: Path) -> None:
    _, name, _ = ids(store, put_lines(news / "a.jsonl", FERRY, STORM, COUNCIL))
    lines = (news / "a.jsonl").read_text(encoding="utf-8").splitlines()
    put(news / "a.jsonl", "\n".join([lines[0], "kaputt", lines[2]]))

    assert statuses(store, news) == ["unchanged", "refused", "unchanged"]
    assert places(store.get(str(name))) == ["a.jsonl"]


def test_what_a_damaged_file_does_not_show_is_not_gone(store: Store, news: Path) -> None:
    path = news / "a.jsonl.gz"
    lines = put_lines(
        news / "lines", *({"body": f"Meldung {n} am Tag {n * n}."} for n in range(60))
    )
    packed = gzip.compress(lines.read_bytes())
    lines.unlink()
    path.write_bytes(packed)
    statuses(store, path)
    path.write_bytes(packed[: len(packed) // 2])

    outcomes = list(newsarc.ingest(store, path))

    assert outcomes[-1].status == "refused"
    assert {note for outcome in outcomes for note in outcome.notes} == set()
    assert {tuple(places(article)) for article in kept(store)} == {("a.jsonl.gz",)}
