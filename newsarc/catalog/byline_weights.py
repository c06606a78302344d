"""The weights of the features of bylines, as `tests/benchmarks/fit.py` fitted them.

They were fitted to the pages of `stamp_weights` whose authors are known.
"""

# The answer that the text has no byline.
NONE = "none of them"

WEIGHTS = {
    "a label before it": -0.87,
    "a label above it": 1.19,
    "beside the stamp": 0.80,
    "a line of its own": -0.78,
    "before a separator": -0.41,
    "a pseudonym": 0.25,
    "much else on its line": -0.69,
    "the label of another role": -0.88,
    "words of a picture": 0.39,
    "known first names": 0.17,
    "a single name": 0.14,
    "in capitals": 0.35,
    "named in the text": -0.59,
    "named in the headline": -0.08,
    "named on another line": 0.61,
    "right below the headline": 0.10,
    "below the headline": 1.01,
    "farther below the headline": 0.09,
    "far below the headline": -0.53,
    "right above the headline": 0.28,
    "above the headline": -0.33,
    "on the headline": -0.06,
    "next to the stamp": 1.06,
    "near the stamp": 0.79,
    "no stamp in the text": 0.79,
    "below the first paragraphs": 0.01,
    "paragraphs above": -0.28,
    "near above the text": 0.40,
    "right below the text": 0.29,
    "below the text": 0.41,
    "on the last line": -0.13,
    "the first name": 0.11,
    "the first label": 1.22,
    "another has a label": -0.33,
    "others have labels, too": -0.28,
    "many signatures": -0.05,
    "in a list of names": -0.23,
    NONE: 0.06,
}
