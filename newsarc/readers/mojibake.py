"""Text that was decoded wrongly once, as `BrÃ¼cke`: repaired where it is certain."""

from __future__ import annotations

import re

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


def repaired(text: str) -> str:
    """Return a text as it was before it was decoded wrongly, or as it is if that is not certain."""
    if not ("Ã" in text or "Â" in text or "â" in text):  # single characters are found fastest
        return text
    if not _CERTAIN.search(text) or _FOREIGN.search(text):
        return text
    from ftfy import fix_encoding

    return fix_encoding(text)
