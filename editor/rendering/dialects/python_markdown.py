"""The dialect of Pelican, MkDocs and Nikola: Python-Markdown's own parser with its usual extensions."""

import html
import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from editor.rendering.tree import SOURCE_LINE

if TYPE_CHECKING:
    from markdown import Markdown


class PythonMarkdownDialect(Extension):
    """Reads a text as the package itself does."""

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Add the extensions that the generators of the dialect add."""
        md.registerExtensions(["extra", "sane_lists", "toc"], {})
