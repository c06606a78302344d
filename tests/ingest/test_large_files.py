"""A file of several transactions that is read again: the same by whatever way it is read."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest

import newsarc
from tests.ingest.folders import MANY, kept, put_lines
from tests.ingest.test_conflicts import Overtaken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsarc import Outcome, Store

FILLING = "Der Deich an der Nordlau wird im Herbst erhöht. " * 40
BEFORE = [{"title": f"Meldung {n}", "body": f"{n} {FILLING}"} for n in range(MANY)]
# Lines shift by 3, some are edited, copied, claimed by two media; 47 are gone at the end.
COPIES = [
    BEFORE[50] | {"date": "2020"},
    BEFORE[60] | {"source": "Kurier"},
    BEFORE[60] | {"source": "Bote"},
]
AFTER: list[dict[str, Any]] = [
    {"body": "Neu."},
    {"body": "Auch neu."},
    *BEFORE[:700],
    *(record | {"title": "Anders"} for record in BEFORE[702:710]),
    *COPIES,
    *BEFORE[700:],
    {"body": "Am Ende neu."},
    BEFORE[3] | {"date": "2021"},
    BEFORE[4],
]
AFTER[1360:] = AFTER[1407:]
Told = list[tuple[str, str | None, tuple[str, ...]]]


def told(outcomes: Iterable[Outcome]) -> Told:
    return [(o.status, o.id, o.notes) for o in outcomes]


def looks(store: Store) -> list[object]:
    return [(a.id, a.title, a.source, str(a.published), a.origins) for a in kept(store)]


@pytest.fixture(name="expected")
def expected_fixture(tmp_path: Path) -> tuple[Told, list[object]]:
    """What becomes of the file in one process, and the articles then."""
    with closing(archive(tmp_path, "expected")) as store:
        return told(newsarc.ingest(store, rewritten(tmp_path), workers=1)), looks(store)


def archive(folder: Path, name: str) -> Store:
    store = newsarc.open_store(folder / f"{name}.db")
    list(newsarc.ingest(store, put_lines(folder / "a.jsonl", *BEFORE), workers=1))
    return store


def rewritten(folder: Path) -> Path:
    return put_lines(folder / "a.jsonl", *AFTER)


def test_all_kinds_of_outcomes_are_among_them(expected: tuple[Told, list[object]]) -> None:
    outcomes, _ = expected

    assert {status for status, *_ in outcomes} == {"added", "changed", "unchanged", "duplicate"}
    assert [len(notes) for *_, notes in outcomes] == [0] * (len(AFTER) - 1) + [1]


@pytest.mark.parametrize(
    "options", [{"workers": 2}, {"workers": 3}, {"workers": 1, "dry_run": True}]
)
def test_the_outcomes_are_the_same_in_any_way(
    tmp_path: Path, expected: tuple[Told, list[object]], options: dict[str, Any]
) -> None:
    with closing(archive(tmp_path, "other")) as store:
        assert told(newsarc.ingest(store, rewritten(tmp_path), **options)) == expected[0]


def test_an_interrupted_run_is_completed_by_the_next(
    tmp_path: Path, expected: tuple[Told, list[object]]
) -> None:
    with closing(archive(tmp_path, "other")) as store:
        with closing(newsarc.ingest(store, rewritten(tmp_path), workers=1)) as outcomes:
            assert told(islice(outcomes, 600)) == expected[0][:600]
        list(newsarc.ingest(store, tmp_path / "a.jsonl", workers=1))

        assert looks(store) == expected[1]


def test_whoever_is_overtaken_by_another_process_ends_with_the_same_articles(
    tmp_path: Path, expected: tuple[Told, list[object]]
) -> None:
    archive(tmp_path, "other").close()
    path = rewritten(tmp_path)

    def overtake(other: Store) -> None:
        list(islice(newsarc.ingest(other, path, workers=1), 900))

    with closing(Overtaken(str(tmp_path / "other.db"), overtake)) as store:
        list(newsarc.ingest(store, path, workers=1))

        assert looks(store) == expected[1]
