"""Printing to PDF, with and without a window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from editor.export.html import ArticlePage
from editor.export.pdf import Paper, PrintError, metadata_of, print_page, with_metadata
from editor.rendering.page import PageHead, reading_style
from editor.ui.printing import PagePrinter, print_to_pdf_without_window
from tests.ui.preview.engine_session import running_engine, with_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import PdfObject
    from pytestqt.qtbot import QtBot

__all__ = ["running_engine"]
pytestmark = with_engine
ROOT = Path(__file__).parents[2]
HEAD = PageHead("L’été à Noël", "Résumé", date(2022, 7, 8), None, None, "fr", "Zoë")
BODY = """<p>Élève, œuvre, naïve, garçon, « déjà » : l’<a href="https://e.example/é">adresse</a>,
<a href="#note">la note</a> et <a href="../autre.md">un autre article</a>.</p>
<details><summary>Replié</summary><p>Contenu caché</p></details>
<p id="note">La note.</p>"""
COUNTED = "".join(f"<p>Paragraphe {number}. {'texte ' * 60}</p>" for number in range(60))


def page(body: str = BODY, paper: Paper = "A4", images: Path | None = None) -> str:
    style = reading_style(ROOT / "resources")
    return print_page(ArticlePage(HEAD, body, style), lambda name: images and images / name, paper).html


@pytest.fixture
def printer(qtbot: QtBot) -> Iterator[PagePrinter]:
    printer = PagePrinter()
    yield printer
    with qtbot.waitSignal(printer.destroyed):
        printer.deleteLater()


def printed(printer: PagePrinter, qtbot: QtBot, html: str) -> PdfReader:
    with qtbot.waitSignal(printer.printed, timeout=20_000) as answer:
        printer.print_page(html)
    assert answer.args is not None
    return PdfReader(BytesIO(answer.args[0]))


def plain(thing: PdfObject) -> Any:
    """Answer what a reference means."""
    return thing.get_object()


def test_the_text_can_be_read_again_with_its_accents(printer: PagePrinter, qtbot: QtBot) -> None:
    text = printed(printer, qtbot, page()).pages[0].extract_text().replace("\n", " ")
    for words in (
        "L’été à Noël",
        "8 juillet 2022",
        "Élève, œuvre, naïve, garçon, « déjà »",
        "Contenu caché",
        "1 / 1",
    ):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")


def test_links_to_the_web_and_within_the_article_stay_alive(printer: PagePrinter, qtbot: QtBot) -> None:
    sheet = plain(printed(printer, qtbot, page()).pages[0])
    annotations = [plain(item) for item in sheet["/Annots"]]
    targets = [item["/A"]["/URI"] if "/A" in item else item["/Dest"] for item in annotations]
    assert targets == ["https://e.example/%C3%A9", "/note"]


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 595, 842), ("Letter", 612, 792)])
def test_the_paper_is_the_one_that_was_chosen(
    paper: Paper, width: int, height: int, printer: PagePrinter, qtbot: QtBot
) -> None:
    box = printed(printer, qtbot, page(paper=paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (width, height)


def test_every_page_has_its_number(printer: PagePrinter, qtbot: QtBot) -> None:
    reader = printed(printer, qtbot, page(COUNTED))
    count = len(reader.pages)
    assert count > 2
    for number, sheet in enumerate(reader.pages, 1):
        assert f"{number} / {count}" in sheet.extract_text()


def test_fonts_are_inside(printer: PagePrinter, qtbot: QtBot) -> None:
    fonts = plain(printed(printer, qtbot, page()).pages[0])["/Resources"]["/Font"]
    assert fonts
    for font in fonts.values():
        described = plain(plain(font).get("/DescendantFonts", [font])[0])
        # A font of type 3 is drawings in the file, each of the others has a file of its own in it.
        files = [name for name in described.get("/FontDescriptor", ()) if name.startswith("/FontFile")]
        assert described["/Subtype"] == "/Type3" or files


def test_images_are_printed_also_those_that_would_be_loaded_late(
    printer: PagePrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    QImage(300, 200, QImage.Format.Format_RGB32).save(str(tmp_path / "a.png"))
    late = '<p><img loading="lazy" src="a.png"></p>'
    sheet = plain(printed(printer, qtbot, page(COUNTED + late, images=tmp_path)).pages[-1])
    images = [plain(image) for image in sheet["/Resources"]["/XObject"].values()]
    assert [(image["/Width"], image["/Height"]) for image in images] == [(300, 200)]


def test_a_page_larger_than_two_megabytes_is_printed(printer: PagePrinter, qtbot: QtBot) -> None:
    filler = f"<p hidden>{'x' * 3_000_000}</p>"
    assert "La note" in printed(printer, qtbot, page(BODY + filler)).pages[0].extract_text()


def test_one_printer_prints_one_page_after_another(printer: PagePrinter, qtbot: QtBot) -> None:
    assert "un" in printed(printer, qtbot, page("<p>un</p>")).pages[0].extract_text()
    assert "deux" in printed(printer, qtbot, page("<p>deux</p>")).pages[0].extract_text()


def test_metadata_go_into_what_was_printed(printer: PagePrinter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(printer.printed) as answer:
        printer.print_page(page())
    assert answer.args is not None
    reader = PdfReader(BytesIO(with_metadata(answer.args[0], metadata_of(HEAD))))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("L’été à Noël", "Zoë")
    assert "Élève" in reader.pages[0].extract_text()


def test_what_is_cancelled_or_overtaken_does_not_answer(printer: PagePrinter, qtbot: QtBot) -> None:
    answers: list[object] = []
    printer.printed.connect(answers.append)
    printer.failed.connect(answers.append)
    printer.print_page(page(COUNTED))
    printer.cancel()
    printer.print_page(page(COUNTED))
    reader = printed(printer, qtbot, page("<p>zuletzt</p>"))
    assert len(answers) == 1
    assert "zuletzt" in reader.pages[0].extract_text()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_crash_of_the_engine_is_told(printer: PagePrinter, qtbot: QtBot) -> None:
    printer.print_page(page(COUNTED * 40))
    running = printer._page
    assert running is not None
    qtbot.waitUntil(lambda: running.renderProcessPid() > 0)
    with qtbot.waitSignal(printer.failed) as answer:
        os.kill(running.renderProcessPid(), signal.SIGKILL)
    assert answer.args is not None
    assert isinstance(answer.args[0], PrintError)
    assert answer.args[0].reason == "crash"


def test_a_page_that_does_not_load_is_told(printer: PagePrinter, qtbot: QtBot) -> None:
    printer.print_page(page())
    assert printer._page is not None
    with qtbot.waitSignal(printer.failed) as answer:
        printer._page.loadFinished.emit(False)
    assert answer.args is not None
    assert answer.args[0].reason == "page"


def test_without_a_window_inside_a_running_program(qtbot: QtBot) -> None:
    assert "La note" in PdfReader(BytesIO(print_to_pdf_without_window(page()))).pages[0].extract_text()


def test_without_a_window_and_without_a_display_and_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(), "utf-8")
    script = (
        "import sys, pathlib; from editor.ui.printing import print_to_pdf_without_window as to_pdf;"
        "pathlib.Path(sys.argv[2]).write_bytes(to_pdf(pathlib.Path(sys.argv[1]).read_text('utf-8')))"
    )
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("QT", "DISPLAY"))}
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "page.html", tmp_path / "page.pdf"],
        cwd=ROOT, env=outside, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Élève" in PdfReader(tmp_path / "page.pdf").pages[0].extract_text()
