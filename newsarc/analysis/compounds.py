"""German compounds: the parts that a word is put together from.

A word is cut in two where both sides are known words and, taken together, more frequent than
the whole: the geometric mean of P. Koehn and K. Knight, "Empirical Methods for Compound
Splitting", 2003. Both sides are then cut in the same way. Nothing is known here of other
languages, nor of where the frequencies come from.

All this is done for each new word of an archive, and there are thirty in an article. Few ends
of a word are words themselves, and so they are sought first; a pattern costs as much as ten
looks into a dictionary, and so it is asked last.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.analysis.frequencies import Frequencies

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
# "Öltag", where the whole word has to be longer.
_SHORTEST_INNER = 5
# A compound of three. Shorter ones ("Spitzingsee") are rarer than simple words taken for one.
_SHORTEST_NESTED = 3 * _SHORTEST_PART
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
_NEVER_FIRST = pattern(
    # prefixes in a row ("unternehmen", "ausgestellt"), and one with what a stem begins with
    # ("verbleiben", "geschehen")
    rf"(?:{_PREFIXES})+|(?:auf|aus|ein|ent|über|um|unter|ver|vor|zer)(?:[bdfgklmprstvwz]|sch|st)|"
    "(?:an|be|durch|ge|nach|zu)s(?:ch|t)?|"
    # what has no vowel, beginnings of adverbs and pronouns, and of auxiliaries ("könntest")
    "[^aeiouyäöü]+|alle[ns]?|dies|dort|einer|eines|einst|folg|heut|hierzu|immer|irgend|jede[nr]?|keine?s?|mehr|"
    "noch|sich|viel|weit|wenig|dürf|konn|könn|möch|müss|soll|woll|wuss"
)
_NEVER_LAST = pattern(
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

# The score of what ends words that are no compounds.
_NEVER = -1.0
# These do so behind some words only.
_ENDS, _HAFT = frozenset({"ende", "enden"}), "haft"
# Words share their beginnings and ends: of the beginnings that new words are asked for, half
# are among so many that were asked for last.
_MOST_PARTS = 30_000


class Cutter:
    """Cuts German compounds by the frequencies of words.

    Words are in lower case with their umlauts and with `ss` for `ß`, as `str.casefold` has
    them. `asked` gets the frequencies that were looked up and found. Where the frequencies
    are `constant`, what was found out about a part is kept for a while.
    """

    def __init__(
        self,
        frequencies: Frequencies,
        asked: dict[str, float] | None = None,
        *,
        constant: bool = False,
    ) -> None:
        """Cut by some frequencies on the Zipf scale."""
        self.asked = {} if asked is None else asked
        self._frequencies = frequencies
        self._lasts = _Lasts(frequencies, self.asked)
        self._first = lru_cache(_MOST_PARTS)(self._find_first) if constant else self._find_first
        self._inner = lru_cache(_MOST_PARTS)(self._find_inner) if constant else self._find_inner

    def split(self, word: str) -> tuple[str, ...]:
        """Give the parts of a word in their order; a simple word is its own only part.

        The parts are words for a stemmer to read. With linking elements ("s", "es", "n",
        "en", none) or an "e" lost between them, they make up the whole word. A part that is
        a likelier word with its linking element keeps it, as "kinder" and "bundes" do.
        """
        found = self.cut(word)
        if found is None:
            return (word,)
        return *self.split(found.modifier), *self.split(found.head)

    def cut(self, word: str) -> Cut | None:
        """Cut a word in two where it is likeliest put together; None for a simple word."""
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return None
        frequency = self._frequency(word)
        least = frequency + _MARGIN - _MARGIN_PER_LETTER * max(0, len(word) - _LONG)
        if least >= (_FREQUENT_FIRST + _FREQUENT_LAST) / 2:
            return None
        heads = self._heads(word)
        best = self._best(word, heads, least)
        if best is None and frequency < _RARE and len(word) >= _SHORTEST_NESTED:
            best = max(self._nested(word, dict(heads)), key=_score, default=None)
        return best if best and best.score > least else None

    def _frequency(self, word: str) -> float:
        frequency = self._frequencies.get(word)
        if frequency is None:
            return 0.0
        self.asked[word] = frequency
        return frequency

    def _heads(self, word: str) -> list[tuple[int, float]]:
        """Give each place behind which a known word stands, and its score as a last part."""
        known, lasts = self._frequencies, self._lasts
        return [(at, lasts[head]) for at in _places(word) if (head := word[at:]) in known]

    def _best(self, word: str, heads: Sequence[tuple[int, float]], least: float) -> Cut | None:
        """Give the best cut between two known words, if it is better than the least."""
        best = None
        for at, last in heads:
            if last > 0 and (_FREQUENT_FIRST + last) / 2 > least:
                modifier, first = self._first(word[:at])
                score = (first + last) / 2
                if first and score > least and not self._is_suffix(word, at):
                    best, least = Cut(at, modifier, word[at:], score), score
        return best

    def _nested(self, word: str, lasts: dict[int, float]) -> list[Cut]:
        """Give the best cuts between a known word and an unknown one that is a compound of two."""
        cuts = []
        latest = max([at for at, last in lasts.items() if last > 0], default=0)
        for at in _places(word):
            last = lasts.get(at, 0.0)
            if last > 0:
                cuts += self._before(word, at, last)
            elif not last:
                cuts += self._behind(word, at, latest)
        return cuts

    def _before(self, word: str, at: int, last: float) -> list[Cut]:
        """Give the cuts before a known word."""
        cuts = []
        for modifier, loss in _bases(word[:at]) if at >= _SHORTEST_PART else ():
            if inner := self._inner(modifier):
                cuts.append(Cut(at, modifier, word[at:], (2 * (inner - loss) + last) / 3))
        return [] if cuts and (_is_never_first(word[:at]) or self._is_suffix(word, at)) else cuts

    def _behind(self, word: str, at: int, latest: int) -> list[Cut]:
        """Give the cut behind a known word; what is cut there must end with a known one, too."""
        modifier, first = self._first(word[:at])
        long = at < latest and len(word) - at >= _SHORTEST_INNER
        inner = self._inner(word[at:]) if first and long else 0.0
        score = (first + 2 * inner) / 3 - _NESTED_LAST
        return [Cut(at, modifier, word[at:], score)] if inner else []

    def _find_inner(self, word: str) -> float:
        """Score the best cut of an unknown part between two known words; 0 if there is none."""
        best = self._best(word, self._heads(word), 0.0)
        return best.score if best else 0.0

    def _find_first(self, written: str) -> tuple[str, float]:
        """Give the likeliest word that a compound begins with, and its score; 0 if none."""
        best, most = "", 0.0
        for base, loss in _bases(written):
            score = min(self._frequency(base), _FREQUENT_FIRST) - loss
            if score > most and (len(base) != _SHORTEST_PART or score + loss >= _KNOWN_SHORT):
                best, most = base, score
        return ("", 0.0) if most and _is_never_first(written) else (best, most)

    def _is_suffix(self, word: str, at: int) -> bool:
        """Tell "folgende" from "Jahresende", and "lebhaft" from "Untersuchungshaft"."""
        head = word[at:]
        if head in _ENDS:
            return self._frequency(word[:at] + "en") > 0
        return head == _HAFT and word[at - 1] != "s"


class _Lasts(dict[str, float]):
    """Known words with their scores as the last part of a compound; 0 for none."""

    def __init__(self, frequencies: Frequencies, asked: dict[str, float]) -> None:
        super().__init__()
        self._frequencies = frequencies
        self._asked = asked

    def __missing__(self, head: str) -> float:
        frequency = self._asked[head] = self._frequencies.get(head) or 0.0
        score = min(frequency, _FREQUENT_LAST)
        if len(head) == _SHORTEST_PART and frequency < _KNOWN_SHORT:
            score = 0.0
        elif head not in _ENDS and head != _HAFT and _NEVER_LAST.fullmatch(head):
            score = _NEVER
        self[head] = score
        return score


def _places(word: str) -> Sequence[int]:
    """Give where a word may be cut, as far as that hangs on the length of its parts."""
    latest = len(word) - _SHORTEST_PART
    places = range(_SHORTEST_PART, latest + 1)
    if word[:3] not in _SHORT_FIRST and word[:2] not in _SHORT_FIRST:
        if word[-3:] not in _SHORT_LAST or latest < _SHORTEST_PART - 1:
            return places
        return range(_SHORTEST_PART, latest + 2)
    before = [at for at in (2, 3) if at <= latest and word[:at] in _SHORT_FIRST]
    ends = latest >= _SHORTEST_PART - 1 or word[:-3] in _SHORT_FIRST
    behind = [len(word) - 3] if ends and word[-3:] in _SHORT_LAST else []
    return [*before, *places, *behind]


def _bases(written: str) -> list[tuple[str, float]]:
    """Give each word that a compound may begin with as `written`, and what its cut loses by it."""
    bases = [(written, 0.0), (written + "e", _LOST_E)]
    for link in _LINKS if written[-1] in "sn" else ():
        base = written.removesuffix(link)
        if base != written and (len(base) >= _SHORTEST_PART or base in _SHORT_FIRST):
            bases.append((base, _LINKED))
    return bases


def _is_never_first(written: str) -> bool:
    return len(written) >= _SHORTEST_PART and _NEVER_FIRST.fullmatch(written) is not None
