from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.readers.mojibake import repaired
from newsarc.records.read import Document
from tests.readers.golden import stream

if TYPE_CHECKING:
    from pathlib import Path

NOTE = "had been decoded wrongly, repaired"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("BrÃ¼cke", "Brücke"),
        ("Ãœber die StraÃŸe", "Über die Straße"),
        ("ÃœBER DIE BRÃœCKE", "ÜBER DIE BRÜCKE"),
        ("â€žNeinâ€œ, sagte er â€“ undâ€¦", "„Nein“, sagte er – und…"),
        ("Itâ€™s over", "It’s over"),
        ("dÃ©jÃ\xa0 vu Ã\xa0 la carte", "déjà vu à la carte"),
        ("Â§ 5, 10 Â°C", "§ 5, 10 °C"),
        ("BrÃƒÂ¼cke", "Brücke"),
        ("Die BrÃ¼cke kostet 5 € und „viel“ mehr", "Die Brücke kostet 5 € und „viel“ mehr"),
    ],
)
def test_text_that_was_decoded_wrongly_is_repaired(wrong: str, right: str) -> None:
    assert repaired(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO",
        "Irmã disse: “IRMÔ e “ALEMÔ",
        "AMANHÃ – “MAÇÃ” – MANHû",
        "ÉTÉ À LA MÊME « ÂGE » Âme",
        "CÂMARA, ROMÂNIA, BÂ»",
        "El Niño está aquí, ¿no?",
        "aus ü wird „Ã¼“ im Netz",
        "ÎÞÆÚÏÞ Â²½á Ã¼b",
        "Ã",
        "“Ô",
        "Â",
        "Brücke für 5 € – „ja“",
    ],
)
def test_text_that_may_be_right_stays_as_it_is(text: str) -> None:
    assert repaired(text) == text


@given(st.text("Brücke für €5 – „ja“ SÃO NÃO À Â" + "éèàñçãõ", max_size=60))
def test_text_is_the_same_after_it_was_repaired(text: str) -> None:
    wrong = text.encode().decode("cp1252", "replace")

    assert repaired(repaired(wrong)) == repaired(wrong)


def test_a_text_file_is_repaired_and_that_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("BrÃ¼cke\n\nSie ist â€žneuâ€œ.", encoding="utf-8")

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert (item.text, item.notes) == ("Brücke\n\nSie ist „neu“.", (NOTE,))


def test_claims_are_repaired_and_that_is_told_but_no_address_is_touched(tmp_path: Path) -> None:
    record = {
        "title": "BrÃ¼cke",
        "body": "Sie hält.",
        "authors": ["JÃ¶rg Muster", "Eva Muster"],
        "url": "https://example.org/brÃ¼cke",
        "id": "brÃ¼cke",
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert (item.title, item.body, item.notes) == ("Brücke", "Sie hält.", (NOTE,))
    assert item.authors == ("Jörg Muster", "Eva Muster")
    assert (item.url, item.external_id) == (record["url"], record["id"])
