"""Fit the weights of the models that choose dates, headlines and bylines.

    python -m tests.benchmarks.fit FILE...

A FILE holds texts with the right answers, or is a folder of pages (see `tests.quality.metadata`).
Printed are the weights of each model, to be put into `newsarc.catalog`, and the share of texts
whose best candidate is right: in the texts themselves, and in fivefold cross-validation by
publisher. Needs numpy.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tests.quality.metadata.fitting import MODELS, best, fit, fitted, folds, own_weights, problems
from tests.quality.metadata.samples import read_samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.quality.metadata.fitting import Model
    from tests.quality.metadata.samples import Sample

_FOLDS = 5


def cross_validated(model: Model, samples: Sequence[Sample]) -> float:
    """Return the share of texts solved with weights fitted without the text's publisher."""
    right = whole = 0
    for rest, own in folds(samples, _FOLDS):
        weights = fitted(problems(model, rest))
        model.weights.clear()
        model.weights.update(weights)
        found = problems(model, [samples[number] for number in own])
        right, whole = right + sum(best(model, one) for one in found), whole + len(found)
    return right / whole


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(files: tuple[Path, ...]) -> None:
    """Fit the weights of all models to the texts in FILES."""
    samples = [sample for file in files for sample in read_samples(file)]
    with own_weights():
        fit(samples)
        for model in MODELS:
            click.echo(f"{model.name}:")
            for name, weight in model.weights.items():
                click.echo(f'    "{name}": {weight:.2f},')
            found = problems(model, samples)
            share = sum(best(model, one) for one in found) / len(found)
            click.echo(f"{len(found)} texts; right {share:.3f}, ", nl=False)
            weights = dict(model.weights)
            click.echo(f"in cross-validation {cross_validated(model, samples):.3f}")
            model.weights.update(weights)


if __name__ == "__main__":
    main()
