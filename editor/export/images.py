"""Images of an article as files: their types, and a file as an address that carries it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import PurePath

# What browsers show in an img element.
_TYPES: Final = {
    ".apng": "image/apng",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jfif": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def image_type(path: PurePath) -> str | None:
    """Answer the media type of an image file by its name, None for what browsers do not show as an image."""
    return _TYPES.get(path.suffix.lower())


def data_address(data: bytes, kind: str) -> str:
    """Answer the data address that carries data, unchanged, under the media type kind."""
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
