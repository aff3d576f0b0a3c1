"""Dates are written in the notation they had."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.date_reading import reading_of
from editor.article.date_writing import write_date, write_moment
from editor.article.dates import read_date
from tests.article.wire import rows

KNOWN = [row["text"] for row in rows("javascript-dates.json") if row["day"]]
MOMENTS = [row["text"] for row in rows("javascript-instants.json") if row["moment"] not in (None, "beyond")]


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("Jul 08 2022", "Aug 01 2025"),
        ("july 07 2025", "august 01 2025"),
        ("JULY 07 2025", "AUGUST 01 2025"),
        ("8 July 2022", "1 August 2025"),
        ("18 July 2022", "1 August 2025"),
        ("Jul 18 2022", "Aug 01 2025"),
        ("July 18, 2022", "August 1, 2025"),
        ("July 8, 2022", "August 1, 2025"),
        ("08 July 2022", "01 August 2025"),
        ("2022-07-08", "2025-08-01"),
        ("2022-07-08T10:00:00.000Z", "2025-08-01T10:00:00.000Z"),
        ("2015-12-18 11:01:24", "2025-08-01 11:01:24"),
        ("2022/07/08", "2025/08/01"),
        ("08/07/2022", "08/01/2025"),
        ("12/25/2022", "08/01/2025"),
        ("12/5/2022", "8/1/2025"),
        ("2022-7-8", "2025-8-1"),
        ("Sept 25 2023", "Aug 01 2025"),
        ("May 08 2022", "Aug 01 2025"),
        ("Fri Jul 08 2022", "Fri Aug 01 2025"),
        ("Thursday, 7 July 2022", "Friday, 1 August 2025"),
        ("thurs, 7 jul 22", "fri, 1 aug 25"),
        ("vendredi 8 janvier 2021", "vendredi 1 august 2025"),
        ("Fri Jul 08 2022 02:00:00 GMT+0200 (CEST)", "Fri Aug 01 2025 02:00:00 GMT+0200 (CEST)"),
        ("Jul 2022", "Aug 2025"),
        ("Jul 08", "2025-08-01"),
        ("8 juillet 2022", "2025-08-01"),
        ("", "2025-08-01"),
        ("😀", "2025-08-01"),
    ],
)
def test_a_day_is_written_in_the_notation_it_had(like: str, written: str) -> None:
    assert write_date(date(2025, 8, 1), like) == written


def test_september_keeps_its_longer_short_form() -> None:
    assert write_date(date(2024, 9, 5), "Sept 25 2023") == "Sept 05 2024"
    assert write_date(date(2024, 9, 5), "Jul 25 2023") == "Sep 05 2024"


@given(st.dates(), st.sampled_from(KNOWN))
def test_a_written_day_is_read_back(day: date, like: str) -> None:
    found = read_date(write_date(day, like))
    assert found is not None
    assert found.day == day


@given(st.sampled_from(KNOWN))
def test_the_day_it_has_keeps_a_plain_notation(like: str) -> None:
    found = read_date(like)
    assert found is not None
    again = read_date(write_date(found.day, like))
    assert again is not None
    assert again.day == found.day


@pytest.mark.parametrize(
    ("like", "written", "day"),
    [
        ("Jul 08 2022", "Aug 01 2025 14:05", "Aug 01 2025"),
        ("2022-07-08", "2025-08-01T14:05:00Z", "2025-08-01"),
        ("2022-07-08T10:00:00.000Z", "2025-08-01T14:05:00.000Z", "2025-08-01"),
        ("2022-07-08T10:00+02:00", "2025-08-01T14:05+02:00", "2025-08-01"),
        ("2015-12-18 11:01:24", "2025-08-01 14:05:00", "2025-08-01"),
        ("8 July 2022 10:00 GMT+2", "1 August 2025 14:05 GMT+2", "1 August 2025"),
        ("Fri, 08 Jul 2022 9:30 am", "Fri, 01 Aug 2025 2:05 pm", "Fri, 01 Aug 2025"),
        ("Fri, 08 Jul 2022 09:30 AM", "Fri, 01 Aug 2025 02:05 PM", "Fri, 01 Aug 2025"),
        ("10:00 8 July 2022", "14:05 1 August 2025", "2025-08-01"),
        ("Jul 08 2022 UTC", "Aug 01 2025 14:05 UTC", "Aug 01 2025 UTC"),
        ("Jul 08 2022 9::30", "2025-08-01T14:05:00Z", "Aug 01 2025"),
        ("Jul 08 2022 9: UTC", "2025-08-01T14:05:00Z", "Aug 01 2025"),
        ("2022/7/8 9:05", "2025/8/1 14:05", "2025/8/1"),
        ("x 😀", "2025-08-01T14:05:00Z", "2025-08-01"),
        ("", "2025-08-01T14:05:00Z", "2025-08-01"),
    ],
)
def test_a_time_is_written_and_taken_away_in_the_notation_there_is(like: str, written: str, day: str) -> None:
    assert write_moment(datetime(2025, 8, 1, 14, 5), like) == written
    assert write_moment(date(2025, 8, 1), like) == day


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("Jul 08 2022", "Aug 01 2025 04:05:06.007"),
        ("2022-07-08", "2025-08-01T04:05:06.007Z"),
        ("2022-07-08T10:00:00.5Z", "2025-08-01T04:05:06.007Z"),
        ("2022-07-08T10:00:00.1234567", "2025-08-01T04:05:06.0070000"),
        ("2022/7/8 9:05", "2025/8/1 4:05:06.007"),
        ("2015-12-18 11:01:24", "2025-08-01 04:05:06.007"),
    ],
)
def test_seconds_are_written_where_they_count(like: str, written: str) -> None:
    assert write_moment(datetime(2025, 8, 1, 4, 5, 6, 7000), like) == written


@pytest.mark.parametrize(
    ("like", "written"),
    [
        ("8 July 2022 10:00 GMT+2", "1 August 2025 16:05 GMT+2"),
        ("2022-07-08T10:00:00-05:00", "2025-08-01T09:05:00-05:00"),
        ("2022-07-08", "2025-08-01T14:05:00Z"),
        ("Jul 08 2022", "2025-08-01T14:05:00Z"),
        ("", "2025-08-01T14:05:00Z"),
    ],
)
def test_a_moment_of_a_zone_is_written_in_the_zone_of_the_notation(like: str, written: str) -> None:
    assert write_moment(datetime(2025, 8, 1, 14, 5, tzinfo=UTC), like) == written


@given(st.datetimes(datetime(1951, 1, 1), datetime(2048, 12, 31)), st.sampled_from(MOMENTS))
def test_a_written_moment_is_read_back(moment: datetime, like: str) -> None:
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    before, after = reading_of(like), reading_of(write_moment(moment, like))
    assert before is not None
    assert after is not None
    assert after.written is not None
    shift = timedelta(seconds=(before.offset or 0) - (after.offset or 0))
    assert after.written + shift == moment


@given(st.dates(date(1951, 1, 1), date(2048, 12, 31)), st.sampled_from(MOMENTS))
def test_a_day_without_its_time_is_read_back(day: date, like: str) -> None:
    after = reading_of(write_moment(day, like))
    assert after is not None
    assert after.written is not None
    assert (after.written.date(), after.clock) == (day, ())
