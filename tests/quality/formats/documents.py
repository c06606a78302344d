"""Documents of daily life: RTF, e-mail, EPUB, Word documents and PDF.

The gold of RTF is what striprtf's authors expect of it, addresses behind links included, which
newsarc leaves out.
"""

from __future__ import annotations

import email
import json
import re
from collections import Counter
from email.policy import default
from functools import partial
from importlib.util import find_spec
from time import process_time
from typing import TYPE_CHECKING, Any

from newsarc.dates.written import read_date
from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.records.read import Document, Refusal
from tests.quality.formats.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_READING = Reading(50_000_000)
_WORD = re.compile(r"\w+")


def rows(folder: Path) -> Iterator[Row]:
    """Yield how well such documents are read."""
    yield from _rtf(folder / "formats" / "rtf")
    yield from _mail(folder / "formats" / "eml")
    yield from _epub(folder / "formats" / "epub")
    yield from _read_at_all("docx", sorted((folder / "formats" / "nexis").glob("*.DOCX")))
    yield from _read_at_all("pdf", sorted((folder / "formats" / "pdf").glob("*.pdf")))


def _rtf(folder: Path) -> Iterator[Row]:
    gold = {name: each for name, each in _gold(folder).items() if "items" in each}
    expected = {name: "\n".join(each["items"][0]["body"]) for name, each in gold.items()}
    read = {name: _text(_documents(folder / name, "rtf")) for name in gold}
    peer = _by_striprtf(folder, list(gold))
    yield Row("rtf", "files whose words are all as expected", *_exact(expected, read, peer))
    yield Row("rtf", "words, F", *_both(_mean_f, expected, read, peer))
    path = folder / "apa_online.rtf"
    seconds = _seconds(lambda: _documents(path, "rtf"))
    theirs = _seconds(lambda: _by_striprtf(folder, [path.name])) if peer else 0
    size = path.stat().st_size / 1e6
    yield Row("rtf", "MB a second", f"{size / seconds:.1f}", _peer(theirs and size / theirs, ".1f"))


def _mail(folder: Path) -> Iterator[Row]:
    gold = {name: each["items"][0] for name, each in _gold(folder).items()}
    found = {name: _documents(folder / name) for name in gold}
    firsts = {name: documents[0] for name, documents in found.items() if documents}
    titles = sum(gold[name]["title"] == each.title for name, each in firsts.items())
    dates = sum(_is_day(gold[name]["date"], each.date) for name, each in firsts.items())
    senders = sum(_is_sender(gold[name]["authors"][0], each) for name, each in firsts.items())
    yield Row("mail", "subjects", f"{titles} of {len(gold)}")
    yield Row("mail", "dates", f"{dates} of {len(gold)}")
    yield Row("mail", "senders, or the domain of an address", f"{senders} of {len(gold)}")
    expected = {name: "\n".join(each["body"]) for name, each in gold.items() if "body" in each}
    read = {name: _text(found[name]) for name in expected}
    peer = {name: _by_library(folder / name) for name in expected}
    yield Row("mail", "words, F (peer: get_body)", *_both(_mean_f, expected, read, peer))


def _epub(folder: Path) -> Iterator[Row]:
    gold = {name: each["items"][0] for name, each in _gold(folder).items()}
    found = {name: _documents(folder / name) for name in gold}
    expected = {name: "\n".join(each["body"]) for name, each in gold.items()}
    read = {name: _text(documents) for name, documents in found.items()}
    yield Row("epub", "words, F", f"{_mean_f(expected, read):.3f}")
    for field, key in (("language", "language"), ("date", "date"), ("authors", "authors")):
        right = sum(
            all(_said(getattr(one, field)) == _said(gold[name][key]) for one in documents)
            for name, documents in found.items()
        )
        yield Row("epub", field, f"{right} of {len(gold)}")


def _read_at_all(kind: str, paths: list[Path]) -> Iterator[Row]:
    start = process_time()
    found = [_documents(path, kind) for path in paths]
    milliseconds = 1000 * (process_time() - start) / max(1, len(paths))
    read = sum(bool(_text(documents)) for documents in found)
    yield Row(kind, "files read", f"{read} of {len(paths)}, {milliseconds:.0f} ms each")


def _gold(folder: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def _documents(path: Path, kind: str | None = None) -> list[Document]:
    reading = Reading(_READING.limit, format=kind)
    pieces = [each for each in split_file(path, reading) if isinstance(each, Piece)]
    items = [item for piece in pieces for item in read_piece(piece, reading)]
    assert not any(isinstance(item, Refusal) for item in items if kind is None)
    return [item for item in items if isinstance(item, Document)]


def _text(documents: list[Document]) -> str:
    return "\n".join(each.text or each.body or "" for each in documents)


def _by_striprtf(folder: Path, names: list[str]) -> dict[str, str]:
    if find_spec("striprtf") is None:
        return {}
    from striprtf.striprtf import rtf_to_text

    raw = {name: (folder / name).read_bytes().decode("utf-8", "replace") for name in names}
    convert: Callable[..., str] = rtf_to_text
    return {name: convert(text, errors="ignore") for name, text in raw.items()}


def _by_library(path: Path) -> str:
    body = email.message_from_bytes(path.read_bytes(), policy=default).get_body(("plain", "html"))
    try:
        return str(body.get_content()) if body else ""
    except LookupError:
        return ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _f(expected: str, read: str) -> float:
    one, other = Counter(_words(expected)), Counter(_words(read))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _mean_f(expected: dict[str, str], read: dict[str, str]) -> float:
    return sum(_f(text, read.get(name, "")) for name, text in expected.items()) / len(expected)


def _exact(expected: dict[str, str], read: dict[str, str], peer: dict[str, str]) -> tuple[str, str]:
    count = partial(_count_exact, expected)
    return f"{count(read)} of {len(expected)}", str(count(peer)) if peer else ""


def _count_exact(expected: dict[str, str], read: dict[str, str]) -> int:
    return sum(_words(text) == _words(read.get(name, "")) for name, text in expected.items())


def _both(
    measure: Callable[[dict[str, str], dict[str, str]], float],
    expected: dict[str, str],
    read: dict[str, str],
    peer: dict[str, str],
) -> tuple[str, str]:
    return f"{measure(expected, read):.3f}", f"{measure(expected, peer):.3f}" if peer else ""


def _peer(figure: float, form: str) -> str:
    return format(figure, form) if figure else ""


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _is_day(gold: str, claim: str | None) -> bool:
    return claim is not None and read_date(claim) == read_date(gold)


def _is_sender(gold: str, found: Document) -> bool:
    name, _, address = gold.rpartition("<")
    if name.strip():
        return found.authors == (name.strip(),)
    return (found.source or "?") in address


def _said(value: Any) -> Any:
    return list(value) if isinstance(value, (tuple, list)) else str(value)[:10]
