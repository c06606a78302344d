"""A word is found in all the ways it may be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.ingest.identity import key
from tests.store.examples import add, entry, found, note

if TYPE_CHECKING:
    from newsarc.store import Store

# What is written, and what it is found by.
MEETS = (
    ("Die Nato-Osterweiterung stockt.", "Natoosterweiterung Natoosterweiterungen"),
    ("Die Natoosterweiterung stockt.", "Nato-Osterweiterung NATO/Osterweiterungen"),
    ("Die NATO-Osterweiterungspläne liegen vor.", "Nato-Osterweiterung Osterweiterung"),
    ("Der USPräsident spricht.", "US-Präsident"),
    ("Ein E-Auto von AT&T mit Covid-19.", "Eauto ATT Covid19 E-Auto AT&T Covid-19"),
    ("Ein Eauto von ATT mit Covid19.", "E-Auto AT&T Covid-19"),
    ("Es kostet 3.500 Euro.", "3500 3.500"),
    ("Es kostet 3500 Euro.", "3.500"),
    ("Am 02.02.2022 war es so.", "02.02.2022"),
    ("Alle Student*innen und LehrerInnen kamen.", "Studentinnen StudentInnen Lehrer:in Lehrer"),
    ("Alle Studentinnen kamen.", "Student Student/-innen Studentin"),
    ("Frau Schlueter sah die schöne Masse.", "Schlüter Schlueter schoene Masse Maße"),
)


class Writings:
    @pytest.mark.parametrize(
        ("text", "query"), [(text, word) for text, words in MEETS for word in words.split()]
    )
    def test_a_word_finds_its_other_writings(self, empty: Store, text: str, query: str) -> None:
        add(empty, [entry(note(text)), entry(note("Nichts davon.", path="/archiv/nichts.txt"))])

        assert found(empty, query) == [key(note(text)).id]

    @pytest.mark.parametrize("query", ['"natoosterweiterung"', "=Hafenhaus", '"Nato Pläne"'])
    def test_a_phrase_is_neither_split_nor_joined(self, empty: Store, query: str) -> None:
        add(empty, [entry(note("Die Nato-Osterweiterung und die Natopläne, Hafen/Haus."))])

        assert found(empty, query) == []
