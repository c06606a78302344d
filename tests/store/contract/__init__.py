"""What every store promises. `engines.py` lists the engines that are held to it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.store.contract.adding import Adding
from tests.store.contract.counting import Counting
from tests.store.contract.explaining import Explaining
from tests.store.contract.finding import Finding
from tests.store.contract.getting import Getting
from tests.store.contract.knowing import Knowing
from tests.store.contract.ordering import Ordering
from tests.store.contract.patterns import Patterns
from tests.store.contract.promising import Promising
from tests.store.contract.rebuilding import Rebuilding
from tests.store.contract.removing import Removing
from tests.store.contract.similar import SimilarWords
from tests.store.contract.upkeep import Upkeep
from tests.store.contract.writings import Writings
from tests.store.engines import ENGINES
from tests.store.examples import DOCUMENTS, add, entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.store import Store


class StoreContract(
    Writings,
    Knowing,
    Adding,
    Getting,
    Finding,
    Patterns,
    Explaining,
    Ordering,
    Counting,
    Removing,
    Rebuilding,
    Promising,
    SimilarWords,
    Upkeep,
):
    @pytest.fixture(params=ENGINES)
    def engine(self, request: pytest.FixtureRequest) -> str:
        name: str = request.param
        return name

    @pytest.fixture
    def empty(self, engine: str, tmp_path: Path) -> Iterator[Store]:
        """A store of each engine into which nothing has been put."""
        store = ENGINES[engine](tmp_path)
        yield store
        store.close()

    @pytest.fixture
    def store(self, engine: str, tmp_path: Path, filled: Callable[[str], Path]) -> Iterator[Store]:
        """A store of each engine with the four documents."""
        shutil.copytree(filled(engine), tmp_path, dirs_exist_ok=True)
        store = ENGINES[engine](tmp_path)
        if not store.files:  # nothing of it was there to be copied
            add(store, [entry(document) for document in DOCUMENTS])
        yield store
        store.close()
