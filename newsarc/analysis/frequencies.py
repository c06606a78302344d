"""How frequent German words are, for the splitting of compounds.

The figures are those of wordfreq's German list (R. Speer, to 2021; the list is under CC BY-SA
4.0): 634,000 words in each inflected form, from encyclopedias, subtitles, news, books, the web
and what people write there. It will not change any more, and so the parts of a word do not.
The words of an archive itself were tried beside it, and change nothing for the better.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# On the Zipf scale: one word in forty million. Two fifths of the list are rarer; without them
# one compound in a thousand less is split rightly, and as many less are split wrongly.
_LEAST = 1.4


@cache
def german() -> Mapping[str, float]:
    """Give the frequent German words, as `str.casefold` has them, on the Zipf scale.

    Loading takes about half a second and 90 MB; only what splits new words should ask.
    """
    from wordfreq import get_frequency_list

    # The n-th list holds the words whose frequency is 10 ** (-n / 100).
    lists = get_frequency_list("de", "large")[: round((9 - _LEAST) * 100) + 1]
    zipf: dict[str, float] = {}
    for place, words in enumerate(lists):
        zipf.update(dict.fromkeys(filter(str.isalpha, words), 9 - place / 100))
    return zipf
