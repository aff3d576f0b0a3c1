"""Types that Zod schemas stand for, beyond what the examples of whole configurations show."""

from __future__ import annotations

import time
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blog.schemas.shapes import (
    ANYTHING,
    AnyShape,
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    SchemaField,
    Shape,
    TextShape,
    UnionShape,
)
from editor.blog.schemas.zod.names import zod_name
from editor.blog.schemas.zod.reader import DEEPEST, ZodReader
from editor.blog.schemas.zod.types import ZodType
from editor.script.modules import read_script
from editor.script.tracing import Module, Tracer, exported

LONGEST = 2.0
"""Seconds of the processor that any schema may take."""
PRELUDE = """
import { z, reference } from 'astro:content';
import { imported, docsSchema } from '@acme/schemas';
import * as acme from '@acme/more';
const text = z.string(), base = z.object({ a: z.string(), b: z.number().optional() });
"""


def type_of(source: str, zod: Literal[3, 4] = 4, prelude: str = PRELUDE) -> ZodType:
    value = exported(Module(read_script(f"{prelude}\nexport default {source};"), lambda _: None), "default")
    assert value is not None
    return ZodReader(Tracer(), "config", zod).of_collection(value)


def field(key: str, shape: Shape, *, is_required: bool = True) -> SchemaField:
    return SchemaField(key, shape, is_required=is_required, source="config")


@pytest.mark.parametrize(
    ("source", "shape"),
    [
        ("z.array(text)", ListShape(TextShape())),
        ("z.preprocess(f, z.date().min(1))", DateShape()),
        ("z.preprocess(f, z.number().min(1))", NumberShape(1, is_coerced=True)),
        ("z.preprocess(f, z.array(text))", ListShape(TextShape())),
        ("z.optional(z.array(text, 'message'))", ListShape(TextShape())),
        ("z._default(text, 'a')", TextShape()),
        ("z.pipe(z.string(), z.number())", TextShape()),
        ("z.tuple([text]).rest(z.number())", ListShape(UnionShape((TextShape(), NumberShape())), 1)),
        ("z.tuple([])", ListShape(ANYTHING, 0, 0)),
        ("z.date().min(new Date())", DateShape(is_coerced=False)),
        ("z.coerce.bigint()", NumberShape(is_whole=True, is_coerced=True)),
        ("z.uint32()", NumberShape(0, 2**32 - 1, is_whole=True)),
        ("z.record(text)", GroupShape(other=TextShape())),
        ("z.object()", GroupShape()),
        ("z.object({}).loose()", GroupShape(other=ANYTHING)),
        (
            "z.object(base.shape)",
            GroupShape((field("a", TextShape()), field("b", NumberShape(), is_required=False))),
        ),
        ("z.array(z.array(text)).element", ListShape(TextShape())),
        ("z.array(text).unwrap()", TextShape()),
        ("text.nullable().unwrap()", TextShape()),
        ("text.unwrap()", TextShape()),
        ("z.union([z.literal('a'), z.literal(1), z.literal(null)])", ChoiceShape(("a", 1, None))),
        ("z.enum(z.enum(['a', 'b']).options)", ChoiceShape(("a", "b"))),
        ("z.enum(['a', 'b']).exclude('a')", ChoiceShape(("b",))),
        (
            "z.discriminatedUnion('k', [base])",
            GroupShape((field("a", TextShape()), field("b", NumberShape(), is_required=False))),
        ),
        ("reference('a')", ReferenceShape("a")),
        ("reference(unknown)", ReferenceShape()),
        ("reference()", ReferenceShape()),
        ("(context) => context.image()", ImageShape()),
        ("({ image: img }) => img().nullable()", ImageShape()),
        ("z.string().min(unknown).max(5.5)", TextShape(longest=5)),
        ("z.string().max(-1)", TextShape()),
        ("z.number().min()", NumberShape()),
        ("z.number().gt(5).min(5)", NumberShape(5, is_smallest_excluded=True)),
        ("z.number().lt(5).max(5)", NumberShape(largest=5, is_largest_excluded=True)),
        ("z.number().step(0)", NumberShape()),
        ("z.number().min(true)", NumberShape()),
        ("z.string().regex(/a/ms)", TextShape(pattern="(?ms:a)")),
        ("z.string().regex(/a/g).regex(/b/)", TextShape(pattern="a")),
        ("z.string().regex(new RegExp('a', 'i'))", TextShape(pattern="(?i:a)")),
        ("z.string().regex(unknown)", TextShape()),
        ("z.string().regex(new RegExp(unknown, unknown))", TextShape()),
        ("z.string().startsWith(unknown)", TextShape(pattern="^")),
        ("z.string().startsWith('a.b')", TextShape(pattern=r"^a\.b")),
        ("z.string().url().email()", TextShape(format="email")),
        (
            "z.discriminatedUnion('k', [z.object({ k: z.literal(1) }), z.object({ k: z.literal(2) })])"
            ".and(base.pick({ a: true }))",
            UnionShape(
                (
                    GroupShape((field("k", ChoiceShape((1,))), field("a", TextShape()))),
                    GroupShape((field("k", ChoiceShape((2,))), field("a", TextShape()))),
                ),
                "k",
            ),
        ),
    ],
)
def test_shapes(source: str, shape: Shape) -> None:
    assert type_of(source).shape == shape


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("text.default(undefined)", ZodType(TextShape(), is_optional=True)),
        ("text.default(unknown)", ZodType(TextShape(), has_default=True, default_source="unknown")),
        (
            "text.default(() => f(\n  1))",
            ZodType(TextShape(), has_default=True, default_source="() => f( 1)"),
        ),
        ("text.meta({ title: 'A' })", ZodType(TextShape())),
        ("text.describe('A').meta({ description: 'B' })", ZodType(TextShape(), description="B")),
        ("text.describe(unknown)", ZodType(TextShape())),
        ("text.meta(unknown)", ZodType(TextShape())),
        (
            "text.optional().or(z.number())",
            ZodType(UnionShape((TextShape(), NumberShape())), is_optional=True),
        ),
        ("base.optional().and(z.object({}).optional())", ZodType(type_of("base").shape, is_optional=True)),
        ("z.catch(z.enum(['a']), 'a')", ZodType(ChoiceShape(("a",)), has_default=True, default="a")),
    ],
)
def test_what_may_be_absent(source: str, expected: ZodType) -> None:
    assert type_of(source) == expected


def test_the_version_of_zod_tells_whether_anything_may_be_nothing() -> None:
    for source in ("z.any()", "z.unknown()", "z.coerce.string()", "z.coerce.boolean()"):
        assert type_of(source, 3).is_optional
        assert not type_of(source, 4).is_optional


@pytest.mark.parametrize(
    ("source", "reason", "told"),
    [
        ("imported", "import", "imported"),
        ("imported.optional()", "import", "imported"),
        ("imported.partial({ a: true })", "import", "imported.partial({ a: true })"),
        ("acme.make(1).strict()", "import", "acme.make(1).strict()"),
        ("docsSchema()", "import", "docsSchema()"),
        ("docsSchema({ extend: imported })", "import", "docsSchema({ extend: imported })"),
        ("z.custom(check)", "call", "z.custom(check)"),
        ("z.set(text)", "call", "z.set(text)"),
        ("unknown(text)", "call", "unknown(text)"),
        ("unknown", "expression", "unknown"),
        ("unknown.make(1)", "call", "unknown.make(1)"),
        ("unknown ? text : base", "expression", "unknown ? text : base"),
        ("text.length", "expression", "text.length"),
        ("base.shape.c", "expression", "base.shape.c"),
        ("text.shape.c", "expression", "text.shape.c"),
        ("text.rest(base)", "call", "text.rest(base)"),
        ("text.extend({ a: text })", "call", "text.extend({ a: text })"),
        ("base.partial(unknown)", "call", "base.partial(unknown)"),
        ("base.pick({ ...unknown })", "call", "base.pick({ ...unknown })"),
        ("base.min(1)", "call", "base.min(1)"),
        ("text.and(base)", "call", "text.and(base)"),
        ("z.intersection(text, base)", "call", "z.intersection(text, base)"),
        ("z.union(unknown)", "call", "z.union(unknown)"),
        ("z.union()", "call", "z.union()"),
        ("z.optional()", "call", "z.optional()"),
        ("text.or()", "call", "text.or()"),
        ("base.extend()", "call", "base.extend()"),
        ("z.discriminatedUnion('a', unknown)", "call", "z.discriminatedUnion('a', unknown)"),
        ("z.tuple(unknown)", "call", "z.tuple(unknown)"),
        ("z.enum(unknown)", "call", "z.enum(unknown)"),
        ("z.enum(text.options)", "call", "z.enum(text.options)"),
        ("z.enum([])", "call", "z.enum([])"),
        ("z.enum(['a']).exclude(unknown)", "call", "z.enum(['a']).exclude(unknown)"),
        ("z.string", "expression", "z.string"),
        ("new Schema()", "call", "new Schema()"),
        ("'text'", "expression", "'text'"),
        ("async () => text", "call", "async () => text"),
        ("((a) => a)(...unknown)", "expression", "...unknown"),
    ],
)
def test_what_cannot_be_read_says_why(source: str, reason: str, told: str) -> None:
    assert type_of(source) == ZodType(AnyShape(reason, told), is_optional=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "keys", "other"),
    [
        (
            "docsSchema({ extend: z.object({ a: text }) })",
            ["a"],
            AnyShape("import", "docsSchema({ extend: z.object({ a: text }) })"),
        ),
        (
            "docsSchema({ extend: ({ image }) => z.object({ a: image() }) }).optional()",
            ["a"],
            AnyShape("import", "docsSchema({ extend: ({ image }) => z.object({ a: image() }) })"),
        ),
        (
            "z.object({ a: text, ...imported.shape, c: text })",
            ["a", "c"],
            AnyShape("import", "imported.shape"),
        ),
        (
            "z.object({ a: text, ...(unknown && { b: text }) })",
            ["a"],
            AnyShape("expression", "unknown && { b: text }"),
        ),
        ("z.object({ ...text.shape })", [], AnyShape("expression", "text.shape")),
        ("z.object(unknown)", [], AnyShape("expression", "unknown")),
        ("imported.extend({ a: text })", ["a"], AnyShape("import", "imported")),
        ("imported.merge(base)", ["a", "b"], AnyShape("import", "imported")),
        ("base.merge(imported)", ["a", "b"], AnyShape("import", "imported")),
        ("base.and(imported)", ["a", "b"], AnyShape("import", "imported")),
        ("base.strict().extend({ c: text })", ["a", "b", "c"], None),
        ("base.strict().extend({ ...imported.shape })", ["a", "b"], AnyShape("import", "imported.shape")),
    ],
)
def test_fields_beside_what_cannot_be_read_are_known(
    source: str, keys: list[str], other: Shape | None
) -> None:
    shape = type_of(source).shape
    assert isinstance(shape, GroupShape)
    assert ([field.key for field in shape.fields], shape.other) == (keys, other)
    assert shape.are_others_refused == (source == "base.strict().extend({ c: text })")


def test_a_merge_with_what_is_no_group_stays_unread() -> None:
    assert isinstance(type_of("imported.merge(text)").shape, AnyShape)
    assert isinstance(type_of("base.merge(text)").shape, AnyShape)


def test_a_source_is_cut() -> None:
    shape = type_of(f"z.custom('{'a' * 500}')").shape
    assert isinstance(shape, AnyShape)
    assert len(shape.source) == 200


@pytest.mark.parametrize(
    ("module", "name", "known"),
    [
        ("zod", "z.coerce.date", "coerce.date"),
        ("zod", "default.string", "string"),
        ("zod", "default.z.string", "string"),
        ("zod", "string", "string"),
        ("zod/v4", "iso.date", "iso.date"),
        ("astro/zod", "z", "z"),
        ("astro:content", "z.string", "string"),
        ("astro:content", "getCollection", ""),
        ("astro:content", "z", ""),
        ("@acme/zod", "z.string", ""),
    ],
)
def test_names(module: str, name: str, known: str) -> None:
    assert zod_name(module, name) == known


@pytest.mark.parametrize(
    "prelude",
    [
        "const a = z.lazy(() => a);",
        "const a = z.lazy(() => z.array(a));",
        "const a = z.object({ b: z.lazy(() => a) });",
        "const a = z.object({ get b() { return a; } });",
        "const a = z.object({ ...a.shape });",
        "const a = z.union([a, z.string()]);",
        "const a = a.optional();",
        "const a = z.enum(a.options);",
        "const a = z.object({ b: a.shape.b });",
        "const f = (x) => f(z.array(x)), a = f(z.string());",
        "const f = (x) => z.array(f(x)), a = f(z.string());",
        "const a = z.string()" + ".or(z.string())" * 200 + ";",
        "const a = " + "z.array(" * 500 + "text" + ")" * 500 + ";",
        "const a0 = z.object({ x: z.string() });"
        + "".join(f"const a{n + 1} = z.object({{ x: a{n}, y: a{n}, z: a{n} }});" for n in range(30))
        + "const a = a30;",
        "const a0 = z.object({ x: z.string() });"
        + "".join(f"const a{n + 1} = a{n}.merge(a{n}).and(a{n});" for n in range(30))
        + "const a = a30;",
        "const s = z.object({"
        + ", ".join(f"k{n}: z.string()" for n in range(3000))
        + "}); const a = s.and(s).and(s);",
        "const f = (x) => z.object({ a: x, b: x }); const a = " + "f(" * 40 + "z.string()" + ")" * 40 + ";",
    ],
    ids=range(17),
)
def test_schemas_without_end_are_given_up_in_time(prelude: str) -> None:
    start = time.process_time()
    found = type_of("z.object({ a })", prelude="import { z } from 'zod';" + prelude)
    assert isinstance(found.shape, GroupShape)
    assert time.process_time() - start < LONGEST


def test_what_holds_itself_is_cut_where_it_begins_again() -> None:
    shape = type_of(
        "tree",
        prelude="import { z } from 'zod'; const tree = z.object({ get trees() { return z.array(tree); } });",
    ).shape
    assert isinstance(shape, GroupShape)
    assert shape.fields[0].shape == ListShape(AnyShape("recursion", "tree"))


def test_a_row_of_methods_beyond_the_deepest_stays_unread() -> None:
    assert isinstance(type_of("text" + ".trim()" * DEEPEST).shape, AnyShape)
    assert type_of("text" + ".trim()" * (DEEPEST - 1)).shape == TextShape()


PARTS = [
    "z",
    ".object(",
    "{",
    "}",
    "a: ",
    "b: ",
    ")",
    "(",
    ".string()",
    ".array(",
    ".optional()",
    ".extend(",
    ".shape",
]
PARTS += [
    ".enum(",
    "[",
    "]",
    "'x'",
    ", ",
    "...",
    "=>",
    "base",
    "text",
    ".union(",
    ".merge(",
    ".lazy(() => ",
    ".default(",
]
PARTS += [
    ".pick(",
    "true",
    "1",
    ".min(",
    "imported",
    ".and(",
    "image",
    ".or(",
    ".literal(",
    ".tuple(",
    ".record(",
    " ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_any_schema_is_read(source: str) -> None:
    module = Module(
        read_script(f"{PRELUDE}\nexport {{ schema as default }};\nconst schema = {source};"), lambda _: None
    )
    value = exported(module, "default")
    assert value is not None
    assert isinstance(ZodReader(Tracer(), "config", 4).of_collection(value), ZodType)


def test_flags_of_a_type() -> None:
    assert type_of("z.object({ a: z.boolean() })").shape == GroupShape((field("a", FlagShape()),))
