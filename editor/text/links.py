"""Links and images, written at the selection or found there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.text.change import Change, Edit, Selection
from editor.text.lines import line_at
from editor.text.paragraphs import is_empty_place, paragraphs_of
from editor.text.words import trimmed, word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.text.inline import Inline
    from editor.text.paragraphs import Paragraph

_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]+://|mailto:|www\.|\.{0,2}/|#)\S+$|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$"
)
_MAIL: Final = re.compile(r"[^/:]+@")
_BRACKET: Final = re.compile(r"(?<!\\)[\[\]]")
_NEEDS_ANGLES: Final = re.compile(r"[\s()<>]")


def insert_link(text: str, selection: Selection, address: str = "") -> Change | None:
    """Make a link of the selection or the word at the caret, the caret where the writer goes on.

    A selected address becomes the address of a link without text. Inside a link, its address is selected, or
    replaced by the given one. None across paragraphs and in code.
    """
    paragraph = _paragraph_of(text, selection)
    if paragraph is None:
        return _in_empty_place(text, selection, "[", address)
    start, end = selection.start - paragraph.start, selection.end - paragraph.start
    for mark in reversed(paragraph.marks):
        if (
            mark.kind == "link"
            and mark.start <= start
            and end <= mark.end
            and mark.start < end
            and start < mark.end
        ):
            return _with_address(text, mark, paragraph, address)
        if mark.kind == "autolink" and mark.start <= start and end <= mark.end:
            start, end = mark.start, mark.end
    if start == end and (word := word_at(paragraph.text, start)) is not None:
        start, end = word
    return _around(paragraph, start, end, "[", address)


def insert_image(text: str, selection: Selection, address: str = "", description: str = "") -> Change | None:
    """Put an image around the selection, which describes it, or where a description is given, behind it.

    The caret then stands in the description or the address, whichever is empty, else behind the image.
    None across paragraphs and in code.
    """
    paragraph = _paragraph_of(text, selection)
    if paragraph is None:
        return _in_empty_place(text, selection, f"![{description}", address)
    start, end = selection.start - paragraph.start, selection.end - paragraph.start
    return _around(paragraph, end if description else start, end, f"![{description}", address)


def insert_images(text: str, selection: Selection, images: Sequence[tuple[str, str]]) -> Change | None:
    """Put images, each an alternative text and an address, behind the selection.

    In an empty line each is a paragraph of its own, elsewhere they follow one another. The caret then stands
    behind them. None where no image can stand, as in code.
    """
    place = insert_image(text, Selection.at(selection.end), "a", "a")
    if place is None:
        return None
    start = place.edits[0].start
    is_alone = not line_at(text, start).text.strip()
    written = (f"![{_safe_words(words)}]({_safe_address(address)})" for words, address in images)
    replacement = ("\n\n" if is_alone else " ").join(written)
    return Change((Edit(start, start, replacement),), Selection.at(start + len(replacement)))


def _safe_words(words: str) -> str:
    """Answer words as they may stand in square brackets, in MDX too."""
    words = " ".join(words.split())
    for index in reversed(_lone_brackets(words)):
        words = f"{words[:index]}\\{words[index:]}"
    if (len(words) - len(words.rstrip("\\"))) % 2:
        words += "\\"
    return words.replace("{", "\\{").replace("<", "&lt;")


def _paragraph_of(text: str, selection: Selection) -> Paragraph | None:
    for paragraph in paragraphs_of(text, selection):
        if paragraph.start <= selection.start and selection.end <= paragraph.end:
            return paragraph
    return None


def _in_empty_place(text: str, selection: Selection, opening: str, address: str) -> Change | None:
    if not selection.is_empty or not is_empty_place(text, selection.caret):
        return None
    return _written(selection.caret, "", opening, address)


def _around(paragraph: Paragraph, start: int, end: int, opening: str, address: str) -> Change | None:
    start, end = trimmed(paragraph.text, start, end)
    chosen = paragraph.text[start:end]
    if not (_ADDRESS.match(chosen) and not address) and _cuts(paragraph, start, end):
        return None
    return _written(start + paragraph.start, chosen, opening, address)


def _cuts(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the range begins or ends within code, a tag, an address or another mark, or touches a link."""
    for mark in paragraph.marks:
        if (mark.start >= end or start >= mark.end) and not mark.start < start == end < mark.end:
            continue
        is_inside = start <= mark.start and mark.end <= end
        is_around = mark.encloses_text and mark.content_start <= start and end <= mark.content_end
        if mark.kind == "link" or not (is_inside or is_around):
            return True
    return False


def _with_address(text: str, mark: Inline, paragraph: Paragraph, address: str) -> Change:
    start, end = mark.address_start + paragraph.start, mark.address_end + paragraph.start
    if not address:
        return Change((), Selection(start, end))
    written = _safe_address(address)
    if text[start - 1] == "[":  # a reference: its label gives way to the address
        return Change((Edit(start - 1, end + 1, f"({written})"),), Selection(start, start + len(written)))
    return Change((Edit(start, end, written),), Selection(start, start + len(written)))


def _written(start: int, chosen: str, opening: str, address: str) -> Change:
    """Answer the link or image around the chosen text, which begins at start; nothing of it is replaced."""
    end = start + len(chosen)
    if not address and _ADDRESS.match(chosen):
        caret = start + len(opening)
        scheme = "mailto:" if _MAIL.match(chosen) else ""
        return Change((Edit(start, start, f"{opening}]({scheme}"), Edit(end, end, ")")), Selection.at(caret))
    escapes = tuple(Edit(start + index, start + index, "\\") for index in _lone_brackets(chosen))
    written = _safe_address(address)
    label_end = end + len(opening) + len(escapes)
    if label_end == start + len(opening) and opening.endswith("["):
        caret = label_end
    else:
        caret = label_end + 2 + (len(written) + 1 if address else 0)
    tail = f"]({written})"
    edits = (Edit(start, start, opening), *escapes, Edit(end, end, tail))
    return Change(edits if chosen else (Edit(start, end, opening + tail),), Selection.at(caret))


def _lone_brackets(text: str) -> list[int]:
    """Answer where square brackets without a partner stand."""
    opened: list[int] = []
    lone: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            opened.pop()
        else:
            lone.append(bracket.start())
    return sorted(lone + opened)


def _safe_address(address: str) -> str:
    """Answer address as it may stand in parentheses: in angle brackets where it has spaces or parentheses."""
    if _NEEDS_ANGLES.search(address) is None:
        return address
    return "<" + address.replace("<", "%3C").replace(">", "%3E").replace("\n", "%0A") + ">"
