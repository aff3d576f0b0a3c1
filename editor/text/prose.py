"""Where a body's own words stand: its paragraphs without code, addresses, HTML and other marks.

What stands in braces belongs to a program: the tags of templates (Liquid, Jinja, Hugo's shortcodes), lists of
attributes, expressions of MDX.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.text.addresses import LABEL_TAIL, label_key
from editor.text.block_reading import read_blocks
from editor.text.brackets import closing_brace
from editor.text.inline import parse_inline

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

_HIDDEN: Final = frozenset({"code", "html", "comment", "entity", "escape", "autolink", "footnote"})
_MATH: Final = re.compile(r"\$\$[^$]+\$\$|\$[^\s$](?:[^$\n]*[^\s$])?\$")
_BRACES: Final = re.compile(r"[{}]")
_JSX_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>")
_TEMPLATE_TAG: Final = re.compile(
    r"\{[{%][<%]?-?\s*(?P<end>end|/\s*)?(?P<name>highlight|raw|codeblock|verbatim|comment)\b[^{}]*\}{1,2}"
)
"""What begins or ends what templates show as it is."""
_NOTATION: Final = re.compile(
    r"^[ \t]*(?:(?:!{3}|\?{3}\+?|={3}[!+]?)[ \t].*|;?-+8<-+.*|\*\[[^\]\n]+\]:"
    r"|:::[ \t].*(?:\n {4}.*)*|:{3,}\w.*)",
    re.MULTILINE,
)
"""Lines that are instructions: admonitions, tabs, snippets, abbreviations, directives (PyMdown, MkDocs)."""
HIDDEN_MARK: Final = "\0"
"""What stands in the place of each character that is no word of the writer's."""


class Prose(NamedTuple):
    """A paragraph, a heading or a cell: where it starts in the body, and its text, hidden parts marked."""

    start: int
    text: str


def prose_of(body: str, *, is_mdx: bool = False, has_math: bool = False) -> Iterator[Prose]:
    """Yield the prose of a body in the order of the text, each as long as what stands in the body."""
    blocks = read_blocks(body, is_mdx=is_mdx)
    text = _hidden(blocks.text, _template_code(blocks.text))
    labels = {label_key(text[slice(*it.label)]) for it in blocks.definitions}
    for start, end in sorted(blocks.paragraphs):
        shown = _without_marks(text[start:end], labels, has_math=has_math)
        yield Prose(start, _without_scripts(shown, is_mdx=is_mdx))


def _without_marks(source: str, labels: Container[str], *, has_math: bool) -> str:
    spans: list[tuple[int, int]] = []
    for mark in parse_inline(source):
        if mark.kind in _HIDDEN:
            spans.append((mark.start, mark.end))
        elif mark.kind in ("link", "image"):
            spans.append((mark.content_end, mark.end))
    # Words that are a label too lead nowhere once they are others than those of its definition.
    spans += (it.span("label") for it in LABEL_TAIL.finditer(source) if label_key(it["label"]) in labels)
    spans += (found.span() for found in _NOTATION.finditer(source))
    if has_math:
        spans += (found.span() for found in _MATH.finditer(source))
    return _hidden(source, spans)


def _without_scripts(source: str, *, is_mdx: bool) -> str:
    if not is_mdx:
        return _hidden(source, _braces(source))
    source = _hidden(source, _expressions(source))
    return _hidden(source, (found.span() for found in _JSX_TAG.finditer(source)))


def _hidden(source: str, spans: Iterable[tuple[int, int]]) -> str:
    characters = list(source)
    for start, end in spans:
        characters[start:end] = HIDDEN_MARK * (end - start)
    return "".join(characters)


def _template_code(text: str) -> Iterator[tuple[int, int]]:
    """Yield where templates show text as it is, with the tags around it."""
    begun: dict[str, int] = {}
    for tag in _TEMPLATE_TAG.finditer(text):
        if not tag["end"]:
            begun.setdefault(tag["name"], tag.start())
        elif tag["name"] in begun:
            yield begun.pop(tag["name"]), tag.end()


def _braces(source: str) -> Iterator[tuple[int, int]]:
    """Yield where braces and what they hold stand."""
    depth, start = 0, 0
    for brace in _BRACES.finditer(source):
        if brace[0] == "{":
            start = start if depth else brace.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, brace.end()


def _expressions(source: str) -> Iterator[tuple[int, int]]:
    """Yield where expressions of MDX stand; one that is not closed reaches to the end."""
    start = source.find("{")
    while start >= 0:
        closing = closing_brace(source, start + 1)
        end = len(source) if closing is None else closing + 1
        yield start, end
        start = source.find("{", end)
