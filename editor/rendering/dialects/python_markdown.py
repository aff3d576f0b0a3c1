"""The dialect of Pelican, MkDocs and Nikola: Python-Markdown's own parser with the extensions of the site."""

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import SubElement

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from editor.rendering.dialects.bundled_extensions import taken
from editor.rendering.dialects.own_extensions import CodeHilite, Meta, Nikola
from editor.rendering.dialects.source_lines import LastSourceLines, SourceLines, SourceText
from editor.text.markdown_extensions import MarkdownExtension

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_FENCED_CODE: Final = re.compile(
    r'<pre><code(?: class="(?P<names>[^"]*)")?>(?P<code>.*)</code></pre>', re.DOTALL
)

_OWN: Final[dict[str, type[Extension]]] = {"codehilite": CodeHilite, "meta": Meta, "nikola": Nikola}
USUAL_EXTENSIONS: Final = tuple(map(MarkdownExtension, ("extra", "sane_lists", "toc")))
"""For a text that belongs to no site of Python-Markdown's."""

_MOST_BRACKETS: Final = 1000
"""Brackets in a line, or open in a paragraph: for each, Python-Markdown reads all the rest again."""


def is_readable(text: str) -> bool:
    """Whether Python-Markdown's parser gets through the text in a time that someone would wait."""
    if any(line.count("[") > _MOST_BRACKETS for line in text.split("\n")):
        return False
    return not any(
        part.count(opening) > _MOST_BRACKETS
        for opening, closing in ("[]", "<>")
        for paragraph in text.split("\n\n")
        for part in paragraph.split(closing)
    )


class _FencedCode(Treeprocessor):
    """Puts fenced code into the tree, where the code of other dialects is."""

    def run(self, root: "Element") -> None:
        """Turn the placeholders of code into elements."""
        for block in root.iter("p"):
            placeholder = HTML_PLACEHOLDER_RE.fullmatch((block.text or "").strip())
            if not placeholder or len(block):
                continue
            code = _FENCED_CODE.fullmatch(str(self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]))
            if code:
                names = {"class": code["names"]} if code["names"] else {}
                block.tag, block.text = "pre", None
                SubElement(block, "code", names).text = code["code"]


class PythonMarkdownDialect(Extension):
    """Reads a text as the package itself does."""

    def __init__(self, extensions: tuple[MarkdownExtension, ...]) -> None:
        super().__init__()
        self._options = taken(extensions).options

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Add the extensions of the site, and keep the lines of the source."""
        for name, options in self._options.items():
            own = _OWN.get(name)
            bundled = f"markdown.extensions.{name}"
            md.registerExtensions([own(**options) if own else bundled], {bundled: dict(options)})
        source_lines = SourceLines(md)
        md.preprocessors.register(SourceText(md, source_lines), "source_text", 29)
        md.parser.blockprocessors.register(source_lines, "source_lines", 1000)
        md.treeprocessors.register(LastSourceLines(md, source_lines), "last_source_lines", 60)
        md.treeprocessors.register(_FencedCode(md), "fenced_code", 4)
