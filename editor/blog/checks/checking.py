"""The check of an article's front matter: every problem with its place in the text and its safe repair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from editor.article.faults import Unreadable
from editor.article.fences import Fences, find_fences
from editor.article.loading import read_document
from editor.article.mending import mending_of
from editor.article.places import key_span, value_span
from editor.article.yaml_document import YamlDocument
from editor.blog.checks.dates import compact_date, compact_date_finding, text_date_findings
from editor.blog.checks.fences import early_fence, text_after_fence
from editor.blog.checks.keys import misspelt_findings, odd_key_findings
from editor.blog.checks.repairs import repair_edits
from editor.blog.checks.shapes import ShapeCheck
from editor.blog.checks.sources import source_findings
from editor.blog.field_kinds import kind_of_value
from editor.blog.fields import template_key
from editor.blog.problems import Problem
from editor.blog.schemas.shapes import GroupShape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from editor.article.document import Document
    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.blog.checks.findings import Finding
    from editor.blog.schemas.guide import Guide
    from editor.text.change import Edit

MOST_PROBLEMS: Final = 100
LARGEST: Final = 400_000
"""Characters of a front matter that is checked; MOST_SIGNS of those that part its values."""
MOST_SIGNS: Final = 12_000
_SIGNS: Final = "\n,:-"
_REPAIR_BUDGET: Final = 60_000
"""Characters that are read for repairs, the front matter once for each; problems beyond have none."""
_LONGEST_VALUE: Final = 60
_NO_FENCES: Final = Fences("none", 0, 0, 0, is_mixed=False)


def check(text: str, path: Path | None, blog: Blog, guide: Guide) -> tuple[Problem, ...]:
    """Answer what is wrong with the front matter of an article, in the order of the text.

    path is where it lies, None for one without a file; guide is what blog tells of its fields. It never
    raises for what text holds, and takes no longer than a second or two for any.
    """
    fences = find_fences(text, takes_json=blog.takes_json)
    source = text[fences.start : fences.stop] if fences else ""
    if len(source) > LARGEST or sum(map(source.count, _SIGNS)) > MOST_SIGNS:
        return (Problem("too-large-to-check", "warning", "", 0, 0),)
    try:
        document = read_document(text, takes_json=blog.takes_json) or YamlDocument(
            text, _NO_FENCES, {}, None, ()
        )
    except Unreadable as fault:
        return (_of_fault(text, fault),)
    found = _Check(text, document, path, blog, guide).problems()
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column)))


def _of_fault(text: str, fault: Unreadable) -> Problem:
    mending = mending_of(text, fault)
    line, column = _position(text, fault.index)
    return Problem(
        fault.reason,
        "error",
        "",
        line,
        column,
        data={"detail": fault.detail},
        repair=mending.edits if mending else (),
        remedy=mending.means if mending else "",
    )


@dataclass(slots=True)
class _Check:
    """The check of one front matter that can be read."""

    text: str
    document: Document
    path: Path | None
    blog: Blog
    guide: Guide
    budget: int = _REPAIR_BUDGET

    def problems(self) -> Iterator[Problem]:
        """Yield the problems: those of the fences, then what is found of the fields."""
        yield from self._of_fences()
        for finding in islice(self._findings(), MOST_PROBLEMS):
            yield self._placed(finding)

    def _findings(self) -> Iterator[Finding]:
        keys = self.document.values.keys()
        collection = self.guide.collection
        rules = collection.fields if collection and collection.has_schema else ()
        # A part of the schema that cannot be read may name any key.
        is_whole = collection is not None and not collection.unread
        is_strict = collection is not None and collection.are_others_refused and is_whole
        misspelt = misspelt_findings(keys, rules) if is_whole else {}
        named = {finding.place for finding in misspelt.values()}
        yield from misspelt.values()
        yield from (finding for finding in odd_key_findings(keys) if finding.place not in named)
        if self.blog.generator not in ("astro", "plain"):
            return
        shapes = ShapeCheck(self.path, self.blog, self.guide, self._habits())
        seen = set(named)
        for finding in shapes.group(GroupShape(rules, None, is_strict), self.document.values):
            if finding.place not in named and not (
                finding.rule == "missing" and finding.place[0] in misspelt
            ):
                seen.add(finding.place)
                yield finding
        ruled = {rule.key for rule in rules}
        others = {key: value for key, value in self.document.values.items() if key not in ruled}
        for finding in chain(source_findings(self.document), self._unruled_dates(others)):
            if finding.place not in seen:
                yield finding

    def _unruled_dates(self, values: dict[str, Value]) -> Iterator[Finding]:
        """Yield what is wrong with dates that no schema speaks of, but their names do."""
        for key, value in values.items():
            if isinstance(value, str) and kind_of_value(key, value) == "date":
                yield from text_date_findings(value, (key,), self._habits())
            elif isinstance(value, int) and template_key(key) in ("pubDate", "updatedDate"):
                day = compact_date(value)
                if day is not None:
                    yield compact_date_finding(value, (key,), day)

    def _habits(self) -> tuple[str, ...]:
        """Answer the texts that other articles have where they have dates."""
        return tuple(word for usage in self.guide.usage.keys if usage.notation for word, _ in usage.words)

    def _of_fences(self) -> Iterator[Problem]:
        if self.document.fences == _NO_FENCES or self.document.fences.format == "json":
            return
        after = text_after_fence(self.document)
        if after is not None:
            yield Problem("text-after-fence", "warning", "", *_position(self.text, after))
        collection, usage = self.guide.collection, self.guide.usage
        known = collection.fields if collection and collection.has_schema else usage.keys
        edits = early_fence(self.document, {it.key for it in known})
        if edits is not None:
            line, column = _position(self.text, self.document.fences.stop)
            yield Problem("early-fence", "error", "", line, column, repair=edits, remedy="indent")

    def _placed(self, finding: Finding) -> Problem:
        index = self._index(finding)
        line, column = self._entry_position(finding) if index is None else _position(self.text, index)
        repair = self._repair(finding)
        return Problem(
            finding.rule,
            finding.severity,
            str(finding.place[0]),
            line,
            column,
            finding.place[1:],
            {**self._values(finding), **finding.data},
            repair,
            finding.repair.remedy if finding.repair and repair else "",
        )

    def _index(self, finding: Finding) -> int | None:
        """Answer where a finding stands: at the value or its key; at what it is missing in."""
        if finding.rule == "missing":
            span = value_span(self.document, finding.place[:-1]) if len(finding.place) > 1 else None
            return span.start if span else max(self.document.fences.start - 3, 0)
        span = (key_span if finding.is_of_key else value_span)(self.document, finding.place)
        return span.start if span else None

    def _entry_position(self, finding: Finding) -> tuple[int, int]:
        """Answer where the value of a finding's key stands, in a language or a place that has no tree."""
        entry = next(it for it in self.document.entries() if it.key == finding.place[0])
        line = self.text.split("\n", entry.line + 1)[entry.line]
        return entry.line, max(line.find(entry.raw.split("\n")[0]), 0) if entry.raw else 0

    def _values(self, finding: Finding) -> dict[str, str]:
        """Answer what any sentence may name: the value as it is written, and the new one of the repair."""
        span = value_span(self.document, finding.place) if finding.rule != "missing" else None
        source = " ".join(self.text[span.start : span.end].split()) if span else ""
        values = {"value": _short(source.strip("'\""))}
        if finding.repair is not None and finding.repair.value is not None:
            new = finding.repair.value
            values["new"] = _short(new.date().isoformat() if isinstance(new, datetime) else _word(new))
        return values

    def _repair(self, finding: Finding) -> tuple[Edit, ...]:
        size = self.document.fences.end
        if finding.repair is None or size > self.budget:
            return ()
        self.budget -= size
        return repair_edits(self.document, finding.place, finding.repair)


def _position(text: str, index: int) -> tuple[int, int]:
    """Answer the line and the column of an index, both from 0."""
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, start), index - start


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
