"""What programs that were cut off have left is offered to the writer, and what they decide is done."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.files import FileError, read_file, write_file
from editor.article.journal.claims import claim_abandoned
from editor.article.journal.journal import drop
from editor.article.journal.rescue import rescues
from editor.article.source import EMPTY, NotText, decode, encode
from editor.blog.slugs import file_name
from editor.messages import words
from editor.translation import tr
from editor.ui.dialogs import places, questions
from editor.ui.dialogs.rescue_dialog import RescueDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.article.journal.claims import Claim
    from editor.article.journal.rescue import Rescue
    from editor.article.source import Source
    from editor.ui.commands.command import Desk
    from editor.ui.journals import Journals
    from editor.ui.theme import Theme

_log = logging.getLogger(__name__)


def offer_rescued(desk: Desk, journals: Journals, root: Path, theme: Theme) -> None:
    """Show what the journals in root hold that is not in the articles' files, and do what the writer decides.

    What they decide later on stays for the next start.
    """
    claims = _claims(root)
    found = rescues(claims)
    if found:
        dialog = RescueDialog(found, theme, desk.window)
        for signal, work in (
            (dialog.restore_requested, partial(_restore, desk, journals)),
            (dialog.save_requested, partial(_save, desk)),
            (dialog.discard_requested, _discard),
        ):
            signal.connect(partial(_decide, dialog, work))
        dialog.exec()
        dialog.deleteLater()
    for claim in claims:
        claim.release()


def _claims(root: Path) -> tuple[Claim, ...]:
    try:
        return claim_abandoned(root)
    except FileError as error:
        _log.warning("no journals were read: %s", error)
        return ()


def _decide(dialog: RescueDialog, work: Callable[[Rescue], bool], found: Rescue) -> None:
    if work(found):
        dialog.settle(found)


def _restore(desk: Desk, journals: Journals, rescue: Rescue) -> bool:
    """Open the text as a change of its file, or as a new article; it goes once it is kept anew."""
    path = rescue.kept.subject.path
    article = desk.workspace.open_file(path) if path is not None and rescue.file_text is not None else None
    if article is None:
        article = desk.workspace.new_article()
    elif rescue.has_changed:
        # What the writer changed rests on another version: the bar above the text offers to merge them.
        base = decode(encode(article.source, rescue.kept.base.joined))
        article.take_outside(base, rescue.kept.texts.joined)
        desk.outside.check(article)
    if not article.is_modified():
        article.restore(rescue.kept.texts.joined)
    if journals.flush():
        drop(rescue.place)
    return True


def _save(desk: Desk, rescue: Rescue) -> bool:
    """Write the text where the writer chooses, and open it there."""
    path = rescue.kept.subject.path
    place = places.choose_article_place(desk.window, path or Path.home() / file_name(""))
    if place is None:
        return False
    if desk.workspace.article_at(place) is not None:
        questions.say(desk.window, tr("“{name}” is open itself.").format(name=place.name))
        return False
    try:
        data = encode(_source(path), rescue.kept.texts.joined)
        write_file(place, data, read_file(place) if place.exists() else None)
    except FileError as error:
        questions.say(desk.window, words(error))
        return False
    desk.workspace.open_file(place)
    drop(rescue.place)
    return True


def _discard(found: Rescue) -> bool:
    drop(found.place)
    return True


def _source(path: Path | None) -> Source:
    """Answer what the article's file holds, whose line ends the text gets."""
    try:
        return decode(read_file(path)) if path is not None else EMPTY
    except (FileError, NotText):
        return EMPTY
