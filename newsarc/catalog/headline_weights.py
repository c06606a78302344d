"""The weights of the features of headlines, as `tests/benchmarks/fit.py` fitted them.

They were fitted to 544 pages of publishers, as a reader copies them, two thirds of them German.
"""

WEIGHTS = {
    "length": 2.22,
    "one word": -1.19,
    "a headline's number of words": 0.71,
    "begins small": -1.63,
    "ends as a sentence": -1.11,
    "holds a stamp": -0.43,
    "stands within another line": 0.98,
    "share of words that come back": 0.68,
    "words that come back": 1.72,
    "no word comes back": -0.73,
    "repeated often": 0.42,
    "near the top": 1.18,
    "near the top of a clean page": 1.11,
    "lines above": -1.31,
    "below a shorter line": 0.41,
    "below a paragraph": -0.94,
    "near below a paragraph": -1.17,
    "near above a paragraph": 0.96,
    "right below the stamp": 1.34,
    "near above the stamp": 2.34,
    "no stamp below": -0.86,
    "no byline below": -1.02,
    "no paragraph below": -0.42,
    "running text below": 0.75,
    "paragraphs above": -1.25,
}
