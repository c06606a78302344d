from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import cycle, product
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarc.ingest.decision import identify
from newsarc.ingest.identity import key
from newsarc.ingest.steps import prepare
from newsarc.query import All, And, Language, Or, Phrase, Published, Source, Term
from newsarc.records.kept import Facet, Origin, Sort
from newsarc.records.read import Document
from newsarc.store.memory import MemoryStore
from newsarc.store.sqlite import SqliteStore
from newsarc.text import clean, fold_label, words
from tests.strategies import LANGUAGES, corpora, date_spans, encodable_texts, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from newsarc.dates import DateSpan
    from newsarc.query import Node
    from newsarc.store import Store

# To tell a corpus is dear, to ask is cheap: 60 corpora with 40 queries each are 2,400 examples.
CORPORA = 60
QUERIES = 40

FACETS: tuple[Facet, ...] = get_args(Facet)
EXACT: tuple[Sort, ...] = tuple(sort for sort in get_args(Sort) if sort != "relevance")
TIMES = ("2024-05-01T06:00:00Z", "2024-05-01T12:00:00Z", "2024-05-01T18:00:00Z")

_settings = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
always = settings(_settings, max_examples=CORPORA)
often = settings(_settings, max_examples=CORPORA // 2)


def queries(number: int) -> st.SearchStrategy[list[Node]]:
    return st.lists(nodes(), min_size=number, max_size=number)


class Pair(NamedTuple):
    sqlite: SqliteStore
    memory: MemoryStore


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteStore]:
    """An archive that is emptied for each corpus: to make a file is dear."""
    with closing(SqliteStore(str(tmp_path / "archive.db"))) as store:
        store.add([])
        yield store


def filled(archive: SqliteStore, documents: Iterable[Document]) -> Pair:
    """Give two stores that hold these documents, told one after the other, and nothing else."""
    for name, _ in list(archive.documents()):
        archive.remove(name)
    pair = Pair(archive, MemoryStore())
    for document, added in zip(documents, cycle(TIMES)):
        for store in pair:
            store.add([prepare(document, identify(document), key(document).id, added)])
    return pair


def ordered(store: Store, node: Node, sort: Sort, limit: int = 100, offset: int = 0) -> object:
    found = store.find(node, sort=sort, limit=limit, offset=offset)
    return found.total, [(hit.article.id, hit.score) for hit in found.hits]


def unordered(store: Store, node: Node) -> object:
    found = store.find(node, sort="relevance", limit=100)
    return found.total, sorted(hit.article.id for hit in found.hits)


def own_words(text: str) -> Iterator[Node]:
    """Give the words of a text, and all rows of two, as a query has them."""
    row = tuple(word.lower() for _, _, word in words(text))
    for length in (1, 2):
        for start in range(len(row) - length + 1):
            yield Term(row[start : start + length])
            yield Phrase(row[start : start + length])


@always
@given(corpora(), queries(QUERIES))
def test_both_stores_find_the_same(
    archive: SqliteStore, documents: list[Document], asked: list[Node]
) -> None:
    sqlite, memory = filled(archive, documents)
    for node in asked:
        assert unordered(sqlite, node) == unordered(memory, node)


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few articles a query has, they are too many to be weighed."""
    monkeypatch.setattr("newsarc.store.sqlite.MOST_WEIGHED", 0)


@pytest.mark.usefixtures("parted")
@often
@given(corpora(), queries(QUERIES // 2))
def test_both_stores_find_the_same_where_articles_are_parted_by_their_headlines(
    archive: SqliteStore, documents: list[Document], asked: list[Node]
) -> None:
    sqlite, memory = filled(archive, documents)
    for node in asked:
        assert unordered(sqlite, node) == unordered(memory, node)


@pytest.mark.parametrize("looking", [1, 100])
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_both_stores_put_words_and_alternatives_of_filters_in_the_same_order(
    archive: SqliteStore, sort: Sort, looking: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarc.store.pages._LOOKING", looking)
    documents = [
        Document(
            Origin(f"/invented/{number}.txt"),
            body=f"{number}. {('Brücke', 'Hafen')[number % 2]} {'noch ' * (number // 12)}offen.",
            source=("dpa", "afp", "Bote")[number % 3],
            date=f"2021-01-{number + 1:02}",
            language="de",
        )
        for number in range(24)
    ]
    sqlite, memory = filled(archive, documents)
    either = Or((Source("dpa"), Or((Source("afp"), Language("en")))))
    words = [Term((word,)) for word in ("hafen", "offen", "noch")]
    asked: list[Node] = [either, *words, *(And((word, either)) for word in words)]
    for node in asked:
        for limit, offset in product((1, 3), range(17)):
            page = ordered(sqlite, node, sort, limit, offset)
            assert page == ordered(memory, node, sort, limit, offset)


@often
@given(corpora(), queries(3), st.integers(0, 4), st.integers(0, 4))
def test_both_stores_give_the_same_pages_in_each_order(
    archive: SqliteStore, documents: list[Document], asked: list[Node], limit: int, offset: int
) -> None:
    sqlite, memory = filled(archive, documents)
    for node, sort in product([All(), *asked], EXACT):
        assert ordered(sqlite, node, sort) == ordered(memory, node, sort)
        page = ordered(sqlite, node, sort, limit, offset)
        assert page == ordered(memory, node, sort, limit, offset)


@often
@given(corpora(), queries(6))
def test_both_stores_count_the_same(
    archive: SqliteStore, documents: list[Document], asked: list[Node]
) -> None:
    sqlite, memory = filled(archive, documents)
    for node, facet in product([All(), *asked], FACETS):
        assert dict(sqlite.tally(node, facet)) == dict(memory.tally(node, facet))


@often
@given(corpora(), st.lists(date_spans(), min_size=8, max_size=8))
def test_both_stores_tally_the_same_within_dates_and_of_sources(
    archive: SqliteStore, documents: list[Document], spans: list[DateSpan]
) -> None:
    sqlite, memory = filled(archive, documents)
    sources = [Source(fold_label(one.source)) for one in documents if one.source]
    within = tuple(map(Published, spans))
    asked: tuple[Node, ...] = (
        *within,
        *sources,
        *(And(pair) for pair in product(sources, within[:2])),
    )
    for node, facet in product(asked, FACETS):
        assert dict(sqlite.tally(node, facet)) == dict(memory.tally(node, facet))


@often
@given(corpora(), queries(12))
def test_both_stores_count_the_same_occurrences(
    archive: SqliteStore, documents: list[Document], asked: list[Node]
) -> None:
    sqlite, memory = filled(archive, documents)
    for node in asked:
        assert sqlite.count(node) == memory.count(node)


@often
@given(corpora(), queries(6), st.sets(st.integers(0, 5)))
def test_both_stores_agree_after_articles_were_changed_and_removed(
    archive: SqliteStore, documents: list[Document], asked: list[Node], chosen: set[int]
) -> None:
    pair = filled(archive, documents)
    names = sorted({key(document).id for document in documents})
    for number, name in enumerate(names):
        for store in pair:
            if number in chosen:
                store.remove(name)
            else:
                other = replace(documents[number], origin=documents[0].origin)
                store.add([prepare(other, identify(other), name, TIMES[0])])

    sqlite, memory = pair
    assert [unordered(sqlite, n) for n in asked] == [unordered(memory, n) for n in asked]
    assert sqlite.check() == ()


@often
@given(corpora())
def test_both_stores_tell_the_same_of_what_they_keep(
    archive: SqliteStore, documents: list[Document]
) -> None:
    keys = [key(document) for document in documents]
    sqlite, memory = filled(archive, documents)
    assert sqlite.languages() == memory.languages()
    assert sqlite.known(keys) == memory.known(keys)
    assert dict(sqlite.documents()) == dict(memory.documents())
    for name in (own.id for own in keys):
        assert sqlite.get(name) == memory.get(name)


@often
@given(st.lists(encodable_texts(), max_size=6), st.sampled_from(LANGUAGES))
def test_in_both_stores_each_article_is_found_by_any_of_its_words(
    archive: SqliteStore, texts: list[str], language: str
) -> None:
    documents = [
        Document(Origin(f"/invented/{number}.txt"), body=clean(text), language=language)
        for number, text in enumerate(texts)
    ]
    sqlite, memory = filled(archive, documents)
    for document in documents:
        for node in own_words(document.content):
            hits = unordered(sqlite, node)
            assert hits == unordered(memory, node)
            assert key(document).id in str(hits)
    assert sqlite.check() == ()
