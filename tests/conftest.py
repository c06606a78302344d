"""What all tests share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.register_assert_rewrite("tests.store.contract")

# A property says what is true, not how fast the machine is today. Sixty examples of each keep a
# run short.
settings.register_profile("newsarc", deadline=None, max_examples=60)
settings.load_profile("newsarc")


@pytest.fixture(scope="session", autouse=True)
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile what the processes of the tests import once, not in each of some hundred processes.

    Where compiled files are not wanted beside the sources, they go to a temporary folder.
    """
    with pytest.MonkeyPatch.context() as patch:
        if sys.dont_write_bytecode:
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("compiled")))
        yield
