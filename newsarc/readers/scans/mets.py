"""The contents of a newspaper's issue in METS: its articles, and where their text stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.dates.written import read_date
from newsarc.readers.base import refused
from newsarc.readers.fields.persons import persons
from newsarc.readers.scans.mods import Described, described
from newsarc.readers.trees import local_name
from newsarc.records.kept import Evidence
from newsarc.records.read import Document, Skipped
from newsarc.text import fold_label, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from newsarc.readers.base import Piece
    from newsarc.readers.scans.alto_page import Page
    from newsarc.records.read import Refusal

    Items = Iterator[Document | Refusal | Skipped]

# The types of divisions that are an article, those that are none, and those above a body.
_ARTICLES = frozenset(
    "article letter review interview obituary editorial commentary feuilleton report news"
    " newsarticle".split()
)
_OTHERS = {"advertisement": "advertisements", "ad": "advertisements", "weather": "weather reports"}
_HEADS = frozenset("heading headline title overline subtitle subheadline kicker".split())
_KICKERS = frozenset("overline kicker".split())
_DAY = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?:-(\d\d)-(\d\d)|(\d\d)(\d\d))(?!\d)")
_STATED_DAY = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_NO_NAME = re.compile(r"placeholder|untitled|unknown", re.IGNORECASE)
_HREF = "{http://www.w3.org/1999/xlink}href"
_LONGEST_TITLE = 500
_DEEPEST = 40


class Issue(Struct, frozen=True):
    """An issue: its newspaper, day, id and language, its logical structure, and its files."""

    medium: str | None
    day: str | None
    evidence: tuple[Evidence, ...]
    id: str | None
    records: dict[str, Described]
    divisions: tuple[Element, ...]
    files: dict[str, str]


NOTHING = Issue(None, None, (), None, {}, (), {})


class _Area(Struct, frozen=True):
    """A block of a page, and the kind of what it is a part of."""

    file: str
    block: str
    kind: str


class _Parts(Struct, frozen=True):
    """The headline of an article, the line above it, and its paragraphs."""

    title: str | None
    kicker: str
    texts: list[str]


def contents(root: Element, *names: str) -> Issue:
    """Return the contents of an issue; `names` of its files may tell its day."""
    records = {section.get("ID") or "": described(section) for section in root.iter("{*}dmdSec")}
    day, evidence = _day(root, records, names)
    maps = [
        each for each in root.iter("{*}structMap") if (each.get("TYPE") or "").lower() == "logical"
    ]
    return Issue(
        medium=_medium(root, records, maps),
        day=day,
        evidence=evidence,
        id=one_line(root.get("OBJID") or "") or None,
        records=records,
        divisions=tuple(each for found in maps for each in found if local_name(each) == "div"),
        files={
            file.get("ID") or "": (place.get(_HREF) or "")
            for file in root.iter("{*}file")
            for place in file.iter("{*}FLocat")
        },
    )


def articles(issue: Issue, pages: dict[str, Page], piece: Piece) -> Items:
    """Yield the articles of an issue; without any, its pages."""
    named = {file: _page(place, pages) for file, place in issue.files.items()}
    count = 0
    for division in issue.divisions:
        for found in _articles(division, 0):
            count += 1
            yield _item(found, issue, named, piece, count)
    if not count:
        for name, page in pages.items():
            yield _whole(name, page, issue, piece)


def _articles(division: Element, depth: int) -> Iterator[Element]:
    """Yield the divisions that are articles, or none but named, outermost first."""
    kind = _kind(division)
    if kind in _ARTICLES or kind in _OTHERS:
        yield division
    if depth < _DEEPEST and kind not in _OTHERS:
        for inner in division.iterchildren("{*}div"):
            yield from _articles(inner, depth + 1)


def _item(
    division: Element, issue: Issue, named: dict[str, Page], piece: Piece, count: int
) -> Document | Refusal | Skipped:
    origin = piece.within(division.get("ID") or str(count))
    if what := _OTHERS.get(_kind(division)):
        return Skipped(origin, what)
    about = _about(division, issue)
    parts = _parts(division, about, named)
    if not parts.texts and not parts.title:
        return refused(origin, "is an article without text")
    return Document(
        origin,
        body="\n\n".join(parts.texts),
        title=parts.title,
        kicker=parts.kicker or None,
        date=issue.day,
        source=issue.medium,
        authors=_authors(about),
        language=next((each.language for each in about if each.language), None),
        external_id=_id(division, issue),
        evidence=issue.evidence,
    )


def _about(division: Element, issue: Issue) -> list[Described]:
    """Return what MODS says of an article."""
    names = (division.get("DMDID") or "").split()
    return [issue.records[name] for name in names if name in issue.records]


def _parts(division: Element, about: list[Described], named: dict[str, Page]) -> _Parts:
    """Return the parts of an article; what its headline says does not stand in its body again."""
    heads, texts = _divided(list(_areas(division, "", 0)), named)
    title = _title(division, about, heads)
    kicker = " ".join(text for kind, text in heads if kind in _KICKERS)
    texts = [*(text for _, text in heads if not _is_said(text, title, kicker)), *texts]
    if title and title.endswith("...") and _is_said(title, " ".join(texts[:2]), ""):
        title = None  # the first words of the text, cut
    return _Parts(title, kicker, texts)


def _divided(areas: list[_Area], named: dict[str, Page]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the lines above the body, each with its kind, and the paragraphs of the body."""
    begin = next((at for at, area in enumerate(areas) if area.kind not in _HEADS), len(areas))
    heads = [(area.kind, text) for area in areas[:begin] for text in _texts(area, named)]
    return heads, [text for area in areas[begin:] for text in _texts(area, named)]


def _authors(about: list[Described]) -> tuple[str, ...]:
    claims = [author for each in about for author in each.authors]
    return tuple(dict.fromkeys(name for claim in claims for name in persons(claim)))


def _id(division: Element, issue: Issue) -> str | None:
    """Return the id of an article, which is one only together with that of its issue."""
    own = one_line(division.get("ID") or "")
    return f"{issue.id}#{own}" if issue.id and own else None


def _areas(division: Element, kind: str, depth: int) -> Iterator[_Area]:
    """Yield the areas of a division in order, without the articles within it."""
    for child in division:
        name = local_name(child)
        if name == "div":
            inner = _kind(child)
            if inner not in _ARTICLES and inner not in _OTHERS and depth < _DEEPEST:
                yield from _areas(child, inner if inner in _HEADS else kind, depth + 1)
        elif name == "fptr":
            for area in child.iter("{*}area"):
                if (area.get("BETYPE") or "IDREF") == "IDREF" and area.get("BEGIN"):
                    yield _Area(area.get("FILEID") or "", area.get("BEGIN") or "", kind)


def _texts(area: _Area, named: dict[str, Page]) -> Iterator[str]:
    page = named.get(area.file)
    return iter(()) if page is None else page.texts(area.block)


def _kind(division: Element) -> str:
    return (division.get("TYPE") or "").lower().replace("_", "")


def _title(division: Element, about: list[Described], heads: list[tuple[str, str]]) -> str | None:
    """Return the headline: as MODS has it, or the label if that is more of it; else the heading."""
    stated, label = next((each.title for each in about if each.title), None), _label(division)
    if stated and label and fold_label(stated) in fold_label(label):
        return label
    return stated or _heading(heads) or label


def _heading(heads: list[tuple[str, str]]) -> str | None:
    words = " ".join(text for kind, text in heads if kind not in _KICKERS)
    return words if 0 < len(words) <= _LONGEST_TITLE else None


def _label(division: Element) -> str | None:
    words = one_line(division.get("LABEL") or "")
    return words if words and not _NO_NAME.search(words) else None


def _is_said(text: str, title: str | None, kicker: str) -> bool:
    """Whether a line above the body is in the headline or the line above it already."""
    return fold_label(text) in fold_label(f"{title or ''} {kicker}")


def _page(place: str, pages: dict[str, Page]) -> Page:
    """Return the page that a place in METS means: `file://./text/0001.xml`; else an empty one."""
    from newsarc.readers.scans.alto_page import Page

    path = place.replace("\\", "/")
    for name, page in pages.items():
        if path == name or name.endswith("/" + path.rpartition("./")[2].lstrip("/")):
            return page
    last = path.rpartition("/")[2]
    return next(
        (page for name, page in pages.items() if name.rpartition("/")[2] == last), Page({}, {})
    )


def _medium(root: Element, records: dict[str, Described], maps: list[Element]) -> str | None:
    """Return the name of the newspaper: that of no article."""
    inner = {
        name
        for found in maps
        for division in found.iter("{*}div")
        if _kind(division) in _ARTICLES | {"section", "illustration", "picture"} | _OTHERS.keys()
        for name in (division.get("DMDID") or "").split()
    }
    titles = [each.title for name, each in records.items() if each.title and name not in inner]
    stated = [title for title in titles if not _NO_NAME.search(title)]
    label = one_line(_DAY.sub("", root.get("LABEL") or "").strip(" _-,0123456789"))
    named = stated[0] if stated else label
    return named if named and not _NO_NAME.search(named) else None


def _day(
    root: Element, records: dict[str, Described], names: tuple[str, ...]
) -> tuple[str | None, tuple[Evidence, ...]]:
    """Return the day of an issue, and its evidence where it is not the day that MODS states."""
    stated = [each.day for each in records.values() if each.day and _STATED_DAY.fullmatch(each.day)]
    for day in sorted(stated, key=len, reverse=True)[:1]:
        if len(day) == 10:
            return day, ()
    places = [("LABEL of METS", root.get("LABEL")), ("id of METS", root.get("OBJID"))]
    for rule, words in (*places, *(("name of the file", name) for name in names)):
        if found := _DAY.search(words or ""):
            year, month, day = found[1], found[2] or found[4], found[3] or found[5]
            date = f"{year}-{month}-{day}"
            if read_date(date) is not None:
                return date, (Evidence("date", one_line(words or ""), rule, "inferred"),)
    return (max(stated, key=len), ()) if stated else (None, ())


def _whole(name: str, page: Page, issue: Issue, piece: Piece) -> Document | Refusal:
    origin = piece.within(name)
    text = "\n\n".join(page.blocks.values())
    if not text:
        return refused(origin, "is a page without text")
    return Document(
        origin,
        body=text,
        date=issue.day,
        source=issue.medium,
        language=page.language,
        evidence=issue.evidence,
    )
