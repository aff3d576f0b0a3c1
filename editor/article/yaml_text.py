"""The text inside quoted and block scalars, read as js-yaml 4.3 reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
NOT_OF_JSON = re.compile(r"[\x00-\x08\x0b-\x1f]")
DOCUMENT_MARK = re.compile(r"\n(?:---|\.\.\.)[ \t\n]")
SINGLE_QUOTED_PARTS = re.compile(r"''|[ \t]*\n[ \t\n]*")
DOUBLE_QUOTED_PARTS = re.compile(
    r"\\\n[ \t\n]*|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|[ \t]*\n[ \t\n]*", re.DOTALL
)
ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
LAST_CODE_POINT = 0x10FFFF
BLOCK_HEADER = re.compile(r"[|>](?P<marks>[-+0-9]*)(?:[ \t]+(?:#[^\n\0]*)?)?(?=[\n\0])")
BLOCK_MARKS = re.compile(r"(?P<chomping>[-+])?(?P<width>[1-9])?(?P<late>[-+])?")


class TextFault(ValueError):  # noqa: N818 - a fault of the writer's YAML, not a programming error
    """Text that the scalar's style does not allow: a code, what is wrong there, and where in the text."""

    def __init__(self, code: str, offset: int = 0, detail: str = "") -> None:
        super().__init__(code, offset, detail)
        self.code = code
        self.offset = offset
        self.detail = detail


def reject_unprintable(text: str) -> None:
    """Raise TextFault where text has a character that only an escape may give."""
    if found := UNPRINTABLE.search(text):
        raise TextFault("control-character", found.start())


def single_quoted(text: str) -> str:
    """Answer the value of what stands between single quotes. Raises TextFault."""
    _reject_in_quotes(text)
    return SINGLE_QUOTED_PARTS.sub(lambda part: "'" if part[0] == "''" else _folded(part[0]), text)


def double_quoted(text: str) -> str:
    """Answer the value of what stands between double quotes. Raises TextFault."""
    _reject_in_quotes(text)
    value = DOUBLE_QUOTED_PARTS.sub(_unescaped, text)
    if HALF_CHARACTER.search(value):
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _reject_in_quotes(text: str) -> None:
    if found := NOT_OF_JSON.search(text):
        raise TextFault("control-character", found.start())
    if found := DOCUMENT_MARK.search(text):
        raise TextFault("document-mark", found.start() + 1)


def _unescaped(part: re.Match[str]) -> str:
    text = part[0]
    if text[0] != "\\":
        return _folded(text)
    if text[1] == "\n":
        return ""
    if len(text) > 2:
        code = int("0x" + text[2:], 0)
        return chr(code) if code <= LAST_CODE_POINT else "\ufffd"
    if text[1] not in ESCAPES:
        raise TextFault("unknown-escape", part.start(), text)
    return ESCAPES[text[1]]


def _folded(turn: str) -> str:
    """Answer what a turn of lines in a quoted scalar stands for: a blank, or the empty lines."""
    count = turn.count("\n")
    return " " if count == 1 else "\n" * (count - 1)


@dataclass(frozen=True, slots=True)
class BlockScalar:
    """A literal or folded scalar: its value, where its last line ends, and where the next line begins."""

    value: str
    end: int
    next_line: int


@dataclass(slots=True)
class _Block:
    """What has been read of a block scalar."""

    is_folded: bool
    indentation: int
    is_detected: bool
    pieces: list[str]
    empty_lines: int = 0
    is_deeper: bool = False
    end: int = 0

    def takes(self, line: str) -> bool:
        """Read one line; answer whether it belongs to the scalar."""
        content = line.lstrip(" ")
        spaces = len(line) - len(content)
        if not self.is_detected:
            self.indentation = max(self.indentation, spaces)
        elif spaces > self.indentation:
            spaces = self.indentation
            content = line[spaces:]
        if not content:
            self.empty_lines += 1
            return True
        if spaces < self.indentation:
            return False
        self.pieces += (self._turn(content), content)
        self.is_detected = True
        self.empty_lines = 0
        return True

    def _turn(self, content: str) -> str:
        """Answer what the line breaks before a line of content stand for."""
        breaks = "\n" * (self.empty_lines + 1 if self.pieces else self.empty_lines)
        if not self.is_folded:
            return breaks
        if content[0] in " \t":
            self.is_deeper = True
            return breaks
        if self.is_deeper:
            self.is_deeper = False
            return "\n" * (self.empty_lines + 1)
        if self.empty_lines:
            return "\n" * self.empty_lines
        return " " if self.pieces else ""


def block_scalar(text: str, start: int, indentation: int) -> BlockScalar:
    """Read the block scalar whose "|" or ">" stands at start; indentation is the least it may have.

    Raises TextFault where the header is wrong.
    """
    header = BLOCK_HEADER.match(text, start)
    marks = BLOCK_MARKS.fullmatch(header["marks"]) if header else None
    if not header or not marks or (marks["chomping"] and marks["late"]):
        raise TextFault("block-header")
    width = marks["width"]
    block = _Block(
        is_folded=text[start] == ">",
        indentation=indentation + int(width) - 1 if width else indentation,
        is_detected=bool(width),
        pieces=[],
        end=start + 1 + len(header["marks"]),
    )
    chomping = marks["chomping"] or marks["late"]
    position = header.end() + 1
    while position < len(text) and text[position] != "\0":
        line_end = text.find("\n", position)
        line_end = text.find("\0", position) if line_end < 0 else line_end
        if not block.takes(text[position:line_end]):
            break
        position = line_end + 1
        if chomping == "+" or not block.empty_lines:
            block.end = line_end
    return BlockScalar(
        "".join(block.pieces) + _chomped(block, chomping), block.end, min(position, len(text) - 1)
    )


def _chomped(block: _Block, chomping: str | None) -> str:
    """Answer the line breaks at the end of a block scalar."""
    if chomping == "+":
        return "\n" * (block.empty_lines + 1 if block.pieces else block.empty_lines)
    return "\n" if block.pieces and chomping is None else ""
