"""Keeps the form and the front matter's text true to each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.article.front_matter import RefusedEdit
from editor.blog.fields import form_fields
from editor.blog.images import resolve_image
from editor.messages import fault_words, words
from editor.ui.front_matter.words import source_tip, source_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.ui.front_matter.pane import FrontMatterPane
    from editor.ui.guides import Guides
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace


class FrontMatterFeed(QObject):
    """Follows the current article: its fields into the form, the writer's edits into its text."""

    def __init__(self, workspace: Workspace, guides: Guides, pane: FrontMatterPane) -> None:
        super().__init__(pane)
        self._guides = guides
        self._pane = pane
        self._article: OpenArticle | None = None
        self._expected: Blog | None = None
        # One reading for a burst of edits: typing in the form, an undo of many.
        self._asked = QTimer(self, singleShot=True, interval=0)
        self._asked.timeout.connect(self._read)
        workspace.current_changed.connect(self._follow)
        workspace.blog_changed.connect(self._expect)
        guides.guide_changed.connect(self._read)
        pane.value_edited.connect(self._set_value)
        pane.raw_edited.connect(self._set_source)
        pane.key_removed.connect(self._remove)
        pane.key_moved.connect(self._move)
        pane.set_image_resolver(self._image_file)

    def _image_file(self, address: str) -> Path | None:
        if self._article is None:
            return None
        return resolve_image(address, self._article.path, self._article.blog, "field")

    def make_ready(self) -> None:
        """Have the fields of a new blog's articles at hand before the first is opened.

        It is for when they are listed: both reading at once, the list would come half as fast.
        """
        blog, self._expected = self._expected, None
        if blog is not None and self._article is None:
            self._guides.follow(blog, None)

    def _expect(self, blog: Blog) -> None:
        self._expected = blog

    def _follow(self, article: OpenArticle | None) -> None:
        self._pane.finish_editing()
        if self._article is not None:
            self._article.head_changed.disconnect(self._asked.start)
            self._article.path_changed.disconnect(self._show)
        self._article = article
        if article is not None:
            article.head_changed.connect(self._asked.start)
            article.path_changed.connect(self._show)
            self._pane.show_text(False)  # noqa: FBT003 - one property, one argument
        self._show()

    def _show(self) -> None:
        """Show the article anew: fields and images may be others where its file lies now."""
        article = self._article
        self._pane.set_head_document(article.head if article else None)
        self._pane.setHidden(article is not None and article.is_large)
        if article is not None and not article.is_large:
            self._guides.follow(article.blog, article.path)
            self._read()

    def _read(self) -> None:
        article = self._article
        if article is None or article.is_large:
            return
        guide = self._guides.guide
        front_matter = article.front_matter()
        order = [entry.key for entry in front_matter.entries]
        self._pane.show_fields(form_fields(front_matter, guide), order)
        self._pane.show_source(source_words(guide), source_tip(guide))
        if front_matter.fault is None:
            self._pane.clear_fault()
        else:
            self._pane.show_fault(front_matter.fault.line, fault_words(front_matter.fault))

    def _set_value(self, key: str, value: Value) -> None:
        if self._article is not None:
            guide = self._guides.guide
            quote = next((used.quote for used in guide.usage.keys if used.key == key), "")
            self._try(key, partial(self._article.set_field, key, value, guide.key_order, quote=quote))

    def _set_source(self, key: str, source: str) -> None:
        if self._article is not None:
            order = self._guides.guide.key_order
            self._try(key, partial(self._article.set_field_source, key, source, order))

    def _remove(self, key: str) -> None:
        if self._article is not None:
            self._try(key, partial(self._article.remove_field, key))

    def _move(self, key: str, before: str | None) -> None:
        if self._article is not None:
            self._try(key, partial(self._article.move_field, key, before))

    def _try(self, key: str, edit: Callable[[], None]) -> None:
        try:
            edit()
        except RefusedEdit as error:
            self._pane.show_refusal(key, words(error))
