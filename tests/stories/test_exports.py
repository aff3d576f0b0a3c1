"""The article as a web page and as a PDF file, by the commands of the menu."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor.ui.commands import exports
from editor.ui.dialogs import progress_box
from editor.ui.dialogs.progress_box import ProgressBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "premiere-neige-au-col.md"
_TITLE = "Première neige au col"


def test_a_web_page_holds_what_is_on_the_screen(
    desk: Desk, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    place = tmp_path / "neige.html"
    proposed = choose(place)
    desk.click_article(_NAME)
    desk.type("Pas encore enregistré 🌨. ")
    desk.run("export.html")
    desk.wait(lambda: str(place) in desk.window.statusBar().currentMessage())
    page = place.read_text("utf-8")
    assert proposed[0].endswith("premiere-neige-au-col.html")
    assert f"<title>{_TITLE}</title>" in page
    assert "Pas encore enregistré 🌨." in page
    assert "data:image/" in page
    assert "<script" not in page


def test_a_pdf_has_its_title_and_its_accents(
    desk: Desk, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    place = tmp_path / "neige.pdf"
    choose(place.with_suffix(""))
    desk.click_article(_NAME)
    desk.run("export.pdf")
    desk.wait(place.exists)
    pdf = PdfReader(place)
    assert pdf.metadata is not None
    assert pdf.metadata.title == _TITLE
    text = "".join(page.extract_text() for page in pdf.pages)
    assert _TITLE in text
    assert "é" in text
    desk.wait(lambda: str(place) in desk.window.statusBar().currentMessage())


def test_what_cannot_be_written_is_said(
    desk: Desk, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    choose(tmp_path / "no" / "folder.html")
    desk.click_article(_NAME)
    words = desk.answer("Close")
    desk.run("export.html")
    desk.wait(lambda: bool(words))
    assert words[0].startswith("The article was not exported.")


def test_an_image_that_is_missing_is_named(
    desk: Desk, tmp_path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    choose(tmp_path / "neige.html")
    desk.click_article(_NAME)
    desk.type("![x](./perdue.png) ")
    words = desk.answer("Close")
    desk.run("export.html")
    desk.wait(lambda: bool(words))
    assert words == ["“neige.html” was written without these images: ./perdue.png"]


@pytest.mark.parametrize("command", ["export.html", "export.pdf"])
def test_an_export_that_is_cancelled_writes_nothing(
    desk: Desk,
    tmp_path: Path,
    choose: Callable[[Path | str], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(progress_box, "_PATIENCE_MS", 0)
    for work in ("_web_page", "_print_page"):
        monkeypatch.setattr(exports, work, lambda *_: go_on.wait())
    choose(tmp_path / f"neige{command.replace('export', '')}")
    desk.click_article(_NAME)
    desk.run(command)
    desk.wait(lambda: any(it.isVisible() for it in desk.window.findChildren(ProgressBox)))
    box = desk.window.findChildren(ProgressBox)[0]
    desk.qtbot.mouseClick(box.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    go_on.set()
    desk.wait(lambda: not desk.window.findChildren(ProgressBox))
    desk.wait(lambda: not desk.window.findChildren(exports.Export))
    assert list(tmp_path.glob("neige*")) == []
