"""The program is started again while it runs: the window that is open takes the files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.ui.instance import Instance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.stories.desk import Desk

_HOLDER = """
import sys
from pathlib import Path
from editor.ui.file_locks import FileLocks
locks = FileLocks(Path(sys.argv[1]))
print(locks.hold(Path(sys.argv[2])), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def session() -> Iterator[Path]:
    """Answer the folder of a session of the system; the name of a socket must be short."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def running(desk: Desk, session: Path, tmp_path: Path) -> Iterator[Instance]:
    """Have the window listen, as the program does that was started first."""
    instance = Instance(session / "article-editor", tmp_path / "own/state")
    instance.targets_received.connect(desk.program.take)
    assert instance.listen()
    yield instance
    instance.close()
    instance.deleteLater()


@pytest.mark.usefixtures("running")
def test_a_second_start_opens_its_files_here_and_ends(
    desk: Desk, blog: Path, session: Path, tmp_path: Path
) -> None:
    desk.click_article("small-tools.md")
    desk.window.showMinimized()
    path = blog / "src/content/blog/slow-bread.md"
    run = [sys.executable, "-m", "editor", "--profile", str(tmp_path / "own"), str(path)]
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(session)}
    with subprocess.Popen(run, env=environment) as other:
        desk.wait(lambda: desk.article.path == path)
        assert other.wait(20) == 0
    assert len(desk.workspace.articles) == 2
    assert not desk.window.isMinimized()


def test_a_file_that_another_program_of_this_kind_has_open_is_not_opened(
    desk: Desk, blog: Path, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    path = blog / "src/content/blog/slow-bread.md"
    run = [sys.executable, "-c", _HOLDER, str(tmp_path / "runtime-0/locks"), str(path)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        words = desk.answer("Close")
        assert desk.workspace.open_file(path) is None
        assert words == ["“slow-bread.md” is open in another window of Article Editor."]
        desk.click_article("small-tools.md")
        choose(path)
        words = desk.answer("Cancel")
        desk.run("file.save_as")
        assert words[0].endswith("“slow-bread.md” is open in another window of Article Editor.")
        other.kill()
    assert desk.workspace.open_file(path) is not None
