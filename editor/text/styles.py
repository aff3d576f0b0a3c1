"""Bold, italic, strikethrough and code, switched on and off over a selection or at the caret."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.text.change import Change, Edit, Selection, index_after, merged_edits
from editor.text.emphasis import can_open_before
from editor.text.paragraphs import Paragraph, is_empty_place, paragraphs_of
from editor.text.words import trimmed, word_at

if TYPE_CHECKING:
    from editor.text.inline import Inline, Kind

_BACKTICKS: Final = re.compile("`+")


@dataclass(frozen=True, slots=True)
class Style:
    """One inline style: the kind of its marks and the marker that is written for it."""

    kind: Kind
    marker: str


BOLD: Final = Style("strong", "**")
ITALIC: Final = Style("emphasis", "*")
STRIKETHROUGH: Final = Style("strikethrough", "~~")
CODE: Final = Style("code", "`")

_Range = tuple[int, int]


def toggle_style(text: str, selection: Selection, style: Style) -> Change | None:
    """Switch style on, or off where all that is selected has it.

    A bare caret stands for the word it touches, else for what is typed next.
    """
    if selection.is_empty:
        return _toggle_at_caret(text, selection.caret, style)
    pieces: list[tuple[Paragraph, int, int]] = []
    for paragraph in paragraphs_of(text, selection):
        start, end = _settled(
            paragraph, selection.start - paragraph.start, selection.end - paragraph.start, style
        )
        if _visible(paragraph, start, end):
            pieces.append((paragraph, start, end))
    is_on = all(_is_styled(*piece, style) for piece in pieces)
    edits: list[Edit] = []
    chosen: list[_Range] = []
    for paragraph, start, end in pieces:
        rewriting = _Rewriting(paragraph, style, start, end)
        if is_on:
            edits += rewriting.switched_off()
            chosen.append((start + paragraph.start, end + paragraph.start))
        else:
            edits += rewriting.switched_on()
            chosen += rewriting.styled
    in_order = merged_edits(text, edits)
    if not in_order:
        return None
    start = index_after(chosen[0][0], in_order, behind=True)
    end = max(start, index_after(chosen[-1][1], in_order, behind=False))
    is_forward = selection.anchor <= selection.caret
    return Change(in_order, Selection(start, end) if is_forward else Selection(end, start))


def _toggle_at_caret(text: str, caret: int, style: Style) -> Change | None:
    if (emptied := _without_empty_pair(text, caret, style)) is not None:
        return emptied
    touched = paragraphs_of(text, Selection.at(caret))
    if not touched:
        return _with_empty_pair(caret, style) if is_empty_place(text, caret) else None
    paragraph = touched[0]
    index = max(caret - paragraph.start, 0)
    around = [mark for mark in paragraph.marks if mark.kind == style.kind and mark.start <= index <= mark.end]
    if around:
        return _left(text, paragraph, caret, around[-1])
    if any(mark.start < index < mark.end for mark in paragraph.marks if not mark.encloses_text):
        return None
    word = word_at(paragraph.text, index)
    if word is None:
        return _with_empty_pair(paragraph.start + index, style)
    index = max(index, word[0])  # the caret leaves an elided article
    start, end = _settled(paragraph, *word, style)
    edits = merged_edits(text, _Rewriting(paragraph, style, start, end).switched_on())
    after = Selection.at(index_after(paragraph.start + index, edits, behind=True))
    return Change(edits, after) if edits else None


def _with_empty_pair(caret: int, style: Style) -> Change:
    return Change((Edit(caret, caret, style.marker * 2),), Selection.at(caret + len(style.marker)))


def _without_empty_pair(text: str, caret: int, style: Style) -> Change | None:
    character, width = style.marker[0], len(style.marker)
    before = caret - len(text[:caret].rstrip(character))
    after = len(text[caret:]) - len(text[caret:].lstrip(character))
    widths = {BOLD: (2, 3), ITALIC: (1, 3)}.get(style, (width,))
    if before != after or before not in widths:
        return None
    return Change((Edit(caret - width, caret + width, ""),), Selection.at(caret - width))


def _left(text: str, paragraph: Paragraph, caret: int, mark: Inline) -> Change:
    """Step out behind a mark at whose end the caret stands (it was just typed), else take the mark away."""
    if caret - paragraph.start == mark.content_end > mark.content_start:
        return Change((), Selection.at(paragraph.start + mark.end))
    edits = merged_edits(
        text, (Edit(*_shifted(marker, paragraph), "") for marker in _markers(mark, paragraph.text))
    )
    return Change(edits, Selection.at(index_after(caret, edits, behind=True)))


def _shifted(span: _Range, paragraph: Paragraph) -> _Range:
    return span[0] + paragraph.start, span[1] + paragraph.start


def _markers(mark: Inline, text: str) -> tuple[_Range, _Range]:
    """Answer where the opening and closing marker stand; of code, with the blanks that belong to them."""
    start, end = mark.content_start, mark.content_end
    if mark.kind == "code" and text[start:end].strip(" ") and text[start] == text[end - 1] == " ":
        start, end = start + 1, end - 1
    return (mark.start, start), (end, mark.end)


def _encloses(mark: Inline, style: Style) -> bool:
    return mark.encloses_text or mark.kind == style.kind


def _settled(paragraph: Paragraph, start: int, end: int, style: Style) -> _Range:
    """Answer a range that cuts no marker, link address, code or tag in two, and has no space at its ends."""
    text = paragraph.text
    start, end = max(start, 0), min(end, len(text))
    for mark in paragraph.marks:
        is_cut = mark.start < end and start < mark.end
        if not is_cut:
            continue
        inside_address = mark.address_start >= 0 and (
            mark.content_end < start < mark.end or mark.content_end < end < mark.end
        )
        if inside_address or not _encloses(mark, style):
            start, end = min(start, mark.start), max(end, mark.end)
            continue
        if mark.start < start < mark.content_start:
            start = mark.content_start
        elif mark.content_end <= start:
            start = mark.end
        if mark.content_end < end < mark.end:
            end = mark.content_end
        elif end <= mark.content_start:
            end = mark.start
    return trimmed(text, start, end)


def _visible(paragraph: Paragraph, start: int, end: int) -> list[int]:
    """Answer the indices of the range that hold what a reader sees: neither space nor marker."""
    hidden: set[int] = set()
    for mark in paragraph.marks:
        if mark.encloses_text or mark.kind == "code":
            hidden.update(range(mark.start, mark.content_start), range(mark.content_end, mark.end))
    text = paragraph.text
    return [index for index in range(start, end) if index not in hidden and not text[index].isspace()]


def _is_styled(paragraph: Paragraph, start: int, end: int, style: Style) -> bool:
    styled = [mark for mark in paragraph.marks if mark.kind == style.kind]
    return all(
        any(mark.content_start <= index < mark.content_end for mark in styled)
        for index in _visible(paragraph, start, end)
    )


class _Rewriting:
    """A range of a paragraph whose marks of one style are taken away and put around other ranges."""

    def __init__(self, paragraph: Paragraph, style: Style, start: int, end: int) -> None:
        self.styled: list[_Range] = []  # what got new marks, as indices of the whole text
        self._paragraph = paragraph
        self._style = style
        self._start, self._end = start, end
        self._marks = [
            mark
            for mark in paragraph.marks
            if mark.kind == style.kind and mark.end >= start and mark.start <= end
        ]
        self._others = [mark for mark in paragraph.marks if mark not in self._marks]
        self._removed = [marker for mark in self._marks for marker in _markers(mark, paragraph.text)]
        gone = {index for left, right in self._removed for index in range(left, right)}
        # the text without the markers, and where each of its characters stood
        self._kept = [index for index in range(len(paragraph.text)) if index not in gone]
        self._text = "".join(paragraph.text[index] for index in self._kept)

    def switched_on(self) -> list[Edit]:
        """Answer the edits after which the range and all marks it touches are under one mark."""
        start = min([self._start, *(mark.start for mark in self._marks)])
        end = max([self._end, *(mark.end for mark in self._marks)])
        return self._edits([(start, end)])

    def switched_off(self) -> list[Edit]:
        """Answer the edits after which the range is without mark, but what else its marks held is not."""
        ranges: list[_Range] = []
        for mark in self._marks:
            left, right = min(self._start, mark.content_end), max(self._end, mark.content_start)
            ranges += ((mark.content_start, left), (right, mark.content_end))
        return self._edits([span for span in ranges if _visible(self._paragraph, *span)])

    def _edits(self, ranges: list[_Range]) -> list[Edit]:
        shift = self._paragraph.start
        edits = [Edit(start + shift, end + shift, "") for start, end in self._removed]
        for whole in ranges:
            for part in self._parts(*whole):
                piece = self._fitting(*part)
                if piece is not None:
                    edits += self._around(*piece)
        return edits

    def _parts(self, start: int, end: int) -> list[_Range]:
        """Answer the range without the markers of the marks it would cross, in places of the new text."""
        cuts: list[_Range] = []
        for mark in self._others:
            is_inside = start <= mark.start and mark.end <= end
            is_around = mark.content_start <= start and end <= mark.content_end
            if mark.start < end and start < mark.end and not is_inside and not is_around:
                cuts += ((mark.start, mark.content_start), (mark.content_end, mark.end))
        parts: list[_Range] = []
        for cut_start, cut_end in sorted(cuts):
            parts.append((start, min(cut_start, end)))
            start = max(start, cut_end)
        parts.append((start, end))
        return [(self._place(left), self._place(right)) for left, right in parts if left < right]

    def _place(self, index: int) -> int:
        return bisect_left(self._kept, index)

    def _fitting(self, start: int, end: int) -> _Range | None:
        """Answer the part less what CommonMark allows no marker beside, None where nothing is left of it."""
        text, character = self._text, self._style.marker[0]
        start, end = trimmed(text, start, end)
        while start < end and self._style is not CODE:
            before = text[:start].rstrip(character)[-1:]
            after = text[end:].lstrip(character)[:1]
            if not can_open_before(before, text[start:].lstrip(character)[:1]):
                stepped = self._stepped(start, end, at_start=True)
            elif not can_open_before(after, text[:end].rstrip(character)[-1:]):
                stepped = self._stepped(start, end, at_start=False)
            else:
                break
            if stepped is None:
                return None
            start, end = trimmed(text, *stepped)
        return (start, end) if start < end else None

    def _stepped(self, start: int, end: int, *, at_start: bool) -> _Range | None:
        """Answer the part less its first or last character, or inside the link that it is."""
        for mark in self._others:
            left, right = self._place(mark.start), self._place(mark.end)
            if (left == start) if at_start else (right == end):
                if (left, right) != (start, end) or mark.kind != "link":
                    return None
                return self._place(mark.content_start), self._place(mark.content_end)
        return (start + 1, end) if at_start else (start, end - 1)

    def _around(self, start: int, end: int) -> tuple[Edit, Edit]:
        marker, pad = self._style.marker, ""
        content = self._text[start:end]
        if self._style is CODE:
            longest = max((len(run) for run in _BACKTICKS.findall(content)), default=0)
            marker = "`" * (longest + 1)
            pad = " " if content[0] == "`" or content[-1] == "`" else ""
        shift = self._paragraph.start
        opening, closing = self._kept[start] + shift, self._kept[end - 1] + 1 + shift
        self.styled.append((opening, closing))
        return Edit(opening, opening, marker + pad), Edit(closing, closing, pad + marker)
