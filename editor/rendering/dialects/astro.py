"""The dialects of Astro: markdown-it in the place of Python-Markdown's parser."""

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.postprocessors import RawHtmlPostprocessor

from editor.rendering.dialects.commonmark import parser_for
from editor.rendering.dialects.elements import TokenTree
from editor.rendering.dialects.sections import (
    Labels,
    ParsedSection,
    ReadSection,
    parse_section,
    read_sections,
)
from editor.rendering.tree import TreeWriter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from markdown import Markdown
    from markdown.util import HtmlStash

    from editor.rendering.holes import Holes
    from editor.rendering.pipeline import Options


class _SectionParser(BlockParser):
    """Stands where Python-Markdown's parser stood: the text is read, and cut into sections, before it."""

    def __init__(self, pipeline: "Markdown", dialect: "AstroDialect") -> None:
        super().__init__(pipeline)
        self._dialect = dialect

    def parseDocument(self, lines: "Iterable[str]") -> "ElementTree[Element | None]":  # noqa: ARG002, N802 (the library's)
        """The tree of the section that the dialect was given."""
        return ElementTree(self._dialect.tree(self.md.htmlStash))


class _RawHtml(RawHtmlPostprocessor):
    """Puts raw HTML back; a raw block loses its paragraph whatever it begins with."""

    def isblocklevel(self, html: str) -> bool:  # noqa: ARG002 (the library's signature)
        """Answer yes: the tree says which HTML is a block."""
        return True


class AstroDialect(Extension):
    """Reads a text as Astro 7 (`astro`) or Astro 6 (`astro-remark`) does, section by section."""

    _section: ParsedSection

    def __init__(self, options: "Options", holes: "Holes") -> None:
        super().__init__()
        self._parser = parser_for(options)
        self._fault_words = options.fault_words
        self._holes = holes
        self._keeps_referenced_images = options.dialect == "astro"
        self.drops_front_matter = options.dialect == "astro" and not options.mdx

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Take Python-Markdown's own reading out of the pipeline, and markdown-it in."""
        for name in ("normalize_whitespace", "html_block"):
            md.preprocessors.deregister(name)
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)
        md.postprocessors.deregister("amp_substitute")
        md.postprocessors.register(_RawHtml(md), "raw_html", 30)
        md.parser = _SectionParser(md, self)

    def read(self, text: str, known: "Collection[int]", *, is_end: bool) -> tuple[ReadSection, ...]:
        """Cut a text into sections (see read_sections)."""
        return read_sections(self._parser, text, known, is_end=is_end)

    def parse(self, section: ReadSection, labels: Labels) -> ParsedSection:
        """Parse the text of a section (see parse_section)."""
        return parse_section(self._parser, section, labels)

    def expect(self, section: ParsedSection) -> None:
        """Take the section of which the tree will be asked for."""
        self._section = section

    def tree(self, stash: "HtmlStash") -> Element:
        """The tree of the section that was given."""
        keeps = self._keeps_referenced_images
        writer = TreeWriter(stash, self._holes)
        first_line = self._section.first_line
        tree = TokenTree(writer, first_line, self._fault_words, keeps_referenced_images=keeps)
        return tree.build(self._section.tokens)
