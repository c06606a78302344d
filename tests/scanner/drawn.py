"""Words that tests draw: of texts, made of other words, and of any letters."""

from __future__ import annotations

from itertools import islice

from hypothesis import strategies as st

from newsarc.analysis.languages.german import COMPOUNDS
from newsarc.analysis.words import words
from tests.strategies import german_words

GERMAN = words("de")
# Of the table, in the order of the file, which is that of checksums.
SOME = tuple(islice(GERMAN, 4_000))
LINKS = ("", "", "s", "es", "n", "en", "e")


def made(of: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Draw words made of some words, with links between them."""
    part = st.tuples(st.sampled_from(of), st.sampled_from(LINKS)).map("".join)
    return st.lists(part, min_size=2, max_size=4).map("".join)


SHORT = tuple(sorted(COMPOUNDS.short_first | COMPOUNDS.short_last))
WORDS = st.one_of(
    german_words().map(str.casefold),
    made(SOME),
    made((*SHORT, *SOME[:100])),
    st.text("aeinrstäöü", max_size=70),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
