"""An article on paper: the page that is printed, and what the printed file says about itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

from editor.export.cleaning import fragment_of, scheme_of
from editor.export.html import ArticlePage, Exported, ImageFile, export_html

if TYPE_CHECKING:
    from editor.rendering.page import PageHead

Paper = Literal["A4", "Letter"]
_SIDES: Final = {"A4": "29mm", "Letter": "32mm"}


class PrintError(Exception):
    """The engine did not print the page; reason is "page" (not loaded), "crash" or "print"."""

    def __init__(self, reason: Literal["page", "crash", "print"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a PDF says about itself; language is a tag such as fr or fr-CA."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()


def metadata_of(head: PageHead, keywords: tuple[str, ...] = ()) -> Metadata:
    """Answer the metadata of the article with this head."""
    return Metadata(head.title, head.author, head.description, head.language, keywords)


def print_page(page: ArticlePage, image_file: ImageFile, paper: Paper) -> Exported:
    """Answer page for print: like the exported page, with size, margins and page numbers of the paper.

    A link that leads from the article to elsewhere on its blog leads nowhere from paper; there it is text.
    """
    body = _without_blog_links(page.body)
    return export_html(replace(page, body=body, style=f"{page.style}\n{_paper_rules(paper)}"), image_file)


def with_metadata(pdf: bytes, metadata: Metadata) -> bytes:
    """Answer pdf with its metadata; what is empty is left out.

    Raises pypdf.errors.PyPdfError where pdf is none.
    """
    # Loaded by who needs it: it would be a tenth of the program's start.
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter(BytesIO(pdf), incremental=True)
    entries = {
        "/Title": metadata.title,
        "/Author": metadata.author,
        "/Subject": metadata.subject,
        "/Keywords": ", ".join(metadata.keywords),
    }
    writer.add_metadata({name: text for name, text in entries.items() if text})
    if metadata.language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(metadata.language)
    # A reader then shows the title in its title bar, not the file's name.
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})  # noqa: FBT003 - pypdf's
    writer.root_object[NameObject("/ViewerPreferences")] = shown
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _without_blog_links(body: str) -> str:
    tree = fragment_of(body)
    for link in tree.css("a[href], area[href]"):
        address = link.attributes["href"] or ""
        if not address.startswith("#") and not scheme_of(address):
            del link.attrs["href"]
    return tree.html or ""


def _paper_rules(paper: Paper) -> str:
    return (
        f"@page {{ size: {paper}; margin: 24mm {_SIDES[paper]} 26mm; "
        '@bottom-center { content: counter(page) " / " counter(pages); '
        "color: var(--soft-ink); font: 8.5pt var(--sans); } }"
    )
