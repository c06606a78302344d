"""What the tests of SQLite's files share."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from tests.store.examples import DOCUMENTS, add, entry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of an archive, in a folder of its own, where nothing is yet."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder / "archive.db"


@pytest.fixture
def archive(path: Path) -> Path:
    """An archive of the four documents, which nobody has open."""
    with closing(open_store(path)) as store:
        add(store, [entry(document) for document in DOCUMENTS])
    return path
