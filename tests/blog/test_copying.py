"""Copies of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article.files import FileError, read_file
from editor.article.source import decode
from editor.blog.copying import copy_text, make_copy
from tests.blog.sites import write

if TYPE_CHECKING:
    from pathlib import Path


def copied(article: Path) -> Path:
    return make_copy(article, decode(read_file(article)), "{title} (copy)")


def test_a_copy_lies_beside_the_article(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "---\r\ntitle: 'A'  # a\r\n---\r\nb", "a-2.md": ""})
    place = copied(tmp_path / "a.md")
    assert place == tmp_path / "a-3.md"
    assert place.read_bytes() == b"---\r\ntitle: 'A (copy)'  # a\r\n---\r\nb"


def test_a_folder_of_its_own_is_copied_with_what_lies_in_it(tmp_path: Path) -> None:
    write(tmp_path, {"a/index.md": "![x](i.png)", "a/i.png": "x", "a/more/j.png": "y"})
    assert copied(tmp_path / "a/index.md") == tmp_path / "a-2/index.md"
    assert sorted(path.name for path in (tmp_path / "a-2").iterdir()) == ["i.png", "index.md"]


def test_the_copy_has_an_id_of_its_own() -> None:
    text = "---\nTitle: A\nslug: b\npubDate: 2026-01-01\n---\n"
    assert copy_text(text, "{title}!") == "---\nTitle: A!\npubDate: 2026-01-01\n---\n"


def test_what_cannot_be_edited_stays() -> None:
    text = "---\n? title\n: A\n---\n"
    assert copy_text(text, "{title}!") == text
    assert copy_text("b", "{title}!") == "b"


def test_a_folder_that_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a/index.md": ""})
    source = decode(b"")
    monkeypatch.setattr("editor.blog.copying.copy_place", lambda _: tmp_path / "a/index.md/x.md")
    with pytest.raises(FileError):
        make_copy(tmp_path / "a/index.md", source, "{title}")
