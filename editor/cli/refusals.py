"""Why a command was not done, in one or two plain lines on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from editor.article.faults import RefusedEdit
from editor.article.files import FileError
from editor.article.source import NotText
from editor.export.pdf import PrintError
from editor.messages import words

if TYPE_CHECKING:
    from pathlib import Path

REFUSED: Final = 1
"""The exit code of a job that was not done."""


class Refusal(Exception):  # noqa: N818 - an answer in plain words, not a programming error
    """The job cannot be done; the argument says why."""


REFUSALS: Final = (FileError, NotText, RefusedEdit, PrintError, Refusal)


def complain(error: Exception, file: Path | None = None) -> int:
    """Say what became of the work on file, and answer the exit code."""
    reason = str(error) if isinstance(error, Refusal) else words(error, by_path=True)
    # These words name the file themselves.
    place = f"{file}: " if file is not None and not isinstance(error, FileError) else ""
    sys.stderr.write(f"article-editor: {place}{reason}\n")
    return REFUSED
