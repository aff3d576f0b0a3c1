"""The settings in a Python file, read from its text without running it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final

from editor.text.markdown_extensions import Untold

if TYPE_CHECKING:
    from editor.text.markdown_extensions import Setting

_LONGEST_LIST: Final = 1000


class UnreadablePython(Exception):  # noqa: N818 - a fault of the site's file, not a programming error
    """The text is no Python, or more deeply nested than Python itself reads."""


def python_settings(text: str) -> dict[str, Setting]:
    """Answer the names that a module gives values at its top, each with its last value.

    What is not written as a literal is Untold. Raises UnreadablePython.
    """
    reader = _Reader()
    try:
        for statement in ast.parse(text).body:
            reader.read(statement)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UnreadablePython from error
    return reader.known


class _Reader:
    """Reads one statement after the other, and remembers the values of names."""

    def __init__(self) -> None:
        self.known: dict[str, Setting] = {}

    def read(self, statement: ast.stmt) -> None:
        """Take in what a statement does to names."""
        match statement:
            case ast.Assign(targets, value):
                for target in targets:
                    self._assign(target, self._value(value))
            case ast.AnnAssign(target, _, ast.expr() as value):
                self._assign(target, self._value(value))
            case ast.AugAssign(ast.Name(name), ast.Add(), value):
                self.known[name] = self._sum(ast.Name(name), value)
            case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "append"), [item])):
                self.known[name] = self._sum(ast.Name(name), ast.List([item]))
            case ast.Expr(ast.Call(ast.Attribute(ast.Name(name), "extend"), [items])):
                self.known[name] = self._sum(ast.Name(name), items)

    def _assign(self, target: ast.expr, value: Setting) -> None:
        match target:
            case ast.Name(name):
                self.known[name] = value
            case ast.Subscript(whole, ast.Constant(str() as key)):
                holder = self._value(whole)
                if isinstance(holder, dict):
                    self._assign(whole, {**holder, key: value})

    def _value(self, node: ast.expr) -> Setting:
        """Answer the value of an expression."""
        match node:
            case ast.Constant(bool() | int() | float() | str() | None as value):
                return value
            case ast.List(items) | ast.Tuple(items):
                return [self._value(item) for item in items]
            case ast.Dict(keys, values):
                names = [self._value(key) if key else None for key in keys]
                if all(isinstance(name, str) for name in names):
                    return dict(zip(map(str, names), map(self._value, values), strict=True))
            case ast.Name(name) if name in self.known:
                return self.known[name]
            case ast.Subscript(whole, ast.Constant(str() as key)):
                holder = self._value(whole)
                return holder.get(key) if isinstance(holder, dict) else Untold(ast.unparse(node))
            case ast.BinOp(left, ast.Add(), right):
                return self._sum(left, right)
        return Untold(ast.unparse(node))

    def _sum(self, left: ast.expr, right: ast.expr) -> Setting:
        one, other = self._value(left), self._value(right)
        if isinstance(one, list) and isinstance(other, list) and len(one) + len(other) <= _LONGEST_LIST:
            return [*one, *other]
        return Untold(f"{ast.unparse(left)} + {ast.unparse(right)}")
