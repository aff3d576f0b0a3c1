"""TeX as MathML, which a browser shows without scripts; within bounds.

Elements are copied into the tree, none of their attributes leads out of the page or changes its look.
"""

from __future__ import annotations

import functools
import html
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from editor.rendering.faults import BodyFault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST: Final = 5_000
"""Characters of a formula that is converted."""
_MOST_ELEMENTS: Final = 5_000
_MOST_KEPT: Final = 2_048
"""Formulas that are kept converted: a preview asks for most of them again and again."""
_DEFINITION: Final = re.compile(r"\\(?:def|newcommand)(?![A-Za-z])")
"""Commands that define others, which could call each other without end."""
_UNKNOWN: Final = re.compile(r"\\[A-Za-z]+")
_ESCAPED: Final = re.compile(r"\\.|(?<!\\)%[^\n]*", re.DOTALL)
_OUTER_ATTRIBUTES: Final = ("class", "href", "id", "style")


def mathml(tex: str, *, is_display: bool) -> Element | BodyFault:
    """Answer the element of a formula, a new one each time, or why there is none."""
    made = _made(tex, is_display)
    return made if isinstance(made, BodyFault) else deepcopy(made)


@functools.lru_cache(maxsize=_MOST_KEPT)
def _made(tex: str, is_display: bool) -> Element | BodyFault:  # noqa: FBT001 (a cache takes no keywords gladly)
    fault = _fault_before(tex)
    if fault:
        return fault
    # Loaded by who needs it: few blogs have formulas.
    from latex2mathml.converter import convert_to_element

    try:
        element = convert_to_element(tex, display="block" if is_display else "inline")
    except Exception:  # noqa: BLE001 (besides its own errors the library lets those of its parts through)
        return BodyFault("math-unreadable")
    return _fault_of(element) or _cleaned(element)


def _fault_before(tex: str) -> BodyFault | None:
    """Answer what keeps a formula from being converted at all."""
    if len(tex) > _LONGEST:
        return BodyFault("math-too-long")
    definition = _DEFINITION.search(tex)
    if definition:
        return BodyFault("math-defines-command", definition[0])
    depth = 0
    for brace in re.findall(r"[{}]", _ESCAPED.sub("", tex)):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    return BodyFault("math-braces") if depth else None


def _fault_of(element: Element) -> BodyFault | None:
    """Answer what the library took for a name because it does not know it."""
    for count, inner in enumerate(element.iter()):
        if count == _MOST_ELEMENTS:
            return BodyFault("math-too-long")
        if inner.tag == "mi" and _UNKNOWN.fullmatch(inner.text or ""):
            return BodyFault("math-unknown-command", inner.text or "")
    return None


def _cleaned(element: Element) -> Element:
    """Write texts as trees have them, and take out what does not belong to a formula."""
    for inner in element.iter():
        inner.text = html.unescape(inner.text or "").replace("&", "&amp;")
        for name in _OUTER_ATTRIBUTES:
            inner.attrib.pop(name, None)
        for name, value in inner.items():
            inner.set(name, value.replace("&", "&amp;"))
    return element
