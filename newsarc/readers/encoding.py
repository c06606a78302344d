"""From bytes to text: UTF-8 first, UTF-16 and UTF-32 by their mark, else Windows-1252."""

from __future__ import annotations

import codecs
import re

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STRAY = re.compile(r"[\udc80-\udcff]")
# The five bytes that Windows-1252 leaves undefined become control characters, as in the WHATWG
# encoding standard.
_UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_WINDOWS_1252 = {
    byte: bytes([byte]).decode("latin-1" if byte in _UNDEFINED else "cp1252")
    for byte in range(0x80, 0x100)
}
# From what `surrogateescape` makes of a byte that is not UTF-8.
_REPAIRED = {0xDC00 + byte: character for byte, character in _WINDOWS_1252.items()}

# Python's names of encodings that texts are in. Others, such as punycode, are no alphabets.
_KNOWN = re.compile(
    r"iso8859-\d{1,2}|cp\d{3,4}|koi8[_-]\w|mac-?\w+|big5\w*|gb\w+|hz|euc_\w+|shift_jis\w*"
    r"|iso2022_\w+|tis-620|johab|ptcp154"
)
# Browsers read these as Windows-1252, and so do we. The bytes tell better than what they are called
# whether they are one of these or UTF-8: `decode` looks at them.
WESTERN = frozenset({"iso8859-1", "ascii", "cp1252"})

Decoded = tuple[str, tuple[str, ...]]


def marked(start: bytes) -> str | None:
    """Return the encoding named by the mark with which a file starts, unless it is UTF-8."""
    return next((name for mark, name in _MARKS if start.startswith(mark)), None)


def known_encoding(name: str | None) -> str | None:
    """Return Python's name of an encoding that a file declares; None if texts are in no such one.

    UTF-8, UTF-16 and UTF-32 are none: `decode` recognises them.
    """
    try:
        known = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    return known if _KNOWN.fullmatch(known) or known in WESTERN else None


def decode(data: bytes) -> Decoded:
    """Return bytes as text, with notes on what had to be repaired.

    Bytes that are not UTF-8 are read as Windows-1252, and the rest stays UTF-8; if they outweigh
    the characters in UTF-8, all bytes are read as Windows-1252. No byte is lost.
    """
    if name := marked(data[:4]):
        return _decode_marked(data, name)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _decode_mixed(data)


def _decode_marked(data: bytes, name: str) -> Decoded:
    try:
        return data.decode(name), ()
    except UnicodeDecodeError:
        note = f"has bytes that are not {name.upper()}, shown as \ufffd"
        return data.decode(name, "replace"), (note,)


def _decode_mixed(data: bytes) -> Decoded:
    text = data.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    valid = len(text) - len(text.encode("ascii", "ignore")) - stray
    if stray > valid and not data.startswith(codecs.BOM_UTF8):
        text = data.decode("latin-1").translate(_WINDOWS_1252)
        return text, ("is not UTF-8, read as Windows-1252",)
    what = "1 byte that is" if stray == 1 else f"{stray:,} bytes that are"
    text = text.translate(_REPAIRED).removeprefix("\ufeff")
    return text, (f"has {what} not UTF-8, read as Windows-1252",)
