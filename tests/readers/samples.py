"""Samples of every format, to be changed: the golden cases, and invented ones for all others."""

from __future__ import annotations

import bz2
import gzip
import lzma
import plistlib
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.readers.mutations import Sample
from tests.readers.packed import epub, paragraph, word
from tests.readers.printed import pdf

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_CASES = Path(__file__).parent / "cases"
# In bytes: larger samples take longer and show no more.
_LARGEST = 300_000
# Other names of the folders of some formats.
_FORMATS = {
    "plain": "text", "feeds": "feed", "newsmlg2": "newsml-g2", "newsml_g2": "newsml-g2",
    "ninjs": "json", "dpa": "json", "json_array": "json", "eml": "mail", "wires": "newsml-g2",
    "mets": "alto", "page": "html",
}  # fmt: skip

_DEICH = "Husum (dpa) - Der Deich hat gehalten, und die Straße ist frei. „Glück“, sagte Eva Muster."
_PAGE = f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8">
<title>Deich hält | Kurier</title><link rel="canonical" href="https://kurier.example/deich">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2022-02-02T14:54:00+01:00">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Deich hält", "datePublished": "2022-02-02T14:54:00+01:00", "author": [{{"@type":
"Person", "name": "Eva Muster"}}], "publisher": {{"name": "Kurier"}}}}</script></head>
<body><nav><a href="/">Start</a></nav><article><h1>Deich hält</h1>
<p class="byline">Von Eva Muster</p>
<time datetime="2022-02-02">2. Februar 2022</time><p>{_DEICH}</p><p>{_DEICH * 3}</p></article>
<footer>Impressum</footer></body></html>"""
_RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Kurier</title><link>https://kurier.example</link><language>de</language><item>
<title>Deich hält</title><link>https://kurier.example/1</link><guid isPermaLink="false">k1</guid>
<pubDate>Wed, 02 Feb 2022 14:54:00 +0100</pubDate><dc:creator>Eva Muster</dc:creator>
<description>{_DEICH}</description><content:encoded><![CDATA[<p>{_DEICH}</p>]]></content:encoded>
</item><item><title>Sturm</title><description>&lt;p&gt;Kurz&lt;/p&gt;</description></item>
</channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Kurier</title><entry>
<title>Deich</title>
<id>tag:k,1</id><updated>2022-02-02T14:54:00Z</updated><author><name>Eva Muster</name></author>
<link href="https://kurier.example/1"/><content type="html">&lt;p&gt;{_DEICH}&lt;/p&gt;</content>
</entry></feed>"""
_G2 = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:kurier:1" version="2"
standard="NewsML-G2" standardversion="2.30" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="kurier"/><versionCreated>2022-02-02T14:54:00+01:00</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta><contentMeta><by>Von Eva Muster</by>
<headline>Deich hält</headline><dateline>Husum</dateline></contentMeta><contentSet><inlineXML
contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>D</title>
</head><body><p>{_DEICH}</p></body></html></inlineXML></contentSet></newsItem>"""
_NITF = f"""<nitf><head><title>Deich hält</title><docdata><doc-id id-string="k1"/>
<date.issue norm="20220202T145400+0100"/></docdata></head><body><body.head><hedline>
<hl1>Deich hält</hl1>
</hedline><byline>Von <person>Eva Muster</person></byline><dateline><location>Husum</location>
</dateline>
</body.head><body.content><block><p>{_DEICH}</p></block></body.content></body></nitf>"""
_NINJS = f"""{{"uri": "urn:kurier:1", "type": "text", "version": "2", "pubstatus": "usable",
"versioncreated": "2022-02-02T14:54:00+01:00", "language": "de", "headline": "Deich hält",
"byline": "Eva Muster", "body_html": "<p>{_DEICH}</p>", "subject": [{{"name": "Wetter"}}],
"bodies": [{{"role": "main", "contenttype": "text/html", "value": "<p>{_DEICH}</p>"}}],
"headlines": [{{"role": "main", "value": "Deich hält"}}], "standard": {{"name": "ninjs"}}}}"""
_DPA = f"""{{"urn": "urn:newsml:dpa.com:20090101:220202-99-1", "version": 3, "language": "de",
"headline": "Deich hält", "dateline": "Husum (dpa)", "byline": "Von Eva Muster",
"pubstatus": "usable",
"version_created": "2022-02-02T14:54:00+01:00", "entry_id": "x", "updated": "2022-02-02T14:55:00Z",
"article_html": "<section class=\\"main\\"><p>{_DEICH}</p></section>",
"categories": [], "associations": []}}"""
_7901 = f"""\x01bas0042 4 pl 120  dpa 0815\r\n\r\nDeich/Sturm/\r\nDeich hält =\r\n\x02\
{_DEICH}\r\n\r\nZweiter Absatz.\r\n# dpa-Notizblock\r\n## Orte\r\n- Husum\r\ndpa em yysh n1 \
jp\r\n\x03021454 \
Feb 22\r\n\x04"""
_ANPA = f"""\x16\x16\x01a0042\x1f\r\ru i bc-DEICH    02-02 0100\x1f\r\x02\r^BC-DEICH<\r^Deich \
hält<\r\
^By EVA MUSTER=\r<\tHUSUM {_DEICH}\r\n\t{_DEICH}\r\x03\rKurier-02-02-22 1454CET\r"""
_ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description>
<MeasurementUnit>pixel\
</MeasurementUnit></Description><Layout><Page ID="P1"><PrintSpace><TextBlock ID="B1"><TextLine>
<String CONTENT="Der"/><SP/><String CONTENT="Deich"/><SP/><String CONTENT="hat" SUBS_TYPE="HypPart1"
SUBS_CONTENT="hatte"/><HYP CONTENT="-"/></TextLine><TextLine>
<String CONTENT="te" SUBS_TYPE="HypPart2"
SUBS_CONTENT="hatte"/><String CONTENT="gehalten."/></TextLine></TextBlock></PrintSpace></Page>
</Layout>
</alto>"""
_FACTIVA = f"""<html><body><div id="article-DE1"><p><b>HD</b> Deich hält</p><div class="article
deArticle"><span class="enHeadline">Deich hält</span><div>12 Wörter</div><div>2. Februar 2022</div>
<div>14:54</div><div>Kurier</div><div>KUR</div><div>Deutsch</div>
<p class="articleParagraph">{_DEICH}</p>
<p>Dokument KUR0000020220202ei2200001</p></div></div></body></html>"""
_NEXIS = f"""\ufeff\n\n                               1 of 1 DOCUMENTS\n\n\n
                 Kurier\n
                            Mittwoch 2. Februar 2022\n\nDeich hält\n\nAUTOR: Eva Muster\n
RUBRIK: Küste\n\nLÄNGE: 14 Wörter\n\n{_DEICH}\n\nUPDATE: 2. Februar 2022\n\nSPRACHE: GERMAN; \
DEUTSCH\n
PUBLICATION-TYPE: Zeitung\n\n                      Copyright 2022 Kurier\n"""
_APA = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 "Kurier" vom 02.02.2022 Seite: 1\par
Ressort: K\'fcste\par\par\b Deich h\'e4lt\b0\par\par Von Eva Muster\par\par Husum. Der Deich hat
gehalten.\par\par Kurier DeFacto\par}"""
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kurier.example/1\r\n"
    "WARC-Date: 2022-02-02T13:54:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    "Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    "{http}\r\n\r\n"
)
_INVENTED = {
    "html": (Sample("a.html", _PAGE.encode()), Sample("b.html", _PAGE.encode("cp1252"))),
    "feed": (Sample("a.rss", _RSS.encode()), Sample("a.atom", _ATOM.encode())),
    "newsml-g2": (Sample("a.xml", _G2.encode()),),
    "nitf": (Sample("a.nitf", _NITF.encode()),),
    "json": (Sample("a.json", _NINJS.encode()), Sample("b.json", _DPA.encode())),
    "iptc7901": (Sample("a.iptc", _7901.encode("latin-1", "replace")),),
    "anpa": (Sample("a", _ANPA.encode()),),
    "alto": (Sample("a.xml", _ALTO.encode()),),
    "factiva": (Sample("a.html", _FACTIVA.encode()),),
    "nexis": (Sample("a.txt", _NEXIS.encode()),),
    "apa": (Sample("a.rtf", _APA.encode()),),
    "xml": (Sample("a.xml", f"<article><headline>D</headline><p>{_DEICH}</p></article>".encode()),),
}  # fmt: skip


def samples(folder: Path | None = None) -> dict[str, list[Sample]]:
    """Return the samples of each format: cases, invented ones, those built, those of a folder."""
    found: dict[str, list[Sample]] = {}
    folders = [*_CASES.iterdir(), *(folder.iterdir() if folder else ())]
    for each in sorted(path for path in folders if path.is_dir()):
        kind = _FORMATS.get(each.name, each.name.replace("_", "-"))
        found.setdefault(kind, []).extend(_files(each))
    for kind, invented in (*_INVENTED.items(), *_built().items()):
        found.setdefault(kind, []).extend(invented)
    return {kind: many for kind, many in sorted(found.items()) if many}


def _files(folder: Path) -> list[Sample]:
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    names = {path.name.partition(".")[0] for path in paths if path.suffix != ".json"}
    return [
        Sample(path.name, path.read_bytes())
        for path in paths
        if not (path.suffix == ".json" and path.stem in {*names, "gold"})
        and path.stat().st_size <= _LARGEST
    ]


def _built() -> dict[str, tuple[Sample, ...]]:
    """Return samples of formats that are not written by hand."""
    page, core = (
        _PAGE.encode(),
        "<dc:title>Deich hält</dc:title><dc:creator>Eva Muster</dc:creator>",
    )
    with TemporaryDirectory() as name:
        place = Path(name)
        body = (
            paragraph("Deich hält", "a")
            + paragraph(_DEICH)
            + f"<w:tbl><w:tr><w:tc>{paragraph('x')}"
        )
        style = '<w:style w:styleId="a"><w:name w:val="Title"/></w:style>'
        files = {
            "docx": word(place / "a.docx", f"{body}</w:tc></w:tr></w:tbl>", core, style),
            "epub": epub(place / "a.epub", {"a.xhtml": f"<h1>D</h1><p>{_DEICH}</p>"}, core),
            "pdf": pdf(place / "a.pdf", ("Deich", _DEICH[:60], _DEICH[60:]), ("Seite", _DEICH)),
        }
        made = {kind: (Sample(path.name, path.read_bytes()),) for kind, path in files.items()}
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}"
    warc = _WARC.format(size=len(http.encode()), http=http).encode()
    cdx = b'com,example)/1 20220202135400 {"url": "https://kurier.example/1", "offset": "0"}\n'
    wacz = {"datapackage.json": b"{}", "archive/a.warc": warc, "indexes/index.cdx": cdx}
    return made | {
        "warc": (Sample("a.warc", warc * 2), Sample("a.warc.gz", gzip.compress(warc) * 2)),
        "webarchive": (Sample("a.webarchive", webarchive(page)),),
        "wacz": (Sample("a.wacz", _zip(wacz)),),
        "zip": (
            Sample(
                "a.zip", _zip({"a.html": page, "b/c.txt": _DEICH.encode(), "d.rss": _RSS.encode()})
            ),
        ),
        "tar": (Sample("a.tar", _tar({"a.html": page, "b/c.txt": _DEICH.encode()})),),
        "gzip": (Sample("a.html.gz", gzip.compress(page)),),
        "bzip2": (Sample("a.html.bz2", bz2.compress(page)),),
        "xz": (Sample("a.html.xz", lzma.compress(page)),),
        "zstd": (Sample("a.html.zst", zstd.compress(page)),),
        **_parquet(),
    }


def webarchive(page: bytes) -> bytes:
    """Return a page as Safari saves it."""
    main = {
        "WebResourceData": page,
        "WebResourceURL": "https://kuestenpost.example/nordhafen/kaimauer",
        "WebResourceTextEncodingName": "UTF-8",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _zip(members: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, BytesIO(content))
    return written.getvalue()


def _parquet() -> dict[str, tuple[Sample, ...]]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        return {}
    table = pa.table(
        {"title": ["Deich hält"] * 3, "text": [_DEICH] * 3, "date": ["2022-02-02"] * 3}
    )
    written = BytesIO()
    parquet.write_table(table, written)
    return {"parquet": (Sample("a.parquet", written.getvalue()),)}
