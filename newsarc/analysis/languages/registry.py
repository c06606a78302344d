"""The known languages, by their codes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis.languages.base import Language
from newsarc.analysis.languages.english import ENGLISH
from newsarc.analysis.languages.german import GERMAN
from newsarc.analysis.lemmas import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

# Languages with rules of their own.
_LANGUAGES = {each.code: each for each in (GERMAN, ENGLISH)}

# Languages that only have a stemmer: ISO 639-1 code → name of the Snowball algorithm.
_STEMMED = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "el": "greek",
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
# Languages with a table of lemmas: the dictionary of simplemma joins more than their stemmers do.
_LEMMAS = frozenset("ca cs da es fi fr hu it nl no pl pt ro ru sv".split())
# Those of them whose stemmers only remove suffixes.
_SUFFIXING = frozenset({"da", "es", "fr", "it", "no", "pt", "sv"})


@cache
def language(code: str | None) -> Language:
    """The language with an ISO 639-1 code; one without any rules for None or an unknown code."""
    if code in _LANGUAGES:
        return _LANGUAGES[code]
    snowball = _STEMMED.get(code or "")
    lemmas = code in _LEMMAS
    suffixing = snowball is None or code in _SUFFIXING
    return Language(code, snowball, suffixing=suffixing, lemmas=lemmas)


def stop_words(codes: Iterable[str | None]) -> frozenset[str]:
    """The stop words of several languages together, as folded forms."""
    return frozenset().union(*(language(code).stop_words for code in codes))


def versions() -> str:
    """The versions of the lemmas and of the languages' own rules: "lemmas1 de1 sv2"."""
    changed = (each for each in _LANGUAGES.values() if each.version)
    own = (f"{each.code}{each.version}" for each in changed)
    return " ".join((f"lemmas{VERSION}", *own))
