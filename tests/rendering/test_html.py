"""Bodies as the blogs show them: the whole pipeline, all dialects."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import cast

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editor.rendering.blocks import Block
from editor.rendering.headings import Heading
from editor.rendering.html import Options, Rendered, render
from editor.text.dialects import DIALECTS, Dialect
from tests.normal_form import normal_form

EXAMPLES = Path(__file__).parents[1] / "examples" / "rendering"
ALL_DIALECTS = pytest.mark.parametrize("dialect", DIALECTS)

REAL_ARTICLE = """
Intro : « l'été », "oui" -- non... 😀

## Listes

- [ ] à faire
- [x] fait
  1. un
     ```python
     print("<é>")
     ```

<details>
<summary>Plus</summary>

Du **gras** et ![image](./a b.png) ![image](<./a b.png>).

</details>

| a | b |
|---|--:|
| 1 | 2 |

> Une note[^1].

[^1]: La note.
"""


def _example_files() -> list[object]:
    return [
        pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in sorted(EXAMPLES.glob("*/*.md"))
    ]


@pytest.mark.parametrize("path", _example_files())
def test_an_example_gives_the_html_of_its_dialect(path: Path) -> None:
    body = path.read_bytes().decode()
    expected = path.with_suffix(".html").read_bytes().decode()
    options = Options(cast("Dialect", path.parent.name))
    assert normal_form(render(body, options).html.strip()) == normal_form(expected.strip())


def test_the_examples_are_all_there() -> None:
    assert len(list(EXAMPLES.glob("astro/*.md"))) >= 107


@pytest.mark.parametrize(
    "body", ["Du *texte* & « ça »\n\n- a\n- b\n", "# T\n\n~~~py\nx\n~~~\n\nn[^1]\n\n[^1]: note\n"]
)
def test_the_python_markdown_dialect_answers_what_the_package_answers(body: str) -> None:
    expected = markdown.markdown(body, extensions=["extra", "sane_lists", "toc"], output_format="html")
    assert render(body, Options("python-markdown")).html.strip() == expected


@ALL_DIALECTS
@pytest.mark.parametrize("body", ["", " \n\t\n", "\u00a0\n"])
def test_a_blank_body_gives_nothing(body: str, dialect: Dialect) -> None:
    assert render(body, Options(dialect)) == Rendered((), ())


def test_the_first_line_is_trimmed_as_astro_trims_it() -> None:
    assert render("\n\n    pas du code").html.strip() == "<p>pas du code</p>"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@ALL_DIALECTS
def test_the_lines_are_those_of_the_body_with_its_leading_blank_lines(dialect: Dialect, newline: str) -> None:
    body = newline.join(["", "", "# T 😀", "", "para", "suite", "", "- a", "", "## S", ""])
    rendered = render(body, Options(dialect))
    assert [block.line for block in rendered.blocks] == [2, 4, 7, 9]
    assert [heading.line for heading in rendered.outline] == [2, 9]


def test_a_body_without_leading_blank_lines_keeps_its_lines() -> None:
    assert [block.line for block in render("a\n\nb").blocks] == [0, 2]


@ALL_DIALECTS
def test_the_blocks_joined_are_the_html(dialect: Dialect) -> None:
    rendered = render(REAL_ARTICLE, Options(dialect))
    assert "".join(block.html for block in rendered.blocks) == rendered.html
    assert len(rendered.blocks) > 3


def test_raw_html_opened_and_closed_in_different_blocks_is_one_block() -> None:
    blocks = render("a\n\n<details>\n\nb\n\n- c\n\n</details>\n\nd").blocks
    assert [block.line for block in blocks] == [0, 2, 10]
    assert blocks[1].html == "<details>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n</details>\n"


def test_an_unclosed_raw_element_takes_the_rest() -> None:
    blocks = render("a\n\n<div>\n\nb\n\n## c\n").blocks
    assert [block.line for block in blocks] == [0, 2]


def test_the_footnotes_are_a_block_of_their_own() -> None:
    blocks = render("a[^1]\n\nb\n\n[^1]: c\n\nd").blocks
    assert blocks[-1].html.startswith("<section")
    assert [block.line for block in blocks] == [0, 2, 6, 4]


def test_the_outline_holds_the_headings_of_the_writer() -> None:
    rendered = render("# Un & *deux*[^1]\n\n> ### L'été\n\nSuite\n===\n\n<h2>brut</h2>\n\n[^1]: n")
    assert rendered.outline == (
        Heading(1, "Un & deux1", "un--deux1", 0),
        Heading(3, "L’été", "lété", 2),
        Heading(1, "Suite", "suite", 4),
    )


def test_without_gfm_its_constructs_are_text() -> None:
    body = "~~a~~ https://a.fr [^1]\n\n- [ ] t\n\n| a |\n|---|"
    assert not re.search("<del|<a |<input|<table", render(body, Options(gfm=False)).html)
    assert "<section" not in render("[^1]\n\n[^1]: n o", Options(gfm=False)).html


@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
def test_without_smart_punctuation_marks_stay_as_typed(dialect: Dialect) -> None:
    body = "l'été -- \"oui\"... ``a''"
    assert 'l\'été -- "oui"...' in render(body, Options(dialect, smart_punctuation=False)).html
    assert "l’été" in render(body, Options(dialect)).html


@ALL_DIALECTS
def test_each_thread_may_render(dialect: Dialect) -> None:
    expected = render(REAL_ARTICLE, Options(dialect))
    answers: list[Rendered] = []
    threads = [
        threading.Thread(target=lambda: answers.append(render(REAL_ARTICLE, Options(dialect))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


@ALL_DIALECTS
def test_nothing_of_one_text_is_left_in_the_next(dialect: Dialect) -> None:
    alone = render("## a\n\n[x] n[^1] <b>", Options(dialect))
    render("## a\n\n[x]: y\n\n[^1]: z\n\n[^1] <i>\n\n*[n]: abr", Options(dialect))
    assert render("## a\n\n[x] n[^1] <b>", Options(dialect)) == alone


def _dom(html: str) -> str:
    return LexborHTMLParser(html, is_fragment=True).html or ""


def _has_balanced_blocks(body: str, dialect: Dialect) -> bool:
    rendered = render(body, Options(dialect, highlight=True))
    lines = re.split(r"\r\n|\r|\n", body)
    assert all(0 <= block.line < len(lines) for block in rendered.blocks)
    return "".join(_dom(block.html) for block in rendered.blocks) == _dom(rendered.html)


@pytest.mark.parametrize("path", _example_files())
@ALL_DIALECTS
def test_a_browser_makes_the_same_of_the_blocks_as_of_the_whole(path: Path, dialect: Dialect) -> None:
    assert _has_balanced_blocks(path.read_bytes().decode(), dialect)


TAGS = """
<div> </div> <p> </p> <b> </b> <span> </span> <ul> <li> </li> </ul> <details> </details> <table> <tr> <td>
</table> <!-- --> <svg> <path/> </svg> <br> <script> </script> <h2> </h2> <pre> </pre> <dl> <dt> <dd> </dl>
<x-y> </x-y> <a> </a> <textarea> </textarea> <p <select> <form> </form> <label> </label> <iframe> </iframe>
"""
MARKDOWN = [
    *("\n\n", "\n\n", "\n", "text ", "- a", "1. b", "> q", "# h", "**b**", "`c`", "    code", "\t", "😀"),
    *("```\nx\n```", "| a |\n|---|\n| 1 |", "[^1]", "[^1]: n", "a\n: b", "\u2028", "\0", "\x02", "\r\n"),
]
MIXTURES = st.lists(st.sampled_from(TAGS.split() + MARKDOWN), max_size=14).map("".join)


@settings(max_examples=300)
@given(MIXTURES, st.sampled_from(DIALECTS))
@example("<video>> q</details>\n\n<p></br>\x0b</video>\n\n[l](u)\n\n<dl>", "python-markdown")
@example("<math></label><dt></math>\n\n[^1]</x-y><select>", "astro")
@example("\t\x02", "python-markdown")
def test_any_mixture_of_html_and_markdown_is_cut_where_nothing_is_open(body: str, dialect: Dialect) -> None:
    assert _has_balanced_blocks(body, dialect)


@settings(max_examples=300)
@given(st.text(), st.sampled_from(DIALECTS))
@example("\ud800 [a](\ud800) [^\ud800]\n\n[^\ud800]: x", "astro")
def test_no_text_raises(body: str, dialect: Dialect) -> None:
    rendered = render(body, Options(dialect, highlight=True))
    assert "".join(block.html for block in rendered.blocks) == rendered.html


DEEP = [
    *(
        ">",
        "> ",
        "[",
        "![",
        "*",
        "*a ",
        "_a",
        "- ",
        "1. ",
        "`",
        "~a",
        '"',
        "'a",
        "<b>",
        "<a ",
        "<!--",
        "a\n: b\n",
    ),
    *("http://a.b/(", "www.a.", "a@b.c", "&a;", "[^a]", "|", "\\", ". ", '.")]', "# ", "[a] "),
]


@ALL_DIALECTS
@pytest.mark.parametrize("mark", DEEP)
def test_ten_thousand_marks_in_a_row_are_answered(mark: str, dialect: Dialect) -> None:
    assert render(mark * 10_000, Options(dialect)).html


@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
def test_images_in_images_are_read_ten_deep(dialect: Dialect) -> None:
    html = render("![" * 300 + "a" + "](x.png)" * 300, Options(dialect)).html
    assert html.count("<img") == 1


def test_text_too_deep_for_the_parser_is_shown_as_written() -> None:
    too_deep = render("1. " * 10_000 + "<é>", Options("python-markdown"))
    assert len(too_deep.blocks) == 1
    assert too_deep.html.startswith("<pre>1. 1. ")
    assert too_deep.html.endswith("&lt;é&gt;</pre>")
    assert render("1. a", Options("python-markdown")).html.strip() == "<ol>\n<li>a</li>\n</ol>"


def test_rendered_html_is_its_blocks() -> None:
    assert Rendered((Block("<p>a</p>\n", 0), Block("<p>b</p>", 2)), ()).html == "<p>a</p>\n<p>b</p>"
