"""Ways to find a word other than by its form and its stem: the tokens of the `parts` columns.

A compound is found by its parts and by sequences of them; a chain as a single word; "StudentInnen"
as "Student"; and a name by other spellings of its umlauts. `newsarc.analysis.lookup` makes of the
words of a query the tokens that match these. The native scanner makes most of these tokens itself
(`splitter.rs`): both change together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis.analyser import analyse, spellings
from newsarc.analysis.chains import chains, joined, runs
from newsarc.analysis.gender import marked_words
from newsarc.analysis.languages import language
from newsarc.analysis.splitter import Way
from newsarc.analysis.stems import others
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsarc.analysis.languages import Language
    from newsarc.analysis.splitter import Splitter

# What begins the tokens of chains: a hyphen, which no word holds.
_CHAIN = "\u2010"


def word_ways(word: str, code: str | None, splitter: Splitter) -> list[Way]:
    """Return the ways to a word besides its stem; the parts of a compound come first, in order."""
    parts = splitter.pieces(word, code)
    ways = _part_ways(word, parts) if parts else []
    ways += [Way(token, 0, len(word)) for token in other_tokens(word, code)]
    return ways


def other_tokens(word: str, code: str | None) -> Sequence[str]:
    """Return the tokens of ways to a whole word besides its stem."""
    tokens: Sequence[str] = others(code)(word)
    if other_words := _other_words(word, language(code)):
        stem = analyse(word, code).stem
        stems = dict.fromkeys([analyse(other, code).stem for other in other_words])
        tokens = [*(other for other in stems if other != stem), *tokens]
    return tokens


def _other_words(word: str, own: Language) -> Sequence[str]:
    """Return other words by which a word is found, as they would be written."""
    base = None if own.masculine is None else own.masculine(word)
    respelt = spellings(word)[1:] if own.respells_names and word[0].isupper() else ()
    return respelt if base is None else (base, *respelt)


def linked_ways(
    text: str,
    code: str | None,
    splitter: Splitter,
    is_promising: Callable[[str], object] | None = None,
) -> Iterator[Way]:
    """Return the ways to what several words of a text are together: to chains and marked words.

    With `is_promising`, only to those whose folded letters pass it.
    """
    for chain in chains(text, code):
        if is_promising is None or is_promising(fold(chain[0])):
            for way in _chain_ways(chain[0], code, splitter):
                yield Way(way.token, chain.start() + way.start, chain.start() + way.end)
    if language(code).masculine is not None:
        for start, end, words in marked_words(text):
            own = set(_tokens_of(WORD.findall(text, start, end), code, splitter))
            tokens = dict.fromkeys(_tokens_of(words, code, splitter))
            yield from (Way(token, start, end) for token in tokens if token not in own)


def _tokens_of(words: Iterable[str], code: str | None, splitter: Splitter) -> Iterator[str]:
    """Yield the stems of some words and the tokens of all ways to them."""
    for word in words:
        yield analyse(word, code).stem
        yield from (way.token for way in word_ways(word, code, splitter))


def _chain_ways(chain: str, code: str | None, splitter: Splitter) -> Iterator[Way]:
    """Return the ways to a chain: each run of its words as one word, and as a part of a compound.

    "Nato-Osterweiterungspläne" is found by "Natoosterweiterungspläne" and "Nato-Osterweiterung".
    No token comes twice. Behind that of a run stands the one of its single words, see `bounded`.
    """
    seen: set[str] = set()
    for run in runs(chain):
        for way in _run_ways(run, code, splitter):
            if way.token not in seen:
                seen.add(way.token)
                yield way


def _run_ways(run: Sequence[re.Match[str]], code: str | None, splitter: Splitter) -> Iterator[Way]:
    words = [word[0] for word in run]
    whole = joined(words)
    if whole is None:
        return
    start, last = run[0].start(), run[-1]
    stem, stems = analyse(whole, code).stem, [analyse(word, code).stem for word in words]
    if stem not in stems:  # as in "Lehrer/innen"
        yield Way(chained(stem), start, last.end())
        yield Way(bounded(stems), start, last.end())
    parts = splitter.pieces(last[0], code)
    token = "".join(stems_of_parts(words[:-1], code, splitter)) if parts else ""
    for part in parts[:-1]:
        token += part.token
        yield Way(token, start, last.start() + _unfolded(last[0], part.end))


def chained(stem: str) -> str:
    """Return the token of words that a sign joins to one with this stem."""
    return f"{_CHAIN}{stem}"


def bounded(stems: Iterable[str]) -> str:
    """Return the token that says of such words what each of them is.

    It tells "SARS-CoV-2" from "SARS-CoV2", which are the same word: the words of one of them are
    counted by their places already.
    """
    return chained(_CHAIN.join(stems))


def stems_of_parts(words: Sequence[str], code: str | None, splitter: Splitter) -> Iterator[str]:
    """Return the stems of the parts of some words, in order; a simple word is its own part."""
    for word in words:
        yield from splitter.parts(word, code) or (analyse(word, code).stem,)


def _part_ways(word: str, parts: Sequence[Way]) -> list[Way]:
    """Return the parts of a compound, and each sequence of some of them as if it were one word."""
    if len(word) != len(word.casefold()):
        parts = [_unfolded_part(word, part) for part in parts]
    ways = list(parts)
    for length in range(2, len(parts)):
        for first in range(len(parts) - length + 1):
            row = parts[first : first + length]
            token = "".join([part.token for part in row])
            ways.append(Way(token, row[0].start, row[-1].end))
    return ways


def _unfolded_part(word: str, part: Way) -> Way:
    return Way(part.token, _unfolded(word, part.start), _unfolded(word, part.end))


def _unfolded(word: str, at: int) -> int:
    """Return the place in a word of a place in the casefolded word, where "ß" is "ss"."""
    return next((n for n in range(len(word)) if len(word[:n].casefold()) >= at), len(word))
