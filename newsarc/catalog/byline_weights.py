"""The weights of the features of bylines, as `tests/benchmarks/fit.py` fitted them.

They were fitted to the pages of `stamp_weights` whose authors are known.
"""

# The answer that the text has no byline.
NONE = "none of them"

WEIGHTS = {
    "a label before it": -0.91,
    "a label above it": 1.18,
    "beside the stamp": 0.76,
    "a line of its own": -0.81,
    "before a separator": -0.29,
    "a pseudonym": 0.25,
    "much else on its line": -0.71,
    "the label of another role": -0.88,
    "words of a picture": 0.40,
    "known first names": 0.16,
    "a single name": 0.22,
    "in capitals": 0.37,
    "named in the text": -0.62,
    "named in the headline": -0.19,
    "named on another line": 0.62,
    "right below the headline": 0.13,
    "below the headline": 1.03,
    "farther below the headline": 0.04,
    "far below the headline": -0.58,
    "right above the headline": 0.27,
    "above the headline": -0.29,
    "on the headline": -0.22,
    "next to the stamp": 1.08,
    "near the stamp": 0.73,
    "no stamp in the text": 0.67,
    "below the first paragraphs": 0.00,
    "paragraphs above": -0.25,
    "near above the text": 0.37,
    "right below the text": 0.27,
    "below the text": 0.41,
    "on the last line": -0.15,
    "the first name": 0.11,
    "the first label": 1.19,
    "another has a label": -0.34,
    "others have labels, too": -0.27,
    "many signatures": -0.06,
    "in a list of names": -0.23,
    NONE: 0.06,
}
