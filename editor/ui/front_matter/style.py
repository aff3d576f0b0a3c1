"""The style sheet of the front matter, in the colours of a theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

from editor.ui.front_matter.field_style import FIELD_SHEET

if TYPE_CHECKING:
    from editor.ui.theme import Theme

_SHEET: Final = Template("""
#front_matter, #form, #form_rows { background: $window; }
#header { background: $window; border: none; border-bottom: 1px solid $edge; }
#header QToolButton {
    border: none; border-radius: 5px; padding: 4px 8px; background: transparent; color: $soft_text;
}
#header QToolButton:hover { background: $selected_row; color: $window_text; }
#header QToolButton:focus { background: $selected_row; color: $window_text; }
#header #fold { font-weight: 600; padding-left: 4px; }
#header #summary { color: $soft_text; }
#header #summary[tone="error"] { color: $error; }
#header #problems[tone="error"] { color: $error; }
#header #problems[tone="warning"] { color: $warning; }

#form { border: none; border-bottom: 1px solid $edge; }
#form QLabel { color: $soft_text; background: transparent; }
#form QLabel#counter { color: $placeholder_text; font-size: 8pt; }
#form QLabel#counter[tone="warning"] { color: $warning; }
#form QLabel#hint { color: $placeholder_text; font-size: 8pt; padding-left: 2px; }
#form QLabel#hint[tone="error"] { color: $error; }
#form QLabel#note { font-size: 8pt; padding-left: 2px; }
#form QLabel#note[tone="error"] { color: $error; }
#form QLabel#note[tone="warning"] { color: $warning; }

#form QLineEdit, #form QPlainTextEdit, #form #tags {
    background: $base; color: $text; border: 1px solid $edge; border-radius: 6px;
    selection-background-color: $highlight; selection-color: $highlighted_text;
}
#form QLineEdit { padding: 4px 6px; min-height: 18px; }
#form QPlainTextEdit { padding: 2px 4px; }
#form QLineEdit:hover, #form QPlainTextEdit:hover, #form #tags:hover { border-color: $placeholder_text; }
#form QLineEdit:focus, #form QPlainTextEdit:focus, #form #tags[focused="true"] { border-color: $highlight; }
#form QLineEdit:read-only, #form QPlainTextEdit:read-only { background: $window; color: $soft_text; }
#form QLineEdit[wrong="error"], #form QPlainTextEdit[wrong="error"] { border-color: $error; }
#form QLineEdit[wrong="warning"], #form QPlainTextEdit[wrong="warning"] { border-color: $warning; }
#form #tags QLineEdit { border: none; padding: 0 3px; background: transparent; }
#form #chip { background: $selected_row; border: none; border-radius: 9px; }
#form #chip QLabel { color: $text; }
#form #cross { border: none; border-radius: 7px; padding: 1px; background: transparent; }
#form #cross:hover { background: $edge; }
#form QPlainTextEdit#source { font-family: monospace; }
#form #repair {
    border: 1px solid $edge; border-radius: 5px; padding: 1px 7px; font-size: 8pt;
    color: $link; background: $base;
}
#form #repair:hover, #form #repair:focus { border-color: $highlight; background: $selected_row; }
#form #other_fields {
    border: none; border-radius: 5px; padding: 4px 8px 4px 2px; margin-top: 4px; margin-left: -6px;
    color: $soft_text; background: transparent; font-weight: 600;
}
#form #other_fields:hover, #form #other_fields:focus { background: $selected_row; color: $window_text; }
#form #add {
    border: none; border-radius: 5px; padding: 4px 8px 4px 4px; color: $soft_text; background: transparent;
}
#form #add:hover, #form #add:focus { background: $selected_row; color: $window_text; }

#head_text { background: $base; border: none; border-bottom: 1px solid $edge; }
#head_text QPlainTextEdit {
    background: $base; color: $text; border: none; padding: 4px 8px; font-family: monospace;
    selection-background-color: $highlight; selection-color: $highlighted_text;
}
#fault { background: $error_wash; border: none; }
#fault QLabel { color: $text; background: transparent; }
#fault QToolButton {
    border: none; border-radius: 5px; padding: 3px 8px; color: $error; background: transparent;
}
#fault QToolButton:hover, #fault QToolButton:focus { background: $base; }

#calendar { background: $base; border: 1px solid $edge; }
#calendar QWidget { background: $base; color: $text; alternate-background-color: $base; }
#calendar QToolButton { border: none; border-radius: 5px; padding: 4px 8px; color: $text; }
#calendar QToolButton:hover { background: $selected_row; }
#calendar QToolButton::menu-indicator { image: none; }
#calendar QAbstractItemView {
    border: none; outline: none;
    selection-background-color: $highlight; selection-color: $highlighted_text;
}
#calendar QAbstractItemView:disabled { color: $placeholder_text; }
#calendar QPushButton { border: none; border-radius: 5px; padding: 6px; color: $link; }
#calendar QPushButton:hover, #calendar QPushButton:focus { background: $selected_row; }
""")


def style_sheet(theme: Theme) -> str:
    """Answer the Qt style sheet of the pane in the colours of theme."""
    colours = {role: colour.name() for role, colour in theme.colours.items()}
    return _SHEET.substitute(colours) + FIELD_SHEET.substitute(colours)
