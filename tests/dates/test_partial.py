from __future__ import annotations

import operator
from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from newsarc.dates import BEGINNING, END, DateSpan, PartialDate, check_zone
from newsarc.errors import DateError, ZoneError
from tests import strategies

if TYPE_CHECKING:
    from collections.abc import Callable

partial_dates = strategies.partial_dates()
date_spans = strategies.date_spans(years=(1, 9999))


def coarser(when: PartialDate) -> list[PartialDate]:
    """Return a date, then the same date with fewer and fewer of its parts."""
    parts = [PartialDate(when.year)]
    if when.month is not None:
        parts.insert(0, PartialDate(when.year, when.month))
    if when.day is not None:
        parts.insert(0, PartialDate(when.year, when.month, when.day))
    return [when, *(part for part in parts if part.precision != when.precision)]


@given(partial_dates)
def test_the_text_of_a_date_reads_back_as_the_date(when: PartialDate) -> None:
    assert PartialDate.parse(str(when)) == when


@given(partial_dates)
def test_the_span_of_a_date_lies_in_the_spans_of_the_coarser_ones(when: PartialDate) -> None:
    spans = [part.span for part in coarser(when)]

    assert all(wide.covers(narrow) for narrow, wide in pairwise(spans))


@given(partial_dates)
def test_coarser_dates_mean_more(when: PartialDate) -> None:
    spans = [part.span for part in coarser(when)]

    assert all(wide != narrow for narrow, wide in pairwise(spans))


@given(partial_dates)
def test_a_span_begins_and_ends_with_what_is_known_of_the_date(when: PartialDate) -> None:
    for end in (when.span.first, when.span.last):
        known = (end.year, end.month, end.day, end.hour, end.minute)
        parts = (when.year, when.month, when.day, when.hour, when.minute)
        assert all(part in (None, value) for part, value in zip(parts, known, strict=True))
        assert (end.second, end.microsecond, end.tzinfo) == (0, 0, None)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2022", "year", "2022-01-01T00:00", "2022-12-31T23:59"),
        ("2024-02", "month", "2024-02-01T00:00", "2024-02-29T23:59"),
        ("2023-02", "month", "2023-02-01T00:00", "2023-02-28T23:59"),
        ("2022-02-02", "day", "2022-02-02T00:00", "2022-02-02T23:59"),
        ("2022-02-02T14:54", "minute", "2022-02-02T14:54", "2022-02-02T14:54"),
        ("2022-02-02T00:00", "minute", "2022-02-02T00:00", "2022-02-02T00:00"),
        ("2022-02-02T14:54-11:00", "minute", "2022-02-02T14:54", "2022-02-02T14:54"),
        ("9999", "year", "9999-01-01T00:00", "9999-12-31T23:59"),
        ("0001", "year", "0001-01-01T00:00", "0001-12-31T23:59"),
    ],
)
def test_a_date_has_a_precision_and_means_a_span(
    text: str, precision: str, first: str, last: str
) -> None:
    when = PartialDate.parse(text)

    assert when.precision == precision
    assert when.span == DateSpan(datetime.fromisoformat(first), datetime.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        pytest.param(" 2022 ", PartialDate(2022), id="blanks"),
        pytest.param("2022-02-02 14:54", PartialDate(2022, 2, 2, 14, 54), id="blank for T"),
        pytest.param("2022-02-02T14:54:33", PartialDate(2022, 2, 2, 14, 54), id="seconds"),
        pytest.param("2022-02-02T14:54:33.123", PartialDate(2022, 2, 2, 14, 54), id="fractions"),
        pytest.param("2022-02-02T14:54Z", PartialDate(2022, 2, 2, 14, 54, 0), id="Z"),
        pytest.param("2022-02-02T14:54+0100", PartialDate(2022, 2, 2, 14, 54, 60), id="+0100"),
        pytest.param("2022-02-02T14:54-00:30", PartialDate(2022, 2, 2, 14, 54, -30), id="-00:30"),
        pytest.param("2022-02-02 14:54 +01:00", PartialDate(2022, 2, 2, 14, 54, 60), id="apart"),
    ],
)
def test_reduced_iso_8601_is_read(text: str, when: PartialDate) -> None:
    assert PartialDate.parse(text) == when


NO_DATES = [
    "",
    " ",
    "22",
    "20222",
    "-2022",
    "0000",
    "2022-",
    "2022-1",
    "2022-00",
    "2022-13",
    "2022-01-00",
    "2022-00-01",
    "2023-02-29",
    "2022-02-02T",
    "2022-02-02T14",
    "2022-02-02T24:00",
    "2022-02-02T14:60",
    "2022-02T14:54",
    "2022Z",
    "2022-02-02+01:00",
    "2022-02-02T14:54+24:00",
    "2022-02-02T14:54+99:99",
    "2022-02-02T14:54+1",
    "2022-02-02\n2022",
    "２０２２",
    "heute",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(DateError) as refused:
        PartialDate.parse(text)

    assert refused.value.text == text


@given(strategies.texts(20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        when = PartialDate.parse(text)
    except DateError:
        return
    assert PartialDate.parse(str(when)) == when


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((0,), id="year 0"),
        pytest.param((10000,), id="year 10000"),
        pytest.param((2022, 0), id="month 0"),
        pytest.param((2022, 13), id="month 13"),
        pytest.param((2022, 1, 0), id="day 0"),
        pytest.param((2022, 0, 0), id="month 0 and day 0"),
        pytest.param((2023, 2, 29), id="29 February of a common year"),
        pytest.param((2022, 1, 1, 24, 0), id="hour 24"),
        pytest.param((2022, 1, 1, 0, 60), id="minute 60"),
        pytest.param((2022, None, 1), id="day without month"),
        pytest.param((2022, 1, None, 1, 1), id="time without day"),
        pytest.param((2022, None, None, 1, 1), id="time of a year"),
        pytest.param((2022, 1, 1, 1), id="hour without minute"),
        pytest.param((2022, 1, 1, None, 1), id="minute without hour"),
        pytest.param((2022, 1, 1, None, None, 60), id="offset without time"),
        pytest.param((2022, 1, 1, 1, 1, 24 * 60), id="offset of a day"),
        pytest.param((2022, 1, 1, 1, 1, -24 * 60), id="offset of a day westwards"),
    ],
)
def test_what_no_calendar_holds_is_no_date(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_dates_have_no_order(compare: Callable[[object, object], bool]) -> None:
    with pytest.raises(TypeError):
        compare(PartialDate(2022), PartialDate(2022, 1, 1))


def test_a_day_can_be_given_a_time() -> None:
    assert PartialDate(2022, 2, 2).at(14, 54) == PartialDate(2022, 2, 2, 14, 54)


@pytest.mark.parametrize("when", [PartialDate(2022), PartialDate(2022, 2)])
def test_a_time_needs_a_day(when: PartialDate) -> None:
    with pytest.raises(ValueError, match="missing"):
        when.at(14, 54)


@given(date_spans, date_spans)
def test_overlap_is_mutual(one: DateSpan, other: DateSpan) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(date_spans, date_spans)
def test_spans_overlap_where_they_share_a_moment(one: DateSpan, other: DateSpan) -> None:
    assert one.overlaps(other) == (max(one.first, other.first) <= min(one.last, other.last))


@given(date_spans, date_spans)
def test_what_covers_a_span_overlaps_it(one: DateSpan, other: DateSpan) -> None:
    assert one.overlaps(other) or not one.covers(other)


@given(date_spans, date_spans)
def test_spans_that_cover_each_other_are_equal(one: DateSpan, other: DateSpan) -> None:
    assert (one.covers(other) and other.covers(one)) == (one == other)


@given(date_spans)
def test_all_time_covers_every_span(span: DateSpan) -> None:
    assert DateSpan(BEGINNING, END).covers(span)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "cover"),
    [
        ("2022", "2022-02", True, True),
        ("2022-02", "2022", True, False),
        ("2022-02", "2022-02-28T23:59", True, True),
        ("2022-02", "2022-03", False, False),
        ("2021", "2022", False, False),
    ],
)
def test_spans_tell_whether_they_overlap_and_cover(
    one: str, other: str, overlap: bool, cover: bool
) -> None:
    spans = PartialDate.parse(one).span, PartialDate.parse(other).span

    assert spans[0].overlaps(spans[1]) is overlap
    assert spans[0].covers(spans[1]) is cover


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        pytest.param("2022-02-02T14:54", "Europe/Berlin", "2022-02-02T14:54+01:00", id="winter"),
        pytest.param("2022-07-02T14:54", "Europe/Berlin", "2022-07-02T14:54+02:00", id="summer"),
        pytest.param("2022-07-02T14:54", "America/New_York", "2022-07-02T14:54-04:00", id="west"),
        pytest.param("2022-07-02T14:54", "Asia/Kolkata", "2022-07-02T14:54+05:30", id="half hour"),
        pytest.param("2022-07-02T14:54", "UTC", "2022-07-02T14:54+00:00", id="UTC"),
        pytest.param("2022-07-02T14:54Z", "Europe/Berlin", "2022-07-02T14:54+00:00", id="stated"),
        pytest.param("2022-07-02", "Europe/Berlin", "2022-07-02", id="day"),
        pytest.param("2022-07", "Europe/Berlin", "2022-07", id="month"),
        pytest.param("2022", "Europe/Berlin", "2022", id="year"),
    ],
)
def test_local_times_get_the_offset_that_was_in_force(text: str, zone: str, expected: str) -> None:
    assert str(PartialDate.parse(text).in_zone(zone)) == expected


@given(partial_dates)
def test_in_a_zone_a_date_keeps_its_parts(when: PartialDate) -> None:
    there = when.in_zone("Europe/Berlin")

    assert there.span == when.span
    assert there.precision == when.precision
    assert when.offset is None or there.offset == when.offset


NO_ZONES = ["", "Mond", "Europe", "Europe/", "../etc/passwd", "/etc/localtime", "Europe/Berlin\n",
            "\x00", ":UTC", "A1", "Berlin1", "UTC+3", "Europe/Berlin" * 50]  # fmt: skip


@pytest.mark.parametrize("name", NO_ZONES)
def test_a_name_that_no_zone_has_is_refused(name: str) -> None:
    with pytest.raises(ZoneError):
        check_zone(name)


@pytest.mark.parametrize("text", ["2022", "2022-02-02T14:54", "2022-02-02T14:54Z"])
def test_a_zone_is_demanded_of_every_date(text: str) -> None:
    with pytest.raises(ZoneError):
        PartialDate.parse(text).in_zone("Mond")


def test_dates_of_one_day_are_equal() -> None:
    today = date(2022, 2, 2)

    assert PartialDate(today.year, today.month, today.day) == PartialDate.parse("2022-02-02")
