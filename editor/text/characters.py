"""What Astro's Markdown engines call white space and punctuation."""

import string
import unicodedata
from collections.abc import Callable
from typing import Final

JAVASCRIPT_SPACE: Final = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What JavaScript's `trim` takes off, and its expressions call white space."""

PunctuationTest = Callable[[str], bool]
"""Says of a character whether it is punctuation, as one of the engines has it."""


def is_punctuation(character: str) -> bool:
    """Whether CommonMark calls the character punctuation: Unicode's categories P and S."""
    return unicodedata.category(character)[0] in "PS"


def is_near_punctuation(character: str) -> bool:
    """Whether remark calls the character punctuation: it sees only halves of those beyond U+FFFF."""
    return character <= "\uffff" and is_punctuation(character)


def is_ascii_punctuation(character: str) -> bool:
    """Whether the character is punctuation, and of ASCII."""
    return character in string.punctuation
