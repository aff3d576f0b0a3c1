"""The command line with the real engine: every article of the sample as a PDF file, and the demo."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from editor.article.fences import split
from editor.article.reading import read, values
from editor.blog.article_files import articles_of
from editor.blog.sample import copy_sample_blog
from editor.paths import RESOURCES
from editor.rendering.html import render

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES: Final = tuple(articles_of(RESOURCES / "sample-blog" / "src"))
EXPORT: Final = """
import sys
from editor.cli import main
for article in sys.argv[2:]:
    if main(["export", article, "--to", "pdf"]):
        sys.exit(article)
"""


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answer a copy of the sample blog whose articles were exported, all by one process."""
    blog = copy_sample_blog(RESOURCES / "sample-blog", tmp_path_factory.mktemp("sample") / "blog é")
    command = [sys.executable, "-c", EXPORT, "--", *map(str, articles_of(blog / "src"))]
    result = subprocess.run(command, capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    return blog


def words_of(html: str) -> set[str]:
    """Answer the words that a page shows."""
    tree = LexborHTMLParser(html)
    for hidden in tree.css(".sr-only"):
        hidden.decompose()
    text = tree.text(separator=" ")
    return set(re.findall(r"[^\W\d_]{3,}", unicodedata.normalize("NFKC", text)))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.parent.name + "-" + path.stem)
def test_a_pdf_has_its_title_and_its_text_with_accents(article: Path, blog: Path) -> None:
    text = article.read_text("utf-8")
    exported = blog / article.relative_to(RESOURCES / "sample-blog").with_suffix(".pdf")
    reader = PdfReader(exported)
    title = values(read(text))["title"]
    assert reader.metadata is not None
    assert reader.metadata.title == title
    printed = unicodedata.normalize("NFKC", "\n".join(page.extract_text() for page in reader.pages))
    # A printed line ends within a word at a hyphen.
    joined = re.sub(r"-\s+|\s+", "", printed)
    assert re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(title))) in joined
    missing = {word for word in words_of(render(split(text).body).html) if word not in joined}
    assert missing == set()


def test_the_demo_works_twice_without_a_display(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "editor", "demo", "--in", str(tmp_path / "demo")]
    for _ in ("once", "twice"):
        result = subprocess.run(command, capture_output=True, text=True)
        assert (result.returncode, result.stderr) == (0, "")
        assert "not a byte of the file differs" in result.stdout
    assert PdfReader(tmp_path / "demo" / "made-by-demo" / "exported.pdf").pages
