"""Colours of code: Pygments' classes inside `<pre><code>`, nothing else changed."""

import functools
import html
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import SubElement

from markdown.treeprocessors import Treeprocessor
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES
from pygments.util import ClassNotFound

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

_LANGUAGE: Final = "language-"
_LONGEST_CODE: Final = 200_000
"""Characters of one code block; a longer one stays plain, so that no block holds the preview up."""


@functools.cache
def _lexer(language: str) -> "Lexer | None":
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@functools.cache
def _class_of(kind: "_TokenType") -> str:
    return next(STANDARD_TYPES[name] for name in reversed(kind.split()) if name in STANDARD_TYPES)


def highlighted(code: str, language: str) -> Iterator[tuple[str, str]]:
    """The code in pieces, each with its Pygments class ("" for none).

    The pieces joined are the code itself. It is one plain piece where the language is not known, or its
    lexer would change the text, or the code is very long.
    """
    lexer = _lexer(language) if len(code) <= _LONGEST_CODE else None
    tokens = [(_class_of(kind), text) for kind, text in lexer.get_tokens(code)] if lexer else []
    if "".join(text for _, text in tokens) != code:
        tokens = [("", code)]
    for name, pieces in groupby(tokens, key=itemgetter(0)):
        yield name, "".join(text for _, text in pieces)


class Highlighting(Treeprocessor):
    """Puts spans with Pygments' classes into the code blocks whose language is known."""

    def run(self, root: "Element") -> None:
        """Colour every code block."""
        for block in root.iter("pre"):
            code = block.find("code")
            if code is None or len(code):
                continue
            names = (code.get("class") or "").split()
            language = next((name for name in names if name.startswith(_LANGUAGE)), "")
            self._colour(code, html.unescape(language.removeprefix(_LANGUAGE)))

    def _colour(self, code: "Element", language: str) -> None:
        text, code.text = html.unescape(code.text or ""), ""
        last: Element | None = None
        for name, piece in highlighted(text, language):
            escaped = piece.replace("&", "&amp;")
            if name:
                last = SubElement(code, "span", {"class": name})
                last.text = escaped
            elif last is None:
                code.text = escaped
            else:
                last.tail = escaped


def code_styles(style_name: str, selector: str) -> str:
    """The CSS of Pygments' classes in the style of that name, for code inside the selector.

    Raises pygments.util.ClassNotFound for a style that Pygments does not have.
    """
    formatter: HtmlFormatter[str] = HtmlFormatter(style=style_name)
    rules = formatter.get_style_defs(selector).splitlines()  # type: ignore[no-untyped-call]  # the stubs have no types
    return "".join(f"{rule}\n" for rule in rules if rule.startswith(selector))
