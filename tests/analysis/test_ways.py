from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.analysis import Splitter, analyse, chains, index, lookup
from tests import strategies

pytestmark = pytest.mark.usefixtures("each_scanner")

WORDS = {
    "ost": 4.4, "erweiterung": 4.1, "pläne": 4.6, "präsident": 4.9, "wahl": 4.8, "hafen": 4.5,
    "haus": 5.0, "boot": 4.4,
}  # fmt: skip
SPLITTER = Splitter(WORDS.get)
# It begins the token of a chain, and stands between its words in another one.
HYPHEN = "\u2010"


def ways(text: str, language: str | None = "de") -> set[str]:
    """Give the tokens of other ways to find the words of a text."""
    return set(index(None, None, None, text, language, splitter=SPLITTER).body_parts.split())


def wholes(text: str, language: str | None = "de") -> set[str]:
    """Give the stems of the words that the chains of a text are."""
    return {token[1:] for token in ways(text, language) if token.count(HYPHEN) == 1}


def finds(words: tuple[str, ...], text: str, language: str | None = "de") -> bool:
    """Tell whether words that stand side by side in a query find a text otherwise."""
    return not ways(text, language).isdisjoint(lookup(words, ("de", "en"), SPLITTER).tokens)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Nato-Osterweiterung", "natoosterweiter"),
        ("US-Präsident", "uspräsident"),
        ("US‑Präsident", "uspräsident"),
        ("E-Auto", "eauto"),
        ("Covid-19", "covid19"),
        ("die 19-Jährige", "19jährig"),
        ("(AT&T)", "att"),
        ("Frankfurt/Main", "frankfurtmain"),
        ("Rhein-Main-Gebiet", "rheinmaingebiet"),
        ("3.500 Euro", "3500"),
        ("3’500 Franken", "3500"),
        ("3\u202f500 Franken", "3500"),
        ("3.500.000.", "3500000"),
    ],
)
def test_a_chain_of_words_is_one_word(text: str, token: str) -> None:
    assert token in wholes(text)


@pytest.mark.parametrize("language", ["en", "ru", None])
def test_a_chain_of_any_language_is_one_word(language: str | None) -> None:
    assert wholes("E-Mail", language) == {analyse("email", language).stem}


@pytest.mark.parametrize(
    "text",
    [
        "Vor- und Nachteile",
        "Ende - Anfang",
        "Ende. Anfang",
        "a-b-c-d-e-f-g",
        "https://example.org/2022/02/02-ein-langer-name",
        "3:1",
        "2022-02",
        "2,5",
        "3.50",
        "1.234,56",
        "14:30 Uhr",
        "Sein-",
        "-Sein",
    ],
)
def test_other_rows_of_words_are_no_chain(text: str) -> None:
    assert ways(text, "xx") == set()


def test_a_comma_parts_thousands_in_english_only() -> None:
    assert wholes("3,500 men", "en") == {"3500"}
    assert wholes("3,500 Meter", "de") == set()


def test_chains_stand_in_the_text_in_order() -> None:
    text = "„Nato-Gipfel“: E-Autos/Busse,\nAT&T."

    assert [found[0] for found in chains(text, "de")] == ["Nato-Gipfel", "E-Autos/Busse", "AT&T"]


@given(strategies.german_words(), strategies.german_words(), st.sampled_from("-/&"))
@example("Hahaha", "ung", "-")
def test_joined_and_linked_words_find_each_other(one: str, other: str, joint: str) -> None:
    linked = (one.lower(), other.lower())

    for language in ("de", "en", None):
        joined = one.lower() + other.lower()
        # "Wahl-ung" is found by the stem of "wahlung", which is that of "Wahl".
        by_stem = any(analyse(joined, language).stem == analyse(w, language).stem for w in linked)
        assert by_stem or finds((joined,), f"{one}{joint}{other}", language)
        assert analyse(one + other, language).stem in lookup(linked, ("de", "en"), SPLITTER).within


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Osterweiterungspläne", ("osterweiterung",)),
        ("NATO-Osterweiterungspläne", ("nato", "osterweiterung")),
        ("NATO-Osterweiterungspläne", ("natoosterweiterung",)),
        ("US-Präsidentenwahl", ("us", "präsident")),
    ],
)
def test_a_compound_is_found_by_a_row_of_its_parts(text: str, words: tuple[str, ...]) -> None:
    assert finds(words, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hafenhaus und Bootshafen", ("hausboot",)),
        ("Osterweiterungspläne", ("ostpläne",)),
        ("NATO-Osterweiterungspläne", ("nato", "erweiterung")),
        ("Nato Osterweiterungspläne", ("nato", "osterweiterung")),
    ],
)
def test_parts_that_do_not_touch_are_no_row(text: str, words: tuple[str, ...]) -> None:
    assert not finds(words, text)


@pytest.mark.parametrize("sign", ["*", ":", "_", "/", "/-"])
def test_who_is_named_with_a_sign_is_found_as_women_are(sign: str) -> None:
    assert finds(("studentinnen",), f"Die Student{sign}innen")
    assert finds(("studentin",), f"Eine Student{sign}in")


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("StudentInnen", {"student"}),
        ("StudentIn", {"student"}),
        ("Studentinnen", {"student"}),
        ("Ärztinnen", {"arzt"}),
        ("Kolleginnen", {"kolleg"}),
        ("Sängerinnen", set()),
        ("Studentin", set()),
        ("beginnen", set()),
        ("Das Beginnen", set()),
        ("LinkedIn", set()),
    ],
)
def test_a_name_of_women_is_found_by_that_of_men_where_it_is_plain(
    text: str, token: set[str]
) -> None:
    assert ways(text) == token


@pytest.mark.parametrize("language", ["en", "fr", None])
@pytest.mark.parametrize(
    ("text", "word"),
    [("Müller", "mueller"), ("Mueller", "müller"), ("Özil", "oezil"),
     ("Oezil", "özil"), ("Schlueter", "schlüter")],
)  # fmt: skip
def test_a_name_is_found_in_each_spelling_of_its_umlauts(
    text: str, word: str, language: str | None
) -> None:
    tokens = lookup((word,), ("de", "en", "fr"), SPLITTER).tokens
    assert not ways(text, language).isdisjoint(tokens)


@pytest.mark.parametrize(
    "text", ["Israel", "Michaels", "Samuel", "Quelle", "Bauer", "Queen", "neue", "blue"]
)
def test_vowels_that_are_no_umlaut_are_left_alone(text: str) -> None:
    assert ways(text, "en") == set()
