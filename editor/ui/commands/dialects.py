"""Commands that choose how the Markdown of the article's blog is read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.messages import dialect_name
from editor.session import with_dialect
from editor.text.dialects import DIALECTS
from editor.translation import tr
from editor.ui.commands.command import Command, Desk

if TYPE_CHECKING:
    from editor.text.dialects import Dialect


def dialect_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the menu of dialects: as the blog says, and each dialect."""

    def choice(verb: str, title: str, dialect: Dialect | None) -> Command:
        run, checked = partial(_choose, desk, dialect), partial(_is_chosen, desk, dialect)
        return Command(f"dialect.{verb}", title, run, "", desk.has_article, checked)

    return (
        choice("as_blog", tr("Markdown as the blog says"), None),
        *(choice(dialect.replace("-", "_"), dialect_name(dialect), dialect) for dialect in DIALECTS),
    )


def _choose(desk: Desk, dialect: Dialect | None) -> None:
    session = with_dialect(desk.choices.session, str(desk.current().blog.root), dialect or "")
    desk.choices.set_session(session)


def _is_chosen(desk: Desk, dialect: Dialect | None) -> bool:
    return desk.has_article() and desk.current().chosen_dialect == dialect
