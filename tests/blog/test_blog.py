"""Which blog an article belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from editor.blog.blog import Blog, find_blog
from editor.blog.markdown_settings import markdown_settings

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An Astro site with one article, as its template lays it out."""
    root = tmp_path / "site 😀"
    write(root / "astro.config.mjs", "export default defineConfig({ site: 'https://a.example' });\n")
    write(root / "package.json", '{"dependencies": {"astro": "^7.2.4"}}')
    write(root / "src/content/blog/first.md", "# First\n")
    return root


def test_the_site_is_found_from_an_article_and_from_any_folder(site: Path) -> None:
    blog = Blog(
        site,
        "astro",
        "astro",
        (site / "src/content/blog",),
        site / "public",
        (),
        site / "src",
    )
    assert find_blog(site / "src/content/blog/first.md") == blog
    assert find_blog(site / "src/content/blog/not-yet-saved.md") == blog
    assert find_blog(site / "src/content") == blog
    assert find_blog(site) == blog
    assert find_blog(site / "src" / ".." / "src") == blog


def test_a_blog_has_what_its_configuration_says_of_markdown(site: Path) -> None:
    write(
        site / "astro.config.mjs",
        "import toc from 'remark-toc';\n"
        "export default { markdown: { gfm: false, smartypants: false, "
        "remarkPlugins: [toc, 'remark-math'] } };\n",
    )
    blog = find_blog(site)
    assert (blog.dialect, blog.gfm, blog.smart_punctuation) == ("astro-remark", False, False)
    assert (blog.plugins, blog.unread, blog.math) == (("remark-toc", "remark-math"), "", "single")


@pytest.mark.parametrize(
    ("configuration", "unread"),
    [
        ("export default defineConfig({});", ""),
        ("const settings = {};\nexport default settings;", ""),
        (" \n", ""),
        ("export default defineConfig(settings);", "astro.config.mjs"),
        ("import settings from './settings';\nexport default settings;", "astro.config.mjs"),
        ("export const settings = {};", "astro.config.mjs"),
        ("[" * 10_000, "astro.config.mjs"),
        (f"/* {'é' * 100_000} */ export default {{}};", "astro.config.mjs"),
    ],
)
def test_a_configuration_that_does_not_tell_its_settings_is_named(
    site: Path, configuration: str, unread: str
) -> None:
    write(site / "astro.config.mjs", configuration)
    assert find_blog(site).unread == unread


def test_plugins_of_what_astro_does_itself_have_it_done(site: Path) -> None:
    write(
        site / "astro.config.mjs",
        "import gfm from 'remark-gfm';\nimport smartypants from 'remark-smartypants';\n"
        "export default { markdown: {\n"
        "  gfm: false, smartypants: false, remarkPlugins: [gfm, [smartypants, { dashes: true }]]\n} };\n",
    )
    blog = find_blog(site)
    assert (blog.gfm, blog.smart_punctuation) == (True, True)


def test_steps_back_in_a_path_lead_to_no_other_site(site: Path, tmp_path: Path) -> None:
    lone = write(tmp_path / "lone.md")
    assert find_blog(site / ".." / lone.name).generator == "plain"


def test_the_style_sheet_of_the_site_is_known_once_it_is_there(site: Path) -> None:
    sheet = write(site / "src/styles/global.css")
    assert find_blog(site).site_styles == (sheet,)


@pytest.mark.parametrize("suffix", ["mjs", "js", "ts", "mts", "cjs"])
def test_a_configuration_makes_an_astro_site(tmp_path: Path, suffix: str) -> None:
    write(tmp_path / f"astro.config.{suffix}")
    blog = find_blog(tmp_path)
    assert (blog.generator, blog.dialect) == ("astro", "astro")


@pytest.mark.parametrize("key", ["dependencies", "devDependencies"])
def test_a_package_that_needs_astro_makes_an_astro_site(tmp_path: Path, key: str) -> None:
    write(tmp_path / "package.json", f'{{"{key}": {{"astro": "7.0.0"}}}}')
    assert find_blog(tmp_path / "src").generator == "astro"


@pytest.mark.parametrize(
    "package",
    ["", "{", "[]", "null", '{"dependencies": null}', '{"dependencies": {"react": "19"}}', "[" * 100_000],
)
def test_other_packages_make_no_site(tmp_path: Path, package: str) -> None:
    write(tmp_path / "package.json", package)
    assert find_blog(tmp_path).generator == "plain"


@pytest.mark.parametrize(
    ("wanted", "dialect"),
    [
        ('"^7.2.4"', "astro"),
        ('"7.0.0-beta.1"', "astro"),
        ('"~10.0"', "astro"),
        ('"latest"', "astro"),
        ('"*"', "astro"),
        ('"workspace:*"', "astro"),
        ("7", "astro"),
        ('"^6.1.0"', "astro-remark"),
        ('"^5.0.0 || ^6.0.0"', "astro-remark"),
        ('">=4 <8"', "astro-remark"),
        ('"npm:astro@5.x"', "astro-remark"),
        ("6", "astro-remark"),
    ],
)
def test_the_version_of_astro_chooses_the_dialect(tmp_path: Path, wanted: str, dialect: str) -> None:
    write(tmp_path / "package.json", f'{{"dependencies": {{"astro": {wanted}}}}}')
    assert find_blog(tmp_path).dialect == dialect


def test_dependencies_count_before_those_of_development(tmp_path: Path) -> None:
    write(tmp_path / "package.json", '{"dependencies": {"astro": "5"}, "devDependencies": {"astro": "7"}}')
    assert find_blog(tmp_path).dialect == "astro-remark"


class TestContent:
    def test_every_collection_with_articles(self, site: Path) -> None:
        content = site / "src/content"
        write(content / "notes/2025/deep.mdx")
        write(content / "data/no-article.json")
        assert find_blog(site).content == (content / "blog", content / "notes")

    def test_articles_that_lie_in_the_content_folder_itself(self, site: Path) -> None:
        write(site / "src/content/at-the-top.md")
        assert find_blog(site).content == (site / "src/content",)

    def test_any_other_folder_of_articles(self, tmp_path: Path) -> None:
        write(tmp_path / "astro.config.mjs")
        write(tmp_path / "README.md")
        write(tmp_path / "src/data/blog/one/index.md")
        assert find_blog(tmp_path).content == (tmp_path / "src/data/blog",)
        write(tmp_path / "src/data/blog/two.md")
        assert find_blog(tmp_path).content == (tmp_path / "src/data/blog",)
        write(tmp_path / "src/pages/about.md")
        assert find_blog(tmp_path).content == (tmp_path / "src",)

    def test_a_folder_beside_the_source(self, tmp_path: Path) -> None:
        write(tmp_path / "astro.config.mjs")
        write(tmp_path / "README.md")
        write(tmp_path / "content/posts/one.md")
        assert find_blog(tmp_path).content == (tmp_path / "content/posts",)

    def test_a_new_site_has_the_template_s_folder(self, tmp_path: Path) -> None:
        write(tmp_path / "astro.config.mjs")
        assert find_blog(tmp_path).content == (tmp_path / "src/content/blog",)


class TestCollections:
    """A collection lives where the content configuration says."""

    def configure(self, root: Path, *globs: str) -> None:
        write(root / "astro.config.mjs")
        collections = ", ".join(f"c{n}: defineCollection({{ loader: {it} }})" for n, it in enumerate(globs))
        write(
            root / "src/content.config.ts",
            "import { defineCollection } from 'astro:content';\nimport { glob, file } from 'astro/loaders';\n"
            f"export const collections = {{ {collections} }};",
        )

    def test_the_folders_of_collections_with_articles_are_the_content(self, tmp_path: Path) -> None:
        self.configure(
            tmp_path,
            "glob({ base: './texts', pattern: 'posts/**/*.md' })",
            "glob({ base: './data', pattern: '*.json' })",
            "file('data/people.json')",
            "glob({ base: './src/empty', pattern: '*.md' })",
            "glob({ base: './notes', pattern: '*.md' })",
        )
        for name in (
            "texts/posts/a.md",
            "data/a.json",
            "data/read-me.md",
            "notes/b.md",
            "src/pages/about.md",
        ):
            write(tmp_path / name)
        assert find_blog(tmp_path).content == (tmp_path / "texts/posts", tmp_path / "notes")

    def test_a_folder_within_another_is_not_listed_twice(self, tmp_path: Path) -> None:
        self.configure(
            tmp_path,
            "glob({ base: './texts/deep', pattern: '*.md' })",
            "glob({ base: './texts', pattern: '**/*.md' })",
            "glob({ base: './texts', pattern: '*.mdx' })",
        )
        write(tmp_path / "texts/deep/a.md")
        write(tmp_path / "texts/b.mdx")
        assert find_blog(tmp_path).content == (tmp_path / "texts",)

    def test_a_folder_outside_of_the_site_is_no_content_of_it(self, tmp_path: Path) -> None:
        site = tmp_path / "site"
        self.configure(
            site, "glob({ base: '../texts', pattern: '*.md' })", "glob({ pattern: '../texts/*.md' })"
        )
        write(tmp_path / "texts/a.md")
        write(site / "src/content/blog/b.md")
        assert find_blog(site).content == (site / "src/content/blog",)

    def test_without_an_article_the_site_s_folders_are_looked_at(self, tmp_path: Path) -> None:
        self.configure(tmp_path, "glob({ base: './texts', pattern: '*.md' })", "other()")
        assert find_blog(tmp_path).content == (tmp_path / "src/content/blog",)


def python_blog(
    root: Path, generator: Literal["pelican", "mkdocs", "nikola"], content: Path, public: Path
) -> Blog:
    """Answer a blog whose configuration says nothing of Markdown."""
    extensions = markdown_settings(generator, "").extensions
    return Blog(root, generator, "python-markdown", (content,), public, (), extensions=extensions)


class TestPythonSites:
    @pytest.mark.parametrize(
        ("settings", "folder"),
        [
            ('PATH = "articles"  # here\n', "articles"),
            ("AUTHOR = 'A'\nPATH='articles'\n", "articles"),
            ("SITEURL = ''\n", "content"),
            ('PATH = "../elsewhere"\n', "content"),
        ],
    )
    def test_pelican(self, tmp_path: Path, settings: str, folder: str) -> None:
        write(tmp_path / "pelicanconf.py", settings)
        article = write(tmp_path / folder / "a.md")
        content = tmp_path / folder
        assert find_blog(article) == python_blog(tmp_path, "pelican", content, content)

    @pytest.mark.parametrize(
        ("name", "settings", "folder"),
        [
            ("mkdocs.yml", "site_name: A\n", "docs"),
            ("mkdocs.yaml", "docs_dir: 'pages'\n", "pages"),
            ("mkdocs.yml", "docs_dir: my pages # here\n", "my pages"),
        ],
    )
    def test_mkdocs(self, tmp_path: Path, name: str, settings: str, folder: str) -> None:
        write(tmp_path / name, settings)
        article = write(tmp_path / folder / "a.md")
        content = tmp_path / folder
        assert find_blog(article) == python_blog(tmp_path, "mkdocs", content, content)

    def test_nikola(self, tmp_path: Path) -> None:
        write(tmp_path / "conf.py", 'BLOG_TITLE = "A"\nPOSTS = (("posts/*.md", "posts", "post.tmpl"),)\n')
        article = write(tmp_path / "posts/a.md")
        assert find_blog(article) == python_blog(tmp_path, "nikola", tmp_path / "posts", tmp_path / "files")

    def test_what_the_configuration_says_of_markdown(self, tmp_path: Path) -> None:
        write(tmp_path / "mkdocs.yml", "markdown_extensions:\n- smarty\n")
        blog = find_blog(tmp_path)
        assert [extension.name for extension in blog.extensions] == ["toc", "tables", "fenced_code", "smarty"]
        assert blog.unread == ""

    @pytest.mark.parametrize(
        ("name", "settings"),
        [
            ("mkdocs.yml", "markdown_extensions: [\n"),
            ("mkdocs.yml", "a: 'é'\n" * 20_000),
            ("pelicanconf.py", "MARKDOWN = {"),
            ("conf.py", "BLOG_TITLE = 'a'\nPOSTS = ()\nMARKDOWN_EXTENSIONS = extensions()\n"),
        ],
    )
    def test_a_configuration_that_does_not_tell_is_named(
        self, tmp_path: Path, name: str, settings: str
    ) -> None:
        write(tmp_path / name, settings)
        assert find_blog(tmp_path).unread == name

    def test_a_site_without_its_content_folder_is_searched_whole(self, tmp_path: Path) -> None:
        write(tmp_path / "mkdocs.yml")
        assert find_blog(tmp_path).content == (tmp_path,)

    def test_the_settings_of_another_program_are_no_blog(self, tmp_path: Path) -> None:
        write(tmp_path / "conf.py", 'project = "A"\n')
        assert find_blog(tmp_path).generator == "plain"


def test_a_folder_without_a_site_is_a_blog_of_its_own(tmp_path: Path) -> None:
    assert find_blog(tmp_path) == Blog(tmp_path, "plain", "astro", (tmp_path,), None, ())


def test_a_lone_file_makes_its_folder_a_blog_whose_subfolders_are_left_alone(tmp_path: Path) -> None:
    article = write(tmp_path / "lone.md")
    assert find_blog(article) == Blog(tmp_path, "plain", "astro", (), None, ())
