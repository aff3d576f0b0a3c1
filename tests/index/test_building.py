"""The index becomes true to the disk: only what changed is read, by a process of its own where it is much."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from editor.blog.collection import Content
from editor.cli import main
from editor.index import building, reader, reading
from editor.index.building import Progress, Work
from editor.index.database import Index
from editor.index.reader import READER_OPTION, answer, read_apart
from editor.index.reading import UNSAVED, read_article, reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from _typeshed import ReadableBuffer


class Desk:
    """An index of a folder, and what was told of the work on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = Index(folder, None)
        self.told: list[Progress] = []
        self.work = Work(self.index, Content(folder, (folder,)), self.told.append)

    def write(self, name: str, text: str = "x") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def names(self) -> list[str]:
        return sorted(summary.path.relative_to(self.folder).as_posix() for summary in self.index.summaries())

    def read(self) -> list[str]:
        """Answer the names that were read since it was asked last."""
        names = [it.path.name for progress in self.told for it in progress.summaries]
        self.told.clear()
        return sorted(names)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    with closing(desk.index):
        yield desk


def test_only_what_changed_is_read_again(desk: Desk) -> None:
    for name in ("a.md", "b/c.md", "b/d.md"):
        desk.write(name)
    assert desk.work.check()
    assert desk.read() == ["a.md", "c.md", "d.md"]
    assert desk.work.check()
    assert desk.read() == []
    desk.write("b/c.md", "other")
    (desk.folder / "b/d.md").unlink()
    assert desk.work.check()
    assert desk.told[0].gone == (desk.folder / "b/d.md",)
    assert desk.read() == ["c.md"]
    assert desk.names() == ["a.md", "b/c.md"]


def test_single_files_are_looked_at(desk: Desk) -> None:
    a, b = desk.write("a.md"), desk.write("b.md")
    assert desk.work.look_at([a, b, desk.folder / "c.md"])
    assert desk.names() == ["a.md", "b.md"]
    b.unlink()
    assert desk.work.look_at([b])
    assert desk.names() == ["a.md"]


def test_a_text_that_no_file_holds_gives_way_to_the_file(desk: Desk) -> None:
    path = desk.write("a.md", "# Saved\n")
    desk.index.put([reading_of(path, "# Typed\n", UNSAVED, desk.work.content)])
    assert desk.index.summaries()[0].title == "Typed"
    assert desk.work.look_at([path])
    assert desk.index.summaries()[0].title == "Saved"


def test_folders_are_looked_into(desk: Desk) -> None:
    for name in ("a.md", "b/c.md", "b/deep/d.md", "e/f.md", "e/.git/x.md"):
        desk.write(name)
    desk.work.check()
    desk.read()
    desk.write("b/c.md", "changed, not in the folder that is looked into")
    desk.write("new.md")
    desk.write("fresh/folder/g.md")
    desk.write("node_modules/h.md")
    desk.write("e/.git/y.md")
    (desk.folder / "a.md").unlink()
    (desk.folder / "e/f.md").unlink()
    (desk.folder / "e/.git/x.md").unlink()
    (desk.folder / "e/.git/y.md").unlink()
    (desk.folder / "e/.git").rmdir()
    (desk.folder / "e").rmdir()
    assert desk.work.look_in([desk.folder])
    assert desk.read() == ["g.md", "new.md"]
    assert desk.names() == ["b/c.md", "b/deep/d.md", "fresh/folder/g.md", "new.md"]


def test_work_is_done_in_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_BATCH", 2)
    monkeypatch.setattr(building, "_PIECE", 2)
    monkeypatch.setattr(building, "_FEW", 2)
    for number in range(5):
        desk.write(f"{number}.md")
    assert desk.work.check()
    assert [(it.done, it.total) for it in desk.told] == [(0, 5), (2, 5), (4, 5), (5, 5)]


def test_what_goes_while_it_is_read_is_left_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.md")
    monkeypatch.setattr(building, "read_article", lambda *_: None)
    assert desk.work.check()
    assert desk.names() == []


def test_what_is_not_looked_at_any_more_is_not_gone(desk: Desk) -> None:
    paths = [desk.write("a.md"), desk.write("b.md")]
    assert desk.work.check()
    desk.work.stop.set()
    assert not desk.work.look_at(paths)
    assert not desk.work.look_in([desk.folder])
    assert not desk.work.check()
    assert desk.names() == ["a.md", "b.md"]


def test_it_stops_when_it_is_told_to(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_BATCH", 2)
    for number in range(6):
        desk.write(f"{number}.md")

    def stop(progress: Progress) -> None:
        if progress.done:
            desk.work.stop.set()

    desk.work.tell = stop
    assert not desk.work.check()
    assert len(desk.names()) == 2
    assert not desk.work.check()
    assert len(desk.names()) == 2


class TestApart:
    def test_many_articles_are_read_in_a_process_of_their_own(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(building, "_MOST_HERE", 2)
        monkeypatch.setattr(building, "read_article", lambda *_: pytest.fail("read here"))
        for number in range(5):
            desk.write(f"{number}.md", f"# Été {number} 😀\n")
        assert desk.work.check()
        assert [summary.title for summary in desk.index.summaries()].count("Été 3 😀") == 1
        assert len(desk.names()) == 5

    def test_what_it_does_not_come_to_is_read_here(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        def two(paths: Sequence[str], content: Content, _stop: object) -> Iterator[object]:
            yield read_article(Path(paths[0]), content)
            yield None

        monkeypatch.setattr(building, "_MOST_HERE", 2)
        monkeypatch.setattr(building, "read_apart", two)
        for number in range(4):
            desk.write(f"{number}.md")
        assert desk.work.check()
        assert len(desk.names()) == 3

    def test_one_that_is_gone_is_told_so(self, desk: Desk) -> None:
        path = desk.write("a.md", "---\ntitle: a\n---\n")
        paths = [str(desk.folder / "gone.md"), str(path)]
        answers = list(read_apart(paths, desk.work.content, desk.work.stop))
        assert answers == [None, read_article(path, desk.work.content)]

    def test_it_can_be_stopped(self, desk: Desk) -> None:
        paths = [str(desk.write(f"{number}.md")) for number in range(3)]
        answers = read_apart(paths, desk.work.content, desk.work.stop)
        assert next(answers) is not None
        desk.work.stop.set()
        assert list(answers) == []

    @pytest.mark.parametrize(
        "command",
        [
            ["/no/such/program"],
            [sys.executable, "-c", "print('[1')"],
            [sys.executable, "-c", "raise SystemExit(3)"],
        ],
    )
    def test_a_process_that_fails_answers_nothing(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, command: list[str]
    ) -> None:
        monkeypatch.setattr(reader, "_command", lambda: (command, {}))
        assert list(read_apart([str(desk.write("a.md"))], desk.work.content, desk.work.stop)) == []

    def test_a_program_in_one_file_starts_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert reader._command()[0] == [sys.executable, READER_OPTION]

    def test_the_folder_that_is_current_has_no_say(self, desk: Desk, tmp_path: Path) -> None:
        (tmp_path / "editor").mkdir()
        (tmp_path / "editor/__init__.py").write_text("raise SystemExit('the wrong one')")
        command, environment = reader._command()
        asked = json.dumps([str(tmp_path), [], False]).encode() + b"\n"
        done = subprocess.run(
            command, env=environment, cwd=tmp_path, input=asked, capture_output=True, check=True
        )
        assert done.stdout == b""

    def test_what_it_answers(self, desk: Desk) -> None:
        path = desk.write("a.md", '{"title": "JSON"}\ntext\n')
        asked = io.BytesIO(f'["{desk.folder}", [], true]\n"{path}"\n"{path}x"\n'.encode())
        answers = io.BytesIO()
        answer(asked, answers)
        first, second = answers.getvalue().splitlines()
        assert json.loads(first)[3] == "JSON"
        assert second == b"null"

    def test_it_reads_on_while_its_answers_wait(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        names = [f"{number}.md" for number in range(5)]
        lines = [json.dumps(str(desk.write(name))).encode() + b"\n" for name in names]
        all_read = Event()

        def read(path: Path, content: Content) -> object:
            if path.name == names[-1]:
                all_read.set()
            return read_article(path, content)

        class Waiting(io.BytesIO):
            def write(self, data: ReadableBuffer) -> int:
                assert all_read.wait(5)
                return super().write(data)

        monkeypatch.setattr(reader, "read_article", read)
        answers = Waiting()
        answer(io.BytesIO(f'["{desk.folder}", [], false]\n'.encode() + b"".join(lines)), answers)
        assert [Path(json.loads(line)[0]).name for line in answers.getvalue().splitlines()] == names

    def test_it_reads_no_further_where_nobody_takes_its_answers(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Gone(io.BytesIO):
            def write(self, data: ReadableBuffer) -> int:
                raise BrokenPipeError

        monkeypatch.setattr(reader, "_AHEAD", 2)
        read: list[Path] = []
        monkeypatch.setattr(reader, "read_article", lambda path, _: read.append(path))
        with pytest.raises(BrokenPipeError):
            answer(io.BytesIO(f'["{desk.folder}", [], false]\n'.encode() + b'"/a.md"\n' * 9), Gone())
        assert len(read) == 3

    def test_the_program_is_that_process_with_its_option(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        asked, answers = tmp_path / "asked", tmp_path / "answers"
        asked.write_text(f'["{tmp_path}", [], false]\n"{tmp_path}/gone.md"\n')
        with asked.open("rb") as source, answers.open("wb") as target:
            monkeypatch.setattr("os.dup", lambda number: (source, target)[number].fileno())
            monkeypatch.setattr("os.nice", lambda _: None, raising=False)
            monkeypatch.setattr("os.fdopen", lambda number, mode: open(number, mode, closefd=False))  # noqa: SIM115
            assert main([READER_OPTION]) == 0
        assert answers.read_bytes() == b"null\n"


class TestReading:
    @pytest.mark.parametrize(
        ("text", "head"),
        [
            ("---\ntitle: a: b\nlist:\n  - key: v\n---\n", "---\n     : a: b\n    :\n  -    : v\n---\n"),
            ("+++\ntitle = 'x'\n[a]\nb.c = 1\n+++\n", "+++\n      = 'x'\n[a]\n    = 1\n+++\n"),
            ("no front matter: x\n", ""),
        ],
    )
    def test_names_of_fields_are_not_searched(self, text: str, head: str) -> None:
        it = reading_of(Path("/a.md"), text, UNSAVED, Content(Path("/")))
        assert it.head == head
        assert len(it.head) + len(it.body) == len(text)

    @pytest.mark.parametrize(("data", "fault"), [(b"\xff", "not-utf-8"), (b"a\0b", "binary")])
    def test_what_is_no_text(self, tmp_path: Path, data: bytes, fault: str) -> None:
        path = tmp_path / "a.md"
        path.write_bytes(data)
        it = read_article(path, Content(tmp_path))
        assert it is not None
        assert (it.summary.fault, it.head, it.body) == (fault, "", "")

    def test_what_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").mkdir()
        it = read_article(tmp_path / "a.md", Content(tmp_path))
        assert it is not None
        assert it.summary.fault == "unreadable"
        assert read_article(tmp_path / "b.md", Content(tmp_path)) is None

    def test_of_a_huge_article_the_beginning(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "LARGEST", 10)
        (tmp_path / "a.md").write_text("été " * 10, "utf-8")
        it = read_article(tmp_path / "a.md", Content(tmp_path))
        assert it is not None
        assert it.body == "été ét"
