"""Elements, components and expressions of MDX, written into a tree.

An element is shown as it is, as far as its attributes are known without running anything; a component as a
box with its name and properties; an expression as code.
"""

import html
import re
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.jsx import Expression
from editor.rendering.tree import AS_WRITTEN
from editor.script.embedded import fixed_text, fixed_value, is_nothing
from editor.script.expressions import Literal, Object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.rendering.dialects.jsx import Attribute, Tag
    from editor.rendering.tree import TreeWriter

    Placed = Mapping[str, str | int | float]

_HTML_NAMES: Final = {"className": "class", "htmlFor": "for"}
_DIRECTIVES: Final = ("class:list", "client:", "define:", "is:", "server:", "set:", "transition:")
"""Attributes that Astro obeys and does not write."""
_CAPITAL: Final = re.compile(r"[A-Z]")
_LEFT_ALONE: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "img"))
"""Elements that get an id or an address where Markdown makes them."""
_FRAGMENT: Final = {"style": "display: contents"}


def open_element(writer: "TreeWriter", tag: "Tag", placed: "Placed", *, is_block: bool) -> None:
    """Start what a tag opens; placed are attributes of the outermost element."""
    outer = "div" if is_block else "span"
    if not tag.name:
        writer.open(outer, {**_FRAGMENT, **placed})
    elif tag.is_component:
        attributes = {"class": "mdx-component", "role": "group", "aria-label": tag.name}
        writer.open(outer, {**attributes, **placed})
        writer.markup(_name(tag, "p" if is_block else "span"))
    else:
        as_written = {AS_WRITTEN: ""} if tag.name in _LEFT_ALONE else {}
        writer.open(tag.name, {**dict(_html_attributes(tag)), **placed, **as_written})


def _name(tag: "Tag", outer: str) -> str:
    """Answer the label of a component as raw HTML, which is no part of a heading's text."""
    words = (tag.name, *map(_property, tag.attributes))
    codes = " ".join(f"<code>{html.escape(word, quote=False)}</code>" for word in words)
    return f'<{outer} class="mdx-name">{codes}</{outer}>'


def _property(attribute: "Attribute") -> str:
    """Answer an attribute as it is written, in one line."""
    value = attribute.value
    if isinstance(value, Expression):
        source = f"{{{' '.join(value.source.split())}}}"
        return f"{attribute.name}={source}" if attribute.name else source
    return attribute.name if value is None else f'{attribute.name}="{value}"'


def _html_attributes(tag: "Tag") -> "Iterator[tuple[str, str]]":
    """Yield the attributes whose values are known, as HTML has them."""
    for attribute in tag.attributes:
        name = _HTML_NAMES.get(attribute.name, attribute.name)
        value = _html_value(attribute)
        if name and value is not None and not name.startswith(_DIRECTIVES):
            yield name, value


def _html_value(attribute: "Attribute") -> str | None:
    """Answer what HTML has for an attribute: nothing where it is true, None for no attribute."""
    value = attribute.value
    if not isinstance(value, Expression):
        return value or ""
    text = fixed_text(value.source)
    if text is not None:
        return text
    match fixed_value(value.source):
        case Literal(_, True):
            return ""
        case Literal(_, int() | float() as number) if not isinstance(number, bool):
            return str(number)
        case Object() as style if attribute.name == "style":
            return _declarations(style)
    return None


def _declarations(style: Object) -> str:
    """Answer a style sheet's declarations for an object with such names as backgroundColor."""
    return "; ".join(
        f"{_CAPITAL.sub(lambda capital: f'-{capital[0].lower()}', entry[0])}: {entry[1].value}"
        for entry in style.entries
        if isinstance(entry, tuple) and isinstance(entry[1], Literal) and entry[1].value is not None
    )


def write_expression(
    writer: "TreeWriter", expression: Expression, placed: "Placed", *, is_block: bool
) -> None:
    """Write an expression: a fixed text as such, a comment not at all, what has to be run as code."""
    text = fixed_text(expression.source)
    if is_nothing(expression.source):
        return
    if text is None:
        if is_block:
            writer.open("pre", {"class": "mdx-expression", **placed})
        writer.open("code", {} if is_block else {"class": "mdx-expression"})
        writer.text(f"{{{expression.source}}}")
        writer.close()
    elif is_block:
        writer.open("div", {**_FRAGMENT, **placed})
        writer.text(text)
    else:
        writer.text(text)
    if is_block:
        writer.close()
