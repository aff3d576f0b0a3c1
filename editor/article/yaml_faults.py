"""What is wrong with YAML, as codes: PyYAML tells it in English sentences, and some of them mislead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from yaml.scanner import ScannerError

from editor.article.faults import Unreadable

if TYPE_CHECKING:
    from yaml import SafeLoader
    from yaml.error import Mark, MarkedYAMLError

FOUND: Final = re.compile(r"(?:found|got|handle) (?:character )?'(?P<name>.+?)'(?: that|\Z)")
KEY_BEFORE: Final = re.compile(r":[ \t]")
DOCUMENT_END: Final = re.compile(r"^\.\.\.(?=\s|$)", re.MULTILINE)
LAST_LINE: Final = re.compile(r"[^\s#][^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*\Z")

CODES: Final = (
    ("found character", "reserved-character"),
    ("mapping values are not allowed", "colon-in-value"),
    ("could not find expected ':'", "missing-colon"),
    ("sequence entries are not allowed", "misplaced-dash"),
    ("mapping keys are not allowed", "misplaced-question-mark"),
    ("expected <block end>, but found '<scalar>'", "text-after-value"),
    ("expected <block end>, but found '<block", "wrong-indentation"),
    ("expected <block end>, but found '-'", "wrong-indentation"),
    ("expected <block end>, but found '?'", "wrong-indentation"),
    ("expected <block end>, but found ':'", "missing-colon"),
    ("expected <block end>", "text-after-value"),
    ("expected ',' or", "missing-comma"),
    ("expected the node content", "unexpected-mark"),
    ("expected '<document start>'", "wrong-indentation"),
    ("but found another document", "document-mark"),
    ("found undefined tag handle", "unknown-tag"),
    ("found duplicate YAML directive", "directive"),
    ("found incompatible YAML document", "directive"),
    ("duplicate tag handle", "directive"),
)
"""How PyYAML's sentences begin, and the codes of what they tell; the first that fits counts."""


class YamlFault(ScannerError):  # noqa: N818 - a fault of the writer's text, not a programming error
    """A fault that our own scanner finds; the first argument is its code."""

    def __init__(self, code: str, mark: Mark, detail: str = "") -> None:
        super().__init__(problem=code, problem_mark=mark)
        self.code = code
        self.detail = detail


def unreadable(error: MarkedYAMLError, loader: SafeLoader, source: str, offset: int) -> Unreadable:
    """Answer what error tells of source, which begins at offset of the file's text; loader met it."""
    mark = error.problem_mark or error.context_mark
    index = mark.index if mark else 0
    if isinstance(error, YamlFault):
        return Unreadable(error.code, offset + index, error.detail)
    problem = error.problem or ""
    if (error.context or "").endswith("directive"):
        return Unreadable("directive", offset + source.rfind("\n", 0, index) + 1)
    code = next((code for start, code in CODES if problem.startswith(start)), "syntax")
    found = FOUND.search(problem)
    name = found["name"] if found else ""
    open_at = loader.marks[-1].index if loader.flow_level and loader.marks else index
    if open_at < index and (name.startswith("<") or "\n" in source[open_at:index]):
        return Unreadable("unclosed-bracket", offset + open_at, source[open_at])
    if code == "colon-in-value":
        code, index = _colon_fault(source, index)
    if code == "wrong-indentation" and DOCUMENT_END.search(source, 0, index):
        code = "document-mark"
    return Unreadable(code, offset + index, name if len(name) == 1 or code == "unknown-tag" else "")


def _colon_fault(source: str, index: int) -> tuple[str, int]:
    """Answer what a colon that ends no key shows, and where: text with a colon, or a line out of place."""
    line = source.rfind("\n", 0, index) + 1
    before = source[line:index]
    if KEY_BEFORE.search(before):
        return "colon-in-value", index
    if before.startswith((" ", "\t")):
        return "wrong-indentation", index - len(before.lstrip(" \t"))
    above = LAST_LINE.search(source, 0, line)
    return "missing-colon", above.start() if above else index
