"""The text commands: examples from files, and what holds for any text and selection."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text import code_lines, formatting, lists
from editor.text.change import Change, Selection, apply_edits
from tests.text.cases import EXAMPLES, NOTHING, Case, after, cases_of, unmarked

if TYPE_CHECKING:
    from collections.abc import Callable

    TextCommand = Callable[[str, Selection], Change | None]

COMMANDS: Final[dict[str, TextCommand]] = {
    "toggle_bold": formatting.toggle_bold,
    "toggle_italic": formatting.toggle_italic,
    "toggle_strikethrough": formatting.toggle_strikethrough,
    "toggle_code": formatting.toggle_code,
    "toggle_heading_2": partial(formatting.toggle_heading, level=2),
    "toggle_quote": formatting.toggle_quote,
    "toggle_code_block": formatting.toggle_code_block,
    "insert_link": formatting.insert_link,
    "insert_link_to": partial(formatting.insert_link, address="a (b)<c>\n"),
    "insert_image": formatting.insert_image,
    "insert_image_of": partial(formatting.insert_image, address="../é 1.png", description="Un été"),
    "insert_images": partial(
        formatting.insert_images, images=(("Un [été] {bleu}] \\", "é 1.png"), ("", "../b.webp"))
    ),
    "toggle_bullet_list": lists.toggle_bullet_list,
    "toggle_numbered_list": lists.toggle_numbered_list,
    "toggle_task_list": lists.toggle_task_list,
    "continue_list": lists.continue_list,
    "indent_list": lists.indent_list,
    "outdent_list": lists.outdent_list,
    "continue_code": code_lines.continue_code,
    "indent_code": code_lines.indent_code,
    "outdent_code": code_lines.outdent_code,
}
# What replaces a selection, or an address by a given one, is asked to take it away.
REPLACING: Final = {"continue_list", "continue_code", "insert_link_to"}
TWICE: Final = (
    "toggle_bold",
    "toggle_italic",
    "toggle_strikethrough",
    "toggle_code",
    "toggle_heading_2",
    "toggle_quote",
    "toggle_code_block",
    "toggle_bullet_list",
    "toggle_numbered_list",
    "toggle_task_list",
)
CASES: Final = [case for path in sorted(EXAMPLES.glob("*.txt")) for case in cases_of(path)]

_PIECES: Final = [
    *"ab1é 😀\n\u00a0\u202f*_~`[]()!<>\\&|#-+.=:'’\"\t",
    *(
        "\n\n",
        "**",
        "```",
        "~~~",
        "- ",
        "1. ",
        "10) ",
        "[ ] ",
        "[x] ",
        "> ",
        "## ",
        "  ",
        "    ",
        "l’été",
        "(b)",
        "[^1]: ",
    ),
    *(
        "\n- ",
        "\n  - ",
        "\n1. ",
        "\n   ",
        "\n> ",
        "| a | b |",
        "|---|---|",
        "===",
        "---",
        "https://a.b/c_d",
        "<b>",
        "<!-- c -->",
    ),
]
_WORDS: Final = [
    "a",
    "été",
    "l’éditeur",
    "aujourd'hui",
    "😀",
    "\u00a0",
    "\u202f!",
    ", ",
    " ",
    "1984",
    ".",
    "«",
    "»",
    "mot",
]


@st.composite
def texts_with_selections(draw: st.DrawFn, pieces: list[str] = _PIECES) -> tuple[str, Selection]:
    text = "".join(draw(st.lists(st.sampled_from(pieces), max_size=24)))
    ends = st.integers(0, len(text))
    return text, Selection(draw(ends), draw(ends))


def letters(text: str) -> Counter[str]:
    """Answer what a writer typed: the letters, and the no-break spaces, but not those of marks."""
    text = re.sub(r"\[[xX]\]", "", text)  # the mark of a task that is done
    return Counter(it for it in text if it.isalpha() or it in "\u00a0\u202f😀")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_example(case: Case) -> None:
    text, selection = unmarked(case.before)
    assert after(text, COMMANDS[case.command](text, selection)) == case.after


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_selection_made_backwards_stays_so(case: Case) -> None:
    text, selection = unmarked(case.before)
    command = COMMANDS[case.command]
    change = command(text, Selection(selection.end, selection.start))
    assert after(text, change) == case.after
    if (
        change is not None
        and not change.selection.is_empty
        and case.command not in {"insert_link", "insert_link_to"}
    ):
        assert selection.is_empty or change.selection.anchor > change.selection.caret


def test_every_command_has_examples() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.txt")} == set(COMMANDS)
    assert {case.command for case in CASES if case.after == NOTHING} >= {"toggle_bold", "indent_list"}
    for name in COMMANDS:
        assert any("😀" in case.before for case in CASES if case.command == name), name


@pytest.mark.parametrize("name", COMMANDS)
@given(texts_with_selections())
def test_any_text_is_taken_and_loses_no_letter(name: str, given_text: tuple[str, Selection]) -> None:
    text, selection = given_text
    change = COMMANDS[name](text, selection)
    if change is None:
        return
    new = apply_edits(text, change.edits)
    assert 0 <= change.selection.start <= change.selection.end <= len(new)
    assert all(text[edit.start : edit.end] != edit.replacement for edit in change.edits)
    lost = letters(text) - letters(new)
    if name in REPLACING:
        lost -= letters(text[selection.start : selection.end])
        lost -= (
            letters("[b][c]".join(re.findall(r"\]([\[(].*[\])])", text)))
            if name == "insert_link_to"
            else Counter()
        )
    if name == "toggle_code_block":  # the language named behind the fence is of the fence
        lost -= letters("".join(re.findall(r"(?:```|~~~)(.*)", text)))
    assert not lost


@pytest.mark.parametrize("name", TWICE)
@given(given_text=texts_with_selections([*_WORDS, "a\n", "\n\n", "été\n"]))
def test_twice_is_nothing(name: str, given_text: tuple[str, Selection]) -> None:
    # Promised for text without marks: `1984.` at the start of a line is one, blanks there can be.
    text = re.sub(r"^(?: |1984\.)+", "", given_text[0], flags=re.MULTILINE)
    selection = Selection(*(min(it, len(text)) for it in (given_text[1].anchor, given_text[1].caret)))
    first = COMMANDS[name](text, selection)
    if first is None:
        return
    new = apply_edits(text, first.edits)
    second = COMMANDS[name](new, first.selection)
    assert second is not None
    assert apply_edits(new, second.edits) == text
