"""Beginning an article: its title first, then its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QPushButton

from editor.article.files import write_file
from editor.ui.dialogs.new_article_dialog import NewArticleDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.stories.desk import Desk


class Begun:
    """The dialog of a new article, as a writer uses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.run("file.new")
        self.dialog = desk.find(NewArticleDialog, "")
        desk.wait(lambda: self.dialog.shelf is not None)
        self.title = desk.find(QLineEdit, "new_title")
        self.name = desk.find(QLineEdit, "new_name")

    def words(self) -> set[str]:
        """Answer the words of the labels that are seen."""
        labels = self.dialog.findChildren(QLabel)
        return {part.text() for part in labels if part.isVisible() and part.text()}

    def type_title(self, title: str) -> None:
        self.desk.type(title, self.title)

    def create(self) -> QPushButton:
        return self.dialog.findChildren(QDialogButtonBox)[0].buttons()[0]  # type: ignore[return-value]

    def wait_for(self, *words: str) -> None:
        self.desk.wait(lambda: set(words) <= self.words())


@pytest.fixture
def begun(desk: Desk) -> Iterator[Begun]:
    begun = Begun(desk)
    yield begun
    if desk.window.findChild(NewArticleDialog) is not None:
        begun.dialog.reject()


def test_the_name_the_id_and_the_address_are_shown_while_the_title_is_typed(begun: Begun) -> None:
    assert not begun.create().isEnabled()
    begun.type_title("L'été : à Paris !")
    begun.wait_for("l-ete-a-paris", "la-marge.example/blog/l-ete-a-paris/")
    assert begun.name.text() == "l-ete-a-paris.md"
    assert begun.create().isEnabled()


def test_return_makes_the_file_and_opens_it(begun: Begun, desk: Desk, blog: Path) -> None:
    begun.type_title("Été à Paris")
    desk.qtbot.keyClick(begun.title, Qt.Key.Key_Return)
    path = blog / "src/content/blog/ete-a-paris.md"
    desk.wait(lambda: desk.article.path == path)
    text = path.read_text("utf-8")
    assert text.startswith('---\ntitle: "Été à Paris"\ndescription: ""\npubDate: \'')
    assert text.endswith("tags: []\n---\n\n")
    desk.wait_for_articles(14)
    desk.wait(lambda: desk.window.findChild(NewArticleDialog) is None)
    assert not desk.article.is_modified()
    desk.wait(desk.writing.hasFocus)
    desk.type("Bonjour.")
    desk.run("file.save")
    assert path.read_text("utf-8") == text + "Bonjour."


def test_an_address_that_is_taken_is_told_at_once(begun: Begun, desk: Desk) -> None:
    begun.type_title("Slow bread")
    begun.wait_for("There is a file “src/content/blog/slow-bread.md” already.")
    assert not begun.create().isEnabled()
    begun.name.selectAll()
    desk.type("slow-bread/index.md", begun.name)
    begun.wait_for("“src/content/blog/slow-bread.md” has this address already.")
    desk.qtbot.keyClick(begun.title, Qt.Key.Key_Return)
    assert desk.workspace.current is None
    begun.type_title(" again")
    assert begun.name.text() == "slow-bread/index.md"  # the writer's own stays
    begun.name.clear()
    desk.type("other", begun.name)
    begun.wait_for("la-marge.example/blog/other/")
    assert begun.create().isEnabled()


def test_a_name_that_is_cleared_follows_the_title_again(begun: Begun, desk: Desk) -> None:
    begun.type_title("Un mot")
    desk.type("x", begun.name)
    begun.name.selectAll()
    desk.qtbot.keyClick(begun.name, Qt.Key.Key_Delete)
    desk.wait(lambda: begun.name.text() == "un-mot.md")


def test_escape_makes_nothing(begun: Begun, desk: Desk, blog: Path) -> None:
    begun.type_title("Rien")
    desk.qtbot.keyClick(begun.title, Qt.Key.Key_Escape)
    desk.wait(lambda: desk.window.findChild(NewArticleDialog) is None)
    assert desk.workspace.current is None
    assert not (blog / "src/content/blog/rien.md").exists()


def test_folder_and_template_are_chosen(start: Callable[..., Desk], blog: Path) -> None:
    for place in ("src/content/blog/voyages/rome.md", "templates/blog.md", "templates/recette.md"):
        (blog / place).parent.mkdir(exist_ok=True)
        (blog / place).write_text("---\ntitle: {{title}}\npubDate: {{date}}\n---\n## Pour 4\n", "utf-8")
    desk = start(blog)
    desk.wait_for_articles(14)
    begun = Begun(desk)
    shelf, template = begun.dialog.findChildren(QComboBox)
    assert [shelf.itemText(row) for row in range(2)] == ["src/content/blog", "src/content/blog/voyages"]
    assert template.currentText() == "blog"
    shelf.setCurrentIndex(1)
    template.setCurrentIndex(0)
    template.setCurrentIndex(2)
    begun.type_title("Oslo")
    begun.wait_for("la-marge.example/blog/voyages/oslo/")
    desk.qtbot.mouseClick(begun.create(), Qt.MouseButton.LeftButton)
    path = blog / "src/content/blog/voyages/oslo.md"
    desk.wait(lambda: desk.workspace.current is not None and desk.article.path == path)
    assert desk.article.body_text() == "## Pour 4\n"


def test_a_file_that_appeared_meanwhile_is_not_replaced(begun: Begun, desk: Desk, blog: Path) -> None:
    begun.type_title("Été")
    begun.wait_for("la-marge.example/blog/ete/")
    path = blog / "src/content/blog/ete.md"
    write_file(path, b"another's", None)
    desk.qtbot.mouseClick(begun.create(), Qt.MouseButton.LeftButton)
    assert "There is a file “ete.md” already. Nothing was written." in begun.words()
    assert path.read_bytes() == b"another's"
    assert desk.workspace.current is None


def test_without_a_blog_the_words_come_first(start: Callable[..., Desk]) -> None:
    desk = start()
    desk.run("file.new")
    assert desk.article.path is None
    assert QApplication.activeModalWidget() is None
