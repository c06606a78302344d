"""The parts of an article that are searched, each as written forms and as stems."""

from __future__ import annotations

from typing import NamedTuple

# In the order of the columns of `Indexed`.
FIELDS = ("title", "kicker", "body")


class Indexed(NamedTuple):
    """An article's words as an index takes them: blank-separated, forms and stems in step.

    The n-th stem of a field belongs to its n-th form, and both to its n-th word.
    """

    title_forms: str
    kicker_forms: str
    body_forms: str
    title_stems: str
    kicker_stems: str
    body_stems: str
