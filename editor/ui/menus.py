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
LOOK_MENU: Final = """preview.style_reading preview.style_blog preview.style_file -
    preview.paint_window preview.paint_system preview.paint_light preview.paint_dark -
    preview.width_desk preview.width_tablet preview.width_phone"""
DIALECT_MENU: Final = "dialect.as_blog - dialect.astro dialect.astro_remark dialect.python_markdown"
MENUS: Final = (
    (
        mark("&File"),
        """file.new file.open file.open_folder recent - file.save file.save_as file.save_all -
        export.html export.pdf - outside.merge outside.differences outside.keep outside.dismiss file.history -
        file.rename file.duplicate file.trash file.take_back - file.refresh file.close - file.quit""",
    ),
    (
        mark("&Edit"),
        """edit.undo edit.redo - edit.cut edit.copy edit.paste edit.select_all -
        edit.find edit.find_next edit.find_previous -
        blog.search blog.replace blog.links blog.tags blog.undo blog.redo - program.settings""",
    ),
    (
        mark("F&ormat"),
        """text.bold text.italic text.strikethrough text.code - text.link text.complete_link text.image -
        text.heading_1 text.heading_2 text.heading_3 text.heading_4 text.heading_5 text.heading_6 -
        text.bullet_list text.numbered_list text.task_list text.indent text.outdent -
        text.quote text.code_block""",
    ),
    (
        mark("&View"),
        """view.library view.preview view.problems blog.check -
        view.fold_front_matter view.front_matter_text -
        view.find_article view.next_article view.previous_article blog.gallery -
        view.zoom_in view.zoom_out view.zoom_reset - view.full_screen""",
    ),
    (mark("&Preview"), f"preview.page preview.cards - view.page_head - {LOOK_MENU} - {DIALECT_MENU}"),
    (mark("&Help"), "program.about"),
)
TOOL_BAR: Final = """view.library - file.new file.open file.save - text.bold text.italic text.code
    text.link text.image - text.heading_2 text.bullet_list text.numbered_list text.quote - view.preview"""
TEXT_MENU: Final = """edit.undo edit.redo - edit.cut edit.copy edit.paste edit.select_all -
    text.bold text.italic text.code text.link text.image"""
LIBRARY_MENU: Final = "file.new file.refresh - file.rename file.duplicate file.trash"
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

    def fill(self, menu: QMenu, layout: str, recent: QMenu | None = None) -> None:
        """Put the commands that layout names into menu; it asks for their state when it opens."""
        for identity in layout.split():
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
        action.triggered.connect(lambda: self._run(command))
        return action

    def _run(self, command: Command) -> None:
        if command.available():
            command.run()
        # Qt has turned the check by itself.
        self.refresh()


def fill_menu_bar(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Make the menus of the window."""
    for title, layout in MENUS:
        actions.fill(bar.addMenu(tr(title)), layout, recent)


def make_tool_bar(actions: Actions, parent: QWidget) -> QToolBar:
    """Answer the tool bar of the window."""
    bar = QToolBar(tr("Tools"), parent, movable=False, floatable=False)
    bar.setObjectName("tools")
    bar.setIconSize(_ICON_SIZE)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for identity in TOOL_BAR.split():
        if identity == _SEPARATOR:
            bar.addSeparator()
        else:
            bar.addAction(actions.action(identity))
    return bar


def context_menu(actions: Actions, layout: str, parent: QWidget) -> QMenu:
    """Answer a context menu of the commands that layout names."""
    menu = QMenu(parent)
    actions.fill(menu, layout)
    return menu
