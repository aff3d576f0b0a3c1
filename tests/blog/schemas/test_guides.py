"""Collections, ids of entries, and the guide that holds them together."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from editor.blog.blog import Blog, find_blog
from editor.blog.schemas import entries
from editor.blog.schemas.collections import collection_of, collections_of, new_collection
from editor.blog.schemas.entries import entry_id, entry_ids, files_of, head_of, ids_in_file
from editor.blog.schemas.guide import Collection
from editor.blog.schemas.guides import BlogGuides, _references, guide_files, guide_of
from editor.blog.schemas.known import Known
from editor.blog.schemas.shapes import (
    GroupShape,
    ImageShape,
    ListShape,
    ReferenceShape,
    SchemaField,
    TextShape,
    UnionShape,
)

FLAT = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {"title": {"type": "string"}, "draft": {"type": "boolean"}, "$schema": {"type": "string"}},
    "required": ["title"],
}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Blog:
    write(tmp_path / "astro.config.mjs", "export default {}")
    write(tmp_path / "src/content/blog/a.md", "---\ntitle: A\n---\n")
    write(tmp_path / "src/content/blog/b/index.md", "---\ndraft: true\ntitle: B\nslug: own/😀\n---\n")
    write(tmp_path / ".astro/collections/blog.schema.json", json.dumps(FLAT))
    write(tmp_path / ".astro/collections/torn.schema.json", "{")
    write(tmp_path / ".astro/collections/collections.json", "{}")
    return find_blog(tmp_path)


def test_a_generated_schema_makes_a_collection_of_the_folder_of_its_name(site: Blog) -> None:
    blog, torn = collections_of(site, Known())
    assert (blog.name, blog.base, blog.loader) == ("blog", site.root / "src/content/blog", "folder")
    assert [field.key for field in blog.fields] == ["title", "draft"]
    assert blog.sources == ("schema.json",)
    assert blog.has_schema
    assert (torn.name, torn.has_schema, torn.fields) == ("torn", False, ())


def test_only_a_site_of_astro_has_collections(tmp_path: Path, site: Blog) -> None:
    assert collections_of(find_blog(write(tmp_path / "alone" / "a.md", "x").parent), Known())
    plain = Blog(tmp_path, "plain", "astro", (), None, ())
    assert collections_of(plain, Known()) == ()
    assert guide_files(plain, Known()) == (tmp_path,)


def test_a_guide_depends_on_schemas_and_on_the_folders_of_articles(site: Blog) -> None:
    generated, articles = site.root / ".astro/collections", site.root / "src/content/blog"
    schemas = (generated / "blog.schema.json", generated / "torn.schema.json")
    names = ("content.config.mjs", "content.config.js", "content.config.mts", "content.config.ts")
    configurations = tuple(site.root / "src" / name for name in names)
    assert guide_files(site, Known()) == (generated, *schemas, *configurations, articles, articles / "b")


def test_a_site_without_generated_schemas_has_none(tmp_path: Path) -> None:
    write(tmp_path / "astro.config.mjs", "")
    assert collections_of(find_blog(tmp_path), Known()) == ()


CONFIGURATION = """
import { defineCollection, reference, z } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { title } from './shared';

const people = defineCollection({ loader: file('src/people.json'), schema: z.object({ name: z.string() }) });
const posts = defineCollection({
	loader: glob({ base: './posts', pattern: '**/*.md' }),
	schema: ({ image }) => z.object({ title, hero: image().optional(), by: reference('people') }),
});
export const collections = { people, posts, bare: defineCollection({ loader: other() }) };
"""


@pytest.fixture
def configured_site(tmp_path: Path) -> Blog:
    write(tmp_path / "astro.config.mjs", "export default {}")
    write(tmp_path / "src/content.config.ts", CONFIGURATION)
    write(
        tmp_path / "src/shared.ts", "import { z } from 'astro/zod';\nexport const title = z.string().max(60);"
    )
    write(tmp_path / "src/people.json", '{"ada": {"name": "Ada"}}')
    write(tmp_path / "posts/a.md", "---\ntitle: A\n---\n")
    return find_blog(tmp_path)


def test_collections_are_those_of_the_configuration(configured_site: Blog) -> None:
    people, posts, bare = collections_of(configured_site, Known())
    assert (people.name, people.base, people.loader) == (
        "people",
        configured_site.root / "src/people.json",
        "file",
    )
    assert (posts.name, posts.base, posts.sources) == (
        "posts",
        configured_site.root / "posts",
        ("content.config.ts",),
    )
    assert [(field.key, field.shape) for field in posts.fields] == [
        ("title", TextShape(longest=60)),
        ("hero", ImageShape()),
        ("by", ReferenceShape("people")),
    ]
    assert (bare.loader, bare.has_schema, bare.sources) == ("custom", False, ("content.config.ts",))


def test_generated_schemas_and_the_configuration_are_merged(configured_site: Blog) -> None:
    generated = configured_site.root / ".astro/collections"
    properties = {"title": {"type": "string", "maxLength": 50}, "hero": {"type": "string"}}
    for name in ("posts", "bare", "gone"):
        write(generated / f"{name}.schema.json", json.dumps({"type": "object", "properties": properties}))
    known = Known()
    people, posts, bare = collections_of(configured_site, known)
    assert [(field.key, field.shape, field.source) for field in posts.fields] == [
        ("title", TextShape(longest=50), "schema.json"),
        ("hero", ImageShape(), "content.config.ts"),
        ("by", ReferenceShape("people"), "content.config.ts"),
    ]
    assert (people.sources, posts.sources) == (("content.config.ts",), ("schema.json", "content.config.ts"))
    assert (bare.has_schema, bare.sources) == (True, ("schema.json",))
    more = CONFIGURATION.replace("collections = { ", "collections = { ...others, ")
    write(configured_site.root / "src/content.config.ts", more)
    assert [found.name for found in collections_of(configured_site, known)] == [
        "people",
        "posts",
        "bare",
        "gone",
    ]


def test_a_generated_schema_fills_what_the_configuration_does_not_tell(configured_site: Blog) -> None:
    text = CONFIGURATION.replace("({ image }) => z.object({ title,", "docsSchema({ title,").replace(
        "z.string()", "a"
    )
    write(configured_site.root / "src/content.config.ts", text)
    _, posts, _ = collections_of(configured_site, Known())
    assert [shape.unread for shape in posts.unread] == ["call"]
    schema = json.dumps({"type": "object", "properties": {"a": {"type": "string"}}})
    write(configured_site.root / ".astro/collections/posts.schema.json", schema)
    _, posts, _ = collections_of(configured_site, Known())
    assert (posts.unread, posts.has_schema) == ((), True)


def test_a_new_article_is_of_the_collection_that_its_place_has(configured_site: Blog) -> None:
    guide = guide_of(configured_site, None, Known())
    assert guide.collection is not None
    assert (guide.collection.name, guide.entries) == ("posts", {"people": ("ada",)})
    data = Collection("data", configured_site.root / "data.json", loader="file")
    indexes = Collection("indexes", configured_site.root / "posts", ("**/index.md",))
    assert new_collection(configured_site, (data, indexes)) == indexes
    assert new_collection(configured_site, (data,)) is None


def test_a_guide_depends_on_the_configuration_and_what_it_imports(configured_site: Blog) -> None:
    root = configured_site.root
    names = (
        "content.config.mjs",
        "content.config.js",
        "content.config.mts",
        "content.config.ts",
        "shared.ts",
    )
    assert guide_files(configured_site, Known()) == (
        root / ".astro/collections",
        *(root / "src" / name for name in names),
        root / "posts",
    )


def test_the_deepest_collection_takes_an_article(tmp_path: Path) -> None:
    outer = Collection("outer", tmp_path)
    inner = Collection("inner", tmp_path / "in", ("**/*.md", "!**/no.md"))
    data = Collection("data", tmp_path / "in" / "a.md", loader="file")
    collections = (outer, inner, data)
    assert collection_of(tmp_path / "in/a.md", collections) == inner
    assert collection_of(tmp_path / "in/no.md", collections) == outer
    assert collection_of(tmp_path / "a.txt", collections) is None


def test_the_guide_of_an_article(site: Blog) -> None:
    known = Known()
    guide = guide_of(site, site.root / "src/content/blog/a.md", known)
    assert guide.collection is not None
    assert guide.collection.name == "blog"
    assert guide.usage.articles == 2
    assert guide.key_order == ("draft", "title", "slug")
    assert guide.entries == {}
    assert guide_of(site, None, known) == guide


def test_the_schema_names_keys_that_no_article_has(site: Blog) -> None:
    (site.root / "src/content/blog/b/index.md").unlink()
    assert guide_of(site, None, Known()).key_order == ("title", "draft")


def test_an_article_outside_of_collections_goes_by_its_neighbours(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "---\ntitle: A\n---\n")
    write(tmp_path / "b.md", "---\ntitle: B\n---\n")
    guide = guide_of(find_blog(path), path, Known())
    assert (guide.collection, guide.usage.articles, guide.key_order) == (None, 2, ("title",))
    folder = guide_of(find_blog(tmp_path), path, Known())
    assert folder.usage == guide.usage


def test_a_reference_brings_the_ids_of_its_collection(site: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    posts = Collection(
        "blog", site.root / "src/content/blog", fields=(SchemaField("next", ReferenceShape("blog")),)
    )
    monkeypatch.setattr("editor.blog.schemas.guides.collections_of", lambda blog, known: (posts,))
    guide = guide_of(site, site.root / "src/content/blog/a.md", Known())
    assert guide.entries == {"blog": ("a", "own/😀")}


def test_references_are_found_in_lists_groups_and_unions() -> None:
    group = GroupShape((SchemaField("c", ReferenceShape("c")), SchemaField("t", TextShape())))
    fields = (
        SchemaField("a", ListShape(ReferenceShape("a"))),
        SchemaField("b", UnionShape((TextShape(), ReferenceShape("b"), group))),
    )
    assert list(_references(fields)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("My_Post.md", {}, "my_post"),
        ("2024.01.02 notes.md", {}, "20240102-notes"),
        ("Über Größe/index.md", {}, "über-größe"),
        ("index.md", {}, "index"),
        ("C++ & C#.md", {}, "c--c"),
        ("a.md", {"slug": "As/It Is"}, "As/It Is"),
        ("a.md", {"slug": 2024}, "2024"),
        ("a.md", {"slug": ""}, "a"),
    ],
)
def test_the_id_of_an_entry(name: str, fields: dict[str, str | int], expected: str) -> None:
    assert entry_id(Path("/blog", name), Path("/blog"), {**fields}) == expected


def test_the_files_of_a_collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.md", "a/c.md", "a/d.txt", ".hidden/e.md", "node_modules/f.md", "data/g.json"):
        write(tmp_path / name, "")
    collection = Collection("blog", tmp_path, ("**/*.{md,json}",))
    assert [path.relative_to(tmp_path).as_posix() for path in files_of(collection)] == [
        "b.md",
        "a/c.md",
        "data/g.json",
    ]
    assert entry_ids(collection, Known()) == ("a/c", "b", "data/g")
    assert list(files_of(Collection("data", tmp_path, loader="file"))) == []
    monkeypatch.setattr(entries, "MOST_FILES", 1)
    assert len(list(files_of(collection))) == 1


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{"ada": {"name": "Ada"}, "bob": {}}', ("ada", "bob")),
        (
            '[{"id": "ada"}, {"slug": "bob"}, {"id": 3}, {"name": "x"}, {"id": true}, "y"]',
            ("ada", "bob", "3"),
        ),
        ("---\nada:\n  name: Ada\nbob:\n", ("ada", "bob")),
        ("- id: ada\n- id: 'bob 😀'\n", ("ada", "bob 😀")),
        ("just words", ()),
        ("{", ()),
    ],
)
def test_the_ids_in_a_data_file(tmp_path: Path, text: str, ids: tuple[str, ...]) -> None:
    path = write(tmp_path / "people.json", text)
    assert ids_in_file(path) == ids
    assert entry_ids(Collection("people", path, loader="file"), Known()) == tuple(sorted(ids))


def test_files_that_cannot_be_read_have_no_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = tmp_path / "a.md"
    binary.write_bytes(b"\xff\xfe\x00")
    assert ids_in_file(tmp_path / "gone.json") == ()
    assert ids_in_file(binary) == ()
    assert head_of(binary).entries == ()
    assert head_of(tmp_path / "gone.md").entries == ()
    monkeypatch.setattr(entries, "LARGEST_DATA_FILE", 1)
    assert ids_in_file(write(tmp_path / "b.json", '{"a": 1}')) == ()


def made(path: Path) -> list[str]:
    return [path.name]


def test_what_was_made_of_a_file_is_kept_while_it_stays(tmp_path: Path) -> None:
    known = Known()
    path = write(tmp_path / "a.md", "x")
    first = known.of(path, made)
    assert known.of(path, made) is first
    os.utime(path, ns=(1, 1))
    second = known.of(path, made)
    assert second is not first
    path.unlink()
    assert known.of(path, made) is not second
    write(path, "x")
    os.utime(path, ns=(1, 1))
    assert known.of(path, made) is not second


def test_the_guides_of_many_articles_are_made_once(site: Blog) -> None:
    guides = BlogGuides(site, Known(), most_articles=1)
    for collection in (guides.collections[0], None):
        whole = guides.of_collection(collection)
        assert guides.of_collection(collection) is whole
        assert (whole.collection, whole.usage.articles) == (collection, 1)


def test_ids_that_the_site_makes_itself_are_not_known(tmp_path: Path) -> None:
    write(tmp_path / "astro.config.mjs", "")
    write(tmp_path / "people" / "ada.md", "")
    write(tmp_path / "posts" / "a.md", "")
    write(
        tmp_path / "src/content.config.ts",
        "import { defineCollection, reference } from 'astro:content';\n"
        "import { glob } from 'astro/loaders';\nimport { z } from 'astro/zod';\n"
        "const people = defineCollection({\n"
        "  loader: glob({ base: 'people', pattern: '*.md', generateId: (one) => one.entry }) });\n"
        "const posts = defineCollection({ loader: glob({ base: 'posts', pattern: '*.md' }),\n"
        "  schema: z.object({ author: reference('people') }) });\n"
        "export const collections = { people, posts };\n",
    )
    guide = guide_of(find_blog(tmp_path), tmp_path / "posts" / "a.md", Known())
    assert guide.collection is not None
    assert (guide.collection.name, guide.entries) == ("posts", {})
