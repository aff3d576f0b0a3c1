"""A change of several files is made as a whole, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.article import files
from editor.article.files import FileChanged, FileError, FileExists, FileVanished
from editor.blog import edit_making
from editor.blog.blog_edit import BlogEdit, FileEdit, FileMove
from editor.blog.edit_making import HalfMade, make


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    for name in ("a.md", "b.md", "old/index.md", "old/sea.png"):
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def _state(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def _edit(blog: Path, name: str) -> FileEdit:
    return FileEdit(blog / name, name.encode(), f"new {name}".encode())


def test_files_are_written_then_moved(blog: Path) -> None:
    edit = BlogEdit(
        (_edit(blog, "a.md"), _edit(blog, "old/index.md")),
        (FileMove(blog / "a.md", blog / "x/y/a.md"), FileMove(blog / "old", blog / "new")),
    )
    assert make(edit) == (blog / "x", blog / "x/y")
    assert _state(blog) == {
        "b.md": b"b.md",
        "new": None,
        "new/index.md": b"new old/index.md",
        "new/sea.png": b"old/sea.png",
        "x": None,
        "x/y": None,
        "x/y/a.md": b"new a.md",
    }


def test_a_folder_that_was_emptied_goes_and_one_that_holds_something_stays(blog: Path) -> None:
    move = FileMove(blog / "old/index.md", blog / "c.md")
    assert make(BlogEdit((), (move,), (blog / "old",))) == ()
    assert (blog / "old/sea.png").is_file()
    make(BlogEdit((), (FileMove(blog / "old/sea.png", blog / "sea.png"),), (blog / "old",)))
    assert not (blog / "old").exists()


def _meanwhile(blog: Path) -> None:
    (blog / "b.md").write_bytes(b"meanwhile")


def _gone(blog: Path) -> None:
    (blog / "b.md").unlink()


@pytest.mark.parametrize(("happens", "kind"), [(_meanwhile, FileChanged), (_gone, FileVanished)])
def test_nothing_is_made_where_a_file_is_no_longer_what_was_read(
    blog: Path, happens: Callable[[Path], None], kind: type[FileError]
) -> None:
    edit = BlogEdit((_edit(blog, "a.md"), _edit(blog, "b.md")))
    happens(blog)
    before = _state(blog)
    with pytest.raises(kind):
        make(edit)
    assert _state(blog) == before


def test_nothing_is_made_where_a_move_would_replace_a_file_or_has_nothing_to_move(blog: Path) -> None:
    before = _state(blog)
    for source, target, kind in (("b.md", "old", FileExists), ("none.md", "c.md", FileVanished)):
        edit = BlogEdit((_edit(blog, "a.md"),), (FileMove(blog / source, blog / target),))
        with pytest.raises(kind):
            make(edit)
        assert _state(blog) == before


def test_a_link_that_leads_nowhere_stands_in_the_way_too(blog: Path) -> None:
    (blog / "B.md").symlink_to("nowhere")
    with pytest.raises(FileExists):
        make(BlogEdit((), (FileMove(blog / "b.md", blog / "B.md"),)))


def test_a_second_name_of_the_file_stands_in_the_way_and_another_case_of_its_name_does_not(
    blog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (blog / "c.md").hardlink_to(blog / "b.md")
    with pytest.raises(FileExists):
        make(BlogEdit((), (FileMove(blog / "b.md", blog / "c.md"),)))
    # As on a file system where case does not count: the other name leads to the file.
    (blog / "B.md").hardlink_to(blog / "b.md")
    assert make(BlogEdit((), (FileMove(blog / "b.md", blog / "B.md"),))) == ()


def test_a_step_that_fails_takes_everything_back(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _state(blog)
    edit = BlogEdit(
        (_edit(blog, "a.md"), _edit(blog, "b.md")),
        (FileMove(blog / "b.md", blog / "x/b.md"), FileMove(blog / "old", blog / "new")),
    )
    rename = Path.rename

    def refuse_the_folder(path: Path, target: Path) -> Path:
        if path.name == "old":
            raise PermissionError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_the_folder)
    with pytest.raises(FileError) as caught:
        make(edit)
    assert caught.value.path == blog / "old"
    assert _state(blog) == before


def test_a_folder_that_cannot_be_made_takes_everything_back(blog: Path) -> None:
    before = _state(blog)
    edit = BlogEdit((_edit(blog, "a.md"),), (FileMove(blog / "b.md", blog / "a.md" / "x" / "b.md"),))
    with pytest.raises(FileError):
        make(edit)
    assert _state(blog) == before


def test_it_can_be_stopped_and_then_nothing_was_made(blog: Path) -> None:
    before = _state(blog)
    asked: list[int] = []

    def goes_on(done: int) -> bool:
        asked.append(done)
        return done < 2

    edit = BlogEdit(
        (_edit(blog, "a.md"), _edit(blog, "b.md")), (FileMove(blog / "b.md", blog / "c.md"),), (blog / "old",)
    )
    assert make(edit, goes_on) is None
    assert asked == [0, 1, 2]
    assert _state(blog) == before


def test_what_cannot_be_put_back_is_told(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_until_the_disk_is_full(path: Path, data: bytes, expected: bytes | None) -> None:
        if path.name == "b.md" or not data.startswith(b"new"):
            raise FileError(path)
        files.write_file(path, data, expected)

    monkeypatch.setattr(edit_making, "write_file", write_until_the_disk_is_full)
    with pytest.raises(HalfMade) as caught:
        make(BlogEdit((_edit(blog, "a.md"), _edit(blog, "b.md"))))
    assert (caught.value.cause.path, caught.value.paths) == (blog / "b.md", (blog / "a.md",))


def test_what_another_program_wrote_meanwhile_is_not_put_back(blog: Path) -> None:
    def goes_on(done: int) -> bool:
        if done:
            (blog / "a.md").write_bytes(b"meanwhile")
        return not done

    with pytest.raises(HalfMade) as stopped:
        make(BlogEdit((_edit(blog, "a.md"), _edit(blog, "b.md"))), goes_on)
    assert stopped.value.paths == (blog / "a.md",)
    assert (blog / "a.md").read_bytes() == b"meanwhile"
