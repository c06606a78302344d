"""Words known beforehand: what the table says of them is what the analysis says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from newsarc.analysis import Splitter, analyse, index, word_ways
from newsarc.analysis.analyser import rules
from newsarc.analysis.tables import BrokenTable, packed
from newsarc.analysis.words import MADE_BY, Words, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GERMAN = words("de")
# The tests of the whole table share it out by the first letters of its words.
SHARES = ["abc", "defg", "hijklm", "nopqr", "s", "tuv", "wxyzäöü"]


def frequencies() -> Iterator[tuple[str, float]]:
    return ((word, GERMAN.zipf(word) or 0.0) for word in GERMAN)


def spellings(word: str) -> set[str]:
    """Return how a word may be written whose letters are known."""
    small = {word, word.replace("ss", "ß"), word.replace("ss", "ß", 1)}
    return small | {each.capitalize() for each in small}


def analysed(word: str, splitter: Splitter) -> tuple[str, str, str]:
    found = analyse.__wrapped__(word, "de")
    tokens = [way.token for way in word_ways(word, "de", splitter)]
    return found.form, found.stem, " ".join(tokens)


@pytest.mark.parametrize("letters", SHARES)
def test_the_table_says_of_each_of_its_words_what_the_analysis_says(letters: str) -> None:
    splitter, differing, known = Splitter(), [], 0
    for word in GERMAN:
        for written in spellings(word) if word[0] in letters else ():
            found = GERMAN.get(written)
            if found is not None:
                known += 1
                if found != analysed(written, splitter):
                    differing.append(written)

    assert differing == []
    assert known > 50_000


def test_the_table_was_made_by_the_analysis_of_today() -> None:
    assert GERMAN.made_by == rules()


def test_with_other_frequencies_the_rules_of_german_have_another_version() -> None:
    checksums = (crc32(f"{word} {zipf}".encode()) for word, zipf in frequencies())

    # Another sum? Then words may have other parts: raise the version of German.
    assert sum(checksums) % 2**32 == 3_966_655_780


def test_frequencies_are_on_the_zipf_scale() -> None:
    known = dict(frequencies())

    assert len(known) > 300_000
    assert min(known.values()) == pytest.approx(1.4)
    assert max(known, key=known.__getitem__) == "die"
    assert GERMAN.zipf("hafen") == 4.36
    assert GERMAN.zipf("hafenmeistereck") is None


def test_its_words_are_in_lower_case_with_umlauts_and_ss() -> None:
    for known, unknown in [("häuser", "Häuser"), ("grösse", "größe"), ("strassen", "Straßen")]:
        assert GERMAN.zipf(known)
        assert GERMAN.zipf(unknown) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Häuser", ("häuser", "haus", "")),
        ("häuser", ("häuser", "haus", "")),
        ("Straßenbahn", ("strassenbahn", "strassenbahn", "strass bahn")),
        ("Studentinnen", ("studentinnen", "studentin", "student")),
        ("studentinnen", ("studentinnen", "studentin", "")),
        ("Genossen", ("genossen", "geniess", "genoss")),
        ("genossen", ("genossen", "geniess", "")),
    ],
)
def test_a_word_is_known_as_it_is_written(written: str, said: tuple[str, str, str]) -> None:
    assert GERMAN.get(written) == said


@pytest.mark.parametrize(
    "written", ["HAUS", "LehrerInnen", "Hoeneß", "Goethestraße", "café", "haus1", "Straẞe", ""]
)
def test_a_word_that_is_written_otherwise_is_not_known(written: str) -> None:
    assert GERMAN.get(written) is None


@pytest.mark.parametrize("word", ["", "a\tb", "haus\t", "\nhaus"])
def test_no_other_text_has_a_frequency(word: str) -> None:
    assert GERMAN.zipf(word) is None


def test_a_splitter_with_frequencies_of_its_own_knows_no_words_beforehand() -> None:
    assert Splitter({"hafen": 4.5, "stadt": 5.0}.get).words("de") is None
    assert Splitter().words("de") is GERMAN


@pytest.mark.parametrize("code", ["en", "nl", "xx", "DE", None])
def test_a_language_without_a_table_has_no_words_that_are_known(code: str | None) -> None:
    assert Splitter().words(code) is None


def test_a_text_is_indexed_by_what_is_known_and_by_what_is_not() -> None:
    indexed = index(
        "Die Studentinnen", None, None, "Ein Bootsverleihhäuschen", "de", splitter=Splitter()
    )

    assert indexed.title_forms == "die studentinnen"
    assert indexed.title_parts == "student"
    assert "verleih" in indexed.body_parts.split()


def table(path: Path, entries: dict[str, str]) -> Words:
    path.write_bytes(packed(entries, "a note"))
    return Words(str(path))


def test_tokens_with_a_sign_hold_for_words_with_a_capital_or_without_one(tmp_path: Path) -> None:
    known = table(tmp_path / "a.table", {"masten": "4213 both ^large _small"})

    assert known.get("masten") == ("masten", "mas", "both small")
    assert known.get("Masten") == ("masten", "mas", "both large")
    assert known.zipf("masten") == 9 - 4.21


def test_a_table_says_by_which_analysis_it_was_made(tmp_path: Path) -> None:
    assert table(tmp_path / "a.table", {MADE_BY: "of yesterday"}).made_by == "of yesterday"


def test_words_without_a_sound_table_are_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "a.table").write_bytes(b"newsarc table 2\n")
    with pytest.raises(BrokenTable, match=r"a\.table: no whole table of words"):
        Words(str(tmp_path / "a.table"))
