"""What newsarc and others read in the samples: each answers with a value for every sample."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

import newsarc
from newsarc import catalog
from newsarc.dates import PartialDate
from newsarc.dates.written import written
from newsarc.records.kept import Origin
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.quality.metadata.samples import Sample


class Answers(Struct, frozen=True):
    """The answers of one reader, one for each sample, and its seconds per text if measured."""

    name: str
    answers: Sequence[Any]
    seconds: float | None = None


# newsarc


def ingested(samples: Sequence[Sample], form: str) -> list[newsarc.Article | None]:
    """Ingest the texts from a folder. Return each sample's article, None if it was refused.

    Samples with the same text share an article.
    """
    with TemporaryDirectory() as top:
        folder = Path(top, "texts")
        folder.mkdir()
        for number, sample in enumerate(samples):
            _file(folder, number).write_bytes(sample.texts[form].encode("utf-8", "replace"))
        known = dict(_articles_by_file(Path(top, "archive.db"), folder))
        return [known.get(_file(folder, number).name) for number in range(len(samples))]


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number:06}.txt"


def _articles_by_file(archive: Path, folder: Path) -> Iterator[tuple[str, newsarc.Article]]:
    store = newsarc.open_store(archive)
    try:
        kept = sum(outcome.id is not None for outcome in newsarc.ingest(store, folder))
        # without an article, there is no archive
        for hit in newsarc.listing(store, limit=kept).hits if kept else ():
            for origin in hit.article.origins:
                yield Path(origin.path).name, hit.article
    finally:
        store.close()


def from_articles(
    articles: Sequence[newsarc.Article | None], field: str, unknown: object
) -> Answers:
    """Return what newsarc read in a field of each article."""
    return Answers("newsarc", [getattr(article, field, unknown) for article in articles])


def catalogue_seconds(samples: Sequence[Sample], form: str) -> list[float]:
    """Measure the catalogue alone, text by text, on documents that claim their language."""
    texts = [text for text in (clean(sample.texts[form]) for sample in samples) if text]
    documents = [newsarc.Document(Origin("-"), text=text, language="de") for text in texts]
    for document in documents[:10]:  # patterns are compiled when they are first used
        catalog.read(document, id="")
    return [_timed(partial(catalog.read, document, id=""))[1] for document in documents]


def _timed(call: Callable[[], Any]) -> tuple[Any, float]:
    begin = perf_counter()
    answer = call()
    return answer, perf_counter() - begin


# Other readers: functions from a text to a value.


def ask(name: str, reader: Callable[[str], Any], samples: Sequence[Sample], form: str) -> Answers:
    """Let a reader read every sample."""
    answers, seconds = _timed(lambda: [reader(sample.texts[form]) for sample in samples])
    return Answers(name, answers, seconds / max(1, len(samples)))


def first_date(text: str) -> PartialDate | None:
    """Return the first date in a text."""
    return next((found.date for found in written(text)), None)


def first_line(text: str) -> str | None:
    """Return the first line of 25 to 160 characters."""
    lines = (line.strip() for line in text.split("\n"))
    return next((line for line in lines if 25 <= len(line) <= 160), None)


def from_byline(text: str) -> tuple[str, ...]:
    """Return the first `Von Vorname Nachname`."""
    found = re.search(r"\bVon ([A-ZÄÖÜ][\w-]+ [A-ZÄÖÜ][\w-]+)", text)
    return (found[1],) if found else ()


def _dateparser() -> Callable[[str], PartialDate | None]:
    search = import_module("dateparser.search").search_dates
    # without this, it completes a number or a month with today's date
    settings = {"REQUIRE_PARTS": ["day", "month", "year"]}

    def read(text: str) -> PartialDate | None:
        found = search(text[:600], languages=["de", "en"], settings=settings)
        return PartialDate(*found[0][1].timetuple()[:3]) if found else None

    return read


def _htmldate() -> Callable[[str], PartialDate | None]:
    find = import_module("htmldate").find_date

    def read(text: str) -> PartialDate | None:
        found = find(f"<html><body><p>{escape(text)}</p></body></html>", original_date=True)
        return PartialDate.parse(found) if found else None

    return read


def date_readers() -> dict[str, Callable[[str], PartialDate | None]]:
    """Return the other readers of dates by name, as far as they are installed."""
    readers: dict[str, Callable[[str], PartialDate | None]] = {"first date": first_date}
    for name, peer in (("dateparser", _dateparser), ("htmldate", _htmldate)):
        try:
            readers[name] = peer()
        except ImportError:
            click.echo(f"{name} is not installed")
    return readers
