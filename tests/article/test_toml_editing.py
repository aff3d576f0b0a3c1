"""Edits of a key of TOML touch that key's own bytes."""

from __future__ import annotations

from datetime import UTC, datetime

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
    values,
)
from editor.text.change import apply_edits

DAY = datetime(2025, 7, 7, tzinfo=UTC)
HOUR = datetime(2025, 7, 7, 10, 30, tzinfo=UTC)


def front(source: str) -> str:
    return f"+++\n{source}\n+++\nbody 😀\n"


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        # strings
        ("a = 'x' # é", "y", "a = 'y' # é"),
        ("a = 'x'", "l'été", 'a = "l\'été"'),
        ("a = 'x'", "C:\\é", "a = 'C:\\é'"),
        ("a = 'x'", "y\u2028", 'a = "y\\u2028"'),
        ("a = 'x'", "y\nz", "a = '''\ny\nz'''"),
        ("a = 'x'", "y\n'''z", 'a = """\ny\n\'\'\'z"""'),
        ("a = 'x'", "y\n+++ z", 'a = "y\\n+++ z"'),
        ('a = "x"', 'y "z" \\', 'a = "y \\"z\\" \\\\"'),
        ('a = "x"', "y\nz\t\r\b\f\x01\ufeff", 'a = "y\\nz\\t\\r\\b\\f\\u0001\\ufeff"'),
        (r'a = "\u00e9 \x41 x"', "é A y", r'a = "\u00e9 \x41 y"'),
        (r'a = "\U0001F600 x\te"', "😀 x\tE!", r'a = "\U0001F600 x\tE!"'),
        (r'a = "x\te"', "", 'a = ""'),
        ('a = ""', "é", 'a = "é"'),
        ('a = """\none \\\n   two\n"""', "one too\n", 'a = """\none \\\n   too\n"""'),
        ('a = """x"""', 'x\n"y"', 'a = """x\n\\"y\\""""'),
        ('a = """x"""', "\ny", 'a = """\n\ny"""'),
        ("a = '''\nx\n'''", "y\nz\n", "a = '''\ny\nz\n'''"),
        ("a = '''x'''", "y'", "a = '''y''''"),
        ("a = '''x'''", "'''", 'a = """\'\'\'"""'),
        ("a = 1", "x", 'a = "x"'),
        ("b = 'c'\na = 1", "x", "b = 'c'\na = 'x'"),
        ("a = 1", "x\ny", 'a = """\nx\ny"""'),
        ("a = 2022-07-08", "soon", 'a = "soon"'),
        # numbers and flags
        ("a = true", False, "a = false"),
        ("a = 1", True, "a = true"),
        ("a = 0x1F", 32, "a = 0x20"),
        ("a = 0x1F", -1, "a = -1"),
        ("a = 0xdead_beef", 0xDEADBEE0, "a = 0xdead_bee0"),
        ("a = 0x001f", 32, "a = 0x0020"),
        ("a = 0xFF", 255.5, "a = 255.5"),
        ("a = 0o17", 8, "a = 0o10"),
        ("a = 0b11", 4, "a = 0b100"),
        ("a = 1_000", 20000, "a = 20_000"),
        ("a = 10", 20000, "a = 20000"),
        ("a = 1.5", 2, "a = 2.0"),
        ("a = 1e3", 2000, "a = 2000.0"),
        ("a = inf", 1, "a = 1.0"),
        ("a = 1", 0.5, "a = 0.5"),
        ("a = 1", 1e-7, "a = 1e-7"),
        ("a = 1", 1e300, "a = 1e+300"),
        ("a = 1", 2**53, "a = 9007199254740992.0"),
        ("a = 1", float("nan"), "a = nan"),
        ("a = 1", float("-inf"), "a = -inf"),
        ("a = '1_0'", 1000, "a = 1000"),
        # dates
        ("a = 2022-07-08", DAY, "a = 2025-07-07"),
        ("a = 2022-07-08", HOUR, "a = 2025-07-07T10:30:00.000Z"),
        ("a = 2022-07-08 10:00:00 # é", HOUR, "a = 2025-07-07 10:30:00 # é"),
        ("a = 2022-07-08T10:00:00.5-05:00", HOUR, "a = 2025-07-07T05:30:00.0-05:00"),
        ("a = 2022-07-08t10:00:00z", HOUR, "a = 2025-07-07T10:30:00.000Z"),
        ("a = 2022-07-08T10:00", HOUR, "a = 2025-07-07T10:30:00.000Z"),
        ('a = "2022-07-08"', DAY, "a = 2025-07-07"),
        ("a = 10:30:00", "11:00:00", "a = 11:00:00"),
        ("a = 10:30:00", "11:00", 'a = "11:00"'),
        # lists
        ("a = ['x', \"y\"]", ["x", "y", "z"], 'a = [\'x\', "y", "z"]'),
        ("a = ['x', \"y\"]", ["z", "x", "y"], "a = ['z', 'x', \"y\"]"),
        ("a = [ 1,2 ]", [1, 3, 2], "a = [ 1,3,2 ]"),
        ("a = [1, 2,]", [1], "a = [1,]"),
        ("a = [1, 2]", [2], "a = [2]"),
        ("a = [1, 2]", [], "a = []"),
        ("a = []", ["x", 1], 'a = ["x", 1]'),
        ("a = ['x', 'y', 'z']", ["z", "x", "y"], "a = ['z', 'x', 'y']"),
        ("a = [0x1F]", [32], "a = [0x20]"),
        ("a = [1, # one\n 2]", [1], "a = [1, # one\n ]"),
        ("a = [1, # one\n 2]", [1, 2, 3], "a = [1, # one\n 2, 3]"),
        ("a = ['x']", ["x\ny"], 'a = ["x\\ny"]'),
        ("a = [[1], {b = 2}]", [[1, 2], {"b": 3}], "a = [[1, 2], {b = 3}]"),
        ("a = [\n  1, # one\n  2\n]", [1, 2, 3], "a = [\n  1, # one\n  2,\n  3\n]"),
        ("a = [\n  1,\n  2, # two\n]", [1, 2, 3], "a = [\n  1,\n  2, # two\n  3,\n]"),
        ("a = [\n  0,\n  # about one\n  1,\n  2\n]", [0, 2], "a = [\n  0,\n  2\n]"),
        ("a = [\n  1,\n  # old,\n  2\n\n  # end\n]", [1], "a = [\n  1\n  # old,\n\n  # end\n]"),
        ("a = [\n\t'x',\n]", ["y", "x"], "a = [\n\t'y',\n\t'x',\n]"),
        ("a = [\n  1, # one\n  2\n]", [2, 1], "a = [\n  2,\n  1 # one\n]"),
        ("a = [\n  1, 2,\n  3]", [1, 2], "a = [\n  1, 2]"),
        ("a = [\n  1\n  ,\n  2\n]", [1, 2, 3], "a = [\n  1\n  ,\n  2\n  ,\n  3\n]"),
        # tables in braces
        ("a = {b = 1, c = 'x'}", {"b": 1, "c": "y"}, "a = {b = 1, c = 'y'}"),
        ("a = { b = 1, c = 'x' }", {"c": "x", "d e": 2}, "a = { c = 'x', \"d e\" = 2 }"),
        ("a = {b = 1}", {}, "a = {}"),
        ("a = {}", {"b": []}, "a = { b = [] }"),
        ("a = { b.c = 1, d = 2 }", {"b": {"c": 1}, "d": 3}, "a = { b.c = 1, d = 3 }"),
        ("a = { b.c = 1, d = 2 }", {"b": {"c": 2}, "d": 2}, "a = { b = { c = 2 }, d = 2 }"),
        ("a = { b.c = 1, d = 2 }", {"d": 2}, "a = { d = 2 }"),
        ("a = {\n  b = 1, # b\n  c = 2,\n}", {"c": 2, "d": 3}, "a = {\n  c = 2,\n  d = 3,\n}"),
        ("a = {b = 1}", "x", 'a = "x"'),
        ("a = 'x'", {"b": {"c": 1}}, "a = { b = { c = 1 } }"),
    ],
)
def test_a_value_is_set(before: str, value: Value, after: str) -> None:
    text = front(before)
    edits = set_value(text, "a", value)
    assert apply_edits(text, edits) == front(after)


TABLES = """title = "x"
# about seo
[seo]
title = 'x' # t
image.src = "a"

[seo.social] # s
  card = true

# the authors
[[authors]]
name = "A"

[[authors]] # second
name = "B"
"""


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a.b = 1\na.c = 2", {"b": 1, "c": 3}, "a.b = 1\na.c = 3"),
        ("a.b = 1 # b\na.c = 2", {"b": 1, "c": 2, "d": "x"}, 'a.b = 1 # b\na.c = 2\na.d = "x"'),
        ("a.b = 1\nx = 0\na.c = 2", {"c": 2}, "x = 0\na.c = 2"),
        ("a.b.c = 1\nx = 0", {"b": {"c": 1, "d": 2}}, "a.b.c = 1\na.b.d = 2\nx = 0"),
        ("a.b = 1\nx = 0", {"c": 1}, "x = 0\na = { c = 1 }"),
        ("a.b = 1\nx = 0", "y", 'x = 0\na = "y"'),
        ("[a]\nb = 1\n\n[c]", {"b": 2, "d": [1]}, "[a]\nb = 2\nd = [1]\n\n[c]"),
        ("[a] # é\n# b\nb = 1\n\n[c]", {}, "[a] # é\n\n[c]"),
        ("[a]\n  b = 1\n  # é\n", {"b": 1, "c": 2}, "[a]\n  b = 1\n  c = 2\n  # é\n"),
        ("  [a] # é", {"b": 1}, "  [a] # é\n  b = 1"),
        ("[a]\nb = 1", {"c": {"d": 1}}, "[a]\nc = { d = 1 }"),
        ("[a]\nb = 1\n\n[a.c]\nd = 1\n\n[e]", {"b": 1}, "[a]\nb = 1\n\n[e]"),
        ("[a]\nb = 1\n\n[a.c]\nd = 1\n\n[e]", {"b": 1, "c": "x"}, '[a]\nb = 1\nc = "x"\n\n[e]'),
        ("[a]\nb.c = 1\nd = 2", {"b": {"c": 1, "e": 3}, "d": 2}, "[a]\nb.c = 1\nb.e = 3\nd = 2"),
        ("[a.b]\nc = 1", {"b": {"c": 1}, "d": 2}, "[a]\nd = 2\n\n[a.b]\nc = 1"),
        ("x = 0\n[a.b]\nc = 1", {"b": {"c": 1}, "d": 2}, "x = 0\n[a]\nd = 2\n[a.b]\nc = 1"),
        ("x = 0\n\n[a]\nb = 1\n\n[c]", 1, "x = 0\na = 1\n\n[c]"),
        ("[a]\nb = 1\n\n[c]", 1, "a = 1\n\n[c]"),
        ("[[a]]\nb = 1\n\n[[a]]\nb = 2", [{"b": 1}, {"b": 3}], "[[a]]\nb = 1\n\n[[a]]\nb = 3"),
        ("[[a]]\nb = 1\n\n[[a]]\nb = 2", [{"b": 1}], "[[a]]\nb = 1"),
        ("[[a]]\nb = 1\n\n# é\n[[a]]\nb = 2\n\n[c]", [{"b": 2}], "# é\n[[a]]\nb = 2\n\n[c]"),
        ("# é\n[[a]]\nb = 1\n\n[[a]]\nb = 2", [{"b": 2}], "# é\n[[a]]\nb = 2"),
        ("[[a]]\nb = 1", [{"b": 1}, {"c": [{"d": 2}]}], "[[a]]\nb = 1\n\n[[a]]\nc = [{ d = 2 }]"),
        ("# é\n[[a]]\nb = 1", [{"c": 2}, {"b": 1}], "# é\n[[a]]\nc = 2\n\n[[a]]\nb = 1"),
        ("[[a]]\nb = 1\n\n[[a]]\nb = 2 # é", [{"b": 2}, {"b": 1}], "[[a]]\nb = 2 # é\n\n[[a]]\nb = 1"),
        ("[[a]]\nb = 1", [], "a = []"),
        ("x = 0\n\n[[a]]\nb = 1\n\n[c]", ["x"], 'x = 0\na = ["x"]\n\n[c]'),
        ("[a]\nb = 1\n\n[c]", [{"b": 1}], "[c]\n\n[[a]]\nb = 1"),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[x]", [{"b": {"c": 2}}, {}], "[[a]]\n[a.b]\nc = 2\n[[a]]\n[x]"),
        (
            "[[a]]\nb = 1\n[x]\n[a.y]\n[[a]]\nb = 2\n[[a]]\nb = 3",
            [{"b": 2}, {"b": 3}, {"b": 1, "y": {}}],
            "[x]\n[[a]]\nb = 2\n[[a]]\nb = 3\n[[a]]\nb = 1\ny = {}",
        ),
    ],
)
def test_tables_are_set(before: str, value: Value, after: str) -> None:
    text = front(before)
    assert apply_edits(text, set_value(text, "a", value)) == front(after)


@pytest.mark.parametrize(
    ("before", "order", "value", "after"),
    [
        ("b = 1\nc = 2", "b new c", "x", 'b = 1\nnew = "x"\nc = 2'),
        ("b = 1 # b\n\n# c\nc = 2", "new c", True, "b = 1 # b\n\nnew = true\n# c\nc = 2"),
        ("b = 1\n# end", "", 2, "b = 1\n# end\nnew = 2"),
        ("", "", 2, "\nnew = 2"),
        ("b = 1\n\n[c]", "", 2, "b = 1\nnew = 2\n\n[c]"),
        ("b = 1\n\n[c]", "c new", 2, "b = 1\nnew = 2\n\n[c]"),
        ("# é\n[c]", "", 2, "new = 2\n\n# é\n[c]"),
        ("  b=1\n  c='x'", "b new", "x", "  b=1\n  new='x'\n  c='x'"),
        ("b = 1", "", {"c": 1}, "b = 1\nnew = { c = 1 }"),
        ("b = {c=1}\nd=2\ne=[ 1 ]", "", {"c": [1]}, "b = {c=1}\nd=2\ne=[ 1 ]\nnew={c=[ 1 ]}"),
        ("[b]\nc = 1", "new b", {"d": 1}, "[b]\nc = 1\n\n[new]\nd = 1"),
        ("[b]\n[c]", "", {"d": 1}, "[b]\n[c]\n[new]\nd = 1"),
        ("[b]\n\n[c]\n", "", [{"d": 1}, {"d": 2}], "[b]\n\n[c]\n\n[[new]]\nd = 1\n\n[[new]]\nd = 2"),
        ("[b]\nc = 1", "", [{"d": 1}, {}], "new = [{ d = 1 }, {}]\n\n[b]\nc = 1"),
        ("a.b = 1\na.c = 2\nd = 1", "a new", 0, "a.b = 1\na.c = 2\nnew = 0\nd = 1"),
        ("# é\na.b = 1\na.c = 2", "new a", 0, "new = 0\n# é\na.b = 1\na.c = 2"),
        (
            "title   = 'x'\ndraft   = true\nkey     = 1",
            "",
            0,
            "title   = 'x'\ndraft   = true\nkey     = 1\nnew     = 0",
        ),
        ("a  = 1\nbc = 2\ndef = 3", "", 0, "a  = 1\nbc = 2\ndef = 3\nnew = 0"),
        ("a  = 1\nbc = 2", "", 0, "a  = 1\nbc = 2\nnew = 0"),
    ],
)
def test_a_key_is_added(before: str, order: str, value: Value, after: str) -> None:
    text = front(before)
    edited = apply_edits(text, set_value(text, "new", value, order.split()))
    assert edited == front(after)
    assert values(read(apply_edits(edited, remove_key(edited, "new")))) == values(read(text))


def test_a_key_is_quoted_where_it_has_to_be() -> None:
    text = front("a = 1")
    for key, source in (("été", '"été"'), ("a.b", '"a.b"'), ("---", '"---"'), ("", '""'), ("-_9", "-_9")):
        assert apply_edits(text, set_value(text, key, 1)) == front(f"a = 1\n{source} = 1")


def test_strings_are_quoted_as_siblings_are_where_the_file_shows_no_habit() -> None:
    text = front("a = 1")
    assert apply_edits(text, set_value(text, "b", "x", quote="'")) == front("a = 1\nb = 'x'")


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("a = 1\nb = 2 # b\nc = 3", "b", "a = 1\nc = 3"),
        ("a = 1\n\n# b\nb = 2\n\nc = 3", "b", "a = 1\n\n\nc = 3"),
        ("a = 1\n# c = 2\n# b\nb = 2", "b", "a = 1\n# c = 2"),
        ("a = 1\n# [c]\nb = 2", "b", "a = 1\n# [c]"),
        ("# both\na = 1\nb = 2", "a", "# both\nb = 2"),
        ("a = [\n  1, # é\n]\n  # deeper\nb = 2", "a", "b = 2"),
        ("a.b = 1\nb = 2\na.c = 3", "a", "b = 2"),
        ("a = 1\n\n[b]\nc = 1\n\n[d]", "b", "a = 1\n\n[d]"),
        ("a = 1\n\n[b]\nc = 1", "b", "a = 1"),
        ("[b]\nc = 1\n\n[d]", "b", "[d]"),
        ("\n[b]\nc = 1\n", "b", "\n"),
        ("[a]\n\n[b]\n[c]", "b", "[a]\n\n[c]"),
        ("[a]\n\n\n[b]\n\n[c]", "b", "[a]\n\n\n[c]"),
        ("[a.b]\n[c]\n[a.d]\n[e]", "a", "[c]\n[e]"),
        ("[[b]]\n\n[[b]]\n\n[c]", "b", "[c]"),
        ("a.b = 1\n[a.c]\n[d]", "a", "[d]"),
    ],
)
def test_a_key_is_removed(before: str, key: str, after: str) -> None:
    text = front(before)
    assert apply_edits(text, remove_key(text, key)) == front(after)


def test_a_key_on_the_line_of_the_fence_is_removed() -> None:
    text = "+++ a = 1 # é\nb = 2\n+++\n"
    assert apply_edits(text, remove_key(text, "a")) == "+++ b = 2\n+++\n"
    assert (
        apply_edits(text, set_value(text, "new", 1, ("new", "a"))) == "+++ a = 1 # é\nb = 2\nnew = 1\n+++\n"
    )
    with pytest.raises(RefusedEdit, match="not-restored"):
        move_key(text, "b", "a")


@pytest.mark.parametrize(
    ("before", "key", "target", "after"),
    [
        ("a = 1\n# b\nb = 2 # é\nc = 3", "b", "a", "# b\nb = 2 # é\na = 1\nc = 3"),
        ("a = 1\nb = 2\n\nc = 3", "a", "c", "b = 2\n\na = 1\nc = 3"),
        ("a = 1\nb = 2", "a", None, "b = 2\na = 1"),
        ("a = 1\n\nb = 2", "a", "b", "a = 1\n\nb = 2"),
        ("a = 1\nb.x = 2\nb.y = 3", "b", "a", "b.x = 2\nb.y = 3\na = 1"),
        ("a = 1\nb = 2\n\n[c]", "a", "c", "b = 2\na = 1\n\n[c]"),
        ("[a]\nx = 1\n\n[b]\ny = 2", "b", "a", "[b]\ny = 2\n\n[a]\nx = 1"),
        ("[a]\nx = 1\n\n# b\n[b]\ny = 2\n", "a", None, "# b\n[b]\ny = 2\n\n[a]\nx = 1\n"),
        ("k = 1\n\n[a]\n\n[[b]]\n\n[[b]]\n\n[c]", "b", "a", "k = 1\n\n[[b]]\n\n[[b]]\n\n[a]\n\n[c]"),
        ("k = 1\n\n[a]\n\n[b]\n\n[c]", "a", None, "k = 1\n\n[b]\n\n[c]\n\n[a]"),
        ("[a]\n[b]\n[c]", "a", "c", "[b]\n[a]\n[c]"),
    ],
)
def test_a_key_is_moved(before: str, key: str, target: str | None, after: str) -> None:
    text = front(before)
    assert apply_edits(text, move_key(text, key, target)) == front(after)


@pytest.mark.parametrize(
    ("before", "key", "target", "reason"),
    [
        ("a = 1\n[b]\n[c]", "a", None, "table-order"),
        ("a = 1\n[b]\n[c]", "a", "c", "table-order"),
        ("a = 1\n[b]\n[c]", "b", "a", "table-order"),
        ("a.x = 1\nb = 2\na.y = 3", "a", None, "not-restored"),
        ("a.x = 1\nb = 2\nc = 1\na.y = 3", "b", "c", ""),
        ("a.x = 1\n[b]\n[a.y]\n[c]", "a", "c", "not-restored"),
    ],
)
def test_moves_that_toml_has_no_order_for_are_refused(
    before: str, key: str, target: str | None, reason: str
) -> None:
    if not reason:
        assert move_key(front(before), key, target) == ()
        return
    with pytest.raises(RefusedEdit, match=reason):
        move_key(front(before), key, target)


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("a = 1 # é\nb = 2", "'x'", "a = 'x' # é\nb = 2"),
        ("a = 1", "[\n  1, # é\n]", "a = [\n  1, # é\n]"),
        ("a = 1", "'x' # é", "a = 'x' # é"),
        ("[a] # é\nb = 1\n\n[a.c]\nd = 2\n\n[e]", "b = 2", "[a] # é\nb = 2\n\n[e]"),
        ("[a]\n[e]", "b = 2", "[a]\nb = 2\n[e]"),
        ("[a]\nb = 1\n[e]", "", "[a]\n\n[e]"),
        ("[a]\n[e]", "", "[a]\n[e]"),
        ("[a]\nb = 1\n\n[e]", "{ b = 2 }", "a = { b = 2 }\n\n[e]"),
        ("[[a]]\nb = 1\n\n[[a]]\n\n[e]", "[[a]]\nb = 3", "[[a]]\nb = 3\n\n[e]"),
        ("a.b = 1 # é\na.c = 2\ne = 1", "a.d = 3", "a.d = 3\ne = 1"),
        ("a.b = 1\ne = 1\na.c = 2", "3", "e = 1\na = 3"),
        ("b = 1", "2025-07-08", "b = 1\na = 2025-07-08"),
    ],
)
def test_a_source_is_set(before: str, source: str, after: str) -> None:
    text = front(before)
    assert apply_edits(text, set_raw(text, "a", source)) == front(after)


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("a = 1", "hello"),
        ("a = 1", ""),
        ("a = 1", "2\nb = 3"),
        ("a = 1", "# é"),
        ("a = 1", "'''\n+++\n'''"),
        ("[a]\nb = 1", "[c]"),
        ("[a]\nb = 1", "hello"),
        ("[[a]]\nb = 1", "[[b]]\nc = 1"),
        ("b = 1", "hello"),
        ("b = 1", "b = 2"),
    ],
)
def test_a_source_that_is_not_one_value_is_refused(before: str, source: str) -> None:
    with pytest.raises(RefusedValue, match="not-one-value"):
        set_raw(front(before), "a", source)


@pytest.mark.parametrize("value", [None, [1, None], {"b": {"c": None}}])
def test_null_is_refused(value: Value) -> None:
    for key in ("a", "new"):
        with pytest.raises(RefusedValue, match="no-null"):
            set_value(front("a = 1"), key, value)


@pytest.mark.parametrize("before", ["a = 'x'", "b = 'x'", "[a]", "[[a]]", "a.b = 1"])
def test_half_a_character_is_refused(before: str) -> None:
    with pytest.raises(RefusedEdit, match="not-restored"):
        set_value(front(before), "a", "\ud800")


def test_a_front_matter_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(RefusedEdit, match="not-a-value"):
        set_value(front("a = x"), "a", 1)


def test_a_long_front_matter_is_edited_in_every_part() -> None:
    text = front(TABLES)
    seo: Value = {"title": "y", "image": {"src": "a", "alt": "é"}, "social": {"card": False}}
    authors: Value = [{"name": "A", "url": "u"}, {"name": "B"}]
    text = apply_edits(text, set_value(text, "seo", seo))
    text = apply_edits(text, set_value(text, "authors", authors))
    wanted = TABLES.replace("'x' # t", "'y' # t").replace('src = "a"', 'src = "a"\nimage.alt = "é"')
    wanted = wanted.replace("card = true", "card = false").replace('name = "A"', 'name = "A"\nurl = "u"')
    assert text == front(wanted)
