"""What an object of JSON is: an article, or what holds articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers.fields.keys import BODY_KEYS, KEYS, SUMMARY_KEYS, TEXT_KEYS, fold_key, mapped
from newsarc.readers.objects.shapes import is_known

if TYPE_CHECKING:
    from newsarc.readers.fields.keys import Mapping

# What programs call the array of their results.
ARRAYS = frozenset(
    "articles results items entries data documents docs records hits stories news posts artikel"
    " meldungen".split()
)
_TEXTS = frozenset((*BODY_KEYS, *TEXT_KEYS))
_HEADS = frozenset((*KEYS["title"], *SUMMARY_KEYS))
_DEEPEST = 3


def is_article(record: dict[str, Any], mapping: Mapping = ()) -> bool:
    """Whether an object claims a text, a summary or a headline."""
    return has_text(record, mapping) or _claims(record, _HEADS)


def has_text(record: dict[str, Any], mapping: Mapping = ()) -> bool:
    """Whether an object claims a text."""
    return _claims(mapped(record, mapping) if mapping else record, _TEXTS)


def holds_articles(record: dict[str, Any], mapping: Mapping = (), depth: int = _DEEPEST) -> bool:
    """Whether an object is no article, but holds some: in an array, by their ids, or deeper."""
    if is_known(record) or has_text(record, mapping):
        return False
    if any(fold_key(key) in ARRAYS and _is_array(each) for key, each in record.items()):
        return True
    if _claims(record, _HEADS):
        return False
    return is_map(record, mapping) or any(
        _leads_to_articles(each, mapping, depth) for each in record.values()
    )


def is_map(record: dict[str, Any], mapping: Mapping = ()) -> bool:
    """Whether an object holds nothing but articles, each by its id."""
    found = list(record.values())
    return (
        len(found) > 0
        and all(isinstance(each, dict) for each in found)
        and is_article(found[0], mapping)
    )


def is_by_columns(record: dict[str, Any]) -> bool:
    """Whether an object is a table that was written a column after the other."""
    split = isinstance(record.get("columns"), list) and isinstance(record.get("data"), list)
    columns = [each for each in record.values() if isinstance(each, dict)]
    return split or (
        len(columns) == len(record) > 1
        and not {fold_key(key) for key in record}.isdisjoint(_TEXTS | _HEADS)
        and all(next(iter(each), "") == "0" for each in columns)
    )


def _leads_to_articles(value: object, mapping: Mapping, depth: int) -> bool:
    if isinstance(value, list):
        return _is_array(value) and is_article(value[0], mapping)
    if isinstance(value, dict) and depth:
        return has_text(value, mapping) or holds_articles(value, mapping, depth - 1)
    return False


def _is_array(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _claims(record: dict[str, Any], keys: frozenset[str]) -> bool:
    return any(fold_key(key) in keys and _is_text(each) for key, each in record.items())


def _is_text(value: object) -> bool:
    """Whether a value may be a text: a string, or the parts of one."""
    if isinstance(value, dict):
        return bool(value) and not is_article(value)
    if isinstance(value, list):
        return bool(value) and not (isinstance(value[0], dict) and is_article(value[0]))
    return isinstance(value, str) and bool(value)
