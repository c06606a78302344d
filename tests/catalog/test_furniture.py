from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.catalog.caption import MARKS, Mark, credit_of
from newsarc.catalog.furniture import LINES, WORDS, Convention, is_button, without_furniture
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document
from newsarc.text import clean

ABOVE = "Die Möwen kamen am Abend in den Hafen von Nordhafen zurück und blieben bis zum Morgen."
BELOW = "Der Hafenmeister zählte mehr als vierhundert Tiere, so viele wie seit Jahren nicht mehr."


def article(text: str) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=clean(text)), id="0" * 16)


def between(line: str) -> list[str]:
    """Return what remains of some lines between two paragraphs, by line."""
    body = article(f"Möwen zurück in Nordhafen\n\n{ABOVE}\n\n{line}\n\n{BELOW}").body
    assert body.startswith(ABOVE)
    assert body.endswith(BELOW)
    return [part for part in body[len(ABOVE) : -len(BELOW)].split("\n") if part]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.name)
def test_every_line_of_a_page_is_known_by_its_example(line: Convention) -> None:
    assert is_button(line.example)
    assert between(line.example) == []


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.name)
def test_every_phrase_of_a_page_is_known_by_its_example(words: Convention) -> None:
    assert words.pattern.search(f"\n{words.example}\n")
    assert words.example not in between(words.example)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.name)
def test_every_picture_credit_is_known_by_its_example(mark: Mark) -> None:
    credit = credit_of(mark.example)

    assert credit is not None
    assert credit.mark is mark


@pytest.mark.parametrize(
    "line",
    [
        "Foto: Eva Muster",
        "Foto:",
        "(Bild: Küstenpost, erstellt mit KI)",
        "Bildrechte: dpa-Bildfunk/Eva Muster",
        "Der Hafen am Morgen. Foto: Eva Muster/dpa",
        "Der Hafen am Morgen.Bild: Eva Muster/picture alliance",
        "Der Hafen am Morgen Foto: Eva Muster/imago",
        "Der Hafen am Morgen (Foto: Stadt Nordhafen)",
        "Der Hafen am Morgen. (Symbolbild) Foto: pixabay",
        "Der Hafen im Winter (Archivbild).",
        "© Eva Muster/Getty Images",
        "Bild © Eva Muster (kr)",
        "Der Hafen am Morgen. – © heidrun_m - stock.adobe.com",
        "Der Hafen am Morgen | Eva Muster/dpa",
        "Eva von Muster/dpa",
        "Photograph: Jane Roehampton/Reuters",
    ],
)
def test_a_caption_or_credit_is_no_part_of_the_body(line: str) -> None:
    assert between(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Der Bürgermeister sagte der Bild: Nordhafen bleibt Nordhafen.",
        "Das Bild: Ein Schiff liegt im Nebel, und niemand ist an Bord.",
        "Ein Foto zeigt ihn im Hafen.",
        "So entsteht ein falsches Bild",
        "Die Rechte liegen beim Verlag (Möwe/Fisch).",
        "Er kam mit der Bahn/dem Bus.",
        "Die Partei/Fraktion schwieg",
        "Quelle: sid/dpa",
        "Lesen Sie das laut vor.",
        "Lesen Sie mehr Bücher!",
        "Schließen Sie die Tür gut ab.",
        "Nur für Abonnenten gibt es Karten.",
        "Um den Brief lesen zu können, brauchte er eine Brille.",
        "Die Anzeige kam zu spät.",
        "Der Newsletter der Stadt erscheint am Freitag.",
        "Mehr zum Thema weiß nur der Wirt.",
        "Ein kurzer Zwischentitel",
        "* * *",
    ],
)
def test_running_text_stays_in_the_body(line: str) -> None:
    assert between(line) == [line]


def test_a_caption_printed_twice_goes_twice() -> None:
    caption = "Das Nest in 40 Metern Höhe."

    assert between(f"{caption}\n\n{caption} Foto: Eva Muster/dpa") == []


def test_behind_a_long_line_only_the_credit_goes() -> None:
    line = "Die Brücke wird im Herbst gesperrt, wie die Stadt am Montag sagte. " * 5

    assert between(f"{line}Foto: Eva Muster/dpa") == [line.rstrip()]


def test_a_credit_in_the_last_line_may_be_of_the_text() -> None:
    body = article(f"Möwen zurück\n\n{ABOVE}\n\n© Küstenpost").body

    assert body.endswith("© Küstenpost")


def test_the_source_stays_without_the_offer_of_its_rights() -> None:
    found = article(f"Möwen zurück\n\n{ABOVE}\n\nQuelle: N.A.Z. Artikelrechte erwerben")

    assert found.body.endswith("Quelle: N.A.Z.")
    assert found.source == "N.A.Z."


def test_a_list_of_other_articles_ends_at_the_next_paragraph() -> None:
    other = "Hotel in Oberfluh öffnet nach der Lawine wieder seine Türen"
    listed = f"Lesen Sie auch\n\nStreit um Kuhglocken beigelegt\n\n{other}"

    assert between(listed) == []


def test_the_crosshead_of_the_next_paragraph_is_no_part_of_a_list() -> None:
    listed = "Mehr zum Thema:\n\nStreit um Kuhglocken beigelegt\n\nWie es nun weitergeht"

    assert between(listed) == ["Wie es nun weitergeht"]


@pytest.mark.parametrize(
    "text",
    [
        f"Möwen zurück in Nordhafen\n{ABOVE}\nTeilen\nLesezeit: 4 Minuten\n{BELOW}",
        f"Möwen zurück in Nordhafen\n\n{ABOVE}\n\nTeilen\nLesezeit: 4 Minuten\n\n{BELOW}",
        f"Möwen zurück Stand: 03.04.2021, 10:12 Uhr {ABOVE} Lesezeit: 4 Minuten {BELOW}",
    ],
    ids=["line by line", "in blocks", "on one line"],
)
def test_a_reading_time_goes_in_every_layout(text: str) -> None:
    assert " ".join(article(text).body.split()) == f"{ABOVE} {BELOW}"


def test_a_page_line_by_line_gets_no_empty_lines() -> None:
    notice = "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt."

    assert article(f"Möwen zurück\n{ABOVE}\n{notice}\n{BELOW}").body == f"{ABOVE}\n{BELOW}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{ABOVE} | {{}} {BELOW}", f"{ABOVE} {BELOW}"),
        (f"{ABOVE}\n| {{}}\n{BELOW}", f"{ABOVE}\n{BELOW}"),
        (f"{ABOVE} {{}} | {BELOW}", f"{ABOVE} {BELOW}"),
        (f"„{ABOVE}“ {{}} {BELOW}", f"„{ABOVE}“ {BELOW}"),
    ],
)
def test_a_bar_beside_a_notice_goes_with_it_and_a_sentence_keeps_its_end(
    text: str, left: str
) -> None:
    notice = "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt."
    whole = text.format(notice)

    assert without_furniture(whole, within=whole) == left


def test_a_dateline_is_found_below_a_caption() -> None:
    found = article(f"Möwen zurück\n\nDer Hafen. Foto: Eva Muster/dpa\n\nKiel (dpa) - {ABOVE}")

    assert (found.place, found.agency) == ("Kiel", "dpa")
    assert found.body == ABOVE


def test_a_text_of_nothing_but_furniture_keeps_it() -> None:
    assert article("Teilen\n\nDrucken\n\nMerken").body


def test_a_body_that_a_file_claims_stays_as_it_is() -> None:
    body = f"{ABOVE}\n\nFoto: Eva Muster/dpa\n\n{BELOW}"
    found = catalog.read(Document(Origin("/news/1.jsonl", 1), body=body), id="0" * 16)

    assert found.body == body
