"""The addresses in HTML that stands in Markdown: of links, images, films and sounds."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = re.compile(
    r"""
    <!--(?P<comment>)
    | <(?P<tag>a|area|img|source|video|audio|track|iframe|embed)(?=[\s/])
      (?P<attributes>(?:[^<>"'{]|"[^"]*"|'[^']*'|\{[^{}]*\})*+)
    | <(?P<raw>script|style|textarea|title|xmp)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?<![^\s"'/])(?P<name>[A-Za-z-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`{]+))"""
    r"""|"[^"]*"|'[^']*'|\{[^{}]*\}""",
)
_CANDIDATE: Final = re.compile(r"[\s,]*(?P<address>[^\s,]\S*[^\s,]|[^\s,])(?P<width>\s+[^,]+)?")
_ADDRESSES: Final[dict[str, tuple[str, ...]]] = {
    "a": ("href",),
    "area": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
}


class HtmlReference(NamedTuple):
    """An address in HTML: what stands there, the span of its tag, its own span, and that of its words."""

    kind: Literal["link", "image"]
    address: str
    start: int
    end: int
    address_start: int
    address_end: int
    words_start: int
    words_end: int


def html_references(text: str, start: int, end: int) -> Iterator[HtmlReference]:
    """Yield the addresses in HTML from start to end; comments and scripts are passed over."""
    while (part := _PART.search(text, start, end)) is not None:
        if part["tag"]:
            yield from _of_tag(part)
            start = part.end()
        elif part["raw"]:
            closing = re.compile(f"</{part['raw']}", re.IGNORECASE).search(text, part.end(), end)
            start = closing.end() if closing is not None else end
        else:
            closed = text.find("-->", part.end(), end)
            start = closed + 3 if closed >= 0 else end


def _of_tag(tag: re.Match[str]) -> Iterator[HtmlReference]:
    name = tag["tag"].lower()
    attributes: dict[str, tuple[str, int, int]] = {}
    for attribute in _ATTRIBUTE.finditer(tag.string, *tag.span("attributes")):
        key = (attribute["name"] or "").lower()
        if key and key not in attributes:
            group = next(it for it in ("double", "single", "bare") if attribute[it] is not None)
            attributes[key] = (attribute[group], *attribute.span(group))
    words = attributes["alt"][1:] if "alt" in attributes else (tag.end(), tag.end())
    for key in _ADDRESSES[name]:
        if key not in attributes:
            continue
        is_image = name == "img" or key in ("srcset", "poster")
        kind: Literal["link", "image"] = "image" if is_image else "link"
        for address, first, last in _addresses(key, *attributes[key][:2]):
            yield HtmlReference(kind, html.unescape(address), *tag.span(), first, last, *words)


def _addresses(key: str, value: str, start: int) -> Iterator[tuple[str, int, int]]:
    """Yield the addresses of an attribute, which are several in srcset."""
    if key != "srcset":
        inner = value.strip(" \t\n\r\f")
        first = start + len(value) - len(value.lstrip(" \t\n\r\f"))
        yield inner, first, first + len(inner)
        return
    for candidate in _CANDIDATE.finditer(value):
        first, last = candidate.span("address")
        yield candidate["address"], start + first, start + last
