"""German compounds: the parts that a word is put together from.

A word is cut in two where both sides are known words and, taken together, more frequent than
the whole: the geometric mean of P. Koehn and K. Knight, "Empirical Methods for Compound
Splitting", 2003. Both sides are then cut in the same way. Nothing is known here of other
languages, nor of where the frequencies come from.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The numbers were set on 6,000 compounds of GermaNet's list, and on the 5,000 most frequent
# German words that are not in it; the half or the double of most changes next to nothing.

# A part of four letters is as frequent as one word in three millions: lists of words are full
# of abbreviations, and of the ends of words that were cut at a line's end.
_KNOWN_SHORT = 2.5
# What is more frequent than this says no more of a compound: "werden" ends none.
_FREQUENT_FIRST = 4.6
_FREQUENT_LAST = 5.0
# By how much a cut must be better than the whole, and how much of it each letter from the
# twelfth on makes up for: simple words are short.
_MARGIN = 0.2
_MARGIN_PER_LETTER = 0.2
_LONG = 11
# What a cut loses by a linking element and by a lost "e". What takes "er" or "e" does so in
# its plural, too ("Kinder", "Hunde"): the two together are a word and need no rule.
_LINKS = ("s", "es", "n", "en")
_LINKED = 0.4
_LOST_E = 0.8
# What a cut loses by a last part that is itself an unknown compound; the first oftener is one.
_NESTED_LAST = 0.3
# An unknown compound in a word that is more frequent than this is none.
_RARE = 2.5

_SHORTEST_PART = 4
# "Ölbild"; and the law of 1999 on the labelling of beef, the longest word that was in force.
_SHORTEST_COMPOUND = 6
_LONGEST_COMPOUND = 63

# Of the shorter words these may begin a compound …
_SHORT_FIRST = frozenset(
    "alt bad bau bio bus ehe eis end erb erd fan gas hof neu not öko öl ost pop rad rot see ski "
    "süd tag tee tor tür uhr web weg wut zug".split()
)
# … and these may end one. Others end too many simple words, as "alt" ends "Gestalt".
_SHORT_LAST = frozenset(
    "abt akt amt arm art bad bau box cup hof jet ort rad rat ruf see set ski tag tal tod tor typ "
    "tür uhr weg zug".split()
)

_PREFIXES = (
    "ab|an|auf|aus|be|bei|da|dar|durch|ein|emp|ent|er|fest|fort|ge|gegen|her|hin|hinter|los|miss|"
    "mit|nach|statt|über|um|un|unter|ver|voll|vor|weg|weiter|wider|wieder|zer|zu|zurück|zusammen"
)
_NEVER_FIRST = re.compile(
    # prefixes in a row ("unternehmen", "ausgestellt"), and one with what a stem begins with
    # ("verbleiben", "geschehen")
    rf"(?:{_PREFIXES})+|(?:auf|aus|ein|ent|über|um|unter|ver|vor|zer)(?:[bdfgklmprstvwz]|sch|st)|"
    "(?:an|be|durch|ge|nach|zu)s(?:ch|t)?|"
    # what has no vowel, beginnings of adverbs and pronouns, and of auxiliaries ("könntest")
    "[^aeiouyäöü]+|alle[ns]?|dies|dort|einer|eines|einst|folg|heut|hierzu|immer|irgend|jede[nr]?|keine?s?|mehr|"
    "noch|sich|viel|weit|wenig|dürf|konn|könn|möch|müss|soll|woll|wuss"
)
_NEVER_LAST = re.compile(
    # what begins as no German word does: "nden", "llen"
    "(?:[lmn][^aeiouyäöü]|r[^aeiouyäöüh]|ff|pp|ss|tl|tt).*|"
    # suffixes of nouns, adjectives and verbs, with the letters that a careless cut leaves to them
    "[bdfgklmnprst]?(?:ung|heit|(?:bar|haftig|ig|lich|losig|sam)?keit|schaft|erei|ion|ling|erin)"
    "(?:en?|s)?|(?:[bdfgklmnprst]?e?r)?innen|"
    "[bdfgklmnprst]?(?:ismus|ismen|isten|chen|eien|ellen?|ere[nr]|ern|esten?|inger)|"
    "(?:ar|ist|[lnrt])?isch(?:e[mnrs]?)?|(?:haft|sch)e(?:re)?[mnrs]?|"
    "(?:artig|bar|fach|halb|ig|lich|los|mässig|sam|voll|ös)(?:e(?:re)?[mnrs]?)?|"
    "i[sz]?ier(?:en|t|te[mnrs]?|ung|ungen|ende?[mnrs]?|bar)|[bdfgklmnprt]?end(?:em|er|es)|"
    # endings of adverbs and pronouns, and little words that simple words end in
    "dermassen|dessen|durch|einander|elben?|erweise|falls|lang|mals|massen|seits|weise|"
    "zehnt(?:en?)?|acht|allen|amen|auch|eben|echt|ehen|eher|eine[nr]?|igen|immer|nissen|nomen|"
    "sten|ster|über|wohl"
)


class Cut(NamedTuple):
    """A compound cut in two: `modifier` as a word of its own, `head` as it stands from `at` on."""

    at: int
    modifier: str
    head: str
    score: float


_score = attrgetter("score")


def split(word: str, frequencies: Mapping[str, float]) -> tuple[str, ...]:
    """Give the parts of a German word in their order; a simple word is its own only part.

    The word is in lower case with its umlauts and with `ss` for `ß`, as `str.casefold` has
    it, and so are the parts, for a stemmer to read. With linking elements ("s", "es", "n",
    "en", none) or an "e" lost between them, the parts make up the whole word. A part that is
    a likelier word with its linking element keeps it, as "kinder" and "bundes" do.
    `frequencies` has, for each word it knows in each inflected form, the decimal logarithm
    of how often it occurs in 10⁹ words (the Zipf scale).
    """
    found = cut(word, frequencies)
    if found is None:
        return (word,)
    return *split(found.modifier, frequencies), *split(found.head, frequencies)


def cut(word: str, frequencies: Mapping[str, float]) -> Cut | None:
    """Cut a word in two where it is likeliest put together; None for a simple word."""
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
        return None
    frequency = frequencies.get(word, 0.0)
    least = frequency + _MARGIN - _MARGIN_PER_LETTER * max(0, len(word) - _LONG)
    if least >= (_FREQUENT_FIRST + _FREQUENT_LAST) / 2:
        return None
    best = max(_cuts(word, frequencies, least), key=_score, default=None)
    if best is None and frequency < _RARE:
        best = max(_nested_cuts(word, frequencies), key=_score, default=None)
    return best if best and best.score > least else None


def _cuts(word: str, frequencies: Mapping[str, float], least: float = 0.0) -> Iterator[Cut]:
    """Give each cut between two known words that is better than the least."""
    for at in _places(word):
        head = word[at:]
        last = _last(head, frequencies)
        if last and (_FREQUENT_FIRST + last) / 2 > least:
            modifier, first = _first(word[:at], frequencies)
            score = (first + last) / 2
            if first and score > least and not _is_suffix(head, word[:at], frequencies):
                yield Cut(at, modifier, head, score)


def _nested_cuts(word: str, frequencies: Mapping[str, float]) -> Iterator[Cut]:
    """Give each cut between a known word and an unknown one that is a compound of two."""
    for at in _places(word):
        head = word[at:]
        last = _last(head, frequencies)
        if last and not _is_suffix(head, word[:at], frequencies):
            for modifier, loss in _bases(word[:at]):
                for inner in _cuts(modifier, frequencies):
                    yield Cut(at, modifier, head, (2 * (inner.score - loss) + last) / 3)
        elif not last:
            modifier, first = _first(word[:at], frequencies)
            for inner in _cuts(head, frequencies) if first else ():
                score = (first + 2 * inner.score) / 3 - _NESTED_LAST
                yield Cut(at, modifier, head, score)


def _places(word: str) -> list[int]:
    """Give where a word may be cut, as far as that hangs on the length of its parts."""
    latest = len(word) - _SHORTEST_PART
    places = [at for at in (2, 3) if at <= latest and word[:at] in _SHORT_FIRST]
    places += range(_SHORTEST_PART, latest + 1)
    if word[-3:] in _SHORT_LAST and (latest >= _SHORTEST_PART - 1 or word[:-3] in _SHORT_FIRST):
        places.append(len(word) - 3)
    return places


def _last(head: str, frequencies: Mapping[str, float]) -> float:
    """Score a word as the last part of a compound; 0 if it is none."""
    frequency = frequencies.get(head, 0.0)
    if not frequency or (len(head) == _SHORTEST_PART and frequency < _KNOWN_SHORT):
        return 0.0
    return min(frequency, _FREQUENT_LAST)


def _first(written: str, frequencies: Mapping[str, float]) -> tuple[str, float]:
    """Give the likeliest word that a compound begins with, and its score; 0 if there is none."""
    best, most = "", 0.0
    for base, loss in _bases(written):
        score = min(frequencies.get(base, 0.0), _FREQUENT_FIRST) - loss
        if score > most and (len(base) != _SHORTEST_PART or score + loss >= _KNOWN_SHORT):
            best, most = base, score
    return best, most


def _bases(written: str) -> list[tuple[str, float]]:
    """Give each word that a compound may begin with as `written`, and what its cut loses by it."""
    if len(written) >= _SHORTEST_PART and _NEVER_FIRST.fullmatch(written):
        return []
    bases = [(written, 0.0), (written + "e", _LOST_E)]
    for link in _LINKS:
        base = written.removesuffix(link)
        if base != written and (len(base) >= _SHORTEST_PART or base in _SHORT_FIRST):
            bases.append((base, _LINKED))
    return bases


def _is_suffix(head: str, written: str, frequencies: Mapping[str, float]) -> bool:
    """Tell "folgende" from "Jahresende", and "lebhaft" from "Untersuchungshaft"."""
    if head in {"ende", "enden"}:
        return written + "en" in frequencies
    if head == "haft":
        return not written.endswith("s")
    return _NEVER_LAST.fullmatch(head) is not None
