from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.dates import PartialDate
from newsarc.dates.written import parse_day, read_date, written, written_in
from newsarc.errors import DateError
from tests import strategies

TODAY = date(2024, 3, 1)
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

# As people write them; a filter reads these, too.
CONVENTIONS = [
    ("2022", "2022"),
    ("2022-01", "2022-01"),
    ("2022-02-02", "2022-02-02"),
    ("2022-02-02T14:54:33Z", "2022-02-02T14:54+00:00"),
    ("2022-02-02T14:54:33.123+0100", "2022-02-02T14:54+01:00"),
    ("2.2.2022", "2022-02-02"),
    ("02.02.2022", "2022-02-02"),
    ("2. 2. 2022", "2022-02-02"),
    ("02.02.22", "2022-02-02"),
    ("01.01.68", "2068-01-01"),
    ("01.01.69", "1969-01-01"),
    ("02.2022", "2022-02"),
    ("Februar 2022", "2022-02"),
    ("FEBRUAR 2022", "2022-02"),
    ("Feb. 2022", "2022-02"),
    ("Jänner 2022", "2022-01"),
    ("2. Februar 2022", "2022-02-02"),
    ("12. Mrz. 2022", "2022-03-12"),
    ("3. Mai 2022", "2022-05-03"),
    ("Mittwoch, 2. Februar 2022", "2022-02-02"),
    ("Mi., 2. Februar 2022", "2022-02-02"),
    ("Mittwoch, den 2. Februar 2022", "2022-02-02"),
    ("3 May 2024", "2024-05-03"),
    ("May 3, 2024", "2024-05-03"),
    ("May 3rd, 2024", "2024-05-03"),
    ("02.02.2022 14:54 Uhr", "2022-02-02T14:54"),
    ("02.02.2022, 14.54 Uhr", "2022-02-02T14:54"),
    ("02.02.2022 | 14:54 Uhr", "2022-02-02T14:54"),
    ("2. Februar 2022 um 14:54 Uhr", "2022-02-02T14:54"),
    ("2. Februar 2022 – 8:05", "2022-02-02T08:05"),
    ("  2. \n Februar\t2022 ", "2022-02-02"),
]

# The months of other languages, and the words that join day, month and year.
ABROAD = {
    "3 {} 2024": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ott novembre dicembre",
    ),
    "3 de {} de 2024": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
}
ROMANCE = [
    ("mardi 3 août 2021", "2021-08-03"),
    ("1er mars 2022", "2022-03-01"),
    ("avril 2023", "2023-04"),
    ("3 mai 2024 à 14h52", "2024-05-03T14:52"),
    ("3 mai 2024 à 14 h 52", "2024-05-03T14:52"),
    ("miércoles, 4 de mayo de 2022", "2022-05-04"),
    ("3 de setiembre del 2021", "2021-09-03"),
    ("10 ene 2022", "2022-01-10"),
    ("4 de mayo de 2022 a las 14:52", "2022-05-04T14:52"),
    ("1º de maio de 2023", "2023-05-01"),
    ("terça-feira, 3 de janeiro de 2023", "2023-01-03"),
    ("7 de fev. de 2021", "2021-02-07"),
    ("4 de maio de 2022 às 9h05", "2022-05-04T09:05"),
    ("mercoledì 4 maggio 2022", "2022-05-04"),
    ("1° gennaio 2022", "2022-01-01"),
    ("12 ott. 2020", "2020-10-12"),
    ("4 maggio 2022 alle 14:52", "2022-05-04T14:52"),
    ("4 maggio 2022, ore 14.52", "2022-05-04T14:52"),
]

# Numbers in other orders than the German one.
NUMBERS = [
    ("2020.10.26", "2020-10-26"),
    ("2024年12月3日", "2024-12-03"),
    ("2024年 12月 3日", "2024-12-03"),
    ("17-11-2019", "2019-11-17"),
    ("11-17-2019", "2019-11-17"),
]

# A filter takes none of them: what stands between slashes differs from land to land.
SLASHED = [
    ("2024/12/03", "2024-12-03"),
    ("2024/12/03 14:05", "2024-12-03T14:05"),
    ("17/11/2019", "2019-11-17"),
    ("17/11/19", "2019-11-17"),
    ("2/13/22", "2022-02-13"),
    ("25/12/68", "2068-12-25"),
    ("25/12/69", "1969-12-25"),
    ("1/2/22", "2022"),
]

# Half days and named zones. `CST` is an hour of two continents.
CLOCKS = [
    ("May 3, 2024 11:37 pm", "2024-05-03T23:37"),
    ("May 3, 2024 12:09 am", "2024-05-03T00:09"),
    ("May 3, 2024 12:09 pm", "2024-05-03T12:09"),
    ("May 3, 2024, 9:49 a.m.", "2024-05-03T09:49"),
    ("3 May 2024 15:47 BST", "2024-05-03T15:47+01:00"),
    ("3 May 2024, 3:47 pm EST", "2024-05-03T15:47-05:00"),
    ("3 May 2024 15:47 PDT", "2024-05-03T15:47-07:00"),
    ("3.5.2024 15:47 MEZ", "2024-05-03T15:47+01:00"),
    ("3.5.2024, 15.47 Uhr MESZ", "2024-05-03T15:47+02:00"),
]

# As programs write them.
FOREIGN = [
    ("Wed, 02 Feb 2022 14:54:00 GMT", "2022-02-02T14:54+00:00"),
    ("Wed, 02 Feb 2022 14:54:00 +0100", "2022-02-02T14:54+01:00"),
    ("2022-02-02T14:54:33 CET", "2022-02-02T14:54+01:00"),
    ("2022-02-02 14:54 MESZ", "2022-02-02T14:54+02:00"),
    ("Wed Feb 02 2022 14:54:00 GMT+0100", "2022-02-02T14:54+01:00"),
    ("2022-02-02T14:54 UTC+2", "2022-02-02T14:54+02:00"),
    ("20220202", "2022-02-02"),
    ("20220202T145433Z", "2022-02-02T14:54+00:00"),
    ("2022/02/02", "2022-02-02"),
    ("02/2022", "2022-02"),
    ("13/2/2022", "2022-02-13"),
    ("2/13/2022", "2022-02-13"),
    ("2/2/2022", "2022-02-02"),
    ("1/2/2022", "2022"),
    ("2022-02-02 2:30 PM", "2022-02-02T14:30"),
    ("2022-02-02T14", "2022-02-02"),
]

# Numbers that programs write: counted from 1970, or without separators. Eight digits are a day.
NUMBERED = [
    ("1643810040", "2022-02-02T13:54+00:00"),
    ("1643810040000", "2022-02-02T13:54+00:00"),
    ("1643810040.25", "2022-02-02T13:54+00:00"),
    ("4102444799", "2099-12-31T23:59+00:00"),
    ("946684800", "2000-01-01T00:00+00:00"),
    ("2021.0", "2021"),
    ("20220202.0", "2022-02-02"),
    ("1643810040.0", "2022-02-02T13:54+00:00"),
    ("2022020224", "2022-02-02"),
    ("20220202", "2022-02-02"),
    ("20220202145433", "2022-02-02T14:54"),
    ("202202021454", "2022-02-02T14:54"),
    ("2022020214", "2022-02-02"),
]

# As languages and databases print a moment.
PRINTED = [
    ("Wed Feb 02 2022 14:54:00 GMT+0100 (CET)", "2022-02-02T14:54+01:00"),
    ("Tue May 18 2021 15:31:00 GMT-0400 (Eastern Daylight Time)", "2021-05-18T15:31-04:00"),
    ("2022-02-02 14:54:00 +0000 UTC", "2022-02-02T14:54+00:00"),
    ("2021-05-18 15:31:00.123456789 -0400 EDT m=+0.001", "2021-05-18T15:31-04:00"),
    ("2022-02-02 14:54:00 +0100 +0100", "2022-02-02T14:54+01:00"),
    ("2022-02-02T14:54:00+01:00[Europe/Berlin]", "2022-02-02T14:54+01:00"),
    ("2021-05-18T15:31[Europe/Vienna]", "2021-05-18T15:31+02:00"),
    ("2021-05-18 15:31:00 America/New_York", "2021-05-18T15:31-04:00"),
    ("Wed Feb  2 14:54:00 2022", "2022-02-02T14:54"),
    ("Wed Feb  2 14:54:00 CET 2022", "2022-02-02T14:54+01:00"),
    ("Wed Feb 02 14:54:00 +0000 2022", "2022-02-02T14:54+00:00"),
    ("2022-02-02 14:54:00+01", "2022-02-02T14:54+01:00"),
    ("2022-02-02t14:54:00z", "2022-02-02T14:54+00:00"),
    ("2021-5-8", "2021-05-08"),
    ("2021-05-8 7:05", "2021-05-08T07:05"),
    ("Thu, 30 Apr 2015 08:57:00 MEST", "2015-04-30T08:57+02:00"),
    ("3:15 PM EST, Sat March 5, 2022", "2022-03-05T15:15-05:00"),
    ("15:31 Uhr, 5. März 2022", "2022-03-05T15:31"),
    ("Stand: 18.05.2021, 15:31 Uhr", "2021-05-18T15:31"),
    ("Published on May 18, 2021", "2021-05-18"),
]

# What a zone says, or does not.
ZONED = [
    ("May 18, 2021 3:31 PM ET", "2021-05-18T15:31-04:00"),
    ("January 18, 2021 3:31 PM ET", "2021-01-18T15:31-05:00"),
    ("July 4, 2021 9:05 AM PT", "2021-07-04T09:05-07:00"),
    ("18 May 2021 15:31 JST", "2021-05-18T15:31+09:00"),
    ("2021-05-18 15:31 EEST", "2021-05-18T15:31+03:00"),
    ("2021-05-18 15:31:00 MSK", "2021-05-18T15:31+03:00"),
    ("18 May 2021 15:31 UTC+05:30", "2021-05-18T15:31+05:30"),
    ("May 18, 2021 3:31 PM XYZT", "2021-05-18"),
    ("2021-05-18 15:31 Ortszeit", "2021-05-18"),
    ("18 May 2021 15:31 IST", "2021-05-18"),
    ("2021-05-18 15:31 CST", "2021-05-18"),
    ("2021-05-18T15:31:00[Mars/Base]", "2021-05-18"),
    ("18-May-2021 15:31 XYZT", "2021-05-18"),
    ("2021-05-18 20:00-22:00", "2021-05-18"),
]

NO_DATES = [
    "", " ", "morgen", "Mittwoch", "Mai", "12", "10:30", "2. Februar", "31.02.2022", "29.02.2023",
    "2022-13-01", "99999999", "4102444800", "2021 2022", "Stand: offen", "\x00", "😀",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [*CONVENTIONS, *ROMANCE, *NUMBERS, *SLASHED, *CLOCKS, *FOREIGN, *NUMBERED, *PRINTED, *ZONED],
)
def test_a_date_is_read_as_people_and_programs_write_it(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize(
    ("form", "months"),
    [
        pytest.param(form, months.split(), id=months.split()[0])
        for form, languages in ABROAD.items()
        for months in languages
    ],
)
def test_every_month_of_a_language_is_known(form: str, months: list[str]) -> None:
    found = [read_date(form.format(month)) for month in months]

    assert found == [PartialDate(2024, month, 3) for month in range(1, 13)]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_reads_as_nothing(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Fri 03/2022", "2022-03", id="day by its weekday"),
        pytest.param("Feb 2022 Wed", "2022-02", id="weekday behind"),
        pytest.param("Wednesday 2022/02", "2022-02", id="weekday in front"),
        pytest.param("2022 10:30", "2022", id="time without a day"),
        pytest.param("Feb 2022 10:30", "2022-02", id="time of a month"),
        pytest.param("22-02-02", "None", id="year of two digits"),
        pytest.param("2021-05-18, 2021-05-19", "2021-05-18", id="second date"),
        pytest.param("18.05.2021; 19.05.2021 10:00", "2021-05-18", id="second date with a time"),
        pytest.param("2021-05-18 - 2021-05-20", "2021-05-18", id="from and to"),
        pytest.param("2021-05-18T24:00", "2021-05-18", id="24:00"),
        pytest.param("18.05.2021 24:00 Uhr", "2021-05-18", id="24:00 Uhr"),
        pytest.param("10 11 12 2021", "None", id="numbers without an order"),
        pytest.param("1. bis 3. Mai 2021", "None", id="days from and to"),
    ],
)
def test_no_part_of_a_date_is_invented(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize("text", ["00.00.2022", "2022-00-00", "0000-00-00", "00/2022"])
def test_zeros_are_no_month_and_no_day(text: str) -> None:
    found = read_date(text)

    assert found is None or found == PartialDate(2022)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-02T14:60",
        "2022-02-02 14:99:00",
        "02.02.2022, 14.75 Uhr",
        "2. Februar 2022, 24:61 Uhr",
    ],
)
def test_an_impossible_time_does_not_cost_the_day(text: str) -> None:
    assert read_date(text) == PartialDate(2022, 2, 2)


@pytest.mark.parametrize("text", ["2022-02-02T14:54+99:99", "2022-02-02T14:54 +2500"])
def test_an_offset_of_days_is_not_believed(text: str) -> None:
    found = read_date(text)

    assert found is None or found.offset is None


fragments = st.lists(
    st.one_of(
        st.sampled_from(
            (*MONTHS, "Feb", "May", "Auguſt", "Wed", "Mittwoch", "Uhr", "um", "PM", "GMT", "CET",
             "2022", "22", "T", "Z", "+99:99", "24:00", "10:30", "1.", "2/", "-", "²", "٣", "th")
        ),
        strategies.texts(3),
    ),
    max_size=8,
)  # fmt: skip
date_like_texts = st.tuples(st.sampled_from(("", " ")), fragments).map(lambda it: it[0].join(it[1]))


@given(date_like_texts)
@example("Auguſt 2022")
@example("Junı 2022")
@example("2022-02-02T14:54+99:99")
@example("2022-00-00")
def test_every_text_reads_as_a_date_that_the_calendar_holds_or_as_nothing(text: str) -> None:
    found = read_date(text)

    assert found is None or PartialDate.parse(str(found)) == found


@given(date_like_texts)
@example("Am 3. Auguſt 2022 und am 3. Junı 2022")
@example("00.00.2022")
def test_every_text_can_be_searched_for_dates(text: str) -> None:
    found = list(written(text))
    edges = [edge for date in found for edge in (date.start, date.end)]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(PartialDate.parse(str(date.date)) == date.date for date in found)


@given(date_like_texts)
@example("Auguſt 2022")
def test_every_text_is_a_day_or_refused(text: str) -> None:
    try:
        found = parse_day(text, TODAY)
    except DateError:
        return
    assert PartialDate.parse(str(found)) == found


@given(st.dates())
def test_a_german_date_reads_back(day: date) -> None:
    text = f"{day.day}. {MONTHS[day.month - 1]} {day.year:04}"

    assert read_date(text) == PartialDate(day.year, day.month, day.day)


@given(strategies.partial_dates())
def test_a_date_reads_back_from_its_own_text(when: PartialDate) -> None:
    assert read_date(str(when)) == when
    assert parse_day(str(when), TODAY) == when


@given(st.text(" äbc", max_size=10), st.dates(), st.text(" äbc", max_size=10))
def test_a_date_in_a_text_is_found_in_its_place(before: str, day: date, behind: str) -> None:
    stamp = f"{day.day:02}.{day.month:02}.{day.year:04}"
    text = f"{before} {stamp} {behind}"
    (found,) = written(text)

    assert text[found.start : found.end] == stamp
    assert found.date == PartialDate(day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "Stand: 02.02.2022 14:54 Uhr", [("02.02.2022 14:54 Uhr", "2022-02-02T14:54")], id="Uhr"
        ),
        pytest.param("Am 3. Mai 2020 und im Mai 2021.",
                     [("3. Mai 2020", "2020-05-03"), ("Mai 2021", "2021-05")], id="two"),
        pytest.param("am 31.02.2022", [], id="no day of the calendar"),
        pytest.param("im Jahr 2022", [], id="year alone"),
        pytest.param("Version 1.12.2.2022", [], id="part of a number"),
        pytest.param("am 2.2.20221", [], id="five digits"),
        pytest.param("am 31.12.2022 24:00 Uhr", [("31.12.2022", "2022-12-31")], id="hour 24"),
        pytest.param("28.\nApril\n2023", [("28.\nApril\n2023", "2023-04-28")], id="three lines"),
        pytest.param("Le 1er mars 2022 et le 4 mai 2022.",
                     [("1er mars 2022", "2022-03-01"), ("4 mai 2022", "2022-05-04")], id="French"),
        pytest.param("El 4 de mayo de 2022 en el puerto",
                     [("4 de mayo de 2022", "2022-05-04")], id="Spanish"),
        pytest.param("On the 3rd of May 2024", [("3rd of May 2024", "2024-05-03")], id="of May"),
        pytest.param("発表2024年12月3日のこと", [("2024年12月3日", "2024-12-03")], id="no blanks"),
        pytest.param("am 2024年13月3日", [], id="no month of the calendar"),
        pytest.param("seit 24/7 oder 9/11", [], id="numbers with a slash"),
        pytest.param("4-17-11-2019", [], id="part of a number with dashes"),
        pytest.param("Am 3.5.2024, 20.15 Uhr Ortszeit",
                     [("3.5.2024, 20.15 Uhr", "2024-05-03T20:15")], id="ends with its last word"),
        pytest.param("May 3, 2024 15:47 CST",
                     [("May 3, 2024 15:47 CST", "2024-05-03")], id="zone of two continents"),
        pytest.param("Published 3:15 PM EST, Sat March 5, 2022",
                     [("3:15 PM EST, Sat March 5, 2022", "2022-03-05T15:15-05:00")],
                     id="time before its date"),
        pytest.param("Updated 9:01 a.m. ET, Monday March 14, 2022",
                     [("9:01 a.m. ET, Monday March 14, 2022", "2022-03-14T09:01-04:00")],
                     id="time in summer before its date"),
        pytest.param("Kiel 15:31 Uhr | 05.03.2022",
                     [("15:31 Uhr | 05.03.2022", "2022-03-05T15:31")], id="Uhr before its date"),
        pytest.param("Beginn um 20:15 Uhr am 5. März 2022",
                     [("5. März 2022", "2022-03-05")], id="hour of an event"),
        pytest.param("Sie siegten 3:15 gegen Kiel, 5. März 2022",
                     [("5. März 2022", "2022-03-05")], id="goals"),
        pytest.param("Stand 2021-5-8", [("2021-5-8", "2021-05-08")], id="ISO without zeros"),
        pytest.param("3.5.2024 15:47 Estland",
                     [("3.5.2024 15:47", "2024-05-03T15:47")], id="word that begins as a zone"),
        pytest.param("3.5.2024 20:00-22:00 Uhr",
                     [("3.5.2024 20:00", "2024-05-03T20:00")], id="hours from and to"),
        pytest.param("3.5.2024 15:47 GMT+2",
                     [("3.5.2024 15:47 GMT+2", "2024-05-03T15:47+02:00")], id="zone and offset"),
    ],
)  # fmt: skip
def test_dates_are_found_in_a_text(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], str(f.date)) for f in written(text)] == dates


@pytest.mark.parametrize(
    ("text", "stated", "day_first"),
    [
        pytest.param("1/2/2022", "2022", "2022-02-01", id="slashes"),
        pytest.param("1/2/22", "2022", "2022-02-01", id="two digits"),
        pytest.param("01-02-2022", "2022", "2022-02-01", id="dashes"),
        pytest.param("1/2/2022 à 14h52", "2022", "2022-02-01T14:52", id="with its time"),
        pytest.param("13/2/2022", "2022-02-13", "None", id="no month 13"),
        pytest.param("2/13/2022", "2022-02-13", "None", id="month first"),
        pytest.param("2/2/2022", "2022-02-02", "None", id="equal"),
        pytest.param("1.2.2022", "2022-02-01", "None", id="dots"),
        pytest.param("2022/1/2", "2022-01-02", "None", id="year first"),
    ],
)
def test_of_an_open_order_nothing_is_said_but_what_it_is_with_the_day_first(
    text: str, stated: str, day_first: str
) -> None:
    (found,) = written(text)

    assert (str(found.date), str(found.day_first)) == (stated, day_first)


@pytest.mark.parametrize("text", ["31/2/2022", "0/1/2022", "13/13/2022", "2024/13/03"])
def test_numbers_between_slashes_are_a_day_of_the_calendar_or_none(text: str) -> None:
    assert list(written(text)) == []


@pytest.mark.parametrize(
    ("text", "year", "dates"),
    [
        pytest.param("Am 1. Mai und am 2. Juni", 2022,
                     [("1. Mai", "2022-05-01"), ("2. Juni", "2022-06-02")], id="two"),
        pytest.param("Update vom 28. März, 14.08 Uhr", 2022,
                     [("28. März, 14.08 Uhr", "2022-03-28T14:08")], id="time"),
        pytest.param("Kiel, 14. Aug (Reuters) -", 2017, [("14. Aug", "2017-08-14")], id="short"),
        pytest.param("am 29. Februar", 2024, [("29. Februar", "2024-02-29")], id="leap year"),
        pytest.param("am 29. Februar", 2023, [], id="no leap year"),
        pytest.param("am 28. April 2023", 2022, [], id="has a year"),
        pytest.param("am 28. Apr. 2023", 2022, [], id="short and has a year"),
        pytest.param("auf Seite 128. April", 2022, [], id="three digits"),
        pytest.param("am 3. Maifeiertag", 2022, [], id="part of a word"),
        pytest.param("im April", 2022, [], id="month alone"),
    ],
)  # fmt: skip
def test_a_date_without_its_year_is_of_the_year_it_is_asked_for(
    text: str, year: int, dates: list[tuple[str, str]]
) -> None:
    assert [(text[f.start : f.end], str(f.date)) for f in written_in(text, year)] == dates


@given(date_like_texts, st.integers(1, 9999))
@example("Am 3. Auguſt und am 3. Junı", 2022)
@example("29. Februar", 1900)
def test_every_text_can_be_searched_for_dates_of_a_year(text: str, year: int) -> None:
    assert all(found.date.year == year for found in written_in(text, year))


@pytest.mark.parametrize(("text", "expected"), CONVENTIONS + ROMANCE + NUMBERS + CLOCKS)
def test_a_filter_takes_every_convention(text: str, expected: str) -> None:
    assert str(parse_day(text, TODAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heute", "2024-03-01"),
        ("Heute", "2024-03-01"),
        ("today", "2024-03-01"),
        ("gestern", "2024-02-29"),
        ("yesterday", "2024-02-29"),
        ("0d", "2024-03-01"),
        ("7d", "2024-02-23"),
        (" 7D ", "2024-02-23"),
        ("2w", "2024-02-16"),
        ("1m", "2024-02-01"),
        ("1y", "2023-03-01"),
        ("9999y", "0001-01-01"),
        ("9999m", "1190-12-01"),
    ],
)
def test_relative_dates_count_from_today(text: str, expected: str) -> None:
    assert str(parse_day(text, TODAY)) == expected


def test_a_month_ago_ends_with_the_month() -> None:
    assert parse_day("1m", date(2024, 3, 31)) == PartialDate(2024, 2, 29)


@pytest.mark.parametrize("text", ["heute", "gestern", "9999d", "1d"])
def test_before_the_first_day_there_is_none(text: str) -> None:
    assert parse_day(text, date.min) == PartialDate(1, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        *NO_DATES, "gestern2", "1/2/2022", "13/2/2022", "1/2/22", "1-2-2022", "01-02-2022 14:52",
        "7", "d7", "7 d", "-7d", "99999d", "٣d",
    ],
)  # fmt: skip
def test_a_filter_refuses_what_it_would_have_to_guess(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_day(text, TODAY)

    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Published May 3, 20249:49 AM", "2024-05-03T09:49"),
        ("Seefurt, 4. Mai 202314:30 Uhr", "2023-05-04T14:30"),
        ("Fri, Apr 28 202312:05 PM EDT", "2023-04-28T12:05-04:00"),
    ],
)
def test_a_time_may_stand_right_behind_its_year(text: str, moment: str) -> None:
    assert [str(found.date) for found in written(text)] == [moment]


@pytest.mark.parametrize("text", ["Telefon 04 2023 512:30", "Nummer 978345358056512:30"])
def test_long_numbers_before_a_time_are_no_date(text: str) -> None:
    assert list(written(text)) == []


@given(strategies.texts())
def test_a_date_stands_at_its_place_whatever_stands_before_it(before: str) -> None:
    text = f"{before}. Stand: 3. Mai 2022, und am 5. Juni"

    *_, found = written(text)
    *_, yearless = written_in(text, 2022)

    assert text[found.start : found.end] == "3. Mai 2022"
    assert text[yearless.start : yearless.end] == "5. Juni"


@pytest.mark.parametrize("text", ["٣. Mai ٢٠٢٢", "Am ²³. Mai ²⁰²²", "Seite 2022, Zeile 1999"])
def test_numbers_that_no_date_is_written_with_are_none(text: str) -> None:
    assert list(written(text)) == []
