"""Stems, by language: the Snowball algorithms."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from newsarc.analysis.stopwords import stop_words

if TYPE_CHECKING:
    from collections.abc import Callable

# ISO 639-1 code → name of the Snowball algorithm.
SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
    "yi": "yiddish",
}

# Where a stem begins as its word does; others take something from the beginning as well.
SUFFIXING = frozenset({"da", "de", "en", "es", "fr", "it", "no", "pt", "sv", None})


@cache
def stemmer(language: str | None) -> Callable[[str], str]:
    """Give the function from a lower-case word to its stem; without an algorithm, the word."""
    import Stemmer

    name = SNOWBALL.get(language or "")
    # An older PyStemmer knows fewer languages. The words it has stemmed are kept by `analyse`.
    if name is None or name not in Stemmer.algorithms():
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(name, 0).stemWord
    if language == "de":
        stem = partial(_without_second_n, stem)
    serving = stop_words((language or "",))
    return partial(_beyond, serving, stem) if serving else stem


def _without_second_n(stem: Callable[[str], str], word: str) -> str:
    """Give one stem to „Ärztin“ and „Ärztinnen“, which Snowball takes for two words.

    „Beginn“ loses its n with all its forms; shorter words ("Inn", "Sinn") keep theirs.
    """
    found = stem(word)
    return found[:-1] if found.endswith("inn") and len(found) > len("sinn") else found


def _beyond(serving: frozenset[str], stem: Callable[[str], str], word: str) -> str:
    """Keep two letters more where a stem would be a stop word: „Sicherheit“ is no „sich“."""
    found = stem(word)
    return word[: len(found) + 2] if found in serving and word not in serving else found
