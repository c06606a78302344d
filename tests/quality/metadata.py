"""Measure how well dates, headlines and authors are read, beside other ways to read them.

    python tests/quality/metadata.py FILE.jsonl[.gz] [--show wrong [date|title|authors]]

Each line of FILE is an object: `id`, `lang_attr`, `gold_title`, `gold_date`, `gold_author`,
`date_in_text`, `title_in_text`, and the text twice, as `text_lines` and as `text_flat`. The
texts become files of a folder, which is ingested as anybody's would be. Peers are asked where
they are installed. Nothing is asserted here: the tables are for people.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

import click

import newsarc
from newsarc import catalog
from newsarc.dates import PartialDate
from newsarc.dates.written import written
from newsarc.records.kept import Origin
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Verdict = Literal["right", "wrong", "missed", "rightly unknown"]

FORMS = ("text_flat", "text_lines")
LANGUAGES = ("de", "all")
VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "missed", "rightly unknown")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text in both its forms, and what is known of it. Without a gold, a field is empty."""

    id: str
    language: str
    texts: Mapping[str, str]
    title: str
    day: date | None
    authors: tuple[str, ...]
    date_in_text: bool
    title_in_text: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What one way of reading says of each sample, and its seconds per text, where measured."""

    name: str
    answers: Sequence[Any]
    seconds: float | None = None


# From a file to samples.


def read_samples(path: Path) -> list[Sample]:
    """Read all samples of a file, in its order. Raises OSError, ValueError and KeyError."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [_sample(json.loads(line)) for line in lines if line.strip()]


def _sample(record: dict[str, Any]) -> Sample:
    return Sample(
        id=record["id"],
        language=record["lang_attr"],
        texts={form: record[form] for form in FORMS},
        title=record["gold_title"] or "",
        day=_day(record["gold_date"] or ""),
        authors=names(record["gold_author"] or ""),
        date_in_text=bool(record["date_in_text"]),
        title_in_text=bool(record["title_in_text"]),
    )


def _day(text: str) -> date | None:
    """Read a gold date, which may be none: `2022-25-10` is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def names(authors: str | Iterable[str]) -> tuple[str, ...]:
    """Give the names of a gold, a list or a text that parts them by `; , & und and`."""
    if isinstance(authors, str):
        authors = re.split(r"[;,&]|\b(?:und|and)\b", authors)
    return tuple(name.strip() for name in authors if fold(name))


def fold(text: str) -> str:
    """Keep the letters and digits of a text, without their case; for comparison only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


# What newsarc says.


def ingested(samples: Sequence[Sample], form: str) -> list[newsarc.Article | None]:
    """Ingest the texts from a folder; give each sample's article, None where it was refused.

    Samples of one text share an article.
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


def catalogue_seconds(samples: Sequence[Sample], form: str) -> list[float]:
    """Measure the catalogue on documents that claim their language, text by text."""
    texts = [text for text in (clean(sample.texts[form]) for sample in samples) if text]
    documents = [newsarc.Document(Origin("-"), text=text, language="de") for text in texts]
    for document in documents[:10]:  # patterns are compiled when they are first used
        catalog.read(document, id="")
    return [_seconds(partial(catalog.read, document, id=""))[1] for document in documents]


def _seconds(call: Callable[[], Any]) -> tuple[Any, float]:
    begin = perf_counter()
    answer = call()
    return answer, perf_counter() - begin


# What others say: each reads one text.


def first_date(text: str) -> PartialDate | None:
    """Read the first date that a text spells out."""
    return next((found.date for found in written(text)), None)


def first_line(text: str) -> str | None:
    """Read the first line of 25 to 160 characters."""
    lines = (line.strip() for line in text.split("\n"))
    return next((line for line in lines if 25 <= len(line) <= 160), None)


def from_byline(text: str) -> tuple[str, ...]:
    """Read the first `Von Vorname Nachname`."""
    found = re.search(r"\bVon ([A-ZÄÖÜ][\w-]+ [A-ZÄÖÜ][\w-]+)", text)
    return (found[1],) if found else ()


def _dateparser() -> Callable[[str], PartialDate | None]:
    search = import_module("dateparser.search").search_dates
    # without it, it fills up a number or a month with today's day
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
    """Give the ways to read a date that newsarc is compared with, as far as installed."""
    readers: dict[str, Callable[[str], PartialDate | None]] = {"first date": first_date}
    for name, peer in (("dateparser", _dateparser), ("htmldate", _htmldate)):
        try:
            readers[name] = peer()
        except ImportError:
            click.echo(f"{name} is not installed")
    return readers


def ask(name: str, reader: Callable[[str], Any], samples: Sequence[Sample], form: str) -> Asked:
    """Ask a reader about every sample."""
    answers, seconds = _seconds(lambda: [reader(sample.texts[form]) for sample in samples])
    return Asked(name, answers, seconds / max(1, len(samples)))


# How it compares.


def verdict(sample: Sample, found: PartialDate | None) -> Verdict | None:
    """Judge a date by its day; None where there is no gold.

    A coarser date is missed where the gold lies in its span, else wrong. What does not stand
    in the text is rightly unknown.
    """
    if sample.day is None:
        return None
    if found is None:
        return "missed" if sample.date_in_text else "rightly unknown"
    span = found.span
    if not span.first.date() <= sample.day <= span.last.date():
        return "wrong"
    return "missed" if found.day is None else "right"


def title_verdict(sample: Sample, found: str | None) -> Verdict | None:
    """Judge a headline; None where there is no gold, or where it does not stand in the text."""
    if not (sample.title_in_text and fold(sample.title)):
        return None
    if not found:
        return "missed"
    return "right" if fold(found) == fold(sample.title) else "wrong"


def share(part: int, whole: int) -> str:
    """Write a share in percent, or a dash for one of nothing."""
    return f"{part / whole:.1%}" if whole else "-"


def date_row(samples: Sequence[Sample], lang: str, asked: Asked) -> tuple[str, ...]:
    """Count the verdicts on the dates of a language.

    Accuracy is right and rightly unknown of all; precision is right of right and wrong.
    """
    count = Counter(
        verdict(sample, found)
        for sample, found in zip(samples, asked.answers, strict=True)
        if _is_of(sample, lang)
    )
    right, wrong = count["right"], count["wrong"]
    whole = sum(count[name] for name in VERDICTS)
    accuracy = share(right + count["rightly unknown"], whole)
    numbers = [str(count[name]) for name in VERDICTS]
    return (str(whole), *numbers, accuracy, share(right, right + wrong), _milli(asked.seconds))


def title_row(samples: Sequence[Sample], lang: str, asked: Asked) -> tuple[str, ...]:
    """Count the verdicts on the headlines of a language."""
    count = Counter(
        title_verdict(sample, found)
        for sample, found in zip(samples, asked.answers, strict=True)
        if _is_of(sample, lang)
    )
    right, wrong, missed = count["right"], count["wrong"], count["missed"]
    whole = right + wrong + missed
    return (str(whole), str(right), str(wrong), str(missed), share(right, whole))


def author_row(samples: Sequence[Sample], lang: str, asked: Asked, form: str) -> tuple[str, ...]:
    """Count the authors of samples that have a gold.

    The second recall is of the names that stand in the text: more cannot be read.
    """
    gold = in_text = given = right = 0
    for sample, found in zip(samples, asked.answers, strict=True):
        if sample.authors and _is_of(sample, lang):
            known, said = set(map(fold, sample.authors)), set(map(fold, found))
            standing = {fold(name) for name in sample.authors if stands(name, sample.texts[form])}
            gold, given, right = gold + len(known), given + len(said), right + len(known & said)
            in_text += len(known & (standing | said))
    shares = share(right, given), share(right, gold), share(right, in_text)
    return (str(gold), str(in_text), str(given), str(right), *shares)


def stands(name: str, text: str) -> bool:
    """Tell whether a text has a name as words of its own: no `AP` is in `Apple`."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) is not None


def _is_of(sample: Sample, lang: str) -> bool:
    return lang in {"all", sample.language}


def _milli(seconds: float | None) -> str:
    return "-" if seconds is None else f"{1000 * seconds:.2f}"


# Tables, and the misses one by one.


def show_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows below their heads; the first three columns are words, the others numbers."""
    table = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [
            cell.ljust(width) if place < len(("what", "language", "text")) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())
    click.echo()


Articles = dict[str, list["newsarc.Article | None"]]


def _ours(articles: Sequence[newsarc.Article | None], field: str, unknown: object) -> Asked:
    return Asked("newsarc", [getattr(article, field, unknown) for article in articles])


def show_dates(samples: Sequence[Sample], articles: Articles) -> None:
    """Print the table of dates: both forms, both languages, all readers."""
    readers = date_readers()
    asked = {
        form: [
            _ours(articles[form], "published", None),
            *(ask(name, reader, samples, form) for name, reader in readers.items()),
        ]
        for form in FORMS
    }
    heads = ("dates", "of", "text", "n", *VERDICTS, "accuracy", "precision", "ms/text")
    show_table(
        heads,
        [
            (one.name, lang, form, *date_row(samples, lang, one))
            for lang in LANGUAGES
            for form in FORMS
            for one in asked[form]
        ],
    )


def show_titles(samples: Sequence[Sample], articles: Articles) -> None:
    """Print the table of headlines, which only lines can show."""
    form = "text_lines"
    asked = (
        _ours(articles[form], "title", None),
        ask("first fair line", first_line, samples, form),
    )
    heads = ("headlines", "of", "text", "n", *VERDICTS[:3], "accuracy")
    show_table(
        heads,
        [
            (one.name, lang, form, *title_row(samples, lang, one))
            for lang in LANGUAGES
            for one in asked
        ],
    )


def show_authors(samples: Sequence[Sample], articles: Articles) -> None:
    """Print the table of authors."""
    asked = [
        (form, one)
        for form in FORMS
        for one in (
            _ours(articles[form], "authors", ()),
            ask("plain byline", from_byline, samples, form),
        )
    ]
    counts = ("gold", "in text", "given", "right", "precision", "recall", "recall in text")
    show_table(
        ("authors", "of", "text", *counts),
        [
            (one.name, lang, form, *author_row(samples, lang, one, form))
            for lang in LANGUAGES
            for form, one in asked
        ],
    )


def show_seconds(samples: Sequence[Sample]) -> None:
    """Print what the catalogue alone takes for an article that claims its language."""
    rows = [("all", form, *_summary(catalogue_seconds(samples, form))) for form in FORMS]
    show_table(("seconds per article of", "text", "mean", "median", "longest"), rows)


def _summary(seconds: Sequence[float]) -> tuple[str, ...]:
    ordered = sorted(seconds) or [0.0]
    mean, median = sum(ordered) / len(ordered), ordered[len(ordered) // 2]
    return tuple(f"{number:.6f}" for number in (mean, median, ordered[-1]))


@dataclass(frozen=True, slots=True)
class Miss:
    """A field that was not read as the gold has it; `place` is where the gold stands, if known."""

    verdict: str
    field: str
    said: str
    gold: str
    place: int | None


def _date_miss(sample: Sample, article: newsarc.Article | None, text: str) -> Miss | None:
    found = article.published if article else None
    judged = verdict(sample, found)
    if judged not in {"wrong", "missed"} or sample.day is None:
        return None
    day = (sample.day.year, sample.day.month, sample.day.day)
    place = next((w.start for w in written(text) if day == _parts(w.date)), None)
    where = "" if sample.date_in_text else " (not in the text)"
    return Miss(str(judged), "published", str(found), f"{sample.day}{where}", place)


def _parts(date: PartialDate) -> tuple[int, int | None, int | None]:
    return date.year, date.month, date.day


def _title_miss(sample: Sample, article: newsarc.Article | None, text: str) -> Miss | None:
    found = article.title if article else None
    judged = title_verdict(sample, found)
    if judged not in {"wrong", "missed"}:
        return None
    return Miss(str(judged), "title", str(found), sample.title, _place(text, [sample.title]))


def _author_miss(sample: Sample, article: newsarc.Article | None, text: str) -> Miss | None:
    said = {fold(name): name for name in (article.authors if article else ())}
    gold = {fold(name): name for name in sample.authors}
    absent = [name for key, name in gold.items() if key not in said and stands(name, text)]
    judged = "wrong" if said.keys() - gold else "missed" if absent else None
    if judged is None or not gold:
        return None
    place = _place(text, absent or sample.authors)
    return Miss(judged, "authors", "; ".join(said.values()), "; ".join(sample.authors), place)


def _place(text: str, words: Iterable[str]) -> int | None:
    places = (re.search(re.escape(word), text, re.IGNORECASE) for word in words)
    return next((found.start() for found in places if found), None)


# Headlines are not to be had of a text in one line.
MISSES = {
    "date": (FORMS, _date_miss),
    "title": (("text_lines",), _title_miss),
    "authors": (FORMS, _author_miss),
}


def show_misses(field: str, samples: Sequence[Sample], articles: Articles) -> None:
    """Print each miss of a field beside its gold, with the evidence and the words of the text."""
    forms, missed = MISSES[field]
    for form in forms:
        for sample, article in zip(samples, articles[form], strict=True):
            miss = missed(sample, article, sample.texts[form])
            if miss:
                click.echo(f"{miss.verdict} {field}  {form}  {sample.language}  {sample.id}")
                _show_miss(miss, article, sample.texts[form])


def _show_miss(miss: Miss, article: newsarc.Article | None, text: str) -> None:
    click.echo(f"  gold      {miss.gold}\n  read      {miss.said}")
    for evidence in article.evidence if article else ():
        if evidence.field == miss.field:
            click.echo(f"  evidence  {evidence.rule}: {evidence.words}")
    click.echo(f"  begins    {_words(text, 0, 200)}")
    if miss.place is not None:
        click.echo(f"  gold at   {miss.place}: {_words(text, max(0, miss.place - 80), 200)}")
    click.echo()


def _words(text: str, start: int, length: int) -> str:
    """Give a stretch of a text in one line, its line ends as bars that can be seen."""
    return "⏎".join(text[start : start + length].split("\n"))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("field", required=False, type=click.Choice(list(MISSES)))
@click.option("--show", type=click.Choice(["wrong"]), help="Show the misses, of a FIELD or of all.")
def main(file: Path, field: str | None, show: str | None) -> None:
    """Measure how well the metadata of the texts in FILE are read."""
    if field and not show:
        raise click.UsageError("a FIELD needs --show wrong")
    samples = read_samples(file)
    articles = {form: ingested(samples, form) for form in FORMS}
    for kind in ([field] if field else MISSES) if show else ():
        show_misses(kind, samples, articles)
    refused = sum(article is None for article in articles["text_flat"])
    undated = sum(sample.day is None for sample in samples)
    click.echo(f"{len(samples)} texts, {refused} refused, {undated} without a gold date\n")
    show_dates(samples, articles)
    show_titles(samples, articles)
    show_authors(samples, articles)
    show_seconds(samples)


if __name__ == "__main__":
    main()
