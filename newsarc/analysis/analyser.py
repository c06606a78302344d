"""From a word to the form and the stem by which it is found."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import unidata_version

from msgspec import Struct

from newsarc.analysis.chains import joined
from newsarc.analysis.languages import versions
from newsarc.analysis.stems import stemmer
from newsarc.text import form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# To be raised with each change that gives words other tokens, unless the change is in the rules
# of one language: these have a version of their own.
_VERSION = "5"
# Cache size of a search; an index has a larger cache of its own.
_MOST_WORDS = 50_000


class Analysis(Struct, frozen=True, gc=False):
    """A word's form, the same for all its spellings, and its stem, the same for all inflections."""

    form: str
    stem: str


@cache
def version() -> str:
    """Name everything that forms and stems depend on.

    An archive keeps the version that it was indexed with; with another one it needs a reindex.
    """
    import Stemmer

    own = f"{_VERSION} {versions()}".strip()
    return f"{own} PyStemmer {Stemmer.version()} Unicode {unidata_version}"


@lru_cache(maxsize=_MOST_WORDS)
def analyse(word: str, language: str | None) -> Analysis:
    """Analyse one word as it is written; in an unknown language the stem is the form.

    The stem keeps the diacritics of the lemma. Of a very long word the first 255 characters count.
    """
    stem = stemmer(language)(word.lower()[:255])
    return Analysis(form(word), form(stem or word))


def variants(words: Iterable[str], languages: Iterable[str | None]) -> tuple[tuple[str, ...], ...]:
    """Return the stems of some words once for each language, without duplicates.

    Each variant has one stem for each word. The first one is that of no language, in which the
    stems are the forms.
    """
    written = tuple(words)
    rows = (
        tuple([analyse(word, language).stem for word in written]) for language in (None, *languages)
    )
    return tuple(dict.fromkeys(rows))


def sequences(words: Sequence[str], languages: Sequence[str | None]) -> tuple[tuple[str, ...], ...]:
    """Return the sequences of stems that words side by side in a query may match in a text.

    These are the variants of the words and, where the words can be joined, the variants of the
    single word: `("e", "mail")` and `("email",)`.
    """
    whole = joined(words)
    single = () if whole is None else variants([whole], languages)
    return (*variants(words, languages), *single)
