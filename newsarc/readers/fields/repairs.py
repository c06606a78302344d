"""Records whose texts were decoded wrongly once."""

from __future__ import annotations

import operator
from typing import Any

from newsarc.readers.fields.keys import KEYS, fold_key
from newsarc.readers.mojibake import REPAIRED, repaired

# What an article is known by is not touched.
_KEPT = {*KEYS["external_id"], *KEYS["url"]}


def repaired_record(record: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return a JSON object with its texts repaired, but not its addresses, and notes on that."""
    changed = {key: new for key, value in record.items() if (new := _repaired(value)) is not value}
    changed = {key: new for key, new in changed.items() if fold_key(key) not in _KEPT}
    return (record | changed, (REPAIRED,)) if changed else (record, ())


def _repaired(value: Any) -> Any:  # noqa: ANN401 (whatever stands in JSON)
    """Return a text or a list of texts repaired, or the value itself if nothing is wrong."""
    if isinstance(value, str):
        return value if "://" in value and " " not in value else repaired(value)
    if isinstance(value, list):
        new = [repaired(each) if isinstance(each, str) else each for each in value]
        return value if all(map(operator.is_, new, value)) else new
    return value
