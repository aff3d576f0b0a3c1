"""The command that makes web pages of articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.cli.conftest import Run

EXAMPLES = Path(__file__).parents[1] / "examples" / "cli"


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_one_article_goes_to_standard_output_as_a_page(run: Run) -> None:
    outcome = run("render", "été.md")
    page = LexborHTMLParser(outcome.output)
    assert (outcome.code, outcome.errors) == (0, "")
    assert [node.text() for node in page.css("title, h1, .prose > p")] == ["Été 🌞", "Été 🌞", "Du vent."]


def test_a_page_has_the_colours_of_both_themes_for_text_and_code(run: Run) -> None:
    style = run("render", "été.md").output
    assert "\npre code .k {" in style
    assert '\n:root:not([data-theme="light"]) pre code .k {' in style
    assert "--code-wash:" in style


def test_a_fragment_is_the_body_as_the_blog_makes_it(run: Run) -> None:
    expected = (EXAMPLES / "fields.html").read_text("utf-8")
    assert run("render", "--fragment", EXAMPLES / "fields.md").output == expected


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [("astro", "<p>a – b</p>"), ("astro-remark", "<p>a — b</p>"), ("python-markdown", "<p>a -- b</p>")],
)
def test_the_dialect_is_as_asked(run: Run, folder: Path, dialect: str, expected: str) -> None:
    (folder / "a.md").write_text("a -- b\n", "utf-8")
    assert run("render", "a.md", "--dialect", dialect, "--fragment").output.strip() == expected


def test_the_dialect_is_the_blogs_unless_asked(run: Run, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "a.md").write_text("a -- b\n", "utf-8")
    assert run("render", "docs/a.md", "--fragment").output.strip() == "<p>a -- b</p>"


def test_what_the_blog_does_and_pages_do_not_show_is_named_once(run: Run, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("markdown_extensions: [pymdownx.tabbed, attr_list, a.b]\n", "utf-8")
    for name in ("docs/a.md", "docs/b.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("a\n", "utf-8")
    outcome = run("render", "docs", "-o", "out")
    assert outcome.code == 0
    assert outcome.errors == ("article-editor: This blog also runs pymdownx.tabbed, a.b: not shown here.\n")
    assert run("render", "docs/a.md", "--dialect", "astro").errors == ""


def test_a_configuration_that_tells_nothing_is_named(run: Run, folder: Path) -> None:
    (folder / "pelicanconf.py").write_text("MARKDOWN = settings()\n", "utf-8")
    assert run("render", "été.md", "--fragment").errors == (
        "article-editor: The settings in pelicanconf.py cannot be read: the page follows the usual ones.\n"
    )


def test_a_folder_is_walked_and_its_tree_mirrored(run: Run, folder: Path) -> None:
    for name in ("a/b/deux.mdx", "a/un.point.markdown", "node_modules/no.md", "a/no.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# 🌞\n", "utf-8")
    assert run("render", ".", "--fragment", "-o", "out").code == 0
    assert names(folder / "out") == ["a/b/deux.html", "a/un.point.html", "été.html"]
    assert (folder / "out/a/b/deux.html").read_text("utf-8") == '<h1 id="">🌞</h1>\n'
    assert (folder / "out" / "été.html").read_bytes().endswith(b".</p>\n")


def test_pages_are_made_anew(run: Run, folder: Path) -> None:
    assert run("render", "été.md", "-o", "out").code == 0
    first = (folder / "out" / "été.html").read_bytes()
    (folder / "out" / "été.html").write_text("old", "utf-8")
    assert run("render", "-o", "out", "été.md", "été.md").code == 0
    assert (folder / "out" / "été.html").read_bytes() == first


@pytest.mark.parametrize("paths", [["."], ["été.md", "été.md"]])
def test_several_articles_need_a_folder_for_their_pages(run: Run, paths: list[str]) -> None:
    outcome = run("render", *paths)
    assert (outcome.code, outcome.output) == (2, "")
    assert outcome.errors.endswith("several articles need a folder for their pages: -o DIR\n")


def test_a_folder_without_articles_is_told(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    outcome = run("render", "empty", "été.md", "-o", "out")
    assert outcome.code == 1
    assert outcome.errors == (
        "article-editor: empty: no article (.md, .markdown, .mdx) lies in this folder.\n"
    )
    assert names(folder / "out") == ["été.html"]


def test_an_article_that_cannot_be_read_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "a.md").write_bytes(b"caf\xe9")
    outcome = run("render", ".", "-o", "out")
    assert outcome.code == 1
    assert outcome.errors.startswith("article-editor: a.md: The file is not UTF-8 text (byte 3).")
    assert names(folder / "out") == ["été.html"]


def test_two_articles_with_one_page_are_told(run: Run, folder: Path) -> None:
    (folder / "été.mdx").write_text("Other\n", "utf-8")
    outcome = run("render", ".", "--fragment", "-o", "out")
    assert outcome.code == 1
    assert outcome.errors == ("article-editor: été.mdx: its page would take the place of that of été.md.\n")
    assert (folder / "out" / "été.html").read_text("utf-8") == "<p>Du <em>vent</em>.</p>\n"


def test_a_page_never_takes_the_place_of_the_article(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text("# A\n", "utf-8")
    outcome = run("render", "a.html", "-o", ".")
    assert outcome.code == 1
    assert "would take the place of the article a.html" in outcome.errors
    assert (folder / "a.html").read_text("utf-8") == "# A\n"


def test_a_fault_of_the_front_matter_stops_a_page_but_not_a_fragment(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("---\na: 1\na: 2\n---\nText\n", "utf-8")
    page, fragment = run("render", "a.md"), run("render", "a.md", "--fragment")
    assert (page.code, page.output) == (1, "")
    assert (fragment.code, fragment.output) == (0, "<p>Text</p>\n")
    assert (
        page.errors == "article-editor: a.md: Line 3: The field “a” stands there twice. Remove one of them.\n"
    )
    assert fragment.errors == page.errors


def test_a_folder_that_cannot_be_made_is_told(run: Run, folder: Path) -> None:
    outcome = run("render", "été.md", "-o", "été.md")
    assert outcome.code == 1
    assert outcome.errors.startswith("article-editor: “été.md” could not be read or written.")


def test_mdx_and_math_are_rendered_where_the_file_and_the_blog_have_them(run: Run, folder: Path) -> None:
    (folder / "astro.config.mjs").write_text(
        "export default { markdown: { remarkPlugins: ['remark-math'] } };\n", "utf-8"
    )
    (folder / "a.mdx").write_text("import B from 'b'\n\n<B>*c*</B> $x$ {d\n", "utf-8")
    outcome = run("render", "a.mdx", "--fragment")
    assert (outcome.code, outcome.errors) == (0, "")
    assert '<span class="mdx-name"><code>B</code></span><em>c</em>' in outcome.output
    assert "<math " in outcome.output
    assert "<small>A brace begins an expression" in outcome.output
    assert "import B" not in outcome.output
