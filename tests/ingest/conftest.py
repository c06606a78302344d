from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc import Store


@pytest.fixture(name="store", params=ENGINES)
def store_fixture(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = ENGINES[request.param](tmp_path)
    yield store
    store.close()


@pytest.fixture(name="news")
def news_fixture(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    return news
