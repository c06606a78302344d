"""The places of words, read from the index in shares."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc.query import Phrase, Term
from newsarc.store import driver
from newsarc.store.places import Meaning, occurrences
from newsarc.store.postings import shared, tokens
from newsarc.store.sqlite import SqliteStore
from tests.store.contract import DOCUMENTS, entry

if TYPE_CHECKING:
    from pathlib import Path

ROWS = range(1, len(DOCUMENTS) + 1)
MEANING = Meaning(("de", "en"), {})


@pytest.mark.parametrize(("most", "number"), [(1, 11), (3, 4), (10**6, 1)])
def test_shares_hold_each_place_of_each_article_once(
    tmp_path: Path, most: int, number: int
) -> None:
    path = str(tmp_path / "archive.db")
    with closing(SqliteStore(path)) as store:
        store.add([entry(document) for document in DOCUMENTS])
    nodes = (Term(("hafen",)), Phrase(("nordlau",)))

    with closing(driver.connect(path, write=False)) as connection:
        shares = list(shared(connection, tokens(nodes, MEANING), most))
        counts = [
            occurrences(nodes, postings.text(row, ("", "", "")), MEANING)
            for share, (several, postings) in enumerate(shares)
            for row in ROWS
            if row % several == share
        ]

    assert len(shares) == number
    assert len(counts) == len(ROWS)
    assert sum(counts) == 5
