"""The answers of newsarc that are not right, one by one, with the words of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from newsarc.dates.written import written
from tests.quality.metadata.samples import FORMS, fold, occurs
from tests.quality.metadata.verdicts import title_verdict, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import newsarc
    from newsarc.dates import PartialDate
    from tests.quality.metadata.samples import Sample


class Miss(Struct, frozen=True):
    """A field that newsarc read wrong. The right answer begins at `place`, if it was found."""

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
    absent = [name for key, name in gold.items() if key not in said and occurs(name, text)]
    judged = "wrong" if said.keys() - gold else "missed" if absent else None
    if judged is None or not gold:
        return None
    place = _place(text, absent or sample.authors)
    return Miss(judged, "authors", "; ".join(said.values()), "; ".join(sample.authors), place)


def _place(text: str, words: Iterable[str]) -> int | None:
    places = (re.search(re.escape(word), text, re.IGNORECASE) for word in words)
    return next((found.start() for found in places if found), None)


# The forms of the text that are judged, and what finds a miss. A text on one line does not
# show where its headline ends.
MISSES = {
    "date": (FORMS, _date_miss),
    "title": (("text_lines",), _title_miss),
    "authors": (FORMS, _author_miss),
}


def show_misses(
    field: str,
    samples: Sequence[Sample],
    articles: Mapping[str, Sequence[newsarc.Article | None]],
) -> None:
    """Print each miss of a field: the right answer, the evidence, the words of the text."""
    forms, missed = MISSES[field]
    for form in forms:
        for sample, article in zip(samples, articles[form], strict=True):
            miss = missed(sample, article, sample.texts[form])
            if miss:
                click.echo(f"{miss.verdict} {field}  {form}  {sample.language}  {sample.id}")
                _show(miss, article, sample.texts[form])


def _show(miss: Miss, article: newsarc.Article | None, text: str) -> None:
    click.echo(f"  gold      {miss.gold}\n  read      {miss.said}")
    for evidence in article.evidence if article else ():
        if evidence.field == miss.field:
            click.echo(f"  evidence  {evidence.rule}: {evidence.words}")
    click.echo(f"  begins    {_words(text, 0, 200)}")
    if miss.place is not None:
        click.echo(f"  gold at   {miss.place}: {_words(text, max(0, miss.place - 80), 200)}")
    click.echo()


def _words(text: str, start: int, length: int) -> str:
    """Return a part of a text on one line, with its line breaks made visible."""
    return "⏎".join(text[start : start + length].split("\n"))
