from __future__ import annotations

from contextlib import closing
from itertools import cycle, islice, product
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsarc.ingest.identity import key
from newsarc.ingest.steps import prepare
from newsarc.ingest.subjects import identify
from newsarc.query import nodes
from newsarc.records.kept import Facet, Origin, Sort
from newsarc.records.read import Document
from newsarc.search import highlight, kwic
from newsarc.store import Limits
from newsarc.store.sqlite.store import SqliteStore
from newsarc.text import clean, fold_label, words
from tests import strategies
from tests.store.engines import ENGINES, ORACLE, OTHERS
from tests.store.examples import add
from tests.strategies import LANGUAGES, corpora, date_spans, encodable_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from newsarc.dates import DateSpan
    from newsarc.store import Store

# Adding a corpus is slow, asking is fast: 25 corpora with 40 queries each are 1,000 examples.
CORPORA = 25
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
often = settings(_settings, max_examples=CORPORA * 2 // 5)


def queries(number: int) -> st.SearchStrategy[list[nodes.Node]]:
    return st.lists(strategies.nodes(), min_size=number, max_size=number)


@pytest.fixture(params=OTHERS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store of each engine but the oracle. Emptying it is faster than making it anew."""
    with closing(ENGINES[request.param](tmp_path)) as store:
        add(store, [])
        yield store


@pytest.fixture
def oracle(tmp_path: Path) -> Store:
    return ENGINES[ORACLE](tmp_path)


def fill(stores: Iterable[Store], documents: Iterable[Document]) -> None:
    """Empty the stores, then add these documents one after the other."""
    for store in stores:
        for name, _ in list(store.documents()):
            store.remove(name)
        for document, added in zip(documents, cycle(TIMES)):
            add(store, [prepare(document, identify(document), key(document).id, added)])


def ordered(
    store: Store, node: nodes.Node, sort: Sort, limit: int = 100, offset: int = 0
) -> object:
    found = store.find(node, sort=sort, limit=limit, offset=offset)
    return found.total, [(hit.article.id, hit.score) for hit in found.hits]


def unordered(store: Store, node: nodes.Node) -> object:
    found = store.find(node, sort="relevance", limit=100)
    return found.total, sorted(hit.article.id for hit in found.hits)


def own_words(text: str) -> Iterator[nodes.Node]:
    """Give the words of a text, and all rows of two, as a query has them."""
    row = tuple(word.lower() for _, _, word in words(text))
    for length in (1, 2):
        for start in range(len(row) - length + 1):
            yield nodes.Term(row[start : start + length])
            yield nodes.Phrase(row[start : start + length])


@always
@given(corpora(), queries(QUERIES))
def test_each_engine_finds_the_same(
    engine: Store, oracle: Store, documents: list[Document], asked: list[nodes.Node]
) -> None:
    fill((engine, oracle), documents)
    for node in asked:
        assert unordered(engine, node) == unordered(oracle, node)


@pytest.fixture
def parting(tmp_path: Path) -> Iterator[Store]:
    """A store for which any number of articles is too many to be weighed."""
    with closing(SqliteStore(str(tmp_path / "parting.db"), Limits(weighed=0))) as store:
        add(store, [])
        yield store


@often
@given(corpora(), queries(QUERIES // 2))
def test_the_same_is_found_where_articles_are_parted_by_their_headlines(
    parting: Store, oracle: Store, documents: list[Document], asked: list[nodes.Node]
) -> None:
    fill((parting, oracle), documents)
    for node in asked:
        assert unordered(parting, node) == unordered(oracle, node)


@pytest.mark.parametrize("looking", [1, 100])
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_each_engine_puts_words_and_alternatives_of_filters_in_the_same_order(
    engine: Store, oracle: Store, sort: Sort, looking: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarc.store.sqlite.answers.pages._LOOKING", looking)
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
    fill((engine, oracle), documents)
    either = nodes.Or((nodes.Source("dpa"), nodes.Or((nodes.Source("afp"), nodes.Language("en")))))
    words = [nodes.Term((word,)) for word in ("hafen", "offen", "noch")]
    asked: list[nodes.Node] = [either, *words, *(nodes.And((word, either)) for word in words)]
    for node in asked:
        for limit, offset in product((1, 3), range(17)):
            page = ordered(engine, node, sort, limit, offset)
            assert page == ordered(oracle, node, sort, limit, offset)


@often
@given(corpora(), queries(3), st.tuples(st.integers(0, 4), st.integers(0, 4)))
def test_each_engine_gives_the_same_pages_in_each_order(
    engine: Store,
    oracle: Store,
    documents: list[Document],
    asked: list[nodes.Node],
    piece: tuple[int, int],
) -> None:
    fill((engine, oracle), documents)
    for node, sort in product([nodes.All(), *asked], EXACT):
        assert ordered(engine, node, sort) == ordered(oracle, node, sort)
        page = ordered(engine, node, sort, *piece)
        assert page == ordered(oracle, node, sort, *piece)
        streamed = [(article.id, None) for article in engine.stream(node, sort=sort)]
        assert (len(streamed), streamed) == ordered(engine, node, sort)


@often
@given(corpora(), queries(6))
def test_each_engine_counts_the_same(
    engine: Store, oracle: Store, documents: list[Document], asked: list[nodes.Node]
) -> None:
    fill((engine, oracle), documents)
    for node, facet in product([nodes.All(), *asked], FACETS):
        assert dict(engine.tally(node, facet)) == dict(oracle.tally(node, facet))
        crossed = engine.tally(node, "month", facet)
        assert dict(crossed) == dict(oracle.tally(node, "month", facet))
        if facet != "author":
            assert sum(crossed.values()) == engine.count(node).articles


@often
@given(corpora(), st.lists(date_spans(), min_size=8, max_size=8))
def test_each_engine_tallies_the_same_within_dates_and_of_sources(
    engine: Store, oracle: Store, documents: list[Document], spans: list[DateSpan]
) -> None:
    fill((engine, oracle), documents)
    sources = [nodes.Source(fold_label(one.source)) for one in documents if one.source]
    within = tuple(map(nodes.Published, spans))
    asked: tuple[nodes.Node, ...] = (
        *within,
        *sources,
        *(nodes.And(pair) for pair in product(sources, within[:2])),
    )
    for node, facet in product(asked, FACETS):
        assert dict(engine.tally(node, facet)) == dict(oracle.tally(node, facet))


@often
@given(corpora(), queries(12))
def test_each_engine_counts_the_same_occurrences(
    engine: Store, oracle: Store, documents: list[Document], asked: list[nodes.Node]
) -> None:
    fill((engine, oracle), documents)
    for node in asked:
        assert engine.count(node) == oracle.count(node)


@often
@given(corpora(), queries(8))
def test_a_count_is_the_number_of_marks_in_all_hits(
    engine: Store, oracle: Store, documents: list[Document], asked: list[nodes.Node]
) -> None:
    fill((engine, oracle), documents)
    for store, node in product((engine, oracle), asked):
        hits = store.find(node, sort="newest", limit=99).hits
        shown = [highlight(store, hit.article, str(node)) for hit in hits]
        texts = [text for one in shown for text in (one.title, one.kicker, one.place, one.body)]
        marks = [mark for text in texts for mark in text.marks]
        lines = kwic(store, str(node)).occurrences
        assert [(one.start, one.end) for one in lines] == marks
        assert store.count(node).occurrences == len(marks)


@often
@given(corpora(), queries(6), st.sets(st.integers(0, 5)))
def test_each_engine_agrees_after_articles_were_changed_and_removed(
    engine: Store,
    oracle: Store,
    documents: list[Document],
    asked: list[nodes.Node],
    chosen: set[int],
) -> None:
    fill((engine, oracle), documents)
    names = sorted({key(document).id for document in documents})
    for number, name in enumerate(names):
        for store in (engine, oracle):
            if number in chosen:
                store.remove(name)
            else:
                other = replace(documents[number], origin=documents[0].origin)
                add(store, [prepare(other, identify(other), name, TIMES[0])])

    assert [unordered(engine, n) for n in asked] == [unordered(oracle, n) for n in asked]
    assert engine.check() == ()


@often
@given(corpora())
def test_each_engine_tells_the_same_of_what_it_keeps(
    engine: Store, oracle: Store, documents: list[Document]
) -> None:
    keys = [key(document) for document in documents]
    fill((engine, oracle), documents)
    assert engine.languages() == oracle.languages()
    assert engine.known(keys) == oracle.known(keys)
    assert dict(engine.documents()) == dict(oracle.documents())
    for name in (own.id for own in keys):
        assert engine.get(name) == oracle.get(name)
        assert engine.read_document(name) == oracle.read_document(name)
    for path in {document.origin.path for document in documents}:
        assert list(engine.members(path)) == list(oracle.members(path))
        for member in (None, *(origin.member for origin in oracle.members(path))):
            assert list(engine.places(path, member)) == list(oracle.places(path, member))


@often
@given(st.lists(encodable_texts(), max_size=6), st.sampled_from(LANGUAGES))
def test_in_each_engine_each_article_is_found_by_any_of_its_words(
    engine: Store, oracle: Store, texts: list[str], language: str
) -> None:
    documents = [
        Document(Origin(f"/invented/{number}.txt"), body=clean(text), language=language)
        for number, text in enumerate(texts)
    ]
    fill((engine, oracle), documents)
    for document in documents:
        for node in own_words(document.content):
            hits = unordered(engine, node)
            assert hits == unordered(oracle, node)
            assert key(document).id in str(hits)
    assert engine.check() == ()


def has_parts(store: Store, node: nodes.Node) -> bool:
    return any(found.parts for found in store.understanding().of(node).terms.values())


def scores(store: Store, node: nodes.Node) -> dict[str, float | None]:
    return {hit.article.id: hit.score for hit in store.find(node, sort="relevance", limit=99).hits}


@often
@given(corpora())
def test_scores_of_words_lie_on_one_scale(
    engine: Store, oracle: Store, documents: list[Document]
) -> None:
    fill((engine, oracle), documents)
    for node in islice(own_words(documents[0].content if documents else ""), 8):
        if not has_parts(oracle, node):  # a word taken apart is weighed as the engine can
            assert scores(engine, node) == pytest.approx(scores(oracle, node), abs=1e-6)
