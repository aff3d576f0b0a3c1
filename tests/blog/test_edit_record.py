"""A change that was cut off in the middle is known at the next start, and can be put back."""

import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.files import FileChanged, read_file
from editor.article.source import Source, decode
from editor.blog.blog_edit import BlogEdit, FileEdit, FileMove, inverse
from editor.blog.edit_making import HalfMade, make
from editor.blog.edit_record import (
    Record,
    discard,
    made_part,
    make_recorded,
    read_record,
    record_bytes,
    record_in,
)


def _state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.md"))}


def _source(path: Path) -> Source:
    return decode(read_file(path))


@pytest.fixture
def edit(tmp_path: Path) -> BlogEdit:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_bytes(name.encode())
    edits = tuple(FileEdit(tmp_path / name, name.encode(), b"new") for name in ("a.md", "b.md", "c.md"))
    return BlogEdit(edits, (FileMove(tmp_path / "a.md", tmp_path / "x" / "d.md"),))


def test_while_it_is_made_a_file_tells_of_it(edit: BlogEdit, tmp_path: Path) -> None:
    place, record = tmp_path / "state" / "record", Record(edit, "Été 🦊")
    seen: list[Record | None] = []

    def goes_on(_: int) -> bool:
        seen.append(read_record(place))
        return True

    assert make_recorded(record, place, goes_on) == (tmp_path / "x",)
    assert seen == [record] * 4
    assert not place.exists()
    assert _state(tmp_path) == {"b.md": b"new", "c.md": b"new", "d.md": b"new"}


def test_what_was_put_back_or_failed_is_forgotten(edit: BlogEdit, tmp_path: Path) -> None:
    place = tmp_path / "record"
    place.write_bytes(b"of another change")
    assert make_recorded(Record(edit, ""), place, lambda done: done < 2) is None
    assert not place.exists()
    (tmp_path / "c.md").write_bytes(b"meanwhile")
    with pytest.raises(FileChanged):
        make_recorded(Record(edit, ""), place, lambda _: True)
    assert not place.exists()


def test_what_could_not_be_put_back_stays_known(edit: BlogEdit, tmp_path: Path) -> None:
    place = tmp_path / "record"

    def goes_on(done: int) -> bool:
        if done == 1:
            (tmp_path / "a.md").write_bytes(b"meanwhile")
        return done < 1

    with pytest.raises(HalfMade):
        make_recorded(Record(edit, ""), place, goes_on)
    assert read_record(place) == Record(edit, "")


@pytest.mark.parametrize("steps", [0, 1, 3, 4])
def test_after_a_kill_it_is_put_back(edit: BlogEdit, tmp_path: Path, steps: int) -> None:
    before, place = _state(tmp_path), tmp_path / "record"
    (tmp_path / "edit").write_bytes(record_bytes(Record(edit, "Name")))
    script = (
        "import os, sys; from pathlib import Path; from editor.blog.edit_record import *;"
        f"folder = Path({str(tmp_path)!r}); record = record_in((folder / 'edit').read_bytes());"
        f"make_recorded(record, folder / 'record', lambda done: done < {steps} or os._exit(9))"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    found = read_record(place)
    assert (found is None) is (steps == 4)
    if found is not None:
        made = made_part(found.edit, Path.exists, lambda path: decode(read_file(path)))
        assert len(made.edits) == steps
        make(inverse(made, lambda path: decode(read_file(path))))
        assert _state(tmp_path) == before


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_what_is_put_back_is_known_till_it_is_done(edit: BlogEdit, tmp_path: Path, steps: int) -> None:
    before, place, record = _state(tmp_path), tmp_path / "record", Record(edit, "Name")
    make(edit)

    def put_back(goes_on: Callable[[int], bool]) -> None:
        back = inverse(made_part(record.edit, Path.exists, _source), _source)
        make_recorded(record, place, goes_on, back)

    def cut_off(done: int) -> bool:
        if done == steps:
            raise InterruptedError
        return True

    with pytest.raises(InterruptedError):
        put_back(cut_off)
    assert read_record(place) == record
    put_back(lambda _: True)
    assert _state(tmp_path) == before
    assert not place.exists()


def test_what_could_not_be_put_back_or_was_stopped_is_known_still(edit: BlogEdit, tmp_path: Path) -> None:
    place, record = tmp_path / "record", Record(edit, "Name")
    make(edit)
    back = inverse(edit, _source)
    assert make_recorded(record, place, lambda done: done < 2, back) is None
    assert read_record(place) == record
    (tmp_path / "c.md").write_bytes(b"meanwhile")
    with pytest.raises(FileChanged):
        make_recorded(record, place, lambda _: True, back)
    assert read_record(place) == record
    assert make_recorded(record, place, lambda _: True, BlogEdit()) == ()
    assert not place.exists()


def test_what_cannot_be_read_tells_of_nothing(tmp_path: Path) -> None:
    assert read_record(tmp_path / "none") is None
    (tmp_path / "record").write_bytes(b"noise")
    assert read_record(tmp_path / "record") is None
    discard(tmp_path / "record")
    discard(tmp_path / "record")
    assert not (tmp_path / "record").exists()


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b"[]",
        b"{",
        b'{"format": 2}',
        b'{"format": 1, "words": "", "edits": [["a"]], "moves": []}',
        b'{"format": 1, "words": "", "edits": [["a", "*", ""]], "moves": []}',
        b'{"format": 1, "words": "", "edits": [], "moves": [1]}',
        b"[" * 5000,
    ],
)
def test_what_is_no_record_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it is, it is not one
        record_in(zlib.compress(body))


@given(st.binary(max_size=20), st.binary(max_size=20), st.text(max_size=5))
def test_every_byte_comes_back(before: bytes, after: bytes, words: str) -> None:
    record = Record(BlogEdit((FileEdit(Path("é\udcff.md"), before, after),)), words)
    assert record_in(record_bytes(record)) == record


def test_without_a_place_for_the_note_the_change_is_made(edit: BlogEdit, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert make_recorded(Record(edit, ""), tmp_path / "file" / "record", lambda _: True)
    assert _state(tmp_path)["d.md"] == b"new"
