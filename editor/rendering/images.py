"""Addresses of images."""

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor

from editor.rendering.tree import AS_WRITTEN

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

ImageAddress = Callable[[str], str]
"""The address to show for the address that is written."""


class ImageAddresses(Treeprocessor):
    """Asks for the address of each image of the text; raw HTML is not looked at."""

    address_of: ImageAddress | None = None

    def __init__(self, pipeline: "Markdown") -> None:
        super().__init__(pipeline)
        self.given: dict[str, str] = {}
        """The addresses that were given in the last text."""

    def run(self, root: "Element") -> None:
        """Put the addresses in."""
        self.given = {}
        for image in root.iter("img"):
            if image.attrib.pop(AS_WRITTEN, None) is None and self.address_of:
                written = html.unescape(image.get("src", ""))
                self.given[written] = self.address_of(written)
                image.set("src", self.given[written].replace("&", "&amp;"))
