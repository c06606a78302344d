"""Text that was decoded wrongly once, as `BrÃ¼cke`: repaired where it is certain."""

from __future__ import annotations

import operator
import re
from typing import Any

from newsarc.readers.fields.keys import KEYS, fold_key

REPAIRED = "had been decoded wrongly, repaired"
# Two characters that were one in UTF-8. Both also stand in words of French, Portuguese, Romanian
# (SÃO PAULO, IRMÃ”, Âge), so the neighbours decide: a small letter beside `Ã`, a sign behind `Â`.
_SECOND = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_SECOND_OF_LETTER = re.escape(_SECOND.replace("\xa0", ""))
_CERTAIN = re.compile(
    rf"â€[{re.escape(_SECOND)}\x80-\x9f]"
    rf"|Ã(?:(?<=[a-zß-öø-ÿ]Ã)[{_SECOND_OF_LETTER}]|[{_SECOND_OF_LETTER}](?=[a-zß-öø-ÿ])"
    r"|(?<![^\W_]Ã)[œŸ„–](?=[A-Z]))"
    r"|Â(?<![^\W_]Â)[§°»«²³½£©®]"
)
# Text of another encoding altogether, such as Chinese, which nothing here repairs.
_FOREIGN = re.compile(r"[À-Þ]{5}")
# What an article is known by is not touched.
_KEPT = {*KEYS["external_id"], *KEYS["url"]}


def repaired(text: str) -> str:
    """Return a text as it was before it was decoded wrongly, or as it is if that is not certain."""
    if not ("Ã" in text or "Â" in text or "â" in text):  # single characters are found fastest
        return text
    if not _CERTAIN.search(text) or _FOREIGN.search(text):
        return text
    from ftfy import fix_encoding

    return fix_encoding(text)


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
