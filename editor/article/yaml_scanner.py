"""PyYAML's scanner with the rules of js-yaml 4.3, Astro's reader of front matter.

Where they differ: tabs separate; only "\n" ends a line; "?" and ":" inside flow collections; a key may be
long; anchors have any name; escapes of two UTF-16 halves are one character; a tag ends at white space.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.error import Mark
from yaml.reader import Reader
from yaml.scanner import Scanner, SimpleKey
from yaml.tokens import ScalarToken, TagToken

from editor.article.yaml_faults import YamlFault
from editor.article.yaml_text import (
    TextFault,
    block_scalar,
    double_quoted,
    reject_unprintable,
    single_quoted,
)

if TYPE_CHECKING:
    from yaml.tokens import AliasToken, AnchorToken, Token

WHITE = "\0 \t\n"
DEEPEST_FLOW = 200
"""Brackets in brackets; half of it is more than js-yaml takes."""
FLOW_INDICATORS = ",[]{}"

BREAKS_OF_YAML_1_1 = str.maketrans({"\x85": "\udc85", "\u2028": "\udc28", "\u2029": "\udc29"})
"""PyYAML ends lines at these characters; lone surrogates, which no file can hold, stand in for them."""
BACK_AGAIN = {stand_in: chr(code) for code, stand_in in ((c, ord(s)) for c, s in BREAKS_OF_YAML_1_1.items())}

GAP = re.compile(r"[ \t]*(?:#[^\n\0]*)?")
TURN = re.compile(r"[ \t]*\n(?:[ \t]*\n)*(?P<indentation> *)[ \t]*")
PLAIN_IN_BLOCK = re.compile(r"(?:[^\n\0:#]+|:(?![ \t\n\0])|(?<![ \t\n])#)*")
PLAIN_IN_FLOW = re.compile(r"(?:[^\n\0:#,\[\]{}]+|:(?![ \t\n\0,\[\]{}])|(?<![ \t\n])#)*")
DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)[ \t\n\0]")
SINGLE_QUOTED = re.compile(r"'((?:[^'\0]++|'')*+)'")
DOUBLE_QUOTED = re.compile(r'"((?:[^"\\\0]++|\\[^\0])*+)"')
ANCHOR = re.compile(r"[^ \t\n\0,\[\]{}]+")
TAG = re.compile(
    r"!(?:<(?P<verbatim>[^>\0]+)>|(?P<handle>[0-9A-Za-z-]*!)?(?P<suffix>[^ \t\n\0!,\[\]{}]*))(?=[ \t\n\0])"
)


class AstroReader(Reader):
    """The text of a front matter, one "\n" after another."""

    buffer: str
    pointer: int
    index: int
    line: int
    column: int

    def __init__(self, text: str) -> None:
        super().__init__("")
        self.buffer = text.translate(BREAKS_OF_YAML_1_1) + "\0"

    def peek(self, index: int = 0) -> str:
        """Answer a character ahead."""
        return self.buffer[self.pointer + index]

    def prefix(self, length: int = 1) -> str:
        """Answer the characters ahead."""
        return self.buffer[self.pointer : self.pointer + length]

    def forward(self, length: int = 1) -> None:
        """Go on by length characters."""
        start = self.pointer
        self.pointer = self.index = start + length
        last_break = self.buffer.rfind("\n", start, start + length)
        if last_break < 0:
            self.column += length
        else:
            self.line += self.buffer.count("\n", start, start + length)
            self.column = start + length - last_break - 1

    def get_mark(self) -> Mark:
        """Answer where we are."""
        return Mark("", self.index, self.line, self.column, None, 0)


class AstroScanner(AstroReader, Scanner):
    """Tokens of a front matter, whose text must have no null and no half of a character."""

    possible_simple_keys: dict[int, SimpleKey]
    tokens: list[Token]

    def __init__(self, text: str) -> None:
        self.indentation = 0
        """Column of the next token for the rules of indentation, in which tabs do not count."""
        self.begins_line = True
        """Whether the next token is the first of its line."""
        AstroReader.__init__(self, text)
        Scanner.__init__(self)

    def fetch_flow_collection_start(self, TokenClass: type[Token]) -> None:  # noqa: N803 - PyYAML's
        """Refuse what the tree would refuse, before each bracket is looked at again for each after it."""
        if self.flow_level > DEEPEST_FLOW:
            raise YamlFault("too-deep", self.get_mark())
        super().fetch_flow_collection_start(TokenClass)

    def unwind_indent(self, column: int) -> None:
        """Close the block collections that end before this column."""
        super().unwind_indent(min(column, self.indentation))

    def stale_possible_simple_keys(self) -> None:
        """Forget the keys that did not end on their line; unlike PyYAML's, a key may be long."""
        for level, key in list(self.possible_simple_keys.items()):
            if key.line != self.line:
                if key.required:
                    raise YamlFault("missing-colon", key.mark)
                del self.possible_simple_keys[level]

    def check_token(self, *choices: Any) -> bool:
        """Whether the next token is one of choices: as PyYAML answers, in half the time."""
        if self.possible_simple_keys or not self.tokens:
            while self.need_more_tokens():
                self.fetch_more_tokens()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def check_block_entry(self) -> bool:
        """Whether "-" begins an item."""
        return self.peek(1) in WHITE

    def check_key(self) -> bool:
        """Whether "?" begins a key."""
        return self.peek(1) in WHITE

    def check_value(self) -> bool:
        """Whether ":" ends a key; after a quoted key of a flow mapping it need not be followed by a blank."""
        following = self.peek(1)
        if not self.flow_level:
            return following in WHITE
        return (
            following in WHITE or following in FLOW_INDICATORS or self.flow_level in self.possible_simple_keys
        )

    def check_plain(self) -> bool:
        """Whether a plain scalar begins."""
        first, following = self.peek(), self.peek(1)
        if first in "?-:":
            return following not in WHITE and not (self.flow_level and following in FLOW_INDICATORS)
        return first not in WHITE and first not in ",[]{}#&*!|>'\"%@`"

    def scan_to_next_token(self) -> None:
        """Go to the next token; a tab before it keeps it from beginning a block collection."""
        turned = self.pointer == 0
        while True:
            start = self.pointer
            self.forward(_end_of(GAP, self.buffer, start) - start)
            if self.peek() != "\n":
                break
            turned = True
            self.forward()
            if not self.flow_level:
                self.allow_simple_key = True
        self.begins_line = turned
        tab = self.buffer.find("\t", start, self.pointer)
        self.indentation = self.column if tab < 0 or not turned else self.column - (self.pointer - tab)
        if tab >= 0 and not self.flow_level:
            self.allow_simple_key = False
            if turned and self.indentation <= self.indent and self.peek() != "\0":
                raise YamlFault("tab-indentation", Mark("", tab, self.line, 0, None, 0))

    def scan_plain(self) -> ScalarToken:
        """Scan a plain scalar, which goes on on deeper lines."""
        start = end = self.get_mark()
        pattern = PLAIN_IN_FLOW if self.flow_level else PLAIN_IN_BLOCK
        pieces: list[str] = []
        turn = self.buffer[self.pointer : self.pointer]
        while True:
            piece = self.buffer[self.pointer : _end_of(pattern, self.buffer, self.pointer)].rstrip(" \t")
            pieces += (turn, piece)
            self.forward(len(piece))
            end = self.get_mark()
            following = TURN.match(self.buffer, self.pointer)
            if following is None or not self._plain_goes_on(following, pattern):
                break
            count = following[0].count("\n")
            turn = " " if count == 1 else "\n" * (count - 1)
            self.forward(len(following[0]))
        self.allow_simple_key = False
        return ScalarToken(self._shown("".join(pieces), start), plain=True, start_mark=start, end_mark=end)

    def _plain_goes_on(self, turn: re.Match[str], pattern: re.Pattern[str]) -> bool:
        """Whether the plain scalar goes on after a line break."""
        indentation = len(turn["indentation"])
        if indentation <= self.indent or (indentation == 0 and DOCUMENT_MARK.match(self.buffer, turn.end())):
            return False
        return _end_of(pattern, self.buffer, turn.end()) > turn.end()

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Scan a quoted scalar."""
        start = self.get_mark()
        match = (DOUBLE_QUOTED if style == '"' else SINGLE_QUOTED).match(self.buffer, self.pointer)
        if match is None:
            raise YamlFault("unclosed-quote", start, style)
        try:
            value = (double_quoted if style == '"' else single_quoted)(match[1].translate(BACK_AGAIN))
        except TextFault as fault:
            self.forward(1 + fault.offset)
            raise YamlFault(fault.code, self.get_mark(), fault.detail) from None
        self.forward(len(match[0]))
        return ScalarToken(value, plain=False, start_mark=start, end_mark=self.get_mark(), style=style)

    def scan_block_scalar(self, style: str) -> ScalarToken:
        """Scan a literal or folded scalar; its end is that of its last line, before the line break."""
        start = self.get_mark()
        if self.begins_line and self.column <= self.indent:
            raise YamlFault("block-not-deeper", start)
        try:
            scalar = block_scalar(self.buffer, self.pointer, max(self.indent + 1, 1))
        except TextFault as fault:
            raise YamlFault(fault.code, start) from None
        self.forward(scalar.end - self.pointer)
        end = self.get_mark()
        self.forward(scalar.next_line - self.pointer)
        return ScalarToken(
            self._shown(scalar.value, start), plain=False, start_mark=start, end_mark=end, style=style
        )

    def scan_anchor(self, TokenClass: type[AnchorToken | AliasToken]) -> AnchorToken | AliasToken:  # noqa: N803 - PyYAML's
        """Scan an anchor or an alias, whose names are free of blanks and flow indicators only."""
        start = self.get_mark()
        self.forward()
        name = self.buffer[self.pointer : _end_of(ANCHOR, self.buffer, self.pointer)]
        if not name:
            raise YamlFault("nameless-anchor", start)
        self.forward(len(name))
        return TokenClass(name, start, self.get_mark())

    def scan_tag(self) -> TagToken:
        """Scan a tag."""
        start = self.get_mark()
        match = TAG.match(self.buffer, self.pointer)
        if match is None:
            raise YamlFault("wrong-tag", start)
        self.forward(len(match[0]))
        is_whole = match["verbatim"] or not (match["handle"] or match["suffix"])
        handle = None if is_whole else "!" + (match["handle"] or "")
        return TagToken((handle, match["verbatim"] or match["suffix"] or "!"), start, self.get_mark())

    def _shown(self, value: str, start: Mark) -> str:
        """Answer a scalar with the characters the file has."""
        value = value.translate(BACK_AGAIN)
        try:
            reject_unprintable(value)
        except TextFault as fault:
            raise YamlFault(fault.code, start) from None
        return value


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Answer where a pattern that always matches ends."""
    match = pattern.match(text, start)
    return match.end() if match else start
