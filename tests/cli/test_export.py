"""The command that makes one file of an article."""

from __future__ import annotations

import signal
import sys
from importlib import metadata
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from editor.export.pdf import PrintError
from tests.cli.conftest import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_web_page_lies_beside_the_article(run: Run, folder: Path) -> None:
    outcome = run("export", "été.md", "--to", "html")
    assert (outcome.code, outcome.output, outcome.errors) == (0, "", "")
    assert "<title>Été 🌞</title>" in (folder / "été.html").read_text("utf-8")
    assert (folder / "été.md").read_text("utf-8") == ARTICLE


def test_a_web_page_goes_where_it_is_told(run: Run, folder: Path) -> None:
    assert run("export", "été.md", "--to", "html", "-o", "a/b/c.htm").code == 0
    assert run("export", "été.md", "--to", "html", "-o", "a/b/c.htm").code == 0
    assert (folder / "a/b/c.htm").is_file()
    assert not (folder / "été.html").exists()


def test_images_that_are_not_in_the_file_are_named(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("![a](https://e.example/a.png) ![b](gone.png)\n", "utf-8")
    outcome = run("export", "a.md", "--to", "html")
    assert outcome.code == 0
    said = "article-editor: not in the file, since it is missing or on the web: "
    assert outcome.errors == f"{said}https://e.example/a.png\n{said}gone.png\n"


def test_what_the_blog_does_and_the_page_does_not_show_is_named(run: Run, folder: Path) -> None:
    (folder / "mkdocs.yml").write_text("markdown_extensions: [pymdownx.tabbed]\n", "utf-8")
    outcome = run("export", "été.md", "--to", "html")
    assert outcome.code == 0
    assert outcome.errors == "article-editor: This blog also runs pymdownx.tabbed: not shown here.\n"


def test_a_pdf_has_the_title_in_its_metadata(run: Run, folder: Path, printed: list[str]) -> None:
    outcome = run("export", "été.md", "--to", "pdf")
    assert (outcome.code, outcome.output, outcome.errors) == (0, "", "")
    reader = PdfReader(BytesIO((folder / "été.pdf").read_bytes()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Été 🌞"
    assert "@page { size: A4;" in printed[0]


def test_a_pdf_has_the_paper_that_is_asked_for(run: Run, printed: list[str]) -> None:
    assert run("export", "été.md", "--to", "pdf", "--paper", "Letter", "-o", "a.pdf").code == 0
    assert "@page { size: Letter;" in printed[0]


@pytest.mark.parametrize("output", ["été.md", "../blog/été.md", "other.md"])
@pytest.mark.parametrize("format_", ["html", "pdf"])
def test_no_article_is_overwritten(
    run: Run, folder: Path, printed: list[str], output: str, format_: str
) -> None:
    (folder / "other.md").write_text("Other\n", "utf-8")
    outcome = run("export", "été.md", "--to", format_, "-o", output)
    assert outcome.code == 1
    assert "would take the place of the article" in outcome.errors
    assert (folder / "été.md").read_text("utf-8") == ARTICLE
    assert (folder / "other.md").read_text("utf-8") == "Other\n"
    assert printed == []


def test_an_article_called_like_its_page_is_not_overwritten(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text("# A\n", "utf-8")
    assert run("export", "a.html", "--to", "html").code == 1
    assert (folder / "a.html").read_text("utf-8") == "# A\n"


def test_a_folder_in_the_place_of_the_file_is_told(run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    outcome = run("export", "été.md", "--to", "html", "-o", "out")
    assert outcome.code == 1
    assert outcome.errors == "article-editor: “out” could not be read or written. It is a folder.\n"


def test_a_fault_of_the_front_matter_is_told(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("---\na: [\n---\n", "utf-8")
    outcome = run("export", "a.md", "--to", "html")
    assert outcome.code == 1
    assert outcome.errors.startswith("article-editor: a.md: Line ")
    assert not (folder / "a.html").exists()


@pytest.mark.parametrize("words", [["--to", "docx"], [], ["--to", "pdf", "--paper", "A3"]])
def test_wrong_usage_is_told(run: Run, words: list[str]) -> None:
    outcome = run("export", "été.md", *words)
    assert outcome.code == 2
    assert outcome.errors.startswith("usage: article-editor export ")


def test_a_failed_print_is_told(
    run: Run, folder: Path, printed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> bytes:
        raise PrintError("crash")

    monkeypatch.setattr(sys.modules["editor.ui.printing"], "print_to_pdf_without_window", fail)
    outcome = run("export", "été.md", "--to", "pdf")
    assert outcome.code == 1
    assert outcome.errors.startswith("article-editor: été.md: The page could not be printed:")
    assert not (folder / "été.pdf").exists()


def test_the_engine_can_be_interrupted(run: Run, printed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["editor.ui.printing"]
    print_page = vars(module)["print_to_pdf_without_window"]
    handlers = []

    def look_and_print(html: str) -> bytes:
        handlers.append(signal.getsignal(signal.SIGINT))
        return bytes(print_page(html))

    monkeypatch.setattr(module, "print_to_pdf_without_window", look_and_print)
    before = signal.getsignal(signal.SIGINT)
    assert run("export", "été.md", "--to", "pdf").code == 0
    assert handlers == [signal.SIG_DFL]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("version", "python", "code"),
    [("6.12.0", (3, 11, 7), 1), ("6.12.0", (3, 12, 0), 0), ("6.11.3", (3, 11, 7), 0), ("6.12.1", (3, 11), 0)],
)
def test_the_qt_that_crashes_is_not_loaded(
    run: Run,
    printed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    python: tuple[int, ...],
    code: int,
) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: version)
    monkeypatch.setattr(sys, "version_info", python)
    outcome = run("export", "été.md", "--to", "pdf")
    assert (outcome.code, len(printed)) == (code, 1 - code)
    assert ("PySide6 6.12.0 crashes on Python 3.11." in outcome.errors) is bool(code)


def test_a_missing_qt_is_told(run: Run, printed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def find_none(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", find_none)
    outcome = run("export", "été.md", "--to", "pdf")
    assert (outcome.code, printed) == (1, [])
    assert outcome.errors == (
        "article-editor: été.md: PySide6 is missing. Install it: python -m pip install pyside6\n"
    )


class Missing:
    """An import that fails as one that lacks a shared library does."""

    def __init__(self, path: str) -> None:
        self.path = path

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: object = None) -> ModuleSpec | None:
        if name == "editor.ui.printing":
            raise ImportError("libEGL.so.1: cannot open shared object file", name="QtGui", path=self.path)
        return None


@pytest.mark.usefixtures("printed")
def test_a_qt_that_cannot_be_loaded_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "editor.ui.printing")
    monkeypatch.setattr(sys, "meta_path", [Missing("/site-packages/PySide6/QtGui.abi3.so"), *sys.meta_path])
    outcome = run("export", "été.md", "--to", "pdf")
    assert outcome.code == 1
    assert outcome.errors == (
        "article-editor: été.md: Qt cannot be loaded: libEGL.so.1: cannot open shared object file.\n"
    )


@pytest.mark.usefixtures("printed")
def test_an_import_that_fails_for_another_reason_is_an_error_of_the_program(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "editor.ui.printing")
    monkeypatch.setattr(sys, "meta_path", [Missing("/elsewhere.so"), *sys.meta_path])
    with pytest.raises(ImportError):
        run("export", "été.md", "--to", "pdf")
