"""Edits of a key touch that key's own bytes."""

from __future__ import annotations

from datetime import UTC, datetime
from difflib import unified_diff
from typing import Any

import pytest

from editor.article.front_matter import (
    RefusedEdit,
    RefusedValue,
    Value,
    move_key,
    read,
    remove_key,
    set_raw,
    set_value,
    split,
    values,
)
from editor.text.change import apply_edits
from tests.article.wire import EXAMPLES, rows, value_of

ARTICLE = (EXAMPLES / "every-style.md").read_text(encoding="utf-8")


def front(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "body 😀", ""])


def after_set(text: str, key: str, value: Value) -> str:
    after = apply_edits(text, set_value(text, key, value))
    assert values(read(after)).keys() == values(read(text)).keys() | {key}
    return after


@pytest.mark.parametrize(
    "row", rows("every-style.json"), ids=lambda row: f"{row['key']} {row.get('value')!r}"
)
def test_every_style(row: dict[str, Any]) -> None:
    found: str | list[str]
    try:
        if row["do"] == "remove_key":
            edits = remove_key(ARTICLE, row["key"])
        elif row["do"] == "set_raw":
            edits = set_raw(ARTICLE, row["key"], row["value"])
        else:
            edits = set_value(ARTICLE, row["key"], value_of(row["value"]))
    except RefusedEdit as refused:
        found = refused.reason
    else:
        after = apply_edits(ARTICLE, edits)
        diff = [*unified_diff(ARTICLE.splitlines(), after.splitlines(), lineterm="", n=0)]
        found = [line for line in diff[2:] if not line.startswith("@@")]
        assert split(after).body == split(ARTICLE).body
    assert found == row.get("diff", row.get("refused"))


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 'x'", "y\u2028", r'a: "y\u2028"'),
        ("a: x", "y\nz", r'a: "y\nz"'),
        ("a: x", "l'été", "a: l'été"),
        ("a: x", " d'été", 'a: " d\'été"'),
        ("a: x", "#été", "a: '#été'"),
        ("a: 'x' # é", "#été", "a: '#été' # é"),
        ("b: 'x'\na: x", "#d'été", "b: 'x'\na: '#d''été'"),
        (r'a: "\U0001F600\/\_"', "😀/\u00a0!", r'a: "\U0001F600\/\_!"'),
        (r'a: "\ud83d\ude00 x"', "😀\0\x01\ufeff\\", r'a: "😀\0\x01\ufeff\\"'),
        ("a: True", False, "a: False"),
        ("a: TRUE", False, "a: FALSE"),
        ("a: false", True, "a: true"),
        ("a: 1", True, "a: true"),
        ("a: 012", 13, "a: 13"),
        ("a: 1", 1e-7, "a: 1e-7"),
        ("a: 1", float("nan"), "a: .nan"),
        ("a: 1", float("-inf"), "a: -.inf"),
        ("a: 1", None, "a: null"),
        ("a: x", datetime(2025, 7, 7, 10, tzinfo=UTC), "a: 2025-07-07T10:00:00.000Z"),
        ("a: 2022-07-08T10:00:00+02:00", datetime(2025, 7, 7, tzinfo=UTC), "a: 2025-07-07T02:00:00+02:00"),
        ("a: |\n  x", "y\nz\n", "a: |\n  y\n  z"),
        ("a: |\n\n  x\n", "y\n", "a: |\n  y\n"),
        ("a: |2-\n    x", "  y\nz", "a: |2-\n    y\n  z"),
        ("a: |+ # é\n  x\n\n", "y\n\n\n", "a: |+ # é\n  y\n\n"),
        ("a: |+\n  x\nb: 1", "y", "a: |-\n  y\nb: 1"),
        ("a: |-\n  x\nb: 1", "y\n\n", "a: |+\n  y\n\nb: 1"),
        ("a: |\nb: 1", "y\n", "a: |\n  y\nb: 1"),
        ("a: |\n  x", "\x01\n", r'a: "\x01\n"'),
        ("a: >\n  x\n  y\n", "un deux trois\n\nquatre\n", "a: >\n  un\n  deux\n  trois\n\n\n  quatre\n"),
        ("a: >\n  un deux\n", "un deux trois\n", "a: >\n  un deux trois\n"),
        ("a: >\n  un deux\n  trois\n", "un  deux trois\n", "a: >\n  un  deux trois\n"),
        ("a: [x, y]", ["x", "y", "z: t"], "a: [x, y, 'z: t']"),
        ("a: ['x']", ["x", "y"], "a: ['x', 'y']"),
        ("a: [x]", ["y", "x"], "a: [y, x]"),
        ("a: [\n  x, # c\n  y,\n]", ["x"], "a: [\n  x, # c\n]"),
        ("a: [\n  x, # c\n  y\n]", ["x"], "a: [\n  x, # c\n]"),
        ("a: [x, y]", [1, True], "a: [1, true]"),
        ("a: [[x], y]", [["x", "z"], "y"], "a: [[x, z], y]"),
        ("a: [{b: 1}]", [{"b": 2}], "a: [{b: 2}]"),
        ("a: [x]", [{"b": 2}], "a: [{b: 2}]"),
        ("a: [x]", ["x", {}], "a: [x, {}]"),
        ("a:\n  - x", ["y", "x"], "a:\n  - y\n  - x"),
        ("a:\n  -   x", ["x", "y"], "a:\n  -   x\n  -   y"),
        ("a:\n  - x # c\n\nb: 1", ["x", "y"], "a:\n  - x # c\n  - y\n\nb: 1"),
        ("a:\n  -\n    x\n  - y", ["y"], "a:\n  - y"),
        ("a:\n  -\n  - y", [None, "x", "y"], "a:\n  -\n  - x\n  - y"),
        ("a:\n  -\n  - y", ["x", "y"], "a:\n  - x\n  - y"),
        ("a:\n  - b: 1\n    c: 2", [{"b": 1, "c": 3}], "a:\n  - b: 1\n    c: 3"),
        ("a:\n  - b: 1", [{"b": 1}, {"b": 2, "c": 3}], "a:\n  - b: 1\n  - b: 2\n    c: 3"),
        ("a:\n  - b: 1\n    c: 2", ["x"], "a:\n  - x"),
        ("a:\n  - x", [{"b": 1}], "a:\n  - {b: 1}"),
        ("a:\n  - x", [["b"]], "a:\n  - [b]"),
        ("a:\n- - x\n  - y", [["x"]], "a:\n- - x"),
        ("a:\n- - x\n  - y", [["y"]], "a:\n- - y"),
        ("a:\n- x", [], "a: []"),
        ("a: x # c", {"b": 1}, "a: # c\n  b: 1"),
        ("a: x", {"b c": [1]}, 'a:\n  "b c": [1]'),
        ("a: x", {"b": {}, "c": {"d": 1}}, "a:\n  b: {}\n  c:\n    d: 1"),
        ("a: x", [], "a: []"),
        ("a: x", [[1], {}], "a:\n  - [1]\n  - {}"),
        ("a: {b: 1, c: 2, d: 3}", {"b": 1}, "a: {b: 1}"),
        ("a: {b: 1, c: 2, d: 3}", {"d": 3}, "a: {d: 3}"),
        ("a: {b: 1, c: 2, d: 3}", {"c": 2, "e": "x,y"}, "a: {c: 2, e: 'x,y'}"),
        ("a: {b: 1}", {"c": 2}, "a: {c: 2}"),
        ("a: {b: }", {"b": 2}, "a: {b: 2 }"),
        ("a: {b, c: 1}", {"b": 2, "c": 1}, "a: {b: 2, c: 1}"),
        ("a:\n  b: 1", {"c": 2}, "a:\n  c: 2"),
        ("a:\n  b: 1\n  c: 2", {}, "a: {}"),
        ("a:\n  # c\n  b: 1", "x", "a: x\n  # c"),
        ("a:\n  ? b\n  : 1\n  c: 2", {"c": 2}, "a:\n  c: 2"),
        ("a: {}", {"b": 1}, "a:\n  b: 1"),
        ("a: # c", [1, 2], "a: [1, 2] # c"),
        ("a: # c", [{"b": 1}], "a: # c\n  - b: 1"),
        ("b:\n- 1\na:", [1, 2], "b:\n- 1\na:\n- 1\n- 2"),
        ("a: &x 1\nb: *x", 2, None),
        ("b: &x 1\na: *x", 2, "b: &x 1\na: 2"),
        ("a: [&x 1]\nb: *x", ["y"], None),
        ("a: [*x]\nb: 1", ["y"], None),
        ("b: &x 1\na: [*x, 2]", [1, 3], "b: &x 1\na: [*x, 3]"),
        ("b: &x 1\na: [*x, 2]", [4, 2], "b: &x 1\na: [4, 2]"),
        ("a: &x 1 # c\nb: 2", 3, "a: &x 3 # c\nb: 2"),
        ("a: &x\n  - 1\nb: 2", [1, 3], "a: &x\n  - 1\n  - 3\nb: 2"),
        ("a: &x # c\nb: 2", "y", "a: &x y # c\nb: 2"),
        ("a: [&x 1, *x]", [2, 1], "a: [2, &x 1]"),
        ("a: !!str # c\n  y", "z", "a: !!str # c\n  z"),
        ("a: !!set {b}", ["y"], "a: [y]"),
        (
            "b: &x {c: 1, d: 2}\na:\n  <<: *x\n  e: 3",
            {"c": 1, "d": 2, "e": 4},
            "b: &x {c: 1, d: 2}\na:\n  <<: *x\n  e: 4",
        ),
        (
            "b: &x {c: 1}\na:\n  <<: *x\n  e: 3",
            {"c": 2, "e": 3},
            "b: &x {c: 1}\na:\n  <<: *x\n  e: 3\n  c: 2",
        ),
        ("b: &x {c: 1}\na:\n  <<: *x\n  e: 3", {"e": 3}, "b: &x {c: 1}\na:\n  e: 3"),
        ("a: !!str 1", 2, "a: 2"),
        ("a: !!str 1", "2", "a: !!str '2'"),
        ("? a\n: 1", 2, None),
        ("b: {a: 1}", 2, "b: {a: 1}\na: 2"),
        ("b: &x {a: 1}\n<<: *x", 2, "b: &x {a: 1}\n<<: *x\na: 2"),
        (" b: 1", 2, " b: 1\n a: 2"),
        ('"b": 1 # c\n# end', "é", '"b": 1 # c\n# end\na: é'),
        ("b: 1\n...", 2, None),
        ("{a: 1}", 2, "{a: 2}"),
        ("{b: 1}", 2, "{b: 1, a: 2}"),
        ('{\n  "b": "x"\n}', "y", '{\n  "b": "x", "a": "y"\n}'),
        ("{}", 2, "{a: 2}"),
        ("a: 'x", 2, None),
        ("# c", 2, "# c\na: 2"),
    ],
)
def test_a_value_is_set(before: str, value: Value, after: str | None) -> None:
    if after is None:
        with pytest.raises(RefusedEdit):
            set_value(front(before), "a", value)
    else:
        assert after_set(front(before), "a", value) == front(after)


def test_what_a_merge_key_merges_is_not_set() -> None:
    for edit in (set_value, set_raw):
        with pytest.raises(RefusedEdit) as caught:
            edit(front("<<: {b: 1}"), "<<", "{b: 2}")
        assert caught.value.reason == "merged"


def test_the_source_text_it_has_already_needs_no_edit() -> None:
    assert set_raw(ARTICLE, "single", "'l''été'") == ()


def test_a_value_it_has_already_needs_no_edit() -> None:
    assert set_value(front("a: 0x10"), "a", 16.0) == ()
    assert set_value(front("a: [1, {b: ~}]"), "a", [1, {"b": None}]) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "---\na: 'é: 😀'\n---\n"),
        ("body", "---\na: 'é: 😀'\n---\n\nbody"),
        ("\nbody", "---\na: 'é: 😀'\n---\n\nbody"),
        ("---\n\nbody", "---\na: 'é: 😀'\n---\n\n---\n\nbody"),
        ("---\n---\nbody", "---\na: 'é: 😀'\n---\nbody"),
        ("--- b: 1\n---\nbody", "--- b: 1\n a: 'é: 😀'\n---\nbody"),
        ("---\nb: 1\n---y", "---\nb: 1\na: 'é: 😀'\n---y"),
    ],
)
def test_a_front_matter_is_made_or_grows(before: str, after: str) -> None:
    assert after_set(before, "a", "é: 😀") == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\nb: 1\n", "unclosed-fence"),
        ("---\nb: 1\n+++\n", "mixed-fences"),
        ("---\na: 1\na: 2\n---\n", "duplicate-key"),
        ("---\n- a\n---\n", "not-a-mapping"),
        ("---\na: &x 1\nb: *x\n---\n", "anchor-or-tag"),
        ("---\na: [&x 1]\nb: *x\n---\n", "anchor-or-tag"),
        ("---\n? a\n: 1\n---\n", "explicit-key"),
        ("---\nb: 1\n...\n---\n", "not-restored"),
    ],
)
def test_a_refusal_has_a_reason(text: str, reason: str) -> None:
    with pytest.raises(RefusedEdit) as caught:
        set_value(text, "a", {"b": 2, "c": 1})
    assert (caught.value.reason, caught.value.key) == (reason, "a")


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("a: x # c", "2025-07-07", "a: 2025-07-07 # c"),
        ("a:", "[x, 'y']", "a: [x, 'y']"),
        ("a: x", "", "a:"),
        ("a: x", "y # c", "a: y # c"),
        ("a:\n  - x", "- y\n  - z", "a:\n  - y\n  - z"),
        ("a: x", "|\n  é\n  😀", "a: |\n  é\n  😀"),
        ("a: x", "- y\n\n- z", "a:\n  - y\n\n  - z"),
        ("b: 1", "'é'", "b: 1\na: 'é'"),
        ("b: 1", "", "b: 1\na:"),
        ("b: 1", "- y", "b: 1\na:\n  - y"),
        ("b: &x 1", "*x", "b: &x 1\na: *x"),
    ],
)
def test_a_source_text_is_set(before: str, source: str, after: str) -> None:
    text = front(before)
    assert apply_edits(text, set_raw(text, "a", source)) == front(after)


@pytest.mark.parametrize("before", ["a: x", "b: 1", "a:", "", "a:\n  - x", "{a: 1}", "{b: 1}"])
@pytest.mark.parametrize("source", ["x\nc: 1", "[", "'", "*x", "x: &x y: z", "x\n# c\ny"])
def test_a_source_text_that_is_not_one_value_is_refused(before: str, source: str) -> None:
    text = front(before) if before else "body"
    with pytest.raises(RefusedValue):
        set_raw(text, "a", source)


def test_a_source_text_makes_a_front_matter() -> None:
    assert apply_edits("😀", set_raw("😀", "a", "[1]")) == "---\na: [1]\n---\n\n😀"


def test_a_source_text_does_not_take_an_anchors_place() -> None:
    with pytest.raises(RefusedEdit) as caught:
        set_raw(front("a: &x 1", "b: *x"), "a", "2")
    assert caught.value.reason == "anchor-or-tag"


def test_a_value_that_no_yaml_holds_makes_no_front_matter() -> None:
    with pytest.raises(RefusedEdit):
        set_value("body", "a", datetime(1, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: x # c\nb: 1", "b: 1"),
        ("# about a\na: x\n# about b\nb: 1", "# about b\nb: 1"),
        ("# about all\na: x\nb: 1", "# about all\nb: 1"),
        ("c: 1\n# about a\na: x\nb: 1", "c: 1\nb: 1"),
        ("c: 1\n\n# about both\na: x\nb: 1", "c: 1\n\n# about both\nb: 1"),
        ("c: 1\n\n# about a\n# again\na: x\n\nb: 1", "c: 1\n\n\nb: 1"),
        ("c: 1\n# draft: true\n# about a\na: x\nb: 1", "c: 1\n# draft: true\nb: 1"),
        ("c: 1\n# about c\n\na: x\nb: 1", "c: 1\n# about c\n\nb: 1"),
        ('c: "x\n# no comment"\na: x\nb: 1', 'c: "x\n# no comment"\nb: 1'),
        ("c: 1\n # deeper\na: x", "c: 1\n # deeper"),
        ("{a: 1}", "{}"),
        ("{a: 1, b: 2}", "{b: 2}"),
        ("b: 1\na:\n  - x\n\n  # c\n  - y # d\nc: 1", "b: 1\nc: 1"),
        ("a: |+\n  x\n\nb: 1", "b: 1"),
        ("b: |\n  x\na:\n  - y\n\n  # c\n   # d\n# e\nc: 1", "b: |\n  x\n# e\nc: 1"),
        ("a:\n  # c\nb: 1", "b: 1"),
        ("b: |+\n  x\n\na: y\n\n\nc: 1", "b: |+\n  x\n\nc: 1"),
        ("a: |\n  x\n\nb: 1", "\nb: 1"),
        ('a: "x\n\n  y" # c\nb: 1', "b: 1"),
        ("a: [\n  x,\n] # c\nb: 1", "b: 1"),
        ("a: &x 1\nb: *x", None),
        ("a: &x 1\nb: 2", "b: 2"),
        ("b: &x {a: 1}\n<<: *x", None),
        ("? a\n: 1", None),
        ("b: 1", "b: 1"),
    ],
)
def test_a_key_is_removed(before: str, after: str | None) -> None:
    text = front(before)
    if after is None:
        with pytest.raises(RefusedEdit):
            remove_key(text, "a")
    else:
        assert apply_edits(text, remove_key(text, "a")) == front(after)


def test_the_last_key_leaves_an_empty_front_matter() -> None:
    for text in (front("a: 1"), "--- a: 1\n---\nb"):
        after = apply_edits(text, remove_key(text, "a"))
        assert values(read(after)) == {}
        assert split(after).body == split(text).body
    assert remove_key("no front matter", "a") == ()


ORDER = ("title", "description", "date", "tags", "draft")


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("title: x # t\ndraft: true", "date", "title: x # t\ndate: y\ndraft: true"),
        (
            "title:\n  - x\n  # own\n\n# D\ndraft: true",
            "date",
            "title:\n  - x\n  # own\ndate: y\n\n# D\ndraft: true",
        ),
        ("# about tags\ntags: [x]\n# about draft\ndraft: true", "date", None),
        ("# about all\ntags: [x]\ndraft: true", "title", "# about all\ntitle: y\ntags: [x]\ndraft: true"),
        ("tags: x\nother: x", "date", "date: y\ntags: x\nother: x"),
        ("title: |+\n  x\n\nother: x", "date", "title: |+\n  x\n\ndate: y\nother: x"),
        ("title: |\n  x\n\nother: x", "date", "title: |\n  x\ndate: y\n\nother: x"),
        ("other: x", "date", "other: x\ndate: y"),
        ("title: x\nother: x", "unknown", "title: x\nother: x\nunknown: y"),
        ("{title: x, draft: true}", "date", "{title: x, date: y, draft: true}"),
        ("{draft: true}", "date", "{date: y, draft: true}"),
        ("? title\n: x\nother: z", "date", "? title\n: x\ndate: y\nother: z"),
    ],
)
def test_a_new_key_stands_where_the_order_has_it(before: str, key: str, after: str | None) -> None:
    after = after or f"{key}: y\n{before}"
    assert apply_edits(front(before), set_value(front(before), key, "y", ORDER)) == front(after)
    assert apply_edits(front(before), set_raw(front(before), key, "y", ORDER)) == front(after)


def test_a_new_key_before_one_on_the_fences_line_comes_last() -> None:
    text = "--- tags: x\n---\n"
    assert apply_edits(text, set_value(text, "title", "y", ORDER)) == "--- tags: x\n title: y\n---\n"


@pytest.mark.parametrize(
    ("before", "quote", "value", "after"),
    [
        ("draft: true", "'", "l'été", "draft: true\na: 'l''été'"),
        ("draft: true", '"', ["x"], 'draft: true\na: ["x"]'),
        ("draft: true", "", "x", "draft: true\na: x"),
        ("b: x", '"', "y", "b: x\na: y"),
        ("b: x", "'", "y: z", "b: x\na: 'y: z'"),
        ("b: 'x'", '"', "y", "b: 'x'\na: 'y'"),
        ("b: 'x: y'\nc: z", "", "y", "b: 'x: y'\nc: z\na: y"),
        ("b: [x]\nc: 'z'", "", ["y"], "b: [x]\nc: 'z'\na: [y]"),
        ("b: ['x']", "", ["y"], "b: ['x']\na: ['y']"),
        ("a: 1", '"', "x", 'a: "x"'),
        ("a: x", '"', "y", "a: y"),
        (
            "b:\n    c: 1",
            "",
            {"d": {"e": [{"f": 1}]}},
            "b:\n    c: 1\na:\n    d:\n        e:\n          - f: 1",
        ),
    ],
)
def test_a_new_value_is_written_as_the_file_or_its_siblings_write(
    before: str, quote: str, value: Value, after: str
) -> None:
    text = front(before)
    assert apply_edits(text, set_value(text, "a", value, quote=quote)) == front(after)


def test_a_new_front_matter_is_written_as_its_siblings_are() -> None:
    assert apply_edits("", set_value("", "a", "x", quote='"')) == '---\na: "x"\n---\n'


@pytest.mark.parametrize(
    ("before", "to", "after"),
    [
        ("b: 1\nc: 2\na: 3", "b", "a: 3\nb: 1\nc: 2"),
        ("a: 3\nb: 1\nc: 2", None, "b: 1\nc: 2\na: 3"),
        ("a: 3\nb: 1", "b", "a: 3\nb: 1"),
        ("b: 1\na: 3", None, "b: 1\na: 3"),
        ("a: 3", "a", "a: 3"),
        (
            "b: 1\n# B\nc: 2\n# A\na: 3 # é\n  # deeper\n\n# end",
            "c",
            "b: 1\n# A\na: 3 # é\n  # deeper\n# B\nc: 2\n\n# end",
        ),
        ("# all\na: 3\nb: 1\n# end", None, "# all\nb: 1\na: 3\n# end"),
        ("b: |+\n  x\n\na:\n- 1\n- 2", "b", "a:\n- 1\n- 2\nb: |+\n  x\n"),
        ("a: &x 1\nb: *x", None, None),
        ("b: &x 1\na: *x", "b", None),
        ("? a\n: 1\nb: 2", None, None),
        ("{a: 1, b: 2}", None, None),
        ("<<: {a: 1}\nb: 2", "b", None),
        ("a: 1\n<<: {b: 2}", "b", None),
        ("a: 1", "b", None),
        ("b: 1", None, None),
    ],
)
def test_a_key_is_moved(before: str, to: str | None, after: str | None) -> None:
    text = front(before)
    if after is None:
        with pytest.raises(RefusedEdit):
            move_key(text, "a", to)
    else:
        assert apply_edits(text, move_key(text, "a", to)) == front(after)


def test_a_key_on_the_fences_line_is_not_moved() -> None:
    for key, to in (("a", None), ("b", "a")):
        with pytest.raises(RefusedEdit):
            move_key("--- a: 1\n b: 2\n---\n", key, to)


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a:\n  - 'x' # x\n  # Y\n  - y\n  - z", ["y", "x", "z"], None),
        ("a:\n  - 'x' # x\n  - y", ["y", "x"], "a:\n  - y\n  - 'x' # x"),
        ("a: ['x', y, z]", ["z", "x", "y"], "a: [z, 'x', y]"),
        ("a: ['x', y, z]", ["y", "z", "x"], "a: [y, z, 'x']"),
        (
            "a:\n  - n: 'é' # n\n    u: 1\n  - n: b\n    u: 2",
            [{"n": "b", "u": 2}, {"n": "é", "u": 1}],
            "a:\n  - n: b\n    u: 2\n  - n: 'é' # n\n    u: 1",
        ),
        ("a:\n  - n: 1\n    u: 2\n", [{"u": 2}], "a:\n  - u: 2\n"),
        ("a:\n  - n: 1 # n\n    # u\n    u: 2\n", [{"u": 2}], "a:\n  - \n    # u\n    u: 2\n"),
        ("a:\n- - x\n  - y\n  - z", [["w", "x", "z"]], "a:\n- - w\n  - x\n  - z"),
        ("a:\n- - x\n  - y", [["y", "x"]], "a:\n- - y\n  - x"),
        ("a:\n- - x\n  - y", [["w", "x", "y"]], "a:\n- - w\n  - x\n  - y"),
        ("a: [\n  x, # x\n  y # y\n]", ["x"], "a: [\n  x, # x\n]"),
        ("a: |\n  x\n", "  y\nz\n", "a: |2\n    y\n  z\n"),
        ("a:\n  b: |2-\n      x", {"b": "  y"}, "a:\n  b: |2-\n      y"),
        ("a: >\n  x\n", " y\n", "a: >2\n   y\n"),
        ("a: >2\n  x\n", "y\n z\n\nt u\nv\n", "a: >2\n  y\n   z\n\n  t u\n\n  v\n"),
        ("a: >2\n  x\n", "\ny \nz\n", "a: >2\n\n  y \n\n  z\n"),
        ("a:\n  b: 1 # b\n\n  # c\n  c: 2\n", {"b": 1}, "a:\n  b: 1 # b\n\n"),
    ],
)
def test_what_stays_keeps_its_text(before: str, value: Value, after: str | None) -> None:
    if after is None:
        after = "a:\n  # Y\n  - y\n  - 'x' # x\n  - z"
    assert after_set(front(before), "a", value) == front(after)


def test_an_empty_source_leaves_the_key_without_a_value() -> None:
    text = "---\na: b # why\nc: d\n---\n"
    assert apply_edits(text, set_raw(text, "a", "")) == "---\na: # why\nc: d\n---\n"


def test_a_move_that_would_not_come_out_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.article.yaml_ways.KeyPlaces.moves", lambda places, key, before: [[]])
    with pytest.raises(RefusedEdit, match="not-restored"):
        move_key("---\na: b\nc: d\n---\n", "c", "a")


def test_an_empty_source_does_not_take_an_anchor_away_that_is_used() -> None:
    with pytest.raises(RefusedEdit):
        set_raw("---\na: &x b\nc: *x\n---\n", "a", "")
