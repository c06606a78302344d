"""Many queries from a file: answered one by one, reported, and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.cli.output import style, tell, write, write_notes
from newsarc.errors import ReadError
from newsarc.render.batch import BATCH_FORMATS, Answer, batch_lines
from newsarc.render.trec import run_lines
from newsarc.search.batch import read_queries
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO, TextIO

    from newsarc import Page
    from newsarc.query.limits import Limits

SOME_REFUSED = 3


class Batch:
    """The queries of a file. `refused` counts the lines that hold none, of those read so far."""

    def __init__(self, file: BinaryIO, ask: Callable[[str], Page], limits: Limits) -> None:
        """Take the file, and what answers a query."""
        self.refused = 0
        self._file = file
        self._ask = ask
        self._limits = limits

    def answers(self) -> Iterator[Answer]:
        """Answer one query after the other; a line that holds none is told on stderr."""
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


def write_answers(answers: Iterator[Answer], format_: str, run_file: TextIO | None) -> None:
    """Write answers in a format, and a run file beside them where one is wanted."""
    if run_file is not None:
        answers = _recorded(answers, run_file)
    if format_ == "text":
        write(batch_lines(answers, style()))
    else:
        write(BATCH_FORMATS[format_](answers))


def _recorded(answers: Iterator[Answer], file: TextIO) -> Iterator[Answer]:
    file.write("")  # there is a file even where there is no answer
    for answer in answers:
        file.writelines(f"{line}\n" for line in run_lines(answer.label, answer.page))
        yield answer
