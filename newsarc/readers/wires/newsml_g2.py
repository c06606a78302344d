"""IPTC NewsML-G2: a news item, or a message with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.base import refused
from newsarc.readers.markup import of_html
from newsarc.readers.trees import NotXmlError, local_name, parse, words_of
from newsarc.readers.wires.items import Item, document, no_text, said
from newsarc.readers.wires.texts import joined, of_element, of_plain
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.wires.items import Said
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document, Refusal

_NAME = "NewsML-G2"
_ITEMS = {
    "newsItem": "",
    "packageItem": "is a package of other items, not a text",
    "conceptItem": "is an entry of a vocabulary, not a text",
    "knowledgeItem": "is a vocabulary, not a text",
    "planningItem": "is a plan of coverage, not a text",
    "catalogItem": "is a catalogue of vocabularies, not a text",
}
_PARTS = {"composite": "package", "still": "picture", "vectorimage": "graphic"}


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the texts of a file, and refuse its pictures and the like by name."""
    try:
        root = parse(piece.data or b"", piece.charset)
    except NotXmlError as error:
        yield piece.refused(str(error))
        return
    items = [each for each in root.iter("*") if local_name(each) in _ITEMS]
    if not items:
        yield piece.refused("is a NewsML-G2 message without an item")
    for number, item in enumerate(items, 1):
        is_only = len(items) == 1
        yield _read(
            item, piece.origin if is_only else piece.within(item.get("guid") or str(number))
        )


def _read(element: Element, origin: Origin) -> Document | Refusal:
    if reason := _ITEMS[local_name(element)]:
        return refused(origin, reason)
    properties = Properties(element)
    title = properties.headline()
    text = _text(element)
    kind = properties.code("itemClass") or ""
    why = no_text(_PARTS.get(kind, kind), title)
    if why and not (text and kind == "composite"):
        return refused(origin, why)
    return document(origin, _item(element, properties, title, text))


def _item(element: Element, found: Properties, title: Said | None, text: str) -> Item:
    return Item(
        convention=_NAME,
        text=text,
        summary=found.text("description"),
        title=title,
        subhead=found.subhead(),
        kicker=found.kicker(),
        created=tuple(filter(None, map(found.said, ("firstCreated", "contentCreated")))),
        changed=found.said("versionCreated"),
        embargo=found.said("embargoed"),
        provider=found.provider(),
        credit=found.said("creditline"),
        by=found.said("by"),
        dateline=found.said("dateline"),
        language=found.language(element),
        genre=found.named("genre"),
        status=said(found.code("pubStatus"), "pubStatus"),
        correction=found.correction(),
        id=one_line(element.get("guid") or "") or None,
        version=one_line(element.get("version") or "") or None,
    )


class Properties:
    """The properties of an item: the children of itemMeta and contentMeta, by their names."""

    def __init__(self, item: Element) -> None:
        """Collect them; those of the parts and the relations of an item do not count."""
        metas = [each for each in item if local_name(each) in {"itemMeta", "contentMeta"}]
        self._found: dict[str, list[Element]] = {}
        for each in (child for meta in metas for child in meta.iterchildren("*")):
            self._found.setdefault(local_name(each), []).append(each)

    def all(self, name: str) -> list[Element]:
        """Return all of a name, in the order of the file."""
        return self._found.get(name, [])

    def said(self, name: str) -> Said | None:
        """Return the words of the first that has any."""
        return next(filter(None, (said(_content(each), name) for each in self.all(name))), None)

    def text(self, name: str) -> str:
        """Return the paragraphs of the first that has any."""
        return next(filter(None, (of_plain(_content(each)) for each in self.all(name))), "")

    def code(self, name: str) -> str | None:
        """Return the code of the first, without the alias of its vocabulary."""
        for each in self.all(name):
            code = each.get("qcode") or each.get("uri") or each.get("literal") or ""
            return _word(code)
        return None

    def named(self, name: str) -> Said | None:
        """Return the name of the first, or the word that stands for it."""
        for each in self.all(name):
            names = [_content(child) for child in each if local_name(child) == "name"]
            if found := next(filter(None, names), each.get("literal")):
                return said(found, name)
        return None

    def provider(self) -> Said | None:
        """Return the short name of the agency: dpa of `nprov:dpa`, else the name."""
        for each in self.all("provider"):
            alias, _, code = (each.get("qcode") or "").partition(":")
            return said(code if alias.endswith("prov") else each.get("literal"), "provider") or (
                self.named("provider")
            )
        return self.said("infoSource")

    def headline(self) -> Said | None:
        """Return the main headline: that of the first rank, without the role of another."""
        found = [each for each in self.all("headline") if _content(each).strip()]
        main = [each for each in found if each.get("rank") in {None, "1"} and not _is_other(each)]
        best = next(iter(main or found), None)
        return said(_content(best), "headline") if best is not None else self.said("title")

    def subhead(self) -> Said | None:
        """Return the line below the headline; dpa gives it the second rank."""
        for each in self.all("headline"):
            if _word(each.get("role") or "").startswith("sub") or each.get("rank") == "2":
                return said(_content(each), "headline of rank 2")
        return None

    def kicker(self) -> Said | None:
        """Return the line above the headline; dpa gives it the third rank."""
        for each in self.all("headline"):
            if "kicker" in (each.get("role") or "").lower() or each.get("rank") == "3":
                return said(_content(each), "headline of rank 3")
        return None

    def language(self, item: Element) -> Said | None:
        """Return the language of the text, else that of the item."""
        tags = [each.get("tag") for each in self.all("language")]
        own = item.get("{http://www.w3.org/XML/1998/namespace}lang")
        return said(next(filter(None, (*tags, own)), ""), "language")

    def correction(self) -> Said | None:
        """Return what says that the item corrects an earlier version, and does not only go on."""
        signals = [each.get("qcode") or "" for each in self.all("signal")]
        if found := next((code for code in signals if _word(code).startswith("correct")), None):
            return said(found, "signal")
        notes = (each for each in self.all("edNote") if "correction" in (each.get("role") or ""))
        is_update = any(_word(code) == "update" for code in signals)
        return None if is_update else next((said(_content(each), "edNote") for each in notes), None)


def _word(code: str) -> str:
    """Return a code without the alias of its vocabulary, or the last part of its address."""
    return code.rpartition("/")[2].rpartition(":")[2].lower()


def _is_other(headline: Element) -> bool:
    role = _word(headline.get("role") or "")
    return role.startswith(("sub", "kicker", "short", "seo", "overline", "dachzeile"))


def _content(element: Element) -> str:
    return words_of(element)


def _text(item: Element) -> str:
    """Return the first text among the renditions of the content."""
    for rendition in (each for part in item if local_name(part) == "contentSet" for each in part):
        if text := _rendered(rendition):
            return text
    return ""


def _rendered(rendition: Element) -> str:
    name = local_name(rendition)
    if name == "inlineXML" and len(rendition):
        return _of_xml(rendition)
    if name not in {"inlineXML", "inlineData"} or rendition.get("encoding"):
        return ""
    content = _content(rendition)
    return of_html(content) if "html" in (rendition.get("contenttype") or "") else of_plain(content)


def _of_xml(rendition: Element) -> str:
    above = ""
    for each in rendition.iter("*"):
        name = local_name(each)
        if name == "abstract":
            above = above or of_element(each)
        elif name in {"body.content", "body", "article"} and not _has_content(each):
            return joined(above, of_element(each))
    root = local_name(rendition[0])
    return of_element(rendition) if root in {"p", "div", "section"} else ""


def _has_content(body: Element) -> bool:
    """Whether the text stands in a part of it, as in NITF."""
    return any(local_name(each) == "body.content" for each in body)
