"""Modules: what the names of a script stand for, what it imports and what it exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.script.changes import changed_names
from editor.script.expressions import Imported, Name, Script, Unknown
from editor.script.literals import text_of
from editor.script.parsing import parse
from editor.script.tree import declared, expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.script.expressions import Expression
    from editor.script.parsing import Node


def read_script(text: str) -> Script:
    """Answer what the names of a script stand for and what it exports. Raises UnreadableScript.

    Broken text is read as far as it goes: what is broken stays unknown. So does what is changed after it
    was declared.
    """
    root = parse(text)
    names: dict[str, Expression] = {}
    exports: dict[str, Expression] = {}
    passed_on: list[str] = []
    for statement in root.parts:
        names.update(_declared(statement))
        exports.update(_exports(statement))
        passed_on += _passed_on(statement)
    for name in changed_names(root) & names.keys():
        names[name] = Unknown(name)
    return Script(names, exports, tuple(passed_on))


def _declared(statement: Node) -> Iterator[tuple[str, Expression]]:
    if statement.kind == "import_statement":
        yield from _imports(statement)
        return
    own = statement.field("declaration") if statement.kind == "export_statement" else statement
    if own is not None:
        yield from declared(own)


def _imports(statement: Node) -> Iterator[tuple[str, Expression]]:
    module = _module(statement)
    for clause in statement.of_kind("import_clause"):
        for name in clause.of_kind("identifier"):
            yield name.text, Imported(name.text, module, "default")
        for part in clause.of_kind("namespace_import"):
            for name in part.of_kind("identifier"):
                yield name.text, Imported(name.text, module, "*")
        for part in clause.of_kind("named_imports"):
            for exported, own in _specified(part, "import_specifier"):
                yield own, Imported(own, module, exported)


def _exports(statement: Node) -> Iterator[tuple[str, Expression]]:
    if statement.kind == "expression_statement":
        yield from _common_exports(statement)
    if statement.kind != "export_statement":
        return
    own, module = statement.field("declaration"), _module(statement)
    is_default = statement.has("default", "=")
    for name, _ in declared(own) if own is not None else ():
        yield "default" if is_default else name, Name(name)
    if is_default and own is None and statement.parts:
        yield "default", Unknown(statement.text) if statement.is_broken else expression(statement.parts[-1])
    for part in statement.of_kind("namespace_export"):
        for alias in part.of_kind("identifier"):
            yield alias.text, Imported(alias.text, module, "*")
    for part in statement.of_kind("export_clause"):
        for inner, outer in _specified(part, "export_specifier"):
            yield outer, Imported(outer, module, inner) if module else Name(inner)


def _common_exports(statement: Node) -> Iterator[tuple[str, Expression]]:
    """Answer what a module of CommonJS exports as a whole."""
    for assignment in statement.of_kind("assignment_expression"):
        left, right = assignment.field("left"), assignment.field("right")
        if left is not None and left.text == "module.exports":
            yield "default", expression(right)


def _passed_on(statement: Node) -> Iterator[str]:
    if statement.kind == "export_statement" and statement.has("*"):
        yield _module(statement)


def _specified(clause: Node, kind: str) -> Iterator[tuple[str, str]]:
    """Answer the names between braces: each as its module has it, and as it is called here."""
    for part in clause.of_kind(kind):
        name, alias = part.field("name") or part, part.field("alias")
        yield name.text, (alias or name).text


def _module(statement: Node) -> str:
    """Answer the module that a statement names, "" where it names none."""
    source = statement.field("source")
    return text_of(source.text[1:-1]) if source is not None else ""
