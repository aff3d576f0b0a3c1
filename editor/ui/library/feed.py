"""Keeps the list of articles true to the index, and the search too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from editor.ui.blog_index import BlogIndex
    from editor.ui.library.library_pane import LibraryPane
    from editor.ui.workspace import Workspace


class LibraryFeed(QObject):
    """Shows what the index tells, and asks it what the writer looks for."""

    def __init__(self, workspace: Workspace, index: BlogIndex, pane: LibraryPane) -> None:
        super().__init__(pane)
        page, search = pane.list_page, pane.search_page
        workspace.blog_changed.connect(lambda blog: pane.set_title(blog.root.name))
        index.listing_changed.connect(page.show_summaries)
        index.state_changed.connect(page.reading.show_state)
        page.reading.stop_requested.connect(index.stop_reading)
        page.reading.reading_requested.connect(index.refresh)
        search.search_requested.connect(index.search)
        search.more_requested.connect(index.ask_for_hits)
        index.results_changed.connect(search.show_results)
        index.hits_came.connect(search.add_hits)
