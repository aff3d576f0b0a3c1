"""Boxes in place of what the page does not show: missing images, images on the web, and all that plays."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from editor.translation import tr
from editor.ui.preview.addresses import is_remote, shown_name

if TYPE_CHECKING:
    from pathlib import Path

_COLOUR: Final = "gray"
_ILLEGAL: Final = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What stands on no line, and what XML has no way to write."""
_LONGEST: Final = 46
_WIDTH: Final = 480
_HEIGHTS: Final = {"image": 112, "audio": 88, "file": 112}
_FILM: Final = 270
"""Height of what has the form of a film."""
_SIGNS: Final = {
    "image": '<rect x="-18" y="-14" width="36" height="28" rx="4"/><circle cx="-8" cy="-4" r="3"/>'
    '<path d="m-16 12 11-10 7 6 6-5 9 9"/>',
    "video": '<rect x="-18" y="-14" width="36" height="28" rx="4"/><path d="m-5-7 12 7-12 7z"/>',
    "audio": '<path d="M-6 9V-11l14-3V6"/><circle cx="-10" cy="9" r="4"/><circle cx="4" cy="6" r="4"/>',
    "page": '<rect x="-18" y="-14" width="36" height="28" rx="4"/><path d="M-18-6h36"/>',
    "file": '<path d="M-11-15h14l8 8v22h-22zM3-15v8h8"/>',
}
"""Drawings around the point (0, 0)."""


def box_svg(label: str, kind: str = "image") -> bytes:
    """Answer a small picture that shows label below the sign of kind: image, video, audio, page or file."""
    legal = _ILLEGAL.sub("\ufffd", label)
    shown = legal if len(legal) <= _LONGEST else legal[: _LONGEST - 1] + "…"
    height = _HEIGHTS.get(kind, _FILM)
    middle = height // 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" fill="none" stroke="{_COLOUR}" stroke-width="2" '
        f'stroke-linejoin="round"><rect x="1" y="1" width="{_WIDTH - 2}" height="{height - 2}" rx="8" '
        f'stroke-width="1.5" stroke-dasharray="5 4" stroke-opacity="0.6" fill="{_COLOUR}" '
        f'fill-opacity="0.06"/><g transform="translate({_WIDTH // 2} {middle - 16})">{_SIGNS[kind]}</g>'
        f'<text x="{_WIDTH // 2}" y="{middle + 26}" fill="{_COLOUR}" stroke="none" text-anchor="middle" '
        f'font-family="sans-serif" font-size="15">{escape(shown)}</text></svg>'
    ).encode()


def media_box(kind: str, address: str, public: Path | None) -> bytes | None:
    """Answer the box of what an article plays or embeds from address; None for a kind that there is not.

    public is the folder that an address with a leading slash means: only there a file can be known to be
    missing, for Astro leaves the addresses in HTML as they are.
    """
    label = _missing_label(kind) if _is_missing(address, public) else _label(kind)
    if label is None:
        return None
    host = urlsplit(address).netloc if kind == "page" and is_remote(address) else ""
    return box_svg(label.format(name=host or shown_name(address)).rstrip(": \u00a0"), kind)


def _label(kind: str) -> str | None:
    return {
        "video": tr("Video: {name}"),
        "audio": tr("Audio: {name}"),
        "page": tr("Embedded page: {name}"),
        "file": tr("Embedded file: {name}"),
    }.get(kind)


def _missing_label(kind: str) -> str | None:
    return {
        "video": tr("Video not found: {name}"),
        "audio": tr("Audio not found: {name}"),
        "page": tr("Embedded page not found: {name}"),
        "file": tr("Embedded file not found: {name}"),
    }.get(kind)


def _is_missing(address: str, public: Path | None) -> bool:
    if public is None or not address.startswith("/") or is_remote(address):
        return False
    try:
        top = public.resolve()
        place = (top / unquote(address).partition("?")[0].lstrip("/")).resolve()
        return not (place.is_relative_to(top) and place.exists())
    except (OSError, ValueError, RuntimeError):
        return True
