"""Hugo, Jekyll and Eleventy are told by their files, with their folders and habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.blog.collection import content_of, paths_of, summarise

if TYPE_CHECKING:
    from pathlib import Path


def site(folder: Path, *files: str, **texts: str) -> Path:
    """Make a site of files; a text is that of a file whose name has __ for dots and ___ for slashes."""
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x\n", "utf-8")
    for name, text in texts.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def content(folder: Path) -> list[str]:
    blog = find_blog(folder)
    return [path.relative_to(folder).as_posix() for path in blog.content]


class TestHugo:
    @pytest.mark.parametrize(
        "name",
        ["hugo.toml", "hugo.yaml", "hugo.json", "config/_default/hugo.yml", "config/_default/config.toml"],
    )
    def test_its_configurations(self, tmp_path: Path, name: str) -> None:
        site(
            tmp_path,
            name,
            "content/posts/a.md",
            "content/_index.md",
            "content/about/index.md",
            "layouts/a.html",
        )
        blog = find_blog(tmp_path / "content/posts/a.md")
        assert (blog.root, blog.generator, blog.dialect) == (tmp_path, "hugo", "astro")
        assert content(tmp_path) == ["content/about", "content/posts"]
        assert blog.public == tmp_path / "static"
        assert blog.plugins == ("Goldmark", "shortcodes")
        assert blog.takes_json

    def test_an_older_name_needs_its_folders(self, tmp_path: Path) -> None:
        site(tmp_path, "config.toml", "content/a.md")
        assert find_blog(tmp_path).generator == "plain"
        (tmp_path / "archetypes").mkdir()
        assert find_blog(tmp_path).generator == "hugo"
        assert content(tmp_path) == ["content"]

    @pytest.mark.parametrize(
        ("settings", "place"),
        [
            ('contentDir = "docs/content"\nstaticDir = "assets" # here\n', "docs/content"),
            ("contentDir: text\n", "text"),
            ('{"contentDir": "text", "x": 1}', "text"),
            ('contentDir = "../elsewhere"', "content"),
            ('contentDir = "/elsewhere"', "content"),
        ],
    )
    def test_its_folder_of_content(self, tmp_path: Path, settings: str, place: str) -> None:
        (tmp_path / "hugo.toml").write_text(settings)
        assert content(tmp_path) == ["."]
        for folder in ("content", "text", "docs/content"):
            (tmp_path / folder).mkdir(parents=True)
        assert content(tmp_path) == [place]

    def test_drafts_and_dates_in_each_language(self, tmp_path: Path) -> None:
        site(
            tmp_path,
            hugo__toml="",
            content___posts___a__md="+++\ntitle = 'A'\ndate = 2024-01-02\ndraft = true\n+++\n",
            content___posts___b__fr__md='{\n  "title": "B",\n  "draft": true\n}\n\nx\n',
            content___posts___c__md="---\ntitle: C\npublishDate: 2024-05-06\n---\n",
        )
        whole = content_of(find_blog(tmp_path))
        found = [summarise(path, takes_json=whole.takes_json) for path in paths_of(whole)]
        assert [(it.title, it.draft, str(it.day)) for it in found] == [
            ("A", True, "2024-01-02"),
            ("B", True, "None"),
            ("C", False, "2024-05-06"),
        ]


class TestJekyll:
    def test_its_folders(self, tmp_path: Path) -> None:
        site(
            tmp_path,
            "_posts/2024-01-31-a.md",
            "_drafts/b.md",
            "travel/_posts/2024-02-01-c.md",
            "_recipes/d.md",
            _config__yml="title: x\ncollections:\n  recipes:\n    output: true\n  ../odd: {}\n",
        )
        blog = find_blog(tmp_path)
        assert (blog.generator, blog.dialect) == ("jekyll", "python-markdown")
        assert content(tmp_path) == ["_posts", "_drafts", "_recipes", "travel/_posts"]
        assert blog.public == tmp_path
        found = {it.path.name: it for it in map(summarise, paths_of(content_of(blog)))}
        assert str(found["2024-01-31-a.md"].day) == "2024-01-31"

    @pytest.mark.parametrize(
        ("settings", "folders"),
        [
            ("source: site\n", ["site/_posts"]),
            ("collections_dir: things\ncollections: [books]\n", ["things/_books", "things/_posts"]),
            ("collections: [\n", ["_posts"]),
            ("collections: 5\n", ["_posts"]),
        ],
    )
    def test_its_settings(self, tmp_path: Path, settings: str, folders: list[str]) -> None:
        site(tmp_path, *(f"{folder}/a.md" for folder in folders), _config__yml=settings)
        assert sorted(content(tmp_path)) == folders

    def test_a_configuration_without_its_folders_is_none(self, tmp_path: Path) -> None:
        site(tmp_path, "_config.yml", "source/_posts-not/a.md")
        assert find_blog(tmp_path).generator == "plain"


class TestEleventy:
    @pytest.mark.parametrize("name", [".eleventy.js", "eleventy.config.mjs", "eleventy.config.js"])
    def test_its_folders(self, tmp_path: Path, name: str) -> None:
        site(
            tmp_path,
            name,
            "posts/a.md",
            "_includes/b.md",
            "node_modules/c/d.md",
            "css/README.md",
            "README.md",
        )
        blog = find_blog(tmp_path / "posts")
        assert (blog.root, blog.generator, blog.dialect) == (tmp_path, "eleventy", "astro")
        assert content(tmp_path) == ["posts"]
        assert (blog.public, blog.smart_punctuation, blog.plugins) == (tmp_path, False, ("Liquid",))

    def test_its_input(self, tmp_path: Path) -> None:
        site(
            tmp_path,
            "src/a.md",
            "public/x.png",
            eleventy__config__js="export default { dir: { input: 'src', output: 'dist' } };\n",
        )
        assert content(tmp_path) == ["src"]
        assert find_blog(tmp_path).public == tmp_path / "public"


def test_astro_goes_before(tmp_path: Path) -> None:
    site(tmp_path, "astro.config.mjs", "hugo.toml", "src/content/blog/a.md")
    assert find_blog(tmp_path).generator == "astro"
