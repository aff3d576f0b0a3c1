"""An article as one HTML file that needs no other: styles and images inside, nothing that acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.export.cleaning import disarm, fragment_of, scheme_of
from editor.export.images import data_address, image_type
from editor.rendering.page import PageHead, meta_element, page_html, style_element

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

ImageFile = Callable[[str], Path | None]
_POLICY: Final = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_MEDIA: Final = "video[src], audio[src], source[src], track[src]"


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What becomes a page: head, body as rendered, and the style sheet's text."""

    head: PageHead
    body: str
    style: str
    show_head: bool = True


@dataclass(frozen=True, slots=True)
class Exported:
    """A page, and the addresses of the images and media that could not be put into it."""

    html: str
    missing: tuple[str, ...]


def export_html(page: ArticlePage, image_file: ImageFile) -> Exported:
    """Answer page as one file; image_file answers the file that an address of the article means.

    Images go in byte for byte. One on the web, or missing, keeps its address, which the page's own policy
    does not let a browser follow; it is named in the answer.
    """
    tree = fragment_of(page.body)
    disarm(tree)
    missing = list(_inline_images(tree, image_file))
    head, elements = page.head, _head_elements(page)
    if head.hero and page.show_head:
        hero = _inlined(head.hero, image_file)
        missing += [] if hero else [head.hero]
        head = replace(head, hero=hero)
    html = page_html(head, tree.html or "", elements, show_head=page.show_head)
    return Exported(html, tuple(dict.fromkeys(missing)))


def _head_elements(page: ArticlePage) -> tuple[str, ...]:
    head = page.head
    graph = {
        "og:type": "article",
        "og:title": head.title,
        "og:description": head.description,
        "og:locale": head.language.replace("-", "_") if len(head.language) == len("fr-CA") else "",
        "og:image": head.hero if head.hero and scheme_of(head.hero) in ("http", "https") else "",
        "article:published_time": head.day.isoformat() if head.day else "",
        "article:modified_time": head.updated.isoformat() if head.updated else "",
    }
    return (
        meta_element("Content-Security-Policy", _POLICY, "http-equiv"),
        meta_element("color-scheme", "light dark"),
        *((meta_element("author", head.author),) if head.author else ()),
        *(meta_element(name, content, "property") for name, content in graph.items() if content),
        style_element(page.style),
    )


def _inline_images(tree: LexborHTMLParser, image_file: ImageFile) -> Iterator[str]:
    """Put the images into tree; answer the addresses that stay."""
    for node, name in _image_attributes(tree):
        address = node.attributes[name] or ""
        inlined = _inlined(address, image_file)
        if inlined:
            node.attrs[name] = inlined
            _settle_source(node)
        else:
            node.attrs["data-missing"] = ""
            yield address
    for node in tree.css(_MEDIA):
        yield node.attributes["src"] or ""


def _image_attributes(tree: LexborHTMLParser) -> Iterator[tuple[LexborNode, str]]:
    for selector, names in (
        ("img, input[type=image]", ("src",)),
        ("video", ("poster",)),
        ("svg image", ("href", "xlink:href")),
    ):
        for node in tree.css(selector):
            yield from ((node, name) for name in names if node.attributes.get(name))


def _settle_source(image: LexborNode) -> None:
    """Take away what would have a browser prefer another file to the one inside."""
    for name in ("srcset", "sizes", "loading"):
        if name in image.attributes:
            del image.attrs[name]
    if image.parent is not None and image.parent.tag == "picture":
        for source in image.parent.css("source"):
            source.decompose()


def _inlined(address: str, image_file: ImageFile) -> str | None:
    if scheme_of(address) == "data":
        return address
    file = image_file(address)
    kind = image_type(file) if file is not None else None
    if file is None or kind is None:
        return None
    try:
        return data_address(file.read_bytes(), kind)
    except OSError:
        return None
