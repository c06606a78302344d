"""The weights of the features of headlines, as `tests/benchmarks/fit.py` fitted them.

They were fitted to 544 pages of publishers, as a reader copies them, two thirds of them German.
"""

WEIGHTS = {
    "length": 2.22,
    "one word": -1.19,
    "a headline's number of words": 0.70,
    "begins small": -1.61,
    "ends as a sentence": -1.11,
    "holds a stamp": -0.38,
    "stands within another line": 0.98,
    "share of words that come back": 0.67,
    "words that come back": 1.73,
    "no word comes back": -0.73,
    "repeated often": 0.42,
    "near the top": 1.17,
    "near the top of a clean page": 1.10,
    "lines above": -1.31,
    "below a shorter line": 0.41,
    "below a paragraph": -0.94,
    "near below a paragraph": -1.15,
    "near above a paragraph": 0.96,
    "right below the stamp": 1.34,
    "near above the stamp": 2.36,
    "no stamp below": -0.86,
    "no byline below": -1.03,
    "no paragraph below": -0.42,
    "running text below": 0.73,
    "paragraphs above": -1.25,
}
