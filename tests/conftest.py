"""What all tests share."""

from __future__ import annotations

from compileall import compile_dir
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import newsarc
from newsarc import scanner
from newsarc.scanner import twin

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.register_assert_rewrite("tests.store.contract")

# A property says what is true, not how fast the machine is today. Thirty examples of each keep a
# run short.
settings.register_profile("newsarc", deadline=None, max_examples=20)
settings.load_profile("newsarc")


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    """Compile the package, so that none of some hundred processes need do it.

    A process that may write small files only would leave a compiled file cut short.
    """
    compile_dir(Path(newsarc.__file__).parent, quiet=2)


@pytest.fixture(
    scope="module",
    params=sorted({scanner.Scanner, twin.Scanner}, key=repr),
    ids=lambda one: one.__module__,
)
def each_scanner(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run a test with the native scanner, where it was built, and with its twin."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsarc.analysis.indexing.Scanner", request.param)
        yield
