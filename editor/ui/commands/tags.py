"""The command that shows the blog's tags, and renames and merges them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from editor.blog.tags import Retagging, count_tags, plan_retagging
from editor.messages import words
from editor.translation import ntr, tr
from editor.ui.commands.blog_edits import offer
from editor.ui.commands.command import Command
from editor.ui.dialogs.blog_edit_dialog import Proposal
from editor.ui.dialogs.questions import say
from editor.ui.dialogs.tags_dialog import TagsDialog

if TYPE_CHECKING:
    from editor.ui.commands.command import Desk

_KEY: Final = "tags"


def tag_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command on tags."""
    return (
        Command(
            "blog.tags",
            tr("Tags…"),
            partial(_show, desk),
            "Ctrl+Alt+G",
            lambda: desk.workspace.blog is not None,
        ),
    )


def _show(desk: Desk) -> None:
    desk.front_matter.finish_editing()
    dialog = TagsDialog(desk.window)
    refresh = partial(_refresh, desk, dialog)
    refresh()
    dialog.rename_requested.connect(partial(_plan, desk))
    dialog.articles_requested.connect(partial(_list_articles, desk, dialog))
    desk.index.listing_changed.connect(refresh)
    dialog.exec()
    desk.index.listing_changed.disconnect(refresh)
    dialog.deleteLater()


def _refresh(desk: Desk, dialog: TagsDialog, _: object = None) -> None:
    dialog.show_tags(count_tags(summary.tags for summary in desk.index.summaries))


def _list_articles(desk: Desk, dialog: TagsDialog, tag: str) -> None:
    desk.library.show_tag(tag)
    dialog.accept()


def _plan(desk: Desk, old: tuple[str, ...], new: str) -> None:
    paths = [summary.path for summary in desk.index.summaries if not set(old).isdisjoint(summary.tags)]
    blog = desk.workspace.blog
    takes_json = blog is not None and blog.takes_json
    plan = partial(plan_retagging, takes_json=takes_json)
    work = partial(plan, paths, desk.blog_edits.reader(), old, new)
    desk.background.run(_KEY, work, partial(_offer, desk, old, new), partial(_fail, desk))


def _offer(desk: Desk, old: tuple[str, ...], new: str, found: Retagging) -> None:
    note = _note(found)
    if not found.edit:
        say(desk.window, tr("No article was changed."), note)
        return
    names = ", ".join(tr("“{name}”").format(name=tag) for tag in old)
    if not new:
        title = tr("Take away {tags}").format(tags=names)
        verb = tr("Take away")
    else:
        is_merge = len(old) > 1
        title = (tr("Merge {tags} into “{name}”") if is_merge else tr("Rename {tags} to “{name}”")).format(
            tags=names, name=new
        )
        verb = tr("Merge") if is_merge else tr("Rename")
    count = len(found.edit.edits)
    summary = ntr("{title} in {count} article", "{title} in {count} articles", count)
    proposal = Proposal(tr("Tags"), summary.format(title=title, count=count), verb, note)
    offer(desk, found.edit, proposal, title)


def _fail(desk: Desk, error: Exception) -> None:
    say(desk.window, tr("No article was changed."), words(error))


def _note(found: Retagging) -> str:
    """Answer in words which articles stay as they are."""
    told = []
    if found.refused:
        names = ", ".join(path.name for path in found.refused)
        told.append(tr("Change the tags of {names} by hand.").format(names=names))
    if found.unread:
        names = ", ".join(path.name for path in found.unread)
        told.append(
            ntr("{names} cannot be read.", "{names} cannot be read.", len(found.unread)).format(names=names)
        )
    return "\n".join(told)
