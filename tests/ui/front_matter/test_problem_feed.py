"""The problems that the pane shows follow the article, its blog and what is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.blog.checks.checking import check
from editor.ui.background import Background
from editor.ui.front_matter import problem_feed
from editor.ui.front_matter.feed import FrontMatterFeed
from editor.ui.front_matter.pane import FrontMatterPane
from editor.ui.front_matter.problem_feed import ProblemFeed
from editor.ui.guides import Guides
from editor.ui.workspace import Workspace
from tests.ui.front_matter.conftest import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.blog.problems import Problem
    from editor.ui.open_article import OpenArticle
    from editor.ui.theme import Theme

HEAD = "---\ntitle: 2024 # kept 🌞\npubDate: 2022-07-08\nlang: FR\n---\nBody\n"


class Desk:
    """A workspace in a blog with a schema, and the pane."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        self.qtbot = qtbot
        self.content = folder / "src" / "content" / "blog"
        self.content.mkdir(parents=True)
        (folder / "astro.config.mjs").write_text("export default {};")
        self.schema = folder / ".astro" / "collections" / "blog.schema.json"
        self.schema.parent.mkdir(parents=True)
        self.generate(title={"type": "string"}, pubDate={"type": "string", "format": "date-time"})
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.background = Background(self.window)
        self.workspace = Workspace(self.window)
        self.pane = FrontMatterPane(self.background, theme, "en", self.window)
        self.guides = Guides(self.background, self.window)
        self.feed = FrontMatterFeed(self.workspace, self.guides, self.pane)
        ProblemFeed(self.workspace, self.guides, self.background, self.pane)
        layout = QVBoxLayout(self.window)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self.pane)
        self.window.resize(700, 1400)
        self.window.show()
        qtbot.waitActive(self.window)

    def generate(self, **properties: object) -> None:
        properties["lang"] = {"type": "string", "enum": ["fr", "en"], "default": "fr"}
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": properties,
            "required": [key for key in properties if key != "lang"],
        }
        new = self.schema.with_name("new")
        new.write_text(json.dumps(schema))
        new.replace(self.schema)

    def open(self, name: str, text: str) -> OpenArticle:
        path = self.content / name
        path.write_text(text, "utf-8")
        article = self.workspace.open_file(path)
        assert article is not None
        return article

    def problems(self) -> list[tuple[str, str]]:
        """Answer the rules shown at fields, with their keys."""
        notes = [self.pane.form.notes, *(row.notes for row in self.pane.form._rows.values())]
        return [(it.problem.key, it.problem.rule) for note in notes for it in note.problems]

    def wait_for(self, *problems: tuple[str, str]) -> None:
        self.qtbot.waitUntil(lambda: self.problems() == list(problems), timeout=5000)

    def shown(self, key: str) -> Problem:
        return self.pane.form.notes_of(key).problems[0].problem


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, theme, tmp_path)
    yield desk
    for article in desk.workspace.articles:
        desk.workspace.close(article)
    desk.background.finish()


BOTH = (("title", "text-unquoted"), ("lang", "unknown-choice"))


def test_an_article_shows_its_problems(desk: Desk) -> None:
    desk.open("a.md", HEAD)
    desk.wait_for(*BOTH)
    assert desk.pane.header.problems.text() == "2 problems"
    notes = desk.pane.form.notes_of("lang").problems
    assert notes[0].words == "“lang” cannot be “FR”, but one of: fr, en. Is “fr” meant?"
    assert notes[0].repair == "Write “fr”"


def test_the_fields_are_at_hand_before_an_article_is_opened_once_the_blog_is_listed(desk: Desk) -> None:
    desk.workspace.open_folder(desk.content)
    assert not desk.background.is_busy("guides.guide")
    desk.feed.make_ready()
    assert desk.background.is_busy("guides.guide")
    desk.qtbot.waitUntil(lambda: desk.guides.guide.collection is not None)
    desk.feed.make_ready()
    assert not desk.background.is_busy("guides.guide")


def test_each_article_has_its_own(desk: Desk) -> None:
    first = desk.open("a.md", HEAD)
    desk.wait_for(*BOTH)
    desk.open("b.md", HEAD.replace("2024", "Two").replace("FR", "fr"))
    assert desk.problems() == []
    desk.workspace.set_current(first)
    assert desk.problems() == []
    desk.wait_for(*BOTH)
    desk.workspace.close(first)
    desk.qtbot.waitUntil(lambda: not desk.background.is_busy("front_matter.problems"))
    assert desk.problems() == []


def test_problems_come_and_go_with_what_is_written(desk: Desk) -> None:
    article = desk.open("a.md", HEAD.replace("2024", "Two").replace("FR", "fr"))
    line = desk.pane.form.editors["title"].stops()[0]
    line.setFocus()
    write(line, " more")
    assert desk.problems() == []
    article.remove_field("title")
    desk.wait_for(("title", "missing"))
    article.head.undo()
    desk.wait_for()


def test_a_repair_is_one_step_and_undo_brings_the_problem_back(desk: Desk) -> None:
    article = desk.open("a.md", HEAD)
    desk.wait_for(*BOTH)
    desk.pane.repair_requested.emit(desk.shown("title"))
    assert article.text() == HEAD.replace("2024", "'2024'")
    assert desk.pane.form.editors["title"].has_focus_within()
    desk.wait_for(BOTH[1])
    article.head.undo()
    assert article.text() == HEAD
    desk.wait_for(*BOTH)


def test_a_repair_of_a_text_that_is_another_by_now_is_not_made(desk: Desk) -> None:
    article = desk.open("a.md", HEAD)
    desk.wait_for(*BOTH)
    problem = desk.shown("title")
    article.set_field("title", "Other")
    desk.pane.repair_requested.emit(problem)
    assert article.text() == HEAD.replace("2024", "Other")
    desk.wait_for(BOTH[1])
    desk.workspace.close(article)
    desk.pane.repair_requested.emit(problem)
    assert desk.problems() == []


def test_a_new_article_has_no_problems_before_something_is_written(desk: Desk) -> None:
    desk.open("a.md", HEAD)
    desk.wait_for(*BOTH)
    article = desk.workspace.new_article()
    assert not desk.background.is_busy("front_matter.problems")
    assert desk.problems() == []
    article.set_field("title", "Été")
    desk.wait_for(("pubDate", "missing"))
    article.head.undo()
    desk.wait_for()


def test_a_schema_that_changes_is_followed(desk: Desk) -> None:
    desk.open("a.md", HEAD.replace("2024", "Two").replace("FR", "fr"))
    desk.qtbot.waitUntil(lambda: "pubDate" in desk.pane.form.editors)
    desk.generate(title={"type": "string"}, mood={"type": "string"})
    desk.wait_for(("mood", "missing"))


def test_a_picture_that_is_there_by_now_is_found_after_saving(desk: Desk) -> None:
    images = desk.content.parents[2] / "public" / "images"
    images.mkdir(parents=True)
    desk.generate(heroImage={"type": "string"})
    article = desk.open("a.md", "---\nheroImage: /images/a.png\n---\n")
    desk.wait_for(("heroImage", "missing-image"))
    (images / "a.png").touch()
    article.set_field("lang", "fr")
    assert article.path is not None
    desk.workspace.save(article, article.path)
    desk.wait_for()


def test_a_fault_is_mended_beside_the_text(desk: Desk) -> None:
    article = desk.open("a.md", "---\ntitle: a: b\npubDate: 2022-07-08\n---\n")
    repair = desk.pane.head_text.repair
    desk.qtbot.waitUntil(repair.isVisible)
    assert desk.pane.header.problems.text() == "1 problem"
    repair.click()
    assert article.text() == "---\ntitle: 'a: b'\npubDate: 2022-07-08\n---\n"
    desk.qtbot.waitUntil(desk.pane.form.isVisible)
    desk.wait_for()


def test_one_check_runs_at_a_time_and_the_last_text_counts(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def slow(text: str, *others: object) -> tuple[Problem, ...]:
        texts.append(text)
        QTest.qSleep(150)
        return check(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(problem_feed, "check", slow)
    article = desk.open("a.md", HEAD)
    for title in ("One", "Two", "Three"):
        article.set_field("title", title)
        article.path_changed.emit()
    desk.wait_for(BOTH[1])
    assert texts[-1] == HEAD.replace("2024", "Three")
    assert len(texts) <= 4


def test_what_goes_wrong_in_a_check_is_no_secret(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> tuple[Problem, ...]:
        raise ValueError("odd")

    monkeypatch.setattr(problem_feed, "check", fail)
    with desk.qtbot.captureExceptions() as caught:
        desk.open("a.md", HEAD)
        desk.qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0][1]) == "odd"
