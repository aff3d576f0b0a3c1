"""Keeps the list of articles true to the index, and the search too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.blog.collection import ArticleSummary
    from editor.index.arranging import Row
    from editor.ui.background import Background
    from editor.ui.blog_index import BlogIndex
    from editor.ui.library.library_pane import LibraryPane
    from editor.ui.workspace import Workspace

_KEY: Final = "library.rows"
_MOST_AT_ONCE: Final = 1_000
"""Articles that are put into order at once; of more the window would notice it."""


class LibraryFeed(QObject):
    """Shows what the index tells, and asks it what the writer looks for."""

    def __init__(
        self, workspace: Workspace, index: BlogIndex, background: Background, pane: LibraryPane
    ) -> None:
        super().__init__(pane)
        self._background = background
        self._page, search = pane.list_page, pane.search_page
        self._count = 0
        workspace.blog_changed.connect(lambda blog: pane.set_title(blog.root.name))
        self._page.rows_wanted.connect(self._arrange)
        index.listing_changed.connect(self._show)
        index.state_changed.connect(self._page.reading.show_state)
        self._page.reading.stop_requested.connect(index.stop_reading)
        self._page.reading.reading_requested.connect(index.refresh)
        search.search_requested.connect(index.search)
        search.more_requested.connect(index.ask_for_hits)
        index.results_changed.connect(search.show_results)
        index.hits_came.connect(search.add_hits)

    def _show(self, summaries: tuple[ArticleSummary, ...]) -> None:
        self._count = len(summaries)
        self._page.show_summaries(summaries)

    def _arrange(self, rows: Callable[[], tuple[Row, ...]]) -> None:
        if self._count <= _MOST_AT_ONCE:
            self._background.cancel(_KEY)
            self._page.show_rows(rows())
        else:
            self._background.run(_KEY, rows, self._page.show_rows)
