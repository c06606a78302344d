from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsarc
from newsarc.text import fold_label
from tests.ingest.folders import ALPHA, BETA, GAMMA, body, ids, kept, put, told
from tests.store.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc import Store

TEXTS = st.sampled_from([ALPHA, BETA, GAMMA])


RECORDS = st.fixed_dictionaries(
    {"body": st.sampled_from(["Eins.", "Zwei.", body(ALPHA)])},
    optional={
        "url": st.sampled_from(["u", "v"]),
        "id": st.just("1"),
        "source": st.sampled_from(["Kurier", "KURIER", "Bote"]),
        "date": st.sampled_from(["2020", "2021"]),
        "title": st.sampled_from(["Fähre", "Sturm"]),
    },
)


LINES = st.lists(RECORDS, min_size=1, max_size=4).map(
    lambda records: "\n".join(map(json.dumps, records))
)


FOLDERS = st.builds(
    dict.__or__,
    st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt"]), TEXTS),
    st.dictionaries(st.sampled_from(["d.jsonl", "e.jsonl"]), LINES),
)


HISTORIES = st.lists(FOLDERS.filter(bool), min_size=1, max_size=3)


ROTATED = [{"a.txt": ALPHA}, {"a.txt": BETA, "b.txt": ALPHA}]
# A text is claimed by another line for a while.
OURS = {"a.jsonl": '{"body": "Eins."}', "b.jsonl": '{"body": "Zwei.", "source": "Bote"}'}
LENT = [OURS, {"a.jsonl": '{"body": "Zwei."}'}, OURS]
# The line that an article was last made of is removed, and two of the same URL stay.
FIRST, SECOND, THIRD = (
    '{"body": "Zwei.", "url": "u"}',
    '{"body": "Eins.", "url": "u", "source": "Kurier"}',
    '{"body": "Eins.", "url": "u"}',
)
SHORTENED = [
    {"d.jsonl": f"{FIRST}\n{SECOND}\n{THIRD}"},
    {"d.jsonl": f"{FIRST}\n{SECOND}"},
]
# The text of a line that names its source also comes in a line above it, without one.
ABOVE = [
    {"d.jsonl": '{"body": "Eins."}\n{"body": "Zwei.", "source": "Bote"}'},
    {"d.jsonl": '{"body": "Zwei."}\n{"body": "Zwei.", "source": "Bote"}'},
]


def replayed(engine: str, history: Iterable[dict[str, str]]) -> Iterator[tuple[Store, Path]]:
    with TemporaryDirectory() as folder:
        store = ENGINES[engine](Path(folder))
        news = Path(folder) / "news"
        try:
            for files in history:
                shutil.rmtree(news, ignore_errors=True)
                for name, text in files.items():
                    put(news / name, text)
                yield store, news
        finally:
            store.close()


@pytest.mark.parametrize("engine", ENGINES)
@given(history=HISTORIES)
@example(history=ROTATED)
@example(history=SHORTENED)
@settings(deadline=None, max_examples=40)
def test_ingesting_twice_changes_nothing(engine: str, history: list[dict[str, str]]) -> None:
    for store, news in replayed(engine, history):
        first = ids(store, news)
        before = kept(store)

        assert told(store, news) == [("unchanged", name) for name in first]
        assert kept(store) == before


@pytest.mark.parametrize("engine", ENGINES)
@given(history=HISTORIES)
@example(history=ROTATED)
@settings(deadline=None, max_examples=40)
def test_every_file_is_an_origin_of_the_article_that_holds_its_text(
    engine: str, history: list[dict[str, str]]
) -> None:
    for files, (store, news) in zip(history, replayed(engine, history), strict=True):
        told(store, news)

        for name, text in files.items():
            if name.endswith(".txt"):
                assert store.get(str(news / name)).body == body(text)


@pytest.mark.parametrize("engine", ENGINES)
@given(history=HISTORIES)
@example(history=ROTATED)
@settings(deadline=None, max_examples=40)
def test_a_dry_run_tells_what_an_ingestion_does(engine: str, history: list[dict[str, str]]) -> None:
    for store, news in replayed(engine, history):
        rehearsed = told_with_notes(store, news, dry_run=True)

        assert rehearsed == told_with_notes(store, news)


@pytest.mark.parametrize("engine", ENGINES)
@given(history=HISTORIES)
@example(history=ROTATED)
@settings(deadline=None, max_examples=40)
def test_no_article_vanishes_and_each_stands_where_it_was_last_read(
    engine: str, history: list[dict[str, str]]
) -> None:
    before: set[str] = set()
    for store, news in replayed(engine, history):
        outcomes = list(newsarc.ingest(store, news))

        articles = {article.id: article for article in kept(store)}
        assert before <= articles.keys()
        standing = {origin: a.id for a in articles.values() for origin in a.origins}
        assert {o.origin: o.id for o in outcomes}.items() <= standing.items()
        read = {outcome.origin.path for outcome in outcomes}
        assert {o for o in standing if o.path in read} == {o.origin for o in outcomes}
        before = set(articles)


@pytest.mark.parametrize("engine", ENGINES)
@given(history=HISTORIES)
@example(history=LENT)
@example(history=ABOVE)
@settings(deadline=None, max_examples=40)
def test_a_source_that_a_line_claims_is_that_of_its_article(
    engine: str, history: list[dict[str, str]]
) -> None:
    for files, (store, news) in zip(history, replayed(engine, history), strict=True):
        for outcome in list(newsarc.ingest(store, news)):
            origin = outcome.origin
            if origin.line:
                record = json.loads(files[Path(origin.path).name].splitlines()[origin.line - 1])
                source = store.get(str(outcome.id)).source
                if "source" in record and "url" not in record:
                    assert fold_label(record["source"]) == fold_label(source or "")


def told_with_notes(
    store: Store, news: Path, *, dry_run: bool = False
) -> list[tuple[str, tuple[str, ...]]]:
    return [(o.status, o.notes) for o in newsarc.ingest(store, news, dry_run=dry_run)]
