"""Commands on the text: undo, emphasis, headings, lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from editor.text import formatting, lists
from editor.text.change import Change, Selection
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.commands.images import insert_image
from editor.ui.front_matter.history import has_history

TextCommand = Callable[[str, Selection], Change | None]
_Editing = QLineEdit | QPlainTextEdit | QTextEdit
_OF_THE_PREVIEW: Final = {
    "cut": QWebEnginePage.WebAction.Copy,
    "copy": QWebEnginePage.WebAction.Copy,
    "selectAll": QWebEnginePage.WebAction.SelectAll,
}
_OF_HISTORY: Final = ("undo", "redo")


def edit_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands that every text field knows; they work where the caret is."""
    return (
        Command("edit.undo", tr("Undo"), partial(_ask, desk, "undo"), "Ctrl+Z", desk.has_article),
        Command("edit.redo", tr("Redo"), partial(_ask, desk, "redo"), "Ctrl+Shift+Z", desk.has_article),
        Command("edit.cut", tr("Cut"), partial(_ask, desk, "cut"), "Ctrl+X", desk.has_article),
        Command("edit.copy", tr("Copy"), partial(_ask, desk, "copy"), "Ctrl+C", desk.has_article),
        Command("edit.paste", tr("Paste"), partial(_ask, desk, "paste"), "Ctrl+V", desk.has_article),
        Command(
            "edit.select_all", tr("Select all"), partial(_ask, desk, "selectAll"), "Ctrl+A", desk.has_article
        ),
    )


def text_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the Format menu."""

    def command(verb: str, title: str, run: TextCommand, shortcut: str = "", icon: str = "") -> Command:
        return Command(f"text.{verb}", title, partial(_run, desk, run), shortcut, desk.has_page, icon=icon)

    return (
        command("bold", tr("Bold"), formatting.toggle_bold, "Ctrl+B", "bold"),
        command("italic", tr("Italic"), formatting.toggle_italic, "Ctrl+I", "italic"),
        command("strikethrough", tr("Strikethrough"), formatting.toggle_strikethrough, "Ctrl+Shift+X"),
        command("code", tr("Code"), formatting.toggle_code, "Ctrl+E", "code"),
        command("link", tr("Link"), formatting.insert_link, "Ctrl+K", "link"),
        Command(
            "text.image",
            tr("Image…"),
            partial(insert_image, desk),
            "Ctrl+Shift+I",
            desk.has_page,
            icon="image",
        ),
        *(
            command(
                f"heading_{level}",
                tr("Heading {level}").format(level=level),
                partial(formatting.toggle_heading, level=level),
                f"Ctrl+{level}",
                "heading" if level == 2 else "",
            )
            for level in range(1, 7)
        ),
        command("bullet_list", tr("Bullet list"), lists.toggle_bullet_list, "Ctrl+Shift+8", "bullet_list"),
        command(
            "numbered_list", tr("Numbered list"), lists.toggle_numbered_list, "Ctrl+Shift+7", "numbered_list"
        ),
        command("task_list", tr("Task list"), lists.toggle_task_list, "Ctrl+Shift+9"),
        command("quote", tr("Quote"), formatting.toggle_quote, "Ctrl+Shift+.", "quote"),
        command("code_block", tr("Code block"), formatting.toggle_code_block, "Ctrl+Shift+K"),
        command("indent", tr("Indent list item"), lists.indent_list, "Ctrl+]"),
        command("outdent", tr("Outdent list item"), lists.outdent_list, "Ctrl+["),
    )


def _run(desk: Desk, command: TextCommand) -> None:
    desk.writing.run_command(command)
    desk.writing.setFocus()


def _ask(desk: Desk, verb: str) -> None:
    """Let the field that has the caret do what all of Qt's fields can do; else the Markdown pane.

    In the form, what has no history of its own shares that of the front matter's text.
    """
    widget: QWidget | None = QApplication.focusWidget()
    page = _web_view(widget)
    if page is not None and verb not in _OF_HISTORY:
        if verb in _OF_THE_PREVIEW:
            page.triggerPageAction(_OF_THE_PREVIEW[verb])
        return
    is_in_form = widget is not None and desk.front_matter.isAncestorOf(widget)
    if is_in_form and verb in _OF_HISTORY and not has_history(widget, verb):
        getattr(desk.current().head, verb)()
        return
    target = widget if isinstance(widget, _Editing) and desk.window.isAncestorOf(widget) else desk.writing
    getattr(target, verb)()


def _web_view(widget: QWidget | None) -> QWebEngineView | None:
    """Answer the preview that widget, the one that has the focus, is a part of."""
    while widget is not None and not isinstance(widget, QWebEngineView):
        widget = widget.parentWidget()
    return widget
