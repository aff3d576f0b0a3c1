"""After any edits the page is the one that the whole text gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.html import Options, render, rendered
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import Edit, beginning, begun, edited, looked_again, rewritten
from tests.rendering.live.texts import Session, check_page, finished

if TYPE_CHECKING:
    from editor.rendering.live.text import LiveText
    from editor.text.dialects import Dialect
    from tests.rendering.live.texts import Act


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        pytest.param("- a\n\ntext\n\nend", [Edit(2, 1, "- b")], id="a list goes on after a blank line"),
        pytest.param("a | b\nc\n\nend", [Edit(1, 1, "--|--")], id="a table is known by its second line"),
        pytest.param("T\n\nend", [Edit(1, 1, "===")], id="a heading is underlined"),
        pytest.param("[^1]: n\n\ntext\n\n[^1]", [Edit(2, 1, "    text")], id="a note goes on"),
        pytest.param('[x]: /u\n"ti\n# h\n\n[x]', [Edit(2, 1, 'tle"')], id="the title of a link is all below"),
        pytest.param("a\n\nb\n\n" + "c\n\n" * 9, [Edit(0, 1, "```"), Edit(0, 1, "")], id="a fence is opened"),
        pytest.param("a\n\nb\n\n" + "c\n\n" * 9, [Edit(2, 1, "<!--"), Edit(10, 1, "-->")], id="a comment"),
        pytest.param("a\u00a0\n\n\u00a0\n\nb", [Edit(4, 1, "")], id="the end of the text is trimmed"),
        pytest.param("a\n\nb\n\n", [Edit(2, 1, "b\u00a0\n\n\u00a0\n\n\u00a0")], id="an end of blank lines"),
        pytest.param("a\n\n    b\n\nc\n\nd", [Edit(0, 1, "")], id="the start of the text is trimmed"),
        pytest.param("    a\n\nb\n\nc", [Edit(0, 0 + 1, "x\n\n    a")], id="the start is no start any more"),
        pytest.param(
            "---\nt: x\n\na\n\nb\n\nc", [Edit(5, 1, "---"), Edit(5, 1, "b")], id="metadata is left over"
        ),
        pytest.param(
            "---\nt: x\n---\n\n  b\n\nc", [Edit(1, 1, "t"), Edit(0, 1, "--")], id="and is not any more"
        ),
        pytest.param("+++\na\n\nb\n\n+++\n    code", [Edit(5, 1, "x"), Edit(5, 1, "+++")], id="with pluses"),
        pytest.param("a\n\nb\n\nc\n\nd\n\n---\n\ne", [Edit(0, 1, "---")], id="and ends far below"),
        pytest.param("a[^n]\n\nb", [Edit(2, 1, "[^n]: n")], id="the first note of the text"),
        pytest.param(
            "a[^1] b[^2]\n\n[^2]: m\n\n[^1]: n", [Edit(0, 1, "b[^2] a[^1]")], id="notes change places"
        ),
        pytest.param(
            "# h[^2]\n\n[^1] [^2]\n\n[^1]: n\n\n[^2]: n", [Edit(0, 1, "# h")], id="a number in a heading"
        ),
        pytest.param("a[^1]\n\n[^1]: n\n\nb", [Edit(2, 1, "[^1]: n [^1]")], id="a note uses itself"),
        pytest.param("# a\n\n# a\n\n# a-1", [Edit(0, 1, "# b")], id="headings have other ids"),
        pytest.param("# a\n\nb", [Edit(2, 1, "# a"), Edit(0, 1, "# c")], id="headings of one name"),
        pytest.param("[x]\n\n[x]: /a\n\n[x]: /b", [Edit(2, 1, "")], id="the second definition counts"),
        pytest.param(
            "[x]: /a\n\np\n\nq\n\n[x]: /b\n\n[x]",
            [Edit(6, 1, "[x]: /a"), Edit(0, 1, "[x]: /b")],
            id="definitions change places",
        ),
        pytest.param(
            "a\n\n[x]: /u\n\n```\n\n[x]",
            [Edit(0, 1, "```"), Edit(2, 1, "[x]: /v"), Edit(0, 1, "")],
            id="a label comes to stand in code",
        ),
        pytest.param("<div>\n\na\n\n</div>\n\nb", [Edit(4, 1, "x"), Edit(6, 1, "</div>")], id="raw HTML"),
        pytest.param("<p>a\n\nb\n\nc", [Edit(2, 1, "<div>"), Edit(2, 1, "<b>")], id="a paragraph is open"),
        pytest.param("<div>\n\na[^1]\n\n[^1]: n", [Edit(0, 1, "x")], id="raw HTML holds the notes"),
        pytest.param(
            "a\n\n[^1]: <b>\n\n[^1]", [Edit(4, 1, "x[^1]"), Edit(2, 1, "[^1]: x")], id="raw in notes"
        ),
        pytest.param(
            "a\n\nb\n\nc\n\nd\n\ne", [Edit(8, 1, "x"), Edit(0, 1, "y"), Edit(4, 1, "z")], id="far apart"
        ),
        pytest.param("\x02\n\nb", [Edit(0, 1, ""), Edit(2, 1, "\0\x03c")], id="marks of the pipeline"),
        pytest.param("", [Edit(0, 1, "a"), Edit(0, 1, ""), Edit(0, 1, "\n\n")], id="nothing"),
        pytest.param("a\n\nb", [Edit(0, 3, "x"), Edit(0, 1, "x\ny\n\nz")], id="everything"),
    ],
)
@pytest.mark.parametrize("portion", [1, 5, 6000])
@pytest.mark.parametrize("options", [Options(), Options("astro-remark")])
def test_what_an_edit_changes_elsewhere_is_seen(
    text: str, edits: list[Edit], portion: int, options: Options
) -> None:
    with_steps = [act for edit in edits for act in (edit, "step")]
    with_pages = [act for edit in edits for act in (edit, "finish")]
    for acts in (edits, with_steps, with_pages):
        for before in (["finish"], ["step"], ["step"] * 4):
            check_page(Session(text, (*before, *acts), portion), options)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "a\nb\n\n\f\n<p>\nc",
            [Edit(0, 1, "\f"), "finish", Edit(5, 1, ""), Edit(5, 1, "d")],
            id="a margin is no section that is met again",
        ),
        pytest.param(
            "[x]: /u\n\na\n\nb\n\n[x]",
            ["step", "step", "step", Edit(0, 1, "c"), "step"],
            id="a definition goes while the text is read",
        ),
        pytest.param(
            "a\n\nb\n\n[x]\n\nc\n\nd",
            ["finish", Edit(2, 1, "[x]: /u\n\ne\n\nf"), "step", "step", Edit(12, 1, "g")],
            id="a definition is read before the rest is to be read too",
        ),
    ],
)
def test_an_edit_may_come_at_any_time(text: str, acts: list[Act]) -> None:
    check_page(Session(text, tuple(acts), 1), Options())


LONG = "".join(f"## Part {number}\n\nSome *text* with [x][{number}].\n\n" for number in range(400))


def test_a_long_text_is_shown_part_by_part() -> None:
    live = begun(f"{LONG}[7]: /u\n")
    shown = []
    while not live.is_finished:
        live = advanced(live)
        shown.append(live.page.count)
    assert shown == sorted(shown)
    assert 10 < shown[0] < 300
    assert len(set(shown)) > 2
    assert '<a href="/u">x</a>' in rendered(live).html


def test_an_edit_renders_no_more_than_it_changes() -> None:
    live = finished(begun(f"{LONG}[7]: /u\n"))
    before = {id(section.writing) for section in live.sections}
    for edit, anew in (
        (Edit(2, 1, "Other text."), 1),
        (Edit(0, 1, "## Pièce"), 1),
        (Edit(1600, 1, "[7]: /v"), 2),
    ):
        live = edited(live, edit)
        live = advanced(live)
        assert live.is_finished
        assert sum(id(section.writing) not in before for section in live.sections) == anew
        before = {id(section.writing) for section in live.sections}


def test_what_asks_for_a_new_label_is_rendered_in_steps() -> None:
    live = finished(begun(LONG.replace("][", "][a")))
    many = "\n".join(f"[a{number}]: /u" for number in range(400))
    live = advanced(edited(live, Edit(1600, 1, many)))
    assert not live.is_finished
    assert finished(live).page == finished(begun(f"{LONG.replace('][', '][a')}{many}")).page


def test_an_edit_that_changes_nothing_costs_nothing() -> None:
    live = finished(begun("a\n\nb"))
    assert edited(live, Edit(0, 3, "a\n\nb")) is live
    assert rewritten(live, "a\n\nb") is live


@given(st.lists(st.sampled_from(["", "a", "- b", "# c", "\x02"]), min_size=1).map("\n".join), st.data())
def test_a_text_may_be_another_one_as_a_whole(text: str, data: st.DataObject) -> None:
    other = data.draw(st.permutations(text.split("\n")).map("\n".join) | st.just("") | st.just(f"{text}\nd"))
    assert rendered(finished(rewritten(finished(begun(text)), other))) == render(other)


def test_where_a_text_is_another_one_only_that_is_read() -> None:
    live = finished(begun(LONG))
    changed = rewritten(live, LONG.replace("Part 200\n", "Part 200 and more\n"))
    assert changed.unread is not None
    assert len(changed.sections[changed.unread].source) < 200
    assert rewritten(live, f"new\n{LONG}").unread == 0


def test_a_text_tells_its_beginning() -> None:
    live = finished(begun("ab\n\ncd\n\nef"))
    assert [beginning(live, count) for count in (0, 3, 5, 100)] == ["", "ab\n", "ab\n\nc", "ab\n\ncd\n\nef"]


@pytest.mark.parametrize("dialect", ["astro", "python-markdown"])
def test_images_are_looked_for_again(dialect: Dialect) -> None:
    found = {"a.png": "1", "b.png": "1"}
    live = begun("![](a.png)\n\n![](b.png) [^1]\n\n[^1]: n", Options(dialect), lambda written: found[written])
    live = finished(live)
    assert looked_again(live).is_finished is (dialect == "astro")
    found["a.png"] = "2"
    live = finished(looked_again(live))
    assert 'src="2"' in live.page.passages[1].html
    assert 'src="1"' in live.page.passages[2].html


def test_without_addresses_of_images_there_are_none_to_look_for() -> None:
    live = finished(begun("![](a.png)"))
    assert looked_again(live) is live


@pytest.mark.parametrize("text", ["a\n\n- b\n\n## c", "\n\na", "", "1. " * 2000, "[" * 2000])
def test_the_dialect_that_is_read_as_a_whole_is_read_anew(text: str) -> None:
    options = Options("python-markdown")
    live = finished(begun(text, options))
    assert rendered(live) == render(text, options)
    live = finished(edited(live, Edit(0, 1, "# Autre\n\nb")))
    assert rendered(live) == render("\n".join(["# Autre", "", "b", *text.split("\n")[1:]]), options)
    assert not live.replaced


def _sources(text: LiveText) -> list[str]:
    return [section.source for section in text.sections]


def test_a_definition_before_a_title_is_read_with_it() -> None:
    live = finished(begun("[w]: /a\n[x]: /u\n'ti\n# h\n\nz"))
    assert _sources(live) == ["", "[w]: /a\n", "[x]: /u\n", "'ti\n", "# h\n\n", "z"]
    assert edited(live, Edit(3, 1, "tle'")).unread == 2
    assert edited(live, Edit(5, 1, "y")).unread == 4
