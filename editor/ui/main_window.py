"""The window: its panes, and every connection between them."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor.blog.images import PICTURE_SUFFIXES
from editor.messages import words
from editor.session import Session, chosen_dialects, with_recent_file, with_recent_folder
from editor.translation import language
from editor.ui.article_tabs import ArticleTabs, article_name
from editor.ui.brought_images import BroughtImages
from editor.ui.commands.command import Choices, Desk, WholeBlog
from editor.ui.commands.files import close_article, may_close
from editor.ui.commands.finding import go_to_line_of_body
from editor.ui.commands.following_links import open_link
from editor.ui.commands.images import choose_field_image, insert_images, insert_pasted_image, set_field_image
from editor.ui.commands.table import command_table
from editor.ui.commands.view import zoom
from editor.ui.dialogs.questions import say
from editor.ui.empty_state import EmptyState
from editor.ui.front_matter.feed import FrontMatterFeed
from editor.ui.front_matter.pane import FrontMatterPane
from editor.ui.front_matter.problem_feed import ProblemFeed
from editor.ui.front_matter.typing_feed import TypingFeed
from editor.ui.guides import Guides
from editor.ui.icons import program_icon
from editor.ui.library.feed import LibraryFeed
from editor.ui.library.library_pane import LibraryPane
from editor.ui.menus import (
    DIALECT_MENU,
    LIBRARY_MENU,
    LOOK_MENU,
    TEXT_MENU,
    Actions,
    context_menu,
    fill_menu_bar,
    make_tool_bar,
)
from editor.ui.outside_bar import OutsideBar
from editor.ui.outside_changes import OutsideChanges
from editor.ui.preview.cards import FACES, CardsFeed
from editor.ui.preview.feed import PreviewFeed
from editor.ui.preview.frame import PreviewFrame
from editor.ui.preview.styles import PageStyles
from editor.ui.preview.unshown import UnshownFeed
from editor.ui.preview.view import PreviewView
from editor.ui.problems.feed import ProblemsFeed
from editor.ui.problems.pane import ProblemsPane, counts_words
from editor.ui.recent_menu import RecentMenu
from editor.ui.scroll_sync.sync import ScrollSync
from editor.ui.status_bar import StatusBar
from editor.ui.status_feed import StatusFeed
from editor.ui.writing.feed import WritingFeed
from editor.ui.writing.find_bar import FindBar
from editor.ui.writing.large_text import LargeText
from editor.ui.writing.markdown_view import MarkdownView

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from editor.blog.blog import Blog
    from editor.settings import Settings
    from editor.ui.background import Background
    from editor.ui.blog_index import BlogIndex
    from editor.ui.open_article import OpenArticle
    from editor.ui.theme import Theme
    from editor.ui.workspace import Workspace

_PROPORTIONS: Final = (250, 640, 560)
_SIZE: Final = (1440, 900)


class MainWindow(QMainWindow):
    """Articles at the left, form and text in the middle, the page at the right."""

    closed = Signal()
    """The writer closed the window; what was not saved then is given up."""

    def __init__(
        self,
        workspace: Workspace,
        background: Background,
        choices: Choices,
        theme: Theme,
        whole: WholeBlog,
    ) -> None:
        super().__init__()
        self._choices = choices
        self._workspace = workspace
        self._library = LibraryPane(theme, self)
        self._front_matter = FrontMatterPane(background, theme, language(), self)
        self._writing = MarkdownView(theme, self)
        self._large = LargeText(self)
        self._find_bar = FindBar(self._writing, self)
        self._preview = PreviewView(theme, self)
        self._problems = ProblemsPane(theme, self)
        self._frame = PreviewFrame(self._preview, theme, self)
        self._tabs = ArticleTabs(workspace, self)
        self._empty = EmptyState(self)
        self._recent = RecentMenu(self)
        self._status = StatusBar(self)
        self._make_feeds(background, theme, whole.index)
        LibraryFeed(workspace, whole.index, background, self._library)
        panes = (self._writing, self._find_bar, self._front_matter, self._library, self._preview)
        brought = BroughtImages(workspace, background, self)
        brought.failed.connect(workspace.failed)
        edits = whole.edits
        feeds = (self._preview_feed, self._outside, edits.histories, whole.index, edits)
        problems = (self._problems, self._problems_feed)
        self.desk = Desk(self, workspace, background, choices, *panes, *feeds, brought, *problems)
        self.actions_by_id = Actions(command_table(self.desk), self)
        self._lay_out()
        self._connect()
        self._connect_panes()
        self.set_theme(theme)
        self._show_settings(choices.settings)
        self._show_session(choices.session)
        self._show_current(None)

    def _make_feeds(self, background: Background, theme: Theme, index: BlogIndex) -> None:
        workspace = self._workspace
        guides = Guides(background, self)
        form = FrontMatterFeed(workspace, guides, self._front_matter)
        index.listing_changed.connect(form.make_ready)
        self._feeds = (
            WritingFeed(workspace, self._writing, self._large),
            form,
            ProblemFeed(workspace, guides, background, self._front_matter),
        )
        self.typing_feed = TypingFeed(workspace, self._front_matter)
        # After the others: a pane that is emptied tells of its caret once more.
        self.status_feed = StatusFeed(workspace, background, self._status)
        self._preview_feed = PreviewFeed(workspace, background, self._preview)
        self._styles = PageStyles(workspace, background, self._preview, theme)
        self._problems_feed = ProblemsFeed(workspace, guides, background, self._problems, index)
        self._cards = CardsFeed(workspace, background, self._preview)
        self._unshown = UnshownFeed(workspace, self)
        self._sync = ScrollSync(workspace, self._writing, self._preview)
        self._outside = OutsideChanges(workspace, background, self)
        self._outside_bar = OutsideBar(workspace, self._outside, self)

    def set_theme(self, theme: Theme) -> None:
        """Draw every pane in the colours of theme."""
        panes = (self._library, self._front_matter, self._writing, self._frame, self._styles, self._problems)
        for pane in (*panes, self.actions_by_id):
            pane.set_theme(theme)

    def restore(self, session: Session) -> None:
        """Put window and panes where they were; a first start has a size of its own."""
        self.resize(*_SIZE)
        self._panes.setSizes(_PROPORTIONS)
        self.restoreGeometry(QByteArray.fromBase64(session.window.encode()))
        self._panes.restoreState(QByteArray.fromBase64(session.panes.encode()))

    def session(self) -> Session:
        """Answer what a next start needs to look like this window."""
        current = self._workspace.current
        blog = self._workspace.blog
        return dataclasses.replace(
            self._choices.session,
            folder=str(blog.root) if blog else "",
            open_files=tuple(str(article.path) for article in self._workspace.articles if article.path),
            current_file=str(current.path) if current and current.path else "",
            window=self.saveGeometry().toBase64().toStdString(),
            panes=self._panes.saveState().toBase64().toStdString(),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once nothing unsaved is left, or the writer gave it up."""
        if may_close(self.desk, self._workspace.articles):
            self._choices.set_session(self.session())
            self.closed.emit()
            event.accept()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this machine."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_path(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def open_path(self, path: Path) -> None:
        """Open a folder as blog, or a file as article."""
        if path.is_dir():
            self._workspace.open_folder(path)
        else:
            self._workspace.open_file(path)

    def _lay_out(self) -> None:
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        desk = QWidget(self)
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self._tabs, 0),
            (self._outside_bar, 0),
            (self._front_matter, 0),
            (self._find_bar, 0),
            (self._writing, 1),
            (self._large, 1),
        ):
            column.addWidget(widget, stretch)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self._empty)
        self._middle.addWidget(desk)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False, handleWidth=1)
        for pane, stretch in ((self._library, 0), (self._middle, 1), (self._frame, 1)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
        self._library.setMinimumWidth(170)
        self._middle.setMinimumWidth(320)
        self._frame.setMinimumWidth(240)
        self.setCentralWidget(self._panes)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._problems)
        fill_menu_bar(self.menuBar(), self.actions_by_id, self._recent)
        self.addToolBar(make_tool_bar(self.actions_by_id, self))
        faces = [self.actions_by_id.action(f"preview.{face}") for face in FACES]
        self._frame.fill_strip(faces, context_menu(self.actions_by_id, LOOK_MENU, self))
        self._status.offer_dialects(context_menu(self.actions_by_id, DIALECT_MENU, self))
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.current_changed.connect(self._show_current)
        workspace.article_opened.connect(self._follow)
        workspace.article_saved.connect(self._remember)
        workspace.blog_changed.connect(self._show_blog)
        workspace.failed.connect(lambda error: say(self, words(error)))
        self._choices.settings_changed.connect(self._show_settings)
        self._choices.session_changed.connect(self._show_session)
        for signal in (
            workspace.current_changed,
            workspace.article_saved,
            self._choices.session_changed,
            self.desk.outside.changed,
        ):
            signal.connect(self.actions_by_id.refresh)

    def _connect_panes(self) -> None:
        workspace, desk = self._workspace, self.desk
        self._library.article_activated.connect(self._open_listed)
        self._library.menu_requested.connect(lambda place: self._show_menu(LIBRARY_MENU, place))
        self._tabs.close_requested.connect(lambda article: close_article(desk, article))
        self._writing.menu_requested.connect(lambda place: self._show_menu(TEXT_MENU, place))
        self._writing.caret_moved.connect(self._status.show_caret)
        self._large.caret_moved.connect(self._status.show_caret)
        self._writing.files_dropped.connect(self._take_files)
        self._writing.image_pasted.connect(lambda image: insert_pasted_image(desk, image))
        self._writing.zoom_requested.connect(lambda steps: zoom(desk, steps))
        self._front_matter.image_requested.connect(lambda key: choose_field_image(desk, key))
        self._front_matter.image_dropped.connect(lambda key, path: set_field_image(desk, key, path))
        self._front_matter.folded_changed.connect(self._fold)
        self._front_matter.fault_activated.connect(lambda line: go_to_line_of_body(desk, line))
        self._preview.web_link_activated.connect(QDesktopServices.openUrl)
        self._preview.article_link_activated.connect(lambda address: open_link(desk, address))
        self._styles.noted.connect(self._frame.show_note)
        for part in (self._empty, self._outside_bar):
            part.command_requested.connect(lambda name: self.actions_by_id.action(name).trigger())
        self._outside_bar.command_requested.connect(self._focus_text)
        self._problems_feed.counted.connect(
            lambda found: self._status.show_problems("" if found is None else counts_words(found))
        )
        self._status.problems_clicked.connect(lambda: self.actions_by_id.action("view.problems").trigger())
        self._unshown.noted.connect(self._frame.show_unshown)
        self._empty.folder_requested.connect(workspace.open_folder)
        self._recent.file_requested.connect(workspace.open_file)
        self._recent.folder_requested.connect(workspace.open_folder)

    def _show_current(self, article: OpenArticle | None) -> None:
        self._middle.setCurrentIndex(0 if article is None else 1)
        self._library.set_current(article.path if article else None)
        self._show_name(article)
        if article is not None and article.is_large:
            self._find_bar.hide()
        self._focus_text()

    def _focus_text(self) -> None:
        article = self._workspace.current
        if article is not None:
            (self._large if article.is_large else self._writing).setFocus()

    def _follow(self, article: OpenArticle) -> None:
        article.modified_changed.connect(self._show_modified)
        article.path_changed.connect(lambda: self._remember(article))
        self._remember(article)

    def _show_name(self, article: OpenArticle | None) -> None:
        self.setWindowModified(article is not None and article.is_modified())
        name = f"{article_name(article)}[*] — " if article else ""
        self.setWindowTitle(f"{name}Article Editor")

    def _show_modified(self) -> None:
        self._show_name(self._workspace.current)
        self.actions_by_id.refresh()

    def _remember(self, article: OpenArticle) -> None:
        if article.path is not None:
            self._choices.set_session(with_recent_file(self._choices.session, str(article.path)))
        if article is self._workspace.current:
            self._show_name(article)
            self._library.set_current(article.path)

    def _show_blog(self, blog: Blog) -> None:
        self._choices.set_session(with_recent_folder(self._choices.session, str(blog.root)))

    def _show_settings(self, settings: Settings) -> None:
        self._writing.set_appearance(
            settings.font_family, settings.font_size, settings.line_height, settings.column_width
        )
        self._large.set_font(settings.font_family, settings.font_size)

    def _show_session(self, session: Session) -> None:
        self._workspace.choose_dialects(chosen_dialects(session))
        self._library.setVisible(session.library_shown)
        self._frame.setVisible(session.preview_shown)
        self._problems.setVisible(session.problems_shown)
        self._frame.set_width(session.preview_width)
        self._cards.show_face(session.preview_face)
        self._styles.choose(session.preview_style, session.preview_style_file, session.preview_paint)
        self._preview_feed.show_head(session.page_head_shown)
        self._front_matter.set_folded(session.front_matter_folded)
        self._recent.show_session(session)
        self._empty.show_folders(session.recent_folders, has_blog=self._workspace.blog is not None)

    def _fold(self, folded: bool) -> None:  # noqa: FBT001 - the signal's own argument
        session = self._choices.session
        if session.front_matter_folded != folded:
            self._choices.set_session(dataclasses.replace(session, front_matter_folded=folded))

    def _show_menu(self, layout: str, place: QPoint) -> None:
        menu = context_menu(self.actions_by_id, layout, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _take_files(self, paths: tuple[Path, ...]) -> None:
        images = tuple(path for path in paths if path.suffix.lower() in PICTURE_SUFFIXES)
        if images:
            insert_images(self.desk, images)
        for path in paths:
            if path not in images:
                self.open_path(path)

    def _open_listed(self, path: Path) -> None:
        if self._workspace.open_file(path) is not None:
            self._focus_text()
