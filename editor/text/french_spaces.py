"""French typography: the no-break spaces that stand before high punctuation and inside guillemets.

The rules are those of the Imprimerie nationale (Lexique des règles typographiques), with the narrow space
before ; ! ? and the full one before : and inside « ».
"""

from __future__ import annotations

import re
from typing import Final

from editor.text.change import Edit

NARROW: Final = "\u202f"
FULL: Final = "\u00a0"
_AFTER: Final = r"(?=[\s\0*_\"”’)\].!?…»]|$)"
"""What may follow a mark that ends words: "=" or a letter make it a part of something else."""
_SPACED: Final = re.compile(rf"(?<=[^\s«])[ \t]+(?=(?P<mark>[;:!?»])[;:!?]*{_AFTER})")
_CLOSE: Final = re.compile(
    r"(?<=[\w%°»)\]*_…”\"])(?=(?P<mark>[;:!?])[!?]*(?:[\s\0»]|$))|(?<=[^\s«\0])(?=(?P<quote>»))"
)
_SHORT_CODE: Final = re.compile(r":[\w+-]{1,40}$")
"""The beginning of an emoji's name, such as :smile:, which its second colon ends."""
_OPENING: Final = re.compile(r"«[ \t]+|«(?=[^\s\0])")
_HALF: Final = ";!?"
_FACES: Final = (";)", ":)")


def missing_spaces(text: str, *, is_canadian: bool = False) -> list[Edit]:
    """Answer the edits that put no-break spaces where text has plain ones or none, in the order of the text.

    In text a NUL stands for what is no word. Where it has no-break spaces before ; ! ? already, those are
    like the most of them. In Canada ; ! ? have no space before them.
    """
    narrow = FULL if _uses_full(text) else NARROW
    edits = [
        Edit(found.start(), found.end(), narrow if found["mark"] in _HALF else FULL)
        for found in _SPACED.finditer(text)
        if not (is_canadian and found["mark"] in _HALF) and text[found.end() :][:2] not in _FACES
    ]
    for found in _CLOSE.finditer(text):
        mark = found["mark"] or found["quote"]
        is_half = mark in _HALF
        is_name = mark == ":" and _SHORT_CODE.search(text, max(0, found.start() - 41), found.start())
        if not (is_half and is_canadian) and not is_name:
            edits.append(Edit(found.start(), found.start(), narrow if is_half else FULL))
    edits += (Edit(found.start() + 1, found.end(), FULL) for found in _OPENING.finditer(text))
    return sorted(edits, key=lambda edit: edit.start)


def _uses_full(text: str) -> bool:
    full, narrow = (len(re.findall(rf"{space}[;!?]", text)) for space in (FULL, NARROW))
    return full > narrow
