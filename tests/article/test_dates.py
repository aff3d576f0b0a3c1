"""Dates are read as Node's new Date() read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from editor.article.dates import Instant, instant_of, read_date
from tests.article.wire import rows

if TYPE_CHECKING:
    from editor.article.values import Value

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = datetime(2022, 7, 8, tzinfo=UTC)
MORNING = datetime(2020, 10, 9, 17, 3, tzinfo=UTC)


@pytest.mark.parametrize("row", rows("javascript-dates.json"), ids=lambda row: row["text"])
def test_texts_are_read_as_javascript_reads_them(row: dict[str, Any]) -> None:
    found = read_date(row["text"])
    assert (found and found.day.isoformat()) == row["day"]
    assert (found is not None and found.is_local) == row["local"]


@pytest.mark.parametrize("value", [None, True, 20220708, 1.5, ["2022-07-08"], {"a": 1}])
def test_other_values_are_no_dates(value: Value) -> None:
    assert read_date(value) is None


def test_an_instant_has_its_day_in_utc() -> None:
    found = read_date(datetime(2022, 7, 8, 1, tzinfo=timezone(timedelta(hours=2))))
    assert found is not None
    assert (found.day, found.is_local) == (date(2022, 7, 7), False)
    assert read_date(datetime(2022, 7, 8, tzinfo=UTC)) is not None


def test_a_timestamp_without_a_zone_has_the_day_it_shows() -> None:
    found = read_date(datetime(2022, 7, 8, 1))
    assert found is not None
    assert (found.day, found.is_local) == (date(2022, 7, 8), True)


@pytest.mark.parametrize(
    ("moment", "raw", "day", "clock"),
    [
        (
            MORNING,
            "2020-10-10T01:03:00+08:00",
            date(2020, 10, 10),
            time(1, 3),
        ),
        (MORNING, "2020-10-09 17:03:00", date(2020, 10, 9), time(17, 3)),
        (datetime(2020, 10, 9, tzinfo=UTC), "2020-10-09", date(2020, 10, 9), None),
        (MORNING, "*other", date(2020, 10, 9), time(17, 3)),
        (
            MORNING,
            "2020-10-01T01:03:00+08:00",
            date(2020, 10, 9),
            time(17, 3),
        ),
    ],
)
def test_a_timestamp_is_shown_in_the_zone_it_is_written_in(
    moment: datetime, raw: str, day: date, clock: time | None
) -> None:
    found = read_date(moment, raw)
    assert found is not None
    assert (found.day, found.clock) == (day, clock)


@pytest.mark.parametrize("row", rows("javascript-instants.json"), ids=lambda row: row["text"])
def test_texts_are_the_moments_that_javascript_makes_of_them(row: dict[str, Any]) -> None:
    found = instant_of(row["text"])
    if row["moment"] is None:
        assert found is None
    else:
        assert found is not None
        assert found.is_local == row["local"]
        shown = "beyond"
        if found.moment is not None:
            assert (found.moment.tzinfo is None) == found.is_local
            shown = found.moment.replace(tzinfo=None).isoformat(timespec="milliseconds")
        assert shown == row["moment"]


@pytest.mark.parametrize(
    ("value", "raw", "instant"),
    [
        (None, "", Instant(EPOCH, "null")),
        (True, "", Instant(EPOCH + timedelta(milliseconds=1), "flag")),
        (False, "", Instant(EPOCH, "flag")),
        (-1.5, "", Instant(EPOCH - timedelta(milliseconds=1), "number", has_time=True)),
        (20220708, "", Instant(EPOCH + timedelta(milliseconds=20220708), "number", has_time=True)),
        (8.64e15, "", Instant(None, "number", has_time=True)),
        (8.65e15, "", None),
        (float("nan"), "", None),
        (DAY, "2022-07-08", Instant(DAY, "timestamp")),
        (DAY, "2022-07-08T00:00:00Z", Instant(DAY, "timestamp", has_time=True)),
        (DAY, "&anchor 2022-06-38", Instant(DAY, "timestamp", is_rolled_over=True)),
        (DAY, "2021-19-08", Instant(DAY, "timestamp", is_rolled_over=True)),
        (DAY, "*alias", Instant(DAY, "timestamp")),
        (DAY.replace(hour=1), "", Instant(DAY.replace(hour=1), "timestamp", has_time=True)),
        (DAY.replace(tzinfo=None), "", Instant(DAY.replace(tzinfo=None), "timestamp", is_local=True)),
        ("2022-07-08", "'2022-07-08'", Instant(DAY)),
        ("2022-06-38", "", None),
        ("2022-06-31", "", Instant(DAY.replace(day=1), is_rolled_over=True)),
        (["2022-07-08"], "", Instant(DAY, "list")),
        ([2022], "", Instant(datetime(2022, 1, 1, tzinfo=UTC), "list")),
        (["Jul 08", 2022, None], "", Instant(DAY.replace(tzinfo=None), "list", is_local=True)),
        ([True], "", None),
        ([], "", None),
        ([DAY], "", None),
        ({"a": 1}, "", None),
    ],
)
def test_values_are_the_moments_that_javascript_makes_of_them(
    value: Value, raw: str, instant: Instant | None
) -> None:
    assert instant_of(value, raw) == instant


@pytest.mark.parametrize(
    ("text", "is_ambiguous"),
    [
        ("08/07/2022", True),
        ("8.7.2022", True),
        ("8/7", True),
        ("07/07/2022", False),
        ("12/25/2022", False),
        ("2022/07/08", False),
        ("Jul 08 2022", False),
        ("July 2022", False),
        ("8 July 2022", False),
        ("2022", False),
        ("7", False),
    ],
)
def test_the_month_first_in_numbers_is_told(text: str, is_ambiguous: bool) -> None:
    found = instant_of(text)
    assert found is not None
    assert found.is_ambiguous == is_ambiguous
