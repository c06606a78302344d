from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.catalog.genre import CONVENTIONS, GENRES, Convention
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.records.read import Document
from newsarc.text import clean

BODY = "Die Möwen kamen am Abend zurück, und der Hafen war wieder so laut wie in jedem Frühjahr."


def article(text: str, **claims: str) -> Article:
    document = Document(Origin("/news/1.txt"), text=clean(text), **claims)  # type: ignore[arg-type]
    return catalog.read(document, id="0" * 16)


def evidence(found: Article) -> Evidence | None:
    return next((item for item in found.evidence if item.field == "genre"), None)


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda convention: convention.example)
def test_every_convention_is_known_by_its_example(convention: Convention) -> None:
    found = convention.pattern.search(convention.example)

    assert found is not None
    assert found.lastgroup in GENRES


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        ("Kommentar: Der Hafen gehört allen", "Kommentar"),
        ("Leitartikel\nDer Hafen gehört allen", "Kommentar"),
        ("Glosse\nDer Hafen gehört allen", "Kommentar"),
        ("Der Hafen gehört allen\nEin Gastbeitrag von Ludger Ohmstede", "Kommentar"),
        ("Der Hafen gehört allen – ein Kommentar", "Kommentar"),
        ("Kommentar zum Streit um den Hafen: Er gehört allen", "Kommentar"),
        ("Analyse – Warum der Kanzler schweigt", "Analyse"),
        ("Der Kanzler schweigt\nEine Analyse von Miriam Hellwege", "Analyse"),
        ("Interview mit der Wattführerin Wencke Dorn", "Interview"),
        ("Sturmflut im Live-Ticker: Pegel steigt weiter", "Liveticker"),
        ("Newsblog zur Wahl in Velmarien", "Liveticker"),
        ("Berichtigung: Fähre legt um neun Uhr ab", "Korrektur"),
        ("Analysis: Why the harbour is silent", "Analyse"),
        ("Live updates: Harbour closed by storm", "Liveticker"),
        ("Correction: Ferry leaves at nine", "Korrektur"),
        ("Bürgermeisterin lehnt Kommentar ab", None),
        ("Interview mit Minister Tannhoff sorgt für Streit", None),
        ("Kommentar zum Klimaschutz empört Leser", None),
        ("Analyse zeigt: Möwen werden klüger", None),
        ("Möwen zurück in Nordhafen\nEin Kommentar", None),
        ("Polizeiticker meldet drei Unfälle", None),
    ],
)
def test_a_genre_is_stated_about_the_headline(head: str, genre: str | None) -> None:
    assert article(f"{head}\n\n{BODY}\n\n{BODY}").genre == genre


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Kommentar von Bürgermeisterin Gesa Lührmann sorgt für Streit.",
        "In einem Interview mit der Küstenpost widersprach sie.",
        "Korrektur: In einer früheren Version stand ein anderer Name.",
        "Um 20.15 Uhr: Musik. Um 19.30 Uhr: Tanz.",
    ],
)
def test_words_of_a_genre_in_running_text_say_nothing(sentence: str) -> None:
    assert article(f"Möwen zurück in Nordhafen\n\n{BODY} {sentence}\n\n{BODY}").genre is None


def test_a_stated_genre_rests_on_its_words() -> None:
    found = article(f"Der Hafen gehört allen\n\nEin Kommentar von Gesa Lührmann\n\n{BODY}")

    assert evidence(found) == Evidence("genre", "Ein Kommentar von Gesa Lührmann", "byline")


def test_a_ticker_without_the_word_is_inferred_from_its_entries() -> None:
    entries = f"21:14 Uhr | Fähren bleiben im Hafen\n\n{BODY}\n\n18:52 Uhr | Keller laufen voll"
    found = article(f"Sturm über der Küste\n\n{entries}\n\n{BODY}")

    assert found.genre == "Liveticker"
    words = "21:14 Uhr … 18:52 Uhr"
    assert evidence(found) == Evidence("genre", words, "entries of a ticker", "inferred")


def test_headlines_between_plus_signs_make_a_ticker() -> None:
    text = f"Der Tag\n\n+++ Fähren fest +++\n\n{BODY}\n\n+++ Keller nass +++\n\n{BODY}"

    assert article(text).genre == "Liveticker"


def test_times_in_the_order_of_the_day_make_no_ticker() -> None:
    text = f"Das Programm\n\n18.00 Uhr: Eröffnung\n\n20.30 Uhr: Führung\n\n{BODY}"

    assert article(text).genre is None


def test_a_claim_wins_over_the_text() -> None:
    assert article(f"Kommentar: Der Hafen\n\n{BODY}", genre="Glosse").genre == "Glosse"
