from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy

from editor.article.files import FileChanged, FileExists, FileVanished
from editor.article.front_matter import RefusedEdit
from editor.blog.blog import find_blog
from editor.text.change import difference
from editor.ui import open_article
from editor.ui.open_article import OpenArticle, is_untouched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_TEXT = "---\ntitle: Un 🦊\n---\n\nTexte\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "article.md"


@pytest.fixture
def opened(qapp: QApplication, path: Path) -> Iterator[Callable[[str | None], OpenArticle]]:
    """Answer a function that opens a file of a text, or begins a new article for None."""
    articles: list[OpenArticle] = []

    def open_text(text: str | None) -> OpenArticle:
        if text is not None:
            path.write_bytes(text.encode())
        articles.append(OpenArticle(None if text is None else path, find_blog(path.parent), qapp))
        articles[-1].body.documentLayout()  # without one, which every pane asks for, Qt tells of no change
        return articles[-1]

    yield open_text
    for article in articles:
        article.deleteLater()


def _type(article: OpenArticle, position: int, text: str) -> None:
    cursor = QTextCursor(article.body)
    cursor.setPosition(position)
    cursor.insertText(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        _TEXT,
        "---\ntitle: x\n---",
        "---\ntitle: x\n---texte\n",
        "---\ntitle: x\n",
        "\n\n---\na: 1\n---\nb",
        "+++\na = 1\n+++\nb",
        "---\na: 1\n+++\nb",
        "a\r\nb\rc\n",
        "\ufeffa",
    ],
)
def test_what_is_opened_is_what_would_be_saved(
    opened: Callable[[str | None], OpenArticle], path: Path, text: str
) -> None:
    article = opened(text)
    assert not article.is_modified()
    assert not article.save(path)
    assert path.read_bytes() == text.encode()
    _type(article, 0, "")
    assert article.text().encode() == text.removeprefix("\ufeff").encode().replace(b"\r\n", b"\n").replace(
        b"\r", b"\n"
    )


def test_a_fence_that_lost_its_line_end_gets_one(opened: Callable[[str | None], OpenArticle]) -> None:
    article = opened(_TEXT)
    cursor = QTextCursor(article.head)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.deletePreviousChar()
    assert article.text().startswith("---\ntitle: Un 🦊\n---\n")


def test_letters_typed_in_one_field_are_one_step(opened: Callable[[str | None], OpenArticle]) -> None:
    article = opened(_TEXT)
    for title in ("Un 🦊 ", "Un 🦊 r", "Un 🦊 roux"):
        article.set_field("title", title)
    article.set_field("draft", True)
    article.head.undo()
    assert "title: 'Un 🦊 roux'\n" in article.text().replace('"', "'") or "Un 🦊 roux" in article.text()
    article.head.undo()
    assert article.text() == _TEXT
    assert not article.is_modified()


def test_an_edit_of_the_body_ends_the_step(opened: Callable[[str | None], OpenArticle]) -> None:
    article = opened(_TEXT)
    article.set_field("title", "a")
    _type(article, 0, "x")
    article.set_field("title", "b")
    article.head.undo()
    assert "title: a\n" in article.text()


def test_a_refused_edit_changes_nothing(opened: Callable[[str | None], OpenArticle]) -> None:
    article = opened("---\na: [\n---\n")
    with pytest.raises(RefusedEdit):
        article.set_field("b", "c")
    assert not article.is_modified()


def test_a_field_of_an_article_without_front_matter_begins_one(
    opened: Callable[[str | None], OpenArticle],
) -> None:
    article = opened("Texte\n")
    article.set_field("title", "Nu")
    assert article.text() == "---\ntitle: Nu\n---\nTexte\n"
    article.remove_field("title")
    assert "title" not in article.text()


def test_a_front_matter_written_in_the_body_is_edited_there(
    opened: Callable[[str | None], OpenArticle],
) -> None:
    article = opened("---\ntitle: a\n")
    heard = QSignalSpy(article.head_changed)
    assert article.front_matter().fault is not None
    _type(article, len("---\ntitle: a\n"), "---\n")
    assert heard.count()
    assert article.front_matter().fault is None
    article.set_field("title", "b")
    article.set_field_source("draft", "true")
    assert article.text() == "---\ntitle: b\ndraft: true\n---\n"
    assert article.head.isEmpty()


def test_typing_in_a_plain_body_does_not_ask_for_the_fields(
    opened: Callable[[str | None], OpenArticle],
) -> None:
    article = opened("Texte\n")
    heard = QSignalSpy(article.head_changed)
    _type(article, 2, "x")
    assert heard.count() == 0


def test_saving_writes_once_and_then_nothing(opened: Callable[[str | None], OpenArticle], path: Path) -> None:
    article = opened(_TEXT)
    _type(article, 0, "é")
    modified = QSignalSpy(article.modified_changed)
    assert article.save(path)
    assert not article.is_modified()
    assert modified.count() >= 1
    assert not article.save(path)
    article.body.undo()
    assert article.is_modified()
    assert article.save(path)
    assert path.read_text("utf-8") == _TEXT


def test_another_program_is_not_overwritten(opened: Callable[[str | None], OpenArticle], path: Path) -> None:
    article = opened(_TEXT)
    _type(article, 0, "x")
    path.write_text("theirs", "utf-8")
    with pytest.raises(FileChanged):
        article.save(path)
    assert article.is_modified()
    path.unlink()
    with pytest.raises(FileVanished):
        article.save(path)
    assert article.save(path, replace=True)
    assert not article.is_modified()
    path.write_text("theirs again", "utf-8")
    _type(article, 0, "y")
    assert article.save(path, replace=True)
    assert path.read_text("utf-8") == article.text()


def test_a_new_article_does_not_replace_a_file_unasked(
    opened: Callable[[str | None], OpenArticle], path: Path
) -> None:
    article = opened(None)
    assert is_untouched(article)
    path.write_text("theirs", "utf-8")
    with pytest.raises(FileExists):
        article.save(path)
    assert article.path is None


def test_saved_elsewhere_it_belongs_to_the_blog_there(
    opened: Callable[[str | None], OpenArticle], tmp_path: Path
) -> None:
    article = opened(_TEXT)
    other = tmp_path / "site"
    other.mkdir()
    (other / "pelicanconf.py").touch()
    moved = QSignalSpy(article.path_changed)
    article.save(other / "a.md")
    assert moved.count() == 1
    assert article.path == other / "a.md"
    assert article.blog.dialect == "python-markdown"


def test_a_large_text_is_one_plain_body(
    opened: Callable[[str | None], OpenArticle], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_article, "LARGEST", len(_TEXT) - 1)
    article = opened(_TEXT)
    assert article.is_large
    assert article.head.isEmpty()
    assert article.front_matter().entries == ()
    _type(article, 0, "🐘")
    article.save(path)
    assert path.read_text("utf-8") == "🐘" + _TEXT
    monkeypatch.setattr(open_article, "LARGEST", len(_TEXT) + 1)
    assert not opened(_TEXT).is_large


def test_a_new_field_stands_where_other_articles_have_it(opened: Callable[[str | None], OpenArticle]) -> None:
    article = opened("---\norder: 1\ntags: []\n---\n\n🦊\n")
    article.set_field("pubDate", "Jul 08 2022", ("order", "pubDate", "tags"), quote="'")
    assert article.text() == "---\norder: 1\npubDate: 'Jul 08 2022'\ntags: []\n---\n\n🦊\n"
    article.set_field_source("lang", "fr", ("lang", "order"))
    assert article.text().startswith("---\nlang: fr\norder:")


def test_a_field_is_moved_as_one_step(opened: Callable[[str | None], OpenArticle]) -> None:
    text = "---\ntitle: Un 🦊\ndraft: true # soon\n---\nTexte\n"
    article = opened(text)
    article.move_field("draft", "title")
    assert article.text() == "---\ndraft: true # soon\ntitle: Un 🦊\n---\nTexte\n"
    article.move_field("draft", None)
    assert article.text() == text
    article.head.undo()
    article.head.undo()
    assert article.text() == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        (_TEXT, "---\ntitle: Deux 🦊\n---\n\nTexte\n"),
        (
            "---\ntitle: |\n  Un 🦊\n---\n  x\n---\nTexte\n",
            "---\ntitle: |\n  Deux 🦊\n  ---\n  x\n---\nTexte\n",
        ),
        ("", "---\ntitle: 🦊\n---\n"),
        ("---\ntitle: Un 🦊\n---glued", "---\ntitle: Deux 🦊\n---glued"),
    ],
    ids=["head", "another end", "none", "glued"],
)
def test_edits_of_the_text_go_to_head_and_body(
    opened: Callable[[str | None], OpenArticle], text: str, repaired: str
) -> None:
    article = opened(text)
    edit = difference(text, repaired)
    assert edit is not None
    article.apply_edits((edit,))
    assert article.text() == repaired
    assert article.is_modified()
    assert article.front_matter().fault is None
    assert article.front_matter().entries[0].key == "title"


def test_json_is_front_matter_where_it_lies_in_no_astro_site(
    opened: Callable[[str | None], OpenArticle], path: Path
) -> None:
    text = '{\n  "title": "Un 🦊"\n}\nTexte\n'
    article = opened(text)
    assert article.front_matter().entries[0].value == "Un 🦊"
    assert article.body_text() == "Texte\n"
    with pytest.raises(RefusedEdit):
        article.set_field("title", "x")
    assert article.text() == text
    assert not article.is_modified()
    (path.parent / "astro.config.mjs").write_text("export default {};\n", "utf-8")
    assert opened(text).body_text() == text


def test_no_field_is_written_above_json_that_the_writer_types(
    opened: Callable[[str | None], OpenArticle], path: Path
) -> None:
    article = opened("")
    told: list[bool] = []
    article.head_changed.connect(lambda: told.append(True))
    article.body.setPlainText('{"title": "Un 🦊"}\nTexte\n')
    assert told
    assert article.front_matter().format == "json"
    with pytest.raises(RefusedEdit):
        article.set_field("draft", True)
    assert article.text() == '{"title": "Un 🦊"}\nTexte\n'
