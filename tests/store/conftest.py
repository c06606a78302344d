from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.store.engines import ENGINES
from tests.store.examples import DOCUMENTS, add, entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The files of a store with the four documents, by engine: to copy them is faster than to add.

    An engine without files leaves the folder empty.
    """

    @cache
    def folder(engine: str) -> Path:
        place = tmp_path_factory.mktemp(engine)
        store = ENGINES[engine](place)
        add(store, [entry(document) for document in DOCUMENTS])
        store.close()
        return place

    return folder
