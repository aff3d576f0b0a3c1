"""Collections as a content configuration defines them: where they live, and what can be read of them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from editor.blog.astro_site import read_site
from editor.blog.schemas import site_modules
from editor.blog.schemas.configuration import ANY_ARTICLE, Configured, configured
from editor.blog.schemas.known import Known
from editor.blog.schemas.shapes import AnyShape, ChoiceShape, TextShape
from editor.blog.schemas.site_modules import script_at

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.schemas.guide import Collection

LONGEST = 2.0
"""Seconds of the processor that any configuration may take."""
IMPORTS = """
import { defineCollection, reference } from 'astro:content';
import { glob, file } from 'astro/loaders';
import { z } from 'astro/zod';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def read(root: Path, astro: str = "7") -> Configured:
    write(root / "package.json", f'{{"dependencies": {{"astro": "{astro}"}}}}')
    return configured(root, read_site(root), Known())


def collection(root: Path, definition: str) -> Collection:
    """Answer the one collection of a configuration."""
    text = f"{IMPORTS}\nexport const collections = {{ blog: {definition} }};"
    write(root / "src/content.config.ts", text)
    (found,) = read(root).collections
    return found


def test_the_first_configuration_that_is_there_counts(tmp_path: Path) -> None:
    for suffix in ("ts", "mts", "js", "mjs"):
        write(
            tmp_path / f"src/content.config.{suffix}",
            f"{IMPORTS}\nexport const collections = {{ {suffix}: defineCollection({{}}) }};",
        )
        assert [found.name for found in read(tmp_path).collections] == [suffix]


def test_a_configuration_lies_in_the_source_of_the_site(tmp_path: Path) -> None:
    write(tmp_path / "astro.config.mjs", "export default { srcDir: './app' };")
    write(
        tmp_path / "app/content.config.ts",
        f"{IMPORTS}\nexport const collections = {{ a: defineCollection({{}}) }};",
    )
    (found,) = read(tmp_path).collections
    assert (found.base, found.loader) == (tmp_path / "app/content/a", "folder")


@pytest.mark.parametrize(
    ("astro", "is_read"), [("^5.2", True), ("^4.0", True), ("^6", False), ("latest", False)]
)
def test_where_astro_4_had_it_a_configuration_counts_until_astro_5(
    tmp_path: Path, astro: str, is_read: bool
) -> None:
    write(
        tmp_path / "src/content/config.ts",
        f"{IMPORTS}\nexport const collections = {{ a: defineCollection({{}}) }};",
    )
    told = read(tmp_path, astro)
    assert (len(told.collections), told.is_complete) == ((1, True) if is_read else (0, False))
    assert (tmp_path / "src/content/config.mjs" in told.files) == is_read


def test_a_site_without_a_configuration_watches_for_one(tmp_path: Path) -> None:
    names = ("content.config.mjs", "content.config.js", "content.config.mts", "content.config.ts")
    assert read(tmp_path) == Configured(files=tuple(tmp_path / "src" / name for name in names))


@pytest.mark.parametrize(
    ("loader", "base", "patterns"),
    [
        ("glob({ base: './posts', pattern: '**/*.md' })", "posts", ("**/*.md",)),
        ("glob({ base: '/posts/', pattern: ['*.md', '!_*'] })", "posts", ("*.md", "!_*")),
        ("glob({ base: new URL('../posts', import.meta.url), pattern: '*.md' })", "posts", ("*.md",)),
        ("glob({ base: new URL('./posts', import.meta.url), pattern: '*.md' })", "src/posts", ("*.md",)),
        ("glob({ pattern: `posts/${'*'}.md` })", ".", ("posts/*.md",)),
        ("glob({ base: './posts' })", "posts", ANY_ARTICLE),
        ("glob({ base: './posts', pattern: unknown })", "posts", ANY_ARTICLE),
        ("glob({ base: './posts', pattern: ['*.md', unknown] })", "posts", ANY_ARTICLE),
        ("glob({ base: './posts', ...unknown })", "posts", ANY_ARTICLE),
        ("glob({ base: '../posts', pattern: '*.md' })", "../posts", ("*.md",)),
    ],
)
def test_globs(tmp_path: Path, loader: str, base: str, patterns: tuple[str, ...]) -> None:
    found = collection(tmp_path, f"defineCollection({{ loader: {loader} }})")
    expected = tmp_path.parent / "posts" if base.startswith("..") else tmp_path / base
    assert (found.base, found.patterns, found.loader) == (expected, patterns, "glob")


@pytest.mark.parametrize(
    ("settings", "has_own_ids"),
    [
        ("loader: glob({ base: './posts', pattern: '**/*.md' })", False),
        ("loader: glob({ base: './posts', generateId: ({ entry }) => entry })", True),
        ("loader: glob({ base: './posts', ...unknown })", True),
        ("loader: docsLoader()", True),
        ("loader: file('a.json')", False),
        ("type: 'content'", False),
    ],
)
def test_whether_a_site_makes_ids_itself_is_seen(tmp_path: Path, settings: str, has_own_ids: bool) -> None:
    assert collection(tmp_path, f"defineCollection({{ {settings} }})").has_own_ids is has_own_ids


@pytest.mark.parametrize(
    "definition",
    [
        "defineCollection({ loader: docsLoader() })",
        "defineCollection({ loader: glob(options) })",
        "defineCollection({ loader: glob({ ...options }) })",
        "defineCollection({ loader: glob({ base: folder, pattern: '**/*.{md,mdx,markdown}' }) })",
        "defineCollection({ loader: file(name) })",
        "defineCollection({ loader: async () => [] })",
        "defineCollection({ loader: { name: 'own', load() {} } })",
        "defineCollection({ ...unknown })",
        "unknown",
        "docsSchema({})",
        "other({ loader: glob({ base: './posts' }) })",
        "defineCollection(unknown)",
        "defineCollection()",
    ],
)
def test_a_loader_that_is_not_read_likely_reads_the_folder_of_its_name(
    tmp_path: Path, definition: str
) -> None:
    found = collection(tmp_path, definition)
    assert (found.base, found.patterns, found.loader) == (
        tmp_path / "src/content/blog",
        ANY_ARTICLE,
        "custom",
    )
    (tmp_path / "src/content/blog").mkdir(parents=True)
    assert collection(tmp_path, definition).loader == "folder"


def test_schemas_that_are_not_read_are_named(tmp_path: Path) -> None:
    unread = collection(tmp_path, "defineCollection({ loader: docsLoader(), schema: docsSchema() })")
    assert (unread.has_schema, unread.fields) == (False, ())
    assert unread.unread == (AnyShape("import", "docsSchema()"),)
    schema = "docsSchema({ extend: z.object({ level: z.enum(['a', 'b']) }) })"
    extended = collection(tmp_path, f"defineCollection({{ loader: docsLoader(), schema: {schema} }})")
    assert extended.has_schema
    assert [(field.key, field.shape) for field in extended.fields] == [("level", ChoiceShape(("a", "b")))]
    assert extended.unread == (AnyShape("import", schema),)
    assert collection(tmp_path, "unknown").unread == (AnyShape("expression", "unknown"),)
    own = collection(tmp_path, "defineCollection({ schema: async () => z.object({}) })")
    assert own.unread == (AnyShape("call", "async () => z.object({})"),)
    assert collection(tmp_path, "defineCollection({ schema: z.string() })").has_schema is False
    assert collection(tmp_path, "defineCollection({ schema: z.object({}).strict() })").are_others_refused
    assert collection(tmp_path, "defineCollection({ schema: z.object({}) })").has_schema


def test_an_entry_that_is_one_of_several_groups_has_the_fields_of_all(tmp_path: Path) -> None:
    kinds = "z.object({ kind: z.literal('a'), a: z.string() }), z.object({ kind: z.literal('b') })"
    found = collection(tmp_path, f"defineCollection({{ schema: z.discriminatedUnion('kind', [{kinds}]) }})")
    assert [(field.key, field.is_required) for field in found.fields] == [("kind", True), ("a", False)]
    mixed = collection(tmp_path, "defineCollection({ schema: z.union([z.object({}), z.string()]) })")
    assert (mixed.fields, mixed.has_schema) == ((), False)


@pytest.mark.parametrize(
    ("exports", "names", "is_complete"),
    [
        ("const a = defineCollection({}); export const collections = { a, 'b c': a };", ["a", "b c"], True),
        ("const a = defineCollection({}); const collections = { a }; export { collections };", ["a"], True),
        ("const more = { b: defineCollection({}) }; export const collections = { ...more };", ["b"], True),
        ("export const collections = { ...unknown, a: defineCollection({}) };", ["a"], False),
        ("export const collections = unknown;", [], False),
        ("export const other = {};", [], False),
        ("const a = {}; a.b = defineCollection({}); export const collections = a;", [], False),
    ],
)
def test_which_collections_there_are(
    tmp_path: Path, exports: str, names: list[str], is_complete: bool
) -> None:
    write(tmp_path / "src/content.config.ts", f"{IMPORTS}\n{exports}")
    told = read(tmp_path)
    assert ([found.name for found in told.collections], told.is_complete) == (names, is_complete)


class TestImports:
    """Scripts of the site that a configuration imports are read too."""

    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("./schemas/blog", "src/schemas/blog.ts"),
            ("./schemas/blog.ts", "src/schemas/blog.ts"),
            ("./schemas/blog.js", "src/schemas/blog.ts"),
            ("./schemas/blog.mjs", "src/schemas/blog.mts"),
            ("./schemas/blog", "src/schemas/blog/index.js"),
            ("./blog.schema", "src/blog.schema.ts"),
            ("../shared/blog", "shared/blog.mjs"),
            ("~/schemas/blog", "src/schemas/blog.ts"),
            ("@/schemas/blog", "src/schemas/blog.ts"),
        ],
    )
    def test_a_schema_is_found(self, tmp_path: Path, name: str, file: str) -> None:
        text = f"import {{ schema }} from '{name}';\n{IMPORTS}"
        text += "export const collections = { blog: defineCollection({ schema }) };"
        write(tmp_path / "src/content.config.ts", text)
        write(
            tmp_path / file,
            "import { z } from 'astro/zod';\nexport const schema = z.object({ a: z.string() });",
        )
        told = read(tmp_path)
        (found,) = told.collections
        assert [(field.key, field.shape, field.source) for field in found.fields] == [
            ("a", TextShape(), "content.config.ts")
        ]
        assert tmp_path / file in told.files

    def test_a_collection_and_a_base_count_from_where_they_are_written(self, tmp_path: Path) -> None:
        write(
            tmp_path / "src/content.config.ts",
            "import { blog } from './collections/blog';\nexport const collections = { blog };",
        )
        write(
            tmp_path / "src/collections/blog.ts",
            f"{IMPORTS}\nexport const blog = defineCollection({{ loader: glob({{"
            " base: new URL('./posts', import.meta.url), pattern: '*.md' }) });",
        )
        (found,) = read(tmp_path).collections
        assert found.base == tmp_path / "src/collections/posts"

    @pytest.mark.parametrize(
        "name",
        [
            "./gone",
            "../../outside",
            "~/../../outside",
            "./link",
            "/outside",
            "acme",
            "../../../../../../../../../..",
            "./a\\0b",
        ],
    )
    def test_what_is_not_there_or_lies_outside_is_an_import(self, tmp_path: Path, name: str) -> None:
        site = tmp_path / "site"
        outside = write(tmp_path / "outside.ts", "export const schema = 1;")
        text = f"import {{ schema }} from '{name}';\n{IMPORTS}"
        write(
            site / "src/content.config.ts",
            text + "export const collections = { a: defineCollection({ schema }) };",
        )
        (site / "src/link.ts").symlink_to(outside)
        (found,) = read(site).collections
        assert found.unread == (AnyShape("import", "schema"),)

    def test_a_circle_of_imports_ends(self, tmp_path: Path) -> None:
        write(tmp_path / "src/content.config.ts", "export * from './a';")
        write(tmp_path / "src/a.ts", "export * from './b'; export { collections } from './b';")
        write(tmp_path / "src/b.ts", "export * from './a'; export { collections } from './a';")
        assert read(tmp_path).collections == ()

    def test_no_more_than_so_many_are_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(site_modules, "MOST", 2)
        imports = "".join(f"import {{ s{n} }} from './s{n}';\n" for n in range(3))
        fields = ", ".join(f"s{n}" for n in range(3))
        for n in range(3):
            write(tmp_path / f"src/s{n}.ts", f"import {{ z }} from 'zod'; export const s{n} = z.string();")
        collection = f"defineCollection({{ schema: z.object({{ {fields} }}) }})"
        text = f"{imports}{IMPORTS}export const collections = {{ a: {collection} }};"
        write(tmp_path / "src/content.config.ts", text)
        (found,) = read(tmp_path).collections
        assert [field.shape for field in found.fields] == [
            TextShape(),
            AnyShape("import", "s1"),
            AnyShape("import", "s2"),
        ]


@pytest.mark.parametrize(
    "data",
    [
        b"export const a = '" + b"x" * 10_000_000 + b"';",
        b"export const collections = " + b"[" * 10_000,
        b"export const collections = " + b"{a:" * 10_000 + b"}" * 10_000,
        bytes(range(256)) * 400,
        b"\xff\xfe\x00",
        b"\x00" * 90_000,
        "".join(chr(9000 + n % 3000) for n in range(90_000)).encode(),
        b"const a = b; const b = a; export const collections = a;",
        b"const a = { ...a }; export const collections = { ...a, b: a };",
        b"export const collections = { get a() { return collections.a; } };",
        b"import { collections } from './content.config.ts'; export { collections };",
        b"",
    ],
    ids=range(12),
)
def test_a_hostile_configuration_is_refused_in_time(tmp_path: Path, data: bytes) -> None:
    write(tmp_path / "src/content.config.ts", "").write_bytes(data)
    start = time.process_time()
    told = read(tmp_path)
    assert not any(found.fields for found in told.collections)
    assert time.process_time() - start < LONGEST


def test_a_folder_is_no_script(tmp_path: Path) -> None:
    assert script_at(tmp_path) is None
    assert script_at(tmp_path / "gone.ts") is None
