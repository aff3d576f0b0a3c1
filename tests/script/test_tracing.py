"""What an expression of a module stands for."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.script.expressions import Call, Expression, Imported, Literal, Member, Name, Unknown
from editor.script.modules import read_script
from editor.script.places import place_of
from editor.script.tracing import Bound, Module, NotPlain, Plain, Tracer, exported

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 2.0
"""Seconds of the processor that any text may take."""


def bound(text: str, others: Mapping[str, str] | None = None) -> Bound:
    """Answer the default export of a module; others are the texts of those it may import."""
    modules: dict[str, Module] = {}

    def follow(name: str) -> Module | None:
        if name not in (others or {}):
            return None
        if name not in modules:
            modules[name] = Module(read_script((others or {})[name]), follow)
        return modules[name]

    found = exported(Module(read_script(text), follow), "default")
    assert found is not None
    return found


def traced(text: str, others: Mapping[str, str] | None = None) -> Expression:
    return Tracer().traced(bound(text, others)).expression


def plain(text: str, others: Mapping[str, str] | None = None) -> Plain:
    return Tracer().plain(bound(text, others))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("const a = b, b = 1; export default a", 1),
        (
            "export default { a: [1, 'x', null, true], 'b': { c: -1 } }",
            {"a": [1, "x", None, True], "b": {"c": -1}},
        ),
        ("const a = { x: 1, y: 2 }; export default { x: 0, ...a, y: 3, z: 4 }", {"x": 1, "y": 3, "z": 4}),
        ("const a = [1, 2]; export default [0, ...a, ...[3]]", [0, 1, 2, 3]),
        ("const a = { b: [{ c: 'd' }] }; export default a.b[0].c", "d"),
        ("const a = { b: 1 }, c = { ...a }; export default c.b", 1),
        ("const { a, b: [, c] } = { a: 1, b: [2, 3] }; export default [a, c]", [1, 3]),
        ("const a = 'x'; export default `${a}/${1}y` + a", "x/1yx"),
        ("const f = (a, b = 2) => ({ a, b }); export default f(1)", {"a": 1, "b": 2}),
        ("const f = ({ a }) => a, g = (b) => f({ a: b }); export default g('x')", "x"),
        ("const a = 1; const f = (a) => { const b = a; return [a, b]; }; export default f(2)", [2, 2]),
        ("const f = (a) => () => a; export default f(1)()", 1),
        ("function f() { return g(); function h() {} } const g = () => 1; export default f()", 1),
        ("export default Object.freeze(['a'] as const)", ["a"]),
        ("enum A { B = 'b', C = 'c' } export default Object.values(A)", ["b", "c"]),
        ("const a = { b: 1, c: 2 }; export default [...Object.keys(a), 'd']", ["b", "c", "d"]),
        ("export default { get a() { return 1; } }", {"a": 1}),
        ("enum A { B = 'b' } export default A.B", "b"),
        ("export default [1, ...[2], 3][0]", 1),
        ("const a = {}; export default { ...a, ...{}, b: Object.keys(a) }", {"b": []}),
    ],
)
def test_plain_values(text: str, value: Plain) -> None:
    assert plain(text) == value


@pytest.mark.parametrize(
    "source",
    [
        "a",
        "undefined",
        "f()",
        "new Date()",
        "{ a: b }",
        "{ ...a }",
        "[a]",
        "[...a]",
        "{ a: 1, ...b }.a",
        "[...b, 1][1]",
        "[1][2]",
        "[1].length",
        "`${true}`",
        "`${a}`",
        "Object.keys({ ...a })",
        "Object.keys(a)",
        "(() => { if (a) return 1; return 2; })()",
        "((a) => a)()",
        "((...a) => a)(1)",
        "((...a) => a)()",
        "1..toFixed()",
    ],
)
def test_values_that_are_not_plain(source: str) -> None:
    with pytest.raises(NotPlain):
        plain(f"export default {source}")


def test_a_text_is_told_alone() -> None:
    assert Tracer().text(bound("export default 'a'")) == "a"
    assert Tracer().text(bound("export default 5")) is None
    assert Tracer().text(bound("export default b")) is None


def test_an_object_without_a_key_leads_nowhere() -> None:
    assert traced("const a = { b: 1 }; export default a.c") == Member("a.c", Name("a"), "c")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import z from 'zod'; export default z", "default"),
        ("import z from 'zod'; export default z.coerce.date", "default.coerce.date"),
        ("import { z as y } from 'zod'; const x = y; export default x.string", "z.string"),
        ("import * as z from 'zod'; export default z", "*"),
        ("import * as z from 'zod'; export default z.iso.date", "iso.date"),
        ("import * as z from 'zod'; const { string: s } = z; export default s", "string"),
        ("export { string as default } from 'zod'", "string"),
    ],
)
def test_what_comes_from_elsewhere_has_its_module_s_name(text: str, name: str) -> None:
    found = traced(text)
    assert isinstance(found, Imported)
    assert (found.module, found.name) == ("zod", name)


@pytest.mark.parametrize(
    ("text", "others", "value"),
    [
        ("import { a } from './m'; export default a", {"./m": "const b = 1; export const a = b;"}, 1),
        ("import a from './m'; export default a", {"./m": "export default 1"}, 1),
        ("import * as m from './m'; export default m.a", {"./m": "export const a = 1"}, 1),
        (
            "import * as m from './m'; export default [m.a, m]",
            {"./m": "export * from './n'", "./n": "export const a = 1"},
            None,
        ),
        (
            "import * as m from './m'; export default m.a",
            {"./m": "export * from './n'", "./n": "export const a = 1"},
            1,
        ),
        (
            "import { a } from './m'; export default a",
            {"./m": "export { b as a } from './n'", "./n": "export const b = 1"},
            1,
        ),
        (
            "import { f } from './m'; const a = 1; export default f(a)",
            {"./m": "const a = 2; export const f = (b) => [a, b];"},
            [2, 1],
        ),
        (
            "import { a } from './m'; export default a",
            {"./m": "export * from './m'; export * from './gone'"},
            None,
        ),
        ("import { a } from './m'; export default a.b", {"./m": "export const c = 1"}, None),
    ],
)
def test_modules_are_followed(text: str, others: dict[str, str], value: Plain) -> None:
    if value is None:
        with pytest.raises(NotPlain):
            plain(text, others)
    else:
        assert plain(text, others) == value


@pytest.mark.parametrize(
    "text",
    [
        "const a = b, b = a; export default a",
        "const a = b.c, b = a.c; export default a",
        "const f = () => f(); export default f()",
        "const f = (a) => f([a, a]); export default f(1)",
        "const a = { ...a }; export default a.b",
        "const a = [...a]; export default a[0]",
        "const a = fileURLToPath(a); export default a.b",
        "const a = { get b() { return a.b; } }; export default a.b",
        "import { a } from './m'; export default a",
    ],
)
def test_what_leads_back_to_itself_is_unknown(text: str) -> None:
    start = time.process_time()
    found = traced(text, {"./m": "import { a } from './m'; export { a };"})
    assert isinstance(found, Unknown | Member)
    assert time.process_time() - start < LONGEST


@pytest.mark.parametrize(
    "text",
    [
        "const a0 = [1]; "
        + "".join(f"const a{n + 1} = [...a{n}, ...a{n}]; " for n in range(40))
        + "export default a40",
        "const a0 = { x: 1 }; "
        + "".join(f"const a{n + 1} = {{ x: a{n}, y: a{n} }}; " for n in range(40))
        + "export default a40",
        "const f0 = (a) => [a, a]; "
        + "".join(f"const f{n + 1} = (a) => f{n}([a, a]); " for n in range(40))
        + "export default f40(1)",
        "const o = {"
        + ", ".join(f"k{n}: {n}" for n in range(4000))
        + "}; export default ["
        + ", ".join(f"o.k{n}" for n in range(2000))
        + "]",
        "const a = [" + "1, " * 25_000 + "]; export default a",
        "const s0 = 'ab'; "
        + "".join(f"const s{n + 1} = `${{s{n}}}${{s{n}}}`; " for n in range(40))
        + "export default s40",
    ],
    ids=["spreads", "objects", "functions", "members", "items", "texts"],
)
def test_values_that_grow_without_end_are_given_up_in_time(text: str) -> None:
    start = time.process_time()
    with pytest.raises(NotPlain):
        plain(text)
    assert time.process_time() - start < LONGEST


def test_a_call_of_something_unknown_stays_a_call() -> None:
    assert traced("import { f } from 'm'; const a = f(1); export default a") == Call(
        "f(1)", Name("f"), (Literal("1", 1),)
    )


def test_nothing_is_exported_by_another_name() -> None:
    assert exported(Module(read_script("const a = 1"), lambda _: None), "a") is None


def test_members_by_way_of_keys() -> None:
    value = bound("import m from 'm'; export default { a: { b: [1] }, m }")
    tracer = Tracer()
    found = tracer.member(value, "a", "b", "0")
    assert found is not None
    assert found.expression == Literal("1", 1)
    assert tracer.member(value, "a", "c", "0") is None
    told = tracer.member(value, "m", "x")
    assert told is not None
    assert isinstance(told.expression, Imported)
    assert told.expression.name == "default.x"


def test_entries_of_an_object() -> None:
    found = Tracer().entries(bound("const a = { x: 1 }; export default { y: 2, ...a, ...b, y: 3, ...c }"))
    assert found is not None
    assert [(key, held.source) for key, held in found] == [("y", "3"), ("x", "1"), (None, "b"), (None, "c")]
    assert Tracer().entries(bound("export default []")) is None


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("'./src/app'", "/root/src/app"),
        ("'/app/'", "/root/app"),
        ("'../app'", "/app"),
        ("`${'a'}b`", "/root/ab"),
        ("new URL('./my%20app', import.meta.url)", "/root/src/my app"),
        ("fileURLToPath(new URL('../app', import.meta.url))", "/root/app"),
        ("new URL('./app', 'https://a.example')", None),
        ("new URL(a, import.meta.url)", None),
        ("new URL('./app')", None),
        ("resolve('./app')", None),
        ("'a\\0'", None),
        ("5", None),
    ],
)
def test_places(source: str, place: str | None) -> None:
    value = bound(f"import {{ fileURLToPath }} from 'node:url'; export default {source}")
    found = place_of(value, Tracer(), Path("/root"), Path("/root/src"))
    assert found == (Path(place) if place else None)
