"""IPTC NITF: one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.trees import NotXmlError, local_name, parse, words_of
from newsarc.readers.wires.items import Item, document, said
from newsarc.readers.wires.texts import joined, of_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.wires.items import Said
    from newsarc.records.read import Document, Refusal


# Of one article. An element takes a kilobyte of memory here.
_MOST_TAGS = 200_000


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the article of a file."""
    data = piece.data or b""
    if data.count(b"<") > _MOST_TAGS:
        yield piece.refused(f"has more than {_MOST_TAGS:,} tags, as no article has; divide it")
        return
    try:
        root = parse(data, piece.charset)
    except NotXmlError as error:
        yield piece.refused(str(error))
        return
    yield document(piece.origin, _item(Parts(root)))


def _item(parts: Parts) -> Item:
    issue, changed = parts.time("date.issue"), parts.time("date.release")
    return Item(
        convention="NITF",
        title=parts.said("hl1") or parts.said("headline") or parts.said("title"),
        subhead=parts.said("hl2", "hedline"),
        kicker=parts.said("kicker") or parts.fixture(),
        created=tuple(filter(None, (issue, parts.time("story.date")))),
        changed=changed,
        provider=parts.attribute("doc.copyright", "holder") or parts.attribute("pubdata", "name"),
        credit=parts.said("distributor") or parts.attribute("ds", "value"),
        by=parts.said("person", "byline") or parts.said("byline"),
        dateline=parts.said("location", "dateline") or parts.said("dateline"),
        language=parts.language(),
        genre=parts.attribute("tobject", "tobject.type"),
        status=parts.status(),
        correction=parts.attribute("correction", "info"),
        id=parts.attribute_words("doc-id", "id-string"),
        version=parts.attribute_words("du-key", "version"),
        # Last, as these take the tree apart.
        text=joined(parts.text("abstract"), parts.text("body.content")),
    )


class Parts:
    """The elements of an article by their names, in the order of the file."""

    def __init__(self, root: Element) -> None:
        """Collect them."""
        self._root = root
        self._found: dict[str, list[Element]] = {}
        for each in root.iter("*"):
            self._found.setdefault(local_name(each), []).append(each)

    def said(self, name: str, within: str | None = None) -> Said | None:
        """Return the words of the first that has any, in an element of another name."""
        found = self._found.get(name, [])
        if within:
            found = [
                each
                for each in found
                if any(local_name(up) == within for up in each.iterancestors())
            ]
        texts = (words_of(each) for each in found)
        return next(filter(None, (said(text, name) for text in texts)), None)

    def attribute(self, name: str, key: str) -> Said | None:
        """Return what an attribute of the first says that has it."""
        found = (said(each.get(key), f"{name} {key}") for each in self._found.get(name, []))
        return next(filter(None, found), None)

    def attribute_words(self, name: str, key: str) -> str | None:
        """Return the words of an attribute."""
        found = self.attribute(name, key)
        return found.words if found else None

    def time(self, name: str) -> Said | None:
        """Return the time that an element states as its norm, else in words."""
        return self.attribute(name, "norm") or self.said(name)

    def fixture(self) -> Said | None:
        """Return the name of the column that an article belongs to."""
        return self.attribute("fixture", "fix-id") if "fixture" in self._found else None

    def language(self) -> Said | None:
        """Return the language of the article."""
        name = "{http://www.w3.org/XML/1998/namespace}lang"
        bodies = self._found.get("body", [])
        found = (said(each.get(name), "xml:lang") for each in (*bodies, self._root))
        return next(filter(None, found), None)

    def status(self) -> Said | None:
        """Return what becomes of the article: `embargoed`, `canceled`, usable otherwise."""
        stated = self.attribute("docdata", "management-status")
        return self.attribute("revision-history", "status") if stated is None else stated

    def text(self, name: str) -> str:
        """Return the paragraphs of the first that has any."""
        return next(filter(None, map(of_element, self._found.get(name, []))), "")
