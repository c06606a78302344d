"""Measure how well dates, headlines and authors are read, beside other ways to read them.

    python -m tests.quality.metadata FILE [--folds 5] [--show wrong [date|title|authors]]

Each line of FILE (JSON Lines, plain or gzip) is an object: `id`, `site_hint` (the publisher),
`lang_attr`, `gold_title`, `gold_date`, `gold_author`, `date_in_text`, `title_in_text`, and the
text twice, as `text_lines` and as `text_flat`. FILE may also be a folder of pages, whose markup
is stripped (see `pages`). The texts are written into a folder and ingested like any others. With
`--folds`, each is read with weights that were fitted without its publisher. Other readers are
compared if they are installed. This is no test: it prints tables for people to read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.quality.metadata.answers import (
    ask,
    catalogue_seconds,
    date_readers,
    first_line,
    from_articles,
    from_byline,
    ingested,
)
from tests.quality.metadata.misses import MISSES, show_misses
from tests.quality.metadata.samples import FORMS, read_samples
from tests.quality.metadata.verdicts import VERDICTS, author_row, date_row, title_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import newsarc
    from tests.quality.metadata.samples import Sample

    Articles = dict[str, list[newsarc.Article | None]]

LANGUAGES = ("de", "all")
_WORDS = 3  # columns at the left that hold words, not numbers


def show_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows below their heads; words are aligned left, numbers right."""
    table = [heads, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [
            cell.ljust(width) if column < _WORDS else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())
    click.echo()


def show_dates(samples: Sequence[Sample], articles: Articles) -> None:
    """Print the table of dates: both forms, both languages, all readers."""
    readers = date_readers()
    given = {
        form: [
            from_articles(articles[form], "published", None),
            *(ask(name, reader, samples, form) for name, reader in readers.items()),
        ]
        for form in FORMS
    }
    rows = [
        (one.name, language, form, *date_row(samples, language, one))
        for language in LANGUAGES
        for form in FORMS
        for one in given[form]
    ]
    show_table(("dates", "of", "text", "n", *VERDICTS, "accuracy", "precision", "ms/text"), rows)


def show_titles(samples: Sequence[Sample], articles: Articles) -> None:
    """Print the table of headlines, which can only be read in texts with line breaks."""
    form = "text_lines"
    given = (
        from_articles(articles[form], "title", None),
        ask("first fair line", first_line, samples, form),
    )
    rows = [
        (one.name, language, form, *title_row(samples, language, one))
        for language in LANGUAGES
        for one in given
    ]
    show_table(("headlines", "of", "text", "n", *VERDICTS[:3], "accuracy"), rows)


def show_authors(samples: Sequence[Sample], articles: Articles) -> None:
    """Print the table of authors."""
    given = [
        (form, one)
        for form in FORMS
        for one in (
            from_articles(articles[form], "authors", ()),
            ask("plain byline", from_byline, samples, form),
        )
    ]
    rows = [
        (one.name, language, form, *author_row(samples, language, one, form))
        for language in LANGUAGES
        for form, one in given
    ]
    counts = ("gold", "in text", "given", "right", "precision", "recall", "recall in text")
    show_table(("authors", "of", "text", *counts), rows)


def show_seconds(samples: Sequence[Sample]) -> None:
    """Print the time of the catalogue alone, for articles that claim their language."""
    rows = [("all", form, *_summary(catalogue_seconds(samples, form))) for form in FORMS]
    show_table(("seconds per article of", "text", "mean", "median", "longest"), rows)


def _summary(seconds: Sequence[float]) -> tuple[str, ...]:
    ordered = sorted(seconds) or [0.0]
    mean, median = sum(ordered) / len(ordered), ordered[len(ordered) // 2]
    return tuple(f"{number:.6f}" for number in (mean, median, ordered[-1]))


def _read(samples: Sequence[Sample]) -> Articles:
    return {form: ingested(samples, form) for form in FORMS}


def _cross_validated(samples: Sequence[Sample], number: int) -> Articles:
    """Read each sample with weights that were fitted to the samples of other publishers."""
    from tests.quality.metadata.fitting import fit, folds, own_weights  # needs numpy

    articles: Articles = {form: [None] * len(samples) for form in FORMS}
    with own_weights():
        for rest, own in folds(samples, number):
            fit(rest)
            read = _read([samples[place] for place in own])
            for form in FORMS:
                for place, article in zip(own, read[form], strict=True):
                    articles[form][place] = article
    return articles


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.argument("field", required=False, type=click.Choice(list(MISSES)))
@click.option("--folds", type=click.IntRange(min=2), help="Cross-validate by publisher.")
@click.option("--show", type=click.Choice(["wrong"]), help="Show the misses, of a FIELD or of all.")
def main(file: Path, field: str | None, folds: int | None, show: str | None) -> None:
    """Measure how well the metadata of the texts in FILE are read."""
    if field and not show:
        raise click.UsageError("a FIELD needs --show wrong")
    samples = read_samples(file)
    articles = _cross_validated(samples, folds) if folds else _read(samples)
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
