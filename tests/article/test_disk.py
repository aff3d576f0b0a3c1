"""A file that is just being written is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article.disk import read_settled
from editor.article.files import FileError, FileVanished
from editor.article.source import NotText

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def steps(*work: Callable[[], object]) -> Callable[[float], None]:
    """Answer a wait that does one step of another program's work each time."""
    rest = list(work)

    def wait(seconds: float) -> None:
        assert seconds > 0
        if rest:
            rest.pop(0)()

    return wait


def test_a_file_that_holds_still_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeffété\r\n".encode())
    source = read_settled(path)
    assert (source.text, source.has_bom, source.line_end) == ("été\n", True, "\r\n")


def test_a_file_that_is_written_piece_by_piece_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"")
    pieces = [b"One ", "é".encode()[:1], "é".encode()[1:], b" two"]

    def add(piece: bytes) -> None:
        path.write_bytes(path.read_bytes() + piece)

    wait = steps(*(lambda piece=piece: add(piece) for piece in pieces))
    assert read_settled(path, wait).text == "One é two"


def test_a_file_that_is_away_for_a_moment_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    wait = steps(lambda: None, lambda: None, lambda: path.write_bytes(b"back"))
    assert read_settled(path, wait).text == "back"


def test_a_file_that_is_emptied_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"")
    looks: list[float] = []
    assert read_settled(path, looks.append).text == ""
    assert len(looks) == 5


def test_a_file_that_never_holds_still_is_read_as_it_is_then(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x")

    def grow(seconds: float) -> None:
        path.write_bytes(path.read_bytes() + b"x")

    assert len(read_settled(path, grow).text) == 20


@pytest.mark.parametrize(
    ("data", "error"), [(None, FileVanished), (b"a\0b", NotText), (b"\xff\xff", NotText)]
)
def test_what_cannot_be_read_is_told(tmp_path: Path, data: bytes | None, error: type[Exception]) -> None:
    path = tmp_path / "a.md"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(error):
        read_settled(path, lambda _: None)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read_settled(tmp_path, lambda _: None)
