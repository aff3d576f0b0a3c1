"""A report of an error tells where it happened, and nothing of what was being written."""

from __future__ import annotations

import errno
import json
import re
from functools import partial
from typing import TYPE_CHECKING

import pytest

from editor import failure
from editor.article.files import FileError, write_file
from editor.article.source import decode
from editor.failure import failure_place, failure_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRITTEN = "Zoë wrote 🤫 about mulberries"


def caught(work: Callable[[], object]) -> BaseException:
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - any is what a report is made of
        return error
    raise AssertionError


def fails(words: str) -> None:
    raise ValueError(words)


def fails_again(words: str) -> None:
    try:
        fails(words)
    except ValueError as error:
        raise KeyError(words) from error


def test_a_report_names_the_program_the_error_and_the_places() -> None:
    report = failure_report(caught(lambda: fails_again(WRITTEN)), "Article Editor 1")
    lines = report.splitlines()
    assert lines[0] == "Article Editor 1"
    assert lines[1] == "KeyError"
    assert re.fullmatch(r"  tests/test_failure\.py:\d+ caught", lines[2])
    assert re.fullmatch(r"  tests/test_failure\.py:\d+ fails_again", lines[4])
    assert lines[5] == "after ValueError"
    assert re.fullmatch(r"  tests/test_failure\.py:\d+ fails", lines[-1])


@pytest.mark.parametrize(
    "work",
    [
        lambda: fails(WRITTEN),
        lambda: fails_again(WRITTEN),
        lambda: json.loads(WRITTEN),
        lambda: WRITTEN.encode("ascii"),
        lambda: dict[str, str]()[WRITTEN],
        lambda: int(WRITTEN),
        lambda: decode(WRITTEN.encode("utf-16")),
    ],
)
def test_a_report_holds_no_word_of_an_article(work: Callable[[], object]) -> None:
    error = caught(work)
    said = failure_report(error, "") + failure_place(error)
    assert not [word for word in WRITTEN.split() if word in said]


def test_a_report_holds_no_name_of_a_file_and_the_systems_reason(tmp_path: Path) -> None:
    path = tmp_path / "secret" / "name.md"
    report = failure_report(caught(lambda: write_file(path, b"", None)), "")
    assert str(tmp_path) not in report
    assert "secret" not in report.replace("secrets", "")
    assert "editor.article.files.FileError\n" in report
    assert "after FileNotFoundError ENOENT\n" in report
    assert "  editor/article/files.py:" in report


def test_an_error_that_hides_another_does_not_tell_of_it() -> None:
    def hides() -> None:
        try:
            fails(WRITTEN)
        except ValueError:
            raise KeyError from None

    def shows() -> None:
        try:
            fails(WRITTEN)
        finally:
            raise KeyError

    assert "after" not in failure_report(caught(hides), "")
    assert "after ValueError" in failure_report(caught(shows), "")


def test_errors_that_lead_to_each_other_come_to_an_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert failure_report(first, "").count("after") == failure._LONGEST_CHAIN - 1


def test_the_place_tells_errors_apart() -> None:
    one, same = caught(partial(fails, "a")), caught(partial(fails, "b"))
    assert failure_place(one) == failure_place(same)
    assert failure_place(caught(lambda: fails_again("a"))) != failure_place(one)
    assert failure_place(OSError(errno.EIO, "x")) == "OSError EIO"
    assert failure_place(FileError.__new__(FileError)) == "editor.article.files.FileError"


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("/home/zoë/.venv/lib/python3.11/site-packages/yaml/parser.py", "yaml/parser.py"),
        ("/usr/lib/python3.11/json/decoder.py", "json/decoder.py"),
        (r"C:\Users\Zoë\Article\editor\ui\theme.py", "editor/ui/theme.py"),
        ("/home/zoë/editor/editor/ui/theme.py", "editor/ui/theme.py"),
        ("/home/zoë/script.py", "script.py"),
        ("<string>", "<string>"),
    ],
)
def test_paths_begin_where_the_program_or_a_library_does(path: str, short: str) -> None:
    assert failure._short(path) == short
