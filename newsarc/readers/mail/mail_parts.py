"""The parts of an e-mail: its header lines as words, its text, the names of what is attached.

The standard library's older interface is used: the newer one raises exceptions for some malformed
headers, and its time grows with the square of their length.
"""

from __future__ import annotations

import binascii
import re
from email import message_from_string
from email.message import Message
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.documents.paragraphs import divided
from newsarc.readers.encoding import WESTERN, decode, known_encoding
from newsarc.readers.markup import of_page
from newsarc.readers.mojibake import repaired
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

# In characters. The time to decode a header grows with the square of its length.
_LONGEST_HEADER = 2000
_ENCODED = re.compile(
    r"=\?(?P<charset>[\w.:-]{1,40})(?:\*[\w-]{0,20})?\?(?P<kind>[bBqQ])\?(?P<text>[^?\r\n]{0,500})\?="
)
_FOLD = re.compile(r"\r?\n[ \t]*+")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
# The line that divides parts, where it is not the one that was announced.
_DIVIDER = re.compile(r"(?:^|\n)--\S[^\n]{0,200}\n(?=content-)", re.IGNORECASE)
_LAST_DIVIDER = re.compile(r"\n--\S[^\n]{0,200}--\s*\Z")
_DEEPEST = 20
# Less than this part of what the page says is a hint that there is a page.
_COMPLETE = 0.5
_NAMED = re.compile(r"[^\W_]")


class Parts(Struct, frozen=True):
    """The text of a mail, its paragraphs separated by empty lines, and what it was read from."""

    text: str
    attached: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_encrypted: bool = False


def header(message: Message, name: str) -> str | None:
    """Return a header as it is read by people, on one line; None if it is missing or empty."""
    return next(headers(message, name), None)


def headers(message: Message, name: str) -> Iterator[str]:
    """Yield all headers of a name."""
    for key, raw in message.raw_items():
        if key.lower() == name and (line := _line(str(raw))):
            yield line


def _line(raw: str) -> str:
    return one_line(_decoded(raw[:_LONGEST_HEADER]))


def _decoded(raw: str) -> str:
    """Return a header with its encoded words decoded, and the rest as it should have been encoded.

    Words that adjoin in one charset are one: a letter may be divided between them.
    """
    text = _FOLD.sub(" ", raw)
    parts: list[tuple[str | None, bytes]] = []
    end = 0
    for word in _ENCODED.finditer(text):
        between = text[end : word.start()]
        is_next = bool(parts) and end > 0 and not between.strip()
        if not is_next:
            parts.append((None, _bytes(between)))
        charset, data = word["charset"], _word(word["kind"].lower(), _bytes(word["text"]))
        if is_next and parts[-1][0] == charset:
            parts[-1] = charset, parts[-1][1] + data
        else:
            parts.append((charset, data))
        end = word.end()
    parts.append((None, _bytes(text[end:])))
    return "".join(decoded(data, charset)[0] for charset, data in parts)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _word(kind: str, data: bytes) -> bytes:
    """Return the bytes that an encoded word stands for."""
    if kind == "q":
        return _HEX.sub(lambda found: bytes.fromhex(found[1].decode()), data.replace(b"_", b" "))
    kept = _NO_BASE64.sub(b"", data)
    return binascii.a2b_base64(kept[: len(kept) - (len(kept) % 4 == 1)] + b"==")


def decoded(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    """Return a text in a charset; one that is unknown or often wrong counts less than the bytes."""
    known = known_encoding(charset)
    if known is not None and known not in WESTERN:
        return data.decode(known, "replace"), ()
    text, notes = decode(data)
    is_stated = charset is not None and "1" in charset  # Windows-1252, as is Latin-1
    return text, () if is_stated else notes


def read_parts(message: Message) -> Parts:
    """Return the text of a mail and the names of its attachments."""
    found = _Found()
    text = divided(found.text(message, _DEEPEST))
    attached = tuple(dict.fromkeys(found.attached))
    return Parts(text, attached, tuple(dict.fromkeys(found.notes)), found.is_encrypted)


class _Found:
    def __init__(self) -> None:
        self.attached: list[str] = []
        self.notes: list[str] = []
        self.is_encrypted = False

    def text(self, part: Message, depth: int) -> str:
        """Return the text of a part and of those in it."""
        kind = part.get_content_type()
        if kind in {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}:
            self.is_encrypted = kind == "multipart/encrypted" or "signed" not in str(
                part["content-type"]
            )
        if not depth or self.is_encrypted:
            return ""
        if kind.startswith("multipart/"):
            parts = [each for each in part.get_payload() if isinstance(each, Message)]
            return self._of_several(parts or self._undivided(part), kind, depth - 1)
        name = _file_name(part)
        if name is None and kind in {"text/plain", "text/html"} and not part.is_multipart():
            return self._of_one(part, kind)
        if part.get_content_maintype() not in {"image", "multipart"}:
            self.attached += [name or _inner_subject(part) or kind]
        return ""

    def _of_several(self, parts: list[Message], kind: str, depth: int) -> str:
        """Return the text of a part that has parts: the best one, or all."""
        if kind == "multipart/alternative":
            return _better([(each.get_content_type(), self.text(each, depth)) for each in parts])
        if kind == "multipart/related":
            parts = parts[:1]
        return "\n\n".join(filter(None, (self.text(each, depth) for each in parts)))

    def _undivided(self, part: Message) -> list[Message]:
        """Return the parts of one whose dividing lines are not those that it announces."""
        payload = part.get_payload()
        if not isinstance(payload, str):
            return []
        self.notes.append("has parts that are not divided as it says")
        parts = _DIVIDER.split(_LAST_DIVIDER.sub("", payload))
        return [message_from_string(each) for each in parts[1:]]

    def _of_one(self, part: Message, kind: str) -> str:
        payload = part.get_payload(decode=True)
        text, notes = decoded(payload if isinstance(payload, bytes) else b"", _charset(part))
        self.notes += notes
        text = repaired(text.replace("\r\n", "\n").replace("\r", "\n"))
        if kind == "text/html":
            return of_page(text)
        return _flowed(text) if "flowed" in str(part["content-type"]).lower() else text


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError, TypeError):  # a charset that is encoded itself, and wrongly
        return None


def _file_name(part: Message) -> str | None:
    """Return the name of a part that is attached, None if it is not."""
    is_attached = str(part["content-disposition"] or "").strip().lower().startswith("attachment")
    try:
        name = part.get_filename()
    except (LookupError, ValueError, TypeError):
        name = None
    return (_line(str(name)) if name else "") or ("without a name" if is_attached else None)


def _inner_subject(part: Message) -> str | None:
    """Return the subject of a mail in a mail."""
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        return header(inner[0], "subject") if isinstance(inner[0], Message) else None
    return None


def _better(texts: list[tuple[str, str]]) -> str:
    """Return the plain one of two alternatives if it is complete."""
    plain = next((text for kind, text in texts if kind == "text/plain"), "")
    longest = max((text for _, text in texts), key=_letters, default="")
    return plain if _letters(plain) >= _COMPLETE * _letters(longest) else longest


def _letters(text: str) -> int:
    return len(_NAMED.findall(text))


def _flowed(text: str) -> str:
    """Return a text with the lines joined that end with a blank (RFC 3676)."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        bare = line.removeprefix(" ") if not line.startswith(">") else line
        if goes_on:
            lines[-1] += bare
        else:
            lines.append(bare)
        goes_on = bare.endswith(" ") and bare != "-- "
    return "\n".join(lines)
