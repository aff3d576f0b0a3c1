"""Instants keep the notation of the timestamp they take the place of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.timestamps import written_timestamp
from editor.article.yaml_scalars import timestamp_value

MOMENT = datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)
NOTATIONS = [
    *("2022-07-08", "2015-12-18 11:01:24", "2004-01-16T00:00:00.000Z", "2020-10-10T22:03:10+08:00", "x", ""),
    *(
        "2017-10-01 13:05:00 +12:00",
        "2022-7-8t1:02:03.5 -5",
        "2022-07-08T10:00:00Z",
        "2022-07-08T10:00:00.12345",
    ),
]


@pytest.mark.parametrize(
    ("moment", "like", "text"),
    [
        (MOMENT, "2022-07-08", "2023-01-02T03:04:05.000Z"),
        (MOMENT, "2015-12-18 11:01:24", "2023-01-02 03:04:05"),
        (MOMENT, "2004-01-16T00:00:00.000Z", "2023-01-02T03:04:05.000Z"),
        (MOMENT, "2020-10-10T22:03:10+08:00", "2023-01-02T11:04:05+08:00"),
        (MOMENT, "2017-10-01 13:05:00 -2", "2023-01-02 01:04:05 -2"),
        (MOMENT.replace(microsecond=120000), "2022-07-08T10:00:00.5", "2023-01-02T03:04:05.120Z"),
        (MOMENT.replace(microsecond=500000), "2022-07-08T10:00:00.1", "2023-01-02T03:04:05.5"),
        (MOMENT.replace(microsecond=500000), "2022-07-08T10:00:00", "2023-01-02T03:04:05.500Z"),
        (MOMENT.replace(hour=0, minute=0, second=0), "2022-07-08", "2023-01-02"),
        (MOMENT.replace(hour=0, minute=0, second=0), "Jul 08 2022", "2023-01-02"),
        (MOMENT.replace(hour=0, minute=0, second=0), "2015-12-18 11:01:24", "2023-01-02 00:00:00"),
        (datetime.max.replace(tzinfo=UTC), "2020-10-10T22:03:10.000+08:00", "9999-12-31T23:59:59.999Z"),
    ],
)
def test_notations(moment: datetime, like: str, text: str) -> None:
    assert written_timestamp(moment, like) == text


@given(st.datetimes(datetime(100, 1, 1), datetime(9999, 12, 30)), st.sampled_from(NOTATIONS))
def test_a_written_instant_is_read_back(moment: datetime, like: str) -> None:
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)
    assert timestamp_value(written_timestamp(moment, like)) == moment
