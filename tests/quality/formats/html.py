"""How well pages are read: body, headline, dates, persons, what is no article, and the cost."""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from contextlib import suppress
from functools import cache
from time import process_time
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from msgspec import Struct

from newsarc.dates.written import read_date
from newsarc.readers.base import Piece, Reading
from newsarc.readers.html.page import read
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from tests.quality.formats.rows import Row
from tests.quality.metadata.samples import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_LIMIT = 50_000_000
_PUBLISHERS, _HARD = "fundus", "trafilatura"
# A name of a person: two words, and none of a desk, a site or an agency.
_NO_PERSON = re.compile(
    r"\.\w|news|online|redaktion|presse|press|team|zeitung|agentur|dpa|afp|reuters|admin",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x80-\x9f]")


class Page(Struct, frozen=True):
    """A page with its gold, what newsarc and trafilatura read of it, and their seconds."""

    gold: dict[str, Any]
    ours: Document | None
    theirs: dict[str, Any]
    seconds: float
    their_seconds: float
    htmldate: str | None

    @property
    def states(self) -> bool:
        """Whether its markup states a date and persons, so that its lines are not asked."""
        rules = {one.field: one.rule for one in self.ours.evidence} if self.ours else {}
        places = ("JSON-LD", "meta", "itemprop", "link")
        return all(rules.get(name, "").startswith(places) for name in ("date", "authors"))


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of the table."""
    logging.disable(logging.CRITICAL)  # trafilatura tells of each page that it gives up
    pages = _pages(folder / "html")
    german = [page for page in pages if page.gold["lang"] == "de"]
    for name, some in (("all", pages), ("German", german)):
        of = {kind: [p for p in some if p.gold["set"] == kind] for kind in (_PUBLISHERS, _HARD)}
        yield from _bodies(name, some, of[_PUBLISHERS])
        for kind, few in of.items():
            yield from _dates(f"{name}, {kind}", few)
            yield from _titles(f"{name}, {kind}", few)
            yield from _persons(f"{name}, {kind}", few)
    yield from _costs(pages)
    yield from _verdicts(folder / "html", pages)
    yield _controls(pages)


def _pages(folder: Path) -> list[Page]:
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines]
    for gold in pages[:5]:  # what is loaded and compiled at first use
        _page(folder, gold)
    return [_page(folder, gold) for gold in pages]


@cache
def _archive(path: Path) -> ZipFile:
    return ZipFile(path)


def _page(folder: Path, gold: dict[str, Any]) -> Page:
    from htmldate import find_date
    from trafilatura import bare_extraction

    data = _archive(folder / f"pages-{gold['set']}.zip").read(gold["file"])
    ours, seconds = _timed(lambda: _read(data, any_page=True))
    theirs, their_seconds = _timed(lambda: bare_extraction(data, fast=True, with_metadata=True))
    found = None
    with suppress(Exception):
        found = find_date(data, original_date=True)
    known = theirs.as_dict() if theirs is not None else {}
    return Page(gold, ours, known, seconds, their_seconds, found)


def _read(data: bytes, *, any_page: bool, url: str | None = None) -> Document | None:
    piece = Piece(Origin("a.html"), "a.html", "a.html", "html", data, url=url)
    (item,) = read(piece, Reading(_LIMIT, any_page=any_page))
    return item if isinstance(item, Document) else None


def _timed(call: Callable[[], Any]) -> tuple[Any, float]:
    begin = process_time()
    return call(), process_time() - begin


# Body


def _bodies(name: str, pages: Sequence[Page], publishers: Sequence[Page]) -> Iterator[Row]:
    for kind, some in ((name, pages), (f"{name}, {_PUBLISHERS}", publishers)):
        known = [page for page in some if page.gold.get("body")]
        ours = sum(_overlap(_body(page), page) for page in known) / len(known)
        theirs = sum(_overlap(page.theirs.get("text") or "", page) for page in known) / len(known)
        yield Row("html", f"body, 4-gram F ({kind}, {len(known)})", f"{ours:.4f}", f"{theirs:.4f}")
    for part in ("with", "without"):
        wanted = [(page, piece) for page in pages for piece in page.gold.get(part, ())]
        us = sum(piece in _body(page) for page, piece in wanted)
        they = sum(piece in (page.theirs.get("text") or "") for page, piece in wanted)
        yield Row("html", f"pieces {part} ({name}, {len(wanted)})", str(us), str(they))


def _body(page: Page) -> str:
    return page.ours.body or "" if page.ours else ""


def _overlap(text: str, page: Page) -> float:
    one, other = _grams(text), _grams("\n".join(page.gold["body"]))
    whole = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / whole if whole else 1.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


# Dates


def _dates(name: str, pages: Sequence[Page]) -> Iterator[Row]:
    known = [page for page in pages if page.gold.get("date")]
    ours = Counter(_verdict(page.ours.date if page.ours else None, page) for page in known)
    theirs = Counter(_verdict(page.theirs.get("date"), page) for page in known)
    alone = Counter(_verdict(page.htmldate, page) for page in known)
    peers = f"trafilatura {_counts(theirs)}, htmldate {_counts(alone)}"
    yield Row("html", f"date right/wrong/missing ({name})", _counts(ours), peers)
    stated = Counter(
        _verdict(page.ours.date, page)
        for page in known
        if page.ours
        for one in page.ours.evidence
        if one.field == "date" and one.rule.startswith(("JSON-LD", "meta", "itemprop"))
    )
    share = stated["right"] / max(1, sum(stated.values()))
    yield Row("html", f"stated dates right ({name})", f"{share:.1%} of {sum(stated.values())}")


def _counts(counts: Counter[str]) -> str:
    return "/".join(str(counts[verdict]) for verdict in ("right", "wrong", "missing"))


def _verdict(found: str | None, page: Page) -> str:
    """Judge a date by its day, as it is written or as Berlin's clocks show it."""
    date = read_date(found) if found else None
    if date is None or date.day is None:
        return "missing"
    seen = date.seen_in("Europe/Berlin") if date.offset == 0 else date
    return "right" if page.gold["date"] in {str(date)[:10], str(seen)[:10]} else "wrong"


# Headlines and persons


def _titles(name: str, pages: Sequence[Page]) -> Iterator[Row]:
    known = [page for page in pages if page.gold.get("title")]
    ours = sum(fold((p.ours and p.ours.title) or "") == fold(p.gold["title"]) for p in known)
    theirs = sum(fold(p.theirs.get("title") or "") == fold(p.gold["title"]) for p in known)
    figure = f"{ours / len(known):.1%} ({ours / max(1, theirs):.2f}x)"
    yield Row("html", f"title exact ({name}, {len(known)})", figure, f"{theirs / len(known):.1%}")


def _persons(name: str, pages: Sequence[Page]) -> Iterator[Row]:
    for kind, is_meant in (("persons", _is_person), ("authors of any kind", bool)):
        gold, ours, theirs = [], [], []
        for page in pages:
            names = page.gold.get("authors")
            meant = set(map(fold, filter(is_meant, names or ())))
            if names is not None and (meant or not names):
                gold.append(meant)
                ours.append(set(map(fold, page.ours.authors if page.ours else ())))
                theirs.append(set(map(fold, filter(None, _their_authors(page)))))
        us, they = _measures(gold, ours), _measures(gold, theirs)
        figure = f"{_percent(us)} ({us[2] / max(they[2], 1e-9):.2f}x)"
        yield Row("html", f"{kind} P/R/F ({name}, {sum(map(len, gold))})", figure, _percent(they))


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and _NO_PERSON.search(name) is None


def _their_authors(page: Page) -> list[str]:
    return [name.strip() for name in (page.theirs.get("author") or "").split(";")]


def _measures(gold: Sequence[set[str]], said: Sequence[set[str]]) -> tuple[float, float, float]:
    right = sum(len(one & other) for one, other in zip(gold, said, strict=True))
    known, named = sum(map(len, gold)), sum(map(len, said))
    return right / max(1, named), right / max(1, known), 2 * right / max(1, known + named)


def _percent(measures: tuple[float, float, float]) -> str:
    return "/".join(f"{100 * each:.1f}" for each in measures)


# Cost, verdicts, controls


def _costs(pages: Sequence[Page]) -> Iterator[Row]:
    for name, some in (
        ("pages that state date and persons", [p for p in pages if p.states]),
        ("other pages", [p for p in pages if not p.states]),
    ):
        ours = 1000 * sum(page.seconds for page in some) / len(some)
        theirs = 1000 * sum(page.their_seconds for page in some) / len(some)
        figure = f"{ours / theirs:.2f}x ({ours:.1f} ms)"
        yield Row("html", f"CPU time, {name} ({len(some)})", figure, f"{theirs:.1f} ms")


def _verdicts(folder: Path, pages: Sequence[Page]) -> Iterator[Row]:
    lines = (folder / "not_articles.jsonl").read_text(encoding="utf-8").splitlines()
    others = [json.loads(line) for line in lines]
    for name, has_url in (("with address", True), ("without", False)):
        right = sum(
            _read(
                _archive(folder / "not_articles.zip").read(other["file"]),
                any_page=False,
                url=other["url"] if has_url else None,
            )
            is None
            for other in others
        )
        refused = [page.gold for page in pages if _is_refused(folder, page.gold, has_url=has_url)]
        made_up = sum(gold["set"] == "readability" for gold in refused)
        figure = f"{right / max(1, right + len(refused)):.1%} / {right / len(others):.1%}"
        told = f"{len(refused)} of {len(pages)} articles refused, {made_up} of made-up ones"
        yield Row("html", f"no article P/R ({name}, {len(others)})", figure, told)


def _is_refused(folder: Path, gold: dict[str, Any], *, has_url: bool) -> bool:
    data = _archive(folder / f"pages-{gold['set']}.zip").read(gold["file"])
    return _read(data, any_page=False, url=gold.get("url") if has_url else None) is None


def _controls(pages: Sequence[Page]) -> Row:
    ours = sum(_CONTROL.search(p.ours.content) is not None for p in pages if p.ours)
    theirs = sum(_CONTROL.search(page.theirs.get("text") or "") is not None for page in pages)
    return Row("html", f"pages with C1 controls ({len(pages)})", str(ours), str(theirs))
