"""From the bytes of XML to its tree, and no further than is safe.

No entity that a file declares is resolved, nothing is fetched, and what would take too long or too
much memory is refused before it is parsed. What the bytes say of their encoding is doubted.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from newsarc.readers.encoding import WESTERN, decode, known_encoding, marked
from newsarc.text import one_line, printable, storable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# libxml2 takes 9 seconds for 100,000 attributes of one element; real elements have 73 at most.
_MOST_ATTRIBUTES = 1000
OVERGROWN = f"has an element with more than {_MOST_ATTRIBUTES:,} attributes"
# What the tree of a file may take, in bytes, and what a tag and an attribute take, as measured with
# libxml2 2.14. A page of a newspaper in ALTO takes 20 MB.
_MOST = 150_000_000
_TAG, _VALUE = 100, 240

_ENCODING = re.compile(r"encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_COMMENT = r"<!--(?:[^-]++|-(?!->))*+-->|<\?(?:[^?]++|\?(?!>))*+\?>"
_PROLOG = re.compile(rf"(?:\s++|{_COMMENT})*+")
# With the declarations in it; what is quoted or a comment may hold a bracket.
_DOCTYPE = re.compile(
    rf"<!DOCTYPE(?:[^<>\[\"']++|\"[^\"]*+\"|'[^']*+')*+"
    rf"(?:\[(?:{_COMMENT}|[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<(?!!--|\?))*+\]\s*+)?+>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_STRAY_AND = re.compile(r"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z_][\w.-]{0,63});)")
_NO_CHARACTER = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
    r"|&#(?:0{0,5}(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0{0,5}(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)
_NAME = re.compile(r"[^\s/>]++")
_ATTRIBUTE = re.compile(r"\s*+[^\s=/>]++\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]++)")


class NotXmlError(ValueError):
    """Bytes are not XML, or not to be parsed; the message is the reason."""


def parse(data: bytes, charset: str | None = None) -> Element:
    """Return the root of XML. Raises NotXmlError.

    Bytes are read as UTF-8 if they are that, else in the encoding that they declare, else in
    `charset`, else as Windows-1252. The entities of HTML are known without a declaration; an `&`
    that begins none, and characters that XML forbids, are mended.
    """
    text = _prepared(decoded(data, charset))
    _check(text)
    try:
        return _parse(text)
    except NotXmlError:
        mended = _STRAY_AND.sub("&amp;", _NO_CHARACTER.sub("", text))
        if mended == text:
            raise
        return _parse(mended)


def decoded(data: bytes, charset: str | None = None) -> str:
    """Return the text of XML, whatever it declares of its encoding."""
    if marked(data[:4]):
        return decode(data)[0]
    if wide := _wide(data[:4]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _in_declared(data, charset) or decode(data)[0]


def is_overgrown(text: str) -> bool:
    """Return whether an element has so many attributes that no parser should see it."""
    tags = (tag for tag in text.split("<") if tag.count("=") > _MOST_ATTRIBUTES)
    return any(map(_has_too_many, tags))


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def words_of(element: Element) -> str:
    """Return all text in an element."""
    return "".join(map(str, element.itertext("*")))


def line_of(element: Element) -> str:
    """Return all text in an element, cleaned and on one line."""
    return one_line(words_of(element))


def _wide(start: bytes) -> str | None:
    """Return the encoding of UTF-16 without a mark, by its first character."""
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(start[:2])


def _in_declared(data: bytes, charset: str | None) -> str | None:
    found = _ENCODING.search(data[:600].decode("ascii", "replace"))
    for name in (found[1] if found else None, charset):
        known = known_encoding(name)
        if known is not None and known not in WESTERN:
            return data.decode(known, "replace")
    return None


def _prepared(text: str) -> str:
    """Return XML from its first element on, with the entities of HTML as characters.

    Empty lines stand for those above it, so that an error is told in the right line.
    """
    lines = text.count("\n")
    text = _from_prolog(text.lstrip("\ufeff \t\r\n\0"))
    if text[:9].upper() == "<!DOCTYPE":
        found = _DOCTYPE.match(text)
        if found is None:
            raise NotXmlError("is not XML (its document type has no end)")
        text = _from_prolog(text[found.end() :])
    text = _ENTITY.sub(_character, text) if "&" in text else text
    return "\n" * (lines - text.count("\n")) + text


def _from_prolog(text: str) -> str:
    found = _PROLOG.match(text)
    return text[found.end() :] if found else text


def _character(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _OF_XML else html5.get(entity[1], entity[0])


def _check(text: str) -> None:
    """Raise NotXmlError for what is no XML at a glance, and for what would take too long."""
    if not text or text.isspace():
        raise NotXmlError("is empty")
    if not text.lstrip("\n").startswith("<"):
        raise NotXmlError("is not XML (it does not begin with a tag)")
    if _TAG * text.count("<") + _VALUE * text.count("=") > _MOST:
        raise NotXmlError("has too many tags to be read at once; divide it into smaller files")
    if is_overgrown(text):
        raise NotXmlError(OVERGROWN)


def _has_too_many(tag: str) -> bool:
    name = _NAME.match(tag)
    place = name.end() if name else 0
    for _ in range(_MOST_ATTRIBUTES + 1):
        found = _ATTRIBUTE.match(tag, place)
        if found is None:
            return False
        place = found.end()
    return True


def _parse(text: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotXmlError(_reason(str(error))) from error


def _reason(message: str) -> str:
    if "XML_PARSE_HUGE" in message:
        return "has XML that is nested too deeply, or a text in it is too long"
    what = (message.partition("\n")[0] or "no element").partition(" (<string>")[0]
    return f"is not XML ({printable(storable(what))[:200]})"
