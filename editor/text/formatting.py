"""The commands that format Markdown: each answers the change of a text, or None where it does not apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.text.blocks import toggle_code_block, toggle_heading, toggle_quote
from editor.text.links import insert_image, insert_images, insert_link
from editor.text.styles import BOLD, CODE, ITALIC, STRIKETHROUGH, toggle_style

if TYPE_CHECKING:
    from editor.text.change import Change, Selection

__all__ = [
    "insert_image",
    "insert_images",
    "insert_link",
    "toggle_bold",
    "toggle_code",
    "toggle_code_block",
    "toggle_heading",
    "toggle_italic",
    "toggle_quote",
    "toggle_strikethrough",
]


def toggle_bold(text: str, selection: Selection) -> Change | None:
    """Make the selection or the word at the caret bold, or no longer bold."""
    return toggle_style(text, selection, BOLD)


def toggle_italic(text: str, selection: Selection) -> Change | None:
    """Make the selection or the word at the caret italic, or no longer italic."""
    return toggle_style(text, selection, ITALIC)


def toggle_strikethrough(text: str, selection: Selection) -> Change | None:
    """Strike the selection or the word at the caret through, or no longer."""
    return toggle_style(text, selection, STRIKETHROUGH)


def toggle_code(text: str, selection: Selection) -> Change | None:
    """Make the selection or the word at the caret inline code, or no longer."""
    return toggle_style(text, selection, CODE)
