"""A metadata block at the start of a body, which Astro did not take for front matter: Sätteri drops it."""

import re
from typing import Final

_OPENING: Final = re.compile(r"(?:---|\+\+\+)[ \t]*\n")
_CLOSING: Final = re.compile(r"^(?:---|\+\+\+|\.\.\.) *$", re.MULTILINE)
_BLOCK: Final = re.compile(
    r"---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.) *(?:\n|\Z)|\+\+\+[ \t]*\n(?:[^\n]*\n)*?\+\+\+ *(?:\n|\Z)"
)


def may_begin_leftover(text: str) -> bool:
    """Whether a text begins as one does; whether it is one shows where it is closed."""
    return _OPENING.match(text) is not None


def may_end_leftover(lines: str) -> bool:
    """Whether one could be closed in one of these lines."""
    return _CLOSING.search(lines) is not None


def leftover_length(text: str) -> int:
    """How many characters it takes, its last line end with them; 0 where there is none."""
    block = _BLOCK.match(text)
    return block.end() if block else 0
