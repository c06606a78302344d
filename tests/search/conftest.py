"""Archives of every engine. Searching changes none, so that a module fills each of them once."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from tests.search.archives import fill
from tests.store.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsarc import Store

    Filled = Callable[[Iterable[str]], Store]


@pytest.fixture(scope="module", params=ENGINES)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Filled]:
    """A function that opens an archive of the engine with an article for each text."""
    with ExitStack() as opened:

        def new(texts: Iterable[str]) -> Store:
            folder = tmp_path_factory.mktemp("archive")
            store = opened.enter_context(closing(ENGINES[request.param](folder)))
            fill(store, folder, texts)
            return store

        yield new
