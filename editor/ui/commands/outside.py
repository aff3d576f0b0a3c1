"""Commands on what another program did to the current article's file."""

from __future__ import annotations

from functools import partial

from editor.text.merging import conflicts_of
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.dialogs.differences_dialog import DifferencesDialog
from editor.ui.dialogs.merge_dialog import MergeDialog
from editor.ui.outside_changes import Changed, Merged


def outside_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the bar above the text."""
    is_changed, is_told = partial(_is, desk, Changed), partial(_is, desk, Changed, Merged)
    return (
        Command("outside.merge", tr("Merge with the file…"), partial(_merge, desk), "", is_changed),
        Command("outside.differences", tr("Differences from the file"), partial(_compare, desk), "", is_told),
        Command("outside.keep", tr("Keep my text"), partial(_keep, desk), "", is_changed),
        Command(
            "outside.dismiss", tr("Close the notice"), partial(_dismiss, desk), "", partial(_is, desk, Merged)
        ),
    )


def _is(desk: Desk, *kinds: type) -> bool:
    article = desk.workspace.current
    return article is not None and isinstance(desk.outside.outside_of(article), kinds)


def _merge(desk: Desk) -> None:
    article = desk.current()
    desk.front_matter.finish_editing()
    regions = desk.outside.merge(article)
    if not conflicts_of(regions):
        desk.outside.take_merge(article, regions)
        return
    dialog = MergeDialog(regions, desk.writing.theme, desk.window)
    if dialog.exec():
        desk.outside.take_merge(article, regions, dialog.choices())
    dialog.deleteLater()


def _compare(desk: Desk) -> None:
    article = desk.current()
    outside = desk.outside.outside_of(article)
    dialog = DifferencesDialog(desk.writing.theme, desk.window)
    if isinstance(outside, Changed):
        titles = (tr("The file"), tr("Your text"))
        dialog.view.show_differences(outside.source.text, article.text(), titles)
    elif isinstance(outside, Merged):
        titles = (tr("Your text before"), tr("Your text now"))
        dialog.view.show_differences(outside.before, article.text(), titles)
    dialog.exec()
    dialog.deleteLater()


def _keep(desk: Desk) -> None:
    desk.outside.keep_ours(desk.current())


def _dismiss(desk: Desk) -> None:
    desk.outside.dismiss(desk.current())
