"""What a server has sent: whether it is a page, and its content without the codings of HTTP."""

from __future__ import annotations

import zlib
from typing import Any

_PAGES = {"text/html", "application/xhtml+xml"}
# Records that hold what a server has sent; the others tell of requests and of the crawl.
_SENT = {"response", "resource"}
_KINDS = (
    ("image/", "pictures"),
    ("text/css", "style sheets"),
    ("javascript", "scripts"),
    ("ecmascript", "scripts"),
    ("font", "fonts"),
    ("audio/", "sound and video"),
    ("video/", "sound and video"),
)
_AUTOMATIC = 47  # gzip or zlib, as the first bytes say
_RAW = -15


class CodingError(ValueError):
    """The content of a response cannot be decoded; the message is the reason."""


def what_is_skipped(record: Any) -> str | None:  # noqa: ANN401 (it has no types)
    """Return what a record holds that is no page, in the plural; None for a page."""
    if record.rec_type == "revisit":
        return "revisits of pages"
    if record.rec_type not in _SENT:
        return "requests and notes of a crawl"
    status = "200" if record.http_headers is None else record.http_headers.get_statuscode()
    if status != "200":
        return "redirects" if status.startswith("3") else "pages of errors"
    headers = record.rec_headers if record.http_headers is None else record.http_headers
    kind = (headers.get_header("Content-Type") or "text/html").partition(";")[0].strip().lower()
    if kind in _PAGES:
        return None
    return next((what for part, what in _KINDS if part in kind), "other files")


def content(record: Any, limit: int) -> bytes:  # noqa: ANN401 (it has no types)
    """Return the content of a response, cut behind the limit. Raises CodingError."""
    from warcio.bufferedreaders import ChunkedDataReader

    headers = record.http_headers
    coding = (headers and headers.get_header("Transfer-Encoding")) or ""
    stream = record.raw_stream
    if coding.strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    packed = (headers and headers.get_header("Content-Encoding")) or ""
    return _decoded(stream.read(limit + 1), packed.strip().lower(), limit)


def _decoded(data: bytes, coding: str, limit: int) -> bytes:
    if coding in {"", "identity"}:
        return data
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise CodingError(f"is compressed in a way that is not read ({coding[:20]})")
    for form in (_AUTOMATIC, _RAW):
        try:
            return zlib.decompressobj(form).decompress(data, limit + 1)
        except zlib.error:
            continue
    # Some crawlers store pages unpacked, and the header as it was.
    if data.lstrip()[:1] == b"<":
        return data
    raise CodingError("is a compressed page that is damaged")
