"""The page for print, and what a PDF says about itself."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from selectolax.lexbor import LexborHTMLParser

from editor.export.html import ArticlePage
from editor.export.pdf import Metadata, Paper, PrintError, metadata_of, print_page, with_metadata
from editor.rendering.page import PageHead

if TYPE_CHECKING:
    from pathlib import Path

HEAD = PageHead("Été 😀", "Résumé", language="fr", author="Zoë")


def blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def printed(body: str, paper: Paper = "A4") -> str:
    def no_image(address: str) -> Path | None:
        return None

    return print_page(ArticlePage(HEAD, body, "p { color: red }"), no_image, paper).html


def test_the_paper_has_its_size_and_page_numbers() -> None:
    assert "@page { size: A4; margin: 24mm 29mm 26mm; @bottom-center" in printed("", "A4")
    assert "@page { size: Letter; margin: 24mm 32mm 26mm; @bottom-center" in printed("", "Letter")
    assert 'counter(page) " / " counter(pages)' in printed("")


def test_links_lead_from_paper_only_where_paper_can_lead() -> None:
    body = '<a href="https://e.example/">1</a><a href="#n">2</a><a href="../b.md">3</a><a href="/c/">4</a>'
    links = LexborHTMLParser(printed(body)).css("a")
    assert [link.attributes.get("href") for link in links] == ["https://e.example/", "#n", None, None]


def test_a_pdf_gets_title_author_subject_keywords_and_language() -> None:
    original = blank_pdf()
    data = with_metadata(original, metadata_of(HEAD, ("café", "été")))
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Été 😀"
    assert reader.metadata.author == "Zoë"
    assert reader.metadata.subject == "Résumé"
    assert reader.metadata.keywords == "café, été"
    assert str(reader.root_object["/Lang"]) == "fr"
    assert str(reader.root_object["/ViewerPreferences"]) == "{'/DisplayDocTitle': True}"
    assert len(reader.pages) == 1
    assert data.startswith(original)


def test_what_is_empty_is_left_out_of_a_pdf() -> None:
    reader = PdfReader(BytesIO(with_metadata(blank_pdf(), Metadata("T"))))
    assert reader.metadata is not None
    assert "/Author" not in reader.metadata
    assert "/Keywords" not in reader.metadata
    assert "/Lang" not in reader.root_object


def test_what_is_no_pdf_is_refused(expected_log_warnings: list[str]) -> None:
    expected_log_warnings += ["invalid pdf header", "EOF marker"]
    with pytest.raises(PyPdfError):
        with_metadata(b"no pdf", Metadata("T"))


def test_a_failed_print_says_why() -> None:
    assert PrintError("crash").reason == "crash"
