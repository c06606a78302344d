"""English: stop words, and the comma between thousands."""

from __future__ import annotations

from newsarc.analysis.languages.base import Language

_STOP_WORDS = frozenset(
    "the a an and or of in on to for by with from at as is are was were be been being has "
    "have had what who whom whose when where why how which that this it its do does did he "
    "she they we i you".split()
)

ENGLISH = Language(
    "en", "english", suffixing=True, stop_words=_STOP_WORDS, lemmas=True, thousands=","
)
