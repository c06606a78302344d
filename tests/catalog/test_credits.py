"""Credits: all agencies that a text names for itself, and no others."""

from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document

TITLE = "Brücke über die Aue kommt früher"
BODY = "Der Rat hat am Abend den Bau der neuen Brücke beschlossen. Die Arbeiten beginnen im Herbst."


def article(text: str) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=text, language="de"), id="0" * 16)


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("(AFP, dpa, Reuters)", "AFP/dpa/Reuters"),
        ("(dpa / AFP)", "dpa/AFP"),
        ("(dpa; KNA)", "dpa/KNA"),
        ("(epd und KNA)", "epd/KNA"),
        ("(APA, 5.3.2022)", "APA"),
        ("(sda, 5. März 2022)", "sda"),
        ("(APA/dpa)", "APA/dpa"),
        ("(Red./APA)", "APA"),
        ("(red/dpa)", "dpa"),
        ("(kas/AFP/dpa)", "AFP/dpa"),
        ("(Reuters, dpa, kas)", "Reuters/dpa"),
        ("(mit dpa)", "dpa"),
        ("(kas mit dpa, AFP)", "dpa/AFP"),
        ("(Eva Muster, dpa)", "dpa"),
        ("(Eva Muster und Ole Beispiel, AFP)", "AFP"),
        ("(Mit Material von dpa und AFP)", "dpa/AFP"),
        ("(dpa infocom)", "dpa infocom"),
        ("(dpa-tmn)", "dpa-tmn"),
        ("(AFP/Relaxnews)", "AFP/Relaxnews"),
        ("(Keystone-SDA)", "Keystone-SDA"),
        ("(APA-OTS)", "APA-OTS"),
        ("(CTK/PAP/MTI)", "ČTK/PAP/MTI"),
        ("(Deutsche Presse-Agentur)", "dpa"),
        ("(PA/AFP)", "PA/AFP"),
        ("(lno)", "dpa/lno"),
        ("(AP)", "AP"),
        ("dpa/AFP", "dpa/AFP"),
        ("\n\ndpa/AFP", "dpa/AFP"),
        ("\n\nred, dpa", "dpa"),
        ("\n\nsda/afp", "sda/AFP"),
        ("\n\nSDA/kas", "sda"),
        ("\n\nQuelle: dpa/AFP", "dpa/AFP"),
        ("\n\nQuellen: dpa, AFP", "dpa/AFP"),
        ("\n\nQuelle: Küstenradio\n\n(dpa)", "dpa"),
    ],
)
def test_all_agencies_of_a_sign_off_are_kept_in_its_order(credit: str, agency: str) -> None:
    found = article(f"{TITLE}\n\n{BODY}\n\n{BODY} {credit}")

    assert (found.agency, found.title) == (agency, TITLE)


@pytest.mark.parametrize(
    "end",
    [
        *("(kas)", "(SPD)", "(CDU, SPD)", "(TT)", "(PA)", "(wie dpa)", "(so die dpa heute)"),
        *(
            "(epa)",
            "(Eva Muster)",
            "(Eva Muster/dpa)",
            "Das sagte sie der dpa.",
            "\n\nFoto: dpa",
            "\n\nEva/Ole",
        ),
        *("Das meldeten AFP, dpa und Reuters.", "\n\nQuelle: Shutterstock"),
    ],
)
def test_initials_parties_and_mentions_are_no_agencies(end: str) -> None:
    assert article(f"{TITLE}\n\n{BODY}\n\n{BODY} {end}").agency is None


@pytest.mark.parametrize(
    ("byline", "agency", "authors"),
    [
        ("Von AFP, dpa und Reuters", "AFP/dpa/Reuters", ()),
        ("Von dpa/AFP", "dpa/AFP", ()),
        ("von sda & apa", "sda/APA", ()),
        ("Von: AFP", "AFP", ()),
        ("AFP/dpa", "AFP/dpa", ()),
        ("dpa\n5. März 2022", "dpa", ()),
        ("Von Eva Muster, AFP und dpa", "AFP/dpa", ("Eva Muster",)),
        ("Von dpa und Eva Muster", "dpa", ("Eva Muster",)),
    ],
)
def test_a_byline_of_agencies_is_no_headline(
    byline: str, agency: str, authors: tuple[str, ...]
) -> None:
    found = article(f"{TITLE}\n{byline}\n\n{BODY}\n\n{BODY}")

    assert (found.title, found.agency, found.authors) == (TITLE, agency, authors)
    assert found.body == f"{BODY}\n\n{BODY}"


@pytest.mark.parametrize("byline", ["Von AFP, dpa und Reuters", "Von dpa", "VON AP UND AFP"])
def test_a_byline_of_agencies_on_one_line_is_no_headline(byline: str) -> None:
    found = article(f"{TITLE} {byline} Stand: 05.03.2022, 10:00 Uhr {BODY} {BODY}")

    assert found.title == TITLE
    assert found.agency is not None


def test_a_first_name_is_no_agency() -> None:
    found = article(f"{TITLE}\nVon Eva Muster und Sid Beispiel\n\n{BODY}")

    assert found.agency is None


@pytest.mark.parametrize("said", ["Von AFP bestätigte", "Von AFP und dpa bestätigte"])
def test_a_sentence_that_begins_with_an_agency_is_no_byline(said: str) -> None:
    assert article(f"{TITLE}\n\n{said} Zahlen liegen vor. {BODY}").agency is None


@pytest.mark.parametrize(
    ("credit", "source", "agency"),
    [
        ("© Süddeutsche Zeitung", "Süddeutsche Zeitung", None),
        ("© SZ vom 05.03.2022/kas", "SZ", None),
        ("© SZ.de/dpa/kas", "SZ.de", "dpa"),
        ("© 2022 Seefurter Tageblatt GmbH", "Seefurter Tageblatt", None),
        ("© taz", "taz", None),
        ("Quelle: SZ.de", "SZ.de", None),
        ("Quelle: Küstenradio/AFP", None, "AFP"),
        ("Quelle: Küstenradio/Eva Muster", None, None),
        ("Quelle: Infografik Küstenradio", None, None),
        ("© Seefurter Tageblatt Impressum Datenschutz", None, None),
    ],
)
def test_a_credit_names_a_medium_and_no_picture_house_or_link(
    credit: str, source: str | None, agency: str | None
) -> None:
    found = article(f"{TITLE}\n\n{BODY}\n\n{BODY}\n\n{credit}")

    assert (found.source, found.agency) == (source, agency)


@pytest.mark.parametrize("said", ["Von Eva Muster", "Von AFP"])
def test_a_picture_gives_no_source_to_a_text_of_others(said: str) -> None:
    found = article(f"{TITLE}\n{said}\nFoto: Ole Beispiel/dpa\n\n{BODY}")

    assert found.source is None
