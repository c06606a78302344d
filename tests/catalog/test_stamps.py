from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.records.read import Document
from newsarc.text import clean

TITLE = "Möwen zurück in Nordhafen"
BODY = "Die Möwen kamen am Abend zurück, und der Hafen war wieder so laut wie in jedem Frühjahr."
MORE = "Der Rat von Nordhafen hatte im Winter beschlossen, die alten Speicher nicht abzureißen."

# A headline and a paragraph of each language.
LANGUAGES = {
    "fr": (
        "Les mouettes de retour",
        "Les mouettes sont revenues dans le port, et les gens des quais en sont contents.",
    ),
    "es": (
        "Vuelven las gaviotas",
        "Las gaviotas volvieron al puerto con los barcos, y los niños las vieron con una fiesta.",
    ),
    "pt": (
        "As gaivotas voltaram",
        "As gaivotas voltaram ao porto com os barcos, e na vila não há uma pessoa que se queixe.",
    ),
    "it": (
        "Tornano i gabbiani",
        "I gabbiani sono tornati nel porto della città, e gli abitanti sono felici di vederli.",
    ),
    "en": (
        "Gulls are back",
        "The gulls came back to the harbour in the evening, and the people of the town are glad.",
    ),
    "de": (TITLE, BODY),
}


def article(text: str, **claims: str) -> Article:
    document = Document(Origin("/news/1.txt"), text=clean(text), **claims)  # type: ignore[arg-type]
    return catalog.read(document, id="0" * 16)


def under(line: str, paragraphs: int = 1, **claims: str) -> Article:
    """Read a page that has a line between its headline and its paragraphs."""
    return article("\n".join([TITLE, line, *[BODY, MORE] * paragraphs]), **claims)


def above(line: str, paragraphs: int = 1, title: str = TITLE) -> Article:
    """Read a page that has a line below its paragraphs."""
    return article("\n".join([title, *[BODY, MORE] * paragraphs, line]))


def abroad(language: str, line: str) -> Article:
    title, body = LANGUAGES[language]
    return article(f"{title}\n{line}\n{body}\n{body}")


def dates(found: Article) -> tuple[str | None, str | None]:
    published, updated = found.published, found.updated
    return None if published is None else str(published), None if updated is None else str(updated)


def published(found: Article) -> str | None:
    return dates(found)[0]


def updated(found: Article) -> str | None:
    return dates(found)[1]


def evidence(found: Article, field: str = "published") -> Evidence | None:
    return next((item for item in found.evidence if item.field == field), None)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Aktualisiert am 28. April 2023, 20:22 Uhr", "2023-04-28T20:22+02:00"),
        ("Zuletzt geändert am 28.04.2023 um 20:22", "2023-04-28T20:22+02:00"),
        ("Letzte Änderung: 28.04.2023", "2023-04-28"),
        ("[Update vom 28.4.2023]", "2023-04-28"),
        ("Last updated: 28 April 2023", "2023-04-28"),
        ("Letztes Update: April 2023", "2023-04"),
    ],
)
def test_a_text_that_states_an_update_alone_appeared_on_its_day(line: str, moment: str) -> None:
    found = under(line)

    assert dates(found) == (moment.partition("T")[0], moment)
    assert evidence(found) == Evidence(
        "published", line, "update stamp, for want of another", "inferred"
    )


def test_a_text_appeared_when_it_says_and_not_on_the_day_of_its_update() -> None:
    found = under("Erschienen am 26.04.2023\nAktualisiert am 28. April 2023, 20:22 Uhr")

    assert dates(found) == ("2023-04-26", "2023-04-28T20:22+02:00")


def test_of_several_updates_the_latest_is_the_last() -> None:
    found = under("Update vom 28.04.2023, 20:22 Uhr\nUpdate vom 27.04.2023, 9:00 Uhr")

    assert updated(found) == "2023-04-28T20:22+02:00"


@pytest.mark.parametrize("language", ["fr", "es", "pt", "it"])
@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("1/2/2022", "2022-02-01"),
        ("1/2/22", "2022-02-01"),
        ("01-02-2022", "2022-02-01"),
        ("01/02/2022 14:52", "2022-02-01T14:52+01:00"),
        ("21/2/2022", "2022-02-21"),
    ],
)
def test_the_day_comes_first_where_all_who_write_the_language_agree(
    language: str, line: str, date: str
) -> None:
    assert published(abroad(language, line)) == date


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("line", ["1/2/2022", "01/02/2022 14:52", "1/2/22", "01-02-2022"])
def test_no_order_of_day_and_month_is_guessed(language: str, line: str) -> None:
    assert published(abroad(language, line)) is None


@pytest.mark.parametrize("language", ["de", "en"])
def test_another_date_of_the_text_settles_an_open_order(language: str) -> None:
    title, body = LANGUAGES[language]
    day, month = (f"{title}\n03/05/2024\n{body} ({date})" for date in ("3.5.2024", "5.3.2024"))

    assert published(article(day)) == "2024-05-03"
    assert published(article(month)) == "2024-03-05"


@pytest.mark.parametrize("language", ["de", "en"])
def test_numbers_that_can_be_read_in_one_order_alone_are_a_date(language: str) -> None:
    assert published(abroad(language, "21/2/2022")) == "2022-02-21"


def test_of_a_labelled_date_in_an_open_order_the_year_is_known() -> None:
    assert published(abroad("en", "Published 1/2/2022")) == "2022"


@pytest.mark.parametrize(
    ("language", "line", "published", "updated"),
    [
        ("fr", "Publié le 1/2/2022 à 14h52", "2022-02-01T14:52+01:00", None),
        ("fr", "Publié le 3 mai 2024 à 14h52, mis à jour le 4 mai 2024 à 9h05",
         "2024-05-03T14:52+02:00", "2024-05-04T09:05+02:00"),
        ("fr", "Par Anne Dupont le 3 mai 2024", "2024-05-03", None),
        ("es", "Publicado el 4 de mayo de 2022 a las 14:52", "2022-05-04T14:52+02:00", None),
        ("es", "Actualizado a 5 de mayo de 2022", "2022-05-05", "2022-05-05"),
        ("pt", "Publicado em 01/02/2022 às 14h52", "2022-02-01T14:52+01:00", None),
        ("pt", "Publicado em 4 de maio de 2022, atualizado em 5 de maio de 2022",
         "2022-05-04", "2022-05-05"),
        ("it", "Pubblicato il 4 maggio 2022 alle 14:52", "2022-05-04T14:52+02:00", None),
        ("it", "Ultima modifica: 2/3/2022", "2022-03-02", "2022-03-02"),
        ("en", "Published 3 May 2024 15:47 BST", "2024-05-03T15:47+01:00", None),
        ("en", "Posted on May 3, 2024, 9:49 a.m. EDT", "2024-05-03T09:49-04:00", None),
    ],
)  # fmt: skip
def test_each_language_has_labels_of_its_own(
    language: str, line: str, published: str, updated: str | None
) -> None:
    assert dates(abroad(language, line)) == (published, updated)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Heiko, 3. Mai 2024, 20:15 Uhr", "Schöner Text!"], id="name and time"),
        pytest.param(["Heiko", "3. Mai 2024, 20:15 Uhr", "Schöner Text!"], id="line of its own"),
        pytest.param(["3. Mai 2024 | Nordhafen", "Ein Kran für den Hafen"], id="teaser"),
        pytest.param(["Ole am 3. Mai 2024", "Das sehe ich anders."], id="signed"),
    ],
)
def test_dates_of_several_comments_or_teasers_below_a_text_date_other_texts(
    lines: list[str],
) -> None:
    others = [line.replace("3. Mai", "5. Mai").replace("Heiko", "Imke") for line in lines]
    last = [line.replace("3. Mai", "6. Juni").replace("Heiko", "Gesa") for line in lines]
    below = [*lines, *others, *last]

    assert published(article("\n".join([TITLE, *[BODY, MORE] * 4, *below]))) is None
    assert published(article("\n\n".join([TITLE, *[BODY, MORE] * 4, *below]))) is None


def test_a_date_at_the_end_of_a_short_text_is_its_own() -> None:
    assert published(above("3. Mai 2024")) == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Stand: 3. Mai 2024, 20:15 Uhr", ("2024-05-03T20:15+02:00", None)),
        ("Aktualisiert am 3. Mai 2024, 20:15 Uhr", ("2024-05-03", "2024-05-03T20:15+02:00")),
    ],
)
def test_a_label_is_believed_wherever_it_begins_a_line(
    line: str, expected: tuple[str, str | None]
) -> None:
    assert dates(above(line, 6)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "12.3.2023 - 15.3.2023",
        "12.03.2023–15.03.2023",
        "12.-15.03.2023",
        "12. - 15. März 2023",
        "12. März 2023 – 15. März 2023",
        "3. Mai 2024 bis 5. Mai 2024",
        "vom 12. bis 15. März 2023",
        "12/03/2023 - 15/03/2023",
        "2023-03-12 - 2023-03-15",
    ],
)
def test_a_range_of_days_dates_what_happens_in_them(line: str) -> None:
    assert published(under(line)) is None


def test_the_hour_at_which_an_event_ends_is_no_offset() -> None:
    found = under("Freitag, 3.5.2024 20:00-22:00 Uhr")

    assert found.published is None or found.published.offset == 120


@pytest.mark.parametrize(
    "line",
    [
        "Nordhafener Kurier vom 19.02.2022, Nr. 42",
        "Küstenpost, 19.02.2022, S. 3",
        "Küstenpost 19.02.2022 Ausgabe 42",
        "Aus: Küstenpost, 19. Februar 2022, Heft 3",
    ],
)
def test_the_edition_of_a_newspaper_dates_its_articles(line: str) -> None:
    for found in (under(line), above(line)):
        told = evidence(found)

        assert published(found) == "2022-02-19"
        assert told is not None
        assert told.rule == "edition note"


ITEM = "© dpa-infocom, dpa:230428-99-483045/5"


@pytest.mark.parametrize(
    ("head", "item", "expected"),
    [
        pytest.param("", ITEM, ("2023-04-28", None), id="alone"),
        pytest.param("", "© dpa-infocom, dpa:231328-99-483045/5", (None, None), id="month 13"),
        pytest.param("\nStand: 29.04.2023", ITEM, ("2023-04-29", None), id="below a stamp"),
        pytest.param("\nAktualisiert am 29.04.2023", ITEM, ("2023-04-28", "2023-04-29"),
                     id="below an update"),
    ],
)  # fmt: skip
def test_the_id_of_an_item_dates_it_where_nothing_better_does(
    head: str, item: str, expected: tuple[str | None, str | None]
) -> None:
    assert dates(article(f"{TITLE}{head}\n\n{BODY}\n\n{item}")) == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"date 2017-08 {TITLE}\n\nKiel, 14. Aug (Reuters) - {BODY}", "2017-08-14"),
        (f"date 2017-08 {TITLE} Kiel, 14. Aug (Reuters) - {BODY} {MORE}", "2017-08-14"),
        (f"date 2017-08 {TITLE}\n\nKiel, 14. Juli (Reuters) - {BODY}", "2017-08"),
        (f"date 2017-08 {TITLE}\n\nAm 14. August kamen die Möwen. {BODY}", "2017-08"),
        (f"{TITLE}\n\nKiel, 14. Aug (Reuters) - {BODY}", None),
    ],
    ids=["blocks", "one line", "another month", "no dateline", "no year"],
)
def test_a_crawler_stamp_gives_a_dateline_its_year(text: str, published: str | None) -> None:
    assert dates(article(text)) == (published, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date 2022-03", ("2022-03", "2022-03-28T14:08+02:00")),
        ("26.03.2022", ("2022-03-26", "2022-03-28T14:08+02:00")),
        ("30.03.2022", ("2022-03-30", None)),
        ("", (None, None)),
    ],
    ids=["crawler stamp", "stamp", "stamp of a later day", "no year"],
)
def test_an_update_without_its_year_has_that_of_the_publication(
    line: str, expected: tuple[str | None, str | None]
) -> None:
    update = f"Update vom 28. März, 14.08 Uhr: {BODY}"
    text = "\n".join([line, TITLE, update, MORE] if "date" in line else [TITLE, line, update, MORE])

    assert dates(article(text)) == expected


@pytest.mark.parametrize(
    ("line", "modified", "expected"),
    [
        ("3. Mai 2024, 20:15 Uhr", "2024-05-01", "2024-05-03T20:15+02:00"),
        ("3. Mai 2024, 20:15 Uhr", "2024-04-30", None),
        ("Stand: 3. Mai 2024", "2024-04-30", None),
        ("Mai 2024", "2024-04-28", None),
        ("Veröffentlicht: Mai 2024", "2024-04-29", "2024-05"),
        ("Veröffentlicht: Mai 2024", "2024-04-28", None),
    ],
)
def test_a_stamp_lies_at_most_two_days_ahead_of_its_file(
    line: str, modified: str, expected: str | None
) -> None:
    assert published(under(line, modified=modified)) == expected


def test_an_update_ahead_of_its_file_leaves_the_stamp() -> None:
    line = "Erschienen am 26.04.2023\nAktualisiert am 28. April 2033, 20:22 Uhr"

    assert dates(under(line, modified="2023-05-01")) == ("2023-04-26", None)


def test_a_claim_is_believed_whatever_the_day_of_its_file() -> None:
    found = under("Stand: 3. Mai 2031", date="2031-05-02", modified="2023-05-01")

    assert published(found) == "2031-05-02"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Stand: 31.12.1604", None),
        ("Stand: 01.01.1605", "1605-01-01"),
        ("1. Mai 1523", None),
        ("Erschienen am 3. Mai 1899", "1899-05-03"),
    ],
)
def test_nothing_appeared_before_there_were_newspapers(line: str, expected: str | None) -> None:
    assert published(under(line)) == expected


BROADCASTS = [
    "Über dieses Thema berichtete das Küstenradio am 3. Mai 2024 um 12:00 Uhr.",
    "Dieses Thema im Programm: Küstenradio | Aktuell | 03.05.2024 | 12:00 Uhr",
    "Dieses Thema im Programm:\nKüstenradio | Aktuell | 03.05.2024 | 12:00 Uhr",
    "Sendung: Küstenmagazin, 03.05.2024, 12:00 Uhr",
    "Gesendet am 03.05.2024 um 12:00 Uhr",
]


@pytest.mark.parametrize("line", BROADCASTS)
def test_a_broadcast_does_not_date_the_article(line: str) -> None:
    assert published(above(line)) is None


@pytest.mark.parametrize("line", BROADCASTS)
def test_a_broadcast_leaves_the_stamp(line: str) -> None:
    found = above(line, title=f"{TITLE}\nStand: 02.05.2024 10:12 Uhr")

    assert published(found) == "2024-05-02T10:12+02:00"


@pytest.mark.parametrize(
    "clock",
    [
        "3.5.2024 Berlin | 14:05 New York | 08:05 Tokio | 21:05",
        "Freitag, 3. Mai 2024 Berlin | 14:05 | London | 13:05",
        "Es ist Freitag, 3. Mai 2024, 14:05 Uhr",
    ],
)
def test_the_clock_of_a_page_does_not_date_the_article(clock: str) -> None:
    assert published(article(f"{clock}\n{TITLE}\n{BODY}\n{MORE}")) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 3, 2024 11:37 pm", "2024-05-03T23:37+02:00"),
        ("May 3, 2024 12:09 am", "2024-05-03T00:09+02:00"),
        ("Published May 3, 2024 at 12:09 PM", "2024-05-03T12:09+02:00"),
        ("Published May 3, 2024, 9:49 a.m. BST", "2024-05-03T09:49+01:00"),
    ],
)
def test_half_days_are_counted_from_midnight_and_noon(line: str, expected: str) -> None:
    assert published(abroad("en", line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Geboren am 3. Mai 1974",
        "© 2024 Küstenpost",
        "Termin: 3. Mai 2024, 20:15 Uhr",
        "Zugriff am 3. Mai 2024, 20:15 Uhr",
        "Mitglied seit 3.5.2024",
        "Am 3. Mai 2024 kommen alle Möwen wieder",
    ],
)
def test_the_words_before_a_date_say_that_it_is_not_the_article_s(line: str) -> None:
    assert published(under(line)) is None
