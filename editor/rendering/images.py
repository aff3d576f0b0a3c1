"""Addresses of images."""

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

from markdown.treeprocessors import Treeprocessor

from editor.rendering.tree import AS_WRITTEN

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ImageAddress = Callable[[str], str]
"""The address to show for the address that is written."""


class ImageAddresses(Treeprocessor):
    """Asks for the address of each image of the text; raw HTML is not looked at."""

    address_of: ImageAddress | None = None

    def run(self, root: "Element") -> None:
        """Put the addresses in."""
        for image in root.iter("img"):
            if image.attrib.pop(AS_WRITTEN, None) is None and self.address_of:
                written = html.unescape(image.get("src", ""))
                image.set("src", self.address_of(written).replace("&", "&amp;"))
