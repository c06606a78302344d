"""An index that another version of the analysis made."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.errors import NeedsReindex
from newsarc.ingest.api import reindex
from newsarc.ingest.identity import key
from newsarc.query import nodes
from tests.store.examples import DOCUMENTS, HARBOUR, NAMELESS, entry, found, ids, rebuild
from tests.store.sqlite.actions import WRITING, each, edited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.store import Entry, Store
    from tests.store.sqlite.actions import Action


class TestAnIndexOfAnotherAnalysis:
    @pytest.fixture
    def outdated(self, archive: Path) -> Iterator[Store]:
        with edited(archive) as connection:
            connection.execute("UPDATE setting SET value = 'other' WHERE name = 'analysis'")
        with closing(open_store(archive)) as store:
            yield store

    @each(
        {
            "find": lambda store: found(store, nodes.Term(("hafen",))),
            "add": WRITING["add"],
            "remove": WRITING["remove"],
        }
    )
    def test_it_is_told_to_need_reindexing(self, outdated: Store, act: Action) -> None:
        with pytest.raises(NeedsReindex, match="newsarc reindex"):
            act(outdated)

        assert len(DOCUMENTS) == len(found(outdated, nodes.All()))

    def test_its_articles_can_be_listed_and_got(self, outdated: Store) -> None:
        assert key(NAMELESS).id == found(outdated, nodes.All(), "newest")[-1]
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
            rebuild(outdated, entries())

        with pytest.raises(NeedsReindex):
            found(outdated, "Hafen")
