"""What is found in an article's text, before its place is told as line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from editor.blog.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from editor.blog.problems import Severity
    from editor.text.change import Edit

TextRemedy = Literal["apostrophes", "delete", "guillemets", "inline", "spaces", "write"]
"""What mends a text: make apostrophes curly, delete a notation, make guillemets of quotes, write the address
of a reference into it, put no-break spaces in, write another address."""


@dataclass(frozen=True, slots=True)
class TextFinding:
    """Something found at an index of an article's text; repair are the edits of that text that mend it.

    key is the field of the front matter that it is about, "" for one of the body.
    """

    rule: str
    severity: Severity
    index: int
    data: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    repair: tuple[Edit, ...] = ()
    remedy: TextRemedy | Literal[""] = ""


def placed(findings: Iterable[TextFinding], text: str) -> Iterator[Problem]:
    """Yield findings in a text as problems."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for it in findings:
        line = bisect_right(starts, it.index) - 1
        yield Problem(
            it.rule,
            it.severity,
            it.key,
            line,
            it.index - starts[line],
            data=it.data,
            repair=it.repair,
            remedy=it.remedy,
        )
