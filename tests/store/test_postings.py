"""The posting lists of words, read from the index as a whole or in shares, and from texts."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from newsarc.query import nodes
from newsarc.store.sqlite.articles.texts import fields_of
from newsarc.store.sqlite.file import driver
from newsarc.store.sqlite.file.statement import Condition
from newsarc.store.sqlite.file.temporary import keep
from newsarc.store.sqlite.positions.bounds import Bounds
from newsarc.store.sqlite.positions.postings import (
    IndexPostings,
    TextPostings,
    read_in_shares,
    tokens,
)
from newsarc.store.sqlite.positions.stretches import Positions
from newsarc.store.sqlite.store import SqliteStore
from tests.store.examples import DOCUMENTS, add, entry
from tests.store.meanings import meaning_of
from tests.strategies import nodes as queries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection


ROWS = range(1, len(DOCUMENTS) + 1)
LANGUAGES = ("de", "en")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Read an archive of a few articles."""
    path = str(tmp_path_factory.mktemp("postings") / "archive.db")
    with closing(SqliteStore(path)) as store:
        add(store, [entry(document) for document in DOCUMENTS])
    with closing(driver.connect(path, write=False)) as connection:
        yield connection


@settings(derandomize=True, deadline=None, max_examples=200)
@given(queries())
def test_texts_have_each_word_where_the_index_has_it(
    connection: Connection, node: nodes.Node
) -> None:
    wanted = tokens([node], meaning_of(node, LANGUAGES))
    index = IndexPostings(connection)
    texts = TextPostings(((row, *fields_of(connection, row)) for row in ROWS), wanted)

    for stem in wanted.stems:
        assert list(texts.of("stems", stem)) == index.of("stems", stem)
    for form in wanted.forms:
        assert list(texts.of("forms", form)) == index.of("forms", form)
    for prefix in wanted.prefixes:
        assert list(texts.of_prefix(prefix)) == index.of_prefix(prefix)


@pytest.mark.parametrize(("most", "number"), [(1, 11), (3, 4), (10**6, 1)])
def test_shares_hold_each_posting_of_each_article_once(
    connection: Connection, most: int, number: int
) -> None:
    sought = (nodes.Term(("hafen",)), nodes.Phrase(("nordlau",)))

    meaning = meaning_of(nodes.Or(sought), LANGUAGES)
    articles = keep(connection, "hit", Condition("SELECT row FROM article"))
    shares = list(read_in_shares(connection, tokens(sought, meaning), "hit", articles, most))
    counts = [
        Positions(share, meaning, Bounds(connection, "hit")).occurrences(sought) for share in shares
    ]

    assert len(shares) == number
    assert sum(counts) == 5
