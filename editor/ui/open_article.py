"""One article that is open: its two documents, and the file they came from."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from editor.article.files import read_file, write_file
from editor.article.front_matter import (
    FrontMatter,
    Parts,
    move_key,
    read,
    remove_key,
    set_raw,
    set_value,
    split,
)
from editor.article.journal.entries import Texts
from editor.article.journal.journal import Original
from editor.article.source import EMPTY, Source, decode, encode
from editor.blog.blog import Blog, find_blog
from editor.text import change
from editor.text.differences import edits_between
from editor.ui.documents import apply_edits, raw_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.article.values import Value
    from editor.text.change import Edit
    from editor.text.dialects import Dialect

LARGEST: Final = 2_000_000
"""Characters; a larger text is plain: without colours, form, preview and counts, which cost in proportion."""
_FENCES: Final = ("---", "+++", "{")
_NUMBERS: Final = count()


class OpenArticle(QObject):
    """An article's front matter (head) and body as Qt documents; together they are the file's text."""

    head_changed = Signal()
    body_changed = Signal()
    body_lines_changed = Signal(int, int, int)
    """first, before, now: from the first line (from 0) on there were so many lines, and are so many now."""
    modified_changed = Signal(bool)
    path_changed = Signal()
    outside_text_announced = Signal()
    outside_text_taken = Signal()
    dialect_changed = Signal()

    def __init__(self, path: Path | None, blog: Blog, parent: QObject | None = None) -> None:
        """Read path, or begin a new article where it is None.

        Raises what article.files.read_file and article.source.decode raise.
        """
        super().__init__(parent)
        self.path = path
        self.blog = blog
        self.chosen_dialect: Dialect | None = None
        """The Markdown that the writer chose for the blog; None: as the blog says."""
        self.number = next(_NUMBERS)
        # What its file held when it was read or written last: the base of what the writer made of it.
        self.data: bytes | None = None
        self.source: Source = EMPTY
        self._last_key = ""
        self._begun_text = ""
        self.head = QTextDocument(self)
        self.head.setDocumentLayout(QPlainTextDocumentLayout(self.head))
        self.body = QTextDocument(self)
        if path is not None:
            self.data = read_file(path)
            self.source = decode(self.data)
        self.is_large = len(self.source.text) > LARGEST
        self._fill()
        self._body_lines = self.body.blockCount()
        self._began_with_fence = _begins_with_fence(self.body)
        self.head.contentsChanged.connect(self._announce_head)
        self.body.contentsChange.connect(self._announce_body)
        for document in (self.head, self.body):
            document.modificationChanged.connect(self._announce_modified)

    def text(self) -> str:
        """Answer the text of the whole file, lines ended by a line feed."""
        return texts_of(self).joined

    def body_text(self) -> str:
        """Answer the Markdown text below the front matter."""
        return raw_text(self.body)

    def front_matter(self) -> FrontMatter:
        """Answer the front matter as it stands now."""
        if self.is_large:
            return read("")
        return read(raw_text(self.head) or raw_text(self.body), takes_json=self.blog.takes_json)

    def has_body_apart(self) -> bool:
        """Whether the body's document is what Astro renders: it holds no front matter, and no end of one."""
        head = raw_text(self.head)
        return split(head) == Parts(head, "") if head else not self._began_with_fence

    @property
    def dialect(self) -> Dialect:
        """Whose Markdown the body is read as."""
        return self.chosen_dialect or self.blog.dialect

    def choose_dialect(self, dialect: Dialect | None) -> None:
        """Have the body read in dialect, or where it is None as the blog says."""
        if dialect != self.chosen_dialect:
            self.chosen_dialect = dialect
            self.dialect_changed.emit()

    def is_modified(self) -> bool:
        """Whether the writer changed something since the article was read or saved."""
        return self.head.isModified() or self.body.isModified()

    def set_field(self, key: str, value: Value, order: Sequence[str] = (), *, quote: str = "") -> None:
        """Give a key of the front matter a value; typing in one field is one undo step.

        A new key stands as in order, and a first string is written in quote.
        Raises article.faults.RefusedEdit.
        """
        document = self._fields_document()
        text = raw_text(document)
        # Written from where the writer began: a word and a space need quotes that two words do not.
        begun = self._begun_text if key == self._last_key else text
        edits = set_value(begun, key, value, order, quote=quote)
        edit = change.difference(text, change.apply_edits(begun, edits))
        if edit is not None:
            self._edit(document, (edit,), key)
            self._begun_text = begun

    def set_field_source(self, key: str, source: str, order: Sequence[str] = ()) -> None:
        """Give a key of the front matter a value by its source, such as YAML; a new key stands as in order.

        Raises article.faults.RefusedEdit.
        """
        document = self._fields_document()
        self._edit(document, set_raw(raw_text(document), key, source, order))

    def remove_field(self, key: str) -> None:
        """Take a key out of the front matter.

        Raises article.faults.RefusedEdit.
        """
        document = self._fields_document()
        self._edit(document, remove_key(raw_text(document), key))

    def move_field(self, key: str, before: str | None) -> None:
        """Move a key of the front matter before another one, or to its end.

        Raises article.faults.RefusedEdit.
        """
        document = self._fields_document()
        self._edit(document, move_key(raw_text(document), key, before))

    def apply_edits(self, edits: tuple[Edit, ...]) -> None:
        """Make edits of the file's whole text; the front matter may end elsewhere after them."""
        text = change.apply_edits(self.text(), edits)
        self._put(Parts("", text) if self.head.isEmpty() else split(text, takes_json=self.blog.takes_json))

    def take_outside(self, source: Source, text: str) -> None:
        """Take source, which another program put into the file, as the base, and put text into the documents.

        Only what differs is touched, as one step to undo; the article is modified where text is not source's.
        """
        self.outside_text_announced.emit()
        self.source, self.data = source, source.data
        self._put(Parts("", text) if self.is_large else split(text, takes_json=self.blog.takes_json))
        for document in (self.head, self.body):
            document.setModified(text != source.text)
        self.outside_text_taken.emit()

    def lose_file(self) -> None:
        """Take note that its file is gone: all of its text is what the writer alone has now."""
        self.data = None
        self.body.setModified(True)

    def move_to(self, path: Path) -> None:
        """Take note that its file lies at path now."""
        self.path, self.blog = path, find_blog(path)
        self.path_changed.emit()

    def restore(self, text: str) -> None:
        """Put a rescued text in the place of the whole, as one step to undo in each document."""
        self._put(Parts("", text) if self.is_large else split(text, takes_json=self.blog.takes_json))

    def save(self, path: Path, *, replace: bool = False) -> bool:
        """Write what the writer changed to path; answer whether there was anything to write.

        With replace, what path holds by now is overwritten. At another path it belongs to the blog there.
        Raises what article.files.write_file raises; the article then stays as it is, modified.
        """
        data = encode(self.source, self.text())
        expected = self.data if path == self.path else None
        if replace:
            expected = read_file(path) if path.exists() else None
        written = data != expected
        if written:
            write_file(path, data, expected)
        self.data, self.source = data, decode(data)
        self._last_key = ""
        if path != self.path:
            self.move_to(path)
        self.head.setModified(False)
        self.body.setModified(False)
        return written

    def _fill(self) -> None:
        text = self.source.text
        parts = Parts("", text) if self.is_large else split(text, takes_json=self.blog.takes_json)
        self.is_glued = _is_glued(parts)
        if self.is_large:
            self.body.setDocumentLayout(QPlainTextDocumentLayout(self.body))
        for document, part in ((self.head, parts.head), (self.body, parts.body)):
            document.setUndoRedoEnabled(False)
            document.setPlainText(part)
            document.setUndoRedoEnabled(True)
            document.setModified(False)

    def _put(self, parts: Parts) -> None:
        """Have the documents hold parts, by edits of what differs."""
        self.is_glued = _is_glued(parts)
        for document, part in ((self.head, parts.head), (self.body, parts.body)):
            self._edit(document, edits_between(raw_text(document), part))

    def _fields_document(self) -> QTextDocument:
        """Answer where the front matter stands: in the body, if the writer wrote it there."""
        is_in_body = self.head.isEmpty() and bool(
            split(raw_text(self.body), takes_json=self.blog.takes_json).head
        )
        return self.body if is_in_body else self.head

    def _edit(self, document: QTextDocument, edits: tuple[Edit, ...], key: str = "") -> None:
        # One field typed letter by letter is one step to undo; a step undone is not joined to.
        join = bool(key) and key == self._last_key and document.isUndoAvailable()
        apply_edits(document, edits, join=join)
        self._last_key = key

    def _announce_head(self) -> None:
        self._last_key = ""
        self.head_changed.emit()

    def _announce_body(self, position: int, _removed: int, added: int) -> None:
        self._last_key = ""
        before, self._body_lines = self._body_lines, self.body.blockCount()
        first = self.body.findBlock(position).blockNumber()
        # Qt may tell of more than there is: what a change of all formats, or of the whole text, comes to.
        last = self.body.findBlock(min(position + added, self.body.characterCount() - 1)).blockNumber()
        now = last - first + 1
        self.body_lines_changed.emit(first, now + before - self._body_lines, now)
        self.body_changed.emit()
        # Without a head the text may begin with one that is not closed, or not yet.
        if self.head.isEmpty() and not self.is_large:
            began_with_fence = self._began_with_fence
            self._began_with_fence = _begins_with_fence(self.body)
            if began_with_fence or self._began_with_fence:
                self.head_changed.emit()

    def _announce_modified(self) -> None:
        self.modified_changed.emit(self.is_modified())


def texts_of(article: OpenArticle) -> Texts:
    """Answer the texts of both documents, as a journal keeps them."""
    return Texts(raw_text(article.head), raw_text(article.body), article.is_glued)


def original_of(article: OpenArticle) -> Original:
    """Answer an article's file and what it held when it was read or saved last, as a journal names it."""
    return Original(article.path, article.data)


def is_untouched(article: OpenArticle) -> bool:
    """Whether an article is a new one in which nothing was written."""
    return article.path is None and not article.is_modified()


def _is_glued(parts: Parts) -> bool:
    """Whether the body begins on the line of the fence."""
    return bool(parts.head and parts.body) and not parts.head.endswith("\n")


def _begins_with_fence(document: QTextDocument) -> bool:
    block = document.begin()
    while block.isValid() and not block.text().strip("\ufeff \t"):
        block = block.next()
    return block.isValid() and block.text().startswith(_FENCES)
