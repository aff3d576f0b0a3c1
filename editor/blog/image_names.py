"""What an image's file is called when it comes into a blog."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING, Final

from editor.blog.slugs import file_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_UNNAMED: Final = "image"
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")
_NO_WORDS: Final = frozenset(
    """img dsc dscn dscf pxl mvimg image images photo photos picture pic screenshot screen shot capture captures
    écran ecran from bildschirmfoto captura untitled sans titre copy copie kopie scan whatsapp signal telegram
    gopr gopro dji imag pasted clipboard download unnamed temp tmp file fichier edited modifié hdr pano burst
    portrait night original scaled""".split()
)
"""What cameras, telephones and programs call pictures."""
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


def free_name(stem: str, suffix: str, taken: Collection[str]) -> str:
    """Answer the first name that is not taken: "été.png", "été-2.png"; taken names are in lower case."""
    names = (f"{stem}{ending}{suffix}" for ending in ("", *()))
    first = next(names)
    if first.lower() not in taken:
        return first
    return next(name for number in count(2) if (name := f"{stem}-{number}{suffix}").lower() not in taken)
