"""Examples of text commands: files of cases, each a title, a text before and a text after.

⟦ and ⟧ stand around the selection, ¦ for a bare caret; what does not apply has ∅ after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.text.change import Selection, apply_edits

if TYPE_CHECKING:
    from editor.text.change import Change

EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "text"
NOTHING: Final = "∅"


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a command."""

    command: str
    title: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.command}: {self.title}"


def cases_of(path: Path) -> list[Case]:
    """Answer the cases of a file: `### title`, the text before, a line `→`, the text after, an empty line."""
    found = re.findall(
        r"^### ([^\n]*)\n(.*?)\n→\n(.*?)\n(?:\n(?=### )|\Z)",
        path.read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    return [Case(path.stem, title, before, after) for title, before, after in found]


def unmarked(marked: str) -> tuple[str, Selection]:
    """Answer a text without its marks, and the selection that they show."""
    if "¦" in marked:
        index = marked.index("¦")
        return marked.replace("¦", ""), Selection.at(index)
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return marked.replace("⟦", "").replace("⟧", ""), Selection(start, end)


def marked(text: str, selection: Selection) -> str:
    """Answer a text with the marks of a selection."""
    if selection.is_empty:
        return f"{text[: selection.caret]}¦{text[selection.caret :]}"
    start, end = selection.start, selection.end
    return f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"


def after(text: str, change: Change | None) -> str:
    """Answer the marked text after a change, or the mark of nothing."""
    return NOTHING if change is None else marked(apply_edits(text, change.edits), change.selection)
