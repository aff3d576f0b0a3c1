"""Commands on what the preview shows, and how: page or cards, style, light or dark, width."""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.translation import tr
from editor.ui.commands.command import Command, always
from editor.ui.dialogs import places

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.commands.command import Desk


def preview_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the Preview menu, one for each value of what can be chosen."""

    def choice(
        field: str, value: str, title: str, shortcut: str = "", available: Callable[[], bool] = always
    ) -> Command:
        run, checked = partial(_choose, desk, field, value), partial(_is_chosen, desk, field, value)
        named = value if field == "face" else f"{field}_{value}"
        return Command(f"preview.{named}", title, run, shortcut, available, checked)

    return (
        choice("face", "page", tr("Page")),
        choice("face", "cards", tr("Search and social"), "Ctrl+Alt+C"),
        choice("style", "reading", tr("Reading style")),
        choice("style", "blog", tr("Style of the blog"), available=partial(_has_blog_style, desk)),
        Command(
            "preview.style_file",
            tr("Style from a file…"),
            partial(_choose_file, desk),
            checked=partial(_is_chosen, desk, "style", "file"),
        ),
        choice("paint", "window", tr("Light or dark as the window")),
        choice("paint", "system", tr("Light or dark as the system")),
        choice("paint", "light", tr("Light page")),
        choice("paint", "dark", tr("Dark page")),
        choice("width", "desk", tr("As wide as the pane")),
        choice("width", "tablet", tr("Width of a tablet")),
        choice("width", "phone", tr("Width of a phone")),
    )


def _choose(desk: Desk, field: str, value: str) -> None:
    session = dataclasses.replace(desk.choices.session, **{f"preview_{field}": value})  # type: ignore[arg-type] # the names are those of strings
    desk.choices.set_session(session)


def _is_chosen(desk: Desk, field: str, value: str) -> bool:
    return bool(getattr(desk.choices.session, f"preview_{field}") == value)


def _has_blog_style(desk: Desk) -> bool:
    article = desk.workspace.current
    return article is not None and bool(article.blog.site_styles)


def _choose_file(desk: Desk) -> None:
    session, blog = desk.choices.session, desk.workspace.blog
    before = Path(session.preview_style_file).parent if session.preview_style_file else None
    file = places.choose_style_sheet(desk.window, before or (blog.root if blog is not None else Path.home()))
    if file is not None:
        session = dataclasses.replace(session, preview_style="file", preview_style_file=str(file))
    desk.choices.set_session(session)
