"""Where images are shown, and whether anything at all names one: yes rather too often than too seldom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.image_uses import (
    mentions_in,
    names_image,
    read_source,
    sources_of,
    uses_in,
)
from editor.blog.images import IMAGE_SUFFIXES

if TYPE_CHECKING:
    from editor.blog.blog import Blog


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    for folder in ("src/content/blog", "src/assets", "public"):
        (tmp_path / folder).mkdir(parents=True)
    for image in ("src/assets/a.png", "src/content/blog/b c.jpg", "public/d.webp", "src/assets/doc.pdf"):
        (tmp_path / image).touch()
    (tmp_path / "astro.config.mjs").touch()
    return find_blog(tmp_path)


def test_images_of_fields_and_body_are_found_with_their_places(blog: Blog) -> None:
    article = blog.root / "src/content/blog/x.md"
    text = (
        "---\ntitle: a.png\nheroImage: ../../assets/a.png\n"
        "gallery:\n  - src: /d.webp\n    size: 3\nlang: fr\nyear: 2026\n---\n"
        "![Un été](<b c.jpg>) ![](gone.png) [large](/d.webp) [pdf](../../assets/doc.pdf) `![](/d.webp)`\n"
    )
    found = [(use.image.name, use.field, use.words, use.address) for use in uses_in(text, article, blog)]
    assert found[:3] == [
        ("a.png", "heroImage", "", "../../assets/a.png"),
        ("d.webp", "gallery", "", "/d.webp"),
        ("b c.jpg", "", "Un été", "b c.jpg"),
    ]
    assert found[3:] == [("d.webp", "", "large", "/d.webp")]
    assert [use.start for use in uses_in(text, article, blog)] == [
        0,
        0,
        0,
        text.partition("---\n![")[2].index("[large") + 2,
    ]


def test_a_text_without_images_is_not_parsed(blog: Blog) -> None:
    assert list(uses_in("# no image\n", blog.root / "x.md", blog)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import hero from '../assets/Hero.PNG';", "hero.png"),
        ('<img src="/img/a%20b.png?x=1">', "a b.png"),
        ("url(/img/l'été.webp)", "l’été.webp".replace("’", "'")),
        ("url(e\u0301te\u0301.webp)", "été.webp"),
        ("a&amp;b.png", "a&b.png"),
        (r"![](a\_b.png)", "a_b.png"),
        ("images:\n  cover: sea.jpg", "sea.jpg"),
        ("x" * 400 + "/sea.jpg", "sea.jpg"),
        ("sea.png sea.jpg", "sea.jpg"),
    ],
)
def test_a_name_is_found_in_whatever_spelling(text: str, name: str) -> None:
    assert names_image(text, name)


@pytest.mark.parametrize(("text", "name"), [("sea.jpgx", "sea.jpg"), ("sea\n.jpg", "sea.jpg"), ("", "a.png")])
def test_what_is_no_name_is_none(text: str, name: str) -> None:
    assert not names_image(text, name)


@pytest.mark.parametrize(
    ("source", "name", "suffixes"),
    [
        ("card.astro", "const image = `/og/${slug}.png`", {".png"}),
        ("card.ts", "slug + '.jpg'", {".jpg"}),
        ("list.astro", "import.meta.glob('../assets/*.{jpeg,PNG}', {eager: true})", {".jpeg", ".png"}),
        ("list.ts", "import.meta.glob<{ default: ImageMetadata }>('/src/**/*.webp')", {".webp"}),
        ("post.md", "`.png` and ${slug}.png", set()),
        ("list.ts", "const found = glob(pattern)", set()),
        ("list.ts", "import.meta.glob('../assets/*', { eager: true })", set(IMAGE_SUFFIXES)),
        ("content.config.ts", "glob({ pattern: '**/*.{md,mdx}', base: './src/content' })", set()),
    ],
)
def test_names_that_scripts_put_together_may_be_any(source: str, name: str, suffixes: set[str]) -> None:
    mentions = mentions_in([(Path(source), name)], ["a.png"])
    assert mentions.made_up == suffixes
    assert all(mentions.may_mean(Path(f"any{suffix}")) for suffix in suffixes)


def test_what_is_named_or_asked_for_untold_may_be_meant() -> None:
    mentions = mentions_in([(Path("a.css"), "url(Sea.png)")], ["sea.PNG", "b.png"])
    assert mentions.may_mean(Path("x/SEA.png"))
    assert mentions.may_mean(Path("favicon-32.png"))
    assert not mentions.may_mean(Path("b.png"))


def test_sources_are_all_texts_but_those_of_packages_and_what_is_built(tmp_path: Path) -> None:
    for name in (
        ".z.md",
        "src/a.astro",
        "src/b.png",
        "node_modules/c.js",
        ".git/d.md",
        "dist/e.html",
        "f.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("é", "utf-8")
    found = sources_of(find_blog(tmp_path))
    assert [path.name for path in found] == ["f.md", "a.astro"]


def test_a_source_that_cannot_be_read_may_mean_any_image(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.blog.image_uses.LARGEST_SOURCE", 50)
    (tmp_path / "a.md").write_bytes(b"\xff a.png")
    (tmp_path / "b.json").write_bytes(b" " * 51)
    (tmp_path / "c.md").mkdir()
    (tmp_path / "d.md").symlink_to("d.md")
    (tmp_path / "e.md").write_bytes("été.png".encode("utf-16"))
    paths = [tmp_path / name for name in ("a.md", "b.json", "c.md", "d.md", "e.md")]
    assert [read_source(path) for path in paths] == ["\ufffd a.png", None, None, None, "été.png"]
    mentions = mentions_in([(paths[1], None)], ["a.png"])
    assert mentions.may_mean(Path("a.png"))
    assert mentions.may_mean(Path("b.HEIC"))
