"""RTF as plain text: any bytes have a reading.

Words that are hidden or deleted, headers and footers, notes and pictures are left out; a link is
its words, a table a line for each row.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,9})? ?"
    r"|'(?P<hex>[0-9A-Fa-f]{2})|(?P<sign>\r\n|[^A-Za-z]))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
_WORDS = {
    "par": "\n", "line": "\n", "sect": "\n\n", "page": "\n\n", "column": "\n", "softline": "\n",
    "row": "\n", "nestrow": "\n", "cell": " | ", "nestcell": " | ", "tab": "\t",
    "emdash": "—", "endash": "–", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "\n": "\n", "\r": "\n", "\r\n": "\n"}
_ESCAPED = frozenset("{}\\")
# What these hold is no text of the page. What begins with an asterisk is none, either.
_ASIDE = frozenset(
    "annotation atnauthor atnid author background bkmkend bkmkstart category colorschememapping"
    " colortbl comment company datafield datastore doccomm docvar falt ffdeftext ffname filetbl"
    " fldinst fonttbl footer footerf footerl footerr footnote ftncn ftnsep ftnsepc generator header"
    " headerf headerl headerr hlinkbase info keywords latentstyles levelnumbers leveltext list"
    " listlevel listname listoverride listoverridetable listtable manager nonesttables objclass"
    " objdata objname operator password pict pntext pntxta pntxtb printim private revtbl revtim"
    " rsidtbl rxe shpinst shppict stylesheet subject tc template themedata title txe ud"
    " userprops xe xmlnstbl creatim nesttableprops pn pnseclvl buptim".split()
)
_INFO = frozenset({"title", "author"})
_TIME = ("yr", "mo", "dy", "hr", "min")
_HIDING = frozenset({"v", "deleted", "htmlrtf"})
# The encodings of Windows' and the Macintosh's sets of characters, by their numbers.
_CHARSETS = {
    77: "mac_roman", 78: "shift_jis", 79: "big5", 80: "euc_kr", 83: "mac_greek", 84: "mac_cyrillic",
    85: "gb2312", 86: "mac_romanian", 87: "mac_cyrillic", 88: "cp874", 89: "mac_latin2",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_DEFAULT = "cp1252"
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CUT = "ends within a group of RTF: its end is missing"
_BEHIND = "has bytes behind the end of its RTF, which were ignored"
_FEW = 20  # bytes that some programs leave there
_ROW_END = re.compile(r"(?: \| ?)++\n")


class RichText(Struct, frozen=True):
    """The text of RTF, what its `info` says, and notes on what is missing or was ignored."""

    text: str
    title: str | None = None
    author: str | None = None
    created: str | None = None
    notes: tuple[str, ...] = ()


class _State(Struct, frozen=True):
    """What a group inherits: its encoding, and how many characters follow one in Unicode.

    `part` is the destination whose text is not that of the page, "" if it is.
    """

    codec: str = _DEFAULT
    fallback: int = 1
    part: str = ""
    hidden: str = ""


def read_rich_text(data: bytes) -> RichText:
    """Return the text of RTF. Raises no exception; the time is linear."""
    text, page, end = data.decode("latin-1"), _Page(is_utf8=_is_utf8(data)), 0
    for token in _tokens(text):
        page.take(token)
        if page.is_closed:
            end = token.end()
            break
    notes = () if end else (_CUT,)
    if end and len(text) - end > _FEW and text[end:].strip(" \r\n\0\x1a"):
        notes = (_BEHIND,)
    return page.result(notes)


def _is_utf8(data: bytes) -> bool:
    """Whether all bytes are UTF-8, as some programs write it, although RTF is to be ASCII."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # the last character may be cut
    except UnicodeDecodeError:
        return False
    return True


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the tokens of RTF, without the bytes of pictures."""
    behind = 0
    for token in _TOKEN.finditer(text):
        if token.start() >= behind:
            yield token
            if token["word"] == "bin":
                behind = token.end() + max(0, int(token["number"] or 0))


class _Page:
    """What has been read of a page: its text, its `info`, and the state of the group at hand."""

    def __init__(self, *, is_utf8: bool) -> None:
        self.is_closed = False
        self._is_utf8 = is_utf8
        self._state = _State()
        self._outer: list[_State] = []
        self._written: dict[str, list[str]] = {"": []}  # by their part
        self._time: dict[str, int] = {}
        self._pending = bytearray()  # bytes of one encoding
        self._skipped = 0  # characters that only stand for one in Unicode
        self._is_aside = False  # the next word is one that may be passed over
        self._fonts: dict[int, str] = {}
        self._font, self._first_font, self._default = 0, -1, _DEFAULT

    def take(self, token: re.Match[str]) -> None:
        """Go on by one token."""
        if text := token["text"]:
            self._text(text)
        elif word := token["word"]:
            self._word(word, None if token["number"] is None else int(token["number"]))
        elif digits := token["hex"]:
            self._bytes(bytes.fromhex(digits))
        elif sign := token["sign"]:
            self._sign(sign)
        elif brace := token["brace"]:
            self._brace(brace)

    def result(self, notes: tuple[str, ...]) -> RichText:
        """Return what was read."""
        self._flush()
        parts = {name: _whole("".join(found)).strip() for name, found in self._written.items()}
        text = _ROW_END.sub("\n", parts.pop(""))
        return RichText(text, parts.get("title"), parts.get("author"), self._created(), notes)

    def _created(self) -> str | None:
        time = self._time
        if not {"yr", "mo", "dy"} <= time.keys():
            return None
        day = f"{time['yr']:04}-{time['mo']:02}-{time['dy']:02}"
        return f"{day}T{time['hr']:02}:{time.get('min', 0):02}" if "hr" in time else day

    def _brace(self, brace: str) -> None:
        self._flush()
        self._skipped, self._is_aside = 0, False
        if brace == "{":
            self._outer.append(self._state)
        elif self._outer:
            self._state = self._outer.pop()
            self.is_closed = not self._outer

    def _sign(self, sign: str) -> None:
        self._skipped = 0
        if sign == "*":
            self._is_aside = True
        elif sign in _ESCAPED:
            self._bytes(sign.encode())
        else:
            self._write(_SIGNS.get(sign, ""))

    def _text(self, text: str) -> None:
        data = text.encode("latin-1")
        if text.isascii() or not self._is_utf8:
            self._bytes(data)
            return
        words = data.decode("utf-8", "replace")
        self._write(words[self._skipped :])
        self._skipped = max(0, self._skipped - len(words))

    def _bytes(self, data: bytes) -> None:
        if self._skipped:
            data, self._skipped = data[self._skipped :], max(0, self._skipped - len(data))
        if self._is_kept():
            self._pending += data

    def _is_kept(self) -> bool:
        state = self._state
        return state.part in _INFO or not (state.part or state.hidden)

    def _write(self, text: str) -> None:
        if text and self._is_kept():
            self._flush()
            self._written.setdefault(self._state.part, []).append(text)

    def _flush(self) -> None:
        if self._pending:
            text = self._pending.decode(self._state.codec, "replace")
            self._written.setdefault(self._state.part, []).append(text)
            self._pending.clear()

    def _word(self, word: str, number: int | None) -> None:
        self._skipped = 0
        is_aside, self._is_aside = self._is_aside, False
        if is_aside or word in _ASIDE:
            self._enter(word)
        elif word == "u" and number is not None:
            self._write(chr(number & 0xFFFF) if abs(number) <= 0xFFFF else "\ufffd")
            self._skipped = self._state.fallback
        elif word in _WORDS:
            self._write(_WORDS[word])
        elif self._state.part == "creatim" and word in _TIME:
            self._time[word] = abs(number or 0)
        elif self._state.part == "fonttbl":
            self._name_font(word, number or 0)
        else:
            self._format(word, number)

    def _enter(self, word: str) -> None:
        """Begin a part aside of the text; title and author are only those in the `info`."""
        is_named = word not in _INFO or self._state.part == "info"
        self._flush()
        self._state = replace(self._state, part=word if is_named else "aside")

    def _name_font(self, word: str, number: int) -> None:
        if word == "f":
            self._font = number
        elif word == "fcharset":
            self._fonts[self._font] = _CHARSETS.get(number, self._default if number else _DEFAULT)
        elif word == "cpg":
            self._fonts[self._font] = _page(number)

    def _format(self, word: str, number: int | None) -> None:
        self._flush()
        state = self._state
        if word == "f":
            self._state = replace(state, codec=self._fonts.get(number or 0, self._default))
        elif word == "plain":
            codec = self._fonts.get(self._first_font, self._default)
            self._state = replace(state, codec=codec, hidden="")
        elif word in _HIDING:
            self._state = replace(state, hidden="" if number == 0 else word)
        elif word == "uc":
            self._state = replace(state, fallback=min(max(0, number or 0), 100))
        elif word == "deff":
            self._first_font = number or 0
        elif word == "ansicpg" or word in _PAGES:
            self._default = _PAGES.get(word) or _page(number or 0)
            self._state = replace(state, codec=self._default)


def _page(number: int) -> str:
    """Return the encoding of a code page, that of Windows if Python does not know it."""
    try:
        return codecs.lookup("mac_roman" if number == 10_000 else f"cp{number}").name
    except LookupError:
        return _DEFAULT


def _whole(text: str) -> str:
    """Return a text in which pairs of surrogates are the characters that they stand for."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
