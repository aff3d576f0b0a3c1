"""What the names of a script stand for, what it imports and exports."""

from __future__ import annotations

import random
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.script import parsing
from editor.script.expressions import (
    Array,
    Binding,
    Call,
    Expression,
    Function,
    Imported,
    Literal,
    Member,
    Name,
    Object,
    RegularExpression,
    Script,
    Spread,
    Template,
    Unknown,
)
from editor.script.modules import read_script
from editor.script.parsing import LARGEST, UnreadableScript

LONGEST = 2.0
"""Seconds of the processor that any text may take."""


def value_of(source: str) -> Expression:
    return read_script(f"const value = {source};").names["value"]


@pytest.mark.parametrize(
    ("source", "expression"),
    [
        ("'été 😀\\n'", Literal("'été 😀\\n'", "été 😀\n")),
        ('""', Literal('""', "")),
        ("-1.5", Literal("-1.5", -1.5)),
        ("+2", Literal("+2", 2)),
        ("true", Literal("true", True)),
        ("false", Literal("false", False)),
        ("null", Literal("null", None)),
        ("undefined", Name("undefined")),
        ("import.meta", Name("import.meta")),
        ("5n", Unknown("5n")),
        ("!a", Unknown("!a")),
        ("-a", Unknown("-a")),
        ("~1", Unknown("~1")),
        ("(a)", Name("a")),
        ("(/* why */ a)", Name("a")),
        ("a as const", Name("a")),
        ("a satisfies B", Name("a")),
        ("<B>a", Name("a")),
        ("a!", Name("a")),
        ("a ? b : c", Unknown("a ? b : c")),
        ("a - 'b'", Unknown("a - 'b'")),
        ("a + 1", Unknown("a + 1")),
        ("a + 'b'", Template("a + 'b'", (Name("a"), Literal("'b'", "b")))),
        ("`a\r\n`", Template("`a\r\n`", (Literal("a\r\n", "a\n"),))),
        (
            "`\\ud83d\\ude00 ${a} ${b}`",
            Template(
                "`\\ud83d\\ude00 ${a} ${b}`",
                (Literal("\\ud83d\\ude00 ", "😀 "), Name("a"), Literal(" ", " "), Name("b")),
            ),
        ),
        ("tag`a`", Unknown("tag`a`")),
        ("/a\\/[b/]/i", RegularExpression("/a\\/[b/]/i", "a\\/[b/]", "i")),
        ("/a/", RegularExpression("/a/", "a")),
        ("[a, ...b]", Array("[a, ...b]", (Name("a"), Spread("...b", Name("b"))))),
        ("a.b", Member("a.b", Name("a"), "b")),
        ("a?.['b']", Member("a?.['b']", Name("a"), "b")),
        ("a[0]", Member("a[0]", Name("a"), "0")),
        ("a[b]", Unknown("a[b]")),
        ("a[true]", Unknown("a[true]")),
        ("f<string>(a, 1)", Call("f<string>(a, 1)", Name("f"), (Name("a"), Literal("1", 1)))),
        ("new A", Call("new A", Name("A"), (), is_new=True)),
        ("new A(b)", Call("new A(b)", Name("A"), (Name("b"),), is_new=True)),
    ],
)
def test_expressions(source: str, expression: Expression) -> None:
    assert value_of(source) == expression


def test_objects() -> None:
    value = value_of(
        "{ a, 'b-c': 1, 2: d, [`e`]: f, [g]: h, [g]() {}, ...i, async j() {}, *n() { return 1; },"
        " get k() { return l; }, // m\n }"
    )
    assert isinstance(value, Object)
    assert value.entries == (
        ("a", Name("a")),
        ("b-c", Literal("1", 1)),
        ("2", Name("d")),
        ("e", Name("f")),
        Spread("[g]: h", Unknown("[g]: h")),
        Spread("[g]() {}", Unknown("[g]() {}")),
        Spread("...i", Name("i")),
        ("j", Function("async j() {}")),
        ("n", Function("*n() { return 1; }")),
        ("k", Call("get k() { return l; }", Function("get k() { return l; }", (), Name("l")))),
    )


@pytest.mark.parametrize(
    ("source", "parameters"),
    [
        ("a => 1", [[Binding("a")]]),
        ("() => 1", []),
        ("(a: A, b?: B, c = 2) => 1", [[Binding("a")], [Binding("b")], [Binding("c", (), Literal("2", 2))]]),
        (
            "({ a, b: c, d: { e }, f = 1, ...g } = {}) => 1",
            [
                [
                    Binding("a", ("a",)),
                    Binding("c", ("b",)),
                    Binding("e", ("d", "e")),
                    Binding("f", ("f",), Literal("1", 1)),
                    Binding("g", None),
                ]
            ],
        ),
        ("([a, , b], ...c) => 1", [[Binding("a", ("0",)), Binding("b", ("2",))], [Binding("c", None)]]),
        ("({ [a]: b }) => 1", [[Binding("b", None)]]),
        ("function (a) { return 1; }", [[Binding("a")]]),
    ],
)
def test_parameters(source: str, parameters: list[list[Binding]]) -> None:
    value = value_of(source)
    assert isinstance(value, Function)
    assert [list(bindings) for bindings in value.parameters] == parameters
    assert value.result == Literal("1", 1)


@pytest.mark.parametrize(
    ("source", "result", "names"),
    [
        ("() => ({ a: 1 })", Object("{ a: 1 }", (("a", Literal("1", 1)),)), {}),
        (
            "() => { /* b */ const a = 1; type A = string; function f() {} ; return a; }",
            Name("a"),
            {"a": Literal("1", 1), "f": Function("function f() {}")},
        ),
        ("() => { if (a) return b; return c; }", None, {}),
        ("() => { a.b = c; return a; }", None, {}),
        ("() => { return }", Unknown(""), {}),
        ("() => {}", None, {}),
        ("async () => 1", None, {}),
    ],
)
def test_what_a_function_returns(
    source: str, result: Expression | None, names: dict[str, Expression]
) -> None:
    value = value_of(source)
    assert isinstance(value, Function)
    assert (value.result, value.names) == (result, names)


def test_names() -> None:
    script = read_script(
        "const a = 1, { b, c: [d, e = 2], ...f } = a;\nvar g;\nfunction h() { return 1 }\n"
        "enum I { J, K = 4, L, M = 'm', [n] = 1 }\ninterface O {}\nclass P {}\nexport const q = 1;\n"
    )
    assert script.names == {
        "a": Literal("1", 1),
        "b": Member("a.b", Name("a"), "b"),
        "d": Member("a.c.0", Member("a.c", Name("a"), "c"), "0"),
        "e": Member("a.c.1", Member("a.c", Name("a"), "c"), "1"),
        "f": Unknown("f"),
        "g": Unknown(""),
        "h": Function("function h() { return 1 }", (), Literal("1", 1)),
        "I": script.names["I"],
        "q": Literal("1", 1),
    }
    members = script.names["I"]
    assert isinstance(members, Object)
    assert members.entries == (
        ("J", Literal("0", 0)),
        ("K", Literal("4", 4)),
        ("L", Literal("5", 5)),
        ("M", Literal("'m'", "m")),
        Spread("[n] = 1", Unknown("[n] = 1")),
    )


def test_imports() -> None:
    script = read_script(
        "import a, { b, c as d, type E, default as F } from './x.js';\n"
        "import * as f from \"y\";\nimport 'z';\n"
        "import g from './data.json' with { type: 'json' };\n"
    )
    assert script == Script(
        {
            "a": Imported("a", "./x.js", "default"),
            "b": Imported("b", "./x.js", "b"),
            "d": Imported("d", "./x.js", "c"),
            "E": Imported("E", "./x.js", "E"),
            "F": Imported("F", "./x.js", "default"),
            "f": Imported("f", "y", "*"),
            "g": Imported("g", "./data.json", "default"),
        }
    )


@pytest.mark.parametrize(
    ("source", "exports"),
    [
        ("export const a = 1, b = 2;", {"a": Name("a"), "b": Name("b")}),
        ("export function a() {}", {"a": Name("a")}),
        ("export enum A { B }", {"A": Name("A")}),
        ("export { a, b as c, d as default };", {"a": Name("a"), "c": Name("b"), "default": Name("d")}),
        (
            "export { a, b as c } from './m';",
            {"a": Imported("a", "./m", "a"), "c": Imported("c", "./m", "b")},
        ),
        ("export * as a from './m';", {"a": Imported("a", "./m", "*")}),
        ("export default a;", {"default": Name("a")}),
        ("export default function a() {}", {"default": Name("a")}),
        ("export default { a } satisfies B;", {"default": Object("{ a }", (("a", Name("a")),))}),
        ("export = a;", {"default": Name("a")}),
        ("module.exports = a;", {"default": Name("a")}),
        ("other.exports = a; a = 1;", {}),
        ("export type A = B;", {}),
    ],
)
def test_exports(source: str, exports: dict[str, Expression]) -> None:
    assert read_script(source).exports == exports


def test_modules_that_are_passed_on() -> None:
    assert read_script("export * from './a';\nexport * from 'b';").passed_on == ("./a", "b")


@pytest.mark.parametrize(
    "change",
    [
        "a = 2",
        "a += 2",
        "a++",
        "a.b.c = 2",
        "a['b'] = 2",
        "a.push(2)",
        "a.b.sort()",
        "Object.assign(a, b)",
        "if (b) { for (;;) { a.b = 1 } }",
        "function f() { a = 2 }",
    ],
)
def test_what_is_changed_later_stays_unknown(change: str) -> None:
    assert read_script(f"let a = {{ b: [] }};\n{change};").names["a"] == Unknown("a")


@pytest.mark.parametrize(
    "call", ["a.map(b)", "Object.assign()", "Object.assign({}, a)", "b.c = a", "(a)()", "f(a)"]
)
def test_what_is_only_used_is_known(call: str) -> None:
    assert read_script(f"const a = [];\n{call};").names["a"] == Array("[]", ())


def test_broken_text_is_read_as_far_as_it_goes() -> None:
    script = read_script("const a = { b: 1, c: @@, d: 2 };\nconst e = 'f\nconst g = 3;\nimport from;\nexport")
    value = script.names["a"]
    assert isinstance(value, Object)
    assert [entry for entry in value.entries if not isinstance(entry, Spread)] == [
        ("b", Literal("1", 1)),
        ("d", Literal("2", 2)),
    ]


@pytest.mark.parametrize(
    "value", ["`b", "'b", "[1 @@ 2]", "f(a @@ b)", "{ a: @@ b }.a", "", "f(", "a.", "`${`"]
)
def test_a_broken_value_is_no_other(value: str) -> None:
    found = read_script(f"const a = {value}").names.get("a", Unknown(""))
    assert isinstance(found, Unknown | Member)


def test_a_broken_export_is_no_other() -> None:
    assert isinstance(read_script("export default @@ a").exports.get("default", Unknown("")), Unknown)


def nested(opening: str, closing: str = "", middle: str = "") -> str:
    return f"export const a = {opening * 10_000}{middle}{closing * 10_000};"


@pytest.mark.parametrize(
    "text",
    [
        nested("["),
        nested("[", "]"),
        nested("(", ")", "1"),
        nested("{a:", "}", "1"),
        nested("{"),
        nested("b<"),
        nested("(a)=>"),
        nested("f<a>("),
        nested("`${"),
        nested("`${", "}`", "1"),
        nested("a?(b):"),
        nested("async("),
        nested("a.b(", ")"),
        nested("-"),
        nested("1+'a'+", "", "1"),
        "const " + "{a:" * 10_000 + "b" + "}" * 10_000 + " = c;",
        "type A = " + "[" * 10_000,
        "a" + ".b" * 10_000 + " = 1;",
    ],
    ids=range(18),
)
def test_deep_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    assert isinstance(read_script(text), Script)
    assert time.process_time() - start < LONGEST


def test_a_large_text_is_refused() -> None:
    with pytest.raises(UnreadableScript) as refusal:
        read_script(" " * (LARGEST + 1))
    assert refusal.value.reason == "too-large"


def test_a_text_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LONGEST", -1.0)
    with pytest.raises(UnreadableScript) as refusal:
        read_script("const a = 1;\n" * 5_000)
    assert refusal.value.reason == "too-slow"


@pytest.mark.parametrize(
    "alphabet",
    ["(){}[]<>=>,;:?.`'\"/*abc \n", "".join(map(chr, range(256))), "\x00\ufffd\u2028"],
    ids=["marks", "bytes", "odd"],
)
def test_garbage_is_refused_or_read_in_time(alphabet: str) -> None:
    text = "".join(random.Random(1).choices(alphabet, k=LARGEST))  # noqa: S311 - no secret
    start = time.process_time()
    with suppress(UnreadableScript):
        read_script(text)
    assert time.process_time() - start < LONGEST


WORDS = [
    "const ",
    "a",
    " = ",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "=>",
    "...",
    "'",
    "`",
    "${",
    ",",
    ":",
    "export ",
    "default ",
]
WORDS += [
    "import ",
    " from ",
    "function ",
    "return ",
    "1",
    ".",
    "\\u{1F600}",
    "😀",
    "\ud800",
    "\n",
    "//",
    "/*",
    "enum ",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join) | st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_script(text), Script)
