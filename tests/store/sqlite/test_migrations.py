"""The steps by which a file gets its tables."""

from __future__ import annotations

import hashlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc import open_store
from newsarc.analysis import KINDS
from newsarc.errors import NeedsReindex
from newsarc.ingest import reindex
from newsarc.store.sqlite.file import schema
from tests.store.examples import add, entry, found, ids, note
from tests.store.sqlite.actions import NEW, edited

if TYPE_CHECKING:
    from pathlib import Path


# Of each step that was ever released, the digest of its text. A line may be added, never changed.
RELEASED = {
    "001_articles": "03274908e683bf578867e0bff9ca5c999c851cc608a44954cdb44c27732a6ccc",
    "002_genre_and_truncated": "1c04c43f52ccfe12d83b07e2233ab42572c92f5e2e91ab7faf2afa0c47acb98a",
    "003_parts_of_compounds": "b6d451dc7b212ff3198401ddc2e86d916dab257bfb00f4f7150b01c3d1baa6cf",
    "004_excerpt": "d7424e02d1576b1f8bd4b0ce914973ffa0cf6bae632378d67188c04d540ef725",
    "005_forms": "4c1a025c92746c8b75108dd019b7d3d4b55a973d36bf47baccd8e01c2e663868",
    "006_texts": "7c5e9a553deeed613a4f03ee91a9c54125c3656fff74ccee6db4af183961a75c",
    "007_units": "41a8e1ff6ed6dad58017eabc99136e6fd550d6dfd312917b9849395ab96f442c",
    "008_languages_of_sources": "762bddf7852457f0a30649f2cc0d11bfb8c685f319b157d2819bd781dfcd4545",
    "009_claimed_sources": "faedb7a1c134707ded3e9976ddf1e9858a89e9c459269bea5a6272dce285e000",
    "010_instants": "ea5d96897492cbc6142848b129c954ec614f8dde932ae93704cec1990fca8504",
    "011_names": "2090cdd76e1bd1e3ba3dbc66af5ac1776a2c827da091e5b74ee801d43e404030",
    "012_seals": "faa530c11bcb332c57f62bd5eb288cd7d839d3bcc630fdf974252719044fbf33",
    "013_written_forms": "d127aa702101673107b02db1b0cdd31460f1bdc09586cd3bf23804085b3f7b04",
    "014_no_lexicon": "c91d2a80ca892b233be75af68c01ed0b562e0d3c59a1de6d19cbe225689bb627",
    "015_digests": "0045d3eafca6a0ebdb228a98d1e768c4f45ea1f5911f44c69310bab4e53aa870",
    "016_body_first": "689118939e6ac5d56f31dd31f1929545d01e5c04423a694257128bcc8db55c8e",
    "017_containers": "1191db67dbba3183e049118dc31527bdac22224c50695ffa945b73824167ccc2",
}


# Makes of a file one as it was before the 14th step.
KEEPS_FREQUENCIES = """
    CREATE TABLE lexicon (word TEXT PRIMARY KEY, zipf REAL NOT NULL) WITHOUT ROWID;
    INSERT INTO lexicon VALUES ('garten', 4.7), ('verein', 5.0);
    INSERT INTO setting VALUES ('lexicon', '17');
    DELETE FROM _sqlite_migrations WHERE name = '014_no_lexicon';
"""

# Makes of a file one as it was before the 16th step.
DROP, CREATE, *_ = schema.STEPS["003_parts_of_compounds"]
HEADLINES_FIRST = f"""
    {DROP};
    {CREATE};
    DELETE FROM _sqlite_migrations WHERE name = '016_body_first';
"""


class TestMigrations:
    def test_a_released_step_is_never_edited_and_each_step_is_pinned(self) -> None:
        digests = {
            name: hashlib.sha256(";".join(statements).encode()).hexdigest()
            for name, statements in schema.STEPS.items()
        }

        assert list(RELEASED.items()) == list(digests.items())

    def test_a_file_made_from_nothing_has_had_exactly_the_steps(self, archive: Path) -> None:
        with edited(archive) as connection:
            applied = [name for (name,) in connection.execute(f"{schema.APPLIED} ORDER BY id")]

        assert list(schema.STEPS) == applied

    @pytest.mark.parametrize(
        ("body", "query"),
        [
            ("Die Hafenrundfahrt endet im Stadtgarten.", "Garten"),
            ("Der Deichgrafenverein tagt.", "Verein"),
        ],
    )
    def test_a_file_that_keeps_frequencies_of_words_needs_no_reindex(
        self, path: Path, body: str, query: str
    ) -> None:
        with closing(open_store(path)) as store:
            add(store, [entry(note(body))])
        with edited(path) as connection:
            connection.executescript(KEEPS_FREQUENCIES)

        with closing(open_store(path)) as store:
            assert found(store, query) == ids([note(body)])
            assert store.check() == ()
            store.remove(*ids([note(body)]))
            assert found(store, query) == []
            assert store.check() == ()
        with edited(path) as connection:
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
        assert "lexicon" not in tables

    @pytest.mark.parametrize(
        ("title", "body", "sought"),
        [
            ("Neue Fähre", "Die Werft am Fluss baut sie.", ("title:Fähre", "Fluss", "words:6")),
            ("Ein Brand", "Niemand ist verletzt.", ("Brand", '"niemand ist"', "words:<4")),
        ],
    )
    def test_a_file_whose_index_begins_with_headlines_asks_for_a_reindex_once(
        self, path: Path, title: str, body: str, sought: tuple[str, ...]
    ) -> None:
        document = replace(note(body), title=title)
        with closing(open_store(path)) as store:
            add(store, [entry(document), entry(note("Was sonst noch war: nichts von alledem."))])
        with edited(path) as connection:
            connection.executescript(HEADLINES_FIRST)

        with closing(open_store(path)) as store:
            with pytest.raises(NeedsReindex):
                found(store, sought[0])
            reindex(store)
            assert [found(store, query) for query in sought] == [ids([document])] * len(sought)
            assert store.check() == ()

    def test_the_columns_of_the_index_are_in_the_order_of_their_weights(
        self, archive: Path
    ) -> None:
        with edited(archive) as connection:
            columns = connection.execute("PRAGMA table_info(words)").fetchall()

        expected = [f"{field}_{kind}" for kind in KINDS for field in schema.FIELDS_IN_ORDER]
        assert [name for _, name, *_ in columns] == expected

    def test_a_file_has_had_each_step_once(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            add(store, [entry(NEW)])
        with edited(archive) as connection:
            (steps,) = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()

        assert len(schema.STEPS) == steps
