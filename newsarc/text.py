"""Characters and words: cleaning, words with their places, folded forms, digests.

Nothing here knows a language; what a word means is the business of `analysis`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newsarc.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

# Lucene cuts tokens at 255 characters too; what is longer is no word of a language.
LONGEST_FORM = 255

# Letters and digits, each with the combining marks that no composed character replaces.
# Runs are taken as a whole: in half the time of one character after the other.
WORD = pattern(r"[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+)*+")

_LINE_ENDS = pattern(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Soft hyphen, zero-width characters, marks of direction, byte order mark, other controls.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_REMOVED = pattern(f"[{_INVISIBLE}]")
_UNPRINTABLE = pattern(rf"[\u2028\u2029\ud800-\udfff{_INVISIBLE}]")
_UNPRINTABLE_IN_LINE = pattern(rf"[\t\n\v\f\r\u2028\u2029\ud800-\udfff{_INVISIBLE}]")
_SURROGATE = pattern(r"[\ud800-\udfff]")
_SOFT_CUT = pattern("\u00ad[ \t]*\n[ \t]*(?=[^\\W\\d_])")
_BLANK = pattern(r"[^\S\n ]")
# Of these alone nothing is invisible, and nothing is to be composed: so it is with most texts.
_PLAIN = pattern("[\n -~¡-¬®-ſ–—‘-„…€]*")
# A word cut at a line's end: "Verhand-\nlung". Not before a conjunction ("Vor-\nund Nachteile"),
# where the hyphen stands for the part left out.
_CUT_WORD = pattern(
    r"(?<=[^\W\d_])-\n(?!(?:und|oder|bzw\.|sowie|bis|and|or)(?:\s|$))(?=[a-zß-öø-ÿ])"
)
# A compound cut at its own hyphen: "Nato-\nOsterweiterung" keeps it.
_CUT_AT_HYPHEN = pattern(r"(?<=[^\W\d_]-)\n(?=[A-ZÀ-ÖØ-Þ])")

# A sentence's end, with its closing quote, the white space behind it, and what may begin one. A
# number or a short word before the full stop is an ordinal or an abbreviation: "2. Februar",
# "Dr. Muster", "z. B. Äpfel". A line's end ends one, too. It begins with what is rare, so that the
# machine skips from one such sign to the next; the group is where the white space begins.
_SENTENCE_END = pattern(
    r"[.!?…\n](?:(?<!\n)[\"“”»«’)]?"
    r"(?<!\b[0-9]\.)(?<!\b[0-9]{2}\.)(?<!\b\w\.)(?<!\b\w{2}\.)(?<!\bProf\.)"
    r"()\s+(?=[\"„“»«(]?[A-ZÄÖÜ0-9])|(?<=\n)\n*)"
)

# Most texts hold nothing else beyond ASCII but "ß"; to exchange these is three times as fast as to
# take all characters apart.
_ASCII = tuple(zip("äöüéèáàç„“”‚‘’–—\xa0", "aoueeaac\"\"\"'''-- ", strict=True))


def clean(text: str) -> str:
    r"""Free a text of what only its carrier needed; paragraphs stay apart by one empty line.

    Line ends become `\n`; soft hyphens, zero-width characters, marks of direction and
    control characters go; any other white space becomes one blank; a word that was cut at
    a line's end is joined; the result is in normal form C. No letter and no digit is lost.
    Cleaning twice changes nothing.
    """
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFC", _visible(text))
    if " " in text:
        text = "\n".join([line.strip(" ") for line in text.split("\n")])
        text = _shortened(text, "  ", " ")
    if "-\n" in text:
        text = _CUT_AT_HYPHEN.sub("", _CUT_WORD.sub("", text))
    return _shortened(text, "\n\n\n", "\n\n").strip()


def _visible(text: str) -> str:
    if _is_printable(text.replace("\n", "")):
        return text
    text = _SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    return _BLANK.sub(" ", _REMOVED.sub("", _SOFT_CUT.sub("", text)))


def _is_printable(text: str) -> bool:
    """Tell whether nothing in a line is invisible; Python takes one such character for a sign."""
    return "\u034f" not in text and text.isprintable()


def _shortened(text: str, run: str, shorter: str) -> str:
    while run in text:
        text = text.replace(run, shorter)
    return text


def printable(text: str) -> str:
    """Make foreign text safe for a line of a terminal: controls and line ends become blanks."""
    return text if _is_printable(text) else _UNPRINTABLE_IN_LINE.sub(" ", text)


def escape_unprintable(json: str) -> str:
    """Write what a terminal must not see raw as JSON escapes; the JSON means the same."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a cleaned text at its empty lines."""
    return tuple(text.split("\n\n")) if text else ()


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Give start and end of every sentence between two places; a line's end ends one, too."""
    end = len(text) if end is None else end
    for gap in _SENTENCE_END.finditer(text, start, end):
        stop = max(gap.start(), gap.start(1))
        if stop > start:
            yield start, stop
        start = gap.end()
    if start < end:
        yield start, end


def stretches(text: str, signs: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give start and end of what stands between blanks around signs, each once.

    The signs come in order, and none holds a blank.
    """
    end = 0
    for sign in signs:
        if sign.start() >= end:
            begin = text.rfind(" ", end, sign.start()) + 1 or end
            end = text.find(" ", sign.end())
            end = len(text) if end == -1 else end
            yield begin, end


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Give every word as it is written, with its start and end in the text."""
    return ((found.start(), found.end(), found[0]) for found in WORD.finditer(text))


class _Folded(dict[int, str]):
    """Characters, each with what it is in a form; a letter's form depends on no other."""

    def __missing__(self, number: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(number).casefold()).casefold()
        self[number] = bare = "".join(filter(str.isalnum, decomposed))
        return bare


_FOLDED = _Folded()


def fold(word: str) -> str:
    """Give the form in which spellings of a word meet: no case, no diacritics, `ß` as `ss`.

    A form holds letters and digits only; of a longer word the first 255 characters count.
    """
    if word.isascii() and word.isalnum():  # as most words are
        return word.lower()[:LONGEST_FORM]
    return (word.translate(_FOLDED) or word)[:LONGEST_FORM]


def plain(text: str) -> str:
    """Exchange the usual characters beyond ASCII of a text in lower case, each for a single one."""
    for character, other in _ASCII:
        text = text.replace(character, other)
    return text


def fold_label(label: str) -> str:
    """Give the form in which spellings of a name of several words meet."""
    return " ".join(fold(word) for _, _, word in words(label))


def are_similar(one: str, other: str, edits: int) -> bool:
    """Tell whether so many edits at most make a word of the other: a letter put in, left out,
    exchanged for another, or exchanged with its neighbour (no letter is edited twice).
    """
    letters, others = set(one), set(other)
    strange = max(len(letters - others), len(others - letters))  # one for each edit at most
    if abs(len(one) - len(other)) > edits or strange > edits:
        return False
    return Distance(one).to(other) <= edits


class Distance:
    """Damerau-Levenshtein distance (optimal string alignment) of one form to many words.

    A column of the table of distances is two numbers, of the bits that go up and down in it
    (H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances,
    2003): six times as fast in Python as going from cell to cell.
    """

    def __init__(self, form: str) -> None:
        """Take the one form."""
        self._size = len(form)
        self._places: dict[str, int] = {}
        for at, letter in enumerate(form):
            self._places[letter] = self._places.get(letter, 0) | 1 << at

    def to(self, word: str) -> int:
        """Give its distance to a word."""
        if not self._size:
            return len(word)
        distance, last = self._size, 1 << self._size - 1
        up, down, straight, before = (1 << self._size) - 1, 0, 0, 0
        for letter in word:
            here = self._places.get(letter, 0)
            swapped = ((~straight & here) << 1) & before
            straight = (((here & up) + up) ^ up) | here | down | swapped
            right_up, right_down = down | ~(straight | up), up & straight
            distance += bool(right_up & last) - bool(right_down & last)
            right_up, right_down = right_up << 1 | 1, right_down << 1
            up, down = right_down | ~(straight | right_up), right_up & straight
            before = here
        return distance


def storable(text: str) -> str:
    """Write what is no character (a byte of a file's name, half of a pair) as an escape."""
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "surrogatepass")
    return data.decode("utf-8", "backslashreplace")


def digest(text: str) -> str:
    """Give 32 hexadecimal digits that stand for exactly this text (SHA-256, cut)."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
