from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarc.dates import DateSpan
from newsarc.query import nodes
from newsarc.store.sqlite.plan.plan import plan
from tests.store.meanings import meaning_of
from tests.strategies import LANGUAGES, leaves, texts
from tests.strategies import nodes as queries

YEAR = nodes.Published(DateSpan(datetime(2022, 1, 1), datetime(2022, 12, 31, 23, 59)))  # noqa: DTZ001
HARBOUR = nodes.Term(("hafen",))
BRIDGE = nodes.Term(("brucke",))
POST = nodes.Source("hugel post")

# Around the quoted words stand columns, brackets and operators that newsarc wrote.
_QUOTED = re.compile(r'"[^"\x00]*"')
_COLUMNS = re.compile(r"\{(?:(?:title|kicker|body)_(?:forms|stems|parts) ?)+\} :")
_AROUND = re.compile(r"(?:[() *]|\b(?:AND|OR|NOT)\b|NEAR(?=\()|, \d+(?=\)))*")


def awkward() -> st.SearchStrategy[nodes.Node]:
    """Words and phrases of any text at all: what a parser would never hand on."""
    rows = st.lists(texts(6), min_size=1, max_size=3).map(tuple)
    lone = st.one_of(rows.map(nodes.Term), rows.map(nodes.Phrase))
    pairs = st.tuples(lone, st.one_of(leaves(), lone))
    return st.one_of(lone, lone.map(nodes.Not), pairs.map(nodes.And), pairs.map(nodes.Or))


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.one_of(queries(), awkward()), st.lists(st.sampled_from(LANGUAGES), unique=True))
def test_what_is_handed_to_fts5_is_made_of_quoted_words_only(
    node: nodes.Node, languages: list[str]
) -> None:
    planned = plan(node, meaning_of(node, languages))
    ranked = planned.ranked.parameters if planned.ranked else ()
    parameters = (*ranked, *planned.condition.parameters, *planned.rest.parameters)
    handed = map(str, (planned.match, *parameters))
    matches = [text for text in handed if "_forms}" in text or "_stems}" in text]

    for match in matches:
        assert _AROUND.fullmatch(_COLUMNS.sub("", _QUOTED.sub("", match)))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(queries())
def test_what_a_user_wrote_is_never_part_of_the_sql(node: nodes.Node) -> None:
    planned = plan(node, meaning_of(node, LANGUAGES))

    for condition in (planned.condition, planned.rest):
        assert condition.sql.count("?") == len(condition.parameters)
        assert not re.search(r"haus|hafen|mowe|ufer|bridge|2022", condition.sql, re.IGNORECASE)


@pytest.mark.parametrize(
    ("node", "match"),
    [
        (HARBOUR, True),
        (nodes.Phrase(("hafen",)), True),
        (nodes.And((HARBOUR, BRIDGE)), True),
        (nodes.Or((HARBOUR, BRIDGE)), True),
        (nodes.And((HARBOUR, nodes.Not(BRIDGE))), True),
        (nodes.And((HARBOUR, POST)), True),
        (nodes.And((POST, HARBOUR, nodes.Not(YEAR), BRIDGE)), True),
        (nodes.Or((HARBOUR, POST)), False),
        (nodes.Not(HARBOUR), False),
        (nodes.And((nodes.Not(HARBOUR), POST)), False),
        (nodes.All(), False),
        (POST, False),
        (nodes.Phrase(()), False),
    ],
    ids=str,
)
def test_the_index_leads_where_only_its_rows_can_be_hits(node: nodes.Node, match: bool) -> None:
    assert (plan(node, meaning_of(node, ())).match is not None) == match


@pytest.mark.parametrize(
    ("node", "rest"),
    [
        (nodes.And((HARBOUR, BRIDGE)), nodes.All()),
        (nodes.And((HARBOUR, POST)), POST),
        (nodes.And((HARBOUR, POST, nodes.Not(BRIDGE))), POST),
        (nodes.And((POST, HARBOUR, YEAR)), nodes.And((POST, YEAR))),
    ],
    ids=str,
)
def test_what_the_index_cannot_answer_is_left_to_sql(node: nodes.Node, rest: nodes.Node) -> None:
    assert plan(node, meaning_of(node, ())).rest == plan(rest, meaning_of(rest, ())).condition


@pytest.mark.parametrize(
    ("node", "ranked"),
    [
        (HARBOUR, True),
        (nodes.Or((HARBOUR, POST)), True),
        (nodes.And((nodes.Or((HARBOUR, POST)), YEAR)), True),
        (nodes.Not(HARBOUR), False),
        (nodes.And((POST, nodes.Not(HARBOUR))), False),
        (nodes.Language("de"), False),
        (nodes.Or((nodes.Phrase(()), POST)), False),
    ],
    ids=str,
)
def test_what_is_sought_is_ranked(node: nodes.Node, ranked: bool) -> None:
    assert (plan(node, meaning_of(node, ())).ranked is not None) == ranked


@pytest.mark.parametrize(
    "nothing",
    [
        nodes.Phrase(()),
        nodes.Wild("h*fen"),
        nodes.Similar("hafen", 1),
        nodes.In("title", nodes.Wild("h*fen")),
        nodes.Near(HARBOUR, nodes.Wild("h*fen"), 1, ordered=True),
    ],
    ids=str,
)
def test_beside_what_fits_no_word_the_index_answers_alone(nothing: nodes.Node) -> None:
    both, all_three = nodes.Or((HARBOUR, BRIDGE)), nodes.Or((nothing, HARBOUR, BRIDGE))

    assert plan(all_three, meaning_of(all_three, ())) == plan(both, meaning_of(both, ()))


def test_a_word_is_sought_as_it_stems_in_each_language() -> None:
    word = nodes.Term(("häuser",))
    planned = plan(word, meaning_of(word, ("de", "en")))

    assert planned.ranked
    assert set(_QUOTED.findall(str(planned.ranked.parameters[0]))) == {
        '"häuser"', '"haeuser"', '"haus"', '"‐häuser"', '"‐haus"',
    }  # fmt: skip
