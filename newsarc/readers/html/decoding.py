"""From the bytes of a page to its text: UTF-8 first, else what is declared."""

from __future__ import annotations

import re

from newsarc.readers.encoding import WESTERN, decode, known_encoding, marked

# Where a page declares its encoding.
_HEAD = 4096
_DECLARED = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})")
# Controls of Latin-1 mean the characters of Windows-1252; other controls mean nothing, and a page
# with one of them has no text for trafilatura.
_LATIN_CONTROLS = {
    number: bytes([number]).decode("cp1252", "ignore") or None for number in range(0x80, 0xA0)
}
_CONTROLS: dict[int, str | None] = {
    **dict.fromkeys(number for number in range(0x20) if chr(number) not in "\t\n\r"),
    **dict.fromkeys((0x7F, 0xFFFE, 0xFFFF)),
    **_LATIN_CONTROLS,
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_NUMBERED = re.compile(
    r"&#(?:0{0,5}(?P<decimal>[0-9]{1,3})|[xX]0{0,4}(?P<hex>[0-9a-fA-F]{1,2}))(?![0-9a-fA-F]);?"
)

Decoded = tuple[str, tuple[str, ...]]


def decoded(data: bytes, charset: str | None) -> Decoded:
    """Return the text of a page, with notes on what had to be repaired.

    A page is in UTF-8, if it can be; else in the encoding that its server or itself declares. No
    control character stands for a quotation mark or a dash afterwards.
    """
    text, notes = _decoded(data, charset)
    if _CONTROL.search(text):
        text = text.translate(_CONTROLS)
    if "&#" in text:
        text = _NUMBERED.sub(_numbered, text)
    return text, notes


def _numbered(found: re.Match[str]) -> str:
    """Return a reference by number, or what it means where that is a control character."""
    number = int(found["decimal"]) if found["decimal"] else int(found["hex"], 16)
    return (_CONTROLS[number] or "") if number in _CONTROLS else found[0]


def _decoded(data: bytes, charset: str | None) -> Decoded:
    if marked(data[:4]) is None:
        try:
            return data.decode("utf-8-sig"), ()
        except UnicodeDecodeError:
            name = known_encoding(charset) or known_encoding(_declared(data[:_HEAD]))
            if name is not None and name not in WESTERN:
                return data.decode(name, "replace"), ()
            text, notes = decode(data)
            return text, () if name is not None and notes == _AS_DECLARED else notes
    return decode(data)


# What is no surprise where a page declares it.
_AS_DECLARED = ("is not UTF-8, read as Windows-1252",)


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head) or _XML.match(head)
    return None if found is None else found[1].decode("ascii", "ignore")
