"""The command that shows the versions of an article and brings them back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.article.files import FileError
from editor.article.history.index import NotAHistory
from editor.article.source import NotText, decode
from editor.messages import words
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.dialogs import questions
from editor.ui.dialogs.history_dialog import HistoryDialog

if TYPE_CHECKING:
    from pathlib import Path

    from editor.article.history.versions import Version
    from editor.ui.open_article import OpenArticle


def history_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command on versions."""
    return (
        Command(
            "file.history", tr("Versions…"), partial(_show, desk), "Ctrl+Alt+H", partial(_has_file, desk)
        ),
    )


def _has_file(desk: Desk) -> bool:
    article = desk.workspace.current
    return article is not None and article.path is not None


def _show(desk: Desk) -> None:
    article = desk.current()
    path = article.path
    if path is None:
        return
    desk.front_matter.finish_editing()
    try:
        past = desk.histories.history.past(path)
    except (FileError, NotAHistory) as error:
        questions.say(desk.window, words(error))
        return
    if not past.versions:
        questions.say(desk.window, tr("There are no versions of this article yet."))
        return
    note = tr("The list of versions was damaged; these were found.") if past.is_damaged else ""
    dialog = HistoryDialog(past.versions, note, desk.writing.theme, desk.window)
    dialog.version_chosen.connect(partial(_show_version, desk, dialog, article, path))
    dialog.restore_requested.connect(partial(_restore, dialog, article))
    dialog.name_given.connect(partial(_name, desk, dialog, path))
    dialog.choose_newest()
    dialog.exec()
    dialog.deleteLater()


def _show_version(
    desk: Desk, dialog: HistoryDialog, article: OpenArticle, path: Path, version: Version
) -> None:
    try:
        text = decode(desk.histories.history.read(path, version)).text
    except (FileError, NotAHistory, NotText) as error:
        dialog.show_failure(words(error))
    else:
        dialog.show_version(text, article.text())


def _restore(dialog: HistoryDialog, article: OpenArticle, text: str) -> None:
    article.restore(text)
    dialog.refresh(article.text())


def _name(desk: Desk, dialog: HistoryDialog, path: Path, version: Version, name: str) -> None:
    try:
        desk.histories.history.name(path, version, name)
    except (FileError, NotAHistory) as error:
        dialog.show_failure(words(error))
