from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document
from newsarc.text import clean

TITLE = "Brücke über die Aue kommt früher als geplant"
OWN = "5. März 2022"
BODY = (
    "Der Rat von Seefurt gibt Geld für die neue Brücke frei, die schon im Herbst gebaut wird.",
    "Die alte Brücke trägt seit dem Winter keine Lastwagen mehr, und die Umleitung ist lang.",
    "Ein Gutachten hatte Risse in zwei Pfeilern gefunden, die das Hochwasser vergrößert hat.",
    "Die Kosten teilen sich Stadt, Kreis und Land; die Bauzeit beträgt vierzehn Monate.",
)
LAYOUTS = pytest.mark.parametrize("end", ["\n", "\n\n", " "], ids=["lines", "blocks", "one line"])


def article(*parts: str, end: str = "\n") -> Article:
    text = clean(end.join(parts))
    return catalog.read(Document(Origin("/news/1.txt"), text=text), id="0" * 16)


def dates(found: Article) -> tuple[str | None, str | None]:
    published, updated = found.published, found.updated
    return None if published is None else str(published), None if updated is None else str(updated)


LIVES = [
    "* 5. März 1950",
    "*5.3.1950 in Seefurt",
    "Imke Deichmann (* 5. März 1950)",
    "Imke Deichmann (geb. 1950)",
    "Geb. 05.03.1950",
    "geb. am 5.3.1950",
    "† 3. Mai 2001",
    "Verstorben: 3. Mai 2001",
    "Imke Deichmann, * 5. März 1950 in Seefurt, † 3. Mai 2001",
    "Born: March 5, 1950",
    "Né le 5 mars 1950",
]
COPIES = [
    "Archiviert vom Original am 10.04.2023",
    "Archivversion vom 10.04.2023",
    "Gedruckt am 10.04.2023",
    "Ausgedruckt am: 10.04.2023, 12:15 Uhr",
    "Druckdatum: 10.04.2023",
    "Seite zuletzt gedruckt: 10.04.2023",
    "PDF erstellt am 10.04.2023",
    "PDF erzeugt: 10. April 2023",
    "Abgerufen am 10.04.2023",
    "Abrufdatum: 10.04.2023",
    "Zuletzt besucht am 10.04.2023",
    "Letzter Zugriff: 10.04.2023",
    "Archived from the original on April 10, 2023",
    "Archived 10 April 2023",
    "Printed on April 10, 2023",
    "Retrieved 10 April 2023",
    "Last visited on 10 April 2023",
    "PDF generated on 10 April 2023",
    "Imprimé le 10 avril 2023",
]
VERSIONS = [
    "Version 2.1 vom 3.5.2019",
    "Druckversion vom 3.5.2019",
    "Software-Stand: 3.5.2019",
    "Softwarestand 3.5.2019",
    "Datenstand: 3. Mai 2019",
    "Version 3.4 released on 10 April 2019",
    "Software version 1.2 (April 10, 2019)",
]
PERIODS = [
    "Gültig bis 31.12.2022",
    "Angebot gültig ab 1. Mai 2022",
    "Einsendeschluss: 10.05.2022",
    "Nächste Ausgabe: 10.05.2022",
    "Öffnungszeiten: Mo.-Fr. 9-17 Uhr, ab 1. Juni 2022 auch sonntags",
    "© 2019-2023 Küstenpost",
    "Copyright 1998-2023",
]
WEATHER = [
    "Mi., 3. Mai 14° | Do., 4. Mai 16°",
    "Mittwoch, 03.05.2023 14° | Donnerstag, 04.05.2023 16°",
    "Seefurt 14 °C 3. Mai 2023",
    "Mi. 03.05.2023 Regen 12/7 Grad, Do. 04.05.2023 Sonne 15/8 Grad",
]
CLOCKS = [
    "03.05.2023 Seefurt 14:05 London 13:05 Tokio 21:05",
    "Mittwoch, 3. Mai 2023 New York 08:05 Tokio 21:05",
]
OTHERS = [*LIVES, *COPIES, *VERSIONS, *PERIODS, *WEATHER]


@LAYOUTS
@pytest.mark.parametrize("line", [*OTHERS, *CLOCKS])
def test_a_day_of_a_life_a_copy_a_version_or_the_weather_does_not_date_a_text(
    line: str, end: str
) -> None:
    assert dates(article(TITLE, *BODY, line, end=end)) == (None, None)


@pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])
@pytest.mark.parametrize("line", OTHERS)
def test_such_a_day_leaves_the_stamp_and_the_headline_alone(line: str, end: str) -> None:
    for head in ([TITLE, line, OWN], [TITLE, OWN, line], [TITLE, OWN, *BODY, line]):
        found = article(*head, *BODY, end=end)

        assert (found.title, dates(found)) == (TITLE, ("2022-03-05", None))


@pytest.mark.parametrize("line", [*COPIES, *VERSIONS, "Gültig bis 31.12.2022"])
@pytest.mark.parametrize("title", ["Brücke kommt", "Brücke", "Rat einig über Brücke"])
def test_a_label_with_its_day_displaces_no_short_headline(title: str, line: str) -> None:
    for end in ("\n", "\n\n"):
        assert article(title, line, *BODY, end=end).title == title
    assert article(f"{title}\n{line}", *BODY, end="\n\n").title == title


@pytest.mark.parametrize(
    "line", ["*5. März 2022*", "**5. März 2022**", "*** 5. März 2022 ***", "5. März 2022 *"]
)
def test_marks_of_emphasis_around_a_date_are_no_birth(line: str) -> None:
    assert dates(article(TITLE, line, *BODY)) == ("2022-03-05", None)


@pytest.mark.parametrize(
    "line",
    [
        "Im Kreis leben 82.400 Menschen (Stand: 31. Dezember 2021), ein Drittel in Seefurt.",
        "Der Kreis zählt 412 marode Brücken, Stand: 31. Dezember 2021, und jede zehnte ist zu.",
        "Im Land sind es 9.000, Stand 1. Juli 2021, davon die Hälfte an den Flüssen der Küste.",
    ],
)
@LAYOUTS
def test_the_day_of_a_count_in_running_text_does_not_date_it(line: str, end: str) -> None:
    assert dates(article(TITLE, BODY[0], line, *BODY[1:], end=end)) == (None, None)


TEASERS = [
    "04.05.2023 Möwen kehren in den Hafen zurück",
    "03.05.2023 Rat vertagt den Streit um die Schule",
    "02.05.2023 Feuer in einer Scheune bei Vehl",
]
CALENDAR = [
    "5. Mai 2023, 19 Uhr: Lesung im Rathaus",
    "6. Mai 2023, 20 Uhr: Konzert in der Kirche",
    "12. Mai 2023, 10 Uhr: Markt am Hafen",
]


@pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])
@pytest.mark.parametrize(
    "below",
    [
        ["Weitere Artikel", *TEASERS],
        ["Weitere Artikel", *(part for line in TEASERS for part in line.split(" ", 1))],
        ["Termine", *CALENDAR],
        ["Termine: 3. Mai 2023, 19 Uhr, Rathaus"],
    ],
    ids=["teasers", "teasers on two lines", "calendar", "an event"],
)
def test_days_of_other_texts_and_of_events_below_a_text_are_not_its_own(
    below: list[str], end: str
) -> None:
    assert dates(article(TITLE, *BODY, *below, end=end)) == (None, None)
    assert dates(article(TITLE, OWN, *BODY, *below, end=end)) == ("2022-03-05", None)
