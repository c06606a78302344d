"""The weights of the features of bylines, as `tests/benchmarks/fit.py` fitted them.

They were fitted to the pages of `stamp_weights` whose authors are known.
"""

# The answer that the text has no byline.
NONE = "none of them"

WEIGHTS = {
    "a label before it": -1.04,
    "a label above it": 1.18,
    "beside the stamp": 0.68,
    "a line of its own": -0.96,
    "before a separator": -0.10,
    "a pseudonym": 0.16,
    "much else on its line": -0.61,
    "the label of another role": -1.29,
    "words of a picture": 0.40,
    "known first names": 0.25,
    "a single name": 0.26,
    "in capitals": 0.34,
    "named in the text": -0.68,
    "named in the headline": -0.06,
    "named on another line": 0.69,
    "right below the headline": 0.22,
    "below the headline": 0.86,
    "farther below the headline": -0.01,
    "far below the headline": -0.67,
    "right above the headline": 0.29,
    "above the headline": -0.38,
    "on the headline": -0.26,
    "next to the stamp": 1.15,
    "near the stamp": 0.72,
    "no stamp in the text": 0.86,
    "below the first paragraphs": -0.08,
    "paragraphs above": -0.42,
    "near above the text": 0.26,
    "right below the text": 0.47,
    "on the last line": -0.02,
    "the first name": 0.29,
    "the first label": 1.18,
    "another has a label": -0.40,
    "many signatures": -0.13,
    "in a list of names": -0.33,
    NONE: 0.22,
}
