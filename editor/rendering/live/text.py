"""The text that is being written, cut into sections, and edits of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from markdown.util import ETX, STX

from editor.rendering.dialects.leftover import may_end_leftover
from editor.rendering.dialects.sections import Labels, may_be_title
from editor.rendering.live.page import Page
from editor.rendering.live.section import Section, is_blank, labels_of, unread
from editor.rendering.patch import same_at_start
from editor.rendering.pipeline import DEFAULT_OPTIONS, Options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.rendering.dialects.sections import Definition
    from editor.rendering.images import ImageAddress

_UNREADABLE: Final = {ord(STX): None, ord(ETX): None, 0: "\ufffd"}


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of the text, one at least, and what stands in their place now, without its last line end."""

    first: int
    removed: int
    text: str


@dataclass(frozen=True, slots=True)
class LiveText:
    """A body in some state of being rendered."""

    options: Options = DEFAULT_OPTIONS
    image_address: ImageAddress | None = None
    sections: tuple[Section, ...] = ()
    unread: int | None = None
    """Which of the sections is one that is to be cut."""
    has_unwritten: bool = False
    """Whether other sections are to be rendered again."""
    labels: Labels = field(default_factory=Labels)
    labels_out: tuple[object, ...] = ()
    labels_in: tuple[Definition | str, ...] = ()
    """What went and what came of labels since they were gathered."""
    asked: frozenset[str] = frozenset()
    """The labels that any section looked for, and perhaps others."""
    may_be_leftover: bool = False
    """Whether the text begins as a leftover metadata block does that is never closed."""
    place: tuple[int, int] = (0, 0)
    """A section and its first line: near it will the next edit be."""
    replaced: Mapping[str, Section] = field(default_factory=dict)
    """Sections that were there before the text was to be read, by their source."""
    page: Page = field(default_factory=Page)
    kept: tuple[int, int] = (0, 0)
    """How many sections, from the start and from the end, the page has as they are."""

    @property
    def is_whole(self) -> bool:
        """Whether it can be rendered as a whole only."""
        return self.options.dialect == "python-markdown"

    @property
    def is_finished(self) -> bool:
        """Whether the page is that of the text."""
        return self.unread is None and not self.has_unwritten


def begun(
    body: str, options: Options = DEFAULT_OPTIONS, image_address: ImageAddress | None = None
) -> LiveText:
    """Answer the state of a body of which nothing is read; its lines end in a line feed.

    image_address says which address to show for the one written.
    """
    return LiveText(options, image_address, (unread(_readable(body)),), 0)


def edited(text: LiveText, edit: Edit) -> LiveText:
    """Answer the text with an edit made; what it may have changed is to be read."""
    sections = text.sections
    new = _readable(edit.text)
    first, line = _section_at(sections, text.place, edit.first)
    end = _end_of(sections, first, edit.first + edit.removed - line)
    source = _joined(sections[first:end])
    start = _after_lines(source, edit.first - line)
    stop = _after_lines(source, edit.first + edit.removed - line, at_end=len(source) + 1) - 1
    if new == source[start:stop]:
        return text
    changed = source[:start] + new + source[stop:]
    begin, past = _widened(text, first, end, changed)
    whole = _joined(sections[begin:first]) + changed + _joined(sections[end:past])
    gone = sections[begin:past]
    labels_out: tuple[object, ...] = (*text.labels_out, *labels_of(gone))
    if labels_out and text.unread is not None:
        labels_out = (*labels_out, object())  # not in the order of the text: not to be taken for what came in
    return replace(
        text,
        sections=(*sections[:begin], unread(whole), *sections[past:]),
        unread=begin,
        labels_out=labels_out,
        place=(begin, line - sum(it.lines for it in sections[begin:first])),
        replaced={**text.replaced, **{it.source: it for it in gone if it.is_reusable}},
    )


def beginning(text: LiveText, characters: int) -> str:
    """Answer so many characters of the body's start."""
    start = ""
    for section in text.sections:
        if len(start) >= characters:
            break
        start += section.source
    return start[:characters]


def rewritten(text: LiveText, body: str) -> LiveText:
    """Answer the text with another body, of which only what is different is to be read."""
    old, new = _joined(text.sections).split("\n"), _readable(body).split("\n")
    start = same_at_start(old, new)
    end = same_at_start(old[start:][::-1], new[start:][::-1])
    removed, inserted = len(old) - start - end, len(new) - start - end
    if not removed and not inserted:
        return text
    if not removed or not inserted:  # a line beside takes part: an edit has lines on both sides
        removed, inserted = removed + 1, inserted + 1
        start -= start > 0
    return edited(text, Edit(start, removed, "\n".join(new[start : start + inserted])))


def looked_again(text: LiveText) -> LiveText:
    """Answer the text with what shows an image to be rendered again, where its address is another one now."""
    address_of = text.image_address
    if address_of is None:
        return text
    if text.is_whole:
        return replace(text, sections=(unread(_joined(text.sections)),), unread=0)
    shown = {pair for it in text.sections if it.writing for pair in it.writing.images.items()}
    moved = {written for written, address in shown if address_of(written) != address}
    if not moved:
        return text
    sections = tuple(
        replace(it, writing=None) if it.writing and not moved.isdisjoint(it.writing.images) else it
        for it in text.sections
    )
    return replace(text, sections=sections, has_unwritten=True, replaced={})


def _readable(text: str) -> str:
    """Answer the text without the characters that the pipeline marks places with, and without NUL."""
    return text.translate(_UNREADABLE)


def _joined(sections: Sequence[Section]) -> str:
    return "".join([section.source for section in sections])


def _section_at(sections: Sequence[Section], near: tuple[int, int], target: int) -> tuple[int, int]:
    """Answer the section in which a line begins, and its own first line."""
    index, line = near
    while index + 1 < len(sections) and line + sections[index].lines <= target:
        line += sections[index].lines
        index += 1
    while index > 0 and (line > target or not sections[index - 1].source.endswith("\n")):
        index -= 1
        line -= sections[index].lines
    return index, line


def _end_of(sections: Sequence[Section], first: int, lines: int) -> int:
    """Answer where the sections end that hold so many lines from the first one on, as far as there are."""
    end = first + 1
    found = sections[first].lines
    while found < lines and end < len(sections):
        found += sections[end].lines
        end += 1
    return end


def _after_lines(source: str, lines: int, at_end: int = 0) -> int:
    """Answer the index behind the first lines of source; at_end where there are not so many."""
    index = 0
    for _ in range(lines):
        index = source.find("\n", index) + 1
        if not index:
            return at_end
    return index


def _widened(text: LiveText, first: int, end: int, changed: str) -> tuple[int, int]:
    """Answer the range of sections to read again where those from first to end change."""
    sections = text.sections
    if text.is_whole:
        return 0, len(sections)
    begin, past = _restart(sections, first), end
    if text.unread is not None:
        begin, past = min(begin, text.unread), max(end, text.unread + 1)
    if past == len(sections) - 1:
        past += 1  # white space at the end
    if past == len(sections):
        # What comes to be the last that is shown loses the white space at its end.
        rest = changed + _joined(sections[end:])
        while begin and is_blank(_joined(sections[begin:first]) + rest):
            begin -= 1
    is_leftover = text.may_be_leftover and may_end_leftover(changed)
    return 0 if is_leftover else begin, past


def _restart(sections: Sequence[Section], first: int) -> int:
    """Answer from where to read again if a section changes: the one before it may reach further now."""
    begin = max(0, first - 1)
    while (
        begin
        and sections[begin - 1].definitions
        and not sections[begin - 1].source.endswith("\n\n")
        and may_be_title(sections[begin].source)
    ):
        begin -= 1
    return begin
