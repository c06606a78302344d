"""The scale of scores, which every engine keeps: BM25.

This is the first step of ranking. The second adds to it what the texts of the best articles say,
see `newsarc.search.ranking`; the score of a hit is the sum.

The score of an article is the sum over the tokens that a query's words stand for:

    idf · tf · (k1 + 1) / (tf + k1 · (1 - b + b · length / mean length))

`tf` is how often the token stands in the article, each time as much as its column weighs; a column
is a field (headline, kicker, body) and a kind of token (form, stem, part). Length is the number of
tokens of all columns. A word stands for its form, its stem in each language of the archive, and
its token as a part of compounds; each of these has its own `idf`. Of a compound taken apart each
part is a token, which an engine may count where the other parts are not near.

The formula is that of SQLite's FTS5. (S. Robertson and H. Zaragoza, The Probabilistic Relevance
Framework: BM25 and Beyond, 2009.)
"""

from __future__ import annotations

from math import log

from msgspec import Struct

K1 = 1.2
B = 0.75
# What a token weighs at least: FTS5, too, lets one that half of the articles hold still count.
_LEAST = 1e-6


class Weights(Struct, frozen=True):
    """The weight of a column is that of its field times that of its kind.

    A headline says in ten words what an article is about. Tuned by `tests/benchmarks/tune.py` on
    five collections; equal forms count a little more than equal stems alone.
    """

    title: float = 4.0
    kicker: float = 2.0
    body: float = 1.0
    forms: float = 0.45
    stems: float = 1.0
    parts: float = 0.3

    def column(self, field: str, kind: str) -> float:
        """Return the weight of a column by its names in `analysis.FIELDS` and `KINDS`."""
        weight: float = getattr(self, kind) * getattr(self, field)
        return weight


WEIGHTS = Weights()


def idf(holding: float, articles: float) -> float:
    """Return the inverse document frequency of a token that `holding` of all articles hold."""
    return max(_LEAST, log((articles - holding + 0.5) / (holding + 0.5)))
