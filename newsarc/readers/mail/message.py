"""E-mail: one article a message. Its attachments are named, not read."""

from __future__ import annotations

import email
import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from newsarc.dates.written import read_date
from newsarc.readers.addresses import is_of_web
from newsarc.readers.mail.mail_parts import header, headers, read_parts
from newsarc.records.kept import Evidence
from newsarc.records.read import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.mail.mail_parts import Parts
    from newsarc.records.read import Refusal

# Apple Mail writes the length before the message, and a list of properties behind it.
_LENGTH = re.compile(rb"\s{0,9}(\d{1,9})[ \t]{0,20}\r?\n")
_HEADER = re.compile(rb"(?:>?From [^\n]{0,500}\n)?[!-9;-~]{1,80}:")
_KIND = re.compile(
    rb"^content-[a-z-]{1,40}:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE
)
_NESTED = re.compile(rb"(?:multipart|message)/", re.IGNORECASE)
# The standard library takes a stack frame for each part in a part, and for the parameters of a part
# a time that grows with the square of their length.
_MOST_NESTED, _LONGEST_KIND, _MOST_PARTS = 200, 5000, 10_000
# Each line of a head takes 300 bytes of memory. Servers write a hundred.
_MOST_LINES = 10_000
_END_OF_HEAD = re.compile(rb"\n\r?\n")
BEYOND = "has too many headers or parts, or too long a header of a part"
_REPLY = re.compile(r"(?:(?:re|aw|wg|fwd?|sv|tr)(?:\[\d{1,3}\])?:\s*){1,20}", re.IGNORECASE)
_LISTED = ("list-id", "list-unsubscribe")
# Whoever writes from these is no medium.
_PROVIDERS = frozenset(
    "aol.com aon.at bluewin.ch email.de freenet.de gmail.com gmx.at gmx.ch gmx.de gmx.net"
    " googlemail.com hotmail.com hotmail.de icloud.com live.com live.de mac.com mail.de mailbox.org"
    " me.com msn.com outlook.com outlook.de posteo.de proton.me protonmail.com t-online.de"
    " tutanota.com web.de yahoo.com yahoo.de ymail.com".split()
)
# `Eva Muster <eva@kurier.example>`, `eva@kurier.example (Eva Muster)`; a name may have a comma.
_MAILBOX = re.compile(
    r"(?:(?P<name>[^<>]{0,300}?)\s{0,9}<)?[^\s<>@()]{1,99}@(?P<host>[\w.-]{1,253})>?"
    r"(?:\s{1,9}\((?P<aside>[^()]{1,200})\))?"
)
_MACHINES = re.compile(r"(?:no-?reply|mailer-daemon|postmaster|mail delivery .*)", re.IGNORECASE)
# Where a page is that came by mail: Thunderbird's feeds, archives of lists.
_ADDRESSES = ("content-base", "archived-at", "x-rss-url")
_HTTP = ("http://", "https://")


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the article of a mail."""
    data = _message(piece.data or b"")
    if not _HEADER.match(data):
        yield piece.refused("is no e-mail (it begins with no header)" if data else "is empty")
        return
    if is_beyond(data):
        yield piece.refused(BEYOND)
        return
    try:
        message = email.message_from_bytes(data)
        yield _answer(piece, message, read_parts(message))
    except Exception as error:  # noqa: BLE001 (the library has no list of what it raises)
        yield piece.refused(f"cannot be read as an e-mail ({type(error).__name__})")


def is_beyond(data: bytes) -> bool:
    """Whether a mail has so much beside its text that it would take too long."""
    end = _END_OF_HEAD.search(data)
    lines = data.count(b"\n", 0, end.start() if end else len(data))
    kinds = [found[0] for found in _KIND.finditer(data)]
    nested = sum(_NESTED.search(kind) is not None for kind in kinds)
    has_many = nested > _MOST_NESTED or (nested > 0 and data.count(b"\n--") > _MOST_PARTS)
    return lines > _MOST_LINES or has_many or any(len(kind) > _LONGEST_KIND for kind in kinds)


def _answer(piece: Piece, message: Message, parts: Parts) -> Document | Refusal:
    if parts.is_encrypted:
        return piece.refused("is encrypted; save it from your mail program without encryption")
    if not (parts.text or header(message, "subject")):
        return piece.refused("has neither a text nor a subject")
    return _document(piece, message, parts)


def _message(data: bytes) -> bytes:
    length = _LENGTH.match(data)
    if length is None:
        return data.lstrip(b"\r\n")
    return data[length.end() : length.end() + int(length[1])]


def _document(piece: Piece, message: Message, parts: Parts) -> Document:
    subject = header(message, "subject")
    reply = _REPLY.match(subject or "")
    title = (subject[reply.end() :] if subject and reply else "") or subject
    named = (f"has attachments that were not read: {', '.join(parts.attached)}",)
    claims = [
        _claim("title", title, subject, "mail Subject"),
        _date(message),
        *_sender(message),
    ]
    found = [claim for claim in claims if claim is not None]
    return Document(
        piece.origin,
        text=None if title else parts.text,
        body=parts.text if title else None,
        language=header(message, "content-language"),
        url=_address(message),
        external_id=(header(message, "message-id") or "").strip("<> ") or None,
        notes=parts.notes + (named if parts.attached else ()),
        evidence=tuple(evidence for _, evidence in found),
        **{evidence.field: value for value, evidence in found},
    )


def _claim(field: str, value: Any, words: str | None, rule: str) -> tuple[Any, Evidence] | None:  # noqa: ANN401
    return (value, Evidence(field, words or "", rule)) if value else None


def _date(message: Message) -> tuple[Any, Evidence] | None:
    """Return when a mail was sent; without that, when the last server received it."""
    if (stated := header(message, "date")) and (date := _moment(stated)):
        return _claim("date", date, stated, "mail Date")
    received = next(headers(message, "received"), "").rpartition(";")[2].strip()
    return _claim("date", _moment(received), received, "mail Received")


def _moment(words: str) -> str | None:
    """Return a date as it is written, if it can be read, else as the standard library reads it."""
    if read_date(words) is not None:
        return words
    try:
        return parsedate_to_datetime(words).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _sender(message: Message) -> list[tuple[Any, Evidence] | None]:
    """Return author and source: the sender is the medium if the mail is one of many."""
    words = header(message, "from") or header(message, "sender") or ""
    found = _MAILBOX.search(words)
    name = (found["name"] or found["aside"] or "" if found else words).strip(" '\"<>@")
    name = "" if "@" in name or _MACHINES.match(name) else name
    host = found["host"].lower().strip(".") if found else ""
    host = "" if host in _PROVIDERS or "." not in host else host
    if any(name in message for name in _LISTED):
        return [_claim("source", name or host, words, "mail From of a list")]
    return [
        _claim("authors", (name,) if name else None, words, "mail From"),
        _claim("source", host, words, "domain of mail From"),
    ]


def _address(message: Message) -> str | None:
    found = ((header(message, name) or "").strip("<> ") for name in _ADDRESSES)
    return next((each for each in found if each.startswith(_HTTP) and is_of_web(each)), None)
