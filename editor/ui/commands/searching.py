"""Commands that look for words in all articles of the blog, and the order of their list."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from editor.article.front_matter import split
from editor.index.arranging import arrangement_of, words_of
from editor.index.passages import found_again
from editor.text.change import Selection
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.documents import raw_text

if TYPE_CHECKING:
    from editor.index.arranging import Arrangement
    from editor.index.database import Hit


def search_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command that searches; from now on what is found is opened, and the list's order kept."""
    page = desk.library.list_page
    page.show_arrangement(arrangement_of(desk.choices.session.library_view))
    page.arrangement_changed.connect(partial(_keep, desk))
    desk.problems_feed.blog_checked.connect(page.show_troubled)
    desk.workspace.blog_changed.connect(partial(_check, desk))
    desk.library.search_page.hit_activated.connect(partial(open_hit, desk))
    return (
        Command(
            "blog.search",
            tr("Search all articles…"),
            partial(_search, desk),
            "Ctrl+Shift+F",
            lambda: desk.workspace.blog is not None,
        ),
    )


def open_hit(desk: Desk, hit: Hit) -> None:
    """Open the article of a hit, and select there what was found."""
    article = desk.workspace.open_file(hit.path)
    if article is None or article.is_large:
        return
    text = article.text()
    head = split(text, takes_json=article.blog.takes_json).head
    part, before = (text[len(head) :], len(head)) if hit.is_in_body else (head, 0)
    place = found_again(part, hit.passage)
    if place is None:
        desk.writing.setFocus()
        return
    # The documents part the text where the front matter ended when the file was read.
    start, end = place[0] + before, place[1] + before
    length = len(raw_text(article.head))
    if start >= length:
        desk.writing.lead_to(Selection(start - length, end - length))
    else:
        desk.front_matter.set_folded(folded=False)
        desk.front_matter.show_text(shown=True)
        desk.front_matter.head_text.select(Selection(start, end))


def _search(desk: Desk) -> None:
    session = desk.choices.session
    if not session.library_shown:
        desk.choices.set_session(dataclasses.replace(session, library_shown=True))
    desk.library.focus_search()


def _keep(desk: Desk, how: Arrangement) -> None:
    desk.choices.set_session(dataclasses.replace(desk.choices.session, library_view=words_of(how)))
    _check(desk)


def _check(desk: Desk, _: object = None) -> None:
    """Look for the articles with problems where those are what is listed."""
    if arrangement_of(desk.choices.session.library_view).state == "problem":
        desk.problems_feed.check_blog(desk.blog_edits.reader())
