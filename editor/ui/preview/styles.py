"""The style of the preview's page: built in, the blog's own or a file's; light or dark."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.article.files import FileError
from editor.blog.blog import Blog, find_blog
from editor.blog.site_styles import site_style
from editor.paths import RESOURCES
from editor.rendering.page import Paint, page_style
from editor.translation import tr
from editor.ui.file_watch import FileWatch, Stamp, stamps_of
from editor.ui.preview.addresses import file_address
from editor.ui.theme import THEMES, load_theme, system_theme_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.ui.background import Background
    from editor.ui.open_article import OpenArticle
    from editor.ui.preview.view import PreviewView
    from editor.ui.theme import Theme
    from editor.ui.workspace import Workspace

STYLES: Final = ("reading", "blog", "file")
"""The built-in reading style, the global style sheet of the blog, a file that the writer picked."""
PAINTS: Final = ("window", "system", "light", "dark")
"""Light or dark as the window, as the system, or always."""
_KEY: Final = "preview.style"


@dataclass(frozen=True, slots=True)
class StyleSource:
    """Where a page's style comes from: the sheet's file and blog, None for the built-in style."""

    file: Path | None
    blog: Blog | None = None
    shown_in: Blog | None = None
    """The blog whose files the page may show."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The text of a page's style, empty for the built-in one; what is to be said of it; its files' states."""

    css: str = ""
    note: str = ""
    stamps: Mapping[Path, Stamp] = field(default_factory=dict)


def style_source(style: str, file: str, blog: Blog | None) -> StyleSource:
    """Answer where the style comes from that the writer chose, for an article of blog.

    A blog without a global style sheet has the built-in style.
    """
    if style == "file" and file:
        path = Path(file)
        return StyleSource(path, find_blog(path), blog)
    if style == "blog" and blog is not None and blog.site_styles:
        return StyleSource(blog.site_styles[0], blog, blog)
    return StyleSource(None)


def read_style(source: StyleSource, paint: Paint) -> PageStyle:
    """Answer the style of a page in paint, read from source."""
    if source.file is None or source.blog is None:
        return PageStyle()
    stamps = stamps_of((source.file,))
    root = source.shown_in.root if source.shown_in is not None else None
    try:
        style = site_style(source.file, source.blog, partial(_address, root))
    except FileError:
        note = tr("“{name}” cannot be read: the page has the built-in style.").format(name=source.file.name)
        return PageStyle("", note, stamps)
    left_out = tr("Not in the style of the page: {names}").format(names=", ".join(style.left_out))
    note = left_out if style.left_out else ""
    return PageStyle(page_style(style.css, RESOURCES, paint), note, stamps_of(style.files) | stamps)


def _address(root: Path | None, file: Path) -> str | None:
    return file_address(file, root) if root is not None else None


class PageStyles(QObject):
    """Gives the preview's page the style that the writer chose, and follows its files on the disk."""

    noted = Signal(str)

    def __init__(
        self, workspace: Workspace, background: Background, view: PreviewView, window_theme: Theme
    ) -> None:
        super().__init__(view)
        self._background = background
        self._view = view
        self._window_theme = window_theme
        self._article: OpenArticle | None = None
        self._style, self._file, self._paint = STYLES[0], "", PAINTS[0]
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._read)
        workspace.current_changed.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._show_paint)

    def choose(self, style: str, file: str, paint: str) -> None:
        """Show pages in style (one of STYLES; file is the sheet's where it is that) and paint (of PAINTS)."""
        if (style, file, paint) != (self._style, self._file, self._paint):
            self._style, self._file, self._paint = style, file, paint
            self._show_paint()

    def set_theme(self, theme: Theme) -> None:
        """Follow the window, whose theme this is."""
        self._window_theme = theme
        self._show_paint()

    def theme(self) -> Theme:
        """Answer the theme that the page is shown in."""
        if self._paint in THEMES:
            return load_theme(self._paint)
        return load_theme(system_theme_name()) if self._paint == "system" else self._window_theme

    def _show_paint(self) -> None:
        self._view.set_theme(self.theme())
        self._read()

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.path_changed.disconnect(self._read)
        self._article = article
        if article is not None:
            article.path_changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        blog = self._article.blog if self._article is not None else None
        source = style_source(self._style, self._file, blog)
        work = partial(read_style, source, "dark" if self.theme().dark else "light")
        if source.file is None:
            self._background.cancel(_KEY)
            self._show(work())
        else:
            self._background.run(_KEY, work, self._show, self._give_up)

    def _show(self, style: PageStyle) -> None:
        self._watch.watch(style.stamps)
        self._view.hold("setStyle", style.css)
        self.noted.emit(style.note)

    def _give_up(self, error: Exception) -> None:
        self._show(PageStyle())
        raise error
