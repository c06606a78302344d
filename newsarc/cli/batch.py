"""search --batch: answers the queries of a file, one after the other, and writes a run file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.cli.output import style, tell, write, write_notes
from newsarc.errors import ReadError
from newsarc.render.answers import Answer, View
from newsarc.render.formats import FORMATS
from newsarc.render.trec import run_lines
from newsarc.search.batch import read_queries
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO, TextIO

    from newsarc import Page
    from newsarc.query.limits import Limits
    from newsarc.render.cells import Cells

SOME_REFUSED = 3


class Batch:
    """The queries of a file. `refused` counts the lines without a query, of those read so far."""

    def __init__(self, file: BinaryIO, ask: Callable[[str], Page], limits: Limits) -> None:
        """Read queries from `file` within `limits`, and answer each one with `ask`."""
        self.refused = 0
        self._file = file
        self._ask = ask
        self._limits = limits

    def answers(self) -> Iterator[Answer]:
        """Answer one query after the other; report lines without a query on stderr."""
        name = getattr(self._file, "name", "<stdin>")
        number = 0
        queries = read_queries(self._file, name, self._limits)
        for number, asked in enumerate(queries, start=1):  # noqa: B007
            if isinstance(asked, ReadError):
                self.refused += 1
                tell(printable(str(asked)))
            else:
                page = self._ask(asked.text)
                write_notes(f"{asked.label}: {note}" for note in page.notes)
                yield Answer(asked.label, asked.text, page)
        if not number:
            write_notes([f"{name} holds no query"])


def write_answers(
    answers: Iterator[Answer], format_: str, cells: Cells, run_file: TextIO | None
) -> None:
    """Write answers to stdout in a format and, if there is a run file, their hits to it."""
    if run_file is not None:
        answers = _recorded(answers, run_file)
    write(FORMATS[format_].batch(answers, View(style(), cells=cells)))


def _recorded(answers: Iterator[Answer], file: TextIO) -> Iterator[Answer]:
    file.write("")  # creates the file, even if there is no answer
    for answer in answers:
        file.writelines(f"{line}\n" for line in run_lines(answer.label, answer.page))
        yield answer
