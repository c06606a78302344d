from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.errors import (
    Busy,
    Damaged,
    FromTheFuture,
    NeedsReindex,
    NoArchive,
    NotAnArchive,
    StoreError,
)
from newsarc.ingest import reindex
from newsarc.ingest.identity import key
from newsarc.query import All, Term
from newsarc.store import schema
from newsarc.store.packed import deflated
from tests.store.contract import (
    BRIDGE,
    DOCUMENTS,
    HARBOUR,
    NAMELESS,
    StoreContract,
    entry,
    found,
    ids,
    known,
    note,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.store import Entry, Store

    Action = Callable[[Store], object]

NEW = note("Danach gelesen.")

READING: dict[str, Action] = {
    "find": lambda store: found(store, All()),
    "find words": lambda store: found(store, "Hafen"),
    "get": lambda store: store.get(key(HARBOUR).id),
    "count": lambda store: store.count(Term(("hafen",))),
    "tally": lambda store: store.tally(All(), "year"),
    "languages": lambda store: store.languages(),
    "explain": lambda store: store.explain(All()),
    "documents": lambda store: list(store.documents()),
    "check": lambda store: store.check(),
}
WRITING: dict[str, Action] = {
    "add": lambda store: store.add([entry(NEW)]),
    "remove": lambda store: store.remove(key(HARBOUR).id),
    "rebuild": lambda store: store.rebuild([entry(document) for document in DOCUMENTS]),
}
KNOWN: dict[str, Action] = {"known": lambda store: known(store, key(HARBOUR))}


def each(actions: dict[str, Action]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("act", actions.values(), ids=actions.keys())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of an archive, in a folder of its own, where nothing is yet."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder / "archive.db"


@pytest.fixture
def archive(path: Path) -> Path:
    """An archive of the four documents, which nobody has open."""
    with closing(open_store(path)) as store:
        store.add([entry(document) for document in DOCUMENTS])
    return path


@contextmanager
def edited(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("deflated", 1, deflated)
        yield connection
        connection.commit()


def names(path: Path) -> list[str]:
    return sorted(os.listdir(path.parent))


class TestSqliteStore(StoreContract):
    address = "sqlite:{folder}/archive.db"


class TestItsFile:
    @each(READING | WRITING | KNOWN)
    def test_only_adding_makes_it(self, path: Path, act: Action) -> None:
        with closing(open_store(path)) as store, suppress(NoArchive):
            act(store)

        assert path.exists() == (act is WRITING["add"])

    @each({name: act for name, act in (READING | WRITING).items() if name != "add"})
    def test_where_it_is_missing_the_way_to_make_it_is_told(self, path: Path, act: Action) -> None:
        with closing(open_store(path)) as store, pytest.raises(NoArchive, match="newsarc ingest"):
            act(store)

    def test_nothing_is_known_where_it_is_missing(self, path: Path) -> None:
        with closing(open_store(path)) as store:
            assert list(known(store, key(HARBOUR))) == [None] * 3

    @each({name: act for name, act in (READING | WRITING).items() if name != "add"})
    def test_an_empty_file_is_no_archive_yet(self, path: Path, act: Action) -> None:
        path.touch()

        with closing(open_store(path)) as store, pytest.raises(NoArchive):
            act(store)

        assert path.stat().st_size == 0

    def test_an_empty_file_becomes_an_archive(self, path: Path) -> None:
        path.touch()

        with closing(open_store(path)) as store:
            store.add([entry(HARBOUR)])
            assert ids([HARBOUR]) == found(store, "Hafen")

    def test_without_its_folder_it_cannot_be_made(self, tmp_path: Path) -> None:
        store = open_store(tmp_path / "missing" / "archive.db")

        with closing(store), pytest.raises(StoreError, match="does its folder exist"):
            store.add([entry(HARBOUR)])

    @pytest.mark.parametrize(
        "name",
        [
            "ein archiv.db",
            "möwe.db",
            "50%.db",
            "a%20b.db",
            "wer?.db",
            "x?mode=memory&cache=shared.db",
            "nr#1.db",
            "it's.db",
            "file:x.db",
            ":memory:",
            "-a",
            "ohne",
        ],
    )
    def test_it_may_have_any_name(self, path: Path, name: str) -> None:
        path = path.with_name(name)
        with closing(open_store(path)) as store:
            store.add([entry(HARBOUR)])
        with closing(open_store(path)) as store:
            assert ids([HARBOUR]) == found(store, "Hafen")

        assert [name] == names(path)

    def test_its_header_says_whose_it_is(self, archive: Path) -> None:
        assert archive.read_bytes()[68:72] == b"nwsa"

    def test_it_is_a_single_one_after_closing(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            store.add([entry(NEW)])
            found(store, "Hafen")

        assert [archive.name] == names(archive)

    def test_it_is_a_single_one_after_an_error(self, archive: Path) -> None:
        with closing(open_store(archive)) as store, pytest.raises(ZeroDivisionError):
            store.rebuild(entry(NEW, f"{1 // number}") for number in (1, 0))

        assert [archive.name] == names(archive)

    @pytest.mark.parametrize("first", [0, 1], ids=["writer closes first", "reader closes first"])
    def test_it_is_a_single_one_after_a_reader_and_a_writer(
        self, archive: Path, first: int
    ) -> None:
        writer, reader = open_store(archive), open_store(archive)
        writer.add([entry(NEW)])
        found(reader, All())
        for store in (writer, reader)[:: -1 if first else 1]:
            store.close()

        assert [archive.name] == names(archive)
        assert archive.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log is expected

    def test_it_is_a_single_one_after_two_writers(self, archive: Path) -> None:
        with closing(open_store(archive)) as one, closing(open_store(archive)) as another:
            one.add([entry(NEW)])
            another.remove(key(NEW).id)

        assert [archive.name] == names(archive)

    def test_reading_leaves_every_byte_as_it_was(self, archive: Path) -> None:
        before = archive.read_bytes()
        with closing(open_store(archive)) as store:
            for act in READING.values():
                act(store)

        assert before == archive.read_bytes()

    def test_what_was_added_is_there_when_it_is_opened_again(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            assert sorted(ids(DOCUMENTS)) == sorted(found(store, All()))

    def test_what_was_added_survives_a_crash(self, path: Path, tmp_path: Path) -> None:
        crashed = tmp_path / "crashed" / path.name
        with closing(open_store(path)) as store:
            store.add([entry(HARBOUR)])
            store.add([entry(BRIDGE)])
            shutil.copytree(path.parent, crashed.parent)

        with closing(open_store(crashed)) as store:
            assert sorted(ids([HARBOUR, BRIDGE])) == sorted(found(store, All()))
            assert store.check() == ()

    def test_others_read_while_it_is_written(self, archive: Path) -> None:
        seen: list[list[str]] = []
        with closing(open_store(archive)) as writer, closing(open_store(archive)) as reader:

            def entries() -> Iterator[Entry]:
                yield entry(replace(HARBOUR, title="Neu gefasst"), key(HARBOUR).id)
                seen.append(found(reader, "gesperrt"))

            writer.rebuild(entries())
            seen.append(found(reader, "gefasst"))

        assert [ids([HARBOUR])] * 2 == seen

    def test_a_write_by_one_store_is_seen_by_another(self, archive: Path) -> None:
        with closing(open_store(archive)) as one, closing(open_store(archive)) as another:
            assert found(one, "danach") == []
            another.add([entry(NEW)])

            assert ids([NEW]) == found(one, "danach")

    def test_within_one_reading_nothing_changes(self, archive: Path) -> None:
        with closing(open_store(archive)) as one, closing(open_store(archive)) as another:
            another.add([entry(HARBOUR)])
            with one.reading():
                assert found(one, "danach") == []
                another.add([entry(NEW)])
                assert found(one, "danach") == []

            assert ids([NEW]) == found(one, "danach")


STRANGE: dict[str, bytes] = {
    "text": "Ein Einkaufszettel: Milch, Brot, Käse.\n".encode() * 9,
    "one byte": b"\n",
    "null bytes": bytes(4096),
    "a header cut short": b"SQLite format 3\0",
}


class TestAFileThatIsNotItsOwn:
    @pytest.mark.parametrize("content", STRANGE.values(), ids=STRANGE.keys())
    def test_it_is_refused_and_left_untouched(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)

        with pytest.raises(NotAnArchive, match="is not a newsarc archive"):
            open_store(path)

        assert content == path.read_bytes()
        assert [path.name] == names(path)

    @pytest.mark.parametrize("mode", ["DELETE", "WAL"])
    def test_the_database_of_another_application_is_refused(self, path: Path, mode: str) -> None:
        with edited(path) as connection:
            connection.execute(f"PRAGMA journal_mode = {mode}")
            connection.execute("CREATE TABLE article (id TEXT)")
        before = path.read_bytes()

        with pytest.raises(NotAnArchive):
            open_store(path)

        assert before == path.read_bytes()
        assert [path.name] == names(path)

    def test_a_folder_is_refused(self, path: Path) -> None:
        path.mkdir()

        with pytest.raises(NotAnArchive, match="is a folder"):
            open_store(path)

        assert list(path.iterdir()) == []

    def test_a_pipe_is_refused_and_nothing_is_taken_out_of_it(self, path: Path) -> None:
        os.mkfifo(path)
        with open(os.open(path, os.O_RDWR | os.O_NONBLOCK), "r+b", buffering=0) as pipe:
            pipe.write(b"x" * 200)

            with pytest.raises(StoreError):
                open_store(path)

            assert pipe.read(1000) == b"x" * 200

    def test_what_came_after_opening_is_left_untouched(self, path: Path) -> None:
        with closing(open_store(path)) as store:
            path.write_text("Ein Einkaufszettel")
            for act in (WRITING["add"], READING["find"]):
                with pytest.raises(NotAnArchive):
                    act(store)

        assert path.read_text() == "Ein Einkaufszettel"

    @each(READING | WRITING | KNOWN)
    def test_an_archive_of_a_newer_newsarc_is_left_untouched(
        self, archive: Path, act: Action
    ) -> None:
        with edited(archive) as connection:
            connection.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                " VALUES ('newsarc', '999_from_tomorrow', '2099-01-01')"
            )
        before = archive.read_bytes()

        with closing(open_store(archive)) as store:
            for _ in range(2):
                with pytest.raises(FromTheFuture, match="newer newsarc"):
                    act(store)

        assert before == archive.read_bytes()
        assert [archive.name] == names(archive)


class TestAFileThatMayNotBeWritten:
    @each(READING | KNOWN)
    def test_it_can_be_read(self, archive: Path, act: Action) -> None:
        archive.chmod(0o444)

        with closing(open_store(archive)) as store:
            act(store)

    @each(WRITING)
    def test_it_is_not_written_even_for_those_who_could(self, archive: Path, act: Action) -> None:
        archive.chmod(0o444)
        before = archive.read_bytes()

        with closing(open_store(archive)) as store, pytest.raises(StoreError, match="read-only"):
            act(store)

        assert before == archive.read_bytes()
        assert [archive.name] == names(archive)

    def test_the_log_that_a_crash_left_beside_it_stays(self, path: Path, tmp_path: Path) -> None:
        crashed = tmp_path / "crashed" / path.name
        with closing(open_store(path)) as store:
            store.add([entry(HARBOUR)])
            shutil.copytree(path.parent, crashed.parent)
        crashed.chmod(0o444)
        before = crashed.read_bytes()

        with closing(open_store(crashed)) as store:
            assert ids([HARBOUR]) == found(store, All())

        assert before == crashed.read_bytes()
        assert f"{path.name}-wal" in names(crashed)


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, lock: str) -> Iterator[None]:
    """Let another process hold a lock on a file."""
    command = [sys.executable, "-c", _HOLD, str(path), lock]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate()


def outcome(path: Path, act: Action) -> object:
    try:
        with closing(open_store(path)) as store:
            return act(store)
    except Exception as error:  # noqa: BLE001 (what it is, is what is asserted)
        return type(error)


class TestAFileThatAnotherProcessHolds:
    def test_it_is_told_to_be_busy_whatever_is_wanted_of_it(self, archive: Path) -> None:
        before = archive.read_bytes()
        actions = {**READING, **WRITING, **KNOWN}
        with held(archive, "EXCLUSIVE"), ThreadPoolExecutor(len(actions)) as threads:
            outcomes = dict(
                zip(
                    actions,
                    threads.map(lambda act: outcome(archive, act), actions.values()),
                    strict=True,
                )
            )

        assert dict.fromkeys(actions, Busy) == outcomes
        assert before == archive.read_bytes()

    def test_it_can_be_read_while_the_other_prepares_to_write(self, archive: Path) -> None:
        with held(archive, "IMMEDIATE"), closing(open_store(archive)) as store:
            assert len(DOCUMENTS) == len(found(store, All()))


def told(path: Path) -> str:
    """Give what check lists, or says where it cannot go on."""
    try:
        with closing(open_store(path)) as store:
            return "\n".join(store.check())
    except Damaged as error:
        return str(error)


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
    "an origin without an article": ("INSERT INTO origin VALUES ('/x.txt', 0, 999, '')", "restore"),
    "a deleted article": ("DELETE FROM article WHERE row = 1", "restore"),
    "a document of which nothing is left": ("UPDATE text SET document = x''", "restore"),
}
MENDED = [sql for sql, remedy in DAMAGE.values() if remedy == "newsarc reindex"]


class TestChecking:
    @pytest.mark.parametrize(("sql", "remedy"), DAMAGE.values(), ids=DAMAGE.keys())
    def test_it_tells_with_a_remedy_of(self, archive: Path, sql: str, remedy: str) -> None:
        with edited(archive) as connection:
            connection.execute(sql)

        assert told(archive)
        assert remedy in told(archive)

    @pytest.mark.parametrize("sql", MENDED)
    def test_its_remedy_mends(self, archive: Path, sql: str) -> None:
        with edited(archive) as connection:
            connection.execute(sql)

        with closing(open_store(archive)) as store:
            reindex(store)
            assert store.check() == ()
            assert ids([HARBOUR]) == found(store, "Schiff")

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
                store.add([entry(note(f"Hafen Nummer {number}."), f"{number % 5:016x}")])
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


class TestADamagedFile:
    def test_it_is_told_to_be_damaged(self, archive: Path) -> None:
        os.truncate(archive, archive.stat().st_size // 2)

        with closing(open_store(archive)) as store, pytest.raises(Damaged, match="restore"):
            store.get(key(HARBOUR).id)

    @each(READING | KNOWN)
    def test_it_never_ends_in_anything_but_a_sentence(self, archive: Path, act: Action) -> None:
        whole, size = archive.read_bytes(), 512
        for start in range(100, len(whole), size):
            archive.write_bytes(whole[:start] + b"\xa5" * size + whole[start + size :])
            with suppress(StoreError, LookupError), closing(open_store(archive)) as store:
                act(store)

    def test_a_document_that_cannot_be_unpacked_is_told_to_be_damaged(self, archive: Path) -> None:
        with edited(archive) as connection:
            connection.execute("UPDATE text SET body = deflated('Gefälscht.')")

        with closing(open_store(archive)) as store, pytest.raises(Damaged):
            reindex(store)


class TestAnIndexOfAnotherAnalysis:
    @pytest.fixture
    def outdated(self, archive: Path) -> Iterator[Store]:
        with edited(archive) as connection:
            connection.execute("UPDATE setting SET value = 'other' WHERE name = 'analysis'")
        with closing(open_store(archive)) as store:
            yield store

    @each(
        {
            "find": lambda store: found(store, Term(("hafen",))),
            "add": WRITING["add"],
            "remove": WRITING["remove"],
        }
    )
    def test_it_is_told_to_need_reindexing(self, outdated: Store, act: Action) -> None:
        with pytest.raises(NeedsReindex, match="newsarc reindex"):
            act(outdated)

        assert len(DOCUMENTS) == len(found(outdated, All()))

    def test_its_articles_can_be_listed_and_got(self, outdated: Store) -> None:
        assert key(NAMELESS).id == found(outdated, All(), "newest")[-1]
        assert entry(HARBOUR).article == outdated.get(key(HARBOUR).id)

    def test_reindexing_mends_it(self, outdated: Store) -> None:
        assert len(DOCUMENTS) == reindex(outdated)
        assert ids([HARBOUR]) == found(outdated, "Schiff")
        assert outdated.check() == ()

    def test_an_interrupted_reindexing_does_not_mend_it(self, outdated: Store) -> None:
        def entries() -> Iterator[Entry]:
            yield entry(HARBOUR)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            outdated.rebuild(entries())

        with pytest.raises(NeedsReindex):
            found(outdated, "Hafen")


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
}


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

    def test_a_file_has_had_each_step_once(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            store.add([entry(NEW)])
        with edited(archive) as connection:
            (steps,) = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()

        assert len(schema.STEPS) == steps
