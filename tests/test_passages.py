from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.analysis import Splitter
from newsarc.passages import LONGEST, Finder, passage
from newsarc.query import nodes, parse
from newsarc.records.kept import Article, Passage
from newsarc.text import WORD
from tests import strategies

WORDS = {
    "sicherheit": 4.9,
    "garantien": 3.6,
    "ost": 4.4,
    "erweiterung": 4.1,
    "pläne": 4.6,
    "präsident": 4.9,
    "wahl": 4.8,
    "strasse": 4.6,
    "grösse": 4.5,
}
SPLITTER = Splitter(WORDS.get)
FILLER = "und so weiter " * 30


def finder(query: nodes.Node, *languages: str) -> Finder:
    return Finder(nodes.sought(query), languages, SPLITTER)


def shown(body: str, query: str, language: str | None = "de", context: int = 0) -> Passage:
    node = parse(query, date(2024, 5, 1)).node
    return passage(_article(body, language), finder(node, "de", "en"), context)


def marked(found: Passage) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def _article(body: str, language: str | None) -> Article:
    return Article(id="0123456789abcdef", digest="0" * 32, body=body, language=language)


@given(
    body=strategies.texts(400),
    query=strategies.nodes(),
    language=st.sampled_from(["de", "en", None]),
)
def test_marks_lie_inside_a_passage_that_stands_in_the_body(
    body: str, query: nodes.Node, language: str | None
) -> None:
    found = passage(_article(body, language), finder(query, "de", "en"))

    assert found.text in body
    edges = [edge for mark in found.marks for edge in mark]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(found.text) for edge in edges)


SENTENCES = st.lists(
    st.sampled_from([*strategies.VOCABULARY, ".", "-", "/", "\n", "!", "y" * 130]), max_size=120
).map(" ".join)


@given(body=SENTENCES, query=strategies.nodes())
@example(body="x" * 300 + " Hafen", query=parse("Hafen", date(2024, 5, 1)).node)
def test_marks_begin_and_end_with_words(body: str, query: nodes.Node) -> None:
    found = passage(_article(body, "de"), finder(query, "de"))

    for words in marked(found):
        assert WORD.match(words)
        assert WORD.search(words[-1])


@given(body=SENTENCES, query=strategies.nodes())
def test_a_passage_begins_and_ends_with_whole_words(body: str, query: nodes.Node) -> None:
    found = passage(_article(body, "de"), finder(query, "de"))

    assert set(WORD.findall(found.text)) <= set(WORD.findall(body))


@given(body=SENTENCES, query=strategies.nodes())
def test_a_passage_is_short_where_words_are(body: str, query: nodes.Node) -> None:
    found = passage(_article(body, "de"), finder(query, "de"))

    assert len(found.text) <= LONGEST


@given(before=st.integers(0, 400), after=st.integers(0, 400))
def test_what_was_found_is_shown_wherever_it_stands(before: int, after: int) -> None:
    body = f"{FILLER[:before]} Deich {FILLER[:after]}"

    assert marked(shown(body, "Deich")) == ["Deich"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"{'x' * 300} Deich", id="behind a long word"),
        pytest.param(f"{'(' * 300} Deich", id="behind a row of brackets"),
        pytest.param(f"Deich {'x' * 300}", id="before a long word"),
        pytest.param(f"{'x' * 300} Deich {'x' * 300}", id="between long words"),
        pytest.param(f"{FILLER}{'x' * 239} Deich", id="behind words and a long word"),
    ],
)
def test_what_was_found_is_shown_beside_whatever_is_long(body: str) -> None:
    assert marked(shown(body, "Deich")) == ["Deich"]


@pytest.mark.parametrize(
    ("body", "query", "marks"),
    [
        ("Der DEICH hielt.", "deich", ["DEICH"]),
        ("Häuser, Haus und HAUSES.", "haus", ["Häuser", "Haus", "HAUSES"]),
        ("Die Straße am Öl-Hafen.", "strasse", ["Straße"]),
        ("Die Möwe schreit.", "MÖWE", ["Möwe"]),
        ("Das Cafe\u0301 am Hafen.", "café", ["Cafe\u0301"]),
        ("Мост через реку.", "мост", ["Мост"]),
    ],
)
def test_marks_show_the_words_as_the_article_spells_them(
    body: str, query: str, marks: list[str]
) -> None:
    assert marked(shown(body, query)) == marks


@pytest.mark.parametrize(
    ("body", "query", "marks"),
    [
        ("Die Nato-Osterweiterung stockt.", "Nato Osterweiterung", ["Nato-Osterweiterung"]),
        ("Die Nato-Osterweiterung stockt.", "nato-osterweiterung", ["Nato-Osterweiterung"]),
        ("Die Nato-Osterweiterung stockt.", "Osterweiterung", ["Osterweiterung"]),
        ("Der Hafen/Deich hielt.", "Hafen Deich", ["Hafen/Deich"]),
        ("Der Hafen Deich hielt.", "Hafen Deich", ["Hafen", "Deich"]),
        ("Der Hafen – Deich hielt.", "Hafen Deich", ["Hafen", "Deich"]),
    ],
)
def test_words_that_a_hyphen_or_slash_joins_are_marked_as_one(
    body: str, query: str, marks: list[str]
) -> None:
    assert marked(shown(body, query)) == marks


@pytest.mark.parametrize(
    ("body", "query", "marks"),
    [
        ("Alter Hafen, alte Häfen, ALTER HAFEN.", '"alter hafen"', ["Alter Hafen", "ALTER HAFEN"]),
        ("Der Hafen ist ein alter Hafen.", '"alter hafen"', ["alter Hafen"]),
        ("Der alte Hafen.", '"alten hafen"', []),
        ("Der Hafen, alter Freund.", '"alter hafen"', []),
        ("Häuser am Hafen.", '"haus"', []),
        ("Ein Haus am Hafen.", '"häuser"', []),
    ],
)
def test_a_phrase_is_marked_in_exactly_its_form(body: str, query: str, marks: list[str]) -> None:
    assert marked(shown(body, query)) == marks


def test_a_phrase_that_crosses_sentences_is_marked_to_the_last_word_that_is_shown() -> None:
    assert marked(shown("Das war das Ende. Anfang neu.", '"Ende Anfang"')) == ["Ende"]


def test_what_is_excluded_is_not_marked() -> None:
    assert marked(shown("Der Hafen und der Deich.", "Hafen -Deich")) == ["Hafen"]


def test_either_of_two_words_is_marked() -> None:
    assert marked(shown("Der Hafen und der Deich.", "Hafen OR Deich")) == ["Hafen", "Deich"]


@pytest.mark.parametrize(
    ("body", "query", "text"),
    [
        ("Der Rat tagt. Der Deich am Hafen hielt. Ende.", "Deich", "Der Deich am Hafen hielt."),
        ("Ein Deich brach. Hafen und Deich.", "Deich Hafen", "Hafen und Deich."),
        ("Ein Deich. Deich um Deich brach.", "Deich", "Deich um Deich brach."),
        ("Ein Hafen. Kein Hafen.", "Hafen", "Ein Hafen."),
        ("Der Rat tagt\n\nDer Deich hielt\n\nEnde", "Deich", "Der Deich hielt"),
        ("„Ist das der Deich?“ Ja. Nein.", "Deich", "„Ist das der Deich?“"),
        ("Der Rat tagt. Ende.", "Deich", "Der Rat tagt."),
        ("", "Deich", ""),
    ],
    ids=[
        "the one that matches",
        "most different words",
        "most matches",
        "the first of equals",
        "a line",
        "quoted",
        "no match",
        "no body",
    ],
)
def test_the_best_sentence_is_shown(body: str, query: str, text: str) -> None:
    assert shown(body, query).text == text


@pytest.mark.parametrize(
    "body",
    [
        "Am 2. Februar tagte der Rat am Deich.",
        "Gestern sah Dr. Muster den Deich.",
        "Die Kosten stiegen auf 3.500 Euro je Meter Deich.",
    ],
)
def test_a_point_that_ends_no_sentence_does_not_cut_it(body: str) -> None:
    assert shown(body, "Deich").text == body


def test_a_long_sentence_is_cut_to_words_around_its_match() -> None:
    found = shown(f"{FILLER}Deich {FILLER}", "Deich")

    assert marked(found) == ["Deich"]
    assert LONGEST - 20 <= len(found.text) <= LONGEST
    assert 0 < found.text.index("Deich") < LONGEST // 2


def test_a_body_without_a_match_is_shown_from_its_beginning_unmarked() -> None:
    found = shown(FILLER, "Deich")

    assert FILLER.startswith(found.text)
    assert found.marks == ()


def test_a_query_without_words_marks_nothing() -> None:
    assert shown("Der Rat tagt. Ende.", "source:Kurier") == Passage("Der Rat tagt.")


def test_words_are_matched_in_the_language_of_the_article() -> None:
    assert marked(shown("Two houses and a house.", "house", "en")) == ["houses", "house"]


@pytest.mark.parametrize(
    "marks", [((0, 0),), ((2, 1),), ((-1, 2),), ((0, 6),), ((2, 4), (0, 1)), ((0, 3), (2, 4))]
)
def test_marks_that_do_not_fit_their_text_are_refused(marks: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Passage("Deich", marks)


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("Garantien", ["garantien"]),
        ("Garantie", ["garantien"]),
        ("Sicherheit", ["Sicherheit"]),
        ("Osterweiterung", ["Osterweiterung"]),
        ("Erweiterung", ["erweiterung"]),
        ("arant", []),
    ],
)
def test_a_word_within_a_compound_is_marked_as_its_part(query: str, marks: list[str]) -> None:
    body = "Von Sicherheitsgarantien war die Rede und von der Osterweiterung."

    assert marked(shown(body, query)) == marks


def test_no_part_of_a_word_is_marked_in_a_language_that_is_not_german() -> None:
    assert marked(shown("Over Sicherheitsgarantien gaat het.", "Garantien", "nl")) == []


@pytest.mark.parametrize(
    ("body", "query", "marks"),
    [
        ("Deiche, Deichbau und ein Haus.", "Deich*", ["Deiche", "Deichbau"]),
        ("Der Sommerdeich am Hafen.", "*deich", ["Sommerdeich"]),
        ("Der Maler und der Mahler.", "Ma?er", ["Maler"]),
        ("Der Deihc hielt.", "Deich~1", ["Deihc"]),
        ("Häuser am Hafen.", "=Haus", []),
        ("Am Hafen der alte Deich.", '"Deich Hafen"~5', ["Hafen", "Deich"]),
        ("Am Hafen der alte Deich.", "Hafen w/5 Deich", ["Hafen", "Deich"]),
        ("Am Hafen der alte Deich.", "Hafen NOT w/1 Deich", ["Hafen"]),
        ("Am Hafen der alte Deich.", "atleast2(Deich OR Hafen)", ["Hafen", "Deich"]),
        ("Am Hafen der alte Deich.", "start:Deich body:Hafen", ["Hafen", "Deich"]),
        ("Am Deich.\n\nDeich an Deich.", "start:Deich", ["Deich"]),
        ("Am Hafen der alte Deich.", "title:Deich kicker:Hafen", []),
        ("Am Hafen der alte Deich.", "title:Deich Hafen", ["Hafen"]),
    ],
)
def test_what_a_pattern_or_a_field_found_is_marked(body: str, query: str, marks: list[str]) -> None:
    assert marked(shown(body, query)) == marks


@pytest.mark.parametrize(
    ("body", "query", "marks"),
    [
        ("Die Natoosterweiterung stockt.", "Nato-Osterweiterung", ["Natoosterweiterung"]),
        ("Die Nato-Osterweiterung stockt.", "Natoosterweiterung", ["Nato-Osterweiterung"]),
        ("Ein E-Auto, kein Auto.", "Eauto", ["E-Auto"]),
        ("Die AT&T.", "ATT", ["AT&T"]),
        ("Für 3.500 Euro.", "3500", ["3.500"]),
        ("Die NATO-Osterweiterungspläne.", "Nato-Osterweiterung", ["NATO-Osterweiterung"]),
        ("Die Osterweiterungspläne.", "Osterweiterung", ["Osterweiterung"]),
        ("Die US-Präsidentenwahl.", "US-Präsident", ["US-Präsident"]),
        ("Die Straßen-Straßengröße.", "Straßen-Straße", ["Straßen-Straße"]),
        ("Die Nato-Osterweiterung stockt.", '"natoosterweiterung"', []),
        ("Die Natoosterweiterung stockt.", '"nato-osterweiterung"', []),
    ],
)
def test_words_are_marked_joined_and_linked(body: str, query: str, marks: list[str]) -> None:
    assert marked(shown(body, query)) == marks


_WRITINGS = [
    f"Lehrer{ending}"
    for ending in ("*innen", ":innen", "_innen", "Innen", "/innen", "/-innen", "*in", "In", "innen")
]


@pytest.mark.parametrize("written", _WRITINGS)
@pytest.mark.parametrize("query", ["Lehrer", *_WRITINGS])
def test_who_is_meant_is_marked_with_the_whole_ending(written: str, query: str) -> None:
    assert marked(shown(f"Alle {written}, sagte er.", query)) == [written]


@pytest.mark.parametrize(
    ("body", "query", "marks"),
    [
        ("Mr. Mueller said so.", "Müller", ["Mueller"]),
        ("Mr. Müller said so.", "Mueller", ["Müller"]),
        ("They met in Israel.", "Israel", ["Israel"]),
    ],
)
def test_a_name_is_marked_in_its_other_spellings(body: str, query: str, marks: list[str]) -> None:
    assert marked(shown(body, query, "en")) == marks


@pytest.mark.parametrize("query", ["Oezdemir", "Özdemir"])
def test_a_name_that_begins_with_an_umlaut_is_marked_where_no_article_is_german(query: str) -> None:
    node = parse(query, date(2024, 5, 1)).node
    found = passage(_article("Mr. Özdemir said so.", "en"), finder(node, "en"))

    assert marked(found) == ["Özdemir"]


@pytest.mark.parametrize(
    ("body", "query", "text"),
    [
        ("Vorher. Der Deich hielt. Im Hafen nicht. Nachher.", "Hafen Deich",
         "Der Deich hielt. Im Hafen nicht."),
        ("Der Deich\nam Hafen\nhielt.", "Hafen Deich", "Der Deich\nam Hafen"),
        ("Der Deich hielt.\n\nIm Hafen nicht.", "Hafen Deich", "Der Deich hielt."),
        ("Ein Deich. Der Deich am Hafen.", "Hafen Deich", "Der Deich am Hafen."),
        ("Ein Deich. Noch ein Deich.", "Deich", "Ein Deich."),
        ("Ein Deich. Nichts. Ein Hafen.", "Hafen Deich", "Ein Deich."),
        (f"Der Deich{' hielt' * 30}. Der Hafen{' nicht' * 30}.", "Hafen Deich",
         f"Der Deich{' hielt' * 30}."),
    ],
    ids=[
        "each adds something",
        "lines of one paragraph",
        "not across paragraphs",
        "not where one says it all",
        "not for the same again",
        "not across a third",
        "not where they are too long",
    ],
)  # fmt: skip
def test_two_neighbouring_sentences_are_shown_where_each_adds_something(
    body: str, query: str, text: str
) -> None:
    assert shown(body, query).text == text


LINES = "Eins hier. Zwei hier.\n\nDer Deich hielt. Drei hier.\n\nVier hier."


@pytest.mark.parametrize(
    ("context", "text"),
    [
        (0, "Der Deich hielt."),
        (1, "Zwei hier.\n\nDer Deich hielt. Drei hier."),
        (2, LINES),
        (10**9, LINES),
    ],
)
def test_context_is_so_many_sentences_on_either_side(context: int, text: str) -> None:
    found = shown(LINES, "Deich", context=context)

    assert found.text == text
    assert marked(found) == ["Deich"]


def test_what_stands_in_the_context_is_marked_too() -> None:
    found = shown("Ein Deich. Der Deich am Hafen. Kein Deich.", "Deich Hafen", context=1)

    assert marked(found) == ["Deich", "Deich", "Hafen", "Deich"]


def test_a_line_of_context_is_a_piece_of_a_long_sentence() -> None:
    without, one = (shown(f"{FILLER}Deich {FILLER}", "Deich", context=n) for n in (0, 1))

    assert without.text in one.text
    assert len(without.text) < len(one.text) <= len(without.text) + 2 * (LONGEST + 1)


@given(body=SENTENCES, query=strategies.nodes(), context=st.integers(0, 6))
def test_context_adds_whole_words_to_a_passage(body: str, query: nodes.Node, context: int) -> None:
    less, more = (
        passage(_article(body, "de"), finder(query, "de"), n) for n in (context, context + 1)
    )

    assert more.text in body
    assert less.text in more.text
    assert set(WORD.findall(more.text)) <= set(WORD.findall(body))
    assert set(marked(less)) <= set(WORD.findall(more.text)) | set(marked(more))


@given(body=SENTENCES, query=strategies.nodes())
def test_enough_context_shows_the_whole_text(body: str, query: nodes.Node) -> None:
    found = passage(_article(body, "de"), finder(query, "de"), len(body))

    assert WORD.findall(found.text) == WORD.findall(body)


@pytest.mark.parametrize(
    ("query", "body", "marks"),
    [
        ("Essen", "Am Eßtisch wird nicht gegeßen, sondern gegessen.", ["gegeßen", "gegessen"]),
        ("Maß", "Das MASS war voll, die Maße stimmten.", ["MASS", "Maße"]),
        ("Fass", "Ein Faß ohne Boden.", ["Faß"]),
        ("Floß", "Zwei Flöße und ein Floss trieben vorbei.", ["Flöße", "Floss"]),
    ],
)
def test_a_sharp_s_is_marked_as_two_are(query: str, body: str, marks: list[str]) -> None:
    assert marked(shown(body, query)) == marks


@pytest.mark.parametrize(
    ("query", "body", "marks"),
    [
        ("Ölpläne", "Die Öl- und Wahlpläne kamen aus Ost und West.", ["Öl"]),
        ("Ostpläne", "Die Ost- und Wahlpläne kamen aus Süd und West.", ["Ost"]),
        ("Straßenwahl", "Bei der Straßen- oder Präsidentenwahl blieb es leer.", ["Straßen"]),
        ("Anreise", "Die An- und Abreise war teuer.", ["An"]),
        ("Regenpläne", "Die Ost- und Wahlpläne kamen aus Süd und West.", []),
    ],
)
def test_a_hanging_word_is_marked_as_its_compound(query: str, body: str, marks: list[str]) -> None:
    assert marked(shown(body, query)) == marks
