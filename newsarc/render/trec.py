"""The hits of queries in the form of TREC, for `trec_eval` and similar tools.

label Q0 id rank score newsarc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.records.kept import Page

# trec_eval sorts by score alone, in 32 bits: a smaller difference may be lost.
_STEP = 0.0001


def run_lines(label: str, page: Page) -> Iterator[str]:
    """A line for each hit of a page, near misses included.

    Each score is lower than the one before. Hits do not promise that: near misses have scores of
    their own, equal scores are ordered by id, and a page sorted by date has none. Such scores are
    lowered.
    """
    before = None
    for rank, hit in enumerate(page.hits, start=page.offset + 1):
        score = round(hit.score or 0.0, 4)
        if before is not None:
            score = min(score, round(before - _STEP, 4))
        yield f"{label} Q0 {hit.article.id} {rank} {score:.4f} newsarc"
        before = score
