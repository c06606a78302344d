"""What is weighed where very many articles match."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc import open_store
from newsarc.dates import BEGINNING, DateSpan
from newsarc.query import nodes
from newsarc.store import Limits
from newsarc.store.sqlite.answers import hits as matched
from newsarc.store.sqlite.answers import pages
from newsarc.store.sqlite.answers.tiers import Question, lightened, tiered_page, tiers
from newsarc.store.sqlite.file import driver
from newsarc.store.sqlite.plan.plan import plan
from tests.store.examples import add, entry, note
from tests.store.meanings import meaning_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection

HARBOUR, BRIDGE, LOCK = (nodes.Term((word,)) for word in ("hafen", "brücke", "schleuse"))
LANGUAGES = ("de",)
PAST = DateSpan(BEGINNING, datetime(2021, 1, 5))  # noqa: DTZ001 (local time)
# (headline, body, day): the last two say it in their headlines, the fourth both of it.
ARTICLES = (
    ("Am Kai", "Der Hafen und die Brücke.", "2021-01-05"),
    ("Am Ufer", "Die Brücke beim Hafen.", "2021-01-06"),
    ("Ohne Tag", "Der Hafen, die Brücke.", None),
    ("Hafen und Brücke", "Beide sind wieder offen.", "2021-01-01"),
    ("Die Brücke steht", "Der Hafen ruht.", "2021-01-03"),
    ("Der Hafen ruht", "Die Brücke auch.", "2021-01-02"),
    ("Die Schleuse", "Sie ist zu, und der Hafen auch.", "2021-01-04"),
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("tiers") / "archive.db"
    with closing(open_store(path)) as store:
        documents = (replace(note(body), title=title, date=day) for title, body, day in ARTICLES)
        add(store, [entry(document) for document in documents])
    with closing(driver.connect(str(path), write=False)) as connection:
        yield connection


def question(query: nodes.Node) -> Question:
    return Question(query, meaning_of(query, LANGUAGES))


def weighed(most: int) -> Limits:
    """Limits of a store that weighs no more articles than this."""
    return Limits(weighed=most)


def rows(connection: Connection, query: nodes.Node, limit: int = 99, offset: int = 0) -> list[int]:
    hits = matched.gather(connection, plan(query, meaning_of(query, LANGUAGES)), most=0)
    page = tiered_page(connection, question(query), hits, weighed(0), pages.Slice(limit, offset))
    return [row for row, _ in page]


def test_what_says_it_all_in_its_headline_comes_first_and_then_what_says_some(
    connection: Connection,
) -> None:
    assert rows(connection, nodes.And((HARBOUR, BRIDGE))) == [4, 5, 6, 2, 1, 3]


def test_of_one_word_the_newest_comes_first_in_headlines_and_elsewhere(
    connection: Connection,
) -> None:
    assert rows(connection, HARBOUR) == [6, 4, 2, 1, 7, 5, 3]


@pytest.mark.parametrize(
    "query",
    [
        HARBOUR,
        nodes.And((HARBOUR, BRIDGE)),
        nodes.Or((BRIDGE, LOCK)),
        nodes.And((HARBOUR, nodes.Not(LOCK))),
        nodes.Phrase(("der", "hafen")),
        nodes.And((nodes.All(), HARBOUR)),
    ],
)
def test_pages_one_after_the_other_show_every_article_that_matches_once(
    connection: Connection, query: nodes.Node
) -> None:
    whole = rows(connection, query)
    planned = plan(query, meaning_of(query, LANGUAGES))
    matching = pages.page(connection, planned, matched.chosen(planned), "oldest", pages.Slice(9, 0))

    assert sorted(whole) == sorted(row for row, _ in matching)
    for size in (1, 2, 3):
        steps = range(0, len(whole) + size, size)
        assert whole == [row for at in steps for row in rows(connection, query, size, at)]


def test_so_few_that_all_can_be_weighed_are_not_parted(connection: Connection) -> None:
    hits = matched.gather(connection, plan(HARBOUR, meaning_of(HARBOUR, LANGUAGES)), most=7)

    assert tiers(question(HARBOUR), hits, weighed(7)) == (HARBOUR,)


def test_of_words_that_are_frequent_the_rarer_ones_alone_are_weighed(
    connection: Connection,
) -> None:
    query = nodes.And((HARBOUR, LOCK))
    planned = plan(query, meaning_of(query, LANGUAGES))
    light = lightened(connection, planned, question(query), weighed(3))

    assert light.ranked is not None
    assert "schleus" in str(light.ranked.parameters[0])
    assert "hafen" not in str(light.ranked.parameters[0])
    assert [
        row
        for row, _ in pages.page(
            connection, light, matched.chosen(light), "relevance", pages.Slice(9, 0)
        )
    ] == [7]


def test_of_words_that_are_all_frequent_the_rarest_alone_is_weighed(
    connection: Connection,
) -> None:
    query = nodes.And((HARBOUR, nodes.Term(("ruht",))))
    light = lightened(
        connection, plan(query, meaning_of(query, LANGUAGES)), question(query), weighed(2)
    )

    assert light.ranked is not None
    assert "hafen" not in str(light.ranked.parameters[0])
    assert "ruht" in str(light.ranked.parameters[0])


@pytest.mark.parametrize(
    "query",
    [
        nodes.And((nodes.Or((HARBOUR, LOCK)), nodes.Term(("ruht",)))),
        nodes.And((nodes.Or((HARBOUR, LOCK)), nodes.Published(PAST))),
        nodes.And((nodes.Or((nodes.And((HARBOUR, nodes.Published(PAST))), LOCK)), nodes.All())),
    ],
)
def test_articles_without_the_rarer_one_of_two_alternatives_are_weighed_as_well(
    connection: Connection, query: nodes.Node
) -> None:
    planned = plan(query, meaning_of(query, LANGUAGES))
    light = lightened(connection, planned, question(query), weighed(2))
    whole = matched.gather(connection, planned, most=9)
    page = pages.page(connection, light, whole.rows, "relevance", pages.Slice(9, 0))

    assert len(page) == whole.total > 1
