"""The weights of the features of bylines, as `tests/benchmarks/fit.py` fitted them.

They were fitted to the pages of `stamp_weights` whose authors are known.
"""

# The answer that the text has no byline.
NONE = "none of them"

WEIGHTS = {
    "a label before it": -0.87,
    "a label above it": 1.19,
    "beside the stamp": 0.83,
    "a line of its own": -0.70,
    "before a separator": -0.40,
    "a pseudonym": 0.26,
    "much else on its line": -0.69,
    "the label of another role": -0.89,
    "words of a picture": 0.40,
    "known first names": 0.17,
    "a single name": 0.15,
    "in capitals": 0.34,
    "named in the text": -0.59,
    "named in the headline": -0.04,
    "named on another line": 0.58,
    "right below the headline": 0.01,
    "below the headline": 0.92,
    "farther below the headline": 0.02,
    "far below the headline": -0.44,
    "right above the headline": 0.33,
    "above the headline": -0.42,
    "on the headline": -0.21,
    "next to the stamp": 1.12,
    "near the stamp": 0.70,
    "no stamp in the text": 0.78,
    "below the first paragraphs": 0.05,
    "paragraphs above": -0.40,
    "near above the text": 0.47,
    "right below the text": 0.29,
    "below the text": 0.41,
    "on the last line": -0.13,
    "the first name": 0.09,
    "the first label": 1.24,
    "another has a label": -0.34,
    "others have labels, too": -0.29,
    "many signatures": -0.06,
    "in a list of names": -0.24,
    NONE: -0.05,
}
