"""Builds every part of the window once, and runs it."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.article.files import FileError, read_file, write_file
from editor.article.history.store import History
from editor.session import Session
from editor.settings import Settings, read_settings
from editor.stored import read_stored, stored_text
from editor.translation import use_language
from editor.ui.autosave import Autosave
from editor.ui.background import Background
from editor.ui.blog_edits import BlogEdits
from editor.ui.blog_index import BlogIndex
from editor.ui.commands.blog_edits import offer_cut_off
from editor.ui.commands.command import Choices, WholeBlog
from editor.ui.commands.rescue import offer_rescued
from editor.ui.dialogs.unexpected import UnexpectedErrors
from editor.ui.file_locks import FileLocks
from editor.ui.histories import Histories
from editor.ui.icons import program_icon
from editor.ui.instance import Instance
from editor.ui.journals import Journals
from editor.ui.main_window import MainWindow
from editor.ui.preview.engine import prepare_engine
from editor.ui.theme import Theme, load_theme, palette_of, style_sheet, system_theme_name
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.paths import Paths

_log = logging.getLogger(__name__)
_SETTINGS: Final = "settings.json"
_SESSION: Final = "session.json"
_JOURNALS: Final = "journal"
_LOCKS: Final = "locks"
_HISTORY: Final = "history"
_CUT_OFF: Final = "blog-edit"


class Program:
    """The application's one window, made of the user's settings and session."""

    def __init__(self, application: QApplication, paths: Paths) -> None:
        """Build every part; the engine was prepared before application was made."""
        self._application = application
        self._paths = paths
        settings = _stored_settings(paths)
        _use_language(settings.language, application)
        self.choices = Choices(settings, read_stored(Session, _text(paths.state / _SESSION)))
        self._background = Background()
        self.workspace = Workspace(locks=FileLocks(paths.runtime / _LOCKS))
        self.journals = Journals(self.workspace, paths.state / _JOURNALS)
        self._autosave = Autosave(self.workspace)
        self._theme = load_theme(_theme_name(settings))
        _dress(application, self._theme)
        self._histories = Histories(self.workspace, History(paths.state / _HISTORY))
        place = paths.state / _CUT_OFF
        self._edits = BlogEdits(self.workspace, self._background, self._histories, place)
        self._index = BlogIndex(self.workspace, paths.cache)
        whole = WholeBlog(self._edits, self._index)
        self.window = MainWindow(self.workspace, self._background, self.choices, self._theme, whole)
        self.errors = UnexpectedErrors(self.window, self.journals.flush)
        self._connect()

    def open(self, targets: Sequence[Path]) -> None:
        """Show the window with targets; without any, with what was open last time."""
        session = self.choices.session
        self.window.restore(session)
        self.window.show()
        offer_rescued(self.window.desk, self.journals, self._paths.state / _JOURNALS, self._theme)
        offer_cut_off(self.window.desk, self._paths.state / _CUT_OFF)
        if not targets:
            targets = _last_targets(session)
        for target in targets:
            self.window.open_path(target)

    def take(self, targets: Sequence[Path]) -> None:
        """Open what another start of the program was to open, and come forward."""
        for target in targets:
            self.window.open_path(target)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Take everything down, once the window is closed."""
        self.journals.finish()
        self._histories.finish()
        self._index.finish()
        self._background.finish()
        self._application.styleHints().colorSchemeChanged.disconnect(self._show_theme)
        followers = (self._edits, self._autosave, self._histories, self._index, self.journals)
        parts = (self.window, *followers, self.workspace, self._background, self.choices)
        for part in parts:
            part.deleteLater()
        # They go while the application still lives: the engine wants its pages gone before their profile.
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _connect(self) -> None:
        self.choices.settings_changed.connect(self._keep_settings)
        self.choices.session_changed.connect(self._keep_session)
        self.window.closed.connect(self.journals.give_up)
        self.window.typing_feed.typed.connect(self.journals.note)
        self.window.status_feed.follow_autosave(self._autosave)
        self.window.status_feed.follow_journals(self.journals)
        self._autosave.set_mode(self.choices.settings.autosave, self.choices.settings.autosave_pause)
        self._application.styleHints().colorSchemeChanged.connect(self._show_theme)

    def _keep_settings(self, settings: Settings) -> None:
        _keep(self._paths.settings / _SETTINGS, stored_text(settings))
        self._autosave.set_mode(settings.autosave, settings.autosave_pause)
        self._show_theme()

    def _keep_session(self, session: Session) -> None:
        _keep(self._paths.state / _SESSION, stored_text(session))

    def _show_theme(self) -> None:
        theme = load_theme(_theme_name(self.choices.settings))
        if theme.name != self._theme.name:
            self._theme = theme
            _dress(self._application, theme)
            self.window.set_theme(theme)


def run_window(paths: Paths, targets: Sequence[Path]) -> int:
    """Open the window with targets (files or folders; none: as last time) and run until it is closed.

    Where the program runs already with this profile, its window takes them.
    """
    instance = Instance(paths.runtime, paths.state)
    if instance.hand_over(targets):
        return 0
    prepare_engine(_stored_settings(paths).graphics)
    application = _application()
    program = Program(application, paths)
    instance.targets_received.connect(program.take)
    instance.listen()
    # Qt would only print what goes wrong while it runs.
    with program.errors.told():
        program.open(targets)
        code = application.exec()
    instance.close()
    program.close()
    return code


def _application() -> QApplication:
    application = QApplication(sys.argv[:1])
    application.setApplicationName("article-editor")
    application.setApplicationDisplayName("Article Editor")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("article-editor")
    application.setWindowIcon(program_icon())
    # One style on every system: the theme's style sheet is made for it.
    application.setStyle("Fusion")
    return application


def _use_language(choice: str, application: QApplication) -> None:
    language = QLocale.system().name() if choice == "system" else choice
    use_language(language)
    if choice != "system":
        QLocale.setDefault(QLocale(choice))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        application.installTranslator(translator)


def _theme_name(settings: Settings) -> str:
    return system_theme_name() if settings.theme == "system" else settings.theme


def _dress(application: QApplication, theme: Theme) -> None:
    application.setPalette(palette_of(theme))
    application.setStyleSheet(style_sheet(theme))


def _last_targets(session: Session) -> tuple[Path, ...]:
    names = (session.folder, *session.open_files, session.current_file)
    return tuple(path for path in (Path(name) for name in names if name) if path.exists())


def _stored_settings(paths: Paths) -> Settings:
    return read_settings(_text(paths.settings / _SETTINGS))


def _text(path: Path) -> str:
    try:
        return read_file(path).decode("utf-8", "replace")
    except FileError:
        return ""


def _keep(path: Path, text: str) -> None:
    # A profile that cannot be written costs the settings, never the writer's work.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode(), read_file(path) if path.exists() else None)
    except (OSError, FileError) as error:
        _log.warning("not kept: %s", error)
