"""Checking an archive."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.errors import Damaged
from newsarc.ingest.api import reindex
from tests.store.examples import HARBOUR, add, entry, found, ids, note
from tests.store.sqlite.actions import edited

if TYPE_CHECKING:
    from pathlib import Path


def told(path: Path) -> str:
    """Give what check lists, or says where it cannot go on."""
    try:
        with closing(open_store(path)) as store:
            return "\n".join(store.check())
    except Damaged as error:
        return str(error)


# Takes a word out of the index row of the first article.
TAKEN = "INSERT INTO words (words, rowid, body_forms) VALUES ('delete', 1, 'schiff');"
DAMAGE: dict[str, tuple[str, str]] = {
    "an article that the index lacks": (
        "INSERT INTO words (words) VALUES ('delete-all')",
        "newsarc reindex",
    ),
    "an index row without an article": (
        "INSERT INTO words (rowid, body_forms) VALUES (999, 'ubrig')",
        "newsarc reindex",
    ),
    "an index row of other words": (
        "INSERT INTO words (rowid, body_forms) VALUES (1, 'ubrig')",
        "newsarc reindex",
    ),
    "an index of another analysis": ("UPDATE setting SET value = 'other'", "newsarc reindex"),
    "a changed headline": ("UPDATE article SET title = 'Gefälscht'", "newsarc reindex"),
    "a changed language": ("UPDATE article SET language = 'en'", "newsarc reindex"),
    "a changed body": ("UPDATE text SET body = deflated('Gefälscht.')", ""),
    "a body that is none": ("UPDATE text SET body = x'00'", "restore"),
    "an origin without an article": (
        "INSERT INTO origin VALUES ('/x.txt', '', 0, -1, 999, '')",
        "restore",
    ),
    "a deleted article": ("DELETE FROM article WHERE row = 1", "restore"),
    "a body that is no text": ("UPDATE text SET body = 'Gefälscht.'", "restore"),
    "a changed line above the headline": ("UPDATE article SET kicker = 'Anderes'", "reindex"),
    "a changed place": ("UPDATE article SET place = 'Anderswo'", "newsarc reindex"),
    "another article's headline": (
        "UPDATE article SET title = (SELECT b.title FROM article b WHERE b.row = 1)",
        "newsarc reindex",
    ),
    "fields that cannot be read": ("UPDATE article SET evidence = '[['", "newsarc reindex"),
    "a posting that became another one": (
        f"{TAKEN} INSERT INTO words (rowid, body_forms) VALUES (1, 'schaff')",
        "newsarc reindex",
    ),
    "a posting in another column": (
        f"{TAKEN} INSERT INTO words (rowid, body_stems) VALUES (1, 'schiff')",
        "newsarc reindex",
    ),
    "a posting that is missing": (
        f"{TAKEN} INSERT INTO words (rowid, body_forms) VALUES (1, '')",
        "newsarc reindex",
    ),
    "a posting that stands there twice": (
        f"{TAKEN} INSERT INTO words (rowid, body_forms) VALUES (1, 'schiff schiff')",
        "newsarc reindex",
    ),
    "a form that is not listed": ("DELETE FROM form WHERE form = 'schiff'", "newsarc reindex"),
    "a text changed with its seal": (
        "DELETE FROM seal; UPDATE article SET title = 'Gefälscht'",
        "newsarc reindex",
    ),
    "a document of which nothing is left": ("UPDATE text SET document = x''", "restore"),
}
MENDED = [sql for sql, remedy in DAMAGE.values() if remedy == "newsarc reindex"]


class TestChecking:
    @pytest.mark.parametrize(("sql", "remedy"), DAMAGE.values(), ids=DAMAGE.keys())
    def test_it_tells_with_a_remedy_of(self, archive: Path, sql: str, remedy: str) -> None:
        with edited(archive) as connection:
            connection.executescript(sql)

        assert told(archive)
        assert remedy in told(archive)

    @pytest.mark.parametrize("sql", MENDED)
    def test_its_remedy_mends(self, archive: Path, sql: str) -> None:
        with edited(archive) as connection:
            connection.executescript(sql)

        with closing(open_store(archive)) as store:
            reindex(store)
            assert store.check() == ()
            assert ids([HARBOUR]) == found(store, "Schiff")

    @pytest.mark.parametrize(
        "sql",
        [
            "DELETE FROM seal",
            "DELETE FROM seal WHERE row > 2",
            "UPDATE seal SET words = words + 1",
            "UPDATE seal SET content = 0",
        ],
    )
    def test_without_its_seals_a_sound_archive_is_sound(self, archive: Path, sql: str) -> None:
        with edited(archive) as connection:
            connection.executescript(sql)

        assert told(archive) == ""

    def test_it_looks_again_each_time(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            assert store.check() == ()
            store.close()
            with edited(archive) as connection:
                connection.execute("INSERT INTO words (words) VALUES ('delete-all')")

            assert store.check()

    def test_it_tells_nothing_between_the_changes_by_one_store(self, path: Path) -> None:
        with closing(open_store(path)) as store:
            for number in range(60):
                add(store, [entry(note(f"Hafen Nummer {number}."), f"{number % 5:016x}")])
                assert store.check() == ()
                found(store, "Hafen")

    @pytest.mark.parametrize("share", [0.03, 0.25, 0.5, 0.75, 0.98])
    def test_it_tells_of_a_file_that_was_cut_short(self, archive: Path, share: float) -> None:
        os.truncate(archive, int(archive.stat().st_size * share))

        assert "damaged" in told(archive)

    def test_it_tells_of_sentences_that_are_not_those_of_the_article(self, archive: Path) -> None:
        with edited(archive) as connection:
            connection.execute("UPDATE unit SET sentences = x'01'")

        assert "other sentences" in told(archive)

    def test_it_tells_of_sentences_without_an_article(self, archive: Path) -> None:
        with edited(archive) as connection:
            connection.execute("INSERT INTO unit VALUES (99, x'01', x'01')")

        assert "sentences have no article" in told(archive)

    def test_it_tells_of_a_page_that_was_overwritten(self, archive: Path) -> None:
        whole, untold = archive.read_bytes(), []
        with edited(archive) as connection:
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            used = "SELECT DISTINCT rootpage FROM sqlite_master WHERE rootpage > 1"
            pages = [page for (page,) in connection.execute(used)]
        for page in pages:
            start = (page - 1) * size
            archive.write_bytes(whole[:start] + b"\xa5" * size + whole[start + size :])
            if not told(archive):
                untold.append(page)

        assert untold == []
