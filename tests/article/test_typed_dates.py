"""Dates and times that a writer types."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from editor.article.typed_dates import typed_date, typed_moment, typed_time


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


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8 July 2022", date(2022, 7, 8)),
        ("8.7.25", date(2025, 7, 8)),
        ("8 July 2022 14:30", datetime(2022, 7, 8, 14, 30)),
        ("8/7/22 14h30", datetime(2022, 7, 8, 14, 30)),
        ("8 juillet 2022 à 14h", datetime(2022, 7, 8, 14)),
        ("July 8, 2022 at 2pm", datetime(2022, 7, 8, 14)),
        ("8 July 2022, 2:30 p.m.", datetime(2022, 7, 8, 14, 30)),
        ("2022-07-08T10:00", datetime(2022, 7, 8, 10)),
        ("2022-07-08T10:00:00.679Z", datetime(2022, 7, 8, 10, 0, 0, 679000, tzinfo=UTC)),
        ("8 July 2022 14:30 GMT", datetime(2022, 7, 8, 14, 30, tzinfo=UTC)),
        ("2022-07-08 10:00 +02:00", datetime(2022, 7, 8, 10, tzinfo=timezone(timedelta(hours=2)))),
        ("2022-07-08 10:00 -0530", datetime(2022, 7, 8, 10, tzinfo=timezone(-timedelta(hours=5.5)))),
        ("2022-07-08 10:00 +99:00", None),
        ("8 July 2022 25:00", None),
        ("8 Foo 2022 10:00", None),
        ("10:00", None),
        ("😀", None),
        ("", None),
    ],
)
def test_a_day_with_its_time(text: str, moment: datetime | date | None) -> None:
    assert typed_moment(text, "fr") == moment


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:30", time(14, 30)),
        (" 14h30 ", time(14, 30)),
        ("14 h", time(14)),
        ("14", time(14)),
        ("1430", time(14, 30)),
        ("14.30", time(14, 30)),
        ("2:30 PM", time(14, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("10:00:05.5", time(10, 0, 5, 500000)),
        ("13 pm", None),
        ("0 am", None),
        ("24:00", None),
        ("2460", None),
        ("10:60", None),
        ("😀", None),
        ("", None),
    ],
)
def test_a_time_alone(text: str, clock: time | None) -> None:
    assert typed_time(text) == clock
