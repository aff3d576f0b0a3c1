"""Takes out of an article's HTML what acts: an exported page is read outside the preview's walls."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

# noscript and template are read differently by different parsers; the others load, act or belong to the head.
_REMOVED: Final = (
    "script, noscript, template, link, meta, base, title, object, embed, applet, frame, frameset, portal"
)
_ADDRESSES: Final = frozenset(
    ("action", "background", "cite", "data", "formaction", "href", "poster", "src", "xlink:href")
)
_ACTING_SCHEMES: Final = frozenset(("javascript", "vbscript", "data"))
_SHOWING_TAGS: Final = frozenset(("img", "image", "source"))
# Browsers drop these wherever they stand before they look for the scheme.
_DROPPED: Final = re.compile(r"[\x00-\x20]")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def fragment_of(html: str) -> LexborHTMLParser:
    """Answer the tree of a piece of HTML as it would stand in a page's body."""
    return LexborHTMLParser(html, is_fragment=True)


def scheme_of(address: str) -> str:
    """Answer the scheme that a browser reads in address, in lower case; empty for a relative one."""
    found = _SCHEME.match(_DROPPED.sub("", address))
    return found[1].lower() if found else ""


def disarm(tree: LexborHTMLParser) -> None:
    """Remove scripts, event attributes, addresses that act, and whatever embeds another document.

    A frame becomes a link to what it would have shown.
    """
    for node in tree.css(_REMOVED):
        node.decompose()
    for frame in tree.css("iframe"):
        _unframe(frame)
    for node in tree.css("*"):
        _disarm_attributes(node)


def _unframe(frame: LexborNode) -> None:
    address = frame.attributes.get("src") or ""
    if scheme_of(address) in ("http", "https"):
        name = frame.attributes.get("title") or address
        link = fragment_of(f'<a href="{escape(address)}">{escape(name)}</a>').css("a")[0]
        frame.insert_before(link)
    frame.decompose()


def _disarm_attributes(node: LexborNode) -> None:
    for name, value in node.attributes.items():
        lower = name.lower()
        acts = lower in _ADDRESSES and _acts(node, value or "")
        animates_address = lower == "attributename" and "href" in (value or "").lower()
        if lower.startswith("on") or lower in ("ping", "srcdoc") or acts or animates_address:
            del node.attrs[name]


def _acts(node: LexborNode, address: str) -> bool:
    shows = node.tag in _SHOWING_TAGS and _DROPPED.sub("", address)[:11].lower() == "data:image/"
    return not shows and scheme_of(address) in _ACTING_SCHEMES
