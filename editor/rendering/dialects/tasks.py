"""Task lists of GitHub Flavored Markdown: `- [ ] to do`, `- [x] done`."""

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_TASK: Final = re.compile(r"\[([ \txX])\][ \t\n]+[^ \t\n]")
_MARK_LENGTH: Final = 3


def _checkbox(*, checked: bool) -> Token:
    box = Token("checkbox", "input", 0)
    box.attrs = {"type": "checkbox", "disabled": "disabled"}
    if checked:
        box.attrs["checked"] = "checked"
    return box


def _mark_task(item: list[Token]) -> bool:
    """Put a box in the place of the mark that an item's first tokens begin with; False if there is none."""
    paragraph, text = item
    match = _TASK.match(text.content) if paragraph.type == "paragraph_open" else None
    if not match or not text.children or not text.children[0].content.startswith(match[0][:_MARK_LENGTH]):
        return False
    text.children[0].content = text.children[0].content[_MARK_LENGTH:]
    text.children.insert(0, _checkbox(checked=match[1] in "xX"))
    return True


def _begins_beside_marker(state: "StateCore", item: int) -> bool:
    """Whether the text of an item stands in the line of its marker."""
    marker, text = state.tokens[item].map, state.tokens[item + 1].map
    return bool(marker and text and marker[0] == text[0])


def _mark_tasks(state: "StateCore", *, beside_marker: bool) -> None:
    lists: list[Token] = []
    for index, token in enumerate(state.tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(token)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type != "list_item_open" or (beside_marker and not _begins_beside_marker(state, index)):
            continue
        elif _mark_task(state.tokens[index + 1 : index + 3]):
            token.attrSet("class", "task-list-item")
            lists[-1].attrSet("class", "contains-task-list")


def add_tasks(parser: "MarkdownIt", *, beside_marker: bool) -> None:
    """Make the parser read task lists; beside_marker: only where the mark stands in the line of its item."""
    parser.core.ruler.push("tasks", partial(_mark_tasks, beside_marker=beside_marker))
