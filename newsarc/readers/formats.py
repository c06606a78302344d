"""The formats that newsarc reads, and how a file's format is recognised.

A new format is a module and an entry here. The module has one function, by the kind of the format:

- `document`: `read(piece, reading)` yields the documents and refusals in a piece whose data is
  read, and never raises an exception;
- `records`: `split(file, piece, reading)` yields pieces and refusals, one at a time, from a stream
  of any length, and `read` returns what is in one of these;
- `container`: `entries(file, piece, reading)` yields the members, refusals and what it skips.

A module is loaded when a file of its format is met, and it loads its library then.
"""

from __future__ import annotations

import os
import zlib
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newsarc.readers.encoding import marked
from newsarc.readers.looks import FACTIVA, MAIL, MAILBOX, NEXIS, NEXIS_HTML, TABLE, root, starts

if TYPE_CHECKING:
    from re import Pattern
    from types import ModuleType

Kind = Literal["document", "records", "container"]

# In bytes: as much of a file as is looked at to recognise its format.
HEAD = 4096


class Format(Struct, frozen=True):
    """A file format: its name, what it is called, and how it is recognised.

    `looks` are sought in the first bytes of a file; `endings` count where none is found.
    `many` tells that one piece may hold many documents. `library` is the package that reads it
    beside the standard library; if it is an `extra`, it may be missing.
    """

    name: str
    title: str
    module: str
    kind: Kind = "document"
    endings: tuple[str, ...] = ()
    looks: tuple[Pattern[bytes], ...] = ()
    many: bool = False
    library: str | None = None
    extra: str | None = None

    @property
    def code(self) -> ModuleType:
        """The module that reads it."""
        return import_module(f"newsarc.readers.{self.module}")

    @property
    def is_missing(self) -> bool:
        """Whether its library is not installed."""
        return self.extra is not None and find_spec(self.library or "") is None


_COMPRESSED = "containers.compressed"
# In the order in which they are recognised: what is particular before what is general.
_ALL = (
    Format(
        "warc",
        "WARC and ARC web archives",
        "containers.warc",
        "container",
        (".warc", ".arc"),
        starts(rb"WARC/\d|filedesc://"),
        library="warcio",
    ),
    Format("gzip", "gzip", _COMPRESSED, "container", (".gz", ".tgz"), starts(rb"\x1f\x8b")),
    Format("bzip2", "bzip2", _COMPRESSED, "container", (".bz2", ".tbz2", ".tbz"), starts(rb"BZh")),
    Format("xz", "xz", _COMPRESSED, "container", (".xz", ".txz"), starts(rb"\xfd7zXZ\x00")),
    Format(
        "zstd",
        "zstandard",
        _COMPRESSED,
        "container",
        (".zst", ".tzst"),
        starts(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"),
    ),
    Format(
        "tar", "tar archives", "containers.tar", "container", (".tar",), starts(rb".{257}ustar")
    ),
    # These begin like a zip archive, and stand before it for their endings.
    Format(
        "wacz", "WACZ web archives", "containers.wacz", "container", (".wacz",), library="warcio"
    ),
    Format(
        "epub",
        "EPUB books",
        "documents.epub",
        library="lxml",
        endings=(".epub",),
        looks=starts(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip"),
        many=True,
    ),
    Format(
        "docx", "Word documents", "documents.docx", endings=(".docx",), many=True, library="lxml"
    ),
    Format(
        "zip",
        "zip archives",
        "containers.zip",
        "container",
        (".zip",),
        starts(rb"PK\x03\x04|PK\x05\x06"),
    ),
    Format(
        "pdf",
        "PDF with text",
        "documents.pdf",
        endings=(".pdf",),
        looks=starts(rb"%PDF-"),
        library="pypdfium2",
        extra="pdf",
    ),
    Format(
        "parquet",
        "Parquet tables",
        "tables.parquet",
        "records",
        (".parquet",),
        starts(rb"PAR1"),
        library="pyarrow",
        extra="parquet",
    ),
    Format(
        "apa",
        "APA DeFacto exports (RTF)",
        "databases.apa",
        looks=starts(
            rb"\{\\rtf.{0,3000}?\"(?:[^\"{}\\]|\\'[0-9a-f]{2}){1,100}\"(?:[^\"{}\\]|\\'[0-9a-f]{2}){0,80}?"
            rb" (?:vom|gefunden am) \d{1,2}\.\d{1,2}\.\d{4}"
        ),
        many=True,
    ),
    Format(
        "rtf",
        "RTF documents",
        "documents.rtf",
        endings=(".rtf",),
        looks=starts(rb"\s{0,99}\{\\rtf"),
    ),
    Format(
        "newsml-g2",
        "IPTC NewsML-G2",
        "wires.newsml_g2",
        looks=root(
            "newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem"
        ),
        many=True,
        library="lxml",
    ),
    Format(
        "nitf", "IPTC NITF", "wires.nitf", endings=(".nitf",), looks=root("nitf"), library="lxml"
    ),
    Format(
        "alto",
        "METS and ALTO newspaper pages",
        "scans.alto",
        looks=root("alto", "mets"),
        many=True,
        library="lxml",
    ),
    Format(
        "feed",
        "RSS, Atom and WordPress exports",
        "feeds.feed",
        endings=(".rss", ".atom", ".rdf"),
        looks=root("rss", "feed", "RDF", "channel"),
        many=True,
        library="feedparser",
    ),
    Format(
        "factiva",
        "Factiva exports (HTML, XML)",
        "databases.factiva",
        looks=(FACTIVA,),
        many=True,
        library="lxml",
    ),
    Format(
        "nexis",
        "Nexis exports (text, HTML, DOCX)",
        "databases.nexis",
        looks=(NEXIS, NEXIS_HTML),
        many=True,
    ),
    Format(
        "html",
        "HTML and XHTML pages",
        "html.page",
        endings=(".html", ".htm", ".xhtml", ".xht", ".shtml"),
        looks=root("html"),
        library="trafilatura",
    ),
    Format(
        "iptc7901",
        "IPTC 7901 wire items",
        "wires.iptc7901",
        endings=(".iptc",),
        looks=starts(rb"(?:\xef\xbb\xbf)?[\x00\x16\s]{0,99}\x01[a-z]{2,6}[0-9]{2,6} [0-9] "),
        many=True,
    ),
    Format(
        "anpa",
        "ANPA 1312 wire items",
        "wires.anpa",
        looks=starts(rb"[\x00\s]{0,99}\x16{1,9}\x01[ -~]{1,20}\x1f"),
        many=True,
    ),
    # As large as the pictures of the page.
    Format(
        "mhtml",
        "pages saved in one file (MHTML)",
        "mail.saved_page",
        endings=(".mhtml", ".mht"),
        looks=starts(rb"From: [<\"]Saved by "),
        many=True,
        library="trafilatura",
    ),
    Format(
        "webarchive",
        "pages saved by Safari",
        "html.webarchive",
        endings=(".webarchive",),
        many=True,
        library="trafilatura",
    ),
    Format("mail", "e-mail", "mail.message", endings=(".eml", ".emlx"), looks=(MAIL,)),
    Format(
        "mbox",
        "mailboxes",
        "mail.mbox",
        "records",
        (".mbox",),
        (MAILBOX,),
    ),
    Format("jsonl", "JSON Lines", "objects.jsonl", "records", (".jsonl", ".ndjson", ".jl")),
    Format(
        "json",
        "JSON: arrays and objects of articles, ninjs, dpa",
        "objects.json_file",
        "records",
        (".json",),
    ),
    Format(
        "csv", "CSV and TSV tables", "tables.table", "records", (".csv", ".tsv", ".tab"), (TABLE,)
    ),
    Format("markdown", "Markdown", "documents.markdown", endings=(".md", ".markdown")),
    Format("text", "plain text", "plain", endings=(".txt", ".text")),
    # Feeds and issues end so, too, and are as large as those.
    Format("xml", "XML, by its first element", "other_xml", endings=(".xml",), many=True),
)
FORMATS = {each.name: each for each in _ALL}
# What is met beside articles, and no reader knows: what it is, and what helps.
_NOT_READ = {
    ".7z": ("a 7-Zip archive", "unpack it"),
    ".doc": ("an old Word document", "save it as DOCX"),
    ".msg": ("a mail of Outlook", "save it as .eml"),
    ".ods": ("a spreadsheet", "save it as CSV"),
    ".odt": ("a text of LibreOffice", "save it as DOCX"),
    ".pages": ("a text of Pages", "save it as DOCX"),
    ".pptx": ("a presentation", "save its text as DOCX"),
    ".rar": ("a RAR archive", "unpack it"),
    ".xls": ("a spreadsheet", "save it as CSV"),
    ".xlsx": ("a spreadsheet", "save it as CSV"),
}
_WARC = FORMATS["warc"]
_GZIP = b"\x1f\x8b"
# In bytes: as much of a web archive as says that it is one.
_FIRST_LINE = 64
_BY_ENDING = {ending: each for each in _ALL for ending in each.endings}


def by_ending(name: str) -> Format | None:
    """Return the format that the ending of a file name stands for."""
    return _BY_ENDING.get(os.path.splitext(name)[1].lower())


def is_not_read(name: str) -> bool:
    """Return whether the ending of a file name stands for what no reader knows."""
    return ending(name) in _NOT_READ


def not_read(name: str) -> str:
    """Return why a file is not read by the ending of its name, and what helps."""
    last = ending(name)
    if last in _NOT_READ:
        what, remedy = _NOT_READ[last]
        return f"is {what}, which is not read; {remedy}"
    if not last:
        return "no reader for files without an extension; to read it as a text: --as text"
    return f"no reader for {last}"


def recognised(head: bytes, name: str) -> Format | None:
    """Return the format of a file by its first bytes, else by the ending of its name."""
    if encoding := marked(head[:4]):
        head = head.decode(encoding, "ignore").encode()
    if head.startswith(_GZIP) and _is_web_archive(head, name):
        return _WARC  # at whose offsets the compressed records begin
    for each in _ALL:
        if any(looks.search(head) for looks in each.looks):
            return each
    return by_ending(name)


def _is_web_archive(head: bytes, name: str) -> bool:
    """Return whether what is compressed with gzip is a web archive."""
    try:
        start = zlib.decompressobj(31).decompress(head, _FIRST_LINE)
    except zlib.error:
        start = b""
    by_content = any(looks.search(start) for looks in _WARC.looks)
    return by_content or by_ending(os.path.splitext(name)[0]) is _WARC


def ending(path: str) -> str:
    """Return a file's ending in lower case; a compressed file has two (`.jsonl.gz`)."""
    stem, last = os.path.splitext(os.path.basename(path))
    known = _BY_ENDING.get(last.lower())
    before = os.path.splitext(stem)[1] if known and known.module == _COMPRESSED else ""
    return (before + last).lower()
