"""Make any number of articles with the word statistics of real ones.

    python -m tests.benchmarks.corpus --from FILE --articles N [--seed S] [--size B] [--out FILE]

FILE holds articles (JSON Lines, plain or gzip: title, body). A made article consists of one
of their titles and of paragraphs from their bodies: runs of neighbouring sentences, so that
words come in bursts as they do in news. Lengths vary log-normally around a mean. Since the
vocabulary of news never stops growing, invented names are mixed in: some are new in each
article, the others come back, old ones more often. Ids and URLs are unique, the dates cover
twenty years, and the sources are few and of unequal size.

The same arguments always make the same articles, and a larger number begins with the same
ones. It needs as much memory as FILE, however many articles are made.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import re
import sys
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import BinaryIO

SIZE = 2_200  # bytes of a body, on average
SPREAD = 0.7  # standard deviation of the logarithms of lengths, as in real articles
RUN = 5  # sentences in a paragraph at most
MENTIONS = 4  # invented names in an article

# After n articles there are FACTOR * n ** POWER names (Heaps' law). Fitted to the growth of the
# vocabulary in 80 MB of German news, which predicts 526,000 forms in 225 MB; the made articles
# have 491,000.
FACTOR, POWER = 15.0, 0.83
# The first 50 names are about equally frequent, the others follow Zipf's law.
_EQUALS = 50
_ONSETS = "b d f g h j k l m n p r s t v w z br dr fl gr kl kr pr schm st tr".split()
_NUCLEI = "a e i o u au ei eu ie".split()
_CODAS = ["", "l", "n", "r", "m", "x", "tz"]  # none forms another onset with the next syllable
_SYLLABLES = [a + b + c for a in _ONSETS for b in _NUCLEI for c in _CODAS]
_ALL_NAMES = len(_SYLLABLES) ** 3
# A number without a common factor with _ALL_NAMES, so that neighbours get dissimilar names.
_SCATTER = 1_000_000_007

PLACES = (
    "nord sued ost west mitte alpen elbe rhein main donau weser oder neckar isar saale spree harz "
    "heide see kueste"
).split()
SOURCES = [f"{place}kurier.example" for place in PLACES]
FIRST_DAY, DAYS = date(2004, 1, 1), 7_305
# Ids and URLs say `made`, so that nobody takes these for real articles.
_RECORD = (
    '{"id":"made-%d-%d","title":"%s","date":"%sT%02d:%02d:00+01:00","source":"%s",'
    '"url":"https://%s/made-%d/%d","lang":"de","body":"%s"}\n'
)


class Material(Struct, frozen=True):
    """What articles are made of, escaped for JSON. `size` is the mean bytes of a sentence."""

    titles: Sequence[str]
    sentences: Sequence[str]
    size: float


def read(lines: Iterable[str]) -> Material:
    """Read the titles and sentences of articles. Raises ValueError and KeyError."""
    titles, sentences = [], []
    for line in lines:
        record = json.loads(line)
        titles.append(_escaped(record["title"] or ""))
        parts = re.split(r"(?<=[.!?])\s+", record["body"])
        sentences += [_escaped(" ".join(part.split())) for part in parts]
    return Material(
        [title for title in titles if title],
        [sentence for sentence in sentences if sentence],
        fmean(len(sentence.encode()) + 1 for sentence in sentences),
    )


def _escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def name(number: int) -> str:
    """Return the name with a number; different numbers have different names."""
    rest, found = (number + 1) * _SCATTER % _ALL_NAMES, ""
    for _ in range(3):
        rest, at = divmod(rest, len(_SYLLABLES))
        found += _SYLLABLES[at]
    return found.capitalize()


def known_names(articles: float) -> float:
    """Return how many different names a number of articles contains."""
    return FACTOR * math.pow(articles, POWER)


def names(drawing: random.Random, number: int) -> Iterator[str]:
    """Yield the names in an article: the new ones, then some that came before."""
    before, now = int(known_names(number)), int(known_names(number + 1))
    yield from map(name, range(before, now))
    for _ in range(MENTIONS - (now - before)):
        yield name(int(_EQUALS * ((1 + now / _EQUALS) ** drawing.random() - 1)))


def paragraphs(drawing: random.Random, material: Material, size: int) -> list[str]:
    """Draw paragraphs for a text of `size` bytes on average."""
    middle = math.log(size) - SPREAD**2 / 2
    left = max(1, round(drawing.lognormvariate(middle, SPREAD) / material.size))
    found = []
    while left > 0:
        run = min(left, 1 + int(drawing.random() * RUN))
        at = int(drawing.random() * (len(material.sentences) - run))
        found.append(" ".join(material.sentences[at : at + run]))
        left -= run
    return found


def body(drawing: random.Random, material: Material, number: int, size: int) -> str:
    """Draw a text, and insert names between its words."""
    found = paragraphs(drawing, material, size)
    for called in names(drawing, number):
        at = int(drawing.random() * len(found))
        text = found[at]
        end = text.find(" ", int(drawing.random() * len(text)))
        end = len(text) if end < 0 else end
        found[at] = f"{text[:end]} {called}{text[end:]}"
    return "\\n\\n".join(found)


def articles(material: Material, *, seed: int, size: int = SIZE) -> Iterator[str]:
    """Yield articles without end, each as a line of JSON."""
    drawing = random.Random(seed)
    days = [(FIRST_DAY + timedelta(number)).isoformat() for number in range(DAYS)]
    number = 0
    while True:
        chance = drawing.random
        title = material.titles[int(chance() * len(material.titles))]
        day, minute = days[int(chance() * DAYS)], int(chance() * 1_440)
        source = SOURCES[int(len(SOURCES) ** chance()) - 1]
        text = body(drawing, material, number, size)
        clock = divmod(minute, 60)
        yield _RECORD % (seed, number, title, day, *clock, source, source, seed, number, text)
        number += 1


@contextmanager
def written(path: Path) -> Iterator[BinaryIO | gzip.GzipFile]:
    """Open a file for writing: stdout for `-`, compressed for `.gz` (fast rather than small)."""
    if str(path) == "-":
        yield sys.stdout.buffer
    elif path.suffix == ".gz":
        with gzip.open(path, "wb", compresslevel=1) as file:
            yield file
    else:
        with path.open("wb") as file:
            yield file


def opened(path: Path) -> Any:
    """Open a file of articles, plain or gzip, to read its lines."""
    return (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8")


@click.command()
@click.option(
    "--from",
    "real",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Real articles, as JSON Lines.",
)
@click.option(
    "--articles", "number", required=True, type=click.IntRange(min=1), help="Articles to make."
)
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same ones.")
@click.option(
    "--size",
    type=click.IntRange(min=100),
    default=SIZE,
    show_default=True,
    help="Mean bytes of a body.",
)
@click.option(
    "--out", default="-", type=click.Path(path_type=Path), help="Output file; stdout if not given."
)
def main(real: Path, number: int, seed: int, size: int, out: Path) -> None:
    """Make articles with the word statistics of real ones."""
    with opened(real) as lines:
        material = read(lines)
    with written(out) as file:
        for line in islice(articles(material, seed=seed, size=size), number):
            file.write(line.encode())


if __name__ == "__main__":
    main()
