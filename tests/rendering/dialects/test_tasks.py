"""Task lists."""

from __future__ import annotations

import pytest

from editor.rendering.html import render


@pytest.mark.parametrize(("mark", "checked"), [("[ ]", False), ("[x]", True), ("[X]", True), ("[\t]", False)])
def test_a_mark_becomes_a_box(mark: str, checked: bool) -> None:
    html = render(f"1. {mark} *été* 😀").html.strip()
    assert html.startswith('<ol class="contains-task-list">\n<li class="task-list-item"><input ')
    assert ("checked" in html) is checked
    assert html.endswith(' type="checkbox"> <em>été</em> 😀</li>\n</ol>')


@pytest.mark.parametrize(
    "body",
    ["- [ ]", "- [x]a", "- [y] a", "- a [x] b", "[x] a", "- `[x] a`", "- # [x] a", "- [x] a\n\n[x]: b", "-"],
)
def test_what_is_no_task(body: str) -> None:
    assert "<input" not in render(body).html


def test_only_the_list_of_the_task_is_marked() -> None:
    html = render("- a\n  - [ ] b\n- c").html
    assert html.startswith('<ul>\n<li>a\n<ul class="contains-task-list">\n<li class="task-list-item">')
    assert html.count("task-list-item") == 1


def test_a_task_of_a_loose_list_has_its_box_in_the_paragraph() -> None:
    assert '<li class="task-list-item">\n<p><input ' in render("- [ ] a\n\n- b").html
