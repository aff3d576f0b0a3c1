"""Scripts in the text of MDX: modules and expressions, in JavaScript with JSX; none is ever run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.script.expressions import Literal, Object, Template
from editor.script.parsing import UnreadableScript, parse
from editor.script.tree import expression

if TYPE_CHECKING:
    from editor.script.expressions import Expression
    from editor.script.parsing import Node

_STATEMENTS: Final = frozenset({"import_statement", "export_statement", "empty_statement"})
_COMMENT: Final = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def is_module(text: str) -> bool:
    """Whether a text is nothing but imports and exports, as far as that can be told of it."""
    root = _parsed(text)
    return root is None or (root.is_sound and all(part.kind in _STATEMENTS for part in root.parts))


def is_expression(text: str) -> bool:
    """Whether a text is one expression, or nothing but a comment, as far as that can be told of it."""
    if is_nothing(text):
        return True
    root = _parsed(f"(\n{text}\n)")
    return root is None or _inner(root) is not None


def is_spread(text: str) -> bool:
    """Whether a text spreads the entries of one object: ...props."""
    root = _parsed(f"({{\n{text}\n}})")
    if root is None:
        return True
    entries = _inner(root)
    return entries is not None and [part.kind for part in entries.parts] == ["spread_element"]


def is_nothing(text: str) -> bool:
    """Whether a text has nothing but comments in it."""
    return not _COMMENT.sub("", text).strip()


def fixed_value(text: str) -> Expression | None:
    """Answer the expression of a text where it is a literal, or an object; None for what has to be run."""
    root = _parsed(f"(\n{text}\n)")
    inner = _inner(root) if root is not None else None
    value = expression(inner) if inner is not None else None
    return value if isinstance(value, Literal | Object | Template) else None


def fixed_text(text: str) -> str | None:
    """Answer the text that an expression stands for whatever is run."""
    match fixed_value(text):
        case Literal(_, str() as value):
            return value
        case Template(_, parts) if all(isinstance(part, Literal) for part in parts):
            return "".join(str(part.value) for part in parts if isinstance(part, Literal))
    return None


def _parsed(text: str) -> Node | None:
    """Answer the tree of a script, None where it is too long to be looked at."""
    try:
        return parse(text, has_markup=True)
    except UnreadableScript:
        return None


def _inner(root: Node) -> Node | None:
    """Answer what stands in the parentheses that are all of a script."""
    statements = root.parts
    if not root.is_sound or len(statements) != 1 or statements[0].kind != "expression_statement":
        return None
    wrapped = statements[0].parts[0]
    if wrapped.kind != "parenthesized_expression" or statements[0].has(";"):
        return None
    return wrapped.parts[0]
