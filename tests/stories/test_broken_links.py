"""The blog's broken links are listed, and repaired by choosing what was meant."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QTreeWidget

from editor.ui.commands import broken_links
from editor.ui.dialogs import progress_box
from editor.ui.dialogs.blog_edit_dialog import BlogEditDialog
from editor.ui.dialogs.links_dialog import LinksDialog
from editor.ui.dialogs.progress_box import ProgressBox
from tests.stories.test_replacing import press, state_of, when_shown

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from tests.stories.desk import Desk

_LINKS = """[a](/blog/slow-braed/) ![b](../../assets/cairm.webp) [c](/blog/slow-bread/#what-you-nede)
[d](#nowhere)
"""
_REPAIRED = _LINKS.replace("braed", "bread").replace("cairm", "cairn").replace("nede", "need")


@pytest.fixture
def article(blog: Path) -> Path:
    """Answer an article with broken links."""
    path = blog / "src/content/blog/small-tools.md"
    with path.open("a", encoding="utf-8") as file:
        file.write(_LINKS)
    return path


def boxes(dialog: LinksDialog) -> list[QComboBox]:
    return dialog.findChildren(QComboBox)


def test_a_broken_link_is_repaired_by_choosing(article: Path, desk: Desk) -> None:
    before = state_of(article.parent)

    def choose(dialog: LinksDialog) -> None:
        rows = dialog.findChildren(QTreeWidget)[0]
        written = [rows.topLevelItem(row).text(1) for row in range(rows.topLevelItemCount())]  # type: ignore[union-attr] # each row is there
        assert written == [
            "/blog/slow-braed/",
            "../../assets/cairm.webp",
            "/blog/slow-bread/#what-you-nede",
            "#nowhere",
        ]
        assert [box.isEnabled() for box in boxes(dialog)] == [True, True, True, False]
        for box in boxes(dialog)[:3]:
            box.setCurrentIndex(1)
        when_shown(BlogEditDialog, lambda shown: press(desk, shown, "Repair"))
        press(desk, dialog, "Repair…")

    when_shown(LinksDialog, choose)
    desk.run("blog.links")
    desk.wait(lambda: article.read_text("utf-8").endswith(_REPAIRED))
    desk.run("blog.undo")
    desk.wait(lambda: state_of(article.parent) == before)


def test_a_double_click_leads_to_the_link(article: Path, desk: Desk) -> None:
    def lead(dialog: LinksDialog) -> None:
        rows = dialog.findChildren(QTreeWidget)[0]
        rows.itemDoubleClicked.emit(rows.topLevelItem(3), 0)

    when_shown(LinksDialog, lead)
    desk.run("blog.links")
    desk.wait(lambda: desk.writing.textCursor().selectedText() == "#nowhere")
    assert desk.article.path == article


def test_nothing_is_shown_of_what_is_stopped(
    article: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert article.exists()
    is_free, pages = Event(), []

    def anchors(_text: str, path: Path, _blog: Blog) -> frozenset[str]:
        pages.append(path)
        is_free.wait(10)
        return frozenset()

    monkeypatch.setattr(progress_box, "_PATIENCE_MS", 0)
    monkeypatch.setattr(broken_links, "anchors_of", anchors)
    desk.run("blog.links")
    box = desk.find(ProgressBox, "progress")
    desk.wait(lambda: bool(pages))
    box.reject()
    is_free.set()
    desk.wait(lambda: not desk.window.findChildren(ProgressBox))
    assert not desk.window.findChildren(LinksDialog)


def test_the_end_of_the_program_waits_for_no_look_through_the_blog(
    article: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = article.with_name("z.md")
    last.write_text("[z](/blog/night-train/#nowhere)\n", "utf-8")
    background, begun, pages = desk.window.desk.background, Event(), []

    def anchors(_text: str, path: Path, _blog: Blog) -> frozenset[str]:
        pages.append(path.name)
        begun.set()
        while background.goes_on():
            Event().wait(0.001)
        return frozenset()

    monkeypatch.setattr(broken_links, "anchors_of", anchors)
    desk.run("blog.links")
    desk.wait(begun.is_set)
    background.finish()
    assert "night-train.md" not in pages


def test_a_blog_without_broken_links_is_told_of_in_a_line(desk: Desk) -> None:
    desk.run("blog.links")
    desk.wait(lambda: desk.window.statusBar().currentMessage() == "Every link leads somewhere")
