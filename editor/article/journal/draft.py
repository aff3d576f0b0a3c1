"""A text that is changed as its documents are: by splices, in UTF-16 code units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.journal.entries import Texts

if TYPE_CHECKING:
    from editor.article.journal.entries import Splice


class OutOfStep(Exception):  # noqa: N818 - named for what was found
    """A splice does not fit the text it is said to change."""


class Draft:
    """The text of an article's two documents; a change costs what it moves, not what the text is long."""

    def __init__(self, texts: Texts) -> None:
        self._head, self._body = (bytearray(_units(text)) for text in (texts.head, texts.body))
        self._is_glued = texts.is_glued

    def texts(self) -> Texts:
        """Answer the text as it stands."""
        head, body = (units.decode("utf-16-le", "surrogatepass") for units in (self._head, self._body))
        return Texts(head, body, self._is_glued)

    def is_changed_by(self, splice: Splice) -> bool:
        """Whether a change changes anything: Qt tells of new formats as of new text.

        Raises OutOfStep where it does not make a text of the length it names.
        """
        units, start, end, inserted = self._measured(splice)
        return units[start:end] != inserted or self._is_glued is not splice.is_glued

    def apply(self, splice: Splice) -> None:
        """Make one change.

        Raises OutOfStep where it does not make a text of the length it names; the text is then as it was.
        """
        units, start, end, inserted = self._measured(splice)
        units[start:end] = inserted
        self._is_glued = splice.is_glued

    def _measured(self, splice: Splice) -> tuple[bytearray, int, int, bytes]:
        units = self._body if splice.is_in_body else self._head
        start, end = 2 * splice.position, 2 * (splice.position + splice.removed)
        inserted = _units(splice.inserted)
        if not start <= end <= len(units) or len(units) - (end - start) + len(inserted) != 2 * splice.length:
            raise OutOfStep
        return units, start, end, inserted


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
