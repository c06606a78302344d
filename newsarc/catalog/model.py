"""Linear models: a candidate's score is the sum of its features, each times its weight.

Candidates of one text compete in a conditional logit: the chance of each is its share of the sum
of all exponentiated scores. A model is a table of weights by the name of the feature. The weights
are fitted to pages of many publishers by `tests/benchmarks/fit.py`; none means anything without
the others.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Weights = Mapping[str, float]
    Features = Mapping[str, float]

Key = TypeVar("Key")


def score(weights: Weights, features: Features) -> float:
    """Return the score of a candidate."""
    return sum([weights[name] * value for name, value in features.items() if value])


def chances(scores: Sequence[float]) -> list[float]:
    """Return the chance of each candidate; together they are 1."""
    highest = max(scores, default=0.0)
    shares = [exp(score - highest) for score in scores]
    whole = sum(shares)
    return [share / whole for share in shares]


def likeliest(
    keys: Sequence[Key], scores: Sequence[float], none: float, least: float
) -> Key | None:
    """Return the key that is most likely right, or None if it is likelier that none is.

    The chances of equal keys are added, and must reach `least`; `none` is the score of none.
    """
    *found, nothing = chances([*scores, none])
    by_key: dict[Key, float] = {}
    for key, chance in zip(keys, found, strict=True):
        by_key[key] = by_key.get(key, 0.0) + chance
    best = max(by_key, key=by_key.__getitem__, default=None)
    return None if best is None or by_key[best] < max(least, nothing) else best


def strongest(weights: Weights, features: Features, most: int = 3) -> tuple[str, ...]:
    """Return the names of the features that speak most for a candidate, the strongest first."""
    reasons = sorted(
        ((weights[name] * value, name) for name, value in features.items()), reverse=True
    )
    return tuple(name for weight, name in reasons[:most] if weight > 0)
