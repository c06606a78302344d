from __future__ import annotations

from typing import TYPE_CHECKING

import newsarc
from newsarc import Store
from tests.ingest.folders import ALPHA, BETA, GAMMA, body, kept, put, put_lines, statuses, told

if TYPE_CHECKING:
    from pathlib import Path


def test_reindexing_changes_nothing_when_nothing_changed(store: Store, news: Path) -> None:
    put(news / "a.txt", f"Deich hält Stand: 3.4.2021 10:12 Uhr\n\nNordhafen (dpa) - {body(ALPHA)}")
    put(news / "b.txt", BETA)
    put(news / "c.txt", BETA)
    put_lines(news / "d.jsonl", {"body": "Eins.", "url": "u", "author": "Eva Muster", "id": 3})
    told(store, news, source="Kurier", timezone="Europe/Vienna")
    put(news / "a.txt", GAMMA)
    told(store, news, source="Kurier", timezone="Europe/Vienna")
    before = kept(store)

    count = newsarc.reindex(store)

    assert count == len(before) == 3
    assert kept(store) == before
    assert set(statuses(store, news, source="Kurier", timezone="Europe/Vienna")) == {"unchanged"}
    assert newsarc.search(store, "Brücke").total == 1
