"""Menus, tool bar and context menus, made from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from editor.translation import mark, tr
from editor.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.ui.commands.command import Command
    from editor.ui.theme import Theme

_SEPARATOR: Final = "-"
_RECENT: Final = "recent"
_HEADINGS: Final = tuple(f"text.heading_{level}" for level in range(1, 7))

MENUS: Final = (
    (
        mark("&File"),
        ("file.new", "file.open", "file.open_folder", _RECENT, _SEPARATOR)
        + ("file.save", "file.save_as", "file.save_all", _SEPARATOR)
        + ("export.html", "export.pdf", _SEPARATOR, "file.refresh", "file.close", _SEPARATOR, "file.quit"),
    ),
    (
        mark("&Edit"),
        ("edit.undo", "edit.redo", _SEPARATOR, "edit.cut", "edit.copy", "edit.paste", "edit.select_all")
        + (_SEPARATOR, "edit.find", "edit.find_next", "edit.find_previous", _SEPARATOR, "program.settings"),
    ),
    (
        mark("F&ormat"),
        ("text.bold", "text.italic", "text.strikethrough", "text.code", _SEPARATOR)
        + ("text.link", "text.image", _SEPARATOR, *_HEADINGS, _SEPARATOR)
        + (
            "text.bullet_list",
            "text.numbered_list",
            "text.task_list",
            "text.indent",
            "text.outdent",
            _SEPARATOR,
        )
        + ("text.quote", "text.code_block"),
    ),
    (
        mark("&View"),
        ("view.library", "view.preview", "view.page_head", _SEPARATOR)
        + ("view.fold_front_matter", "view.front_matter_text", _SEPARATOR)
        + ("view.find_article", "view.next_article", "view.previous_article", _SEPARATOR)
        + ("view.zoom_in", "view.zoom_out", "view.zoom_reset", _SEPARATOR, "view.full_screen"),
    ),
    (mark("&Help"), ("program.about",)),
)
TOOL_BAR: Final = (
    ("view.library", _SEPARATOR, "file.new", "file.open", "file.save", _SEPARATOR)
    + ("text.bold", "text.italic", "text.code", "text.link", "text.image", _SEPARATOR)
    + ("text.heading_2", "text.bullet_list", "text.numbered_list", "text.quote", _SEPARATOR, "view.preview")
)
TEXT_MENU: Final = (
    "edit.undo",
    "edit.redo",
    _SEPARATOR,
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.select_all",
    _SEPARATOR,
) + ("text.bold", "text.italic", "text.code", "text.link", "text.image")
LIBRARY_MENU: Final = ("file.new", "file.refresh")
_ICON_SIZE: Final = QSize(20, 20)
_ROLES: Final = {
    "program.settings": QAction.MenuRole.PreferencesRole,
    "program.about": QAction.MenuRole.AboutRole,
    "file.quit": QAction.MenuRole.QuitRole,
}


class Actions(QObject):
    """One QAction a command; menus and tool bar share them."""

    def __init__(self, commands: Mapping[str, Command], window: QWidget) -> None:
        super().__init__(window)
        self._commands = commands
        self._actions = {identity: self._action(command, window) for identity, command in commands.items()}
        window.addActions(tuple(self._actions.values()))

    def action(self, identity: str) -> QAction:
        """Answer the action of the command with this id.

        Raises KeyError where there is none.
        """
        return self._actions[identity]

    def refresh(self) -> None:
        """Ask every command whether it is available and checked."""
        for identity, command in self._commands.items():
            action = self._actions[identity]
            action.setEnabled(command.available())
            if command.checked is not None:
                action.setChecked(command.checked())

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of theme."""
        for identity, command in self._commands.items():
            if command.icon:
                self._actions[identity].setIcon(icon(command.icon, theme))

    def fill(self, menu: QMenu, identities: tuple[str, ...], recent: QMenu | None = None) -> None:
        """Put the commands with these ids into menu; it asks for their state when it opens."""
        for identity in identities:
            if identity == _SEPARATOR:
                menu.addSeparator()
            elif identity == _RECENT:
                if recent is not None:
                    menu.addMenu(recent)
            else:
                menu.addAction(self._actions[identity])
        menu.aboutToShow.connect(self.refresh)

    def _action(self, command: Command, window: QWidget) -> QAction:
        action = QAction(command.title, window)
        action.setObjectName(command.id)
        action.setCheckable(command.checked is not None)
        action.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        # Icons belong to the tool bar; menus are quieter without them.
        action.setIconVisibleInMenu(False)
        if command.shortcut:
            sequence = QKeySequence(command.shortcut)
            action.setShortcut(sequence)
            shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{command.title.rstrip('…')} ({shown})")
        action.triggered.connect(lambda: command.available() and command.run())
        return action


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Make the menus of the window."""
    for title, identities in MENUS:
        actions.fill(bar.addMenu(tr(title)), identities, recent)


def make_tool_bar(actions: Actions, parent: QWidget) -> QToolBar:
    """Answer the tool bar of the window."""
    bar = QToolBar(tr("Tools"), parent, movable=False, floatable=False)
    bar.setObjectName("tools")
    bar.setIconSize(_ICON_SIZE)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for identity in TOOL_BAR:
        if identity == _SEPARATOR:
            bar.addSeparator()
        else:
            bar.addAction(actions.action(identity))
    return bar


def context_menu(actions: Actions, identities: tuple[str, ...], parent: QWidget) -> QMenu:
    """Answer a context menu of the commands with these ids."""
    menu = QMenu(parent)
    actions.fill(menu, identities)
    return menu
