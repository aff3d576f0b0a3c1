"""The commands at work on the sample blog."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from editor.article.files import read_file
from editor.cli import demo
from editor.export.pdf import PrintError
from editor.paths import RESOURCES, Paths

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SAMPLE = RESOURCES / "sample-blog"


def test_the_demo_renders_saves_and_exports_and_says_so(run: Run, tmp_path: Path, printed: list[str]) -> None:
    blog, made = tmp_path / "été 🌞", tmp_path / "été 🌞" / "made-by-demo"
    for _ in ("once", "twice"):
        outcome = run("demo", "--in", blog)
        lines = outcome.output.splitlines()
        assert (outcome.code, outcome.errors) == (0, "")
        assert lines[0] == f"The sample blog is in {blog}"
        assert [line.split()[:2] for line in lines[1:6]] == [
            ["article-editor", name] for name in ("render", "set", "set", "export", "export")
        ]
        articles = len(list((SAMPLE / "src/content/blog").rglob("*.md")))
        assert f"{articles + 1} pages and a PDF file are in {made}" in lines[6]
        assert "not a byte of the file differs" in lines[7]
    assert len(printed) == 2
    assert {path.name for path in made.iterdir()} > {"exported.html", "exported.pdf"}
    for article in (SAMPLE / "src").rglob("*.md"):
        assert (blog / article.relative_to(SAMPLE)).read_bytes() == article.read_bytes()


@pytest.mark.usefixtures("printed")
def test_the_copy_lies_in_the_documents_unless_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = Paths(tmp_path, tmp_path, tmp_path, tmp_path / "documents", tmp_path)
    monkeypatch.setattr(demo, "user_paths", lambda: paths)
    assert run("demo").code == 0
    assert (tmp_path / "documents" / "Article Editor sample blog" / "astro.config.mjs").is_file()


def test_another_folder_is_left_alone(run: Run, folder: Path) -> None:
    outcome = run("demo", "--in", ".")
    assert outcome.code == 1
    assert outcome.errors == (
        f"article-editor: {folder} is not empty and not the sample blog. Name another folder: --in DIR\n"
    )
    assert [path.name for path in folder.iterdir()] == ["été.md"]


def test_a_step_that_fails_ends_the_demo(
    run: Run, tmp_path: Path, printed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> bytes:
        raise PrintError("page")

    monkeypatch.setattr(sys.modules["editor.ui.printing"], "print_to_pdf_without_window", fail)
    outcome = run("demo", "--in", tmp_path / "blog copy")
    assert outcome.code == 1
    assert outcome.errors.count("\n") == 1
    assert "Rendered" not in outcome.output


@pytest.mark.usefixtures("printed")
def test_an_article_that_came_back_different_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((b"before", b"after"))
    monkeypatch.setattr(demo, "read_file", lambda _: next(answers))
    outcome = run("demo", "--in", tmp_path / "copy")
    assert outcome.code == 1
    assert outcome.errors.endswith("did not get its bytes back.\n")
    assert read_file(tmp_path / "copy" / "package.json")


def test_a_copy_that_cannot_be_made_is_told(run: Run, folder: Path) -> None:
    outcome = run("demo", "--in", "été.md/copy")
    assert outcome.code == 1
    assert outcome.errors.startswith(f"article-editor: {folder / 'été.md'}")
    assert outcome.errors.count("\n") == 1
