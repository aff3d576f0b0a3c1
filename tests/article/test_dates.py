"""Dates are read as Node's new Date() read them, and written in the notation they had."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.dates import read_date, typed_date, write_date
from tests.article.wire import rows

if TYPE_CHECKING:
    from editor.article.values import Value

KNOWN = [row["text"] for row in rows("javascript-dates.json") if row["day"]]


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
    ("text", "language", "day"),
    [
        ("2025-07-08", "fr", date(2025, 7, 8)),
        ("2025/7/8", "en", date(2025, 7, 8)),
        ("08/07/2025", "fr_FR", date(2025, 7, 8)),
        ("08/07/2025", "en_GB", date(2025, 7, 8)),
        ("07/08/2025", "en-US", date(2025, 7, 8)),
        (" 8.7.25 ", "fr", date(2025, 7, 8)),
        ("8 juillet 2025", "fr", date(2025, 7, 8)),
        ("mardi 8 juil. 2025", "en", date(2025, 7, 8)),
        ("1er août 2025", "fr", date(2025, 8, 1)),
        ("1er aout 2025", "fr", date(2025, 8, 1)),
        ("8 mai 2025", "fr", date(2025, 5, 8)),
        ("July 8th, 2025", "en", date(2025, 7, 8)),
        ("Tuesday, Jul. 8 2025", "fr", date(2025, 7, 8)),
        ("fevrier 3 2025", "fr", date(2025, 2, 3)),
        ("8 jui 2025", "fr", None),
        ("8 ma 2025", "fr", None),
        ("31/02/2025", "fr", None),
        ("8 juillet", "fr", None),
        ("😀", "fr", None),
        ("", "fr", None),
    ],
)
def test_what_a_writer_types(text: str, language: str, day: date | None) -> None:
    assert typed_date(text, language) == day
