"""One article that is open: its two documents, and the file they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from editor.article.files import read_file, write_file
from editor.article.front_matter import FrontMatter, read, remove_key, set_raw, set_value, split
from editor.article.source import EMPTY, Source, decode, encode
from editor.ui.documents import apply_edits, raw_text

if TYPE_CHECKING:
    from pathlib import Path

    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.text.change import Edit

_FENCE_LENGTH = 3


class OpenArticle(QObject):
    """An article's front matter (head) and body as Qt documents; together they are the file's text."""

    head_changed = Signal()
    body_changed = Signal()
    modified_changed = Signal(bool)
    path_changed = Signal()

    def __init__(self, path: Path | None, blog: Blog, parent: QObject | None = None) -> None:
        """Read path, or begin a new article where it is None.

        Raises what article.files.read_file and article.source.decode raise.
        """
        super().__init__(parent)
        self.path = path
        self.blog = blog
        self._data: bytes | None = None
        self._source: Source = EMPTY
        self._last_key = ""
        self.head = QTextDocument(self)
        self.head.setDocumentLayout(QPlainTextDocumentLayout(self.head))
        self.body = QTextDocument(self)
        if path is not None:
            self._data = read_file(path)
            self._source = decode(self._data)
        self._fill()
        self.head.contentsChanged.connect(self.head_changed)
        self.body.contentsChange.connect(self._announce_body)
        for document in (self.head, self.body):
            document.modificationChanged.connect(self._announce_modified)

    def text(self) -> str:
        """Answer the text of the whole file, lines ended by a line feed."""
        head, body = raw_text(self.head), raw_text(self.body)
        joined_by_hand = bool(head and body) and not head.endswith("\n") and not self._glued
        return f"{head}\n{body}" if joined_by_hand else head + body

    def body_text(self) -> str:
        """Answer the Markdown text below the front matter."""
        return raw_text(self.body)

    def front_matter(self) -> FrontMatter:
        """Answer the front matter as it stands now."""
        head = raw_text(self.head)
        return read(head or raw_text(self.body))

    def is_modified(self) -> bool:
        """Whether the writer changed something since the article was read or saved."""
        return self.head.isModified() or self.body.isModified()

    def is_untouched(self) -> bool:
        """Whether this is a new article in which nothing was written."""
        return self.path is None and not self.is_modified()

    def set_field(self, key: str, value: Value) -> None:
        """Give a key of the front matter a value; typing in one field is one undo step.

        Raises article.faults.RefusedEdit.
        """
        self._edit_head(set_value(raw_text(self.head), key, value), key)

    def set_field_source(self, key: str, source: str) -> None:
        """Give a key of the front matter a value by its YAML text.

        Raises article.faults.RefusedEdit.
        """
        self._edit_head(set_raw(raw_text(self.head), key, source), "")

    def remove_field(self, key: str) -> None:
        """Take a key out of the front matter.

        Raises article.faults.RefusedEdit.
        """
        self._edit_head(remove_key(raw_text(self.head), key), "")

    def save(self, path: Path, *, replace: bool = False) -> bool:
        """Write what the writer changed to path; answer whether there was anything to write.

        With replace, what path holds by now is overwritten.
        Raises what article.files.write_file raises; the article then stays as it is, modified.
        """
        data = encode(self._source, self.text())
        expected = self._data if path == self.path else None
        if replace and path.exists():
            expected = read_file(path)
        written = data != expected
        if written:
            write_file(path, data, expected)
        self._data, self._source = data, decode(data)
        self._last_key = ""
        if path != self.path:
            self.path = path
            self.path_changed.emit()
        self.head.setModified(False)
        self.body.setModified(False)
        return written

    def _fill(self) -> None:
        parts = split(self._source.text)
        self._glued = bool(parts.head and parts.body) and not parts.head.endswith("\n")
        for document, text in ((self.head, parts.head), (self.body, parts.body)):
            document.setUndoRedoEnabled(False)
            document.setPlainText(text)
            document.setUndoRedoEnabled(True)
            document.setModified(False)

    def _edit_head(self, edits: tuple[Edit, ...], key: str) -> None:
        # One field typed letter by letter is one step to undo; a step undone is not joined to.
        join = bool(key) and key == self._last_key and self.head.isUndoAvailable()
        apply_edits(self.head, edits, join=join)
        self._last_key = key

    def _announce_body(self, position: int) -> None:
        self._last_key = ""
        self.body_changed.emit()
        # Without a head the text may begin with a fence that is not closed, or not yet.
        if position <= _FENCE_LENGTH and self.head.isEmpty():
            self.head_changed.emit()

    def _announce_modified(self) -> None:
        self.modified_changed.emit(self.is_modified())
