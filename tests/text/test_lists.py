"""Lists that are too long for an example."""

from __future__ import annotations

from editor.text.change import Selection, apply_edits
from editor.text.lists import indent_list


def test_a_list_is_looked_for_so_far_and_no_further() -> None:
    text = "- 😀 a\n" * 1500 + "- ici\n" + "- b\n" * 1500
    selection = Selection.at(text.index("ici"))
    change = indent_list(text, selection)
    assert change is not None
    assert apply_edits(text, change.edits) == text.replace("- ici", "  - ici")
