from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given

from newsarc.dates import BEGINNING, END, DateSpan
from newsarc.dates.written import parse_day
from newsarc.query import Parsed, parse
from newsarc.query.lexer import normal
from newsarc.query.nodes import (
    All,
    And,
    In,
    Language,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Source,
    Term,
    sought,
)
from newsarc.query.notes import CARET
from tests import strategies
from tests.query.reading import TODAY, read

if TYPE_CHECKING:
    from datetime import date, datetime

NOTHING = Phrase(())


def term(*words: str) -> Term:
    return Term(words)


def phrase(*words: str) -> Phrase:
    return Phrase(words)


def published(first: str | datetime, last: str | datetime) -> Published:
    return Published(
        DateSpan(
            parse_day(first, TODAY).span.first if isinstance(first, str) else first,
            parse_day(last, TODAY).span.last if isinstance(last, str) else last,
        )
    )


a, b, c = term("a"), term("b"), term("c")

GOOD: list[tuple[str, Node]] = [
    ("nato", term("nato")),
    ("Nato", term("nato")),
    ("ÄRGER", term("ärger")),
    ("a b", And((a, b))),
    ("a b c", And((a, b, c))),
    ("Nato-Osterweiterung", term("nato", "osterweiterung")),
    ("2,5", term("2", "5")),
    ("nato_ost", term("nato", "ost")),
    ("C++", term("c")),
    ("a\x00b", term("ab")),
    ("*", All()),
    ('"a b"', phrase("a", "b")),
    ('"A, b!"', phrase("a", "b")),
    ('"a"b', And((phrase("a"), b))),
    ('"(a OR -b)"', phrase("a", "or", "b")),
    ("a OR b", Or((a, b))),
    ("a OR b OR c", Or((a, b, c))),
    ("-a", Not(a)),
    ("a -b", And((a, Not(b)))),
    ('-"a b"', Not(phrase("a", "b"))),
    ("-(a b)", Not(And((a, b)))),
    ("(a OR b) c", And((Or((a, b)), c))),
    ("a (b c)", And((a, And((b, c))))),
    ("((a))", a),
    ("-(-a)", Not(Not(a))),
    ("-a-b", Not(term("a", "b"))),
    ("and not und nicht", And((term("and"), term("not"), term("und"), term("nicht")))),
    ("5' 6'' O’Neill", And((term("5"), term("6"), term("o", "neill")))),
    ("12:30", term("12", "30")),
    ("source:dpa", Source("dpa")),
    ('source:"Der Ufer-Kurier"', Source("der ufer kurier")),
    ("source:„Möwenbote“", Source("mowenbote")),
    ("lang:DE", Language("de")),
    ("-lang:de", Not(Language("de"))),
    ("date:2022", published("2022", "2022")),
    ("date:2022-01..2022-02", published("2022-01", "2022-02")),
    ("date:2022..", published("2022", END)),
    ("date:..2022", published(BEGINNING, "2022")),
    ("date:..", published(BEGINNING, END)),
    ("date:2022-02-02T14:54", published("2022-02-02T14:54", "2022-02-02T14:54")),
    ('date:"2. Februar 2022"', published("2022-02-02", "2022-02-02")),
    ("since:7d", published("2024-02-23", END)),
    ("until:gestern", published(BEGINNING, "2024-02-29")),
    ("a since:2022 b", And((a, published("2022", END), b))),
]


@pytest.mark.parametrize(("text", "node"), GOOD, ids=[text for text, _ in GOOD])
def test_a_well_formed_query_is_read_as_it_stands(text: str, node: Node) -> None:
    assert read(text) == (node, ())


def test_and_binds_tighter_than_or_and_says_so() -> None:
    node, notes = read("a b OR c")

    assert node == Or((And((a, b)), c))
    assert notes == ("AND binds tighter than OR, so this reads as: (a b) OR c",)


def test_not_binds_tighter_than_and() -> None:
    assert parse("NOT a b", TODAY).node == And((Not(a), b))


EQUIVALENT = [
    ("a AND b", "a b"),
    ("a UND b", "a b"),
    ("a & b", "a b"),
    ("a ODER b", "a OR b"),
    ("a | b", "a OR b"),
    ("a|b", "a OR b"),
    ("a NOT b", "a -b"),
    ("a NICHT b", "a -b"),
    ("a AND NOT b", "a -b"),
    ("a UND NICHT b", "a -b"),
    ("NOT NOT a", "a"),
    ("NOT -a", "a"),
    ("--a", "a"),
    ("(a b)", "a b"),
    ("( a  b )", "a b"),
    ("\ta\n\u00a0b ", "a b"),
    ("(-a)", "-a"),
    ("„a b“", '"a b"'),
    ("„a b”", '"a b"'),
    ('„a b"', '"a b"'),
    ("“a b”", '"a b"'),
    ("”a b”", '"a b"'),
    ("»a b«", '"a b"'),
    ("«a b»", '"a b"'),
    ("« a b »", '"a b"'),
    ("quelle:dpa", "source:dpa"),
    ("medium:dpa", "source:dpa"),
    ("SOURCE:DPA", "source:dpa"),
    ("sprache:de", "lang:de"),
    ("language:de", "lang:de"),
    ('lang:"de"', "lang:de"),
    ("datum:2022", "date:2022"),
    ("Datum:02.2022", "date:2022-02"),
    ("seit:2022", "since:2022"),
    ("ab:2022", "since:2022"),
    ("bis:2022", "until:2022"),
    ("since:2022", "date:2022.."),
    ("until:2022", "date:..2022"),
    ("date:heute", "date:2024-03-01"),
    ("date:01.01.2022..31.01.2022", "date:2022-01"),
]


@pytest.mark.parametrize(("text", "plain"), EQUIVALENT)
def test_several_spellings_mean_the_same(text: str, plain: str) -> None:
    assert read(text) == (parse(plain, TODAY).node, ())


@pytest.mark.parametrize("order", ["date:2022..2021", "date:2022-12-31..2021-01-01"])
def test_a_range_written_backwards_is_turned_round(order: str) -> None:
    assert parse(order, TODAY).node == published("2021", "2022")


OPEN_QUOTE = "a missing closing quote was added at the end"
OPEN_BRACKET = "a missing closing bracket was added at the end"
CLOSING_BRACKET = "a closing bracket without an opening one was left out"
STRAY_QUOTE = "a stray quote was left out"
NO_QUOTED = "quotes with nothing in them were left out"
NO_WORD = "the query has no word to search for"


def dangling(operator: str) -> str:
    return f"{operator} with nothing to join was left out"


def unsearchable(text: str) -> str:
    return f"{text!r} has no letter or digit and was left out"


def as_words(text: str) -> str:
    return f"{text} was not understood; searched as words"


def no_date(text: str) -> str:
    advice = "write 2022, 2022-02, 1.2.2022 or 2022-01..2022-03"
    return f"{text} is no date; {advice}; searched as words"


MENDED: list[tuple[str, Node, tuple[str, ...]]] = [
    ('"a b', phrase("a", "b"), (OPEN_QUOTE,)),
    ("„a b", phrase("a", "b"), (OPEN_QUOTE,)),
    ('a "', a, (NO_QUOTED,)),
    ('a "" b', And((a, b)), (NO_QUOTED,)),
    ("„“ a", a, (NO_QUOTED,)),
    ('-"" a', a, (NO_QUOTED, dangling("NOT"))),
    ('a OR ""', a, (NO_QUOTED, dangling("OR"))),
    ('a"', a, (STRAY_QUOTE,)),
    ('a" "b c"', And((a, phrase("b", "c"))), (STRAY_QUOTE,)),
    ("(a“) b", And((a, b)), (STRAY_QUOTE,)),
    ("title:a« b", And((In("title", a), b)), (STRAY_QUOTE,)),
    ("(a b", And((a, b)), (OPEN_BRACKET,)),
    ("((a b", And((a, b)), (OPEN_BRACKET,)),
    ("a b)", And((a, b)), (CLOSING_BRACKET,)),
    ("a) OR b", And((a, b)), (CLOSING_BRACKET, dangling("OR"))),
    (")a(", a, (CLOSING_BRACKET, OPEN_BRACKET)),
    ("a OR", a, (dangling("OR"),)),
    ("OR a", a, (dangling("OR"),)),
    ("a OR OR b", Or((a, b)), (dangling("OR"),)),
    ("a OR (b OR)", Or((a, b)), (dangling("OR"),)),
    ("a AND", a, (dangling("AND"),)),
    ("AND a", a, (dangling("AND"),)),
    ("a AND AND b", And((a, b)), (dangling("AND"),)),
    ("a AND OR b", Or((a, b)), (dangling("AND"),)),
    ("a NOT", a, (dangling("NOT"),)),
    ("a NOT OR b", Or((a, b)), (dangling("NOT"),)),
    ("a - b", And((a, b)), (unsearchable("-"),)),
    ("a … b", And((a, b)), (unsearchable("…"),)),
    ("a 😀", a, (unsearchable("😀"),)),
    ('a "!?"', a, (unsearchable("!?"),)),
    ("since:gestern2", term("since", "gestern2"), (no_date("since:gestern2"),)),
    ("date:2022..x", term("date", "2022", "x"), (no_date("date:2022..x"),)),
    ("lang:d3", term("lang", "d3"), (as_words("lang:d3"),)),
    ('source:"!"', term("source"), (as_words("source:!"),)),
    ("NOT", term("not"), ("nothing but operators; searched as words: not",)),
    ("AND OR", And((term("and"), term("or"))),
     ("nothing but operators; searched as words: and or",)),
    ("(ODER)", term("oder"), ("nothing but operators; searched as words: oder",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "node", "notes"), MENDED, ids=[text for text, *_ in MENDED])
def test_what_is_mended_is_told(text: str, node: Node, notes: tuple[str, ...]) -> None:
    found = parse(text, TODAY)

    assert found.node == node
    assert set(notes) <= set(told(found.notes))


def told(notes: tuple[str, ...]) -> list[str]:
    """Return notes without the places that they show."""
    return [note.partition(": ")[0] if CARET in note else note for note in notes]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ('Nato "ost', f'{OPEN_QUOTE}: Nato "ost▲'),
        ("(Nato", f"{OPEN_BRACKET}: (Nato▲"),
        ("Nato) Ost", f"{CLOSING_BRACKET}: Nato▲) Ost"),
        ("Nato AND OR Ost", f"{dangling('AND')}: Nato ▲AND OR Ost"),
        ("Nato w/5", f"{dangling('w/5')}: Nato ▲w/5"),
        ("a\x1b[2J OR", f"{dangling('OR')}: a[2J ▲OR"),
        (f"{'a ' * 30}OR", f"{dangling('OR')}: …{'a ' * 10}▲OR"),
        (f"OR {'b ' * 30}", f"{dangling('OR')}: ▲OR {'b ' * 8}b…"),
    ],
)
def test_a_note_shows_the_place_that_was_mended(text: str, note: str) -> None:
    assert note in parse(text, TODAY).notes


@pytest.mark.parametrize("text", [text for text, *_ in MENDED if '"' not in text])
def test_each_note_is_told_once(text: str) -> None:
    found = parse(f"{text} {text}", TODAY).notes

    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\x00", "-", "--", "((", "))", "()", '"', '""', "„", "“”", "...", "!?", "😀",
     "**", "|", "&", ":", "::", "-(", '"..."'],
)  # fmt: skip
def test_a_query_without_a_word_finds_nothing_and_says_why(text: str) -> None:
    node, notes = read(text)

    assert node == NOTHING
    assert notes


@pytest.mark.parametrize("text", ["since:", "source:", "date: ", "lang: "])
def test_a_field_without_a_value_is_a_word(text: str) -> None:
    assert parse(text, TODAY).node == term(text.strip(" :"))


@given(strategies.query_texts())
@example('date:"3. Auguſt 2022"')
@example("date:00.00.2022")
@example('date:"\n\x1b[2J"')
@example("date:2022-02-02T14:54+99:99")
def test_every_text_has_a_reading(text: str) -> None:
    node, notes = read(text)

    assert str(node)
    assert all(note and note.isprintable() for note in notes)


@given(strategies.query_texts(), strategies.days())
@example("(a OR b " * 20 + ")" * 20, TODAY)
@example("-(" * 20 + "a b" + ")" * 20, TODAY)
@example("(a OR b) c) OR d", TODAY)
def test_what_was_read_is_read_again_from_its_canonical_form(text: str, today: date) -> None:
    node = parse(text, today).node

    assert parse(str(node), today).node == node


@given(strategies.nodes(), strategies.days())
def test_a_written_query_reads_back_as_the_same_nodes(node: Node, today: date) -> None:
    assert parse(str(node), today).node == node


@given(strategies.nodes())
def test_a_written_query_needs_no_mending(node: Node) -> None:
    notes = parse(str(node), TODAY).notes

    harmless = ("AND binds tighter", "an empty phrase")
    small = "was searched as a word; to "
    assert not [note for note in notes if not note.startswith(harmless) and small not in note]


@given(strategies.query_texts())
@example("a (b OR „Der Hafen“) source:dpa -c")
def test_a_word_knows_its_place_in_the_query(text: str) -> None:
    for node in sought(parse(text, TODAY).node):
        start, end = node.span
        assert 0 <= start <= end <= len(normal(text))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a Nato-Ost", ["a", "Nato-Ost"]),
        ('(x OR "a b") -c', ["x", '"a b"']),
        ("„a b", ["„a b"]),
        ("ab:cd e", ["ab:cd", "e"]),
        ("  b\u00a0c", ["b", "c"]),
        ("NOT", ["NOT"]),
    ],
)
def test_the_span_of_a_word_is_what_it_was_read_from(text: str, places: list[str]) -> None:
    found = sought(parse(text, TODAY).node)

    assert [text[slice(*node.span)] for node in found] == places


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('a source:"b c" lang:de', ['source:"b c"', "lang:de"]),
        ("since:2022 a date:heute", ["since:2022", "date:heute"]),
    ],
)
def test_the_span_of_a_filter_is_the_field_with_its_value(text: str, spans: list[str]) -> None:
    node = parse(text, TODAY).node
    assert isinstance(node, And)
    filters = [n for n in node.nodes if isinstance(n, Source | Language | Published)]

    assert [text[slice(*n.span)] for n in filters] == spans


LONG = {
    "letters": "a" * 100_000,
    "words": "Hafen " * 20_000,
    "different words": " ".join(f"wort{number}" for number in range(12_000)),
    "phrase": '"' + "Hafen " * 20_000 + '"',
    "phrases": '"Hafen" ' * 15_000,
    "open quotes": "„Hafen" * 15_000,
    "quotes of one kind": "„a“" * 33_000,
    "hyphens": "a-" * 50_000,
    "opening brackets": "(" * 100_000,
    "closing brackets": ")" * 100_000,
    "nested": "(" * 50_000 + "a" + ")" * 50_000,
    "nested alternatives": "(a OR " * 16_000,
    "dashes": "-" * 100_000,
    "negations": "NOT " * 25_000,
    "negated": "NOT " * 25_000 + "a",
    "operators": "AND OR " * 14_000,
    "alternatives": "a OR " * 20_000,
    "fields": "date:1 " * 14_000,
    "colons": "a:" * 50_000,
    "digits in a date": "date:" + "1" * 100_000,
    "blanks in a date": 'date:"2022' + " " * 100_000 + '"',
    "months in a date": 'date:"' + "Januar " * 14_000 + '"',
    "source": 'source:"' + "Bote " * 20_000 + '"',
    "punctuation": ". " * 50_000,
    "emoji": "😀" * 100_000,
    "NUL": "\x00" * 100_000,
    "stars": "abc*" * 25_000,
    "wildcards": "abc* " * 20_000,
    "middles": "*abc* " * 16_000,
    "similar": "wort~1 " * 14_000,
    "edits": "wort~" + "1" * 100_000,
    "nearness": "a w/5 " * 16_000 + "a",
    "far nearness": "a w/" + "9" * 100_000 + " b",
    "near alternatives": "(a OR b) w/5 " * 8_000 + "a",
    "pairs of many": f"({'a ' * 200}) w/5 ({'b ' * 200})",
    "pairs of pairs": "((a b) w/5 (c d)) w/5 " * 4_000 + "(e f)",
    "nested nearness": "(a w/5 " * 14_000,
    "counted": "atleast3(a " * 9_000,
    "many times": f"atleast{'9' * 100_000}(a)",
    "titles": "title:" * 16_000,
    "title": f"title:({'a ' * 49_000})",
    "list": "source:" + "a," * 50_000,
    "paths": "path:" + "**/" * 33_000,
    "ranges": "date:[" * 16_000,
    "open range": "date:[" + "2022 TO " * 12_000,
    "lengths": "words:" + "1" * 100_000,
    "slop": '"a b"~' + "1" * 100_000,
    "weights": "a^" + "1" * 100_000,
    "gender": "Lehrer*innen" * 8_000,
    "exclamations": "a! " * 33_000,
    "exclaimed": "!" * 100_000,
    "dollars": "abc$" * 25_000,
    "stray quotes": 'a" ' * 33_000,
    "addresses": "https://a.de/b?c=d " * 5_000,
    "address": "https://a.de/" + "(b)" * 33_000,
    "brackets in an address": "www.a.de/" + "(" * 90_000,
    "parameters": "https://a.de/?" + "utm_x=1&" * 12_000,
    "comparisons": "date>" * 20_000,
    "dates with blanks": "date:2. " * 12_000,
    "underscores": "_" * 50_000 + ":a" * 25_000,
    "small operators": "not and " * 12_000,
    "groups": '"' + "(a b) " * 16_000 + '"~5',
    "nested groups": '"' + "(" * 50_000 + "a b" + ")" * 40_000 + '"~5',
    "pieces": "abc*d*-" * 14_000,
    "thousands": "1\u202f000" * 16_000,
}


@pytest.fixture(scope="module", params=LONG.values(), ids=list(LONG))
def long_query(request: pytest.FixtureRequest) -> Parsed:
    """A hundred kilobytes of text, parsed once for the tests that ask about it."""
    return parse(request.param, TODAY)


def test_a_hundred_kilobytes_of_text_have_a_reading(long_query: Parsed) -> None:
    words = (len(getattr(found, "words", "x")) for found in sought(long_query.node))

    assert sum(words) <= 256


def test_the_notes_of_a_very_long_query_stay_short(long_query: Parsed) -> None:
    assert sum(map(len, long_query.notes)) < 1000


def test_what_was_read_of_a_very_long_query_is_read_again(long_query: Parsed) -> None:
    assert parse(str(long_query.node), TODAY).node == long_query.node


def test_of_very_many_words_only_the_first_are_searched_for() -> None:
    node, notes = read(" ".join(f"wort{number}" for number in range(300)))

    assert node == And(tuple(term(f"wort{number}") for number in range(256)))
    assert notes == ("only the first 256 words were searched for",)


def test_as_many_words_as_may_be_are_all_searched_for() -> None:
    _, notes = read(" ".join(f"wort{number}" for number in range(256)))

    assert notes == ()


def test_brackets_deeper_than_anyone_means_are_left_out() -> None:
    node, notes = read("(" * 40 + "a" + ")" * 40)

    assert node == a
    assert "brackets more than 16 deep were left out" in told(notes)
    assert CLOSING_BRACKET not in told(notes)


def test_brackets_side_by_side_are_not_deep() -> None:
    node, notes = read("(a OR b) " * 40)

    assert node == And((Or((a, b)),) * 40)
    assert notes == ()


@pytest.mark.parametrize("text", ["a:b", "a:b:c", 'zitat:"b c"'])
def test_an_unknown_field_is_searched_as_words_and_told(text: str) -> None:
    node, (note,) = read(text)

    assert isinstance(node, Term)
    assert note.startswith(f"{text.partition(':')[0]}: is no field")


def test_a_minute_and_its_day_are_a_range_as_they_stand() -> None:
    node, _ = read("date:2020-01-01T00:01..2020-01-01")

    assert str(node) == "date:2020-01-01T00:01..2020-01-01"
