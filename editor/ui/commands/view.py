"""Commands on what is seen: panes, zoom, full screen, tabs, settings."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from editor.settings import Settings
from editor.translation import tr
from editor.ui.commands.command import Command, Desk, always
from editor.ui.dialogs.about import show_about
from editor.ui.dialogs.settings_dialog import SettingsDialog


def view_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the View menu."""

    def toggle(verb: str, title: str, field: str, shortcut: str, icon: str = "") -> Command:
        run, checked = partial(_toggle, desk, field), partial(_is_on, desk, field)
        return Command(f"view.{verb}", title, run, shortcut, always, checked, icon)

    def step(verb: str, title: str, places: int, shortcut: str) -> Command:
        return Command(
            f"view.{verb}_article", title, partial(_step, desk, places), shortcut, desk.has_article
        )

    return (
        toggle("library", tr("Articles"), "library_shown", "Ctrl+Alt+A", "library"),
        toggle("preview", tr("Preview"), "preview_shown", "Ctrl+Alt+P", "preview"),
        toggle("page_head", tr("Title and image in the preview"), "page_head_shown", "Ctrl+Alt+T"),
        toggle("fold_front_matter", tr("Fold the front matter"), "front_matter_folded", "Ctrl+Alt+F"),
        Command(
            "view.front_matter_text",
            tr("Front matter as text"),
            partial(_toggle_front_matter_text, desk),
            "Ctrl+Alt+R",
            desk.has_page,
            desk.front_matter.is_text_shown,
        ),
        Command("view.find_article", tr("Filter articles"), partial(_filter, desk), "Ctrl+P"),
        step("next", tr("Next article"), 1, "Ctrl+PgDown"),
        step("previous", tr("Previous article"), -1, "Ctrl+PgUp"),
        Command("view.zoom_in", tr("Larger text"), partial(zoom, desk, 1), "Ctrl++"),
        Command("view.zoom_out", tr("Smaller text"), partial(zoom, desk, -1), "Ctrl+-"),
        Command("view.zoom_reset", tr("Normal text size"), partial(_reset_zoom, desk), "Ctrl+0"),
        Command(
            "view.full_screen",
            tr("Full screen"),
            partial(_toggle_full_screen, desk),
            "F11",
            always,
            desk.window.isFullScreen,
        ),
    )


def program_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands on the program itself."""
    return (
        Command("program.settings", tr("Settings…"), partial(_show_settings, desk), "Ctrl+,"),
        Command("program.about", tr("About Article Editor"), partial(show_about, desk.window)),
    )


def zoom(desk: Desk, steps: int) -> None:
    """Make the text of the Markdown pane larger by steps points."""
    settings = desk.choices.settings
    description = next(item for item in dataclasses.fields(Settings) if item.name == "font_size").metadata
    low, high = description["description"].bounds
    size = min(max(settings.font_size + steps, low), high)
    desk.choices.set_settings(dataclasses.replace(settings, font_size=size))


def _reset_zoom(desk: Desk) -> None:
    desk.choices.set_settings(dataclasses.replace(desk.choices.settings, font_size=Settings().font_size))


def _toggle(desk: Desk, field: str) -> None:
    session = desk.choices.session
    turned: dict[str, Any] = {field: not getattr(session, field)}
    desk.choices.set_session(dataclasses.replace(session, **turned))


def _is_on(desk: Desk, field: str) -> bool:
    return bool(getattr(desk.choices.session, field))


def _toggle_front_matter_text(desk: Desk) -> None:
    desk.front_matter.show_text(not desk.front_matter.is_text_shown())


def _filter(desk: Desk) -> None:
    if not desk.choices.session.library_shown:
        _toggle(desk, "library_shown")
    desk.library.focus_filter()


def _step(desk: Desk, step: int) -> None:
    articles = desk.workspace.articles
    desk.workspace.set_current(articles[(articles.index(desk.current()) + step) % len(articles)])


def _toggle_full_screen(desk: Desk) -> None:
    desk.window.setWindowState(desk.window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _show_settings(desk: Desk) -> None:
    dialog = SettingsDialog(desk.choices.settings, desk.window)
    dialog.settings_changed.connect(desk.choices.set_settings)
    dialog.exec()
    dialog.deleteLater()
