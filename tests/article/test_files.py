"""The one writer puts a file whole in its place or leaves everything as it was."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from editor.article import files
from editor.article.files import (
    FileChanged,
    FileError,
    FileExists,
    FileVanished,
    add_to_file,
    make_private_folder,
    read_file,
    write_file,
)

DATA = "Été 😀\r\n".encode()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "été.md"
    path.write_bytes(b"old")
    return path


def refuse(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def forbid(*_: object, **__: object) -> Any:
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def fail(*_: object, **__: object) -> Any:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def do_not_know(*_: object, **__: object) -> Any:
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def assert_untouched(path: Path) -> None:
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_the_file_is_replaced(article: Path) -> None:
    write_file(article, DATA, b"old")
    assert read_file(article) == DATA
    assert list(article.parent.iterdir()) == [article]


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    path, other = tmp_path / "new.md", tmp_path / "other"
    write_file(path, DATA, None)
    other.touch()
    assert path.read_bytes() == DATA
    assert path.stat().st_mode == other.stat().st_mode


def test_what_changed_on_disk_is_not_overwritten(article: Path) -> None:
    with pytest.raises(FileChanged) as caught:
        write_file(article, DATA, b"older")
    assert caught.value.path == article
    assert_untouched(article)


def test_what_changes_while_it_is_written_is_not_overwritten(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_new = files._write_new

    def slow_write(path: Path, data: bytes, mode: int) -> None:
        write_new(path, data, mode)
        article.write_bytes(b"newer")

    monkeypatch.setattr(files, "_write_new", slow_write)
    with pytest.raises(FileChanged):
        write_file(article, DATA, b"old")
    assert article.read_bytes() == b"newer"
    assert list(article.parent.iterdir()) == [article]


def test_a_file_in_the_place_of_a_new_one_is_kept(article: Path) -> None:
    with pytest.raises(FileExists):
        write_file(article, DATA, None)
    assert_untouched(article)


def test_a_file_that_vanished_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileVanished):
        write_file(tmp_path / "gone.md", DATA, b"old")
    with pytest.raises(FileVanished):
        read_file(tmp_path / "gone.md")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_file(tmp_path / "no folder" / "new.md", DATA, None)
    assert type(caught.value) is FileError
    assert isinstance(caught.value.cause, FileNotFoundError)


def test_a_name_that_is_too_long_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_file(tmp_path / ("é" * 300), DATA, None)
    assert caught.value.cause is not None
    assert caught.value.cause.errno == errno.ENAMETOOLONG
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_file(tmp_path)
    assert isinstance(caught.value.cause, IsADirectoryError)
    with pytest.raises(FileError):
        write_file(tmp_path, DATA, b"old")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(FileError) as caught:
        read_file(tmp_path / "pipe.md")
    assert caught.value.cause is not None
    assert caught.value.cause.errno == errno.EINVAL


def test_a_symbolic_link_stays_and_its_file_changes(article: Path) -> None:
    link = article.with_name("link.md")
    link.symlink_to(article.name)
    write_file(link, DATA, b"old")
    assert link.is_symlink()
    assert article.read_bytes() == DATA


def test_mode_and_attributes_stay_and_the_time_is_now(article: Path) -> None:
    article.chmod(0o640)
    os.utime(article, (1, 1))
    if sys.platform == "linux":
        os.setxattr(article, "user.colour", b"blue")
    write_file(article, DATA, b"old")
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    assert article.stat().st_mtime > 1
    if sys.platform == "linux":
        assert os.getxattr(article, "user.colour") == b"blue"


def test_the_owner_stays_where_the_system_allows_it(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    real = Path.stat

    def stat_of_another(path: Path, **arguments: Any) -> os.stat_result:
        found = list(real(path, **arguments))
        found[4:6] = (12, 34) if path == article else found[4:6]
        return os.stat_result(found)

    monkeypatch.setattr(Path, "stat", stat_of_another)
    monkeypatch.setattr(os, "chown", lambda path, user, group: given.append((user, group)))
    write_file(article, DATA, b"old")
    assert given == [(12, 34)]
    monkeypatch.setattr(os, "chown", forbid)
    write_file(article, b"new", DATA)
    assert article.read_bytes() == b"new"


def test_a_file_that_may_not_be_written_stays(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, right: False)
    with pytest.raises(FileError) as caught:
        write_file(article, DATA, b"old")
    assert isinstance(caught.value.cause, PermissionError)
    assert_untouched(article)


@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_full_disk_leaves_the_old_file(article: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(FileError) as caught:
        write_file(article, DATA, b"old")
    monkeypatch.undo()
    assert caught.value.cause is not None
    assert caught.value.cause.errno == errno.ENOSPC
    assert_untouched(article)


def test_a_replacement_that_fails_leaves_the_old_file(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", forbid)
    with pytest.raises(FileError):
        write_file(article, DATA, b"old")
    monkeypatch.undo()
    assert_untouched(article)


def test_a_file_is_put_away_once_the_new_one_lies_whole_beside_it(article: Path) -> None:
    article.chmod(0o640)
    seen: list[tuple[bytes, int]] = []

    def put_away(path: Path) -> None:
        (beside,) = path.parent.glob(".*.tmp")
        seen.append((beside.read_bytes(), stat.S_IMODE(beside.stat().st_mode)))
        path.rename(path.with_name("old"))

    write_file(article, DATA, b"old", put_away=put_away)
    assert seen == [(DATA, 0o640)]
    assert article.read_bytes() == DATA
    assert article.with_name("old").read_bytes() == b"old"
    assert len(list(article.parent.iterdir())) == 2


def test_a_file_that_cannot_be_put_away_stays(article: Path) -> None:
    def put_away(path: Path) -> None:
        raise FileError(path)

    with pytest.raises(FileError):
        write_file(article, DATA, b"old", put_away=put_away)
    assert_untouched(article)


def test_what_the_disk_gives_back_is_checked(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: real(path) if path == article else real(path)[:-1])
    with pytest.raises(FileError) as caught:
        write_file(article, DATA, b"old")
    monkeypatch.undo()
    assert caught.value.cause is not None
    assert caught.value.cause.errno == errno.EIO
    assert_untouched(article)


def test_the_folder_is_forced_to_the_disk_where_that_can_be(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    write_file(article, DATA, b"old")
    assert synced == [False, True]
    monkeypatch.delattr(os, "O_DIRECTORY")
    monkeypatch.delattr(os, "chown")
    write_file(article, b"new", DATA)
    assert synced == [False, True, False]


def test_what_is_there_already_is_not_written_again(article: Path) -> None:
    number = article.stat().st_ino
    write_file(article, b"old", b"older")
    write_file(article, b"old", None)
    assert article.stat().st_ino == number
    assert_untouched(article)


def test_a_save_whose_folder_was_not_forced_to_the_disk_can_be_made_again(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(files, "_force_folder", fail)
        with pytest.raises(FileError):
            write_file(article, DATA, b"old")
    assert read_file(article) == DATA
    write_file(article, DATA, b"old")
    assert list(article.parent.iterdir()) == [article]


def test_a_folder_in_the_place_of_a_new_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "new.md").mkdir()
    with pytest.raises(FileExists):
        write_file(tmp_path / "new.md", DATA, None)
    assert (tmp_path / "new.md").is_dir()


def test_a_file_system_that_cannot_force_or_mark_files_is_written_all_the_same(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", do_not_know)
    monkeypatch.setattr(Path, "chmod", forbid)
    if sys.platform == "linux":
        monkeypatch.setattr(os, "listxattr", do_not_know)
    write_file(article, DATA, b"old")
    assert read_file(article) == DATA
    monkeypatch.undo()
    assert stat.S_IMODE(article.stat().st_mode) == 0o600  # rather too few may read it than too many
    monkeypatch.delattr(os, "listxattr", raising=False)
    write_file(article, b"new", DATA)
    assert read_file(article) == b"new"


def test_an_attribute_that_cannot_be_read_for_another_reason_is_an_error(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "chmod", fail)
    with pytest.raises(FileError):
        write_file(article, DATA, b"old")
    monkeypatch.undo()
    assert_untouched(article)


def test_what_is_being_written_is_for_nobody_else(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    real = files._write_new

    def write_new(path: Path, data: bytes, mode: int) -> None:
        real(path, data, mode)
        modes.append(stat.S_IMODE(path.stat().st_mode))

    monkeypatch.setattr(files, "_write_new", write_new)
    article.chmod(0o604)
    write_file(article, DATA, b"old")
    write_file(article.with_name("private"), DATA, None, is_private=True)
    assert modes == [0o600, 0o600]
    assert stat.S_IMODE(article.stat().st_mode) == 0o604
    assert stat.S_IMODE(article.with_name("private").stat().st_mode) == 0o600


def test_where_the_group_is_lost_its_rights_are_those_of_everybody(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article.chmod(0o664)
    real = Path.stat

    def stat_of_another(path: Path, **arguments: Any) -> os.stat_result:
        found = list(real(path, **arguments))
        found[5] = 34 if path == article else found[5]
        return os.stat_result(found)

    with monkeypatch.context() as other:
        other.setattr(Path, "stat", stat_of_another)
        other.setattr(os, "chown", forbid)
        write_file(article, DATA, b"old")
    assert stat.S_IMODE(article.stat().st_mode) == 0o644


def test_bytes_are_added_at_the_end(article: Path) -> None:
    add_to_file(article, b" and new")
    assert article.read_bytes() == b"old and new"
    with pytest.raises(FileVanished):
        add_to_file(article.with_name("gone"), b"x")
    assert list(article.parent.iterdir()) == [article]


def test_bytes_that_cannot_be_forced_to_the_disk_are_an_error(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fdatasync", fail)
    with pytest.raises(FileError):
        add_to_file(article, b"x")


def test_a_private_folder_is_for_nobody_else(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "journal"
    make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(FileError):
        make_private_folder(tmp_path / "file" / "folder")
