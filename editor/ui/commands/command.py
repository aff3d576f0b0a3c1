"""What a command is, and the desk it works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.session import Session
from editor.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from editor.ui.background import Background
    from editor.ui.blog_edits import BlogEdits
    from editor.ui.blog_index import BlogIndex
    from editor.ui.brought_images import BroughtImages
    from editor.ui.front_matter.pane import FrontMatterPane
    from editor.ui.histories import Histories
    from editor.ui.library.library_pane import LibraryPane
    from editor.ui.open_article import OpenArticle
    from editor.ui.outside_changes import OutsideChanges
    from editor.ui.preview.feed import PreviewFeed
    from editor.ui.preview.view import PreviewView
    from editor.ui.problems.feed import ProblemsFeed
    from editor.ui.problems.pane import ProblemsPane
    from editor.ui.workspace import Workspace
    from editor.ui.writing.find_bar import FindBar
    from editor.ui.writing.markdown_view import MarkdownView


class Choices(QObject):
    """The user's settings and the session, and that they changed."""

    settings_changed = Signal(Settings)
    session_changed = Signal(Session)

    def __init__(self, settings: Settings, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.session = session

    def set_settings(self, settings: Settings) -> None:
        """Take new settings."""
        self.settings = settings
        self.settings_changed.emit(settings)

    def set_session(self, session: Session) -> None:
        """Take a new session."""
        self.session = session
        self.session_changed.emit(session)


@dataclass(frozen=True, slots=True)
class WholeBlog:
    """What works on all articles of the blog: changes of several of them, and their index."""

    edits: BlogEdits
    index: BlogIndex


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a command may work on."""

    window: QMainWindow
    workspace: Workspace
    background: Background
    choices: Choices
    writing: MarkdownView
    find_bar: FindBar
    front_matter: FrontMatterPane
    library: LibraryPane
    preview: PreviewView
    feed: PreviewFeed
    outside: OutsideChanges
    histories: Histories
    index: BlogIndex
    blog_edits: BlogEdits
    brought: BroughtImages
    problems: ProblemsPane
    problems_feed: ProblemsFeed

    def current(self) -> OpenArticle:
        """Answer the current article; for commands that are available only with one.

        Raises LookupError where there is none.
        """
        article = self.workspace.current
        if article is None:
            raise LookupError
        return article

    def has_article(self) -> bool:
        """Whether an article is open."""
        return self.workspace.current is not None

    def has_page(self) -> bool:
        """Whether an article is open that is not too large for form, preview and commands on its text."""
        return self.workspace.current is not None and not self.workspace.current.is_large


def always() -> bool:
    """Answer that a command is available whatever is open."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the writer can ask for.

    The id is area.verb; the title is worded already; the shortcut is written as Qt's portable text.
    """

    id: str
    title: str
    run: Callable[[], object]
    shortcut: str = ""
    available: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    icon: str = ""
