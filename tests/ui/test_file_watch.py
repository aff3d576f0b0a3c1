from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from editor.ui.file_watch import FileWatch, stamps_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[FileWatch]:
    del qtbot  # the application must be there
    watch = FileWatch()
    yield watch
    watch.deleteLater()


def test_a_file_that_is_written_is_told_of(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "été 🌞.ts"
    path.write_text("one", "utf-8")
    watch.watch(stamps_of([path]))
    with qtbot.waitSignal(watch.changed):
        path.write_text("other", "utf-8")


def test_a_file_that_is_replaced_is_told_of_each_time(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "config.ts"
    path.write_text("one", "utf-8")
    watch.watch(stamps_of([path]))
    for words in ("second", "the third"):
        new = tmp_path / ".new"
        new.write_text(words, "utf-8")
        with qtbot.waitSignal(watch.changed):
            new.replace(path)


def test_a_file_that_is_made_or_taken_away_with_its_folders_is_told_of(
    watch: FileWatch, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / ".astro/collections/blog.schema.json"
    watch.watch(stamps_of([path]))
    with qtbot.waitSignal(watch.changed):
        path.parent.mkdir(parents=True)
        path.write_text("{}", "utf-8")
    with qtbot.waitSignal(watch.changed):
        shutil.rmtree(tmp_path / ".astro")
    with qtbot.waitSignal(watch.changed):
        path.parent.mkdir(parents=True)
        path.write_text("{}", "utf-8")


def test_a_folder_tells_of_a_file_that_comes(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    watch.watch(stamps_of([tmp_path]))
    with qtbot.waitSignal(watch.changed):
        (tmp_path / "a.md").write_text("a", "utf-8")


def test_what_changed_before_the_watch_began_is_told_of(
    watch: FileWatch, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "config.ts"
    stamps = stamps_of([path])
    path.write_text("one", "utf-8")
    with qtbot.waitSignal(watch.changed):
        watch.watch(stamps)


def test_which_of_them_it_is_is_told(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path, other = tmp_path / "a.md", tmp_path / "b.md"
    for each in (path, other):
        each.write_text("one", "utf-8")
    watch.watch(stamps_of([path, other]))
    with qtbot.waitSignal(watch.paths_changed) as told:
        other.write_text("other", "utf-8")
    assert told.args == [(other,)]


def test_a_neighbour_is_not_told_of(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path, other = tmp_path / "config.ts", tmp_path / "other.ts"
    path.write_text("one", "utf-8")
    watch.watch(stamps_of([path]))
    with qtbot.assertNotEmitted(watch.changed, wait=400):
        other.write_text("one", "utf-8")


def test_what_is_no_longer_watched_is_not_told_of(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "config.ts"
    path.write_text("one", "utf-8")
    watch.watch(stamps_of([path]))
    watch.watch({})
    with qtbot.assertNotEmitted(watch.changed, wait=400):
        path.write_text("other", "utf-8")


def test_a_burst_is_told_of_once(watch: FileWatch, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "config.ts"
    told: list[None] = []
    watch.changed.connect(lambda: told.append(None))
    watch.watch(stamps_of([path]))
    with qtbot.waitSignal(watch.changed):
        for count in range(20):
            path.write_text("x" * count, "utf-8")
    assert len(told) == 1
