"""What the tests of SQLite's files share."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The place of an archive, in a folder of its own, where nothing is yet."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder / "archive.db"


@pytest.fixture
def archive(path: Path, filled: Callable[[str], Path]) -> Path:
    """An archive of the four documents, which nobody has open."""
    return Path(shutil.copy(filled("sqlite") / "archive.db", path))
