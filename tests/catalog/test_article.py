from __future__ import annotations

from pathlib import Path

import pytest

from newsarc import catalog
from newsarc.dates import PartialDate
from newsarc.errors import ZoneError
from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.records.read import Document
from newsarc.text import WORD

SEEDS = Path(__file__).parents[2] / "seeds"
ID = "0123456789abcdef"
BODY = "Die Möwen kamen am Abend zurück, und der Hafen war wieder so laut wie in jedem Frühjahr."


def article(text: str, *, zone: str | None = None) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=text, zone=zone), id=ID)


def claimed(body: str = BODY, **claims: str) -> Article:
    return catalog.read(Document(Origin("/news/1.jsonl", 1), body=body, **claims), id=ID)  # type: ignore[arg-type]


def under(head: str) -> Article:
    return article(f"{head}\n\n{BODY}")


def published(found: Article) -> str | None:
    return None if found.published is None else str(found.published)


def evidence(found: Article, field: str) -> Evidence | None:
    return next((item for item in found.evidence if item.field == field), None)


@pytest.fixture(name="stamped_seed", scope="module")
def stamped_seed_fixture() -> Article:
    return seed("000_523efd6b3b89c5e1.txt")


@pytest.fixture(name="pictured_seed", scope="module")
def pictured_seed_fixture() -> Article:
    return seed("002_0d2f3b5cf93b71c6.txt")


def seed(name: str) -> Article:
    reading = Reading(1_000_000)
    (piece,) = split_file(SEEDS / name, reading)
    assert isinstance(piece, Piece)
    (document,) = read_piece(piece, reading)
    assert isinstance(document, Document)
    return catalog.read(document, id=ID)


def test_the_first_seed_is_read_field_for_field(stamped_seed: Article) -> None:
    found = stamped_seed

    assert found.title == (
        "Zugeständnisse an Russland Zeitung veröffentlicht Schreiben von USA und NATO"
    )
    assert found.published == PartialDate(2022, 2, 2, 14, 54, 60)
    assert found.published.precision == "minute"
    assert (found.source, found.agency, found.place) == ("ARD", None, None)
    assert (found.kicker, found.updated, found.authors) == (None, None, ())
    assert (found.language, found.url, found.external_id) == ("de", None, None)
    assert found.body.startswith("Bislang wurden die Antworten von NATO und USA")
    assert found.body.endswith('leiden müssen", warnte Scholz.')
    assert len(found.body.split("\n\n")) == 11


def test_the_first_seed_rests_on_its_words(stamped_seed: Article) -> None:
    words = "Stand: 02.02.2022 14:54 Uhr"

    stamp = evidence(stamped_seed, "published")
    assert stamp is not None
    assert (stamp.words, stamp.rule, stamp.basis) == (words, "Stand stamp", "stated")
    assert "a label of publication" in stamp.reasons
    source = evidence(stamped_seed, "source")
    assert source == Evidence("source", words, "house style of the stamp", "inferred")


def test_the_second_seed_is_read_field_for_field(pictured_seed: Article) -> None:
    found = pictured_seed

    assert found.title == (
        "Eiszeit zwischen Russland und der Nato: Der schneebedeckte Kreml in Moskau"
    )
    assert found.published == PartialDate(2022, 1)
    assert found.published.precision == "month"
    assert (found.source, found.agency, found.place) == ("dpa", None, "Moskau")
    assert (found.kicker, found.updated, found.authors) == (None, None, ())
    assert (found.language, found.url, found.external_id) == ("de", None, None)
    assert found.body.startswith("Der Kreml hat verhalten auf die Antworten")
    assert found.body.endswith("auf eigenem Gebiet an der Grenze zur Ukraine zusammengezogen.")


def test_the_second_seed_rests_on_its_words(pictured_seed: Article) -> None:
    found = pictured_seed

    assert evidence(found, "published") == Evidence("published", "date 2022-01", "crawler stamp")
    assert evidence(found, "place") == Evidence("place", "Moskau", "dateline")
    credit = Evidence("source", "Foto: Bai Xueqi/XinHua/dpa", "picture credit", "inferred")
    assert evidence(found, "source") == credit


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Möwen zurück Stand: 03.04.2021 10:12 Uhr", "2021-04-03T10:12+02:00"),
        ("Möwen zurück Stand: 03.04.2021, 10.12 Uhr", "2021-04-03T10:12+02:00"),
        ("Möwen zurück Stand: 3.4.2021", "2021-04-03"),
        ("Möwen zurück [Stand: 3. April 2021]", "2021-04-03"),
        ("Möwen zurück\nStand: 03.12.2021 10:12 Uhr", "2021-12-03T10:12+01:00"),
        ("Stand: 03.04.2021 10:12 Uhr\nMöwen zurück", "2021-04-03T10:12+02:00"),
        ("Veröffentlicht am 27.04.24 um 07:39 Uhr Möwen zurück", "2024-04-27T07:39+02:00"),
        ("Möwen zurück Zuerst veröffentlicht am: 27.04.2024", "2024-04-27"),
        ("Möwen zurück\nErstellt: 27. April 2024, 7:39 Uhr", "2024-04-27T07:39+02:00"),
        ("Datum: 5. März 2020\nMöwen zurück", "2020-03-05"),
        ("date 2022-01 Möwen zurück", "2022-01"),
        ("date 2022-01-17 Möwen zurück", "2022-01-17"),
        ("date 2022-01 Möwen zurück Stand: 17.01.2022 10:12 Uhr", "2022-01-17T10:12+01:00"),
        ("Möwen zurück Stand: 31.02.2022 14:54 Uhr", None),
        ("Möwen zurück am 3. April 2021", None),
        ("Ein Update date 2022-01 ist da", None),
        ("Der Bestand: 03.04.2021 gezählt", None),
        ("Möwen zurück", None),
    ],
)
def test_a_head_is_dated_by_its_stamps_alone(head: str, date: str | None) -> None:
    assert published(under(head)) == date


def test_a_text_that_states_an_update_alone_is_taken_to_have_appeared_on_that_day() -> None:
    article = under("Möwen zurück Aktualisiert am 28. April 2023, 20:22 Uhr")
    assert published(article) == "2023-04-28"
    evidence = next(one for one in article.evidence if one.field == "published")
    assert evidence.basis == "inferred"


def test_an_update_is_dated_by_its_own_stamp() -> None:
    found = under(
        "Möwen zurück Veröffentlicht am 27.04.2024 um 07:39 Uhr"
        " Zuletzt aktualisiert am 28. April 2024, 20:22 Uhr"
    )

    assert published(found) == "2024-04-27T07:39+02:00"
    assert str(found.updated) == "2024-04-28T20:22+02:00"
    assert found.title == "Möwen zurück"


def test_a_date_in_the_body_does_not_date_the_article() -> None:
    assert published(article(f"Möwen zurück\n\n{BODY} Stand: 03.04.2021 10:12 Uhr")) is None


@pytest.mark.parametrize(
    ("zone", "date"),
    [
        (None, "2021-04-03T10:12+02:00"),
        ("Europe/Berlin", "2021-04-03T10:12+02:00"),
        ("UTC", "2021-04-03T10:12+00:00"),
        ("America/New_York", "2021-04-03T10:12-04:00"),
    ],
)
def test_a_local_time_is_of_the_zone_of_the_document(zone: str | None, date: str) -> None:
    text = f"Möwen zurück Stand: 03.04.2021 10:12 Uhr\n\n{BODY}"

    assert published(article(text, zone=zone)) == date


def test_a_zone_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ZoneError):
        article(f"Möwen zurück Stand: 03.04.2021 10:12 Uhr\n\n{BODY}", zone="Europa/Nordhafen")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Möwen zurück in Nordhafen", "Möwen zurück in Nordhafen"),
        ("Möwen zurück in Nordhafen.", "Möwen zurück in Nordhafen"),
        ("Und dann ...", "Und dann ..."),
        ("Kommen die Möwen zurück?", "Kommen die Möwen zurück?"),
        ("Möwen zurück | Stand: 03.04.2021, 10:12 Uhr", "Möwen zurück"),
        ("[Stand: 3.4.2021, 10.12 Uhr] Möwen zurück", "Möwen zurück"),
        ("Möwen zurück. Foto: Eva Muster/dpa", "Möwen zurück"),
        ("Möwen zurück (Foto: Eva Muster/dpa) in Nordhafen", "Möwen zurück in Nordhafen"),
        ("Möwen zurück (Bild: dpa) (Foto: Eva Muster/dpa)", "Möwen zurück"),
        ("Foto: Eva Muster/dpa\nMöwen zurück", "Möwen zurück"),
        ("Möwen zurück\nEin langer Winter ist vorbei", "Ein langer Winter ist vorbei"),
        ("Möwen zurück in Nordhafen\nEin Winter geht.", "Möwen zurück in Nordhafen"),
        ("date 2022-01", None),
        ("Stand: 03.04.2021 10:12 Uhr", None),
    ],
)
def test_the_title_is_the_headline_of_what_is_left_of_the_head(
    head: str, title: str | None
) -> None:
    assert under(head).title == title


@pytest.mark.parametrize(
    "head",
    [
        "Möwen im Bild: Die schönsten Aufnahmen aus Nordhafen",
        "Fotos: Warum der Hafen nachts leuchtet",
        "Bilder: Ein Rundgang durch das alte Nordhafen",
    ],
)
def test_a_headline_that_speaks_of_pictures_stays_whole(head: str) -> None:
    assert under(head).title == head


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("Möwen zurück Stand: 03.04.2021 10:12 Uhr", "ARD"),
        ("Möwen zurück Stand: 03.04.2021, 10:12 Uhr", None),
        ("Möwen zurück Stand: 03.04.2021", None),
        ("Möwen zurück Veröffentlicht am 03.04.2021 10:12 Uhr", None),
        ("Möwen zurück (Foto: Eva Muster/dpa)", "dpa"),
        ("Möwen zurück Foto: Jan Deichmann/XinHua/DPA", "dpa"),
        ("Möwen zurück (Bild: AFP)", "AFP"),
        ("Möwen zurück (Foto: Eva Muster)", None),
        ("Möwen zurück (Foto: dpa/Eva Muster)", None),
        ("Möwen zurück Stand: 03.04.2021 10:12 Uhr (Bild: dpa)", "ARD"),
        ("Möwen zurück, meldet dpa", None),
    ],
)
def test_the_source_is_inferred_from_stamp_and_picture_credit(
    head: str, source: str | None
) -> None:
    found = under(head)

    assert found.source == source
    assert (evidence(found, "source") or Evidence("", "", "", "inferred")).basis == "inferred"


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Nordhafen - ", "Nordhafen", None),
        ("Nordhafen – ", "Nordhafen", None),
        ("NORDHAFEN — ", "NORDHAFEN", None),
        ("Nordhafen (dpa) - ", "Nordhafen", "dpa"),
        ("Nordhafen (dpa/lno) – ", "Nordhafen", "dpa/lno"),
        ("Nordhafen/Elbe (AFP) - ", "Nordhafen/Elbe", "AFP"),
        ("Bad Nordhafen am See (epd) - ", "Bad Nordhafen am See", "epd"),
        ("Nordhafen (Elbe) - ", "Nordhafen", None),
    ],
)
def test_a_dateline_gives_place_and_agency_and_is_no_part_of_the_body(
    line: str, place: str, agency: str | None
) -> None:
    found = article(f"Möwen zurück\n\n{line}{BODY}")

    assert (found.place, found.agency) == (place, agency)
    assert found.body == BODY


@pytest.mark.parametrize(
    "body",
    [
        "Der Hafen-Rat - so heißt er seit gestern - tagt.",
        "Nordhafen tagt.",
        "Nordhafen-Süd tagt.",
        "Am Abend - es war schon dunkel - kamen sie.",
        f"{BODY}\n\nNordhafen - Der zweite Absatz.",
    ],
)
def test_what_is_no_dateline_stays_in_the_body(body: str) -> None:
    found = article(f"Möwen zurück\n\n{body}")

    assert (found.place, found.body) == (None, body)


@pytest.mark.parametrize("first", ["Ein Überblick", "Am Montag", "Der Rat"])
def test_words_that_are_no_name_of_a_place_are_no_dateline(first: str) -> None:
    found = article(f"Möwen zurück\n\n{first} - Das ändert sich im Hafen.")

    assert found.place is None


def test_a_mere_mention_of_an_agency_is_no_credit() -> None:
    found = under("Möwen zurück")

    assert article(f"Möwen zurück\n\nDas sagte sie der dpa. {BODY}").agency is None
    assert found.agency is None


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Möwen zurück\n\nErstens.\n\nZweitens.", "Möwen zurück", "Erstens.\n\nZweitens."),
        ("Möwen zurück\nErstens.\nZweitens.", "Möwen zurück", "Erstens.\nZweitens."),
        ("Möwen da Stand: 03.04.2021 10:12 Uhr Erstens.", "Möwen da", "Erstens."),
        ("Nur eine Zeile.", None, "Nur eine Zeile."),
        ("Stand: 03.04.2021 10:12 Uhr", None, "Stand: 03.04.2021 10:12 Uhr"),
    ],
    ids=["blocks", "lines", "one line with a stamp", "one line", "nothing but a stamp"],
)
def test_head_and_body_are_told_apart(text: str, title: str | None, body: str) -> None:
    found = article(text)

    assert (found.title, found.body) == (title, body)


@pytest.mark.parametrize(
    "text",
    [
        "Möwen zurück\nVon Eva Muster\nEin langer Winter geht zu Ende.\n\nDer Hafen ist laut.",
        "Möwen zurück\nErster Absatz.\nZweiter Absatz.\n\nEin Nachsatz.",
        "Sturmflut\nDeich von Nordhafen hält\n\nDer Fluss fiel.",
        "Möwen zurück\n\nNordhafen - Der Hafen ist laut.",
        "Hochwasser: Bilder: Schöne Aufnahmen vom Deich\n\nDer Fluss fiel.",
    ],
    ids=["byline and lead", "paragraphs by lines", "kicker above", "dateline", "colon"],
)
def test_no_word_of_a_text_is_lost(text: str) -> None:
    found = article(text)
    kept = [found.title, found.kicker, found.body, found.place, found.source, *found.authors]
    kept += [item.words for item in found.evidence]

    assert set(WORD.findall(text)) <= set(WORD.findall(" ".join(filter(None, kept))))


CLAIMS = {
    "title": "Anders gesagt",
    "kicker": "Sturmflut",
    "source": "Nordhafener Kurier",
    "agency": "Küstendienst",
    "place": "Südhafen",
    "url": "https://kurier.example/1",
    "external_id": "n-1",
    "language": "fr",
}


@pytest.mark.parametrize("field", CLAIMS)
def test_a_claim_wins_over_the_text(field: str) -> None:
    text = f"Möwen zurück Stand: 03.04.2021 10:12 Uhr\n\nNordhafen (dpa) - {BODY}"
    document = Document(Origin("/news/1.jsonl", 1), text=text, **CLAIMS)  # type: ignore[arg-type]

    found = catalog.read(document, id=ID)

    assert getattr(found, field) == CLAIMS[field]
    assert evidence(found, field) == Evidence(field, CLAIMS[field], "claim")


@pytest.mark.parametrize(
    ("claim", "date"),
    [
        ("2022-02-02T14:54:10+01:00", "2022-02-02T14:54+01:00"),
        ("2022-02-02T14:54:10-05:00", "2022-02-02T14:54-05:00"),
        ("2.7.2022 14:54", "2022-07-02T14:54+02:00"),
        ("2. Februar 2022", "2022-02-02"),
        ("Februar 2022", "2022-02"),
        ("2022", "2022"),
        ("vorgestern", None),
    ],
)
def test_a_claimed_date_is_read_and_nothing_of_it_is_invented(claim: str, date: str | None) -> None:
    assert published(claimed(date=claim)) == date


@pytest.mark.parametrize(
    ("claim", "zone", "date"),
    [
        ("2022-02-02T14:54:10Z", None, "2022-02-02T15:54+01:00"),
        ("2023-04-28T22:30:00Z", "Europe/Berlin", "2023-04-29T00:30+02:00"),
        ("2023-04-28T22:30:00+00:00", "Europe/Berlin", "2023-04-29T00:30+02:00"),
        ("Fri, 28 Apr 2023 22:30:00 GMT", "Europe/Berlin", "2023-04-29T00:30+02:00"),
        ("1682721000", "Europe/Berlin", "2023-04-29T00:30+02:00"),
        ("2023-04-28T22:30:00Z", "Europe/London", "2023-04-28T23:30+01:00"),
        ("2023-01-28T22:30:00Z", "Europe/London", "2023-01-28T22:30+00:00"),
        ("2023-04-28T22:30:00-04:00", "Europe/Berlin", "2023-04-28T22:30-04:00"),
        ("0001-01-01T00:00:00Z", "America/New_York", "0001-01-01T00:00+00:00"),
        ("9999-12-31T23:59:00Z", "Asia/Tokyo", "9999-12-31T23:59+00:00"),
    ],
)
def test_a_time_that_is_claimed_in_utc_is_told_in_the_zone_of_the_document(
    claim: str, zone: str | None, date: str
) -> None:
    document = Document(Origin("/news/1.jsonl", 1), body=BODY, date=claim, updated=claim, zone=zone)

    found = catalog.read(document, id=ID)

    assert (published(found), str(found.updated)) == (date, date)
    assert evidence(found, "published") == Evidence("published", claim, "claim")


def test_a_time_in_utc_that_a_text_states_is_kept() -> None:
    found = under("Möwen zurück Veröffentlicht am 3. April 2021, 10:12 GMT")

    assert published(found) == "2021-04-03T10:12+00:00"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Bridge opens\nPublished 3:15 PM EST, Sat March 5, 2022", "2022-03-05T15:15-05:00"),
        ("Bridge opens\nPublished 11:02 a.m. ET, Mon July 4, 2022", "2022-07-04T11:02-04:00"),
        ("Möwen zurück\nVeröffentlicht: 10:12 Uhr | 3. April 2021", "2021-04-03T10:12+02:00"),
    ],
)
def test_a_stamp_whose_time_stands_before_its_date_is_one(head: str, date: str) -> None:
    found = under(head)

    assert published(found) == date
    assert found.title == head.partition("\n")[0]


def test_a_claimed_date_wins_over_a_stamp() -> None:
    text = f"Möwen zurück Stand: 03.04.2021 10:12 Uhr\n\n{BODY}"
    document = Document(Origin("/news/1.jsonl", 1), text=text, date="2020")

    assert published(catalog.read(document, id=ID)) == "2020"


def test_a_claimed_date_that_is_none_leaves_the_stamp() -> None:
    text = f"Möwen zurück Stand: 03.04.2021 10:12 Uhr\n\n{BODY}"
    document = Document(Origin("/news/1.jsonl", 1), text=text, date="vorgestern")

    assert published(catalog.read(document, id=ID)) == "2021-04-03T10:12+02:00"


def test_a_claim_that_could_not_be_read_is_told() -> None:
    told = Evidence("published", "vorgestern", "claim that is no date")

    assert evidence(claimed(date="vorgestern"), "published") == told


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("de", "de"),
        ("DE", "de"),
        ("de-AT", "de"),
        ("en_GB", "en"),
        ("deu", "de"),
        ("ger", "de"),
        ("eng", "en"),
        ("Englisch", "en"),
        ("French", "fr"),
        ("nds", "nds"),
        ("und", "de"),
        ("?", "de"),
    ],
)
def test_a_claimed_language_is_its_code_and_else_the_text_is_asked(
    claim: str, language: str
) -> None:
    assert claimed(language=claim).language == language


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("https://www.kurier.example/region/", "kurier.example"),
        ("http://kurier.example", "kurier.example"),
        ("https://Nord.Kurier.example:8080/a?b#c", "nord.kurier.example"),
        ("www.kurier.example", "kurier.example"),
    ],
)
def test_an_address_that_is_claimed_as_the_source_stands_for_its_host(
    claim: str, source: str
) -> None:
    found = claimed(source=claim)

    assert found.source == source
    told = Evidence("source", claim, "host of the claimed address", "inferred")
    assert evidence(found, "source") == told


@pytest.mark.parametrize("claim", ["kurier.example", "Der Kurier", "http://", "www.example"])
def test_any_other_claim_of_a_source_is_its_name(claim: str) -> None:
    assert claimed(source=claim).source == claim


def test_a_headline_alone_is_an_article_in_the_language_of_its_words() -> None:
    found = claimed("", title="Die Fähre nach Nordhafen fährt im Sommer wieder jede Stunde")

    assert (found.title, found.body, found.language) == (found.title, "", "de")
    assert not found.truncated


def test_a_short_text_has_no_language() -> None:
    assert claimed("Der Rat tagt.").language is None


def test_a_claimed_body_is_not_searched_for_a_head() -> None:
    found = claimed(f"Zwischenruf Stand: 03.04.2021 10:12 Uhr\n\n{BODY}")

    assert (found.title, found.published) == (None, None)
    assert found.body.startswith("Zwischenruf")


def test_a_claimed_body_has_its_dateline_read() -> None:
    found = claimed(f"Nordhafen (dpa) - {BODY}")

    assert (found.place, found.agency, found.body) == ("Nordhafen", "dpa", BODY)


def test_a_genre_is_the_one_that_is_claimed() -> None:
    found = claimed(genre="Kommentar")

    assert found.genre == "Kommentar"
    assert evidence(found, "genre") == Evidence("genre", "Kommentar", "claim")


@pytest.mark.parametrize(
    ("modified", "believed"),
    [("2021-03-31", False), ("2021-04-01", True), ("2024-01-01", True), (None, True)],
)
def test_a_text_cannot_know_a_date_of_three_days_after_its_file_was_written(
    modified: str | None, *, believed: bool
) -> None:
    stamps = "Stand: 03.04.2021 10:12 Uhr\nAktualisiert am 3. April 2021"
    text = f"Möwen zurück {stamps}\n\n{BODY}"
    found = catalog.read(Document(Origin("/news/1.txt"), text=text, modified=modified), id=ID)

    assert (found.published is not None, found.updated is not None) == (believed, believed)


def test_a_month_is_believed_from_its_first_day_on() -> None:
    document = Document(
        Origin("/news/1.txt"), text=f"date 2022-01 Möwen\n\n{BODY}", modified="2022-01-03"
    )

    assert published(catalog.read(document, id=ID)) == "2022-01"


def test_where_a_date_is_not_believed_another_one_may_be() -> None:
    text = f"Möwen zurück 30.03.2021, 9:00 Uhr\nStand: 03.04.2031 10:12 Uhr\n\n{BODY}"
    document = Document(Origin("/news/1.txt"), text=text, modified="2021-03-30")

    assert published(catalog.read(document, id=ID)) == "2021-03-30T09:00+02:00"


def test_a_claimed_date_is_taken_whatever_the_day_of_its_file() -> None:
    found = claimed(date="2031-04-03", updated="2032", modified="2021-03-31")

    assert (published(found), str(found.updated)) == ("2031-04-03", "2032")


def test_authors_are_those_that_are_claimed() -> None:
    names = ("Eva Muster", "Jan Deichmann")
    document = Document(Origin("/news/1.jsonl", 1), body=BODY, authors=names)

    found = catalog.read(document, id=ID)

    assert found.authors == names
    assert evidence(found, "authors") == Evidence("authors", "Eva Muster, Jan Deichmann", "claim")


def test_every_read_field_has_its_evidence_and_no_other(pictured_seed: Article) -> None:
    fields = {"title", "published", "source", "place", "language"}

    assert {item.field for item in pictured_seed.evidence} == fields


def test_the_digest_changes_with_the_text_and_with_nothing_else() -> None:
    one = catalog.read(Document(Origin("/a.txt"), text=BODY), id=ID)
    same = catalog.read(Document(Origin("/b.txt"), text=BODY, source="Kurier", date="2020"), id=ID)
    other = catalog.read(Document(Origin("/a.txt"), text=BODY + "!"), id=ID)

    assert one.digest == same.digest
    assert one.digest != other.digest


def test_equal_documents_give_equal_articles() -> None:
    text = f"Möwen zurück Stand: 03.04.2021 10:12 Uhr\n\nNordhafen (dpa) - {BODY}"

    assert article(text) == article(text)


def test_an_article_is_of_the_origin_id_and_moment_it_is_given() -> None:
    document = Document(Origin("/news/1.jsonl", 7), body=BODY)

    found = catalog.read(document, id=ID, added="2024-05-01T10:00:00Z")

    assert (found.id, found.added) == (ID, "2024-05-01T10:00:00Z")
    assert found.origins == (Origin("/news/1.jsonl", 7),)
