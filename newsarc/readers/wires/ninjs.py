"""IPTC ninjs, versions 1 to 3: one item, with others in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers.base import refused
from newsarc.readers.markup import of_html
from newsarc.readers.wires.items import Item, document, no_text, said
from newsarc.readers.wires.texts import of_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece
    from newsarc.readers.wires.items import Said
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document, Refusal

_NAME = "ninjs"
# What no other object with an address of its own has. The third version writes camel case.
_OWN = frozenset(
    "versioncreated pubstatus representationtype bodies headlines body_xhtml contentcreated"
    " body_text firstcreated copyrightholder rightsinfo renditions profile".split()
)
_TYPES = frozenset(
    "text audio video picture graphic composite component planning event package".split()
)
_BODIES = ("html", "xhtml", "text")
# Texts in packages in packages.
_DEEPEST = 3


def is_item(record: dict[str, Any]) -> bool:
    """Return whether an object is an item by its keys."""
    keys = {key.lower() for key in record}
    if "$standard" in keys and "uri" in keys:
        return True
    if "uri" not in keys and not {"guid", "versioncreated"} <= keys:
        return False
    is_typed = record.get("type") in _TYPES if isinstance(record.get("type"), str) else False
    return not keys.isdisjoint(_OWN) or (is_typed and "headline" in keys)


def read_item(record: dict[str, Any], piece: Piece) -> Iterator[Document | Refusal]:
    """Yield the document of an item, or the texts in a package; others are refused by name."""
    yield from _read(Keys(record), piece.origin, piece, _DEEPEST)


def _read(keys: Keys, origin: Origin, piece: Piece, depth: int) -> Iterator[Document | Refusal]:
    title, text = keys.title(), keys.body()
    kind = keys.words("type") or ""
    if kind in {"composite", "package"} and not text:
        found = list(_inner(keys, piece, depth - 1)) if depth else []
        name = "" if title is None else f" ({title.words[:60]})"
        yield from found or [refused(origin, f"is a package without a text{name}")]
    elif (reason := no_text(kind, title)) and kind not in {"composite", "package"}:
        yield refused(origin, reason)
    else:
        yield document(origin, _item(keys, title, text))


def _inner(keys: Keys, piece: Piece, depth: int) -> Iterator[Document | Refusal]:
    """Yield the texts in a package, each under its own id."""
    for number, each in enumerate(keys.associations(), 1):
        if (each.words("type") or "text") in {"text", "composite", "package"} and each.has_text():
            origin = piece.within(each.words("uri") or str(number))
            yield from _read(each, origin, piece, depth)


def _item(keys: Keys, title: Said | None, text: str) -> Item:
    address = keys.words("uri") or keys.words("guid")
    return Item(
        convention=_NAME,
        text=text,
        summary=keys.summary(),
        title=title,
        created=tuple(filter(None, (keys.said("firstcreated"), keys.said("contentcreated")))),
        changed=keys.said("versioncreated"),
        embargo=keys.said("embargoed"),
        provider=_first(keys, "source", "infosources", "copyrightholder"),
        credit=_first(keys, "creditline"),
        by=_first(keys, "by", "byline", "bylines", "authors"),
        dateline=_first(keys, "dateline"),
        language=keys.said("language"),
        genre=_first(keys, "genre", "genres"),
        status=keys.said("pubstatus"),
        correction=keys.correction(),
        url=keys.words("url") or address,
        id=address,
        version=keys.words("version"),
    )


def _first(keys: Keys, *names: str) -> Said | None:
    return next(filter(None, map(keys.said, names)), None)


class Keys:
    """An item by its keys in lower case, as all versions have them but for the case."""

    def __init__(self, record: dict[str, Any]) -> None:
        """Take an object."""
        self._values = {key.lower(): value for key, value in record.items()}

    def said(self, key: str) -> Said | None:
        """Return what a key says; a list says what its first object names."""
        value = self._values.get(key)
        for each in value if isinstance(value, list) else [value]:
            if found := said(_name(each) if isinstance(each, dict) else each, key):
                return found
        return None

    def words(self, key: str) -> str | None:
        """Return the words of what a key says."""
        found = self.said(key)
        return found.words if found else None

    def objects(self, key: str) -> list[dict[str, Any]]:
        """Return the objects in a list."""
        value = self._values.get(key)
        return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

    def title(self) -> Said | None:
        """Return the headline, in the later versions that with the role `main`."""
        if found := self.said("headline") or self.said("title"):
            return found
        headlines = sorted(self.objects("headlines"), key=lambda one: one.get("role") != "main")
        return next(filter(None, (said(one.get("value"), "headlines") for one in headlines)), None)

    def body(self) -> str:
        """Return the paragraphs of the first body that has any, of HTML before others."""
        texts = (_paragraphs(self._values.get(f"body_{form}"), form) for form in _BODIES)
        return next(filter(None, texts), "") or self._of_roles("bodies")

    def summary(self) -> str:
        """Return the paragraphs of the first description."""
        texts = (_paragraphs(self._values.get(f"description_{form}"), form) for form in _BODIES)
        return next(filter(None, texts), "") or self._of_roles("descriptions")

    def has_text(self) -> bool:
        """Return whether there is more than a headline."""
        return bool(self.body() or self.associations())

    def associations(self) -> list[Keys]:
        """Return the items in it; the first version names them."""
        value = self._values.get("associations")
        named = list(value.values()) if isinstance(value, dict) else self.objects("associations")
        return [Keys(each) for each in named if isinstance(each, dict)]

    def correction(self) -> Said | None:
        """Return what says that it corrects an earlier version."""
        for key in ("signal", "ednote"):
            found = self.said(key)
            if found and found.words.lower().startswith(("correct", "sig:correct", "berichtig")):
                return found
        return None

    def _of_roles(self, key: str) -> str:
        """Return the paragraphs of the first value of a list, of HTML before others."""
        values = [{name.lower(): one for name, one in each.items()} for each in self.objects(key)]
        values.sort(key=lambda each: "html" not in _form(each))
        return next(
            filter(None, (_paragraphs(each.get("value"), _form(each)) for each in values)), ""
        )


def _name(value: dict[str, Any]) -> object:
    keys = ("name", "byline", "value", "text", "literal", "code")
    return next(filter(None, map(value.get, keys)), None)


def _form(value: dict[str, Any]) -> str:
    return f"{value.get('contenttype')} {value.get('role')}"


def _paragraphs(value: object, form: str) -> str:
    if not isinstance(value, str):
        return ""
    return of_html(value) if "html" in form else of_plain(value)
