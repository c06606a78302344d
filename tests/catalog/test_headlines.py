from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document
from newsarc.text import clean

TITLE = "Möwen kehren in den Hafen von Nordhafen zurück"
BODY = (
    "Die Möwen kamen am Abend zurück, und der Hafen war wieder so laut wie in jedem Frühjahr.",
    "Der Rat von Nordhafen hatte im Winter beschlossen, die alten Speicher nicht abzureißen.",
    "Zwischen den Dächern brüten nun so viele Paare wie seit zwanzig Jahren nicht mehr.",
)
LAYOUTS = pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])


def page(*head: str, end: str = "\n") -> Article:
    """Read a page of these lines and three paragraphs, with an end of line or an empty line."""
    return article(end.join((*head, *BODY)))


def article(text: str) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=clean(text)), id="0" * 16)


def on_one_line(head: str) -> Article:
    return article(" ".join((head, *BODY)))


def heads(found: Article) -> tuple[str | None, str | None]:
    return found.kicker, found.title


@LAYOUTS
@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Möwen",
        "24 Möwen kehren in den Hafen zurück",
        "Kommen die Möwen wieder in den Hafen?",
        "Endlich wieder Möwen im Hafen!",
        "Und dann kamen die Möwen ...",
        "Von Menschen und Möwen: Ein Winter im Hafen",
        "Streit um Möwen - Rat vertagt Entscheidung",
        "Foto-Schau im Hafen: Möwen, so weit das Auge reicht",
    ],
)
def test_a_text_without_more_of_a_head_begins_with_its_headline(title: str, end: str) -> None:
    found = page(title, end=end)

    assert heads(found) == (None, title)
    assert found.body == end.join(BODY)


@LAYOUTS
@pytest.mark.parametrize(
    "title",
    [
        "»Die Möwen gehören zum Hafen«",
        "»Die Möwen gehören zum Hafen« – Bürgermeisterin verteidigt die Speicher",
        "Bürgermeisterin über die Möwen im Hafen: »Sie gehören zu uns«",
        "»Heimkehr der Möwen« heißt ein Buch aus Nordhafen",
        "„Die Möwen gehören zum Hafen“",
        "« Les mouettes de retour au port »",
        "Was der Hafen «Heimkehr» nennt",
    ],
)
def test_a_headline_may_quote(title: str, end: str) -> None:
    assert page(title, end=end).title == title


@pytest.mark.parametrize("line", ["« Zurück zum Hafen", "Alle Möwen »", "» Mehr Möwen im Hafen"])
def test_a_mark_of_quotation_without_its_other_is_a_link(line: str) -> None:
    assert page(line, TITLE).title == TITLE


@pytest.mark.parametrize("behind", ["", "3. Mai 2024, 20:15 Uhr", "Von Lena Köhler"])
@pytest.mark.parametrize("kicker", ["Vogelschutz", "Vögel in der Stadt", "Nordhafen"])
def test_the_line_above_the_headline_is_its_kicker(kicker: str, behind: str) -> None:
    head = [kicker, TITLE, behind] if behind else [kicker, TITLE]

    assert heads(page(*head)) == (kicker, TITLE)


def test_a_kicker_may_stand_apart_from_its_headline() -> None:
    assert page("Vogelschutz", TITLE, end="\n\n").title == TITLE


@pytest.mark.parametrize(
    "lead",
    [
        "Zum ersten Mal seit zehn Jahren brüten sie wieder auf den alten Speichern.",
        "Zum ersten Mal seit zehn Jahren brüten die Möwen auf den Speichern",
    ],
    ids=["sentence", "no full stop"],
)
def test_the_lead_is_neither_headline_nor_lost(lead: str) -> None:
    found = page("Vogelschutz", TITLE, lead)

    assert heads(found) == ("Vogelschutz", TITLE)
    assert found.body == "\n".join((lead, *BODY))


FURNITURE = {
    "share bar": ["Teilen", "Merken", "Drucken"],
    "one button": ["Teilen"],
    "reading time": ["Lesezeit: 3 Minuten"],
    "comments": ["12 Kommentare"],
    "advertisement": ["Anzeige"],
    "breadcrumb": ["Startseite > Lokales > Nordhafen"],
    "address": ["https://kuestenpost.example/moewen"],
    "topics": ["Schlagwörter: Möwen, Hafen"],
    "cookies": ["Wir verwenden Cookies, um unsere Seite zu verbessern.", "Alle akzeptieren"],
    "cookies in short": ["Diese Seite verwendet Cookies", "Mehr erfahren", "OK"],
    "picture credit": ["Foto: Eva Muster/dpa"],
    "caption": ["Möwen auf einem Speicher in Nordhafen. Foto: Eva Muster/dpa"],
    "caption in brackets": ["Möwen auf einem Speicher (Foto: Eva Muster/dpa)"],
    "owner": ["© Küstenpost"],
    "stamp": ["3. Mai 2024, 20:15 Uhr"],
    "labelled stamp": ["Stand: 03.05.2024 10:12 Uhr"],
    "byline": ["Von Lena Köhler"],
}


@LAYOUTS
@pytest.mark.parametrize("lines", FURNITURE.values(), ids=FURNITURE)
def test_what_belongs_to_the_page_is_no_headline(lines: list[str], end: str) -> None:
    assert page(*lines, TITLE, end=end).title == TITLE


@pytest.mark.parametrize("lines", FURNITURE.values(), ids=FURNITURE)
def test_what_belongs_to_the_page_is_no_kicker(lines: list[str]) -> None:
    assert page(*lines, TITLE).kicker is None


@pytest.mark.parametrize(
    "line",
    [
        *("Teilen", "Lesezeit: 3 Minuten", "Foto: Eva Muster/dpa", "Von Lena Köhler"),
        *("3. Mai 2024, 20:15 Uhr", "Möwen auf einem Speicher (Foto: dpa)", "Anzeige"),
    ],
)
@LAYOUTS
def test_what_stands_below_a_headline_leaves_it_alone(line: str, end: str) -> None:
    assert page(TITLE, line, end=end).title == TITLE


@pytest.mark.parametrize(
    "menu",
    [
        "Startseite Politik Wirtschaft Sport Kultur Suche Anmelden",
        "Küstenpost Menü Start Lokales Sport Anzeigen Abo Kontakt Impressum",
        "Küstenpost Küstenpost Küstenpost",
        "Menü Nachrichten Wetter Verkehr Mediathek Radio Fernsehen Suche",
    ],
)
@pytest.mark.parametrize("behind", [(), ("3. Mai 2024, 20:15 Uhr",), ("Von Lena Köhler",)])
def test_a_menu_above_a_headline_is_none(menu: str, behind: tuple[str, ...]) -> None:
    assert heads(page(*menu.split(), TITLE, *behind)) == (None, TITLE)


def test_a_headline_is_told_from_the_longer_lines_of_a_menu_by_what_is_said_below() -> None:
    menu = ["Küstenpost", "Unsere Abos im Überblick", "Rätsel und Spiele für alle", "Zum Archiv"]

    assert page(*menu, TITLE, "Von Lena Köhler").title == TITLE


def test_the_words_for_those_who_hear_a_page_are_no_kicker() -> None:
    assert page("Zum Inhalt springen", TITLE).kicker is None


@LAYOUTS
def test_the_name_of_the_site_is_no_part_of_a_headline(end: str) -> None:
    assert page(f"{TITLE} | Küstenpost", end=end).title == TITLE


def test_a_headline_that_stands_twice_is_not_its_own_kicker() -> None:
    assert heads(page(f"{TITLE} - Küstenpost", TITLE)) == (None, TITLE)


@LAYOUTS
@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} 3. Mai 2024, 20:15 Uhr",
        f"{TITLE} | 3. Mai 2024",
        f"date 2024-05 {TITLE}",
        f"{TITLE} (Foto: Eva Muster/dpa)",
    ],
)
def test_a_headline_may_share_its_line_with_a_stamp_or_a_credit(line: str, end: str) -> None:
    assert page(line, end=end).title == TITLE


@pytest.mark.parametrize(
    "behind",
    [
        "Stand: 03.05.2024 10:12 Uhr",
        "3. Mai 2024, 20:15 Uhr",
        "Veröffentlicht am 03.05.2024 Aktualisiert am 04.05.2024",
        "Von Lena Köhler",
        "Von Lena Köhler Stand: 03.05.2024 10:12 Uhr",
        "3. Mai 2024 Von Lena Köhler",
        "(Foto: Eva Muster/dpa) Stand: 03.05.2024 10:12 Uhr",
        "| Küstenpost 3. Mai 2024",
        "Teilen Merken Drucken Stand: 03.05.2024 10:12 Uhr",
    ],
)
def test_of_a_text_on_one_line_the_headline_ends_where_stamp_or_byline_stand(behind: str) -> None:
    found = on_one_line(f"{TITLE} {behind}")

    assert heads(found) == (None, TITLE)
    assert found.body == " ".join(BODY)


@pytest.mark.parametrize("title", [TITLE, f"{TITLE}.", f"3. Mai 2024, 20:15 Uhr {TITLE}"])
def test_where_nothing_tells_where_a_headline_ends_there_is_none(title: str) -> None:
    found = on_one_line(title)

    assert found.title is None
    assert TITLE in found.body


def test_a_stamp_deep_in_a_text_on_one_line_ends_no_headline() -> None:
    text = " ".join([TITLE, *BODY * 4, "Stand: 03.05.2024 10:12 Uhr", *BODY])

    assert article(text).title is None
