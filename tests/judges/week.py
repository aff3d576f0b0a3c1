"""A week's writing: many edits over many articles, while another program writes to their files.

Run by hand: python3 packaging/dev.py judge week [--edits COUNT] [--articles COUNT] [--seed SEED]. It needs no
display. Every line that either side wrote must be there, unless a conflict was decided against it; memory is
compared with what it was after a tenth of the edits.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from editor.article.history.store import History
from editor.text.merging import Choice, conflicts_of
from editor.ui.background import Background
from editor.ui.histories import Histories
from editor.ui.journals import Journals
from editor.ui.outside_changes import Changed, OutsideChanges
from editor.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.open_article import OpenArticle

_TOKEN: Final = re.compile(r"\b(?:ours|theirs)\d+\b")
_SITTING: Final = 400
"""Edits between opening an article and closing it."""
_PATIENCE_S: Final = 20
_PAGE: Final = 4096


@dataclass
class Writing:
    """What must be in an article: the tokens that both sides wrote and nobody decided against."""

    path: Path
    tokens: set[str] = field(default_factory=set)


class Week:
    """Two programs at work on the same articles."""

    def __init__(self, folder: Path, articles: int, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same week each time
        self.application = QApplication.instance() or QApplication(sys.argv[:1])
        self.background = Background()
        self.workspace = Workspace()
        self.journals = Journals(self.workspace, folder / "journal")
        self.outside = OutsideChanges(self.workspace, self.background)
        self.histories = Histories(self.workspace, History(folder / "history"))
        self.count = self.merges = self.conflicts = 0
        self.writings = [Writing(folder / f"{number}.md") for number in range(articles)]
        for number, writing in enumerate(self.writings):
            paragraphs = "\n\n".join(f"Paragraph {i} 🥖 of {number}." for i in range(30))
            writing.path.write_text(f"---\ntitle: Été {number}\ntags: [a]\n---\n\n{paragraphs}\n", "utf-8")

    def sit(self) -> None:
        """Open an article, write in it while another program does too, save and close it."""
        writing = self.random.choice(self.writings)
        article = self.workspace.open_file(writing.path)
        assert article is not None
        article.body.documentLayout()
        for _ in range(_SITTING // 8):
            self.type_line(article, writing)
            if self.random.random() < 0.03:
                self.write_outside(article, writing)
        self.compare(article, writing)
        self.workspace.save(article, writing.path)
        self.workspace.close(article)
        self.application.processEvents()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        found = set(_TOKEN.findall(writing.path.read_text("utf-8")))
        assert found == writing.tokens, (writing.path, found ^ writing.tokens)

    def type_line(self, article: OpenArticle, writing: Writing) -> None:
        """Type a paragraph letter by letter at a random place, or take one of ours away."""
        token = f"ours{self.count}"
        block = article.body.findBlockByNumber(self.random.randrange(article.body.blockCount()))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if re.fullmatch(r"ours\d+", block.text()) and self.random.random() < 0.8:
            writing.tokens.discard(block.text())
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.removeSelectedText()
            self.count += 1
            return
        for letter in f"\n\n{token}":
            cursor.insertText(letter)
            self.count += 1
        writing.tokens.add(token)
        if self.count % 50 == 0:
            article.set_field("title", f"Été {self.count}")
        self.application.processEvents()

    def write_outside(self, article: OpenArticle, writing: Writing) -> None:
        """Have the other program write a paragraph, and answer what becomes of it."""
        token = f"theirs{self.count}"
        paragraphs = writing.path.read_text("utf-8").split("\n\n")
        paragraphs.insert(self.random.randrange(1, len(paragraphs) + 1), token)
        new = writing.path.with_suffix(".new")
        new.write_text("\n\n".join(paragraphs), "utf-8")
        new.replace(writing.path)
        writing.tokens.add(token)
        self.wait(lambda: token in article.text() or self.is_told(article, token))
        if isinstance(self.outside.outside_of(article), Changed):
            self.merge(article, writing)

    def is_told(self, article: OpenArticle, token: str) -> bool:
        outside = self.outside.outside_of(article)
        return isinstance(outside, Changed) and token in outside.source.text

    def merge(self, article: OpenArticle, writing: Writing) -> None:
        regions = self.outside.merge(article)
        choices = []
        for region in conflicts_of(regions):
            both = [choice for choice in region.choices() if choice in (Choice.BOTH, Choice.WORDS)]
            choice = self.random.choice(both or list(region.choices()))
            choices.append(choice)
            # What one side took away comes back where both are taken.
            writing.tokens -= set(_TOKEN.findall(region.ours + region.theirs))
            writing.tokens |= set(_TOKEN.findall(region.text(choice)))
        self.outside.take_merge(article, regions, choices)
        self.merges += 1
        self.conflicts += len(choices)
        self.compare(article, writing)

    def compare(self, article: OpenArticle, writing: Writing) -> None:
        found = set(_TOKEN.findall(article.text()))
        assert found == writing.tokens, (writing.path, found ^ writing.tokens)

    def wait(self, seen: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not seen():
            assert time.monotonic() < end, "nothing came of what another program wrote"
            self.application.processEvents()
            time.sleep(0.005)

    def close(self) -> None:
        self.histories.finish()
        self.journals.finish()
        self.background.finish()


def memory() -> int:
    """Answer what this process takes of the memory, in bytes (Linux)."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE


def main() -> int:
    """Write for a week, and answer 1 where memory grew by a tenth."""
    parser = argparse.ArgumentParser(prog="judge week")
    parser.add_argument("--edits", type=int, default=200_000)
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        week = Week(Path(folder), given.articles, given.seed)
        early = 0
        while week.count < given.edits:
            week.sit()
            if not early and week.count >= given.edits / 10:
                early = memory()
        late = memory()
        week.close()
    grown = late / early - 1
    sys.stdout.write(
        f"{week.count} edits of {given.articles} articles, {week.merges} merges, {week.conflicts} conflicts"
        f" in {time.monotonic() - started:.0f} s: no line lost. Memory {early / 1e6:.0f} MB after a tenth,"
        f" {late / 1e6:.0f} MB at the end: {grown:+.1%}.\n"
    )
    return 0 if grown < 0.1 else 1


if __name__ == "__main__":
    sys.exit(main())
