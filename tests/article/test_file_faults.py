"""Real faults: a full disk, a read-only one, a folder without rights, a save killed at every step."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from editor.article.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and kills as Linux does")
_BEGIN: Final = """
import errno, json, os, sys
from pathlib import Path
from editor.article.files import FileError, read_file, write_file

folder = Path(sys.argv[1])
article = folder / "article.md"
OLD, NEW = b"old " * 2000, b"new " * 9000

def failure(work):
    try:
        work()
    except FileError as error:
        return errno.errorcode[error.cause.errno]
    return None

def state():
    held = {OLD: "old", NEW: "new", None: "none"}.get(article.read_bytes() if article.exists() else None, "?")
    return [held, sorted(path.name for path in folder.iterdir())]
"""
_FULL: Final = """
write_file(article, OLD, None)
(folder / "filler").touch()
with open(folder / "filler", "ab", buffering=0) as filler:
    try:
        while True:
            filler.write(bytes(4096))
    except OSError:
        pass
full = failure(lambda: write_file(article, NEW, OLD)), failure(lambda: write_file(folder / "b.md", NEW, None))
after = state()
(folder / "filler").unlink()
print(json.dumps([full, after, failure(lambda: write_file(article, NEW, OLD)), state()]))
"""
_FULL_JOURNAL: Final = """
from editor.article.journal import writer
from editor.article.journal.reading import read_journal
from editor.article.journal.writer import JournalWriter, Opened
from editor.article.journal.journal import Original
from editor.article.journal.entries import Splice, Texts

writer.GATHERING = 0
told = []
journals = JournalWriter(folder / "journal")
def tell(*events):
    for event in events:
        journals.put(0, event)
    journals.work(told.append)
def kept():
    (place,) = folder.glob("journal/*/0.journal")
    return len(read_journal(place.read_bytes()).texts.body)
tell(Opened(Original(None, None), Texts("", "")), Splice(True, 0, 0, "a", 1))
noise = "".join(map(chr, range(0x4E00, 0x9E00)))  # it does not fit, however packed
tell(Splice(True, 1, 0, noise * 2, 1 + 2 * len(noise)))
full = told[-1].error and errno.errorcode[told[-1].error.cause.errno]
after = kept()
tell(Splice(True, 1, len(noise) * 2 - 5, "", 6))
print(json.dumps([full, after, told[-1].error is None, kept()]))
"""
_READ_ONLY: Final = """
print(json.dumps([failure(lambda: write_file(article, NEW, OLD)), state()]))
"""
_KILLED: Final = """
import signal
from editor.article import files

def killing(step):
    count = 0
    def trace(frame, event, _):
        nonlocal count
        if frame.f_code.co_filename != files.__file__:
            return None
        if event == "line":
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    return trace

def run(step, expected):
    child = os.fork()
    if child == 0:
        sys.settrace(killing(step))
        write_file(article, NEW, expected)
        os._exit(0)
    return os.waitpid(child, 0)[1]

seen = []
for expected in (OLD, None):
    step, status = 0, 1
    while status:
        for path in folder.iterdir():
            path.unlink()
        if expected is not None:
            write_file(article, OLD, None)
        step += 1
        status = run(step, expected)
        held, names = state()
        seen.append([step, status, held, len(names)])
print(json.dumps(seen))
"""


def run(script: str, folder: Path, *prefix: str) -> Any:
    """Answer what a script prints as JSON that is run on folder, after the words of prefix."""
    result = subprocess.run(
        [*prefix, sys.executable, "-c", _BEGIN + script, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def _mounting(folder: Path, options: str, then: str = "") -> tuple[str, ...]:
    """Answer the words before a command that is to see a small file system of its own at folder."""
    mount = f'mount -t tmpfs -o {options} tmpfs "{folder}" && {then} exec "$@"'
    return ("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh")


@pytest.fixture(scope="module")
def _may_mount() -> None:
    with tempfile.TemporaryDirectory() as folder:
        tried = subprocess.run(
            [*_mounting(Path(folder), "size=64k"), "true"], capture_output=True, check=False
        )
    if tried.returncode:
        pytest.skip(f"this machine lets nobody mount a file system: {tried.stderr.decode().strip()}")


@pytest.mark.usefixtures("_may_mount")
def test_a_full_disk_keeps_the_old_file(tmp_path: Path) -> None:
    full, after, later, done = run(_FULL, tmp_path, *_mounting(tmp_path, "size=64k"))
    assert full == ["ENOSPC", "ENOSPC"]
    assert after == ["old", ["article.md", "filler"]]
    assert later is None
    assert done == ["new", ["article.md"]]


@pytest.mark.usefixtures("_may_mount")
def test_a_full_disk_keeps_the_old_journal_and_later_gets_the_new(tmp_path: Path) -> None:
    full, after, is_well, later = run(_FULL_JOURNAL, tmp_path, *_mounting(tmp_path, "size=64k"))
    assert full == "ENOSPC"
    assert after == 1
    assert is_well
    assert later == 6


@pytest.mark.usefixtures("_may_mount")
def test_a_read_only_disk_keeps_the_file(tmp_path: Path) -> None:
    prepare = (
        f'printf "old %.0s" $(seq 2000) > "{tmp_path}/article.md" && mount -o remount,ro "{tmp_path}" &&'
    )
    failed, after = run(_READ_ONLY, tmp_path, *_mounting(tmp_path, "size=64k", prepare))
    assert failed in ("EROFS", "EACCES")
    assert after == ["old", ["article.md"]]


@pytest.fixture
def folder_of_another() -> Iterator[Path]:
    """Answer a folder that everybody can reach and nobody but its owner can write in."""
    folder = Path(tempfile.mkdtemp())
    (folder / "article.md").write_bytes(b"old " * 2000)
    (folder / "article.md").chmod(0o666)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_read_only_folder_keeps_the_file(folder_of_another: Path) -> None:
    # The administrator may write everywhere, others may not.
    nobody = "os.geteuid() or os.setuid(65534)\n"
    assert run(nobody + _READ_ONLY, folder_of_another) == ["EACCES", ["old", ["article.md"]]]


def test_a_save_that_is_killed_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    seen = run(_KILLED, tmp_path)
    replaced = [held for _, _, held, _ in seen if held != "none"]
    assert set(replaced) == {"old", "new"}
    assert {held for _, _, held, _ in seen} == {"old", "new", "none"}
    assert {status for _, status, _, _ in seen} == {0, 9}
    assert max(step for step, _, _, _ in seen) > 30
    assert max(count for _, _, _, count in seen) == 2  # at worst its temporary file stays beside it


def test_the_longest_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 126 + ".md")
    write_file(path, b"old", None)
    write_file(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_ISREG(os.lstat(path).st_mode)
