"""A page of a scanned newspaper in ALTO: its blocks of text in reading order, hyphens joined."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.trees import NotXmlError, local_name, parse
from newsarc.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# In bytes: a page of a newspaper has 5 MB at most. What is larger is parsed with more care.
_LARGE = 8_000_000
# In bytes: a tag as long as this may have so many attributes that libxml2 takes minutes for it.
_LONG_TAG = 20_000
_IS_PLAIN = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}encoding=[\"']utf-?8[\"']", re.IGNORECASE
)


class NotAltoError(NotXmlError):
    """XML is no page of ALTO."""


class Page(Struct, frozen=True):
    """A page: the texts of its blocks by their ids in reading order, and the language of most."""

    blocks: dict[str, str]
    groups: dict[str, tuple[str, ...]]
    language: str | None = None

    def texts(self, name: str) -> Iterator[str]:
        """Yield the texts of a block, or of the blocks in a composed one, each once."""
        waiting, seen = [name], set()
        while waiting:
            each = waiting.pop()
            if each in seen:
                continue
            seen.add(each)
            if each in self.blocks:
                yield self.blocks[each]
            waiting += reversed(self.groups.get(each, ()))


def page(data: bytes) -> Page:
    """Return the page in a file. Raises NotXmlError, NotAltoError for XML of another kind."""
    root = _root(data)
    if local_name(root) != "alto":
        raise NotAltoError("is XML, but not ALTO")
    return _page(root)


def _root(data: bytes) -> Element:
    """Return the root of XML, parsed twice as fast as by `trees` where nothing is to be mended."""
    from lxml import etree

    is_plain = len(data) <= _LARGE and _IS_PLAIN.match(data) and b"<!DOCTYPE" not in data[:4096]
    if not is_plain or max(map(len, data.split(b"<"))) > _LONG_TAG:
        return parse(data)
    try:
        found = etree.iterparse(
            BytesIO(data),
            events=("end",),
            tag="{*}Layout",
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            remove_blank_text=True,
            collect_ids=False,
        )
        for _ in found:
            pass
    except (etree.LxmlError, ValueError):
        return parse(data)
    root: Element = found.root
    return root


def _page(root: Element) -> Page:
    blocks: dict[str, str] = {}
    groups: dict[str, tuple[str, ...]] = {}
    languages: dict[str, int] = {}
    space = root.tag[: root.tag.rfind("}") + 1]
    tags = space + "TextLine", space + "String", space + "HYP"
    for number, block in enumerate(root.iter("{*}TextBlock")):
        name = block.get("ID") or f"block {number}"
        text = _text(block, tags)
        if not text:
            continue
        blocks[name] = text
        if language := block.get("LANG") or block.get("language"):
            languages[language] = languages.get(language, 0) + len(text)
    for group in root.iter("{*}ComposedBlock"):
        inner = (each.get("ID") or "" for each in group)
        groups[group.get("ID") or ""] = tuple(filter(None, inner))
    order = [ref.get("REF") or "" for ref in root.iter("{*}ElementRef")]
    language = max(languages, key=lambda name: languages[name], default="")
    return Page(_ordered(blocks, order), groups, one_line(language) or None)


def _ordered(blocks: dict[str, str], order: list[str]) -> dict[str, str]:
    """Return blocks as the page orders them; what it does not name stands at its end."""
    named = [name for name in dict.fromkeys(order) if name in blocks]
    return {name: blocks[name] for name in (*named, *blocks)} if named else blocks


def _text(block: Element, tags: tuple[str, str, str]) -> str:
    """Return the text of a block on one line; words that its lines cut are joined."""
    lines = [" ".join(_words(line, tags)) for line in block.iterchildren(tags[0])]
    return clean("\n".join(lines)).replace("\n", " ")


def _words(line: Element, tags: tuple[str, str, str]) -> list[str]:
    words: list[str] = []
    is_whole = False
    for part in line.iterchildren(*tags[1:]):
        word = part.get("CONTENT") or ("-" if part.tag == tags[2] else "")
        if part.get("SUBS_TYPE") and (whole := part.get("SUBS_CONTENT")):
            is_whole = part.get("SUBS_TYPE") == "HypPart1"
            words += [whole] if is_whole else []
        elif part.tag == tags[2]:  # behind a word that stands here as a whole, it is left out
            words[-1:] = [words[-1] + word] if words and not is_whole else words[-1:]
        else:
            is_whole = False
            words += [word] if word else []
    return words
