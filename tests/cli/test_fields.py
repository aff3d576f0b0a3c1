"""The commands that print and change the fields of an article."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.cli.conftest import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Run

EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "cli"
CHANGES: Final = (
    *('title=L’hiver: "enfin" 🌨', "pubDate=21 décembre 2025", "tags=mer,neige", "draft=true"),
    *("--unset", "huge", "rating=5", "--unset", "nothing"),
)
BAD: Final = {
    "not UTF-8": (b"---\ntitle: Caf\xe9\n---\n", "is not UTF-8 text (byte 14)"),
    "UTF-16": ("---\ntitle: a\n---\n".encode("utf-16"), "is UTF-16 text"),
    "binary": (b"\x7fELF\x02\x00\x01\x00\x00\x00\xff\xfe", "is not text"),
    "broken YAML": (b"---\na: 1\nb: [\n---\n", "Line 3: "),
    "unclosed fence": (b"---\ntitle: a\n", "Line 1: The front matter is not closed."),
    "a field twice": (b"---\na: 1\na: 2\n---\n", "Line 3: The field “a” stands there twice."),
}


def test_the_fields_are_printed_as_the_blog_reads_them(run: Run) -> None:
    outcome = run("get", EXAMPLES / "fields.md")
    assert (outcome.code, outcome.errors) == (0, "")
    assert outcome.output == (EXAMPLES / "fields.json").read_text("utf-8")


@pytest.mark.parametrize(("key", "output"), [("title", '"Été 🌞"\n'), ("pubDate", '"Jul 08 2022"\n')])
def test_one_field_is_printed(run: Run, key: str, output: str) -> None:
    assert run("get", "été.md", key).output == output


@pytest.mark.parametrize("text", ["", "Text 🌞", "---\n---\n"])
def test_an_article_without_front_matter_has_no_fields(run: Run, folder: Path, text: str) -> None:
    (folder / "a.md").write_text(text, "utf-8")
    assert (run("get", "a.md").code, run("get", "a.md").output) == (0, "{}\n")
    assert run("set", "a.md", "title=A").code == 0
    assert json.loads(run("get", "a.md").output) == {"title": "A"}


def test_a_field_that_is_not_there_is_told(run: Run) -> None:
    expected = "article-editor: été.md: The article has no field “Title”.\n"
    for words in (("get", "été.md", "Title"), ("set", "été.md", "--unset", "Title")):
        outcome = run(*words)
        assert (outcome.code, outcome.output, outcome.errors) == (1, "", expected)


def test_a_dry_run_prints_the_difference_and_writes_nothing(run: Run, folder: Path) -> None:
    shutil.copy(EXAMPLES / "fields.md", folder)
    before = (folder / "fields.md").stat()
    outcome = run("set", "fields.md", "--dry-run", *CHANGES)
    assert (outcome.code, outcome.errors) == (0, "")
    assert outcome.output == (EXAMPLES / "fields.diff").read_text("utf-8")
    assert (folder / "fields.md").stat() == before


def test_fields_are_set_and_removed_and_no_other_byte(run: Run, folder: Path) -> None:
    shutil.copy(EXAMPLES / "fields.md", folder)
    outcome = run("set", "fields.md", *CHANGES)
    assert (outcome.code, outcome.output, outcome.errors) == (0, "", "")
    assert run("get", "fields.md", "title").output == json.dumps(CHANGES[0][6:], ensure_ascii=False) + "\n"
    back = ("title=L’été à « Saint-Malo » 🌞", "pubDate=2025-07-07", "tags=[mer, été]", "draft=false")
    assert run("set", *back, "fields.md", "rating=4.50").code == 2  # the file comes first
    assert run("set", "fields.md", *back, "rating=4.50").code == 0
    expected = (EXAMPLES / "fields.md").read_text("utf-8")
    for line in ("huge: 1e21\n", "nothing: ~\n"):
        expected = expected.replace(line, "")
    assert (folder / "fields.md").read_text("utf-8") == expected.replace("4.50", "4.5")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf---\r\ntitle: a # c\r\n---\r\nend", b"\xef\xbb\xbf---\r\ntitle: b # c\r\n---\r\nend"),
        (b"---\rtitle: a\r---\rend", b"---\rtitle: b\r---\rend"),
        (b"---\ntitle: a\r\n---\n\xc2\xa0 end\r\n", b"---\ntitle: b\r\n---\n\xc2\xa0 end\r\n"),
    ],
)
def test_bytes_around_a_field_are_kept(run: Run, folder: Path, before: bytes, after: bytes) -> None:
    (folder / "a.md").write_bytes(before)
    diff = run("set", "a.md", "title=b", "--dry-run").output
    assert run("set", "a.md", "title=b").code == 0
    assert (folder / "a.md").read_bytes() == after
    rows = [row for row in diff.split("\n")[2:] if row.startswith(("-", "+"))]
    lines = zip(before.decode().split("\n"), after.decode().split("\n"), strict=True)
    (changed,) = (pair for pair in lines if pair[0] != pair[1])
    assert rows == [f"-{changed[0]}", f"+{changed[1]}"]


def test_nothing_to_change_writes_nothing(run: Run, folder: Path) -> None:
    before = (folder / "été.md").stat()
    outcome = run("set", "été.md", "title=Été 🌞", "pubDate=2022-07-08")
    assert (outcome.code, outcome.output, outcome.errors) == (0, "", "")
    assert (folder / "été.md").stat() == before
    assert run("set", "été.md", "title=Été 🌞", "--dry-run").output == ""


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["set"], "the following arguments are required: FILE"),
        (["set", "été.md"], "nothing to change: add KEY=VALUE or --unset KEY"),
        (["set", "été.md", "--dry-run"], "nothing to change: add KEY=VALUE or --unset KEY"),
        (["set", "été.md", "title"], "argument KEY=VALUE: 'title' is not KEY=VALUE"),
        (["set", "été.md", "=title"], "argument KEY=VALUE: '=title' is not KEY=VALUE"),
        (["set", "été.md", "title=\udcff"], "argument KEY=VALUE: 'title=\\udcff' is not UTF-8"),
        (["get"], "the following arguments are required: FILE"),
        (["get", "été.md", "title", "date"], "unrecognized arguments: date"),
    ],
)
def test_wrong_usage_is_told(run: Run, folder: Path, words: list[str], error: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.errors.startswith(f"usage: article-editor {words[0]} ")
    assert f" error: {error}" in outcome.errors
    assert (folder / "été.md").read_text("utf-8") == ARTICLE


@pytest.mark.parametrize("words", [("draft=yes", "draft"), ("pubDate=soon", "pubDate")])
def test_a_value_that_does_not_fit_is_told(run: Run, folder: Path, words: tuple[str, str]) -> None:
    (folder / "été.md").write_text("---\ndraft: false\npubDate: 2022-07-08\n---\n", "utf-8")
    outcome = run("set", "été.md", words[0])
    assert outcome.code == 1
    assert outcome.errors.startswith(f"article-editor: été.md: “{words[1]}” is ")


@pytest.mark.parametrize("command", [("get", "a.md"), ("set", "a.md", "title=b")], ids=["get", "set"])
@pytest.mark.parametrize(("data", "error"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_read_is_refused_and_kept(
    run: Run, folder: Path, data: bytes, error: str, command: tuple[str, ...]
) -> None:
    (folder / "a.md").write_bytes(data)
    outcome = run(*command)
    assert (outcome.code, outcome.output) == (1, "")
    assert outcome.errors.startswith("article-editor: a.md: ")
    assert error in outcome.errors
    assert outcome.errors.count("\n") == 1
    assert (folder / "a.md").read_bytes() == data


COMMANDS: Final = {
    "get": ["get", "{file}"],
    "set": ["set", "{file}", "title=b"],
    "render": ["render", "{file}"],
    "html": ["export", "{file}", "--to", "html"],
    "pdf": ["export", "{file}", "--to", "pdf"],
}


def command_on(file: str) -> Callable[[str], list[str]]:
    return lambda name: [word.format(file=file) for word in COMMANDS[name]]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_is_not_there_is_told(run: Run, name: str) -> None:
    outcome = run(*command_on("a/b.md")(name))
    path = Path("a/b.md")
    expected = f"article-editor: “{path}” is not there. It may have been moved or deleted.\n"
    assert (outcome.code, outcome.output, outcome.errors) == (1, "", expected)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "render"])
def test_a_folder_is_no_file(run: Run, name: str) -> None:
    outcome = run(*command_on(".")(name))
    expected = "article-editor: “.” could not be read or written. It is a folder.\n"
    assert (outcome.code, outcome.output, outcome.errors) == (1, "", expected)


def test_a_file_without_the_right_to_read_it_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    expected = "article-editor: “été.md” could not be read or written. You may not read or write there.\n"
    assert run("get", "été.md").errors == expected


def test_a_full_disk_is_told_and_leaves_the_file_as_it_was(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    outcome = run("set", "été.md", "title=b")
    assert (outcome.code, outcome.output) == (1, "")
    assert outcome.errors == "article-editor: “été.md” could not be read or written. The disk is full.\n"
    assert [path.name for path in folder.iterdir()] == ["été.md"]
    assert (folder / "été.md").read_text("utf-8") == ARTICLE


def test_a_large_file_is_no_hindrance(run: Run, folder: Path) -> None:
    body = "Un paragraphe avec *emphase* 🌞.\n\n" * 100_000
    (folder / "a.md").write_text(f"---\ntitle: a\n---\n{body}", "utf-8", newline="\n")
    assert run("set", "a.md", "title=b", "--dry-run").output.count("\n") == 9
    assert run("set", "a.md", "title=b").code == 0
    assert (folder / "a.md").read_bytes() == f"---\ntitle: b\n---\n{body}".encode()
