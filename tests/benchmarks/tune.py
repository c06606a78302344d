"""Tune the constants of ranking on collections with judged answers.

    python -m tests.benchmarks.tune DIR... [--news FILE] [--sample 150] [--set lead=2]

The collections are those of `relevance`. Half of the queries of each, drawn with a fixed
seed, is for tuning; the rest shows what the constants are worth elsewhere. Printed is the
nDCG@10 of each collection: with the constants as they stand; with one piece of the ranking
left out at a time; and with each constant smaller and larger, on the queries for tuning,
so that a flat optimum is seen to be flat. Nothing is chosen here: the tables are for people.

An article is ranked in two steps. The first is one statement: any of the words, as FTS5
ranks them over forms, stems and parts of compounds. The second reads the texts of the best
and adds what FTS5 does not know: how much of the query stands in one sentence, how early it
comes, how much of it is there at all, and which of its words stand near each other.
"""

from __future__ import annotations

import random
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, fields, replace
from itertools import takewhile
from math import log, log2, sqrt
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import click

from newsarc.analysis import COMPOUNDING, FIELDS, Splitter, analyse
from newsarc.store.driver import connect
from newsarc.text import words
from tests.benchmarks.relevance import DEPTH, Collection, ingested, read_collection, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

SEED = 7
SHORTEST_KEY = 4

# Words that ask, join or only serve others: they are left out where there are any others.
STOP_WORDS = {
    "de": frozenset(
        "der die das den dem des ein eine einem einen einer eines und oder als dass wie was wer "
        "wem wen wessen wann wo warum wieso weshalb welche welchem welchen welcher welches woher "
        "wohin womit wodurch ist sind war waren wird werden wurde wurden hat haben hatte hatten "
        "sein bin sei am an auf aus bei im in ins mit von vom zu zum zur fur um er es sie ich "
        "wir sich viele".split()
    ),
    "en": frozenset(
        "the a an and or of in on to for by with from at as is are was were be been being has "
        "have had what who whom whose when where why how which that this it its do does did he "
        "she they we i you".split()
    ),
}


@dataclass(frozen=True, slots=True)
class Constants:
    """All that may be tuned.

    The weights of columns are measured by that of stems in a body, which is 1. The pieces of
    the second step add to what FTS5 says, and both are measured in the rarity of words.
    """

    forms: float = 0.5
    parts: float = 0.3
    title: float = 4.0
    kicker: float = 2.0
    # Words are alike that begin with as many letters of a stem; whether they are found, too.
    letters: int = 5
    beginnings: bool = True

    # So many of the best are read.
    depth: int = 50
    # What a word is worth that only begins, or holds a part, like the one that was sought.
    similar: float = 0.7
    # What a part of a sought compound weighs beside a word.
    part: float = 0.5
    sentence: float = 1.5
    lead: float = 1.5
    # After so many characters a word is worth half of one at the beginning.
    half: float = 600.0
    whole: float = 0.75
    nearness: float = 1.0
    # What nearness is worth in the other order, how far it reaches and what the length of a
    # word is, in characters.
    backwards: float = 0.5
    reach: int = 64
    word: float = 8.0


class Sought(NamedTuple):
    """A word of a query: form, stem, and its letters by which texts are looked through.

    A part of a compound has no form.
    """

    form: str
    stem: str
    key: str
    rarity: float


class Place(NamedTuple):
    """Where in a text a sought word stands, which it is, and how much it is like it."""

    at: int
    sought: int
    likeness: float


class Query(NamedTuple):
    """A query with its words and what is judged; `tunes` says which half it is in."""

    sought: Sequence[Sought]
    judged: Mapping[int, int]
    tunes: bool


# From a query to its words.


def understood(
    text: str, language: str, splitter: Splitter, rarity: Callable[[str], float]
) -> Iterator[Sought]:
    """Give the words of a query with the parts of its compounds, each once."""
    written = [word for _, _, word in words(text)]
    stop_words = STOP_WORDS.get(language, frozenset())
    telling = [w for w in written if analyse(w, language).form not in stop_words] or written
    seen: set[str] = set()
    for word in telling:
        form, stem = analyse(word, language)
        if form in seen:
            continue
        seen.add(form)
        yield Sought(form, stem, _beginning(form, stem), rarity(stem))
        for part in splitter.parts(word) if language == COMPOUNDING else ():
            if part not in seen:
                seen.add(part)
                yield Sought("", part, part, rarity(part))


def _beginning(form: str, stem: str) -> str:
    """Give the letters in which both begin: "happ" of "happy" and "happi"."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(form, stem, strict=False))
    return "".join(letter for letter, _ in alike)


def match_text(sought: Iterable[Sought], constants: Constants) -> str:
    """Ask for any of the words, by form, by stem, as a part, and by its first letters."""
    either = []
    for word in sought:
        if word.form:
            either.append(f'{_columns("forms")} : "{word.form}"')
        either.append(f'{_columns("stems", "parts")} : "{word.stem}"')
        if constants.beginnings and word.form and len(word.stem) >= constants.letters:
            either.append(f'{_columns("forms")} : "{word.stem[: constants.letters]}" *')
    return " OR ".join(either)


def _columns(*kinds: str) -> str:
    names = (f"{field}_{kind}" for kind in kinds for field in FIELDS)
    return f"{{{' '.join(names)}}}"


def bm25(constants: Constants) -> str:
    """Write the weights of the columns of `words`, in their order."""
    by_field = (constants.title, constants.kicker, 1.0)
    by_kind = (constants.forms, 1.0, constants.parts)
    weights = ", ".join(str(kind * field) for kind in by_kind for field in by_field)
    return f"bm25(words, {weights})"


# The second step: what a text says beside its words' numbers.

_MARKS = re.compile("[\u0300-\u036f]+")
_SENTENCE_END = re.compile(r"[.!?…][\"“”»«’)]*\s|\n|\Z")


def folded(text: str) -> str:
    """Free a whole text of case and diacritics, as `newsarc.text.fold` does a word."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return plain if plain.isascii() else _MARKS.sub("", plain)


def bonus(text: str, sought: Sequence[Sought], constants: Constants, *, inside: bool) -> float:
    """Weigh what stands where in a folded text.

    Sentence, lead and whole are each the share of the query that is there, squared, times
    what the whole query weighs: half of it in two places is worth less than all in one.
    """
    weights = [word.rarity * (1.0 if word.form else constants.part) for word in sought]
    found = [list(_places(text, n, word, constants, inside)) for n, word in enumerate(sought)]
    places = sorted(place for row in found for place in row)
    total = sum(weights)
    if not places or not total:
        return 0.0
    lead = whole = 0.0
    for weight, row in zip(weights, found, strict=True):
        half = constants.half
        lead += weight * max((p.likeness * half / (half + p.at) for p in row), default=0.0)
        whole += weight * max((p.likeness for p in row), default=0.0)
    sentence = _best_sentence(text, places, weights)
    squares = (
        constants.sentence * sentence**2 + constants.lead * lead**2 + constants.whole * whole**2
    )
    return squares / total + constants.nearness * _nearness(places, weights, constants)


def _places(
    text: str, number: int, word: Sought, constants: Constants, inside: bool
) -> Iterator[Place]:
    """Give each place of a word, or of one with the same first letters.

    Where compounds are written as one word, these may stand within another. A short word
    must stand for itself, but for two letters at its end.
    """
    key = word.key[: constants.letters] or word.form or word.stem
    whole = len(key) < SHORTEST_KEY
    at = text.find(key)
    while at != -1:
        begins = not at or not text[at - 1].isalnum()
        end = at + len(word.form)
        if begins and word.form and text.startswith(word.form, at) and not _goes_on(text, end):
            yield Place(at, number, 1.0)
        elif (begins and not _goes_on(text, at + len(key) + 2)) if whole else (begins or inside):
            yield Place(at, number, constants.similar)
        at = text.find(key, at + len(key))


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()


def _best_sentence(text: str, places: Sequence[Place], weights: Sequence[float]) -> float:
    """Give the most that a sentence holds, each word counted once."""
    best, end = 0.0, 0
    held: dict[int, float] = {}
    for place in places:
        if place.at >= end:
            best = max(best, _weight(held, weights))
            held = {}
            closing = _SENTENCE_END.search(text, place.at)
            end = closing.end() if closing else len(text)
        held[place.sought] = max(place.likeness, held.get(place.sought, 0.0))
    return max(best, _weight(held, weights))


def _weight(held: Mapping[int, float], weights: Sequence[float]) -> float:
    return sum(weights[number] * likeness for number, likeness in held.items())


def _nearness(places: Sequence[Place], weights: Sequence[float], constants: Constants) -> float:
    """Count each pair of words once, where it stands closest: the lighter of the two words,
    by the root of the words between them.
    """
    nearest: dict[tuple[int, int], float] = {}
    for number, place in enumerate(places):
        for other in reversed(places[bisect_right(places, (place.at - constants.reach,)) : number]):
            if other.sought == place.sought or other.at == place.at:
                continue
            apart = max(1.0, (place.at - other.at) / constants.word)
            near = min(place.likeness, other.likeness) / sqrt(apart)
            pair = (other.sought, place.sought)
            if other.sought > place.sought:
                near, pair = near * constants.backwards, (place.sought, other.sought)
            nearest[pair] = max(near, nearest.get(pair, 0.0))
    return sum(near * min(weights[a], weights[b]) for (a, b), near in nearest.items())


# A collection in its archive, and what is found in it.


class Bench:
    """The queries of a collection, asked of its archive again and again."""

    def __init__(self, collection: Collection, archive: Path, sample: int) -> None:
        """Read the queries, at most as many as a sample holds."""
        self.name = collection.name
        self.seconds: list[float] = []
        self._connection = connect(str(archive), write=False)
        self._first: dict[tuple[str, str], list[tuple[int, float]]] = {}
        self._texts: dict[int, str] = {}
        self._connection.execute(
            "CREATE VIRTUAL TABLE temp.token USING fts5vocab('main', 'words', 'row')"
        )
        self.language = next(iter(texts(collection.corpus))).language
        self.queries = list(self._read(collection, sample))

    def close(self) -> None:
        """Let go of the archive."""
        self._connection.close()

    def _read(self, collection: Collection, sample: int) -> Iterator[Query]:
        rows = dict(self._connection.execute("SELECT external_id, row FROM article"))
        drawn = sorted(collection.queries)
        random.Random(SEED).shuffle(drawn)
        splitter = Splitter(self._frequency)
        for number, name in enumerate(drawn[:sample]):
            sought = tuple(
                understood(collection.queries[name], self.language, splitter, self._rarity)
            )
            judged = {rows[document]: r for document, r in collection.judged[name].items() if r > 0}
            if judged and sought:
                yield Query(sought, judged, tunes=number % 2 == 0)

    def _frequency(self, word: str) -> float | None:
        sql = "SELECT zipf FROM lexicon WHERE word = ?"
        return next((float(zipf) for (zipf,) in self._connection.execute(sql, (word,))), None)

    def _rarity(self, stem: str) -> float:
        """Give the inverse document frequency of a stem, as FTS5 counts it."""
        (count,) = self._connection.execute("SELECT count(*) FROM article").fetchone()
        sql = "SELECT doc FROM temp.token WHERE term = ?"
        holding = next((doc for (doc,) in self._connection.execute(sql, (stem,))), 0)
        return max(1e-6, log((count - holding + 0.5) / (holding + 0.5)))

    def find(self, query: Query, constants: Constants) -> list[int]:
        """Rank the articles of a query."""
        best = self._ranked(match_text(query.sought, constants), bm25(constants))
        inside = self.language == COMPOUNDING
        begin = perf_counter()
        scored = [
            (-score - bonus(self._text(row), query.sought, constants, inside=inside), row)
            for row, score in best[: constants.depth]
        ]
        self.seconds.append(perf_counter() - begin)
        return [row for _, row in sorted(scored)] + [row for row, _ in best[constants.depth :]]

    def _ranked(self, match: str, score: str) -> list[tuple[int, float]]:
        if (match, score) not in self._first:
            sql = f"SELECT rowid, -{score} AS score FROM words WHERE words MATCH ? "
            found = self._connection.execute(f"{sql} ORDER BY score DESC LIMIT ?", (match, DEPTH))
            self._first[match, score] = found.fetchall()
        return self._first[match, score]

    def _text(self, row: int) -> str:
        if row not in self._texts:
            sql = "SELECT title, kicker, body FROM article WHERE row = ?"
            found = self._connection.execute(sql, (row,)).fetchone()
            self._texts[row] = folded("\n".join(filter(None, found)))
        return self._texts[row]

    def ndcg(self, constants: Constants, *, tunes: bool | None = None) -> float:
        """Give the mean nDCG@10 of all queries, or of those of one half."""
        chosen = [query for query in self.queries if tunes is None or query.tunes is tunes]
        return fmean(_ndcg(self.find(query, constants), query.judged) for query in chosen)


def _ndcg(found: Sequence[int], judged: Mapping[int, int]) -> float:
    gains = [judged.get(row, 0) for row in found[:10]]
    best = sorted(judged.values(), reverse=True)[:10]
    return _discounted(gains) / _discounted(best)


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


# The tables.

# What is left out by which constants.
PIECES: dict[str, dict[str, float]] = {
    "without the second step": {"depth": 0},
    "without forms": {"forms": 0, "similar": 1},
    "without parts": {"parts": 0, "part": 0},
    "without beginnings": {"beginnings": 0},
    "without nearness": {"nearness": 0},
    "without sentences": {"sentence": 0},
    "without lead": {"lead": 0},
    "without whole": {"whole": 0},
}


def show(name: str, benches: Sequence[Bench], constants: Constants, tunes: bool | None) -> None:
    """Print what each collection gets, and the mean of them."""
    figures = [bench.ndcg(constants, tunes=tunes) for bench in benches]
    click.echo(f"{name:28} {' '.join(f'{figure:.3f}' for figure in figures)} {fmean(figures):.4f}")


def show_all(benches: Sequence[Bench], constants: Constants) -> None:
    """Print the three tables."""
    click.echo(f"{'':28} {' '.join(f'{bench.name[:5]:5}' for bench in benches)} mean")
    for name, tunes in (("all queries", None), ("for tuning", True), ("the others", False)):
        show(name, benches, constants, tunes)
    spent = median(seconds for bench in benches for seconds in bench.seconds)
    click.echo(f"second step: {spent * 1000:.1f} ms of the median query, its texts folded before\n")
    for name, without in PIECES.items():
        show(name, benches, changed(constants, without), None)
    click.echo()
    for field in fields(Constants):
        value = getattr(constants, field.name)
        for factor in () if isinstance(value, bool) else (0.5, 0.75, 1.5, 2.0):
            other = changed(constants, {field.name: value * factor})
            show(f"{field.name} {getattr(other, field.name):g}", benches, other, tunes=True)


def changed(constants: Constants, values: Mapping[str, float]) -> Constants:
    """Replace constants by name, whole numbers by whole numbers. Raises ValueError."""
    kinds = {field.name: type(getattr(constants, field.name)) for field in fields(constants)}
    unknown = ", ".join(values.keys() - kinds)
    if unknown:
        raise ValueError(f"no such constant: {unknown}")
    return replace(constants, **{name: kinds[name](value) for name, value in values.items()})


def _setting(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> Constants:
    try:
        pairs = (pair.split("=", 1) for pair in given)
        return changed(Constants(), {name: float(value) for name, value in pairs})
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--news", type=click.Path(path_type=Path), help="Articles to ask of.")
@click.option("--sample", default=10_000, help="Ask so many queries of each collection.")
@click.option("--set", "constants", multiple=True, callback=_setting, help="NAME=VALUE")
def main(folders: tuple[Path, ...], news: Path | None, sample: int, constants: Constants) -> None:
    """Tune the constants of ranking."""
    collections = [read_collection(folder, news) for folder in folders]
    with TemporaryDirectory() as top:
        archives = {}
        for number, corpus in enumerate(dict.fromkeys(c.corpus for c in collections)):
            archives[corpus] = Path(top, str(number))
            archives[corpus].mkdir()
            ingested(corpus, archives[corpus]).close()
        benches = [Bench(c, archives[c.corpus] / "archive.db", sample) for c in collections]
        show_all(benches, constants)
        for bench in benches:
            bench.close()


if __name__ == "__main__":
    main()
