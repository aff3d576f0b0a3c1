"""What is to be looked at before an article is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blog.blog import Blog, find_blog
from editor.blog.checks import appearance
from editor.blog.checks.blog_review import BlogReview
from editor.blog.checks.body import body_of
from editor.blog.checks.reviewing import MOST_OF_ONE_RULE, Surroundings, review
from editor.blog.schemas.guide import NO_GUIDE, Collection, Guide, KeyUsage, Usage
from editor.blog.schemas.known import Known
from editor.blog.schemas.shapes import ANYTHING, ImageShape, SchemaField, TextShape
from editor.text.change import apply_edits
from editor.text.markdown_extensions import MarkdownExtension
from tests.picture.photographs import drawing

if TYPE_CHECKING:
    from editor.blog.problems import Problem

TODAY: Final = date(2026, 11, 29)
AROUND: Final = Surroundings(TODAY)
HEAD: Final = f"---\ntitle: A title\ndescription: {'d' * 60}\n---\n"
ENGLISH: Final = Guide(
    Collection("a", Path(), fields=(SchemaField("lang", TextShape(), has_default=True, default="en"),))
)
FRENCH: Final = HEAD.replace("---\n", "---\nlang: fr\n", 1)


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    for name in ("assets", "blog"):
        (tmp_path / "src" / name).mkdir(parents=True)
    (tmp_path / "src/assets/a b.png").write_bytes(b"x")
    return Blog(tmp_path, "astro", "astro", (tmp_path / "src",), tmp_path / "public", (), tmp_path / "src")


def looked(
    text: str, blog: Blog, guide: Guide = NO_GUIDE, around: Surroundings = AROUND, name: str = "a.md"
) -> tuple[Problem, ...]:
    return review(text, blog.root / "src/blog" / name, blog, guide, around)


def rules(text: str, blog: Blog, guide: Guide = NO_GUIDE, **more: str) -> list[str]:
    found = looked(text, blog, guide, **more)  # type: ignore[arg-type] # a case of several kinds
    return [problem.rule for problem in found if problem.rule != "no-hero-image"]


def mended(text: str, blog: Blog) -> str:
    """Answer a text after the repair of its only problem that has one."""
    (problem,) = [problem for problem in looked(text, blog) if problem.repair]
    return apply_edits(text, problem.repair)


def test_an_article_that_is_right_has_nothing(blog: Blog) -> None:
    assert rules(f"{HEAD}Text.\n\n## A\n\n### B\n\n## C\n\n![a](../assets/a.png)\n", blog) == []


def test_problems_stand_in_the_order_of_the_text(blog: Blog) -> None:
    text = "---\ntitle: A\ndraft: true\ndescription: d\n---\n\n![](a.png) x\n\n### B\n"
    found = [(it.rule, it.line, it.column) for it in looked(text, blog)]
    assert found == [
        ("no-hero-image", 0, 0),
        ("draft", 2, 7),
        ("short-description", 3, 13),
        ("no-alt-text", 6, 0),
        ("skipped-heading", 8, 4),
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## A\n#### B", ["skipped-heading"]),
        ("### A", ["skipped-heading"]),
        ("## A\n### B\n## C\n### D", []),
        ("# A", ["second-title"]),
        ("# A\n\n## B\n\n# C", ["second-title", "second-title"]),
        ("```\n# A\n```", []),
    ],
)
def test_headings(body: str, found: list[str], blog: Blog) -> None:
    assert rules(HEAD + body, blog) == found


def test_headings_of_a_page_that_has_no_title_of_its_own(blog: Blog) -> None:
    around = replace(AROUND, is_title_printed=False)
    for body, found in (("# A\n## B\n#### C\n# D", ["skipped-heading", "second-title"]), ("### A", [])):
        assert [it.rule for it in looked(HEAD + body, blog, around=around)][1:] == found
    assert "second-title" not in rules("# A\n", blog)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("![](a.png)", ["no-alt-text"]),
        ("![ ][r]\n\n[r]: /a.png", ["no-alt-text"]),
        ("<img src='/a.png' srcset='/a.png 1x, /b.png 2x'>", ["no-alt-text"]),
        ("<img alt='' src='/a.png'> <IMG ALT src='/a.png'>", []),
        ("<img data-alt='x' src='/a.png'>", ["no-alt-text"]),
        ("<video poster='/a.png'></video>", []),
        ("<img alt='a' src='./a.png'>", ["html-image"]),
        ("<img alt='a' src='https://x.fr/a.png'> <img alt='a' src=''>", []),
        ("![a][r]\n\n[r]: ../assets/a.png", ["image-by-reference"]),
        ("![a][r]\n\n[r]: https://x.fr/a.png", []),
        ("![a](/src/assets/a%20b.png)", ["source-address"]),
        ("[a](/src/assets/a.pdf)", ["source-address"]),
        ("![a][r]\n\n[r]: /src/a.png", ["source-address"]),
        ("![a](/images/a.png) ![a](~/a.png)", []),
    ],
)
def test_images(body: str, found: list[str], blog: Blog) -> None:
    assert rules(HEAD + body, blog) == found


def test_what_remark_or_another_generator_does_is_no_problem(blog: Blog) -> None:
    body = "![a][r] <img alt='a' src='./a.png'>\n\n[r]: ../assets/a.png"
    assert rules(HEAD + body, replace(blog, dialect="astro-remark")) == ["html-image"]
    assert rules(HEAD + body, replace(blog, generator="pelican")) == []


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("x ![a](</src/assets/a b.png> 'c')", "x ![a](<../assets/a%20b.png> 'c')"),
        ('![a][r]\n\n[r]: <a b.png> "c \\" d"', '![a](<a b.png> "c \\" d")\n\n[r]: <a b.png> "c \\" d"'),
        ("![r][]\n\n[r]: a.png", "![r](a.png)\n\n[r]: a.png"),
        (
            "# ![a][r]\n\n[r]: a.png 'b|\nc &amp;lt; d\\\\'",
            "# ![a](a.png \"b\\| c \\&lt; d\\\\\")\n\n[r]: a.png 'b|\nc &amp;lt; d\\\\'",
        ),
        ("## A {#b}\n", "## A\n"),
        ("A {#b}\n===\n## c\n", None),
    ],
)
def test_repairs_of_addresses_and_notations(body: str, right: str | None, blog: Blog) -> None:
    if right is not None:
        assert mended(HEAD + body, blog) == HEAD + right


def test_an_address_that_cannot_be_written_is_not_offered(blog: Blog, tmp_path: Path) -> None:
    other = replace(blog, root=tmp_path / "src")
    (tmp_path / "src/src").symlink_to(tmp_path / "src/assets")
    for text, site, path in (
        ("![a](/src/nothing.png)", blog, blog.root / "a.md"),
        ("![a](</src/assets/a b.png>)", blog, None),
    ):
        (problem,) = review(HEAD + text, path, site, NO_GUIDE, AROUND)[1:]
        assert (problem.rule, problem.repair) == ("source-address", ())
    assert other.root.is_dir()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["heading-id", "alert"]),
        ({"heading_ids": True}, ["alert"]),
        ({"plugins": ("remark-heading-id",)}, ["alert"]),
        ({"plugins": ("remark-github-blockquote-alert",)}, ["heading-id"]),
        ({"unread": "astro.config.mjs"}, []),
        ({"extensions": (MarkdownExtension("markdown.extensions.extra"),)}, ["alert"]),
        ({"extensions": (MarkdownExtension("attr_list"),)}, ["alert"]),
    ],
)
def test_notations_that_the_set_up_does_not_know(
    changes: dict[str, object], found: list[str], blog: Blog
) -> None:
    text = f"{HEAD}## A {{#b}}\n\n> [!NOTE]\n> c\n\n[!TIP]\n\n> x\n> [!NOTE]\n\n```\n> [!NOTE]\n```\n"
    assert rules(text, replace(blog, **changes)) == found  # type: ignore[arg-type] # a case of several kinds


def test_in_mdx_braces_are_no_id(blog: Blog) -> None:
    assert "heading-id" not in rules(f"{HEAD}## A {{#b}}\n", blog, name="a.mdx")


def test_french_typography_is_one_note_of_each_kind(blog: Blog) -> None:
    text = FRENCH + 'Quoi ? `a ?` Non !\n\n"Oui" et l\'autre "mot" ; 5" et 6" "\n'
    found = [it for it in looked(text, blog) if it.rule != "no-hero-image"]
    assert [(it.rule, it.severity, it.data["count"], it.line) for it in found] == [
        ("no-break-spaces", "note", "3", 5),
        ("straight-quotes", "note", "4", 7),
    ]
    assert apply_edits(text, found[0].repair) == (
        FRENCH + 'Quoi\u202f? `a ?` Non\u202f!\n\n"Oui" et l\'autre "mot"\u202f; 5" et 6" "\n'
    )
    assert rules(FRENCH + 'x"a" "" (mot: "a"b)', blog) == ["no-break-spaces"]
    assert "«\u00a0Oui\u00a0» et l'autre «\u00a0mot\u00a0» ; 5\"" in apply_edits(text, found[1].repair)


@pytest.mark.parametrize(
    ("changes", "is_curled"),
    [
        ({}, True),
        ({"smart_punctuation": False}, False),
        ({"dialect": "python-markdown"}, False),
        ({"dialect": "python-markdown", "extensions": (MarkdownExtension("x.smarty"),)}, True),
    ],
)
def test_apostrophes_that_the_blog_curls_are_right(
    changes: dict[str, object], is_curled: bool, blog: Blog
) -> None:
    found = rules(f"{FRENCH}L'été 'ici'\n", replace(blog, **changes))  # type: ignore[arg-type] # a case of several kinds
    assert found == ([] if is_curled else ["straight-apostrophes"])
    if not is_curled:
        text = f"{FRENCH}L'été\n"
        assert mended(text, replace(blog, **changes)) == f"{FRENCH}L’été\n"  # type: ignore[arg-type] # a case of several kinds


@pytest.mark.parametrize(
    ("head", "guide", "is_french"),
    [
        ("lang: fr-CA\n", NO_GUIDE, True),
        ("lang: en\n", NO_GUIDE, False),
        ("", NO_GUIDE, True),
        ("", ENGLISH, False),
        ("lang: 3\nlocale: fr_FR\n", NO_GUIDE, True),
    ],
)  # fmt: skip
def test_the_language_is_said_or_shown(head: str, guide: Guide, is_french: bool, blog: Blog) -> None:
    text = HEAD.replace("---\n", f"---\n{head}", 1) + "Dans le jardin, il est tard : elle rentre.\n"
    assert ("no-break-spaces" in rules(text, blog, guide)) is is_french


def test_canada_has_its_own_spaces(blog: Blog) -> None:
    assert rules(FRENCH.replace("lang: fr", "lang: fr-CA") + "Quoi ? Non !\n", blog) == []


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("title: ' '\n", ["no-description", "no-title"]),
        ("description: {d}\n", ["no-title"]),
        ("title: {t}\nsummary: {d}{d}{d}\n", ["long-title", "long-description"]),
        ("title: 2024\ndescription: 3\n", ["short-description"]),
        ("title: A\ndescription: {d}\npubDate: 2026-11-30\n", ["future-date"]),
        ("title: A\ndescription: {d}\npubDate: 2026-11-29\npublished: false\n", ["draft"]),
        ("title: A\ndescription: {d}\npublished: true\ndraft: false\n", []),
    ],
)
def test_what_is_seen_before_the_text_is(head: str, found: list[str], blog: Blog) -> None:
    text = f"---\n{head}---\n".replace("{d}", "d" * 60).replace("{t}", "t" * 61)
    assert rules(text, blog) == found


def test_a_field_that_articles_of_the_blog_do_not_have_is_not_missed(blog: Blog) -> None:
    schema = Guide(Collection("a", blog.root, fields=(SchemaField("title", TextShape()),), has_schema=True))
    used = Guide(usage=Usage(2, (KeyUsage("title", 2, ANYTHING), KeyUsage("excerpt", 1, ANYTHING))))
    assert [it.rule for it in looked("---\ntitle: A\n---\n", blog, schema)] == []
    assert [it.rule for it in looked("---\ntitle: A\n---\n", blog, used)] == ["no-description"]
    assert [it.rule for it in looked("---\ntitle: A\n---\n", replace(blog, generator="plain"))] == []


def test_what_the_schema_says_goes_before(blog: Blog) -> None:
    fields = (SchemaField("title", TextShape()), SchemaField("description", TextShape()))
    schema = Guide(Collection("a", blog.root, fields=fields, has_schema=True))
    assert [it.rule for it in looked("---\ntitle: A\n---\n", blog, schema)] == ["missing"]


def test_a_heavy_image_above_the_text(blog: Blog) -> None:
    (blog.root / "src/assets/a.png").write_bytes(b"x" * 2_540_000)
    fields = (SchemaField("heroImage", ImageShape(), is_required=False),)
    schema = Guide(Collection("a", blog.root, fields=fields, has_schema=True))
    text = HEAD.replace("---\n", "---\nheroImage: ../assets/a.png\n", 1)
    problem, *others = looked(text, blog, schema)
    assert others == []
    assert (problem.rule, problem.data["size"], problem.line) == ("heavy-hero-image", "2.5", 1)
    assert looked(text.replace("heroImage: ../assets/a.png", "image: {src: ../a.png}"), blog) == ()
    small = HEAD.replace("---\n", "---\nheroImage: ../assets/a b.png\n", 1)
    assert looked(small, blog, schema) == ()


def test_an_image_that_goes_while_it_is_looked_at(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appearance, "resolve_image", lambda *_: blog.root / "gone.png")
    assert looked(HEAD.replace("---\n", "---\nheroImage: ../assets/a.png\n", 1), blog) == ()


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ((1200, 630), []),
        ((1200, 1200), []),
        ((1199, 630), ["narrow-hero-image"]),
        ((1200, 1201), ["misshapen-hero-image"]),
        ((3000, 900), ["misshapen-hero-image"]),
    ],
)
def test_the_size_of_the_image_above_the_text(size: tuple[int, int], found: list[str], blog: Blog) -> None:
    drawing(size).save(blog.root / "src/assets/a.png")
    text = HEAD.replace("---\n", "---\nheroImage: ../assets/a.png\n", 1)
    assert [it.rule for it in looked(text, blog)] == found


def test_a_drawing_above_the_text_has_any_size(blog: Blog) -> None:
    (blog.root / "src/assets/a.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='90'/>"
    )
    assert looked(HEAD.replace("---\n", "---\nheroImage: ../assets/a.svg\n", 1), blog) == ()


def test_an_article_without_front_matter_or_with_a_broken_one(blog: Blog) -> None:
    assert [it.rule for it in looked("### A\n\n![](a.png)", blog)] == ["no-alt-text"]
    assert [it.rule for it in looked("---\ntitle: [\n---\n![](a.png)", blog)][-1] == "no-alt-text"
    assert [it.rule for it in looked('+++\ntitle = ""\ndraft = true\n+++\n', blog)][:1] == ["no-description"]
    assert [it.rule for it in looked('{"title": "", "draft": true}\n', replace(blog, generator="plain"))] == [
        "no-title",
        "draft",
    ]


def test_two_articles_of_one_id(tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_text("")
    folder = tmp_path / "src/content/blog"
    (folder / "a").mkdir(parents=True)
    for name in ("a.md", "a/index.md", "b.md"):
        (folder / name).write_text(HEAD)
    blog = find_blog(tmp_path)
    around = BlogReview(blog, Known(), TODAY).around
    found = [it for it in review(HEAD, folder / "a.md", blog, NO_GUIDE, around) if it.rule == "duplicate-id"]
    assert [(it.severity, it.data["value"], it.data["other"]) for it in found] == [
        ("error", "a", "a/index.md")
    ]
    for path, text in ((folder / "b.md", HEAD), (None, HEAD), (tmp_path / "c.md", HEAD)):
        assert "duplicate-id" not in {it.rule for it in review(text, path, blog, NO_GUIDE, around)}
    typed = HEAD.replace("---\n", "---\nslug: A\n", 1)
    assert "duplicate-id" in {it.rule for it in review(typed, folder / "b.md", blog, NO_GUIDE, around)}


@pytest.mark.parametrize(
    ("page", "is_printed"),
    [
        ("<h1>{title}</h1>", True),
        ("<h1 class='a'>\n  <span>{post.data.title}</span></h1>", True),
        ("<h1>Blog</h1>", False),
        ("<h2>{title}</h2>", False),
    ],
)
def test_pages_tell_whether_they_have_the_title(page: str, is_printed: bool, tmp_path: Path) -> None:
    (tmp_path / "src/layouts").mkdir(parents=True)
    (tmp_path / "astro.config.mjs").write_text("")
    (tmp_path / "src/layouts/Post.astro").write_text(page)
    (tmp_path / "src/layouts/Lost.astro").symlink_to("nowhere")
    assert BlogReview(find_blog(tmp_path), Known(), TODAY).around.is_title_printed is is_printed


def test_other_generators_print_titles_or_do_not(tmp_path: Path) -> None:
    for name, is_printed in (("pelicanconf.py", True), ("mkdocs.yml", False)):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text("")
        assert BlogReview(find_blog(tmp_path / name), Known(), TODAY).around.is_title_printed is is_printed


def test_ids_that_the_site_makes_itself_are_not_compared(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "astro.config.mjs").write_text("")
    (tmp_path / "src/content.config.ts").write_text(
        "import { defineCollection } from 'astro:content'; import { glob } from 'astro/loaders';\n"
        "export const collections = { a: defineCollection({ loader: glob({ base: 'a', pattern: '*',"
        " generateId: () => 'x' }) }) };"
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a/a.md").write_text("")
    assert BlogReview(find_blog(tmp_path), Known(), TODAY).around.ids == {}


def test_there_are_not_more_of_one_rule_than_anyone_looks_at(blog: Blog) -> None:
    assert rules(HEAD + "![](a.png)\n" * 300, blog) == ["no-alt-text"] * MOST_OF_ONE_RULE


def test_a_huge_body_is_not_looked_at(blog: Blog) -> None:
    assert rules(HEAD + "![](a.png)" + "x" * 2_000_000, blog) == []


@given(st.text(alphabet="#-!\n[](){}<>\"' :;?«»aé`\\>=+|", max_size=80), st.sampled_from(["a.md", "a.mdx"]))
def test_whatever_is_written_is_looked_at_and_repairs_keep_all_else(text: str, name: str) -> None:
    blog = Blog(
        Path("/nowhere"), "astro", "astro", (), None, (), Path("/nowhere/src"), smart_punctuation=False
    )
    for problem in looked(FRENCH + text, blog, name=name):
        if problem.repair:
            apply_edits(FRENCH + text, problem.repair)
    assert body_of(FRENCH + text, None, blog).start == len(FRENCH)
