"""What queries found, as `trec_eval` and its kin read it.

label Q0 id rank score newsarc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.records.kept import Page

# trec_eval goes by the score alone, which it keeps in 32 bits: a smaller step may be lost.
_STEP = 0.0001


def run_lines(label: str, page: Page) -> Iterator[str]:
    """Give a line for each hit of a page, near misses included.

    Each score is less than the one before: where those of the hits are not (near misses have
    scores of their own, equal ones are ordered by id, and dates have none), it is lowered.
    """
    before = None
    for rank, hit in enumerate(page.hits, start=page.offset + 1):
        score = round(hit.score or 0.0, 4)
        if before is not None:
            score = min(score, round(before - _STEP, 4))
        yield f"{label} Q0 {hit.article.id} {rank} {score:.4f} newsarc"
        before = score
