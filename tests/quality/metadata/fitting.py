"""Fits the weights of the catalogue's models to texts with the right answers. Needs numpy.

Each model is a conditional logit over the candidates of a text (`newsarc.catalog.model`). The
weights make the right ones most likely, with a ridge penalty; where none is right, the right
answer is that none is, if the model has that answer.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct

from newsarc.catalog import byline_weights, headline, headline_weights, stamp_weights, stamps
from newsarc.catalog.byline_features import features as byline_features
from newsarc.catalog.byline_features import signed
from newsarc.catalog.head import head_of_page
from newsarc.catalog.layout import lines
from newsarc.catalog.signatures import signatures
from newsarc.catalog.stamp_features import features as stamp_features
from newsarc.text import clean
from tests.quality.metadata.samples import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tests.quality.metadata.samples import Sample

    Features = dict[str, float]
    # A numpy array; its own type is unknown where numpy is not installed.
    Array = Any

# The ridge penalty on weights, and the number and length of the descent's steps.
_RIDGE, _STEPS, _RATE = 2.0, 300, 0.05
_NONE = "none of them"


class Problem(Struct, frozen=True):
    """The features of each candidate of a text, and whether each is right."""

    candidates: list[Features]
    right: list[bool]


class Model(Struct, frozen=True):
    """A model: its name, its table of weights, and how a text becomes a problem for it."""

    name: str
    weights: dict[str, float]
    form: str
    problem: Callable[[Sample, str], Problem | None]


def _date(sample: Sample, text: str) -> Problem | None:
    if sample.day is None:
        return None
    page = stamps.dated(text)
    days = [one.stamp.date.span.first.date() for one in page.candidates]
    right = [day == sample.day for day in days]
    return _with_none([stamp_features(page, n) for n in range(len(days))], right)


def _headline(sample: Sample, text: str) -> Problem | None:
    if not (sample.title and sample.title_in_text):
        return None
    rows = lines(text)
    page = headline.page_of(rows, stamps.stamps(text, rows))
    numbers = headline.candidates(page)
    right = [fold(page.lines[number].text) == fold(sample.title) for number in numbers]
    return Problem([headline.features(page, number) for number in numbers], right)


def _byline(sample: Sample, text: str) -> Problem | None:
    known = set(map(fold, sample.authors))
    if not known:
        return None
    head = head_of_page(text)
    whole = signed(head, signatures(head))
    said = [set(map(fold, one.authors)) for one in whole.signatures]
    right = [2 * len(names & known) > len(names) for names in said]
    return _with_none([byline_features(whole, n) for n in range(len(said))], right)


def _with_none(candidates: list[Features], right: list[bool]) -> Problem:
    return Problem([*candidates, {_NONE: 1.0}], [*right, not any(right)])


# In the order in which they depend on one another.
MODELS = (
    Model("date", stamp_weights.OF_LINES, "text_lines", _date),
    Model("date, one line", stamp_weights.OF_ONE_LINE, "text_flat", _date),
    Model("headline", headline_weights.WEIGHTS, "text_lines", _headline),
    Model("byline", byline_weights.WEIGHTS, "text_lines", _byline),
)


def problems(model: Model, samples: Iterable[Sample]) -> list[Problem]:
    """Return what a model has to solve in some samples; those without an answer are left out."""
    texts = ((sample, clean(sample.texts[model.form])) for sample in samples)
    found = (model.problem(sample, text) for sample, text in texts if text)
    return [problem for problem in found if problem is not None and any(problem.right)]


def fitted(found: Sequence[Problem]) -> Features:
    """Return the weights that make the right candidates most likely, by gradient descent (Adam)."""
    names = list(dict.fromkeys(name for one in found for row in one.candidates for name in row))
    rows = np.array(
        [[float(row.get(name, 0)) for name in names] for one in found for row in one.candidates]
    )
    right = np.array([float(one) for each in found for one in each.right])
    starts = np.cumsum([0, *(len(one.right) for one in found)])[:-1]
    owner = np.repeat(np.arange(len(found)), [len(one.right) for one in found])
    weights = _descended(rows, right, starts, owner)
    return dict(zip(names, (round(float(weight), 2) for weight in weights), strict=True))


def _descended(rows: Array, right: Array, starts: Array, owner: Array) -> Array:
    weights = np.zeros(rows.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = rows @ weights
        chance = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        chance /= np.add.reduceat(chance, starts)[owner]
        wanted = chance * right
        wanted /= np.add.reduceat(wanted, starts)[owner] + 1e-12
        gradient = _RIDGE * weights + rows.T @ (chance - wanted)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def fit(samples: Sequence[Sample]) -> None:
    """Fit all models to some samples, each with those before it in place."""
    for model in MODELS:
        weights = fitted(problems(model, samples))
        model.weights.clear()
        model.weights.update(weights)


@contextmanager
def own_weights() -> Iterator[None]:
    """Put all weights back at the end that were in place before."""
    before = [dict(model.weights) for model in MODELS]
    try:
        yield
    finally:
        for model, weights in zip(MODELS, before, strict=True):
            model.weights.clear()
            model.weights.update(weights)


def folds(samples: Sequence[Sample], number: int) -> Iterator[tuple[list[Sample], list[int]]]:
    """Yield for each fold the samples of other publishers, and the numbers of its own."""
    publishers = sorted({sample.publisher for sample in samples})
    np.random.default_rng(1).shuffle(publishers)
    fold_of = {name: place % number for place, name in enumerate(publishers)}
    for this in range(number):
        rest = [sample for sample in samples if fold_of[sample.publisher] != this]
        own = [n for n, sample in enumerate(samples) if fold_of[sample.publisher] == this]
        yield rest, own


def best(model: Model, problem: Problem) -> bool:
    """Whether the candidate with the highest score is right."""
    scores = [
        sum(model.weights.get(name, 0.0) * value for name, value in row.items())
        for row in problem.candidates
    ]
    return problem.right[max(range(len(scores)), key=scores.__getitem__)]
