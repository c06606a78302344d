"""The archive's file as it is laid out: append-only steps, each a frozen text.

A step that has been released is never edited. What changes the layout is a new step at
the end; a file knows which steps it has had.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sqlite_utils import Database

# Stands in the header of every file of ours, bytes 68 to 71: "nwsa" in ASCII.
APPLICATION_ID = 0x6E777361

_SET = "newsarc"

STEPS: dict[str, tuple[str, ...]] = {
    "001_articles": (
        f"PRAGMA application_id = {APPLICATION_ID}",
        """
        CREATE TABLE article (
            row INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            digest TEXT NOT NULL,
            fingerprint TEXT NOT NULL,     -- of the document it was made of: text and claims
            claimed INTEGER NOT NULL,      -- 1: the id rests on a claim; 0: on the text
            external_id TEXT,
            title TEXT,
            title_form TEXT,               -- folded, for sorting
            kicker TEXT,
            published TEXT,                -- reduced ISO 8601
            published_first TEXT,          -- the minutes it may mean, local time
            published_last TEXT,
            updated TEXT,
            source TEXT,
            source_form TEXT,              -- folded, for comparing
            agency TEXT,
            authors TEXT NOT NULL,         -- JSON array
            place TEXT,
            language TEXT,
            url TEXT,
            added TEXT NOT NULL,
            evidence TEXT NOT NULL,        -- JSON array of [field, words, rule, basis]
            body TEXT NOT NULL,
            document BLOB NOT NULL         -- JSON of what was read, deflated, body as dictionary
        )
        """,
        "CREATE INDEX article_digest ON article (digest)",
        "CREATE INDEX article_published ON article (published_first, published_last, id)",
        "CREATE INDEX article_source ON article (source_form)",
        "CREATE INDEX article_language ON article (language)",
        "CREATE INDEX article_added ON article (added, id)",
        """
        CREATE TABLE origin (
            path TEXT NOT NULL,
            line INTEGER NOT NULL,         -- 0: the file holds one document
            row INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,     -- of the document's text and claims
            PRIMARY KEY (path, line)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX origin_row ON origin (row)",
        # A file that was read to its end without a refusal, as it was then.
        """
        CREATE TABLE file (
            path TEXT PRIMARY KEY,
            stamp TEXT NOT NULL            -- of its size, its time and the options of reading
        ) WITHOUT ROWID
        """,
        # The words are folded letters and digits with blanks between; the tokenizer `ascii`
        # splits at the blanks and leaves all else alone.
        """
        CREATE VIRTUAL TABLE words USING fts5 (
            title_forms, kicker_forms, body_forms, title_stems, kicker_stems, body_stems,
            content = '', tokenize = 'ascii'
        )
        """,
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
    "002_genre_and_truncated": (
        "ALTER TABLE article ADD COLUMN genre TEXT",
        # 1: the text was cut
        "ALTER TABLE article ADD COLUMN truncated INTEGER NOT NULL DEFAULT 0",
    ),
    "003_parts_of_compounds": (
        # A table of FTS5 grows no columns: the index is made anew by `reindex`.
        "DROP TABLE words",
        """
        CREATE VIRTUAL TABLE words USING fts5 (
            title_forms, kicker_forms, body_forms, title_stems, kicker_stems, body_stems,
            title_parts, kicker_parts, body_parts,
            content = '', tokenize = 'ascii'
        )
        """,
        "UPDATE setting SET value = 'without parts' WHERE name = 'analysis'",
        # The part of the dictionary that the splitting of the archive's words rests on.
        """
        CREATE TABLE lexicon (
            word TEXT PRIMARY KEY,
            zipf REAL NOT NULL             -- decimal logarithm of its count in 10^9 words
        ) WITHOUT ROWID
        """,
    ),
    "004_excerpt": (
        # The archive's frequent words by their length, packed, to mend slips by.
        """
        CREATE TABLE IF NOT EXISTS excerpt (
            length INTEGER PRIMARY KEY,
            forms BLOB NOT NULL            -- a line each, with a capital for its count; deflated
        )
        """,
    ),
    "005_forms": (
        # All forms of the index, which counts the articles of each word that it gives. It is
        # filled by `reindex`.
        "CREATE TABLE form (form TEXT PRIMARY KEY) WITHOUT ROWID",
        "UPDATE setting SET value = 'without a list of forms' WHERE name = 'analysis'",
    ),
    "006_texts": (
        # What is long stands apart from what is filtered by: a filter reads little, and a text
        # takes half the room.
        """
        CREATE TABLE text (
            row INTEGER PRIMARY KEY,
            body BLOB NOT NULL,            -- UTF-8, deflated
            document BLOB NOT NULL         -- JSON of what was read, deflated, body as dictionary
        )
        """,
        "INSERT INTO text SELECT row, deflated(body), document FROM article",
        "ALTER TABLE article DROP COLUMN body",
        "ALTER TABLE article DROP COLUMN document",
        # Sources and languages are counted without a look at the articles, within dates as well.
        "DROP INDEX article_source",
        "DROP INDEX article_language",
        """
        CREATE INDEX article_source
        ON article (source_form, source, published_first, published_last)
        """,
        "CREATE INDEX article_language ON article (language, published_first, published_last)",
    ),
    # From here on a row does not keep again what it has already: evidence goes without words that
    # are those of its column, and without a basis that is the usual one; of a document's text there
    # is what stands before the body and behind it. Older rows are read as before.
    "007_units": (
        # Which words stand in one sentence or paragraph is told without the text. Of articles
        # that have none here, the text still tells it; `reindex` fills it.
        """
        CREATE TABLE unit (
            row INTEGER PRIMARY KEY,
            sentences BLOB NOT NULL,       -- how many words of the body each has, a byte for each;
            paragraphs BLOB NOT NULL       -- one of 255 goes on with the next
        )
        """,
    ),
    "008_languages_of_sources": (
        # The languages of a source, too, are counted without a look at its articles.
        "DROP INDEX article_source",
        """
        CREATE INDEX article_source
        ON article (source_form, source, published_first, published_last, language)
        """,
    ),
}

APPLIED = f"SELECT name FROM _sqlite_migrations WHERE migration_set = '{_SET}'"


def migrate(db: Database) -> None:
    """Apply the steps that a file has not had, within the transaction of the caller."""
    from sqlite_utils.migrations import Migrations

    db.conn.create_function("deflated", 1, _deflated, deterministic=True)
    migrations = Migrations(_SET)
    for name, statements in STEPS.items():
        migrations(name=name)(_step(statements))
    migrations.apply(db)


def _deflated(text: str) -> bytes:
    return zlib.compress(text.encode())


class _Step(Protocol):
    __name__: str

    def __call__(self, db: Database, /) -> None: ...


def _step(statements: tuple[str, ...]) -> _Step:
    def apply(db: Database, /) -> None:
        for statement in statements:
            db.execute(statement)

    return apply
