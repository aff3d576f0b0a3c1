"""What an image's file is called when it comes into a blog."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING, Final

from editor.blog.slugs import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNNAMED: Final = "image"
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")
_GIVEN_BY_MACHINES: Final = """img dsc dscn dscf pxl mvimg image images photo photos picture pic screenshot
    screen shot capture captures écran ecran from bildschirmfoto captura untitled sans titre copy copie kopie
    scan whatsapp signal telegram gopr gopro dji imag pasted clipboard download unnamed temp tmp file fichier
    edited modifié hdr pano burst portrait night original scaled"""
"""What cameras, telephones and programs call pictures."""
_NO_WORDS: Final = frozenset(_GIVEN_BY_MACHINES.split())
_HASH: Final = re.compile(r"[0-9a-f]{8,}|[0-9a-f]{4,}(?:-[0-9a-f]{4,}){2,}", re.IGNORECASE)
_MOST_WORDS: Final = 8
_MANY: Final = 3


def is_telling(stem: str) -> bool:
    """Whether somebody gave a picture this name, rather than a camera or a program."""
    words = _WORDS.findall(_HASH.sub(" ", unicodedata.normalize("NFC", stem)).lower())
    return any(word not in _NO_WORDS for word in words)


def image_stem(words: str, *, is_ascii: bool = False) -> str:
    """Answer a file's name, without suffix, made of words; with is_ascii of plain letters only."""
    short = " ".join(words.split()[:_MOST_WORDS])
    if is_ascii:
        spaced = re.sub(r"['’]", " ", short)
        short = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()
    return file_name(short if re.search(r"\w", short) else _UNNAMED).removesuffix(".md")


def are_ascii(names: Iterable[str]) -> bool:
    """Whether it is a habit to give files names of plain letters: several have one, and all of them."""
    known = frozenset(names)
    return len(known) >= _MANY and all(name.isascii() for name in known)


def free_names(stem: str, suffix: str) -> Iterator[str]:
    """Yield the names for a file of this stem: "été.png", "été-2.png", "été-3.png" and so on."""
    yield f"{stem}{suffix}"
    yield from (f"{stem}-{number}{suffix}" for number in count(2))
