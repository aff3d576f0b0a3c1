"""Builds every part of the window once, and runs it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.article.files import FileError, read_file, write_file
from editor.session import Session
from editor.settings import Settings, read_settings
from editor.stored import read_stored, stored_text
from editor.translation import use_language
from editor.ui.background import Background
from editor.ui.commands.command import Choices
from editor.ui.icons import program_icon
from editor.ui.main_window import MainWindow
from editor.ui.preview.engine import choose_graphics, register_scheme, sandbox_for_root
from editor.ui.theme import Theme, load_theme, palette_of, style_sheet, system_theme_name
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.paths import Paths


class Program:
    """The application and its one window, made of the user's settings and session."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        settings = read_settings(_text(paths.settings / "settings.json"))
        session = read_stored(Session, _text(paths.state / "session.json"))
        sandbox_for_root()
        choose_graphics(settings.graphics)
        register_scheme()
        self.application = _application()
        _use_language(settings.language, self.application)
        self.choices = Choices(settings, session, self.application)
        self._background = Background(self.application)
        self.workspace = Workspace(self._background, self.application)
        self._theme = load_theme(_theme_name(settings))
        _dress(self.application, self._theme)
        self.window = MainWindow(self.workspace, self._background, self.choices, self._theme)
        self._connect()

    def open(self, targets: Sequence[Path]) -> None:
        """Show the window with targets; without any, with what was open last time."""
        session = self.choices.session
        self.window.restore(session)
        self.window.show()
        if not targets:
            targets = _last_targets(session)
        for target in targets:
            self.window.open_path(target)

    def run(self) -> int:
        """Run until the window is closed; answer the exit code."""
        code = self.application.exec()
        self._background.finish()
        return code

    def _connect(self) -> None:
        self.choices.settings_changed.connect(self._keep_settings)
        self.choices.session_changed.connect(self._keep_session)
        self.application.styleHints().colorSchemeChanged.connect(self._show_theme)
        self.application.aboutToQuit.connect(self.window.deleteLater)

    def _keep_settings(self, settings: Settings) -> None:
        _keep(self._paths.settings / "settings.json", stored_text(settings))
        self._show_theme()

    def _keep_session(self, session: Session) -> None:
        _keep(self._paths.state / "session.json", stored_text(session))

    def _show_theme(self) -> None:
        theme = load_theme(_theme_name(self.choices.settings))
        if theme.name != self._theme.name:
            self._theme = theme
            _dress(self.application, theme)
            self.window.set_theme(theme)


def run_window(paths: Paths, targets: Sequence[Path]) -> int:
    """Open the window with targets (files or folders; none: as it was last time) and run until it is closed."""
    program = Program(paths)
    program.open(targets)
    return program.run()


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


def _text(path: Path) -> str:
    try:
        return read_file(path).decode("utf-8", "replace")
    except FileError:
        return ""


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, text.encode(), read_file(path) if path.exists() else None)
