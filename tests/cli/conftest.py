"""A folder to work in, and the command line as a process would have it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from io import BytesIO
from types import ModuleType
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfWriter

from editor.cli import main

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE: Final = """---
title: "Été 🌞" # kept
pubDate: 'Jul 08 2022'
---

Du *vent*.
"""


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it said."""

    code: int
    output: str
    errors: str


Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answer an empty folder, the current one, with one article in it."""
    folder = tmp_path / "blog"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "été.md").write_bytes(ARTICLE.encode())
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Answer a function that runs a command with words in the folder; wrong usage is code 2."""

    def run_command(*words: str | Path) -> Outcome:
        try:
            code = main([str(word) for word in words])
        except SystemExit as error:
            code = int(str(error.code))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Outcome(code, said.out, said.err)

    return run_command


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put an engine that prints empty sheets in the place of Qt's; answer the pages it was given."""
    pages: list[str] = []

    def print_to_pdf_without_window(html: str) -> bytes:
        pages.append(html)
        writer, written = PdfWriter(), BytesIO()
        writer.add_blank_page(100, 100)
        writer.write(written)
        return written.getvalue()

    module = ModuleType("editor.ui.printing")
    vars(module)["print_to_pdf_without_window"] = print_to_pdf_without_window
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(metadata, "version", lambda _: "6.11.3")
    return pages
