from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

import newsarc
from newsarc import Store
from newsarc.store.sqlite.store import SqliteStore
from tests.ingest.folders import ALPHA, BETA, MANY, put, put_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Overtaken(SqliteStore):
    """A store of a file to which another one writes just before this one does the `at`th time."""

    def __init__(self, path: str, overtake: Callable[[Store], object], *, at: int = 1) -> None:
        super().__init__(path)
        self._overtake = overtake
        self._left = at

    def keep(self, *args: Any, **kwargs: Any) -> None:
        self._left -= 1
        if self._left == 0:
            with closing(newsarc.open_store(self.path)) as other:
                self._overtake(other)
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


def test_words_that_another_process_dropped_from_the_lists_are_listed_again(tmp_path: Path) -> None:
    archive = str(tmp_path / "archive.db")
    first, second = put(tmp_path / "a.txt", ALPHA), put(tmp_path / "b.txt", BETA)
    with closing(newsarc.open_store(archive)) as store:
        (kept,) = newsarc.ingest(store, first)
        with closing(newsarc.open_store(archive)) as other:
            list(newsarc.ingest(other, second))
            other.remove(str(kept.id))
            newsarc.reindex(other)

        list(newsarc.ingest(store, first))

        assert newsarc.search(store, "*luss").total == 1
        assert store.check() == ()


@pytest.mark.parametrize(
    ("first", "last", "pattern"),
    [
        ("Die Fähre legt ab.", "Die Fähre legt wieder an.", "*ähre"),
        ("Ein Pegelstand fällt.", "Kein Pegelstand fehlt.", "*egelstan*"),
        ("Œuvre und Erbe.", "Erbe ohne Œuvre.", "*uvre"),
    ],
)
def test_words_dropped_between_two_transactions_of_a_run_are_listed_again(
    tmp_path: Path, first: str, last: str, pattern: str
) -> None:
    archive, padding = str(tmp_path / "archive.db"), "\n" * 4_500_000
    lines = put_lines(tmp_path / "a.jsonl", {"body": f"{first}{padding}"}, {"body": last})

    def overtake(other: Store) -> None:
        (hit,) = newsarc.listing(other).hits
        other.remove(hit.article.id)
        newsarc.reindex(other)

    with closing(Overtaken(archive, overtake, at=2)) as store:
        outcomes = newsarc.ingest(store, lines, workers=1, limit=20_000_000)

        assert [outcome.status for outcome in outcomes] == ["added", "added"]
        assert newsarc.search(store, pattern).total == 1
        assert store.check() == ()
