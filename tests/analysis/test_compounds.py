from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.analysis.compounds import Cutter
from newsarc.analysis.languages.german import COMPOUNDS as GERMAN
from newsarc.analysis.words import words

# Words on the Zipf scale, as a dictionary might have them.
FREQUENCIES = {
    "bauch": 3.5,
    "brücke": 4.5,
    "brücken": 4.0,
    "bund": 4.4,
    "bundes": 4.4,
    "deich": 3.6,
    "ende": 5.2,
    "gericht": 4.7,
    "hafen": 4.3,
    "haft": 4.1,
    "haus": 5.0,
    "jahres": 4.6,
    "kinder": 4.9,
    "lob": 3.9,
    "meister": 4.4,
    "nehmen": 5.1,
    "pflege": 4.1,
    "rat": 4.6,
    "sage": 4.2,
    "schule": 4.7,
    "schutz": 4.5,
    "sicherheit": 4.9,
    "stadt": 5.0,
    "tor": 4.3,
    "unter": 5.8,
    "untersuchung": 4.4,
    "verfassung": 4.2,
    "wochen": 4.9,
    "zeuge": 4.0,
}


def split(word: str, frequencies: dict[str, float]) -> tuple[str, ...]:
    return Cutter(GERMAN, frequencies.get).split(word)


def parts(word: str) -> tuple[str, ...]:
    return split(word, FREQUENCIES)


def real_parts(word: str) -> str:
    return " ".join(Cutter(GERMAN, words("de").zipf).split(word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hafenstadt", "hafen stadt"),
        ("sicherheitsrat", "sicherheit rat"),
        ("bundesrat", "bundes rat"),
        ("brückenpflege", "brücke pflege"),
        ("schulhaus", "schule haus"),
        ("kinderschutz", "kinder schutz"),
    ],
)
def test_a_compound_is_split_at_its_joint(word: str, expected: str) -> None:
    assert " ".join(parts(word)) == expected


def test_a_linking_element_is_no_part_of_a_part() -> None:
    assert split("sagenhafen", {"sage": 4.2, "hafen": 4.3}) == ("sage", "hafen")


def test_a_compound_of_three_is_split_into_three() -> None:
    assert parts("bundesverfassungsgericht") == ("bundes", "verfassung", "gericht")


@pytest.mark.parametrize("word", ["sicherheitsschutzmeister", "hafenbrückenpflege"])
def test_a_compound_of_three_is_split_where_no_two_are_known_together(word: str) -> None:
    assert len(parts(word)) == 3


def test_a_word_is_whole_where_a_part_would_be_unknown() -> None:
    assert parts("hafenlotse") == ("hafenlotse",)


def test_a_word_is_whole_where_letters_would_be_left_over() -> None:
    assert parts("hafenxstadt") == ("hafenxstadt",)


def test_a_word_is_whole_where_it_is_more_frequent_than_its_parts() -> None:
    assert split("hafenstadt", FREQUENCIES | {"hafenstadt": 5.2}) == ("hafenstadt",)


def test_a_long_word_is_split_though_it_is_as_frequent_as_its_parts() -> None:
    assert split("sicherheitsrat", FREQUENCIES | {"sicherheitsrat": 4.7}) == ("sicherheit", "rat")


def test_the_more_frequent_parts_win() -> None:
    rivals = {"wacht": 2.6, "raum": 4.6, "wach": 3.6, "traum": 4.5}

    assert split("wachtraum", rivals) == ("wach", "traum")


def test_a_known_short_word_may_be_a_part() -> None:
    assert parts("stadtrat") == ("stadt", "rat")


def test_another_short_word_is_no_part() -> None:
    assert parts("lobhafen") == ("lobhafen",)


def test_a_rare_word_of_four_letters_is_no_part() -> None:
    assert split("stadtbela", FREQUENCIES | {"bela": 2.0}) == ("stadtbela",)


def test_a_very_frequent_word_does_not_outweigh_a_rare_one() -> None:
    frequencies = {"lehm": 2.6, "werden": 7.0, "lehmwerden": 4.0}

    assert split("lehmwerden", frequencies) == ("lehmwerden",)


@pytest.mark.parametrize("word", ["unternehmen", "überzeuge", "vornehmen", "zusammennehmen"])
def test_a_prefix_is_no_part(word: str) -> None:
    assert split(word, FREQUENCIES | {"über": 5.8, "vor": 5.8, "zusammen": 5.2}) == (word,)


@pytest.mark.parametrize("head", ["schaft", "lichen", "barkeit", "innen", "ung", "nden"])
def test_a_suffix_is_no_part(head: str) -> None:
    assert split(f"meister{head}", FREQUENCIES | {head: 4.0}) == (f"meister{head}",)


def test_an_ending_of_a_participle_is_not_taken_for_an_end() -> None:
    frequencies = FREQUENCIES | {"brenn": 3.9, "brennen": 4.2}

    assert split("jahresende", frequencies) == ("jahres", "ende")
    assert split("brennende", frequencies) == ("brennende",)


def test_an_ending_of_an_adjective_is_not_taken_for_arrest() -> None:
    assert parts("untersuchungshaft") == ("untersuchung", "haft")
    assert parts("bauchhaft") == ("bauchhaft",)


def test_the_first_cut_tells_where_it_is() -> None:
    found = Cutter(GERMAN, FREQUENCIES.get).cut("sicherheitsrat")

    assert found
    assert (found.at, found.modifier, found.head) == (11, "sicherheit", "rat")


@given(st.lists(st.sampled_from(sorted(FREQUENCIES)), min_size=1, max_size=5))
def test_parts_stand_in_the_word_in_their_order(row: list[str]) -> None:
    word = "s".join(row)
    place = 0
    for part in parts(word):
        place = word.find(part.removesuffix("e"), place)
        assert place >= 0
        place += len(part.removesuffix("e"))


def test_what_is_remembered_of_parts_changes_no_split() -> None:
    words = ["".join(pair) for pair in product(sorted(FREQUENCIES), repeat=2)]
    remembering = Cutter(GERMAN, FREQUENCIES.get)

    assert [remembering.split(word) for word in words] == [parts(word) for word in words]


@given(st.text(max_size=80))
def test_any_text_has_parts_none_of_them_empty(text: str) -> None:
    assert all(parts(text)) or not text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Sicherheitsgarantien", "sicherheit garantien"),
        ("Bundesverfassungsgericht", "bundes verfassung gericht"),
        ("Osterweiterung", "ost erweiterung"),
        ("Kirchturm", "kirche turm"),
        ("Straßenbahnhaltestelle", "strassen bahn halte stelle"),
    ],
)
def test_a_compound_of_real_words_is_split(word: str, expected: str) -> None:
    assert real_parts(word.casefold()) == expected


@pytest.mark.parametrize(
    "word",
    "Regierung Montag Menschen Garantie Ministerin Unternehmen Nachricht Überzeugung Wissenschaft "
    "möglichen Präsidentin Veranstaltungen folgende Verantwortung Kommentare".split(),
)
def test_a_simple_word_is_whole(word: str) -> None:
    assert real_parts(word.casefold()) == word.casefold()


@pytest.mark.parametrize(
    "word",
    "auszugleichen anzugreifen einzugreifen aufzugreifen auszugraben zugrunde zugreifen "
    "zugreifende grundlegende grundlegenden verbandelten erschienenes zusammengerufen".split(),
)
def test_a_verb_is_no_compound_of_the_nouns_that_it_sounds_like(word: str) -> None:
    assert real_parts(word) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("zugbrücke", "zug brücke"),
        ("auszugshaus", "auszug haus"),
        ("heldenlegende", "helden legende"),
        ("einzugsgebiete", "einzug gebiete"),
    ],
)
def test_a_train_or_a_legend_is_still_a_part(word: str, expected: str) -> None:
    assert real_parts(word) == expected
