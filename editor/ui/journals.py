"""Has every change of the open articles kept in the user's state folder until their files hold it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from editor.article.journal.entries import Splice, Texts, Unfinished
from editor.article.journal.writer import Closed, JournalWriter, Opened, Outcome, Rested, Settled
from editor.ui.background import Background
from editor.ui.open_article import original_of, texts_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QTextDocument

    from editor.article.files import FileError
    from editor.article.journal.writer import Event
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace

_KEY: Final = "journals"
_PATIENCE_MS: Final = 5000
"""After which it is tried again to write what could not be written."""


class Journals(QObject):
    """Tells the writer of journals what happens to the articles; a key press costs what it changes."""

    state_changed = Signal(object)
    """What keeps the text from being kept (a FileError); None once it is kept again."""
    _written = Signal(object)

    def __init__(self, workspace: Workspace, root: Path, parent: QObject | None = None) -> None:
        """Keep the journals in a folder of root."""
        super().__init__(parent)
        self._workspace = workspace
        self._writer = JournalWriter(root)
        # Threads of its own: the text must not wait for other work.
        self._background = Background(self)
        self._error: FileError | None = None
        self._is_finished = False
        self._again = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._again.timeout.connect(self._try_again)
        self._written.connect(self._take)
        workspace.article_opened.connect(self._follow)
        workspace.article_closed.connect(self._close)

    def flush(self, seconds: float = 2) -> bool:
        """Wait until all that was written is on the disk, at most so long, and answer whether it is."""
        return self._writer.flush(seconds)

    def finish(self) -> None:
        """Write what is left and let go of the journals; for the end of the program."""
        self._is_finished = True
        self._again.stop()
        self._writer.flush(2)
        self._background.finish()
        self._writer.close()

    def note(self, article: OpenArticle, field: str, text: str) -> None:
        """Keep what stands in a field of the form and may not be a value yet."""
        self._put(article.number, Unfinished(field, text))

    def give_up(self) -> None:
        """Forget the changes of every open article: the writer does not want them."""
        for article in self._workspace.articles:
            self._close(article)

    def _follow(self, article: OpenArticle) -> None:
        self._put(article.number, Opened(original_of(article), texts_of(article)))
        follower = _Follower(article)
        follower.happened.connect(self._put)

    def _close(self, article: OpenArticle) -> None:
        self._put(article.number, Closed())

    def _put(self, number: int, event: Event) -> None:
        # Views that are taken down change their documents' formats once more.
        if not self._is_finished and self._writer.put(number, event):
            self._work()

    def _try_again(self) -> None:
        if self._writer.try_again():
            self._work()

    def _work(self) -> None:
        self._background.run(_KEY, partial(self._writer.work, self._written.emit), _rest)

    def _take(self, outcome: Outcome) -> None:
        for article in self._workspace.articles:
            if article.number in outcome.out_of_step:
                self._put(article.number, texts_of(article))
        if outcome.error is not None:
            self._again.start()
        if (outcome.error is None) is not (self._error is None):
            self.state_changed.emit(outcome.error)
        self._error = outcome.error


class _Follower(QObject):
    """Tells what happens to one article, in the words of the writer of journals."""

    happened = Signal(int, object)

    def __init__(self, article: OpenArticle) -> None:
        super().__init__(article)
        self._article = article
        # Without a layout, which the panes ask for sooner or later, Qt tells of no change.
        article.body.documentLayout()
        self._lengths = {document: _length(document) for document in (article.head, article.body)}
        article.head.contentsChange.connect(self._note_head)
        article.body.contentsChange.connect(self._note_body)
        article.modified_changed.connect(self._note_state)
        article.path_changed.connect(self._note_base)
        article.outside_text_taken.connect(self._note_base)

    def _note_head(self, position: int, _removed: int, added: int) -> None:
        self._note(self._article.head, position, added)

    def _note_body(self, position: int, _removed: int, added: int) -> None:
        self._note(self._article.body, position, added)

    def _note(self, document: QTextDocument, position: int, added: int) -> None:
        # What Qt says was removed and added may count the end of the last paragraph, which is no character.
        before, length = self._lengths[document], _length(document)
        self._lengths[document] = length
        added = min(added, length - position)
        removed = before - length + added
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + added, QTextCursor.MoveMode.KeepAnchor)
        inserted = cursor.selectedText().replace("\u2029", "\n")
        is_in_body = document is self._article.body
        splice = Splice(is_in_body, position, removed, inserted, length, self._article.is_glued)
        self.happened.emit(self._article.number, splice)

    def _note_state(self) -> None:
        article = self._article
        if not article.is_modified():
            self.happened.emit(article.number, Settled(original_of(article)))
        elif article.path is not None and original_of(article).data is None:  # its file was taken away
            self.happened.emit(article.number, texts_of(article))

    def _note_base(self) -> None:
        article = self._article
        if article.is_modified():
            base = Texts("", article.source.text)
            self.happened.emit(article.number, Rested(original_of(article), base))
        else:
            self.happened.emit(article.number, Settled(original_of(article)))


def _length(document: QTextDocument) -> int:
    return document.characterCount() - 1


def _rest(_: None) -> None:
    """Do nothing: what came of the work was told as it went on."""
