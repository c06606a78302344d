from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document
from newsarc.text import clean

LEAD = "Der Rat von Seefurt gibt Geld für die neue Brücke über die Aue frei, die bald gebaut wird."
BODY = (
    "Die alte Brücke trägt seit dem Winter keine Lastwagen mehr, und die Umleitung ist lang.",
    "Ein Gutachten hatte Risse in zwei Pfeilern gefunden, die das Hochwasser vergrößert hat.",
    "Die Kosten teilen sich Stadt, Kreis und Land; die Bauzeit beträgt vierzehn Monate.",
)
LAYOUTS = pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])
TITLES = pytest.mark.parametrize("title", ["Brücke", "Brücke kommt", "Rat einig über neue Brücke"])


def article(text: str) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=clean(text)), id="0" * 16)


def heads(found: Article) -> tuple[str | None, tuple[str, ...]]:
    return found.title, found.authors


NAMELESS = [
    "Von unserem Korrespondenten",
    "VON UNSEREM KORRESPONDENTEN",
    "Von unserem Berliner Korrespondenten",
    "Von unserer Korrespondentin in Seefurt",
    "Von unseren Reportern",
    "Von unserem Redaktionsmitglied",
    "Von der Redaktion",
    "Von unserer Sportredaktion",
    "Von einem Mitarbeiter",
    "Aus unserer Redaktion",
    "Ein Bericht von unseren Reportern",
    "By our correspondent",
    "By Our Political Editor",
    "By Staff Reporter",
    "By a staff writer",
    "By our man in Seefurt",
]
TIMES = [
    "vor 2 Stunden aktualisiert",
    "Vor 3 Tagen veröffentlicht",
    "Aktualisiert vor 5 Minuten",
    "vor einer Stunde",
    "Updated 2 hours ago",
    "an hour ago",
    "20:15 Uhr",
    "Gestern, 10:15",
]
DATES = [
    "Gültig bis 31.12.2022",
    "Gültig ab 1. Mai 2022",
    "31.02.2022",
    "30. Februar 2022",
    "31.02.2022, 10:15 Uhr",
    "03/14/2022",
    "03/04/2022",
    "March 14, 2022",
    "3/14/22 5:30 PM",
]
BUTTONS = [
    "Kommentare (12)",
    "Kommentare: 12",
    "12 Kommentare",
    "Comments (3)",
    "Lesezeit: 3 Minuten",
    "3 Min. Lesezeit",
    "Artikel hören",
    "Artikel vorlesen lassen",
    "Merken",
    "Teilen",
    "Teilen Merken Drucken",
    "Auf Facebook teilen",
    "Per E-Mail teilen",
    "Nächster Artikel",
    "Zur Merkliste hinzufügen",
]
NOTES = ["Exklusiv", "+++ Eilmeldung +++", "© Küstenpost", "Foto: Eva Muster", "Foto: dpa", "dpa"]
LINES = [*NAMELESS, *TIMES, *DATES, *BUTTONS, *NOTES]


@LAYOUTS
@TITLES
@pytest.mark.parametrize("line", LINES)
def test_a_line_about_the_page_below_a_headline_displaces_it_not(
    line: str, title: str, end: str
) -> None:
    for rest in (BODY, (LEAD, *BODY)):
        assert heads(article(end.join((title, line, *rest)))) == (title, ())


@TITLES
@pytest.mark.parametrize("line", LINES)
def test_such_a_line_may_share_its_block_with_the_headline(line: str, title: str) -> None:
    assert heads(article("\n\n".join((f"{title}\n{line}", *BODY)))) == (title, ())


@LAYOUTS
@TITLES
@pytest.mark.parametrize("line", [*NAMELESS, *TIMES, *BUTTONS])
def test_such_a_line_above_a_headline_does_not_take_its_place(
    line: str, title: str, end: str
) -> None:
    assert heads(article(end.join((line, title, *BODY)))) == (title, ())


@pytest.mark.parametrize("line", ["vor 2 Stunden aktualisiert", "Kommentare (12)", "3 comments"])
def test_a_line_of_the_page_is_no_part_of_the_body(line: str) -> None:
    assert line not in article("\n".join(("Brücke kommt", line, *BODY))).body


@pytest.mark.parametrize("line", ["Von unserem Korrespondenten", "Gültig bis 31.12.2022"])
def test_what_is_no_headline_and_may_be_of_use_is_kept(line: str) -> None:
    for text in (f"Brücke kommt\n{line}", f"Brücke kommt\n\n{line}"):
        assert line in article("\n\n".join((text, *BODY))).body


@LAYOUTS
@pytest.mark.parametrize(
    "title",
    [
        "Autor verhaftet",
        "Text gefunden",
        "Autoren streiken",
        "Foto sorgt für Streit",
        "Stand der Dinge",
        "Quelle sprudelt wieder",
        "Von der Redaktion ins Rathaus",
        "Von Reportern und Räten",
        "Vor 100 Jahren brannte der Hafen",
        "Vor 20 Jahren",
        "Gedruckt wird seit 1900",
        "Kommentare zur neuen Brücke",
        "Besuch aus Nordhafen",
        "Version 3 der Brücke",
        "Der Stern * und sein Preis",
        "Par Avion",
    ],
)
def test_a_headline_may_begin_like_a_label(title: str, end: str) -> None:
    for below in ((), ("5. März 2022",), ("Von Lena Köhler",)):
        assert article(end.join((title, *below, *BODY))).title == title


@LAYOUTS
def test_a_line_of_rights_at_the_top_is_no_headline(end: str) -> None:
    line = "Copyright © 2023 Küstenpost. Alle Rechte vorbehalten."

    assert article(end.join((line, "Brücke über die Aue kommt früher", *BODY))).title == (
        "Brücke über die Aue kommt früher"
    )
