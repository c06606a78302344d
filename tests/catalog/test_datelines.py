"""Datelines: which words at the beginning of a text are its place, and which are not."""

from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document

BODY = "Der Rat hat am Abend den Bau der neuen Brücke beschlossen. Die Arbeiten beginnen im Herbst."


def article(body: str) -> Article:
    text = f"Brücke über die Aue kommt früher\n\n{body}"
    return catalog.read(Document(Origin("/news/1.txt"), text=text, language="de"), id="0" * 16)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Den Haag (dpa) -", "Den Haag", "dpa"),
        ("Im Haag (AFP) –", "Im Haag", "AFP"),
        ("Den Helder (epd).", "Den Helder", "epd"),
        ("SEAFORT, Maine (AP) —", "SEAFORT, Maine", "AP"),
        ("SANTA MARE, N.M. (AP) —", "SANTA MARE, N.M.", "AP"),
        ("Rom - (dpa)", "Rom", "dpa"),
        ("Seefurt – (AFP)", "Seefurt", "AFP"),
        ("Berlin/Paris (AFP) -", "Berlin/Paris", "AFP"),
        ("Washington, Kiew (dpa) -", "Washington, Kiew", "dpa"),
        ("Seefurt und Nordhafen (dpa) -", "Seefurt und Nordhafen", "dpa"),
        ("Łódź (dpa) -", "Łódź", "dpa"),
        ("Čakovec (AFP) –", "Čakovec", "AFP"),
        ("Århus (dpa)", "Århus", "dpa"),
        ("Évian (AFP) -", "Évian", "AFP"),
        ("Çanakkale (Anadolu) -", "Çanakkale", "Anadolu"),
        ("İzmir (dpa) --", "İzmir", "dpa"),
        ("L'Aquila (ANSA) -", "L'Aquila", "ANSA"),
        ("N’Djamena (AFP) -", "N’Djamena", "AFP"),
        ("'s-Hertogenbosch (ANP) -", "'s-Hertogenbosch", "ANP"),
        ("Seefurt a. d. Aue (dpa) -", "Seefurt a. d. Aue", "dpa"),
        ("Seefurt (Aue) (dpa) -", "Seefurt (Aue)", "dpa"),
        ("Wetter (dpa) -", "Wetter", "dpa"),
        ("Seefurt, 5. März 2022 (dpa) -", "Seefurt", "dpa"),
        ("Seefurt, den 5.3.2022 (APA) -", "Seefurt", "APA"),
        ("SEEFURT (dpa-AFX) -", "SEEFURT", "dpa-AFX"),
        ("Seefurt. (lno)", "Seefurt", "dpa/lno"),
        ("Nordhafen (lby) –", "Nordhafen", "dpa/lby"),
        ("STOCKHOLM (TT) —", "STOCKHOLM", "TT"),
        ("Seefurt (AFP/dpa) -", "Seefurt", "AFP/dpa"),
        ("SEEFURT dpa/epd |", "SEEFURT", "dpa/epd"),
        ("(dpa) -", None, "dpa"),
    ],
)
def test_a_place_before_an_agency_may_have_any_letters_and_words(
    line: str, place: str | None, agency: str
) -> None:
    found = article(f"{line} {BODY}")

    assert (found.place, found.agency, found.body) == (place, agency, BODY)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Évian –", "Évian"),
        ("L’Aquila –", "L’Aquila"),
        ("Moskau/Kiew –", "Moskau/Kiew"),
        ("Bad Seefurt -", "Bad Seefurt"),
        ("Sankt Ägid -", "Sankt Ägid"),
        ("Garmisch-Partenkirchen -", "Garmisch-Partenkirchen"),
        ("Frankfurt am Main -", "Frankfurt am Main"),
        ("Altweiler (kas) -", "Altweiler"),
        ("Vehl (red) -", "Vehl"),
        ("Vehl. (kas)", "Vehl"),
        ("Vehl, 27.6.2005 –", "Vehl"),
        ("SEAFORT, Maine —", "SEAFORT, Maine"),
        ("Altweiler.", "Altweiler"),
        ("St. Pölten.", "St. Pölten"),
        ("VEHLAU.", "Vehlau"),
        ("Nordhafen.\n", "Nordhafen"),
    ],
)
def test_a_place_without_an_agency_is_believed_for_a_reason(line: str, place: str) -> None:
    found = article(f"{line} {BODY}".replace("\n ", "\n"))

    assert (found.place, found.agency, found.body) == (place, None, BODY)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"Vehl - {BODY} Das gilt nur in Vehl.", "Vehl"),
        (f"Uhlen – {BODY} Wer in Uhlen wohnt, freut sich.", "Uhlen"),
        (f"Vehl - {BODY}", None),
        (f"Korsetts - {BODY}", None),
    ],
)
def test_a_place_is_believed_where_the_text_names_it_again(body: str, place: str | None) -> None:
    assert article(body).place == place


@pytest.mark.parametrize(
    "first",
    [
        *(
            "Seefurt - Nordhafen 2:1.",
            "SV Seefurt – FC Nordhafen 3:0 (1:0).",
            "Seefurt – Vehl 0:0;",
        ),
        *("Nordhafen - Seefurt (Samstag, 15.30 Uhr):", "München - Hamburg: Die Strecke bleibt zu."),
        *("Corona-Krise -", "E-Auto –", "Nord- und Ostsee –", "Seefurt-Plan –"),
        *("Wetter -", "Update –", "Analyse –", "Sport -", "Montag -", "Strompreisbremse -"),
        *("Deutschland –", "Pflegeheim -", "Innenstadt -", "Hoffnung -", "Essen -", "FKK -"),
        *("Haute Couture und Flaneure –", "Landwirtschaft in Seefurt -", "Krieg am Hafen –"),
        *("Endlich.", "Stille.", "Dorf.", "Hoffnung."),
    ],
)
def test_what_is_no_place_stays_in_the_body(first: str) -> None:
    body = f"{first} {BODY}"

    found = article(body)

    assert (found.place, found.body) == (None, body)


@pytest.mark.parametrize("label", ["Update", "Das Wetter", "Eilmeldung"])
def test_a_label_before_an_agency_is_no_place_and_stays(label: str) -> None:
    body = f"{label} (dpa) - {BODY}"

    found = article(body)

    assert (found.place, found.agency, found.body) == (None, "dpa", body)


@pytest.mark.parametrize("first", ["Nordhafener Ausschuss (AA) -", "Klub Treuer Tänzer (TT) -"])
def test_an_abbreviation_in_brackets_is_no_agency(first: str) -> None:
    found = article(f"{first} {BODY}")

    assert (found.place, found.agency) == (None, None)


def test_a_result_within_a_sentence_leaves_the_place() -> None:
    found = article(f"München - Der FC Seefurt hat 2:1 gewonnen. {BODY}")

    assert found.place == "München"


def test_a_headline_with_a_dash_is_no_dateline() -> None:
    found = article(f"Berlin - Hauptstadt der Spione\n\n{BODY}")

    assert found.place is None


@pytest.mark.parametrize("medium", ["taz", "taz/dpa"])
def test_a_dateline_may_name_a_medium(medium: str) -> None:
    found = article(f"NORDHAFEN {medium} | {BODY}")

    assert (found.place, found.source, found.body) == ("NORDHAFEN", "taz", BODY)


@pytest.mark.parametrize("place", ["Seefurt", "Seefurt/Rom", "Den Haag"])
def test_a_dateline_below_a_lead_gives_place_and_agency_and_stays(place: str) -> None:
    body = f"Die Brücke über die Aue kommt früher, und teurer wird sie.\n\n{place} (dpa) - {BODY}"

    found = article(body)

    assert (found.place, found.agency, found.body) == (place, "dpa", body)


def test_a_credit_of_a_picture_on_one_line_is_no_dateline() -> None:
    text = f"Brücke kommt früher Die Aue im März. Foto: Eva Muster (dpa) {BODY}"

    found = catalog.read(Document(Origin("/1.txt"), text=text, language="de"), id="0" * 16)

    assert (found.place, found.agency) == (None, None)
