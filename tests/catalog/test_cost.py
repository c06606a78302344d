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
piece, allowed = sys.argv[1], 0
for limit in sys.argv[2:]:
    size, seconds = map(int, limit.split(":"))
    allowed += seconds
    if sys.platform != "win32":  # it has no such limit
        import resource
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))
    text = (piece * (size // len(piece) + 1))[:size]
    # A claimed language: detecting it is another matter.
    catalog.read(Document(Origin("/news/1.txt"), text=text, language="de"), id="0" * 16)
"""

# Characters, and seconds of processor time: more than eight times what the slowest text takes.
LIMITS = ("100000:5", "1000000:20")


@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "1", ".", "a\n", "1.1.2020 ", "Stand: ", "Uhr\n"),
        *("Von Von Von ", "Von Eva Muster\n", "(dpa) ", "Foto: ", "« "),
        *("Rom (dpa) - ", "Seefurt - ", "Rom, ", "Von dpa, AFP und ", "dpa/AFP, ", "(dpa, "),
        *(
            "* 5. März 1950 ",
            "Version 2.1 vom 3.5.2019\n",
            "Teilen Merken ",
            "Von unserem ",
            "+++ ",
        ),
        *("Ticker 3.5.2023, 9:00 Uhr: ", "Von Łukasz Żak / ", "3.5.2023 Regen 12/7 Grad "),
        *("gestern ", "Archiviert vom ", "PDF erstellt am ", "Exklusiv\n"),
        *("© SZ vom ", "Quelle: ", "FAZ | ", "SZ.de\n", "\ndpa/AFP", "Vehl. Der "),
    ],
)
def test_a_long_text_of_one_piece_is_read_in_linear_time(piece: str) -> None:
    read = subprocess.run(
        [sys.executable, "-c", READS, piece, *LIMITS],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (read.returncode, read.stderr) == (0, "")
