"""The schema of the archive's file, as a list of migration steps.

A released step is never edited. A change to the schema is a new step at the end. Each file
records which steps it has had.
"""

from __future__ import annotations

# "nwsa" in ASCII. It stands in bytes 68 to 71 of every archive.
APPLICATION_ID = 0x6E777361

# The name under which sqlite-utils records the steps.
SET = "newsarc"

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
        # Files that were read to their end without a refusal, with their state at that time.
        """
        CREATE TABLE file (
            path TEXT PRIMARY KEY,
            stamp TEXT NOT NULL            -- of its size, its time and the options of reading
        ) WITHOUT ROWID
        """,
        # The words are folded letters and digits, separated by blanks. The tokenizer `ascii` only
        # splits at the blanks.
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
        # FTS5 cannot add columns to a table, so `reindex` makes the index again.
        "DROP TABLE words",
        """
        CREATE VIRTUAL TABLE words USING fts5 (
            title_forms, kicker_forms, body_forms, title_stems, kicker_stems, body_stems,
            title_parts, kicker_parts, body_parts,
            content = '', tokenize = 'ascii'
        )
        """,
        "UPDATE setting SET value = 'without parts' WHERE name = 'analysis'",
        # The part of the dictionary by which the archive's compounds are split.
        """
        CREATE TABLE lexicon (
            word TEXT PRIMARY KEY,
            zipf REAL NOT NULL             -- decimal logarithm of its count in 10^9 words
        ) WITHOUT ROWID
        """,
    ),
    "004_excerpt": (
        # The archive's frequent words, packed by length, from which misspellings are corrected.
        """
        CREATE TABLE IF NOT EXISTS excerpt (
            length INTEGER PRIMARY KEY,
            forms BLOB NOT NULL            -- a line each, with a capital for its count; deflated
        )
        """,
    ),
    "005_forms": (
        # All forms in the index: looking them up in the index itself would count the articles of
        # each. `reindex` fills the table.
        "CREATE TABLE form (form TEXT PRIMARY KEY) WITHOUT ROWID",
        "UPDATE setting SET value = 'without a list of forms' WHERE name = 'analysis'",
    ),
    "006_texts": (
        # Long values are separate from those that are filtered, so that a filter reads little. A
        # deflated text takes half the space.
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
        # These indexes count sources and languages without reading articles, also within dates.
        "DROP INDEX article_source",
        "DROP INDEX article_language",
        """
        CREATE INDEX article_source
        ON article (source_form, source, published_first, published_last)
        """,
        "CREATE INDEX article_language ON article (language, published_first, published_last)",
    ),
    # From here on a row stores nothing twice. Evidence omits words that equal its column, and the
    # usual basis. A document's text is stored as what stands before and behind the body. Older rows
    # can still be read.
    "007_units": (
        # Says which words share a sentence or a paragraph, without reading the text. For articles
        # that are missing here, the text is read; `reindex` fills the table.
        """
        CREATE TABLE unit (
            row INTEGER PRIMARY KEY,
            sentences BLOB NOT NULL,       -- how many words of the body each has, a byte for each;
            paragraphs BLOB NOT NULL       -- one of 255 goes on with the next
        )
        """,
    ),
    "008_languages_of_sources": (
        # This index also counts the languages of a source without reading its articles.
        "DROP INDEX article_source",
        """
        CREATE INDEX article_source
        ON article (source_form, source, published_first, published_last, language)
        """,
    ),
    "009_claimed_sources": (
        # Tells apart equal texts of two media. Rows that were written before have NULL: of those
        # the evidence says whether `source_form` rests on a claim.
        "ALTER TABLE article ADD COLUMN claimed_source TEXT",  # folded; '' if none is claimed
    ),
    "010_instants": (
        # Dates are filtered by the local day, and ordered by the instant: minutes from 1970 in UTC.
        "ALTER TABLE article ADD COLUMN instant_first INTEGER",
        "ALTER TABLE article ADD COLUMN instant_last INTEGER",
        """
        UPDATE article SET
            instant_first = instant(published_first, published),
            instant_last = instant(published_last, published)
        WHERE published IS NOT NULL
        """,
        "CREATE INDEX article_instant ON article (instant_first, instant_last, id)",
        # The index of days need not order articles any more.
        "DROP INDEX article_published",
        "CREATE INDEX article_published ON article (published_first, published_last)",
    ),
    "011_names": (
        # Articles are asked for by the source's own id and by their URL, too.
        """
        CREATE INDEX article_external_id ON article (external_id) WHERE external_id IS NOT NULL
        """,
        "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL",
    ),
    "012_seals": (
        # Spares a check the analysis of articles that are as they were written. Articles that are
        # missing here are analysed; `reindex` fills the table.
        """
        CREATE TABLE seal (
            row INTEGER PRIMARY KEY,
            words INTEGER NOT NULL,        -- checksum of the tokens in the index
            content INTEGER NOT NULL       -- checksum of all that they were made of
        )
        """,
        """
        INSERT INTO setting
        SELECT 'lexicon', coalesce(sum(lexicon_checksum(word, zipf)), 0) FROM lexicon
        """,
    ),
    "013_written_forms": (
        # Forms keep their diacritics. `reindex` fills the table.
        "DROP TABLE form",
        """
        CREATE TABLE form (
            form TEXT PRIMARY KEY,
            folded TEXT                    -- without diacritics; NULL if it has none
        ) WITHOUT ROWID
        """,
        "CREATE INDEX form_folded ON form (folded) WHERE folded IS NOT NULL",
        "UPDATE setting SET value = 'without diacritics' WHERE name = 'analysis'",
    ),
    "014_no_lexicon": (
        # Words are split by the frequencies that newsarc brings with it.
        "DROP TABLE lexicon",
        "DELETE FROM setting WHERE name = 'lexicon'",
    ),
    "015_digests": (
        # By its text an article is asked for only if its id rests on the text.
        "DROP INDEX article_digest",
        "CREATE INDEX article_digest ON article (digest) WHERE claimed = 0",
    ),
    "016_body_first": (
        # FTS5 writes two bytes less for each word that is in the first column: a ninth of the
        # index. It cannot move columns of a table, so `reindex` makes the index again.
        "DROP TABLE words",
        """
        CREATE VIRTUAL TABLE words USING fts5 (
            body_forms, title_forms, kicker_forms, body_stems, title_stems, kicker_stems,
            body_parts, title_parts, kicker_parts,
            content = '', tokenize = 'ascii'
        )
        """,
        "UPDATE setting SET value = 'with the body last' WHERE name = 'analysis'",
    ),
    "017_containers": (
        "ALTER TABLE origin RENAME TO former_origin",
        "DROP INDEX origin_row",
        """
        CREATE TABLE origin (
            path TEXT NOT NULL,
            member TEXT NOT NULL,          -- '': the file itself
            line INTEGER NOT NULL,         -- 0: of no line
            offset INTEGER NOT NULL,       -- -1: of no offset
            row INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,     -- of the document's text and claims
            PRIMARY KEY (path, member, line, offset)
        ) WITHOUT ROWID
        """,
        "INSERT INTO origin SELECT path, '', line, -1, row, fingerprint FROM former_origin",
        "DROP TABLE former_origin",
        "CREATE INDEX origin_row ON origin (row)",
        # Of a container, how many documents were refused, and how many pieces have been read if it
        # was not read to its end.
        "ALTER TABLE file ADD COLUMN refused INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE file ADD COLUMN done INTEGER",
        # canceled, withheld or corrected; seals are made of it, too
        "ALTER TABLE article ADD COLUMN status TEXT",
        "DELETE FROM seal",
    ),
}

# The fields in the order of the columns of `words`, which has them once for each kind of token. The
# number of words of the body is the first of an article, see `answers.functions`.
FIELDS_IN_ORDER = ("body", "title", "kicker")

# Returns the names of the steps that a file has had.
APPLIED = f"SELECT name FROM _sqlite_migrations WHERE migration_set = '{SET}'"
