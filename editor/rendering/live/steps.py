"""The work on a text that is being written, done step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.sections import Definition, Labels, ReadSection
from editor.rendering.live.page import arranged
from editor.rendering.live.reading import Reading
from editor.rendering.live.section import Section, labels_of, unread
from editor.rendering.live.whole import as_written, read_whole
from editor.rendering.pipeline import section_pipelines, whole_pipelines

if TYPE_CHECKING:
    from editor.rendering.live.text import LiveText
    from editor.rendering.pipeline import SectionPipeline

PORTION: Final = 4000
"""Characters of a step: it takes some milliseconds, which is how long a key may have to wait for it."""


def advanced(text: LiveText, portion: int = PORTION) -> LiveText:
    """Answer the text with one step of the work done: about so many characters are read and rendered."""
    if text.is_whole:
        return _advanced_whole(text)
    with section_pipelines.borrowed(text.options) as pipeline:
        step = _Step(text, pipeline)
        step.read(portion)
        step.gather_labels()
        step.write(portion)
        return step.outcome()


def _advanced_whole(text: LiveText) -> LiveText:
    body = text.sections[0].source
    try:
        with whole_pipelines.borrowed(text.options) as pipeline:
            sections = read_whole(body, pipeline, text.image_address)
    except RecursionError:
        sections = as_written(body)
    page = arranged(text.page, sections, (0, 0))
    return replace(text, sections=sections, unread=None, replaced={}, page=page)


class _Step:
    """One step, on a copy of the text's sections."""

    def __init__(self, text: LiveText, pipeline: SectionPipeline) -> None:
        self._before = text
        self._pipeline = pipeline
        self._dialect = pipeline.dialect
        self._sections = [*text.sections]
        self._unread = text.unread
        self._kept = text.kept
        self._labels = text.labels
        self._labels_out = text.labels_out
        self._labels_in = text.labels_in
        self._asked = text.asked
        self._may_be_leftover = text.may_be_leftover
        self._has_unwritten = text.has_unwritten
        self._replaced = text.replaced
        self._fresh: dict[int, ReadSection] = {}

    def read(self, size: int) -> None:
        """Cut the next stretch of the unread text into sections."""
        at = self._unread
        if at is None:
            return
        known = self._sections[at + 1 :]
        reading = Reading(self._dialect, self._sections[at].source, known)
        if at == 0:
            reading.read_margin()
            self._may_be_leftover = reading.may_be_leftover
        while reading.pending and 2 * reading.characters < size:
            reading.read(size)
        swallowed = known[: len(known) - len(reading.known)]
        self._replaced = {**self._replaced, **{it.source: it for it in swallowed if it.is_reusable}}
        new = [self._section(index, section) for index, section in enumerate(reading.new, at)]
        rest = [unread(reading.pending)] if reading.pending else []
        self._sections[at:] = [*new, *rest, *reading.known]
        self._unread = at + len(new) if rest else None
        self._labels_out = (*self._labels_out, *labels_of(swallowed))
        self._labels_in = (*self._labels_in, *labels_of(new))
        self._kept = (min(self._kept[0], at), min(self._kept[1], len(reading.known)))

    def _section(self, index: int, read: Section | ReadSection) -> Section:
        if isinstance(read, Section):
            return read
        if old := self._replaced.get(read.source):
            return old
        self._fresh[index] = read
        return Section(read.source, read.source.count("\n"), read.definitions, read.notes)

    @property
    def _is_growing(self) -> bool:
        """Whether all above the unread text is read, and nothing below."""
        return self._unread == len(self._sections) - 1

    def gather_labels(self) -> None:
        """See which labels mean something else now; what asked for one is to be rendered again."""
        is_same = self._labels_in == self._labels_out
        if is_same or not (self._unread is None or self._is_growing):
            return
        old = self._labels
        goes_on = not self._labels_out and self._is_growing  # what came in stands below all else
        links = {**old.links} if goes_on else {}
        notes = {*old.notes} if goes_on else set()
        for label in self._labels_in if goes_on else labels_of(self._sections):
            if isinstance(label, Definition):
                links.setdefault(label.label, {"href": label.address, "title": label.title})
            else:
                notes.add(label)
        self._labels = Labels(links, frozenset(notes))
        self._labels_in = self._labels_out = ()
        changed = {label for label in {**old.links, **links} if old.links.get(label) != links.get(label)}
        changed.update(f"^{key}" for key in notes.symmetric_difference(old.notes))
        if not changed.isdisjoint(self._asked):
            self._forget(changed)

    def _forget(self, labels: set[str]) -> None:
        self._replaced = {}
        for index, section in enumerate(self._sections):
            if section.writing and not section.writing.asked.isdisjoint(labels):
                self._sections[index] = replace(section, writing=None)
                self._has_unwritten = True

    def write(self, size: int) -> None:
        """Render what is new, and of the rest that is to be rendered about size characters."""
        for index, section in self._fresh.items():
            self._write(index, section)
        if self._has_unwritten:
            self._write_rest(size)

    def _write_rest(self, size: int) -> None:
        self._has_unwritten = False
        for index, section in enumerate(self._sections):
            if section.writing or index == self._unread:
                continue
            if size <= 0:
                self._has_unwritten = True
                return
            (read,) = self._dialect.read(section.source, (), is_end=True)
            self._write(index, read)
            size -= len(section.source)

    def _write(self, index: int, read: ReadSection) -> None:
        parsed = self._dialect.parse(read, self._labels)
        writing = self._pipeline.write(parsed, self._before.image_address)
        if not writing.asked <= self._asked:
            self._asked |= writing.asked
        self._sections[index] = replace(self._sections[index], writing=writing)
        self._kept = (min(self._kept[0], index), min(self._kept[1], len(self._sections) - 1 - index))

    def outcome(self) -> LiveText:
        """Answer the text after the step; its page grows with it while nothing below is known."""
        page, kept = self._before.page, self._kept
        count = len(self._sections) if self._unread is None else self._unread
        is_shown = self._unread is None or (self._is_growing and count >= 2 * page.count)
        if is_shown and not self._has_unwritten:
            page = arranged(page, self._sections[:count], kept if self._unread is None else (kept[0], 0))
            kept = (count, count if self._unread is None else 0)
        return replace(
            self._before,
            sections=tuple(self._sections),
            unread=self._unread,
            has_unwritten=self._has_unwritten,
            labels=self._labels,
            labels_out=self._labels_out,
            labels_in=self._labels_in,
            asked=self._asked,
            may_be_leftover=self._may_be_leftover,
            replaced={} if self._unread is None else self._replaced,
            page=page,
            kept=kept,
        )
