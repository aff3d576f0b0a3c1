"""Versions on the disk: what was kept comes back byte for byte, and what is damaged is told."""

from __future__ import annotations

import errno
import hashlib
import json
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.files import FileError, FileVanished, write_file
from editor.article.history.index import Index, NotAHistory, index_bytes, index_in
from editor.article.history.store import History, Limits
from editor.article.history.versions import Version

if TYPE_CHECKING:
    from pathlib import Path

MINUTE = 60_000


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "state/history")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "été 🌞.md"


def folder_of(tmp_path: Path) -> Path:
    (folder,) = (tmp_path / "state/history").iterdir()
    return folder


def test_what_was_recorded_comes_back(history: History, path: Path) -> None:
    texts = [b"", "été\r\n".encode(), b"x" * 100_000]
    for number, text in enumerate(texts):
        history.record(path, text, number * MINUTE)
    past = history.past(path)
    assert [history.read(path, version) for version in past.versions] == texts
    assert [version.moment for version in past.versions] == [0, MINUTE, 2 * MINUTE]
    assert [version.size for version in past.versions] == [0, 7, 100_000]
    assert past.versions[2].stored < 1000
    assert not past.is_damaged


def test_what_is_the_same_is_recorded_once(history: History, path: Path) -> None:
    for number, text in enumerate((b"a", b"a", b"b", b"a")):
        history.record(path, text, number * MINUTE)
    assert [history.read(path, it) for it in history.past(path).versions] == [b"a", b"b", b"a"]


def test_each_article_has_its_own(history: History, path: Path) -> None:
    history.record(path, b"a", 0)
    assert history.past(path.with_name("other.md")).versions == ()


def test_nobody_else_may_read_it(history: History, path: Path, tmp_path: Path) -> None:
    history.record(path, b"a", 0)
    for place in (tmp_path / "state/history", *(tmp_path / "state/history").rglob("*")):
        assert not stat.S_IMODE(place.stat().st_mode) & 0o077


def test_old_ones_go_with_their_files(history: History, path: Path, tmp_path: Path) -> None:
    for number in range(10):
        history.record(path, str(number).encode(), number * MINUTE)
    history.record(path, b"now", 400 * 24 * 60 * MINUTE)
    assert [history.read(path, it) for it in history.past(path).versions] == [b"9", b"now"]
    assert len(list(folder_of(tmp_path).iterdir())) == 3


def test_a_name_keeps_a_version(history: History, path: Path) -> None:
    history.record(path, b"first", 0)
    history.record(path, b"second", MINUTE)
    history.name(path, history.past(path).versions[0], "Sent to Anna")
    history.record(path, b"now", 400 * 24 * 60 * MINUTE)
    versions = history.past(path).versions
    assert [(history.read(path, it), it.name) for it in versions] == [
        (b"first", "Sent to Anna"),
        (b"second", ""),
        (b"now", ""),
    ]


def test_an_article_has_a_limit(tmp_path: Path, path: Path) -> None:
    history = History(tmp_path / "state/history", Limits(article=30))
    for number in range(9):
        history.record(path, str(number).encode(), number)
    assert [history.read(path, it) for it in history.past(path).versions] == [b"6", b"7", b"8"]


def test_the_whole_has_a_limit(tmp_path: Path, path: Path) -> None:
    history = History(tmp_path / "state/history", Limits(whole=45))
    other = path.with_name("b.md")
    for number in range(4):
        history.record(path, str(number).encode(), 2 * number)
        history.record(other, str(number).encode(), 2 * number + 1)
    history.name(path, history.past(path).versions[0], "x")
    (tmp_path / "state/history/stray").write_text("", "utf-8")
    history.shrink()
    assert [it.moment for it in history.past(path).versions] == [0, 4, 6]
    assert [it.moment for it in history.past(other).versions] == [5, 7]
    assert len(list((tmp_path / "state/history").rglob("*.version"))) == 5


def test_a_list_that_stays_is_not_written(
    history: History, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.record(path, b"a", 0)
    written: list[object] = []
    monkeypatch.setattr("editor.article.history.store.write_file", lambda *given, **_: written.append(given))
    history.shrink()
    assert written == []


def test_without_any_there_is_nothing_to_shrink(history: History) -> None:
    history.shrink()


def test_a_damaged_list_is_told_and_made_anew(history: History, path: Path, tmp_path: Path) -> None:
    for number, text in enumerate((b"a", b"b")):
        history.record(path, text, number)
    index = folder_of(tmp_path) / "versions.json"
    index.write_bytes(index.read_bytes()[:50])
    (folder_of(tmp_path) / "stray.version").write_bytes(b"")
    past = history.past(path)
    assert past.is_damaged
    assert {history.read(path, it) for it in past.versions} == {b"a", b"b"}
    history.record(path, b"c", past.versions[-1].moment + 1)
    assert not history.past(path).is_damaged
    assert history.read(path, history.past(path).versions[-1]) == b"c"


def test_a_newer_list_is_left_alone(history: History, path: Path, tmp_path: Path) -> None:
    history.record(path, b"a", 0)
    index = folder_of(tmp_path) / "versions.json"
    index.write_text('{"format": 2}', "utf-8")
    for work in (lambda: history.past(path), lambda: history.record(path, b"b", 1)):
        with pytest.raises(NotAHistory, match="newer"):
            work()
    history.shrink()
    assert index.read_text("utf-8") == '{"format": 2}'


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_a_damaged_version_is_told(history: History, path: Path, tmp_path: Path, damage: bytes) -> None:
    history.record(path, b"a" * 100, 0)
    (place,) = folder_of(tmp_path).glob("*.version")
    place.write_bytes(damage)
    with pytest.raises(NotAHistory, match="damaged"):
        history.read(path, history.past(path).versions[0])


def test_a_flipped_bit_is_told(history: History, path: Path, tmp_path: Path) -> None:
    history.record(path, b"words and more words", 0)
    (place,) = folder_of(tmp_path).glob("*.version")
    data = bytearray(place.read_bytes())
    for i in range(len(data)):
        data[i] ^= 1
        place.write_bytes(data)
        found = [b"words and more words"]
        with suppress(NotAHistory):
            found.append(history.read(path, history.past(path).versions[0]))
        assert len(set(found)) == 1
        data[i] ^= 1


def test_a_version_that_is_gone_is_told(history: History, path: Path, tmp_path: Path) -> None:
    history.record(path, b"a", 0)
    (place,) = folder_of(tmp_path).glob("*.version")
    place.unlink()
    with pytest.raises(FileVanished):
        history.read(path, history.past(path).versions[0])


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, path: Path) -> None:
    (tmp_path / "state").write_text("", "utf-8")
    with pytest.raises(FileError):
        History(tmp_path / "state/history").record(path, b"a", 0)


_INDEX = Index("/a", (Version(1, "0" * 64, 2, 3, "x"),))


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"format": None},
        {"checksum": ""},
        {"versions": []},
        {"path": "/b"},
        {"more": 1},
    ],
)
def test_a_list_that_was_changed_is_damaged(change: dict[str, object]) -> None:
    data = json.loads(index_bytes(_INDEX))
    assert index_in(json.dumps(data).encode()) == _INDEX
    with pytest.raises(NotAHistory, match="damaged"):
        index_in(json.dumps({**data, **change}).encode())


@pytest.mark.parametrize("versions", [{}, [1], [{"moment": 1}], [{**dict.fromkeys(("size",), "x")}]])
def test_a_list_of_something_else_is_damaged(versions: object) -> None:
    body = {"path": "/a", "versions": versions}
    checksum = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    with pytest.raises(NotAHistory, match="damaged"):
        index_in(json.dumps({"format": 1, "checksum": checksum, **body}).encode())


@given(st.binary(max_size=60))
def test_noise_is_damaged(data: bytes) -> None:
    with pytest.raises(NotAHistory):
        index_in(data)


def test_brackets_without_end_are_damaged() -> None:
    with pytest.raises(NotAHistory, match="damaged"):
        index_in(b"[" * 100_000)


def test_versions_follow_a_file_that_is_moved(history: History, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.md"
    history.record(target, b"older", 0)
    history.record(path, b"a", MINUTE)
    history.record(path, b"b", 3 * MINUTE)
    history.record(target, b"there", 2 * MINUTE)
    history.move(path, target)
    assert [history.read(target, it) for it in history.past(target).versions] == [
        b"older",
        b"a",
        b"there",
        b"b",
    ]
    assert history.past(path).versions == ()
    (folder,) = (tmp_path / "state/history").iterdir()
    assert index_in((folder / "versions.json").read_bytes()).path == str(target)


def test_without_versions_there_is_nothing_to_move(history: History, path: Path, tmp_path: Path) -> None:
    history.move(path, tmp_path / "new.md")
    assert not (tmp_path / "state").exists()


def test_versions_that_cannot_be_moved_are_told(history: History, path: Path, tmp_path: Path) -> None:
    history.record(path, b"a", 0)
    (version,) = folder_of(tmp_path).glob("*.version")
    version.rename(version.with_suffix(".gone"))
    with pytest.raises(FileError):
        history.move(path, tmp_path / "new.md")


def test_versions_follow_a_folder_that_is_moved(history: History, tmp_path: Path) -> None:
    for number, name in enumerate(("old/index.md", "old/deep/b.md", "older/c.md")):
        history.record(tmp_path / name, name.encode(), number)
    (tmp_path / "new").mkdir()
    history.move(tmp_path / "old", tmp_path / "new")
    for name in ("index.md", "deep/b.md"):
        (version,) = history.past(tmp_path / "new" / name).versions
        assert history.read(tmp_path / "new" / name, version) == f"old/{name}".encode()
        assert history.past(tmp_path / "old" / name).versions == ()
    assert len(history.past(tmp_path / "older/c.md").versions) == 1


def test_a_move_of_versions_that_is_cut_off_loses_none(
    history: History, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new.md"
    history.record(path, b"a", 0)
    history.record(path, b"b", 1)
    history.record(path, b"a", 2)
    history.record(target, b"a", 3)
    full = OSError(errno.ENOSPC, "full")

    def refuse_lists(place: Path, data: bytes, expected: bytes | None, *, is_private: bool) -> None:
        if place.name == "versions.json":
            raise FileError(place, full)
        write_file(place, data, expected, is_private=is_private)

    with monkeypatch.context() as patched:
        patched.setattr("editor.article.history.store.write_file", refuse_lists)
        with pytest.raises(FileError):
            history.move(path, target)
    history.record(target, b"d", 4)
    assert [history.read(path, it) for it in history.past(path).versions] == [b"a", b"b", b"a"]
    history.move(path, target)
    found = [history.read(target, it) for it in history.past(target).versions]
    assert found == [b"a", b"b", b"a", b"a", b"d"]
    assert len(list((tmp_path / "state/history").iterdir())) == 1
