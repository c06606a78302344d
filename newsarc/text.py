"""Characters and words: cleaning, words with their places, folded forms, digests.

Nothing here depends on a language; `newsarc.analysis` does.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from newsarc.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

# In characters, as in Lucene. No word of a language is longer.
LONGEST_FORM = 255

# Letters and digits, each with the combining marks that no composed character replaces.
# Matching runs instead of single characters takes half the time.
WORD = pattern(r"[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+)*+")

# Patterns that begin with one set of characters skip from one of these to the next.
_LINE_ENDS = pattern(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
# Soft hyphen, zero-width characters, direction marks, byte order mark, other controls.
_INVISIBLE = (
    r"\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_REMOVED = pattern(f"[{_INVISIBLE}]")
_UNPRINTABLE = pattern(rf"[\u2028\u2029\ud800-\udfff{_INVISIBLE}]")
_UNPRINTABLE_IN_LINE = pattern(rf"[\t\n\v\f\r\u2028\u2029\ud800-\udfff{_INVISIBLE}]")
_SURROGATE = pattern(r"[\ud800-\udfff]")
_SOFT_CUT = pattern("\u00ad[ \t]*\n[ \t]*(?=[^\\W\\d_])")
# The group matches behind a thin blank between groups of digits.
_BLANK = pattern(r"[^\S\n ]((?<=[0-9][\u2009\u202f])(?=[0-9]{3}(?![0-9])))?")
# Visible characters in normal form C. Most texts consist of these and need no further look.
_PLAIN = pattern("[\n -~¡-¬®-ſ–—‘-„•…‹›€]*")
# What stands where a word is cut: the hyphen and its other forms, the sign of text recognition, and
# the double hyphen of Fraktur, as itself or as an equals sign.
CUTS = "-‐¬⸗="
_CUT_SIGNS = frozenset(CUTS)
_CUTS_AT_END = tuple(f"{sign}\n" for sign in CUTS)
# A word cut at the end of a line: "Verhand-\nlung". Not before a conjunction ("Vor-\nund
# Nachteile"), where the hyphen stands for an omitted part.
_CUT_WORD = pattern(
    rf"(?<=[^\W\d_])[{CUTS}]\n(?!(?:und|oder|bzw\.|sowie|bis|and|or)(?:\s|$))(?=[a-zß-öø-ÿ])"
)
# A compound cut at its own hyphen, which it keeps: "Nato-\nOsterweiterung".
_CUT_AT_HYPHEN = pattern(rf"(?<=[^\W\d_])[{CUTS}]\n(?=[A-ZÀ-ÖØ-Þ])")

# The end of a sentence: a full stop or the like, a closing quote, white space, and a character that
# may begin a sentence. A number or a short word before the full stop is an ordinal or an
# abbreviation: "2. Februar", "Dr. Muster", "z. B. Äpfel". The end of a line ends a sentence, too.
# The pattern begins with rare characters, so that the search skips from one to the next; the group
# is where the white space begins.
_SENTENCE_END = pattern(
    r"[.!?…\n](?:(?<!\n)[\"“”»«’)]?"
    r"(?<!\b[0-9]\.)(?<!\b[0-9]{2}\.)(?<!\b\w\.)(?<!\b\w{2}\.)(?<!\bProf\.)"
    r"()\s+(?=[\"„“»«(]?[A-ZÄÖÜ0-9])|(?<=\n)\n*)"
)

# Most texts have no other characters beyond ASCII, except "ß". Replacing these one by one is three
# times as fast as decomposing all characters.
_ASCII = tuple(zip("äöüéèáàç„“”‚‘’–—\xa0", "aoueeaac\"\"\"'''-- ", strict=True))


def clean(text: str) -> str:
    r"""Clean a text; paragraphs are separated by one empty line afterwards.

    Line ends become `\n`. Soft hyphens, zero-width characters, direction marks and control
    characters are removed. Other white space becomes one blank, except thin blanks between groups
    of digits. Words that were cut at the end of a line are joined. The result is in normal form C.
    No letter and no digit is lost; cleaning twice changes nothing.
    """
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFC", _visible(text))
    if "\n" not in text:
        return _shortened(text, "  ", " ").strip()
    lines = [line.strip(" ") for line in text.split("\n")]
    text = _shortened("\n".join(lines), "  ", " ")
    if not _CUT_SIGNS.isdisjoint([line[-1:] for line in lines]):
        text = join_cut_words(text)
    return _shortened(text, "\n\n\n", "\n\n").strip()


def one_line(text: str) -> str:
    """Clean a text, and put all its lines on one."""
    return " ".join(clean(text).split())


def composed(text: str) -> str:
    """Return a text in normal form C without invisible characters: what it says on one line."""
    if (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", _REMOVED.sub("", text))


def join_cut_words(text: str) -> str:
    """Join the words that were cut at the end of a line by a hyphen or another sign of it."""
    if any(sign in text for sign in _CUTS_AT_END):
        text = _CUT_AT_HYPHEN.sub("-", _CUT_WORD.sub("", text))
    return text


def _visible(text: str) -> str:
    if _is_printable(text.replace("\n", "")):
        return text
    text = _SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text))
    text = _REMOVED.sub("", _SOFT_CUT.sub("", text))
    return _BLANK.sub(lambda blank: " " if blank[1] is None else "\u202f", text)


def _is_printable(text: str) -> bool:
    """Whether a line has no invisible character; `str.isprintable` overlooks U+034F."""
    return "\u034f" not in text and text.isprintable()


def _shortened(text: str, run: str, shorter: str) -> str:
    while run in text:
        text = text.replace(run, shorter)
    return text


def printable(text: str) -> str:
    """Make foreign text safe for one line of a terminal: controls and line ends become blanks."""
    return text if _is_printable(text) else _UNPRINTABLE_IN_LINE.sub(" ", text)


def escape_unprintable(json: str) -> str:
    """Escape in JSON what is unsafe in a terminal; the meaning of the JSON does not change."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a cleaned text at its empty lines."""
    return tuple(text.split("\n\n")) if text else ()


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Find the sentences between two places, as pairs of start and end.

    The end of a line ends a sentence, too.
    """
    end = len(text) if end is None else end
    for gap in _SENTENCE_END.finditer(text, start, end):
        stop = max(gap.start(), gap.start(1))
        if stop > start:
            yield start, stop
        start = gap.end()
    if start < end:
        yield start, end


def stretches(text: str, signs: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Find the stretches between blanks that contain signs, as pairs of start and end, each once.

    The signs must come in order, and none may contain a blank.
    """
    end = 0
    for sign in signs:
        if sign.start() >= end:
            begin = text.rfind(" ", end, sign.start()) + 1 or end
            end = text.find(" ", sign.end())
            end = len(text) if end == -1 else end
            yield begin, end


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the words of a text: start, end, and the word as it is written."""
    return ((found.start(), found.end(), found[0]) for found in WORD.finditer(text))


class _Formed(dict[int, str]):
    """A cache from each character to itself without case, in normal form KC."""

    def __missing__(self, number: int) -> str:
        composed = unicodedata.normalize("NFKC", chr(number).casefold()).casefold()
        self[number] = composed
        return composed


class _Folded(dict[int, str]):
    """A cache from each character to its folded spelling, which depends on no other character."""

    def __missing__(self, number: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(number).casefold()).casefold()
        self[number] = bare = "".join(filter(str.isalnum, decomposed.translate(_UNMARKED)))
        return bare


# Letters that Unicode does not decompose, as other alphabets spell them.
_UNMARKED: dict[int, str] = {
    ord(letter): other
    for letter, other in zip("ıłøđðħŧæœþ", "i l o d d h t ae oe th".split(), strict=True)
}
_FORMED = _Formed()
_FOLDED = _Folded()


def form(word: str) -> str:
    """Return a word as it is written, but for its case: diacritics stay, ß is ss.

    A form has letters and digits only, and at most 255 characters.
    """
    if word.isascii() and word.isalnum():  # as most words are
        return word.lower()[:LONGEST_FORM]
    written = unicodedata.normalize("NFC", word.translate(_FORMED))
    if not written.isalnum():
        written = "".join(filter(str.isalnum, written)) or word
    return written[:LONGEST_FORM]


def fold(word: str) -> str:
    """Return a word without case and diacritics, the same for all its spellings: ß is ss, ł is l.

    It has letters and digits only, and at most 255 characters.
    """
    if word.isascii() and word.isalnum():  # as most words are
        return word.lower()[:LONGEST_FORM]
    return (word.translate(_FOLDED) or word)[:LONGEST_FORM]


def plain(text: str) -> str:
    """Replace the common non-ASCII characters of a lower-case text; the length does not change."""
    for character, other in _ASCII:
        text = text.replace(character, other)
    return text


def fold_forms(forms: Sequence[str]) -> Iterator[str]:
    """Fold many forms, in a quarter of the time that it takes one by one."""
    plainer = plain(" ".join(forms)).split(" ")
    for form, folded in zip(forms, plainer, strict=False):  # no forms make an empty text
        yield folded if folded.isascii() and folded.isalnum() else fold(form)


def fold_label(label: str) -> str:
    """Return the folded words of a name, joined by blanks: the same for all its spellings."""
    return " ".join([fold(word) for word in WORD.findall(label)])


def storable(text: str) -> str:
    """Escape what cannot be stored as UTF-8: undecodable bytes of file names, lone surrogates."""
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "surrogatepass")
    return data.decode("utf-8", "backslashreplace")


def digest(text: str) -> str:
    """Return the first 32 hexadecimal digits of the SHA-256 hash of a text."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
