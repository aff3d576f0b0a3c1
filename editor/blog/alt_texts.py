"""What is to be said of an image's alternative text."""

from __future__ import annotations

import re
from typing import Final, Literal

from editor.blog.images import IMAGE_SUFFIXES

AltFault = Literal["missing", "file-name", "announces", "too-long"]

_LONGEST: Final = 250
"""Characters: a reader hears it without a pause."""
_FILE_NAME: Final = re.compile(
    rf"\S+(?:{'|'.join(map(re.escape, sorted(IMAGE_SUFFIXES)))})|(?:img|dscn?|dsc_|pxl|image|photo)[-_ ]?\d+",
    re.IGNORECASE,
)
_ANNOUNCES: Final = re.compile(
    r"(?:(?:an? |the )?(?:image|picture|photo|photograph) of\b"
    r"|(?:une? |l['’])?(?:image|photo|photographie) (?:de\b|du\b|des\b|d['’]))",
    re.IGNORECASE,
)


def alt_fault(words: str) -> AltFault | None:
    """Answer what is wrong with the alternative text of an image that is no decoration, None for nothing."""
    words = words.strip()
    if not words:
        return "missing"
    if _FILE_NAME.fullmatch(words):
        return "file-name"
    if _ANNOUNCES.match(words):
        return "announces"
    return "too-long" if len(words) > _LONGEST else None
