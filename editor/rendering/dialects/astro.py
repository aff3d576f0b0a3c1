"""The dialects of Astro: markdown-it in the place of Python-Markdown's parser."""

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.postprocessors import RawHtmlPostprocessor
from markdown.util import ETX, STX

from editor.rendering.dialects.commonmark import parser_for
from editor.rendering.dialects.elements import TokenTree
from editor.rendering.dialects.footnotes import environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Markdown

    from editor.rendering.dialects.commonmark import CommonMark
    from editor.text.dialects import Dialect


class _CommonMarkParser(BlockParser):
    """Stands where Python-Markdown's parser stood and reads the whole text."""

    def __init__(self, pipeline: "Markdown", parser: "CommonMark", *, keeps_referenced_images: bool) -> None:
        super().__init__(pipeline)
        self._parser = parser
        self._keeps_referenced_images = keeps_referenced_images

    def parseDocument(self, lines: "Iterable[str]") -> "ElementTree[Element | None]":  # noqa: N802 (the library's)
        """The tree of the text's lines."""
        text = "\n".join(lines).replace(STX, "").replace(ETX, "")
        tokens = self._parser.parse(f"{text}\n", environment())
        tree = TokenTree(self.md.htmlStash, keeps_referenced_images=self._keeps_referenced_images)
        return ElementTree(tree.build(tokens))


class _RawHtml(RawHtmlPostprocessor):
    """Puts raw HTML back; a raw block loses its paragraph whatever it begins with."""

    def isblocklevel(self, html: str) -> bool:  # noqa: ARG002 (the library's signature)
        """Answer yes: the tree says which HTML is a block."""
        return True


class AstroDialect(Extension):
    """Reads a text as Astro 7 (`astro`) or Astro 6 (`astro-remark`) does."""

    def __init__(self, dialect: "Dialect", *, gfm: bool, smart_punctuation: bool) -> None:
        super().__init__()
        self._parser = parser_for(dialect, gfm=gfm, smart_punctuation=smart_punctuation)
        self._keeps_referenced_images = dialect == "astro"

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Take Python-Markdown's own reading out of the pipeline, and markdown-it in."""
        for name in ("normalize_whitespace", "html_block"):
            md.preprocessors.deregister(name)
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)
        md.postprocessors.deregister("amp_substitute")
        md.postprocessors.register(_RawHtml(md), "raw_html", 30)
        md.parser = _CommonMarkParser(md, self._parser, keeps_referenced_images=self._keeps_referenced_images)
