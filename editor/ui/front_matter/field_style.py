"""The style sheet of the editors of choices, numbers, lists and groups; names of colours are the theme's."""

from __future__ import annotations

from string import Template
from typing import Final

FIELD_SHEET: Final = Template("""
#form QLabel#state { color: $placeholder_text; }
#form QComboBox {
    background: $base; color: $text; border: 1px solid $edge; border-radius: 6px;
    padding: 4px 24px 4px 6px; min-height: 18px;
}
#form QComboBox:hover { border-color: $placeholder_text; }
#form QComboBox:focus { border-color: $highlight; }
#form QComboBox:disabled { background: $window; color: $soft_text; }
#form QComboBox[absent="true"] { color: $placeholder_text; }
#form QComboBox[wrong="error"] { border-color: $error; }
#form QComboBox::drop-down { border: none; width: 22px; }
#form QComboBox::down-arrow { image: none; }
#form QComboBox QAbstractItemView {
    background: $base; color: $text; border: 1px solid $edge; outline: none; padding: 2px;
    selection-background-color: $selected_row; selection-color: $text;
}
#form #tags[wrong="error"] { border-color: $error; }
#form #chip[wrong="error"] { background: $error_wash; }
#form #chip[wrong="error"] QLabel { color: $error; }
#form #step { border: none; border-radius: 5px; padding: 3px; background: transparent; }
#form #step:hover { background: $selected_row; }
#form #step:disabled { background: transparent; }
#form #group { background: transparent; border: 1px solid $edge; border-radius: 6px; }
#form #fold_line {
    border: none; border-radius: 5px; padding: 5px 6px 5px 4px; color: $text; background: transparent;
    text-align: left;
}
#form #fold_line[absent="true"] { color: $placeholder_text; }
#form #fold_line:hover, #form #fold_line:focus { background: $selected_row; }

#completions { background: $base; color: $text; border: 1px solid $edge; outline: none; padding: 2px; }
#completions::item { padding: 3px 6px; border-radius: 4px; }
#completions::item:selected { background: $selected_row; color: $text; }
""")
