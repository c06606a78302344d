"""Fit the weights of the model that finds the headline of a page.

    python -m tests.benchmarks.headline FILE

FILE holds pages with their headlines (JSON Lines, plain or gzip: `text_lines`, `gold_title`,
`title_in_text`, `site_hint`). A conditional logit is fitted over the candidates of each page.
Printed are the weights, to be put into `newsarc.catalog.headline`, and the share of headlines
found: on the pages themselves, and in fourfold cross-validation by publisher. Needs numpy.
"""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import numpy as np
from msgspec import Struct

from newsarc.catalog.headline import candidates, features, page_of
from newsarc.catalog.layout import lines
from newsarc.catalog.stamps import stamps
from newsarc.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A numpy array; its own type is unknown where numpy is not installed.
Array = Any

# The ridge penalty on weights, and the number and length of the descent's steps.
_RIDGE, _STEPS, _RATE = 3.0, 300, 0.05
_FOLDS = 4


class Sample(Struct, frozen=True):
    """The features of each candidate of a page, and which candidates are the headline."""

    publisher: str
    rows: Array
    right: Array


def read(file: Path) -> tuple[list[str], list[Sample]]:
    """Return the names of the features, and all pages whose text contains the headline."""
    names: list[str] = []
    samples = []
    for record in _records(file):
        text = clean(record["text_lines"])
        page = page_of(lines(text), stamps(text))
        found = [dict(features(page, number)) for number in candidates(page)]
        names = names or [name for seen in found[:1] for name in seen]
        gold = fold(record["gold_title"])
        right = [fold(page.lines[number].text) == gold for number in candidates(page)]
        numbers = [[float(seen[name]) for name in names] for seen in found]
        shaped = np.array(numbers, dtype=float).reshape(len(found), -1)
        publisher = str(record.get("site_hint") or record["id"])
        samples.append(Sample(publisher, shaped, np.array(right, dtype=float)))
    return names, samples


def _records(file: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt") as stream:
        for line in stream:
            record = json.loads(line)
            if record["title_in_text"] and record["gold_title"]:
                yield record


def fit(samples: Sequence[Sample]) -> Array:
    """Return the weights that make the headlines most likely, by gradient descent (Adam)."""
    known = [sample for sample in samples if sample.right.any()]
    weights = np.zeros(known[0].rows.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        gradient = _RIDGE * weights + sum(_gradient(sample, weights) for sample in known)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _gradient(sample: Sample, weights: Array) -> Array:
    worth = sample.rows @ weights
    chance = np.exp(worth - worth.max())
    chance /= chance.sum()
    wanted = chance * sample.right
    step: Array = sample.rows.T @ (chance - wanted / (wanted.sum() + 1e-12))
    return step


def found(samples: Sequence[Sample], weights: Array) -> int:
    """Count the pages whose best candidate is the headline."""
    return sum(
        bool(len(sample.right) and sample.right[int(np.argmax(sample.rows @ weights))])
        for sample in samples
    )


def cross_validated(samples: Sequence[Sample]) -> int:
    """Count the same, with weights that were fitted without the page's own publisher."""
    publishers = sorted({sample.publisher for sample in samples})
    random.Random(1).shuffle(publishers)
    fold_of = {name: number % _FOLDS for number, name in enumerate(publishers)}
    total = 0
    for number in range(_FOLDS):
        rest = [sample for sample in samples if fold_of[sample.publisher] != number]
        own = [sample for sample in samples if fold_of[sample.publisher] == number]
        total += found(own, fit(rest))
    return total


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(file: Path) -> None:
    """Fit the weights of headlines to the pages in FILE."""
    names, samples = read(file)
    weights = fit(samples)
    for name, weight in zip(names, weights, strict=True):
        click.echo(f'    "{name}": {weight:.2f},')
    pages = len(samples)
    click.echo(f"{pages} pages; found {found(samples, weights) / pages:.3f}, ", nl=False)
    click.echo(f"in cross-validation {cross_validated(samples) / pages:.3f}")


if __name__ == "__main__":
    main()
