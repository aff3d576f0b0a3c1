"""The tags of the blog: counted, renamed, merged, taken away; every change shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTreeWidget

from editor.ui.dialogs.blog_edit_dialog import BlogEditDialog
from editor.ui.dialogs.tags_dialog import TagsDialog
from tests.stories.test_replacing import line, press, rows, state_of, when_shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk


def shown(dialog: TagsDialog) -> dict[str, int]:
    """Answer the tags that the dialog shows with their counts."""
    tree = dialog.findChildren(QTreeWidget)[0]
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {item.text(0): int(item.text(1)) for item in items if item is not None and not item.isHidden()}


def choose(dialog: TagsDialog, *tags: str) -> None:
    tree = dialog.findChildren(QTreeWidget)[0]
    tree.clearSelection()
    for row in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(row)
        if item is not None and item.text(0) in tags:
            item.setSelected(True)


def in_tags(desk: Desk, work: Callable[[TagsDialog], None]) -> None:
    """Open the tags, do work there, and close them."""

    def look(dialog: TagsDialog) -> None:
        work(dialog)
        dialog.reject()

    when_shown(TagsDialog, look)
    desk.run("blog.tags")


def changed(blog: Path, before: dict[Path, bytes]) -> dict[str, tuple[bytes, bytes]]:
    """Answer the lines that changed in each file, before and after."""
    found = {}
    for path, data in state_of(blog).items():
        if before[path] != data:
            old, new = before[path].split(b"\n"), data.split(b"\n")
            assert len(old) == len(new)
            ((one, other),) = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
            found[path.name] = (one, other)
    return found


def test_a_tag_is_renamed_everywhere_and_taken_back(desk: Desk, blog: Path) -> None:
    before = state_of(blog)
    edits = desk.window.desk.blog_edits

    def look(dialog: BlogEditDialog) -> None:
        assert len(rows(dialog)) == 2
        press(desk, dialog, "Rename")

    def work(dialog: TagsDialog) -> None:
        counts = shown(dialog)
        assert counts["écriture"] == 2
        choose(dialog, "écriture")
        name = line(dialog, "New name")
        name.clear()
        desk.type("Écrire 🏔", name)
        when_shown(BlogEditDialog, look)
        press(desk, dialog, "Rename…")
        desk.wait(lambda: bool(edits.last()))
        desk.wait(lambda: shown(dialog).get("Écrire 🏔") == 2)

    in_tags(desk, work)
    assert all(
        new == old.replace("écriture".encode(), "Écrire 🏔".encode())
        for old, new in changed(blog, before).values()
    )
    assert len(changed(blog, before)) == 2
    desk.run("blog.undo")
    desk.wait(lambda: not edits.last())
    assert state_of(blog) == before


def test_tags_are_merged(desk: Desk, blog: Path) -> None:
    edits = desk.window.desk.blog_edits

    def work(dialog: TagsDialog) -> None:
        tags = list(shown(dialog))[:2]
        choose(dialog, *tags)
        when_shown(BlogEditDialog, lambda changes: press(desk, changes, "Merge"))
        press(desk, dialog, "Merge…")
        desk.wait(lambda: bool(edits.last()))
        desk.wait(lambda: tags[1] not in shown(dialog))
        assert tags[0] in shown(dialog)

    in_tags(desk, work)


def test_the_articles_of_a_tag_are_listed(desk: Desk, blog: Path) -> None:
    def work(dialog: TagsDialog) -> None:
        desk.type("ECRI", line(dialog, "Filter tags"))
        assert list(shown(dialog)) == ["écriture"]
        choose(dialog, "écriture")
        press(desk, dialog, "Show articles")

    in_tags(desk, work)
    desk.wait_for_articles(2)
