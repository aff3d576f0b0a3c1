"""What all dialects' trees have in common, so that what follows the parse is written once.

A tree is Python-Markdown's: ElementTree elements under one `div`; raw HTML is a placeholder in the text
(`HtmlStash`), a raw block a paragraph of nothing but its placeholder; `&` in text and attributes is
written as a character reference, `<` and `>` as they are.
"""

import html
import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown.util import HtmlStash

    from editor.rendering.holes import Hole, Holes

SOURCE_LINE: Final = f"{STX}line"
"""Attribute of an element: the 0-based line of the parsed text where its source begins."""

SOURCE_END: Final = f"{STX}end"
"""Attribute of an element: the line after the last one of its source, blank lines at its end left out."""

AS_WRITTEN: Final = f"{STX}as-written"
"""Attribute of an image whose address the blog leaves alone, or of a heading that it gives no id."""

NOTE: Final = f"{STX}note"
"""Attribute of an element at the top that is a footnote: its key."""


def plain_text(element: Element, stash: "HtmlStash") -> str:
    """The text a reader sees in the element: without the tags of raw HTML, with its character references."""

    def without_tags(placeholder: re.Match[str]) -> str:
        raw = str(stash.rawHtmlBlocks[int(placeholder[1])])
        return raw if raw.startswith("&") else ""

    text = HTML_PLACEHOLDER_RE.sub(without_tags, "".join(element.itertext()))
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))


class TreeWriter:
    """Writes a tree from start to end; text and attributes are given plain."""

    def __init__(self, stash: "HtmlStash", holes: "Holes") -> None:
        self._stash = stash
        self._holes = holes
        self._root = Element("div")
        self._parents = [self._root]
        self._last: Element | None = None
        self._pending: list[str] = []

    def open(self, tag: str, attributes: "Mapping[str, str | int | float]") -> None:
        """Start an element; what follows goes into it until it is closed."""
        self._flush()
        escaped = {name: str(value).replace("&", "&amp;") for name, value in attributes.items()}
        self._parents.append(SubElement(self._parents[-1], tag, escaped))
        self._last = None

    def close(self) -> None:
        """End the element opened last."""
        self._flush()
        self._last = self._parents.pop()

    def text(self, content: str) -> None:
        """Add text."""
        self._pending.append(content.replace("&", "&amp;"))

    def markup(self, content: str) -> None:
        """Add HTML as it is."""
        self._pending.append(self._stash.store(content))

    def hole(self, hole: "Hole") -> str:
        """The marker of what is filled in later, for a text or an attribute."""
        return self._holes.add(hole)

    def element(self, element: Element) -> None:
        """Add an element that is made already, with texts as trees have them."""
        self._flush()
        self._parents[-1].append(element)
        self._last = element

    def finish(self) -> Element:
        """The root of the tree."""
        self._flush()
        return self._root

    def _flush(self) -> None:
        if not self._pending:
            return
        content = "".join(self._pending)
        self._pending.clear()
        if self._last is None:
            self._parents[-1].text = content
        else:
            self._last.tail = content
