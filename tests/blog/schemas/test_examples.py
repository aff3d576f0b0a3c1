"""Fields read from the text of configurations are those of the JSON Schemas that Astro generates for them.

The sites are in tests/examples/content, each with what Astro 7 and Astro 5 wrote: `packaging/dev.py judge
schemas` has them write it anew.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from editor.blog.astro_site import read_site
from editor.blog.schemas.combining import united
from editor.blog.schemas.configuration import configured
from editor.blog.schemas.json_schema import read_collection_schema
from editor.blog.schemas.known import Known
from editor.blog.schemas.shapes import (
    AnyShape,
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "content"
CASES: Final = [
    (example.name, version)
    for example in sorted(EXAMPLES.iterdir())
    for version in ("astro-7", "astro-5")
    if (example / version).is_dir()
]

EVALUATED = "Astro runs the default to generate it; its text is shown"
TRANSFORMED = "Zod 4 does not generate the default of what is transformed, as a reference is"
FLAGS = "a generated pattern has lost its flags"
READABLE = "Zod's pattern and ours of the same text: Zod writes more than is asked for"
INTERNAL = "the pattern of a format that is Zod's own says nothing to a writer"
LOOSE = "draft-07 says additionalProperties: false of every object, so it tells nothing"
PIPED = "draft-07 generates both ends of a pipe; only the first is written"
UNTOLD = "draft-07 has no default of catch()"
RECURSIVE = "what holds itself is named by its generated place there, by its own name here"
DIFFERENCES: Final[dict[str, dict[str, str]]] = {
    "astro-7 authors": {"posts.author": TRANSFORMED, "posts.related": TRANSFORMED},
    "astro-7 defaults": {"pages.today": EVALUATED, "pages.now": EVALUATED},
    "astro-5 defaults": {"pages.today": EVALUATED, "pages.now": EVALUATED, "pages.caught": UNTOLD},
    "astro-5 documentation": {"docs.prev": LOOSE},
    "astro-5 groups": {"entries.strict": LOOSE},
    "astro-7 texts": {
        "entries.colour": FLAGS,
        "entries.clock": READABLE,
        "entries.begins": READABLE,
        "entries.ends": READABLE,
        "entries.emoji": INTERNAL,
        "entries.cuid": INTERNAL,
        "entries.base64": INTERNAL,
    },
    "astro-5 texts": {
        "entries.colour": FLAGS,
        "entries.begins": READABLE,
        "entries.holds": READABLE,
        "entries.emoji": INTERNAL,
        "entries.cuid": INTERNAL,
    },
    "astro-7 transforms": {"posts.piped": TRANSFORMED},
    "astro-5 transforms": {"posts.minutes": PIPED},
    "astro-7 zod-4": {
        "talks.time": READABLE,
        "talks.code": INTERNAL,
        "talks.ticket": INTERNAL,
        "talks.hash": INTERNAL,
        "talks.category.subcategories": RECURSIVE,
    },
}
"""By version and example, the fields that differ, each with the reason."""
WITHOUT_SCHEMA: Final = {"other-names": {"untyped"}}


def seen_by_json(shape: Shape) -> Shape:
    """Answer a shape without what JSON Schema cannot tell: images, names of collections, coercion."""
    match shape:
        case ImageShape():
            return TextShape()
        case ReferenceShape():
            return ReferenceShape()
        case TextShape() | NumberShape() | FlagShape():
            return replace(shape, is_coerced=False)
        case DateShape():
            return DateShape()
        case ListShape(item):
            return replace(shape, item=seen_by_json(item))
        case GroupShape(fields, other):
            fields = tuple(replace(field, shape=seen_by_json(field.shape), source="") for field in fields)
            return replace(shape, fields=fields, other=None if other is None else seen_by_json(other))
        case UnionShape(options):
            return united(map(seen_by_json, options))
    return shape


def differences(way: str, one: GroupShape, other: GroupShape) -> Iterator[str]:
    """Answer the ways to the fields in which two groups differ; the deepest groups that both have."""
    left, right = ({field.key: field for field in group.fields} for group in (one, other))
    assert list(left) == list(right)
    if (one.other, one.are_others_refused) != (other.other, other.are_others_refused):
        yield way
    for key, field in left.items():
        if field == right[key]:
            continue
        mine, theirs = field.shape, right[key].shape
        if isinstance(mine, GroupShape) and isinstance(theirs, GroupShape):
            assert field == replace(right[key], shape=mine)
            yield from differences(f"{way}.{key}", mine, theirs)
        else:
            yield f"{way}.{key}"


@pytest.mark.parametrize(("name", "version"), CASES)
def test_fields_are_those_that_astro_generates(tmp_path: Path, name: str, version: str) -> None:
    site = shutil.copytree(EXAMPLES / name, tmp_path / "site")
    package = {"dependencies": {"astro": version.removeprefix("astro-")}}
    (site / "package.json").write_text(json.dumps(package), "utf-8")
    told = configured(site, read_site(site), Known())
    assert told.is_complete
    found: list[str] = []
    for collection in told.collections:
        schema = EXAMPLES / name / version / f"{collection.name}.schema.json"
        if collection.name in WITHOUT_SCHEMA.get(name, ()):
            assert not schema.exists()
            continue
        assert collection.has_schema
        assert collection.unread == ()
        generated = seen_by_json(read_collection_schema(schema.read_text("utf-8")))
        read = seen_by_json(GroupShape(collection.fields, None, collection.are_others_refused))
        assert isinstance(read, GroupShape)
        assert isinstance(generated, GroupShape)
        found += differences(collection.name, read, generated)
    assert sorted(found) == sorted(DIFFERENCES.get(f"{version} {name}", {}))


def test_there_are_enough_examples() -> None:
    assert len({name for name, _ in CASES}) >= 18
    assert not set(DIFFERENCES) - {f"{version} {name}" for name, version in CASES}


def unread_in(fields: Iterable[SchemaField]) -> Iterator[AnyShape]:
    waiting = [field.shape for field in fields]
    for shape in waiting:
        match shape:
            case AnyShape(unread) if unread:
                yield shape
            case ListShape(item):
                waiting.append(item)
            case GroupShape(within, other):
                waiting += [*(field.shape for field in within), *([] if other is None else [other])]
            case UnionShape(options):
                waiting += options


@pytest.mark.parametrize("name", sorted({name for name, _ in CASES}))
def test_nothing_in_the_examples_stays_unread(name: str) -> None:
    site = EXAMPLES / name
    collections = configured(site, read_site(site), Known()).collections
    unread = [shape for collection in collections for shape in unread_in(collection.fields)]
    assert unread == ([AnyShape("recursion", "Category")] if name == "zod-4" else [])


def fields_of(example: str, collection: str) -> dict[str, SchemaField]:
    site = EXAMPLES / example
    (found,) = (it for it in configured(site, read_site(site), Known()).collections if it.name == collection)
    return {field.key: field for field in found.fields}


def test_what_the_configuration_alone_shows() -> None:
    template = fields_of("blog-template", "blog")
    assert template["heroImage"].shape == ImageShape()
    assert template["pubDate"].shape == DateShape()
    assert template["title"].source == "content.config.ts"
    posts = fields_of("authors", "posts")
    assert posts["author"].shape == ReferenceShape("authors")
    assert posts["reviewers"].shape == ListShape(ReferenceShape("authors"), 1, 3)
    assert fields_of("authors", "authors")["portrait"].shape == ImageShape()
    galleries = fields_of("gallery", "galleries")
    assert galleries["photos"].shape == ListShape(ImageShape(), 1)
    assert galleries["byPlace"].shape == GroupShape(other=ImageShape())
    assert galleries["icon"].shape == ImageShape()
    banner = galleries["banner"].shape
    assert isinstance(banner, UnionShape)
    assert banner.options[0] == ImageShape()
    numbers = fields_of("numbers", "reviews")
    assert numbers["year"].shape == NumberShape(is_coerced=True)
    assert numbers["stars"].shape == NumberShape(1, 5, is_whole=True)
    assert fields_of("other-names", "texts")["d"].shape == DateShape(is_coerced=False)
    assert fields_of("other-names", "texts")["f"].shape == ReferenceShape("texts")
    assert fields_of("texts", "entries")["colour"].shape == TextShape(pattern="(?i:^#[0-9a-f]{6}$)")
    assert fields_of("defaults", "pages")["now"].default_source == "() => new Date('2024-01-02')"
    category = fields_of("zod-4", "talks")["category"].shape
    assert isinstance(category, GroupShape)
    assert category.fields[1].shape == ListShape(AnyShape("recursion", "Category"))


@pytest.mark.parametrize(
    ("example", "places"),
    [
        ("blog-template", {"blog": ("src/content/blog", "glob", ("**/*.{md,mdx}",))}),
        (
            "portfolio",
            {
                "work": ("src/content/work", "glob", ("**/*.md",)),
                "pages": ("content", "glob", ("pages/**/*.md", "!**/_*.md")),
            },
        ),
        ("documentation", {"docs": ("src/docs", "glob", ("**/[^_]*.{md,mdx}",))}),
        (
            "authors",
            {
                "authors": ("src/data/authors.json", "file", ()),
                "posts": ("src/data/posts", "glob", ("**/*.md",)),
                "series": ("src/data/series.yaml", "file", ()),
            },
        ),
        (
            "legacy",
            {
                "my-blog": ("src/content/my-blog", "folder", ("**/*.{md,mdx,mdoc}", "!**/_*/**/*", "!**/_*")),
                "authors": (
                    "src/content/authors",
                    "folder",
                    ("**/*.{json,yaml,yml,toml}", "!**/_*/**/*", "!**/_*"),
                ),
                "notes": ("src/content/notes", "folder", ("**/*.{md,mdx,mdoc}", "!**/_*/**/*", "!**/_*")),
            },
        ),
        (
            "functions",
            {
                name: (f"src/content/{name}", "glob", ("**/*.md",))
                for name in ("blog", "notes", "pages", "log")
            },
        ),
        (
            "other-names",
            {
                "texts": ("src/texts/all", "glob", ("**/*.md", "!**/drafts/**")),
                "two words": ("src/texts/all", "glob", ("**/*.md", "!**/drafts/**")),
                "untyped": (".", "glob", ("notes/*.md",)),
                "file": ("src/data/words.json", "file", ()),
            },
        ),
    ],
)
def test_where_collections_live(example: str, places: dict[str, tuple[str, str, tuple[str, ...]]]) -> None:
    site = EXAMPLES / example
    assert {
        it.name: (it.base.relative_to(site).as_posix(), it.loader, it.patterns)
        for it in configured(site, read_site(site), Known()).collections
    } == places
