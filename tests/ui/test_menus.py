from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unittest.mock import MagicMock

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from editor.paths import RESOURCES
from editor.session import Session
from editor.settings import Settings
from editor.ui import menus
from editor.ui.commands.command import Choices, Command, Desk
from editor.ui.commands.table import command_table
from editor.ui.menus import MENUS, TOOL_BAR, Actions, context_menu, fill_menu_bar, make_tool_bar
from editor.ui.theme import load_theme
from editor.ui.writing.markdown_view import MarkdownView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_LAYOUTS = (*(layout for _, layout in MENUS), TOOL_BAR, menus.TEXT_MENU, menus.LIBRARY_MENU)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def commands(window: QMainWindow) -> dict[str, Command]:
    """Answer the table of commands of a desk on which nothing lies."""
    choices = Choices(Settings(), Session(), window)
    parts: dict[str, Any] = {name: MagicMock() for name in Desk.__dataclass_fields__}
    parts["workspace"].current = None
    writing = MarkdownView(load_theme("light"), window)
    desk = Desk(**(parts | {"window": window, "choices": choices, "writing": writing}))
    return command_table(desk)


def _named(layout: str) -> list[str]:
    return [identity for identity in layout.split() if identity not in ("-", "recent")]


def test_every_command_is_in_the_menu_bar_once(commands: dict[str, Command]) -> None:
    named = [identity for _, layout in MENUS for identity in _named(layout)]
    assert sorted(named) == sorted(commands)


def test_every_layout_names_commands(commands: dict[str, Command]) -> None:
    assert [it for layout in _LAYOUTS for it in _named(layout) if it not in commands] == []


def test_ids_are_area_and_verb(commands: dict[str, Command]) -> None:
    assert all(identity == it.id and it.id.count(".") == 1 for identity, it in commands.items())


def test_shortcuts_are_keys_and_no_two_the_same(commands: dict[str, Command]) -> None:
    shortcuts = [QKeySequence(it.shortcut).toString() for it in commands.values() if it.shortcut]
    assert "" not in shortcuts
    assert sorted(set(shortcuts)) == sorted(shortcuts)


def test_every_icon_is_there_and_what_the_tool_bar_shows_has_one(commands: dict[str, Command]) -> None:
    for command in commands.values():
        assert not command.icon or (RESOURCES / "icons" / f"{command.icon}.svg").is_file(), command.id
    assert [it for it in _named(TOOL_BAR) if not commands[it].icon] == []


def test_without_an_article_only_some_commands_are_offered(
    commands: dict[str, Command], window: QMainWindow
) -> None:
    actions = Actions(commands, window)
    actions.refresh()
    offered = {identity for identity in commands if actions.action(identity).isEnabled()}
    assert {"file.new", "file.open", "file.quit", "program.settings", "view.library"} <= offered
    assert not offered & {"file.save", "file.close", "edit.undo", "text.bold", "export.pdf", "edit.find"}


def _command(ran: list[str], *, available: bool = True, checked: bool | None = None) -> Command:
    state = None if checked is None else lambda: checked is True
    return Command("area.verb", "Do it…", lambda: ran.append("ran"), "Ctrl+J", lambda: available, state)


def test_an_action_runs_its_command(window: QMainWindow) -> None:
    ran: list[str] = []
    action = Actions({"area.verb": _command(ran)}, window).action("area.verb")
    action.trigger()
    assert ran == ["ran"]
    assert action.toolTip() == "Do it (Ctrl+J)"


def test_a_command_that_is_not_available_is_not_run_by_its_shortcut(window: QMainWindow) -> None:
    ran: list[str] = []
    Actions({"area.verb": _command(ran, available=False)}, window).action("area.verb").trigger()
    assert ran == []


@pytest.mark.parametrize("checked", [True, False])
def test_a_check_follows_what_it_stands_for(window: QMainWindow, checked: bool) -> None:
    actions = Actions({"area.verb": _command([], checked=checked)}, window)
    actions.refresh()
    assert actions.action("area.verb").isChecked() is checked
    actions.action("area.verb").trigger()
    assert actions.action("area.verb").isChecked() is checked


def test_menus_and_tool_bar_are_made_of_the_table(commands: dict[str, Command], window: QMainWindow) -> None:
    actions = Actions(commands, window)
    recent = QMenu("Open recent", window)
    fill_menu_bar(window.menuBar(), actions, recent)
    assert len(window.menuBar().actions()) == len(MENUS)
    assert any(recent.menuAction() in menu.actions() for menu in window.findChildren(QMenu))
    bar = make_tool_bar(actions, window)
    actions.set_theme(load_theme("light"))
    assert all(not action.icon().isNull() for action in bar.actions() if not action.isSeparator())
    menu = context_menu(actions, menus.TEXT_MENU, window)
    assert actions.action("text.bold") in menu.actions()
