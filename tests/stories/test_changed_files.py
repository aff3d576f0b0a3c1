"""The file on the disk is not what was read, or cannot be written: the text stays, and the writer is told."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from editor.article import files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "slow-bread.md"


@pytest.fixture
def path(desk: Desk, blog: Path) -> Path:
    """Answer the file of an article that is open and changed."""
    desk.click_article(_NAME)
    desk.type("Mine 🥖 ")
    return blog / "src/content/blog" / _NAME


def test_a_save_over_an_unseen_version_is_refused_and_told(desk: Desk, path: Path) -> None:
    path.write_text("theirs", "utf-8")
    desk.run("file.save")
    desk.wait_for_outside("The file was changed by another program, and you changed the text too.")
    assert path.read_text("utf-8") == "theirs"
    assert desk.article.is_modified()


def test_keep_mine_puts_the_text_in_its_place(desk: Desk, path: Path) -> None:
    path.write_text("theirs", "utf-8")
    desk.wait_for_outside("The file was changed by another program, and you changed the text too.")
    desk.press_outside("Keep mine")
    assert desk.outside_words() == ""
    desk.run("file.save")
    assert "Mine 🥖 " in path.read_text("utf-8")
    assert not desk.article.is_modified()


def test_save_elsewhere_keeps_both(desk: Desk, path: Path, choose: Callable[[Path | str], list[str]]) -> None:
    path.write_text("theirs", "utf-8")
    other = path.with_name("mine.md")
    proposed = choose(other)
    desk.run("file.save_as")
    assert proposed == [str(path)]
    assert path.read_text("utf-8") == "theirs"
    assert "Mine 🥖 " in other.read_text("utf-8")
    assert desk.article.path == other
    assert desk.window.windowTitle().startswith("mine.md")


def test_a_file_that_was_deleted_can_be_saved_again(desk: Desk, path: Path) -> None:
    path.unlink()
    desk.wait_for_outside("The file was moved or deleted. Your text is still here.")
    desk.press_outside("Save again")
    assert "Mine 🥖 " in path.read_text("utf-8")
    assert desk.outside_words() == ""


def test_a_file_whose_folder_is_gone_can_be_saved_elsewhere(
    desk: Desk, path: Path, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    path.parent.rename(tmp_path / "moved")
    desk.wait_for_outside("The file was moved or deleted. Your text is still here.")
    choose(tmp_path / "mine.md")
    words = desk.answer("Save elsewhere…")
    desk.press_outside("Save again")
    assert words[0].endswith("The folder does not exist.")
    assert "Mine 🥖 " in (tmp_path / "mine.md").read_text("utf-8")


def test_a_full_disk_costs_nothing(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def write(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files, "_write_new", write)
    words = desk.answer("Cancel")
    desk.run("file.save")
    assert words == [f"The article was not saved. “{_NAME}” could not be read or written. The disk is full."]
    assert path.read_bytes() == before
    monkeypatch.undo()
    desk.run("file.save")
    assert "Mine 🥖 " in path.read_text("utf-8")


def test_a_file_made_read_only_is_not_written(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    # The administrator may write everywhere: only what the system answers shows it.
    monkeypatch.setattr(os, "access", lambda *_: False)
    words = desk.answer("Cancel")
    desk.run("file.save")
    assert words[0].endswith("You may not read or write there.")
    assert path.read_bytes() == before
    assert desk.article.is_modified()


def test_a_name_without_suffix_does_not_replace_a_file_unasked(
    desk: Desk, path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    other = path.with_name("small-tools.md")
    before = other.read_bytes()
    choose(other.with_suffix(""))
    words = desk.answer("Cancel")
    desk.run("file.save_as")
    assert words[0].startswith("There is a file “small-tools.md” already.")
    assert other.read_bytes() == before
    assert desk.article.path == path


def test_an_article_is_not_saved_over_another_open_one(
    desk: Desk, path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    other = path.with_name("small-tools.md")
    before = other.read_bytes()
    desk.click_article("small-tools.md")
    desk.workspace.set_current(desk.workspace.articles[0])
    choose(other)
    words = desk.answer("Close")
    desk.run("file.save_as")
    assert words[0].startswith("“small-tools.md” is open itself.")
    assert other.read_bytes() == before
    assert desk.article.path == path


def test_save_all_saves_what_it_can(desk: Desk, path: Path) -> None:
    desk.click_article("small-tools.md")
    desk.type("Also mine ")
    path.write_text("theirs", "utf-8")
    desk.run("file.save_all")
    assert "Also mine " in path.with_name("small-tools.md").read_text("utf-8")
    assert path.read_text("utf-8") == "theirs"
    assert desk.workspace.articles[0].is_modified()


@pytest.mark.usefixtures("path")
def test_an_article_saved_into_another_blog_belongs_to_it(
    desk: Desk, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    site = tmp_path / "pelican"
    (site / "content").mkdir(parents=True)
    (site / "pelicanconf.py").write_text('PATH = "content"\n', "utf-8")
    (site / "content" / "salt.png").write_bytes(b"")
    choose(site / "content" / "bread.md")
    desk.run("file.save_as")
    assert desk.article.blog.root == site
    assert "Python-Markdown" in desk.status()
    desk.type("![Salt](salt.png) ")
    desk.wait_for_page("salt.png")
    assert desk.program.window.desk.preview._scheme.folders.root == site
