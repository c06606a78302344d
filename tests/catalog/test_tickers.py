from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document
from newsarc.text import clean

LEAD = "Seit Mittwoch wird an der Aue gebaut; wir berichten laufend von der Baustelle."
LAST = "Der Kran ist aufgestellt, und die Arbeiter gehen nach einem langen Tag nach Hause."
SECOND = "Die Bürgermeisterin besucht die Baustelle und spricht mit den Anwohnern der Straße."
FIRST = "Die alte Brücke ist gesperrt, und der Abriss beginnt mit den Schienen und den Lampen."

HEADINGS = (
    "Brücke über die Aue: Der Ticker zum Nachlesen",
    LEAD,
    "Donnerstag, 4. Mai 2023",
    f"18:02 Uhr: {LAST}",
    f"12:30 Uhr: {SECOND}",
    "Mittwoch, 3. Mai 2023",
    f"09:00 Uhr: {FIRST}",
)
PLUS = (
    "Liveticker: Brücke über die Aue wird abgerissen",
    f"+++ 04.05.2023, 18:02 Uhr: {LAST} +++",
    f"+++ 04.05.2023, 12:30 Uhr: {SECOND} +++",
    f"+++ 03.05.2023, 09:00 Uhr: {FIRST} +++",
)
UPDATES = (
    "Brücke über die Aue wird abgerissen: Liveblog",
    f"Erstmeldung vom 3. Mai 2023, 9.00 Uhr: {FIRST}",
    f"Update vom 4. Mai 2023, 12.30 Uhr: {SECOND}",
    f"Update vom 4. Mai 2023, 18.02 Uhr: {LAST}",
)
MOMENTS = (
    "Newsticker zum Abriss der Brücke",
    LEAD,
    *("04.05.2023, 18:02 Uhr", LAST, "04.05.2023, 12:30 Uhr", SECOND),
    *("03.05.2023, 9:00 Uhr", FIRST),
)
ENGLISH = (
    "Live updates: bridge closed for demolition",
    "May 4, 2023, 6:02 p.m.",
    "The crane is up and the workers go home for the night after a long day on the site.",
    "May 3, 2023, 9:00 a.m.",
    "The old bridge is closed and the demolition begins with the rails and the lamps of it.",
)
LAYOUTS = pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])
DAYS = ("2023-05-03", "2023-05-04")


def article(*parts: str, end: str = "\n") -> Article:
    text = clean(end.join(parts))
    return catalog.read(Document(Origin("/news/1.txt"), text=text), id="0" * 16)


def days(found: Article) -> tuple[str, str]:
    return str(found.published)[:10], str(found.updated)[:10]


def rules(found: Article) -> dict[str, str]:
    return {item.field: item.rule for item in found.evidence}


@LAYOUTS
@pytest.mark.parametrize("ticker", [HEADINGS, PLUS, UPDATES, MOMENTS, ENGLISH])
def test_a_ticker_appeared_with_its_first_entry_and_changed_with_its_last(
    ticker: tuple[str, ...], end: str
) -> None:
    found = article(*ticker, end=end)

    assert (found.title, days(found)) == (ticker[0], DAYS)
    assert rules(found)["published"] in {"first entry of a ticker", "publication stamp"}
    assert rules(found)["updated"] in {"last entry of a ticker", "update stamp"}


def test_a_ticker_may_stand_on_one_line() -> None:
    assert days(article(*PLUS, end=" ")) == DAYS
    assert days(article(*HEADINGS, end=" ")) == DAYS


@LAYOUTS
def test_the_entries_may_stand_in_either_order(end: str) -> None:
    title, *entries = PLUS

    assert days(article(title, *reversed(entries), end=end)) == DAYS


@LAYOUTS
def test_a_label_of_publication_is_believed_before_the_first_entry(end: str) -> None:
    title, *entries = MOMENTS
    found = article(title, "Veröffentlicht am 02.05.2023", *entries, end=end)

    assert days(found) == ("2023-05-02", "2023-05-04")


@pytest.mark.parametrize(
    "text",
    [
        ("Möwen-Ticker aus dem Hafen", "Stand: 3. Mai 2023, 10:15 Uhr", LEAD, FIRST, SECOND),
        ("Ein Liveticker zeigt den Bau der Brücke", "3. Mai 2023, 10:15 Uhr", LEAD, FIRST, SECOND),
    ],
    ids=["one day", "text about a ticker"],
)
def test_a_text_with_one_stamp_has_no_entries(text: tuple[str, ...]) -> None:
    found = article(*text)

    assert (str(found.published)[:10], found.updated) == ("2023-05-03", None)
    assert rules(found)["published"] != "first entry of a ticker"


def test_days_that_stand_in_no_order_are_no_entries() -> None:
    title, last, second, first = PLUS

    assert "ticker" not in rules(article(title, second, first, last)).get("published", "")


@pytest.mark.parametrize("title", ["Brücke über die Aue wird abgerissen", "Sticker am Blog"])
def test_a_text_that_is_called_no_ticker_has_no_entries(title: str) -> None:
    found = article(title, *PLUS[1:])

    assert "ticker" not in rules(found).get("published", "")
