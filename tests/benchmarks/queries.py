"""A fixed list of queries of every kind, made by fixed rules from the words in `queries_de.toml`.

The archive itself provides the names of a large, a medium and a small source, and the ids of
articles from all its years; they, too, are chosen by fixed rules.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

import newsarc
from newsarc.dates.written import parse_day
from tests.benchmarks.peers import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Words = dict[str, list[Any]]

WORDS = Path(__file__).with_name("queries_de.toml")
IDS = 12
DEEP = "5000"
TODAY = date(2026, 1, 1)


class Query(Struct, frozen=True):
    """A command with its words and options. `plain` is the same query for other engines."""

    kind: str
    command: str
    text: str = ""
    options: tuple[tuple[str, str], ...] = ()
    plain: Plain | None = None

    @property
    def arguments(self) -> list[str]:
        """The arguments of the command line."""
        options = [part for name, value in self.options for part in (f"--{name}", value)]
        return [self.command, *options, *([self.text] if self.text else [])]

    def ask(self, store: newsarc.Store) -> object:
        """Ask an open archive, without the command line."""
        return _ASK[self.command](store, self.text, dict(self.options))


# From the options of the command line to the keywords of the library.


def _where(options: dict[str, str]) -> tuple[Any, ...]:
    since, until = (
        parse_day(options[name], TODAY) if name in options else None for name in ("since", "until")
    )
    return newsarc.filters(since=since, until=until, source=options.get("source"))


def _page(options: dict[str, str]) -> dict[str, Any]:
    shared = options.keys() & {"limit", "offset", "sort"}
    return {name: options[name] if name == "sort" else int(options[name]) for name in shared}


_ASK: dict[str, Callable[[newsarc.Store, str, dict[str, str]], object]] = {
    "search": lambda store, text, options: newsarc.search(
        store, text, where=_where(options), near_misses=10, **_page(options)
    ),
    "list": lambda store, _, options: newsarc.listing(
        store, _where(options), **{"limit": 20, **_page(options)}
    ),
    "stats": lambda store, _, options: newsarc.counts(store, _where(options)),
    "count": lambda store, text, options: newsarc.count(store, text, where=_where(options)),
    "show": lambda store, text, _: store.get(text),
}


# The rules.


def queries(store: newsarc.Store) -> list[Query]:
    """Return the list of queries for an archive."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    sources, ids = _sources(store), _ids(store)
    return [
        *_words(words),
        *_shapes(words),
        *_nearness(words["frequent"]),
        *_negation(words),
        *_filters(words, sources),
        *_pages(words),
        *_others(words, sources, ids),
    ]


def _sources(store: newsarc.Store) -> list[str]:
    counted = newsarc.counts(store)["source"]
    named = [name for name in sorted(counted, key=lambda name: -counted[name]) if name]
    return [named[0], named[len(named) // 2], named[-1]] if named else []


def _ids(store: newsarc.Store) -> list[str]:
    total = newsarc.listing(store, limit=1).total
    places = sorted({total * number // IDS for number in range(IDS)} - {total})
    pages = (newsarc.listing(store, limit=1, offset=place) for place in places)
    return [hit.article.id for page in pages for hit in page.hits]


def _words(words: Words) -> Iterator[Query]:
    """Words alone and together."""
    for kind in ("rare", "frequent", "very_frequent", "stop_words", "compounds", "misspelt"):
        for text in words[kind][:18]:
            yield Query(kind, "search", text, plain=Plain.of("and", text))
    for kind, size in (("two_frequent", 2), ("three_frequent", 3)):
        for group in _groups(words["frequent"], size, 14):
            yield Query(kind, "search", " ".join(group), plain=Plain.of("and", " ".join(group)))
    for group in _groups(words["very_frequent"] + words["frequent"], 3, 14):
        plain = Plain.of("or", " ".join(group))
        yield Query("or_frequent", "search", " OR ".join(group), plain=plain)
    for text in words["questions"]:
        yield Query("questions", "search", text, plain=Plain.of("or", text))


def _groups(words: Sequence[str], size: int, number: int) -> list[tuple[str, ...]]:
    """Return groups of words that are far apart in a list."""
    step = len(words) // size
    doubled = [*words, *words]
    return [tuple(doubled[at + step * part] for part in range(size)) for at in range(number)]


def _shapes(words: Words) -> Iterator[Query]:
    """Phrases, prefixes and other patterns."""
    for kind in ("phrases_frequent", "phrases_rare"):
        for text in words[kind]:
            yield Query(kind, "search", f'"{text}"', plain=Plain.of("phrase", text))
    for text in words["prefixes"]:
        yield Query("prefixes", "search", f"{text}*", plain=Plain.of("prefix", text))
    for text in words["wildcards"]:
        yield Query("wildcards", "search", text)


def _nearness(words: Sequence[str]) -> Iterator[Query]:
    operators = ("w/5", "w/s", "pre/3", "w/p", "NOT w/5", "w/20")
    for at, (one, other) in enumerate(_groups(words, 2, 18)):
        operator = operators[at % len(operators)]
        kind = "near_sentences" if operator in {"w/s", "w/p"} else "near_words"
        yield Query(kind, "search", f"{one} {operator} {other}")
    for one, other, third in _groups(words, 3, 4):
        yield Query("near_words", "search", f"({one} OR {other}) w/5 {third}")


def _negation(words: Words) -> Iterator[Query]:
    for one, other, third in _groups(words["frequent"], 3, 5):
        yield Query("negation", "search", f"{one} -{other}")
        yield Query("negation", "search", f"{one} {other} NOT {third}")
    for one, other in zip(words["rare"][:3], words["very_frequent"], strict=False):
        yield Query("negation", "search", f"{other} -{one}")


def _filters(words: Words, sources: Sequence[str]) -> Iterator[Query]:
    """Dates and sources, with words and alone."""
    for (since, until), word in zip(words["spans"], words["frequent"], strict=False):
        span = (("since", since), ("until", until))
        yield Query("date_alone", "search", f"date:{since}..{until}")
        yield Query("date_words", "search", word, span)
        yield Query("date_words", "search", f"{word} {words['very_frequent'][0]}", span)
    for source, word in zip(sources, words["frequent"], strict=False):
        yield Query("source_alone", "search", f'source:"{source}"')
        yield Query("source_words", "search", word, (("source", source),))
        yield Query("source_words", "search", words["rare"][5], (("source", source),))


def _pages(words: Words) -> Iterator[Query]:
    """Other sort orders, pages deep in the results, and long pages."""
    newest = (("sort", "newest"),)
    for word in (*words["very_frequent"][:4], *words["frequent"][:6]):
        yield Query("newest_frequent", "search", word, newest)
    for word in words["rare"][:8]:
        yield Query("newest_rare", "search", word, newest)
    for word in (*words["very_frequent"][:3], *words["frequent"][:5]):
        yield Query("deep", "search", word, (("offset", DEEP),))
        yield Query("many", "search", word, (("limit", "100"),))


def _others(words: Words, sources: Sequence[str], ids: Sequence[str]) -> Iterator[Query]:
    """The other commands."""
    for sort in ("newest", "oldest", "added", "title", "source"):
        yield Query("list", "list", options=(("sort", sort),))
    yield Query("list", "list", options=(("offset", DEEP),))
    for since, until in words["spans"]:
        yield Query("list", "list", options=(("since", since), ("until", until)))
        yield Query("stats", "stats", options=(("since", since), ("until", until)))
    yield Query("stats", "stats")
    for source in sources:
        yield Query("list", "list", options=(("source", source),))
        yield Query("stats", "stats", options=(("source", source),))
    for word in (*words["rare"][:4], *words["frequent"][:4], *words["very_frequent"][:2]):
        yield Query("count", "count", word)
    for name in ids:
        yield Query("show", "show", name)
