"""markdown-it's tokens to Python-Markdown's tree."""

import re
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import unescapeAll

from editor.rendering.dialects.components import open_element, write_expression
from editor.rendering.dialects.footnotes import take_notes
from editor.rendering.dialects.mdx_pairs import IS_BLOCK
from editor.rendering.faults import BodyFault
from editor.rendering.holes import NoteReference
from editor.rendering.mathml import mathml
from editor.rendering.notices import write_notice, write_notice_block
from editor.rendering.tree import AS_WRITTEN, SOURCE_END, SOURCE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from markdown_it.token import Token

    from editor.rendering.notices import FaultWords
    from editor.rendering.tree import TreeWriter

_CONTAINERS: Final = frozenset(("bullet_list_open", "ordered_list_open", "list_item_open", "blockquote_open"))
_FIRST_WORD: Final = re.compile(r"\S+")


def alternative_text(tokens: "Sequence[Token]") -> str:
    """The text that stands for an image: its description without markup."""
    parts = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type == "image":
            parts.append(alternative_text(token.children or ()))
        elif token.type == "mdx_expression":
            parts.append(token.meta["item"].source)
        elif token.type != "jsx":
            parts.append(token.content)
    return "".join(parts)


def _ends_of(tokens: "Sequence[Token]") -> dict[int, int]:
    """The lines after the containers' last ones by token (its identity): the parser counts blank ones in."""
    ends: dict[int, int] = {}
    around: list[Token] = []
    last = 0
    for token in tokens:
        if token.nesting > 0:
            around.append(token)
        elif token.nesting < 0:
            opening = around.pop()
            if opening.type in _CONTAINERS and opening.map and last > opening.map[0]:
                ends[id(opening)] = last
        else:
            last = token.map[1] if token.map else last
    return ends


class TokenTree:
    """The tree of a section's tokens."""

    def __init__(
        self,
        writer: "TreeWriter",
        first_line: int,
        fault_words: "FaultWords",
        *,
        keeps_referenced_images: bool,
    ) -> None:
        self._writer = writer
        self._first_line = first_line
        self._fault_words = fault_words
        self._ends: dict[int, int] = {}
        self._keeps_referenced_images = keeps_referenced_images
        self._inline: dict[str, Callable[[Token], None]] = {
            "text": self._write_text,
            "softbreak": self._write_line_end,
            "hardbreak": self._write_break,
            "code_inline": self._write_code,
            "html_inline": self._write_markup,
            "image": self._write_image,
            "footnote_ref": self._write_reference,
            "jsx": self._write_tag,
            "math_inline": self._write_formula,
            "mdx_expression": self._write_expression,
            "mdx_fault": self._write_fault,
        }
        self._block: dict[str, Callable[[Token], None]] = {
            "html_block": self._write_markup_block,
            "fence": self._write_code_block,
            "code_block": self._write_code_block,
            "jsx": self._write_tag,
            "math_block": self._write_formula_block,
            "mdx_expression": self._write_expression,
            "mdx_fault": self._write_fault_block,
        }

    def build(self, tokens: "Sequence[Token]") -> "Element":
        """The root of the tree: blocks, then the notes that are written among them."""
        self._ends = _ends_of(tokens)
        body, notes = take_notes(tokens, self._first_line)
        self._write_blocks(body)
        for note in notes:
            note.write(self._writer, self._write_blocks)
        return self._writer.finish()

    def _placed(self, token: "Token") -> dict[str, str | int | float]:
        """The token's attributes and the lines of its source, counted from that of the section."""
        if not token.map:
            return token.attrs
        first, end = token.map
        lines = {SOURCE_LINE: first, SOURCE_END: self._ends.get(id(token), end)}
        return {**token.attrs, **{name: line - self._first_line for name, line in lines.items()}}

    def _write_blocks(self, tokens: "Sequence[Token]") -> None:
        for index, token in enumerate(tokens):
            if token.hidden:
                continue
            if token.type == "inline":
                self._write_inline(token)
                continue
            if token.nesting >= 0 and index and tokens[index - 1].hidden:
                self._writer.text("\n")
            if write := self._block.get(token.type):
                write(token)
            else:
                self._write_container(token, tokens[index + 1 : index + 2])
            if token.nesting <= 0:
                self._writer.text("\n")

    def _write_container(self, token: "Token", following: "Sequence[Token]") -> None:
        if token.nesting < 0:
            self._writer.close()
            return
        self._writer.open(token.tag, self._placed(token))
        if token.nesting == 0:
            self._writer.close()
        elif following[0].type != "inline" and not following[0].hidden and following[0].nesting >= 0:
            self._writer.text("\n")

    def _write_inline(self, block: "Token") -> None:
        children = block.children or ()
        if len(children) == 1 and children[0].type == "html_inline":
            self._writer.markup("")  # alone in its paragraph, it would be taken for a raw block
        for token in children:
            if token.hidden:
                continue
            if write := self._inline.get(token.type):
                write(token)
            elif token.nesting < 0:
                self._writer.close()
            else:
                self._writer.open(token.tag, token.attrs)
                if token.nesting == 0:
                    self._writer.close()

    def _write_text(self, token: "Token") -> None:
        self._writer.text(token.content)

    def _write_line_end(self, _token: "Token") -> None:
        self._writer.text("\n")

    def _write_break(self, _token: "Token") -> None:
        self._writer.open("br", {})
        self._writer.close()
        self._writer.text("\n")

    def _write_code(self, token: "Token") -> None:
        self._writer.open("code", {})
        self._writer.text(token.content)
        self._writer.close()

    def _write_markup(self, token: "Token") -> None:
        self._writer.markup(token.content)

    def _write_image(self, token: "Token") -> None:
        attributes = {**token.attrs, "alt": alternative_text(token.children or ())}
        if self._keeps_referenced_images and "label" in token.meta:
            attributes[AS_WRITTEN] = ""
        self._writer.open("img", attributes)
        self._writer.close()

    def _write_markup_block(self, token: "Token") -> None:
        self._writer.open("p", self._placed(token))
        self._writer.markup(token.content.removesuffix("\n"))
        self._writer.close()

    def _write_code_block(self, token: "Token") -> None:
        language = _FIRST_WORD.search(token.info)
        self._writer.open("pre", self._placed(token))
        self._writer.open("code", {"class": f"language-{unescapeAll(language[0])}"} if language else {})
        self._writer.text(token.content)
        self._writer.close()
        self._writer.close()

    def _write_formula(self, token: "Token") -> None:
        formula = mathml(token.content, is_display=False)
        if isinstance(formula, BodyFault):
            write_notice(self._writer, token.content, self._fault_words(formula))
        else:
            self._writer.element(formula)

    def _write_formula_block(self, token: "Token") -> None:
        formula = mathml(token.content, is_display=True)
        if isinstance(formula, BodyFault):
            words = self._fault_words(formula)
            write_notice_block(self._writer, token.content, words, self._placed(token))
            return
        self._writer.open("div", {"class": "math-display", **self._placed(token)})
        self._writer.element(formula)
        self._writer.close()

    def _write_tag(self, token: "Token") -> None:
        if token.nesting >= 0:
            is_block = IS_BLOCK in token.meta
            open_element(self._writer, token.meta["item"], self._placed(token), is_block=is_block)
        if token.nesting <= 0:
            self._writer.close()

    def _write_expression(self, token: "Token") -> None:
        is_block = bool(token.meta.get(IS_BLOCK))
        write_expression(self._writer, token.meta["item"], self._placed(token), is_block=is_block)

    def _write_fault(self, token: "Token") -> None:
        write_notice(self._writer, token.content, self._fault_words(token.meta["fault"]))

    def _write_fault_block(self, token: "Token") -> None:
        words = self._fault_words(token.meta["fault"])
        write_notice_block(self._writer, token.content, words, self._placed(token))

    def _write_reference(self, token: "Token") -> None:
        self._writer.text(self._writer.hole(NoteReference(token.meta["label"])))
