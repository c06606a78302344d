"""No reader raises on a file, however broken it is; each answers, soon, with clean texts."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from newsarc.readers import FORMATS
from tests.readers.faults import faults
from tests.readers.mutations import mutated
from tests.readers.samples import samples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

_NUMBER = 150
_SEED = 20
# Files of these take ten times as long.
_FEWER = 40
_SLOW = frozenset("alto apa bzip2 feed gzip html nexis pdf tar wacz warc xz zip".split())
_SAMPLES = samples()


class TooLongError(BaseException):
    """A file was read for too long; no reader catches this."""


@contextmanager
def alarm(seconds: int) -> Iterator[None]:
    """Raise TooLongError in what takes longer."""

    def ring(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001 (as signal calls it)
        raise TooLongError(f"more than {seconds} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows has no alarm")
@pytest.mark.parametrize("kind", sorted(_SAMPLES))
def test_no_reader_raises_on_a_broken_file(tmp_path: Path, kind: str) -> None:
    if (known := FORMATS.get(kind)) and known.is_missing:
        pytest.skip(f"{known.library} is not installed")
    for number in range(_FEWER if kind in _SLOW else _NUMBER):
        sample = mutated(_SAMPLES[kind], _SEED, number)
        path = tmp_path / sample.name
        path.write_bytes(sample.data)
        with alarm(30):
            found = [
                each for each in faults(path, kind if number % 2 else None) if "took" not in each
            ]
        assert not found, (number, found)


def test_each_format_has_samples() -> None:
    installed = {name for name, each in FORMATS.items() if not each.is_missing}

    assert installed - {"zstd", "csv"} <= _SAMPLES.keys()


def test_equal_numbers_give_equal_files() -> None:
    assert mutated(_SAMPLES["text"], 1, 7) == mutated(_SAMPLES["text"], 1, 7)
