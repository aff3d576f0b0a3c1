"""Headings that leave out a level, or say the title once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.blog.checks.text_findings import TextFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.checks.body import Body

_TITLE: Final = 1


def heading_findings(body: Body, *, is_title_printed: bool) -> Iterator[TextFinding]:
    """Yield what is wrong with the headings; is_title_printed: the page has a title before the body.

    A heading may be one level deeper than the one before it (WCAG 2.2, technique H42 with G141).
    """
    before = _TITLE if is_title_printed else 0
    titles = int(is_title_printed)
    for heading in body.structure.headings:
        place = body.start + heading.start
        if heading.level == _TITLE:
            titles += 1
            if titles > 1:
                yield TextFinding("second-title", "warning", place)
        elif heading.level > before + 1 and before:
            marks, wanted = "#" * heading.level, "#" * (before + 1)
            yield TextFinding("skipped-heading", "warning", place, {"value": marks, "wanted": wanted})
        before = heading.level
