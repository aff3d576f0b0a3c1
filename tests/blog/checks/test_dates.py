"""Dates: what Astro makes of them is told where it is not what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.schemas.guide import KeyUsage, Usage
from editor.blog.schemas.shapes import DateShape, SchemaField

if TYPE_CHECKING:
    from tests.blog.checks.conftest import Desk

ANY = SchemaField("date", DateShape(), is_required=False)
STRICT = SchemaField("date", DateShape(is_coerced=False), is_required=False)


@pytest.mark.parametrize(
    "source",
    [
        *(
            "'Jul 08 2022'",
            "2022-07-08",
            "'2022-07-08'",
            "2022-07-08 10:00:00",
            "'8 July 2022'",
            "2022/07/08",
        ),
        *("'25 Dec 2022'", "08/08/2022", "1657238400000", "['2022-07-08']", "2022-7-8", "12/25/2022"),
        *("[]", "[2022-07-08]", "'+012345-01-01'"),
    ],
)
def test_a_date_that_astro_reads_as_it_is_meant_is_no_problem(desk: Desk, source: str) -> None:
    assert desk.with_schema(ANY).rules(f"date: {source}") == []


@pytest.mark.parametrize(
    ("source", "rule", "data", "repaired"),
    [
        ("", "empty-date", {}, "removed"),
        ("''", "empty", {}, "removed"),
        ("20220708", "number-date", {"day": "1970-01-01"}, "date: 2022-07-08"),
        ("20221308", "number-date", {"day": "1970-01-01"}, ""),
        ("2022", "number-date", {"day": "1970-01-01"}, ""),
        ("true", "number-date", {"day": "1970-01-01"}, ""),
        ("1e18", "not-a-date", {}, ""),
        ("2024-02-30", "rolled-over-date", {"value": "2024-02-30", "day": "2024-03-01"}, ""),
        ("'2024-02-30'", "rolled-over-date", {"value": "2024-02-30", "day": "2024-03-01"}, ""),
        ("08/07/2022", "ambiguous-date", {"day": "2022-08-07"}, ""),
        ("25/12/2022", "not-a-date", {"value": "25/12/2022"}, "date: 2022-12-25"),
        ("8 juillet 2022", "not-a-date", {}, "date: 2022-07-08"),
        ("'demain'", "not-a-date", {"value": "demain"}, ""),
        ("{a: 1}", "wrong-type", {"expected": "date", "found": "group"}, ""),
    ],
)
def test_a_date_that_astro_reads_otherwise(
    desk: Desk, source: str, rule: str, data: dict[str, str], repaired: str
) -> None:
    desk = desk.with_schema(ANY, SchemaField("title", DateShape(), is_required=False))
    head = f"title: 2022-07-08\ndate: {source}"
    problem = desk.only(head)
    assert (problem.rule, problem.key, problem.line) == (rule, "date", 2)
    assert data.items() <= dict(problem.data).items()
    assert problem.severity == ("warning" if rule == "ambiguous-date" else "error")
    expected = {"removed": "title: 2022-07-08", "": ""}.get(repaired, f"title: 2022-07-08\n{repaired}")
    assert desk.repaired(head) == expected


def test_an_empty_date_that_is_required_has_no_repair(desk: Desk) -> None:
    desk = desk.with_schema(SchemaField("date", DateShape()))
    assert desk.only("date:").rule == "empty-date"
    assert desk.repaired("date:") == ""


def test_an_empty_date_that_may_be_null_is_no_problem(desk: Desk) -> None:
    for shape in (DateShape(), DateShape(is_coerced=False)):
        assert desk.with_schema(SchemaField("date", shape, is_nullable=True)).rules("date:") == []


def test_a_blog_that_writes_the_month_first_is_not_warned(desk: Desk) -> None:
    key = KeyUsage("date", 2, DateShape(), "12/25/2022", words=(("12/25/2022", 1), ("01/02/2022", 1)))
    desk = desk.with_schema(ANY)
    assert desk.with_usage(Usage(2, (key,))).rules("date: 08/07/2022") == []
    other = KeyUsage("other", 2, DateShape(), words=(("12/25/2022", 1),))
    assert desk.with_usage(Usage(2, (other,))).rules("date: 08/07/2022") == ["ambiguous-date"]


@pytest.mark.parametrize(
    ("source", "rule", "repaired"),
    [
        ("", "empty", "removed"),
        ("'2022-07-08'", "date-in-quotes", "2022-07-08"),
        ("'Jul 08 2022'", "date-in-quotes", "2022-07-08"),
        ("'08/07/2022'", "date-in-quotes", ""),
        ("'2024-02-30'", "date-in-quotes", ""),
        ("'2022-07-08T10:00:00'", "date-in-quotes", ""),
        ("8 juillet 2022", "not-a-date", "2022-07-08"),
        ("''", "empty", "removed"),
        ("20220708", "wrong-type", "2022-07-08"),
        ("true", "wrong-type", ""),
        ("[2022-07-08]", "wrong-type", ""),
    ],
)
def test_a_date_that_is_not_coerced_stands_without_quotes(
    desk: Desk, source: str, rule: str, repaired: str
) -> None:
    desk = desk.with_schema(STRICT)
    assert desk.rules("date: 2022-07-08") == []
    head = f"a: 1\ndate: {source}"
    assert desk.rules(head) == [rule]
    expected = {"removed": "a: 1", "": ""}.get(repaired, f"a: 1\ndate: {repaired}")
    assert desk.repaired(head) == expected


@pytest.mark.parametrize(
    ("head", "rules"),
    [
        ("pubDate: 20220708", ["number-date"]),
        ("pubDate: 2022", []),
        ("pubDate:", []),
        ("count: 20220708", []),
        ("date: 08/07/2022", ["ambiguous-date"]),
        ("ratio: 08/07/2022", []),
        ("any: 2024-02-30", ["rolled-over-date"]),
        ("any: [{when: 2024-02-30T10:00:00Z}]", ["rolled-over-date"]),
        ("date: '2024-02-30'", ["rolled-over-date"]),
        ("date: '9999-99-99'", []),
    ],
)
def test_dates_are_told_by_their_names_where_no_schema_speaks_of_them(
    desk: Desk, head: str, rules: list[str]
) -> None:
    assert desk.rules(head) == rules


def test_a_number_date_without_a_schema_is_repaired(desk: Desk) -> None:
    assert desk.repaired("pubDate: 20220708") == "pubDate: 2022-07-08"
    assert desk.repaired("a: 1\npubDate: 20220708 # sic") == "a: 1\npubDate: 2022-07-08 # sic"
