from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from editor.article.dates import read_date
from editor.article.front_matter import read, set_raw
from editor.blog.fields import (
    Field,
    FieldKind,
    advised_length,
    date_notation,
    date_source,
    form_fields,
    indented,
    moment_source,
    outdented,
    template_key,
)
from editor.blog.schemas.shapes import DateShape, SchemaField
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from editor.article.values import Value


def fields_of(head: str) -> tuple[Field, ...]:
    return form_fields(read(f"---\n{head}---\n"))


def field_of(head: str) -> Field:
    return fields_of(head + "\n")[0]


def offered(head: str) -> list[str]:
    return [field.key for field in fields_of(head) if not field.present]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("title: Été à Paris 🌞", "line"),
        ("title: 1984", "line"),
        ("title: 2022-07-08", "line"),
        ("title: true", "line"),
        ("title:", "line"),
        ("title: logo.png", "line"),
        ("title: |\n  one\n  two", "text"),
        ("title: >-\n  one\n  two", "line"),
        ("description: short", "text"),
        ("description: 2024", "text"),
        ("longDescription:", "text"),
        ("excerpt: 🌞", "text"),
        ("note: " + "word " * 17, "text"),
        ("note: |\n  one", "line"),
        ("note: |\n  one\n  two", "text"),
        ("pubDate: 'Jul 08 2022'", "date"),
        ('pubDate: "july 07 2025"', "date"),
        ("pubDate: 2022-07-08", "date"),
        ("pubDate: someday", "line"),
        ("pubDate: ''", "date"),
        ("updatedDate:", "date"),
        ("updatedDate: 20220708", "number"),
        ("date_created: 2014-10-26", "date"),
        ("anything: 2022-07-08", "date"),
        ("anything: 'Jul 08 2022'", "line"),
        ("lastUpdated: false", "flag"),
        ("publisher: '2022-07-08'", "line"),
        ("heroImage: ../../assets/a.jpg", "image"),
        ("heroImage:", "image"),
        ("ogImage: https://example.org/photo?id=3", "image"),
        ("preview: https://example.org/a.webp?w=3", "image"),
        ("icon: '@/images/a b.avif'", "image"),
        ("cover: A man in blue", "line"),
        ("imageAlt: a bright cat", "line"),
        ("file: my logo.png", "line"),
        ("draft: true", "flag"),
        ("draft: yes", "line"),
        ("draft:", "raw"),
        ("readTime: 5", "number"),
        ("ratio: 1.5", "number"),
        ("ratio: .inf", "raw"),
        ("tags: [astro, 'été']", "tags"),
        ("tags: []", "tags"),
        ("tags:", "tags"),
        ("tags: astro, python", "line"),
        ("years: [2024, astro]", "raw"),
        ("steps: ['" + "a" * 61 + "']", "raw"),
        ('steps: ["one\\ntwo"]', "raw"),
        ("seo:\n  title: x", "raw"),
        ("'': x", "line"),
        ("'':", "raw"),
    ],
)
def test_kind(line: str, kind: FieldKind) -> None:
    assert field_of(line).kind == kind


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: 1984", "1984"),
        ("title: 2022-07-08", "2022-07-08"),
        ("title:", ""),
        ("heroImage: ~", ""),
        ("description: 0x1F", "0x1F"),
        ("title: 'été 🌞'", "été 🌞"),
        ("readTime: 5", 5),
        ("tags: [a]", ["a"]),
        ("pubDate: 2022-07-08", datetime(2022, 7, 8, tzinfo=UTC)),
    ],
)
def test_value_is_what_the_widget_shows(line: str, value: Value) -> None:
    assert field_of(line).value == value


def test_fields_come_in_the_order_of_the_file_then_those_of_the_template() -> None:
    fields = fields_of("draft: true\ntitle: x\n")
    assert [(field.key, field.kind, field.present) for field in fields] == [
        ("draft", "flag", True),
        ("title", "line", True),
        ("description", "text", False),
        ("pubDate", "date", False),
        ("updatedDate", "date", False),
        ("heroImage", "image", False),
        ("tags", "tags", False),
    ]
    assert [field.value for field in fields if not field.present] == ["", "", "", "", []]
    assert all(field.editable for field in fields)


def test_an_article_without_front_matter_is_offered_the_template() -> None:
    fields = form_fields(read("Only text 🌞\n"))
    assert [field.key for field in fields] == [
        "title",
        "description",
        "pubDate",
        "updatedDate",
        "heroImage",
        "tags",
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("excerpt: x", "description"),
        ("date: 2022-07-08", "pubDate"),
        ("pub_date: 2022-07-08", "pubDate"),
        ("published: 2022-07-08", "pubDate"),
        ("lastmod: 2022-07-08", "updatedDate"),
        ("image: a.png", "heroImage"),
        ("cover: {src: a.png}", "heroImage"),
        ("keywords: [a]", "tags"),
    ],
)
def test_another_name_takes_the_place_of_the_template_s(line: str, key: str) -> None:
    assert key in offered("title: x\n")
    assert key not in offered(line + "\n")


def test_a_flag_takes_no_place() -> None:
    assert "pubDate" in offered("published: true\n")
    assert "updatedDate" in offered("lastUpdated: false\n")


def test_nothing_is_offered_that_could_not_be_written() -> None:
    assert form_fields(read("+++\ntitle = [\n+++\n")) == ()
    (field,) = form_fields(read('{\n  "author": "x"\n}\n', takes_json=True))
    assert (field.key, field.editable, field.format) == ("author", False, "json")
    assert form_fields(read("---\ntitle: [\n---\n")) == ()


def test_a_form_for_toml_offers_what_one_for_yaml_offers() -> None:
    fields = form_fields(read("+++\nauthor = 'x'\n[seo]\ncard = true\n+++\n"))
    assert {field.format for field in fields} == {"toml"}
    assert all(field.editable for field in fields)
    offers = [field.key for field in fields if not field.present]
    assert offers == ["title", "description", "pubDate", "updatedDate", "heroImage", "tags"]
    source = "[\n    1,\n    2\n    ]"
    assert outdented(Field("a", "raw", [1, 2], source, format="toml")) == (source, "")


def test_what_an_alias_repeats_cannot_be_edited() -> None:
    fields = {field.key: field for field in fields_of("description: &x text\na: *x\ntitle: x\n")}
    assert not fields["description"].editable
    assert fields["a"].editable
    assert fields["title"].editable


@pytest.mark.parametrize(("key", "length"), [("title", 60), ("description", 160), ("excerpt", None)])
def test_advised_length(key: str, length: int | None) -> None:
    assert advised_length(key) == length


@pytest.mark.parametrize(
    ("key", "template"),
    [("cover_image", "heroImage"), ("date", "pubDate"), ("Title", "title"), ("seoTitle", None), ("", None)],
)
def test_template_key(key: str, template: str | None) -> None:
    assert template_key(key) == template


@pytest.mark.parametrize(
    ("head", "key", "source"),
    [
        ("pubDate: 'Jul 08 2022'\nupdatedDate: 2023-01-02\n", "updatedDate", "2023-01-02"),
        ("pubDate: 'Jul 08 2022'\nupdatedDate:\n", "updatedDate", "'Jul 08 2022'"),
        ("pubDate: 'Jul 08 2022'\n", "updatedDate", "'Jul 08 2022'"),
        ("title: x\n", "pubDate", ""),
        ("pubDate: ''\n", "pubDate", ""),
    ],
)
def test_date_notation_is_its_own_or_that_of_another_date(head: str, key: str, source: str) -> None:
    assert date_notation(fields_of(head), key) == source


@pytest.mark.parametrize(
    ("like", "source"),
    [
        ("'Jul 08 2022'", "'Dec 24 2026'"),
        ('"july 07 2025"', '"december 24 2026"'),
        ("2022-07-08", "2026-12-24"),
        ("2025-06-01T03:04:01.679Z", "2026-12-24T03:04:01.679Z"),
        ("8 July 2022", "24 December 2026"),
        ("", "2026-12-24"),
        ("''", "'2026-12-24'"),
        ("someday", "2026-12-24"),
    ],
)
def test_date_source_keeps_the_notation_and_the_quotes(like: str, source: str) -> None:
    assert date_source(date(2026, 12, 24), like) == source


@pytest.mark.parametrize(
    ("like", "source"),
    [
        ("2022-07-08", "2026-12-24"),
        ("2022-07-08 10:00:00", "2026-12-24 10:00:00"),
        ("'Jul 08 2022'", "'Dec 24 2026'"),
        ("8 July 2022", '"24 December 2026"'),
        ("2022-7-8", "2026-12-24"),
        ("", "2026-12-24"),
    ],
)
def test_date_source_is_a_value_of_toml(like: str, source: str) -> None:
    assert date_source(date(2026, 12, 24), like, "toml") == source


def test_moment_source_is_a_value_of_toml() -> None:
    moment = datetime(2026, 12, 24, 14, 30)
    assert moment_source(moment, "2022-07-08", "toml") == "2026-12-24T14:30:00Z"
    assert moment_source(moment, "2022-07-08T10:00:00", "toml") == "2026-12-24T14:30:00"
    assert moment_source(moment, "8 July 2022", "toml") == '"24 December 2026 14:30"'


@pytest.mark.parametrize(
    ("like", "source", "day"),
    [
        ("'Jul 08 2022'", "'Dec 24 2026 14:30'", "'Dec 24 2026'"),
        ("2022-07-08", "2026-12-24T14:30:00Z", "2026-12-24"),
        ('"2022-07-08T10:00+02:00"', '"2026-12-24T14:30+02:00"', '"2026-12-24"'),
    ],
)
def test_moment_source_writes_the_time_or_takes_it_away(like: str, source: str, day: str) -> None:
    assert moment_source(datetime(2026, 12, 24, 14, 30), like) == source
    assert moment_source(date(2026, 12, 24), like) == day


def test_the_time_of_another_date_is_not_taken_over() -> None:
    head = "pubDate: 2022-07-08T10:05:00Z\nupdatedDate:\n"
    assert date_notation(fields_of(head), "updatedDate") == "2022-07-08T00:00:00Z"
    assert date_notation(fields_of(head), "pubDate") == "2022-07-08T10:05:00Z"


@pytest.mark.parametrize(("offset", "hour"), [("+02:00", "02"), ("+14:00", "14"), ("-05:00", "00")])
def test_the_day_of_a_notation_with_a_zone_is_the_same_at_greenwich(offset: str, hour: str) -> None:
    head = f"pubDate: 2022-07-08T23:05:00{offset}\nupdatedDate:\n"
    notation = date_notation(fields_of(head), "updatedDate")
    assert notation == f"2022-07-08T{hour}:00:00{offset}"
    written = read_date(date_source(date(2026, 12, 24), notation))
    assert written is not None
    assert written.day == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("is_coerced", "notations", "source"),
    [
        (True, ("'Jul 08 2022'", "2022-07-08"), "'Jul 08 2022'"),
        (False, ("'Jul 08 2022'", "2022-07-08"), "2022-07-08"),
        (False, ("'Jul 08 2022'", ""), ""),
        (True, ("", "someday"), "someday"),
        (True, ("", ""), ""),
    ],
)
def test_date_notation_of_other_articles(is_coerced: bool, notations: tuple[str, str], source: str) -> None:
    rule = SchemaField("day", DateShape(is_coerced))
    own = Field("day", "date", "", present=False, rule=rule, notation=notations[0])
    other = Field("date", "date", "", present=False, notation=notations[1])
    assert date_notation((other, own), "day") == source


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("seo:\n    title: x\n    robots:\n      - é 🌞\n", "title: x\nrobots:\n  - é 🌞"),
        ("seo:\n  title:\n    - a\n", "title:\n  - a"),
        ("seo:\n- a: 1\n  b: 2\n", "- a: 1\n  b: 2"),
        ("seo: [1,\n  2\n  ]\n", "[1,\n2\n]"),
        ("seo: {a: 1}\n", "{a: 1}"),
        ("seo:\n  a: 1\n\n  b: 2\n", "a: 1\n\nb: 2"),
        ("seo:\n", ""),
    ],
)
def test_source_is_shown_from_the_first_column_and_goes_back_unchanged(block: str, shown: str) -> None:
    field = field_of(block)
    source, indentation = outdented(field)
    assert source == shown
    assert indented(source, indentation) == field.raw


def test_a_line_added_to_a_shown_block_stands_where_the_block_stands() -> None:
    text = "---\nseo:\n    title: x\n    robots: y\n---\n"
    field = form_fields(read(text))[0]
    source, indentation = outdented(field)
    edited = apply_edits(text, set_raw(text, "seo", indented(source + "\nlang: fr", indentation)))
    assert edited == "---\nseo:\n    title: x\n    robots: y\n    lang: fr\n---\n"
