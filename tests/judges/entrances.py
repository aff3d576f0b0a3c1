"""Every entrance of the program as a function of bytes that fails where a promise is broken, and seeds."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import (
    RefusedEdit,
    Value,
    read,
    remove_key,
    set_raw,
    set_value,
    split,
    values,
)
from editor.article.history.index import Index, NotAHistory, index_bytes, index_in
from editor.article.history.versions import Version
from editor.article.journal.entries import Entry, Splice, Subject, Texts, packed
from editor.article.journal.framing import OPENING, NotAJournal, framed
from editor.article.journal.reading import read_journal
from editor.article.merging import merge_articles
from editor.article.source import NotText, decode, encode
from editor.blog.astro_site import read_site
from editor.blog.blog import find_blog
from editor.blog.checks.checking import check
from editor.blog.markdown_settings import markdown_settings
from editor.blog.schemas.configuration import configured
from editor.blog.schemas.guide import Guide
from editor.blog.schemas.json_schema import read_collection_schema
from editor.blog.schemas.json_shapes import UnreadableSchema
from editor.blog.schemas.known import Known
from editor.blog.site_styles import site_style
from editor.handing_over import message_of, targets_in
from editor.paths import RESOURCES
from editor.rendering.html import Options, render, rendered
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import begun, rewritten
from editor.session import Session
from editor.settings import Settings, read_settings
from editor.stored import read_stored, stored_text
from editor.text.change import Edit, apply_edits
from editor.text.merging import Choice, Origin, merge_texts, merged_text
from editor.text.statistics import statistics_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.text.dialects import Dialect

_EXAMPLES: Final = Path(__file__).parents[1] / "examples"
_SAMPLE: Final = RESOURCES / "sample-blog"
_CONFIGURATION: Final = b"""import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
  schema: ({ image }) => z.object({ title: z.string().max(60), pubDate: z.coerce.date(),
    tags: z.array(z.string()), heroImage: image().optional(),
    author: reference('authors').default('me') }).strict(),
});
export const collections = { blog };
"""


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way into the program; enter raises whatever must not happen, seeds are inputs that it takes."""

    name: str
    enter: Callable[[bytes], object]
    seeds: Callable[[], list[bytes]]


def _to_words(text: str, key: str) -> tuple[Edit, ...]:
    return set_value(text, key, "L'été : « a » # 😀")


def _to_list(text: str, key: str) -> tuple[Edit, ...]:
    return set_value(text, key, ["a", "b"])


def _to_flag(text: str, key: str) -> tuple[Edit, ...]:
    return set_raw(text, key, "true")


_CHANGES: Final = (_to_words, _to_list, _to_flag, remove_key)


def _files(*patterns: str) -> list[bytes]:
    places = sorted(place for pattern in patterns for place in _EXAMPLES.glob(pattern) if place.is_file())
    return [place.read_bytes()[:20_000] for place in places]


def article_seeds() -> list[bytes]:
    sample = [place.read_bytes() for place in sorted(_SAMPLE.rglob("*.md*"))]
    return [*sample, *_files("article/**/*.md", "content/*.md", "rendering/*/*.md", "text/**/*.md")]


def _text(data: bytes) -> str | None:
    try:
        return decode(data).text
    except NotText:
        return None


def _open_and_save(data: bytes) -> None:
    try:
        source = decode(data)
    except NotText:
        return
    assert encode(source, source.text) == data
    edited = encode(source, f"{source.text}x")
    assert decode(edited).text == f"{source.text}x"
    assert edited.startswith(data) or source.is_mixed
    parts = split(source.text)
    assert parts.head + parts.body == source.text
    statistics_of(parts.body)


def _edit(data: bytes) -> None:
    text = _text(data)
    if text is None:
        return
    before = values(read(text))
    for key in ("title", *list(before)[:3]):
        for change in _CHANGES:
            try:
                after = apply_edits(text, change(text, key))
            except RefusedEdit:
                continue
            now = values(read(after))
            assert _without(now, key) == _without(before, key)
            assert split(after).body == split(text).body or not before


def _without(fields: dict[str, Value], key: str) -> dict[str, Value]:
    return {name: value for name, value in fields.items() if name != key}


def _check(data: bytes) -> None:
    text = _text(data)
    if text is not None:
        for problem in check(text, None, find_blog(_SAMPLE), Guide()):
            assert 0 <= problem.line <= text.count("\n")
            apply_edits(text, problem.repair)


def _rendering(dialect: Dialect, *, mdx: bool = False) -> Callable[[bytes], None]:
    options = Options(dialect, math="single", highlight=True, mdx=mdx)

    def enter(data: bytes) -> None:
        text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        render(text, options)

    return enter


def _live(data: bytes) -> None:
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")[:8000]
    middle = len(text) // 2
    page = begun(text[:middle])
    for now in (text[middle:], text):
        page = rewritten(page, now)
        while not page.is_finished:
            page = advanced(page)
    assert rendered(page) == render(text)


@cache
def _site() -> Path:
    site = Path(tempfile.mkdtemp(prefix="article-editor-fuzz-"))
    (site / "src").mkdir()
    (site / "package.json").write_text('{"dependencies": {"astro": "^7.0.0"}}', "utf-8")
    return site


def _content_configuration(data: bytes) -> None:
    (_site() / "src" / "content.config.ts").write_bytes(data)
    configured(_site(), read_site(_site()), Known())


def _site_configuration(data: bytes) -> None:
    (_site() / "astro.config.mjs").write_bytes(data)
    find_blog(_site() / "src")


def _json_schema(data: bytes) -> None:
    try:
        read_collection_schema(data.decode("utf-8", "replace"))
    except UnreadableSchema:
        return


def _python_site(data: bytes) -> None:
    for generator in ("pelican", "mkdocs", "nikola"):
        markdown_settings(generator, data.decode("utf-8", "replace"))


def _style(data: bytes) -> None:
    place = _site() / "style.css"
    place.write_bytes(data)
    site_style(place, replace(find_blog(_SAMPLE), root=_site()), lambda path: path.name)


def _journal(data: bytes) -> None:
    try:
        read_journal(data)
    except NotAJournal:
        return


def _journals() -> list[bytes]:
    entries: tuple[Entry, ...] = (
        Subject(Path("/blog/été.md"), hashlib.sha256(b"a").hexdigest()),
        Texts("---\ntitle: a\n---\n", "Un été 😀\n"),
        *(Splice(True, 2, 1, letter, 10) for letter in "été"),
        Texts("", "autre\n" * 50),
    )
    return [
        OPENING + b"".join(framed(number, packed(entry)) for number, entry in enumerate(entries[:end]))
        for end in (2, 4, 6)
    ]


def _history(data: bytes) -> None:
    try:
        index_in(data)
    except NotAHistory:
        return


def _histories() -> list[bytes]:
    versions = tuple(Version(moment, "a" * 64, 10, 8) for moment in range(3))
    return [index_bytes(Index("/blog/été.md", versions)), index_bytes(Index("/b.md", ()))]


def _stored(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    read_settings(text)
    read_stored(Session, text)


def _message(data: bytes) -> None:
    targets_in(data)


def _merge(data: bytes) -> None:
    base, _, sides = data.decode("utf-8", "replace").replace("\r", "").partition("\n\n")
    ours, _, theirs = sides.partition("\n\n")
    regions = merge_texts(base, ours, theirs)
    assert "".join(region.ours for region in regions if region.origin is not Origin.THEIRS) is not None
    choices = [Choice.OURS for region in regions if region.origin is Origin.CONFLICT]
    merged_text(regions, choices)
    assert merged_text(merge_texts(base, base, theirs)) == theirs
    assert merged_text(merge_texts(base, ours, base)) == ours
    merge_articles(base, ours, theirs)


def text_seeds(*texts: str | bytes) -> Callable[[], list[bytes]]:
    return lambda: [text if isinstance(text, bytes) else text.encode() for text in texts]


def all_seeds(names: Iterable[str]) -> Callable[[], list[bytes]]:
    return lambda: [*article_seeds(), *_files(*names)]


_MDX: Final = """import A from './a.astro'

# T {1 + 1}

<A b={c} d="e">

*f*

</A>

{/* g */}

<p>h {i} <B/></p>
"""
ENTRANCES: Final = (
    Entrance("open and save", _open_and_save, article_seeds),
    Entrance("edit a field", _edit, article_seeds),
    Entrance("check", _check, article_seeds),
    Entrance("astro", _rendering("astro"), all_seeds(["hostile/*.txt"])),
    Entrance("astro-remark", _rendering("astro-remark"), all_seeds(["hostile/*.txt"])),
    Entrance("python-markdown", _rendering("python-markdown"), all_seeds(["hostile/*.txt"])),
    Entrance(
        "mdx",
        _rendering("astro", mdx=True),
        text_seeds(_MDX, "a <b/> {c}\n\nexport const d = 1\n\n<E>\n  f\n</E>\n"),
    ),
    Entrance("live rendering", _live, article_seeds),
    Entrance("content configuration", _content_configuration, text_seeds(_CONFIGURATION)),
    Entrance(
        "site configuration",
        _site_configuration,
        text_seeds(
            "export default defineConfig({ site: 'https://a.fr', "
            "markdown: { gfm: false, remarkPlugins: [a] } });\n"
        ),
    ),
    Entrance(
        "schema of Astro",
        _json_schema,
        text_seeds(
            json.dumps(
                {
                    "$ref": "#/definitions/a",
                    "definitions": {
                        "a": {
                            "type": "object",
                            "properties": {
                                "title": {"type": "string", "maxLength": 9},
                                "d": {"anyOf": [{"type": "string", "format": "date"}]},
                            },
                            "required": ["title"],
                            "additionalProperties": False,
                        }
                    },
                }
            )
        ),
    ),
    Entrance(
        "sites of Python",
        _python_site,
        text_seeds(
            "MARKDOWN = {'extension_configs': {'markdown.extensions.toc': {'permalink': True}}}\n",
            "markdown_extensions:\n  - toc:\n      permalink: true\n  - pymdownx.x: {a: !!python/name:b}\n",
            "MARKDOWN_EXTENSIONS = ['markdown.extensions.extra']\n",
        ),
    ),
    Entrance(
        "style sheet",
        _style,
        text_seeds("@import url('a.css') screen;\n@layer b;\np::before { content: \"\\201c\" }\n"),
    ),
    Entrance("journal", _journal, _journals),
    Entrance("history", _history, _histories),
    Entrance(
        "settings and session",
        _stored,
        lambda: [stored_text(Settings()).encode(), stored_text(Session()).encode()],
    ),
    Entrance("message to the window", _message, lambda: [message_of([Path("/blog/été.md")])]),
    Entrance(
        "merge",
        _merge,
        text_seeds(
            "a\nb\nc\n\na\nB\nc\n\na\nb\nC d\n", "---\nt: 1\n---\n\n---\nt: 2\n---\n\n---\nt: 3\n---\nx"
        ),
    ),
)
