"""From the page that is shown to the page that is wanted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from editor.rendering.live.page import Passage
from editor.rendering.page import PageHead
from editor.ui.preview.updates import PreviewPage, call, update_script

if TYPE_CHECKING:
    from collections.abc import Iterable

HEAD = PageHead("Été 😀")


def page(blocks: Iterable[str], head: PageHead | None = None, key: str = "a") -> PreviewPage:
    return PreviewPage(key, head, tuple(Passage(html, 1) for html in blocks))


def test_a_call_is_ascii_and_means_what_was_given() -> None:
    script = call("show", "é\u2028😀</script>", ("b",))
    assert script.isascii()
    arguments = script.removeprefix("articlePage.show(").removesuffix(")")
    assert json.loads(f"[{arguments}]") == ["é\u2028😀</script>", ["b"]]


def test_the_first_page_and_another_article_are_shown_whole() -> None:
    first = update_script(None, page(["<p>a</p>"], HEAD))
    assert first is not None
    assert first.startswith('articlePage.show("a", "", "<div class')
    other = update_script(page(["<p>a</p>"]), page(["<p>a</p>"], key="b"))
    assert other == 'articlePage.show("b", "", "", ["<p>a</p>"])'


def test_of_the_same_article_only_what_changed_is_sent() -> None:
    shown = page(["1", "2", "3"])
    assert update_script(shown, page(["1", "2", "3"])) is None
    assert update_script(shown, page(["1", "x", "3"])) == 'articlePage.patch([[1, 1, ["x"]]], true)'
    with_head = update_script(shown, page(["1", "3"], HEAD))
    assert with_head is not None
    assert with_head.startswith("articlePage.setHead(")
    assert with_head.endswith(" && articlePage.patch([[1, 1, []]], true)")


def test_a_head_that_looks_the_same_is_not_sent() -> None:
    described = PageHead("Été 😀", "another description")
    assert update_script(page([], HEAD), page([], described)) is None
