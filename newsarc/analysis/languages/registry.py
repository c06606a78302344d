"""The known languages, by their codes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis.languages.base import Language
from newsarc.analysis.languages.english import ENGLISH
from newsarc.analysis.languages.german import GERMAN

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
# Those of them whose stemmers only remove suffixes.
_SUFFIXING = frozenset({"da", "es", "fr", "it", "no", "pt", "sv"})


@cache
def language(code: str | None) -> Language:
    """The language with an ISO 639-1 code; one without any rules for None or an unknown code."""
    if code in _LANGUAGES:
        return _LANGUAGES[code]
    snowball = _STEMMED.get(code or "")
    return Language(code, snowball, suffixing=snowball is None or code in _SUFFIXING)


def stop_words(codes: Iterable[str | None]) -> frozenset[str]:
    """The stop words of several languages together, as folded forms."""
    return frozenset().union(*(language(code).stop_words for code in codes))


def versions() -> str:
    """The versions of the languages' own rules: "" or, for example, "de1 sv2"."""
    changed = (each for each in _LANGUAGES.values() if each.version)
    return " ".join(f"{each.code}{each.version}" for each in changed)
