"""The door of a running program: one a profile, for this user alone, and nobody blocks it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from editor.handing_over import LONGEST
from editor.ui import instance as module
from editor.ui.file_locks import FileLocks
from editor.ui.instance import Instance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

_OTHER = """
import sys
from pathlib import Path
from editor.ui.instance import Instance
runtime, profile, *targets = map(Path, sys.argv[1:])
sys.exit(0 if Instance(runtime, profile).hand_over(targets) else 3)
"""
_HOLDER = """
import sys
from pathlib import Path
from editor.ui.file_locks import FileLocks
locks = FileLocks(Path(sys.argv[1]))
print(locks.hold(Path(sys.argv[2])), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Instance]]:
    made: list[Instance] = []

    def make_one() -> Instance:
        made.append(Instance(tmp_path / "run", tmp_path / "profile"))
        return made[-1]

    yield make_one
    for instance in made:
        instance.close()
        instance.deleteLater()


def start(tmp_path: Path, *targets: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(tmp_path / "run"), str(tmp_path / "profile"), *map(str, targets)]
    )


def door(tmp_path: Path) -> Path:
    return next(path for path in (tmp_path / "run").iterdir() if path.suffix != ".lock")


def test_another_start_hands_its_files_over(
    make: Callable[[], Instance], qtbot: QtBot, tmp_path: Path
) -> None:
    instance = make()
    assert not instance.hand_over([])
    assert instance.listen()
    targets = (tmp_path / "été 🌞.md", tmp_path / "blog")
    other = start(tmp_path, *targets)
    with qtbot.waitSignal(instance.targets_received, timeout=10_000) as told:
        pass
    assert told.args == [targets]
    assert other.wait(10) == 0


def test_only_this_user_reaches_the_door(make: Callable[[], Instance], tmp_path: Path) -> None:
    assert make().listen()
    assert not stat.S_IMODE((tmp_path / "run").stat().st_mode) & 0o077
    assert not stat.S_IMODE(door(tmp_path).stat().st_mode) & 0o077


def test_one_program_listens(make: Callable[[], Instance]) -> None:
    first, second = make(), make()
    assert first.listen()
    assert not second.listen()
    first.close()
    assert second.listen()


def test_what_a_crashed_program_left_is_replaced(make: Callable[[], Instance], tmp_path: Path) -> None:
    script = _OTHER.partition("sys.exit")[0]
    script += "import os; it = Instance(runtime, profile); os._exit(9 if it.listen() else 1)"
    run = [sys.executable, "-c", script, str(tmp_path / "run"), str(tmp_path / "profile")]
    assert subprocess.run(run, check=False).returncode == 9
    assert door(tmp_path).exists()
    instance = make()
    assert not instance.hand_over([])
    assert instance.listen()


def test_a_program_that_does_not_answer_is_not_waited_for(
    make: Callable[[], Instance], tmp_path: Path
) -> None:
    assert make().listen()  # and never comes to it: this test does not let it
    started = perf_counter()
    assert not make().hand_over([tmp_path])
    assert perf_counter() - started < 0.6


@pytest.mark.parametrize("words", [b"x\n", b'{"version": 9, "targets": []}\n', b"x" * (LONGEST + 9)])
def test_what_is_no_message_is_not_answered(
    make: Callable[[], Instance], qtbot: QtBot, tmp_path: Path, words: bytes
) -> None:
    instance = make()
    assert instance.listen()
    told: list[object] = []
    instance.targets_received.connect(told.append)
    socket = QLocalSocket()
    socket.connectToServer(str(door(tmp_path)))
    with qtbot.waitSignal(socket.disconnected, timeout=5_000):
        socket.write(words)
    assert not told
    assert socket.readAll().isEmpty()
    socket.deleteLater()


def test_who_says_nothing_is_shown_out(
    make: Callable[[], Instance], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SPEAKING_MS", 50)
    assert make().listen()
    socket = QLocalSocket()
    with qtbot.waitSignal(socket.disconnected, timeout=5_000):
        socket.connectToServer(str(door(tmp_path)))
    socket.deleteLater()


def test_a_folder_that_others_may_write_is_no_place_for_a_door(
    make: Callable[[], Instance], tmp_path: Path
) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o777)
    assert not make().listen()
    assert not make().hand_over([])


def test_a_file_in_the_place_of_the_folder_is_no_harm(make: Callable[[], Instance], tmp_path: Path) -> None:
    (tmp_path / "run").write_text("", "utf-8")
    assert not make().listen()


def test_a_file_is_held_by_one_program(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    path.write_text("a", "utf-8")
    link.symlink_to(path)
    run = [sys.executable, "-c", _HOLDER, str(tmp_path / "locks"), str(link)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        locks = FileLocks(tmp_path / "locks")
        assert not locks.hold(path)
        assert locks.hold(tmp_path / "b.md")
        other.kill()
        other.wait()
    assert locks.hold(path)
    assert locks.hold(link)
    locks.release(link)
    locks.release(tmp_path / "b.md")
    assert list((tmp_path / "locks").iterdir()) == []


def test_where_no_lock_can_be_made_files_open(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("", "utf-8")
    assert FileLocks(tmp_path / "locks").hold(tmp_path / "a.md")
    assert FileLocks(None).hold(Path(os.devnull))
