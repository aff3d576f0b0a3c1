"""Completion of links: while an address is typed, what it may be stands in a list at the caret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from editor.article.files import FileError
from editor.article.source import NotText
from editor.blog.article_links import all_links
from editor.blog.link_choices import (
    LinkChoice,
    LinkTargets,
    article_choices,
    image_choices,
    link_targets,
    matching,
    part_choices,
)
from editor.blog.links import link_target
from editor.blog.site_map import normal
from editor.export.anchors import headings_of
from editor.text.link_typing import LinkTyping, link_typing
from editor.text.positions import index_of, position_of
from editor.translation import tr
from editor.ui.commands.command import Command
from editor.ui.writing.choice_list import ChoiceList
from editor.ui.writing.surroundings import stands_in_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.article_links import BlogLinks
    from editor.blog.blog import Blog
    from editor.ui.commands.command import Desk

_CHOICES: Final = "linking.choices"
_PARTS: Final = "linking.parts"
_MOST: Final = 50
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_CHOOSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _Choices(NamedTuple):
    """What the links of one article may lead to."""

    article: Path
    targets: LinkTargets
    articles: tuple[LinkChoice, ...]
    images: tuple[LinkChoice, ...]


def linking_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command that asks for the choices; typing does so too."""
    completion = LinkCompletion(desk)
    return (
        Command("text.complete_link", tr("Complete the link"), completion.ask, "Ctrl+Space", desk.has_page),
    )


class LinkCompletion(QObject):
    """Watches what is typed, and fills in what is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._view = desk.writing
        self._list = ChoiceList(desk.writing)
        self._choices: _Choices | None = None
        self._parts: tuple[str, tuple[LinkChoice, ...]] | None = None
        """The parts of the article at an address."""
        self._shown: tuple[LinkChoice, ...] = ()
        self._declined: tuple[int, int] | None = None
        """The line and the place in it of the address for which the writer wants no choices."""
        self._list.chosen.connect(self._take)
        self._view.installEventFilter(self)
        self._view.textChanged.connect(self._follow_typing)
        self._view.cursorPositionChanged.connect(self._follow_caret)
        for changed in (desk.workspace.files_changed, desk.workspace.blog_changed):
            changed.connect(self._forget)

    def ask(self) -> None:
        """Show the choices for the address in which the caret stands."""
        self._declined = None
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list have the keys that are its own while it is shown."""
        if watched is self._view and self._list.isVisible():
            if event.type() is QEvent.Type.FocusOut:
                self._hide()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in _CHOOSING:
            self._take(self._list.currentRow())
        elif key is Qt.Key.Key_Escape:
            self._decline()
        else:
            return False
        return True

    def _follow_typing(self) -> None:
        if self._view.hasFocus():
            self._look()

    def _follow_caret(self) -> None:
        if self._list.isVisible() and self._typing() is None:
            self._hide()

    def _forget(self) -> None:
        self._choices = None
        self._hide()

    def _hide(self) -> None:
        self._parts = None
        self._list.hide()

    def _decline(self) -> None:
        typing = self._typing()
        if typing is not None:
            self._declined = (self._view.textCursor().blockNumber(), typing.start)
        self._hide()

    def _typing(self) -> LinkTyping | None:
        cursor = self._view.textCursor()
        line = cursor.block().text()
        if self._view.isReadOnly() or cursor.hasSelection() or "](" not in line:
            return None
        if stands_in_code(cursor.block()):
            return None
        return link_typing(line, index_of(line, cursor.positionInBlock()))

    def _look(self) -> None:
        """Show what the address at the caret may be, as soon as that is known."""
        typing, article, blog = self._typing(), self._desk.workspace.current, self._desk.workspace.blog
        if typing is None or article is None or article.path is None or blog is None:
            self._hide()
            return
        if self._declined == (self._view.textCursor().blockNumber(), typing.start):
            return
        self._declined = None
        place = normal(article.path)
        if self._choices is None or self._choices.article != place:
            self._load(blog, place)
        else:
            self._show(typing, self._choices)

    def _load(self, blog: Blog, article: Path) -> None:
        if not self._desk.background.is_busy(_CHOICES):
            targets = self._choices.targets if self._choices is not None else None
            read = partial(all_links, blog, self._desk.blog_edits.reader(), self._desk.background.goes_on)
            work = partial(_read_choices, article, read, targets)
            self._desk.background.run(_CHOICES, work, self._take_choices)

    def _take_choices(self, choices: _Choices) -> None:
        self._choices = choices
        if self._view.hasFocus():
            self._look()

    def _show(self, typing: LinkTyping, known: _Choices) -> None:
        address, sign, _ = typing.typed.partition("#")
        if typing.is_image:
            choices = known.images
        elif not sign:
            choices = known.articles
        elif self._parts is not None and self._parts[0] == address:
            choices = self._parts[1]
        else:
            self._load_parts(address, known)
            return
        found = matching(choices, typing.typed, _MOST)
        self._shown = found
        if not found or (len(found) == 1 and found[0].address == typing.typed):
            self._list.hide()
        else:
            self._list.show_choices([(choice.words, choice.detail) for choice in found])

    def _load_parts(self, address: str, known: _Choices) -> None:
        site = known.targets.site
        target = link_target(address, known.article, site)
        if target.kind == "article" and target.path is not None:
            read = partial(self._desk.blog_edits.reader(), target.path)
            work = partial(_read_parts, address, target.path, site.blog, read)
            self._desk.background.run(_PARTS, work, partial(self._take_parts, address))
        else:
            self._list.hide()

    def _take_parts(self, address: str, parts: tuple[LinkChoice, ...]) -> None:
        self._parts = (address, parts)
        self._look()

    def _take(self, row: int) -> None:
        """Write the address that is chosen, the caret behind it."""
        typing = self._typing()
        if typing is None or not 0 <= row < len(self._shown):
            return
        choice = self._shown[row]
        cursor = self._view.textCursor()
        block, line = cursor.block(), cursor.block().text()
        is_closed = line[typing.end :].lstrip(">").startswith((")", " "))
        self._declined = (cursor.blockNumber(), typing.start)
        self._hide()
        cursor.setPosition(block.position() + position_of(line, typing.start))
        cursor.setPosition(block.position() + position_of(line, typing.end), cursor.MoveMode.KeepAnchor)
        cursor.insertText(choice.address if is_closed else f"{choice.address})")
        if not is_closed:
            cursor.movePosition(cursor.MoveOperation.Left)
        self._view.setTextCursor(cursor)
        if "#" not in choice.address:
            self._declined = None
        self._view.setFocus()


def _read_choices(article: Path, read: Callable[[], BlogLinks], targets: LinkTargets | None) -> _Choices:
    """Answer the choices for an article; targets are those of its blog, None: they are read."""
    known = targets or link_targets(read())
    return _Choices(article, known, article_choices(article, known), image_choices(article, known))


def _read_parts(address: str, path: Path, blog: Blog, read: Callable[[], Source]) -> tuple[LinkChoice, ...]:
    try:
        headings = headings_of(read().text, path, blog)
    except (FileError, NotText):
        return ()
    return part_choices(address, [(heading.text, heading.id) for heading in headings])
