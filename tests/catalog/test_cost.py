"""The time of the catalogue is linear in the length of a text.

A rule that is not takes minutes for a million unlucky characters, so a limit on processor
time finds it on any machine. No clock is read.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

READS = """
import sys
from newsarc import catalog
from newsarc.records.kept import Origin
from newsarc.records.read import Document
piece, size, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
if sys.platform != "win32":  # it has no such limit
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
text = (piece * (size // len(piece) + 1))[:size]
# A claimed language: detecting it is another matter.
catalog.read(Document(Origin("/news/1.txt"), text=text, language="de"), id="0" * 16)
"""

# Seconds of processor time by characters: more than eight times what the slowest text takes.
LIMITS = {100_000: 5, 1_000_000: 20}


@pytest.mark.parametrize("size", LIMITS)
@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "1", ".", "a\n", "1.1.2020 ", "Stand: ", "Uhr\n"),
        *("Von Von Von ", "Von Eva Muster\n", "(dpa) ", "Foto: ", "« "),
    ],
)
def test_a_long_text_of_one_piece_is_read_in_linear_time(piece: str, size: int) -> None:
    read = subprocess.run(
        [sys.executable, "-c", READS, piece, str(size), str(LIMITS[size])],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (read.returncode, read.stderr) == (0, "")
