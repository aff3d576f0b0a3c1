"""The form shows front matter in JSON and changes none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from editor.article.front_matter import read
from editor.blog.fields import form_fields

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.front_matter.conftest import Article


def test_json_is_shown_and_nothing_is_offered(qtbot: QtBot, article: Article) -> None:
    text = '{\n  "title": "Été 🌞",\n  "seo": {"card": true}\n}\n'
    article.document.setPlainText(text)
    article.pane.set_head_document(article.document)
    article.pane.show_fields(form_fields(read(text, takes_json=True)))
    assert set(article.pane.form.editors) == {"title", "seo"}
    line = article.editor("title").stops()[0]
    assert isinstance(line, QLineEdit)
    assert (line.text(), line.isReadOnly()) == ("Été 🌞", True)
    assert not article.pane.form.new_field.isVisible()
    article.open("title: x\n")
    assert article.pane.form.new_field.isVisible()
