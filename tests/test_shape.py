"""The limits of size and the names that the project does not use."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[1]
MODULES: Final = sorted([*(ROOT / "editor").rglob("*.py"), *(ROOT / "packaging").rglob("*.py")])

FUNCTION_LINES: Final = 40
CLASS_METHODS: Final = 25
MODULE_LINES: Final = 400
PARAMETERS: Final = 5
EMPTY_NAMES: Final = re.compile(r"(?:^|_)(utils?|helpers?|managers?|common|misc|base|handlers?)(?:_|$)")

_COLOUR: Final = re.compile(
    r"(?<![\w&#/-])#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b(?![^{};]*\{)|\b(?:rgba?|hsla?|oklch|color-mix)\("
)
_NAMED_COLOUR: Final = re.compile(r"\bGlobalColor\.(?!transparent)\w+$")

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)


def size_faults(source: str) -> Iterator[str]:
    """Answer what in the module's source is larger than the project allows."""
    if (lines := len(source.splitlines())) > MODULE_LINES:
        yield f"module of {lines} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, type_of_function):
            yield from _function_faults(node)
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, type_of_function) for part in node.body)
            if methods > CLASS_METHODS:
                yield f"class {node.name} of {methods} methods"


def _function_faults(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    first = min([function.lineno, *(it.lineno for it in function.decorator_list)])
    lines = (function.end_lineno or first) - first + 1
    if lines > FUNCTION_LINES:
        yield f"function {function.name} of {lines} lines"
    given = function.args
    names = [it.arg for it in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    names += [it.arg for it in (given.vararg, given.kwarg) if it is not None]
    count = len(names) - (names[:1] in (["self"], ["cls"]))
    if count > PARAMETERS:
        yield f"function {function.name} of {count} parameters"


def colour_faults(source: str) -> Iterator[str]:
    """Answer the colours written in the module's source."""
    tree = ast.parse(source)
    docstrings = {id(it.value) for it in ast.walk(tree) if isinstance(it, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.search(node.value):
            if id(node) not in docstrings:
                yield f"line {node.lineno}: {node.value!r}"
        elif isinstance(node, ast.Attribute) and _NAMED_COLOUR.search(ast.unparse(node)):
            yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_module_keeps_the_limits(module: Path) -> None:
    source = module.read_text("utf-8")
    assert list(size_faults(source)) == []
    assert list(colour_faults(source)) == [], "colours belong to resources/themes"
    assert not EMPTY_NAMES.search(module.stem), "a module is named for what it does"


def test_folders_are_named_for_what_they_hold() -> None:
    assert [it for it in MODULES if EMPTY_NAMES.search(it.parent.name)] == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("def f():\n" + "    pass\n" * 40, "function f of 41 lines"),
        ("@a\ndef f():\n" + "    pass\n" * 39, "function f of 41 lines"),
        ("async def f(a, b, c, d, /, e, *, g): ...", "function f of 6 parameters"),
        ("class C:\n    def f(self, a, b, c, d, *e, **g): ...", "function f of 6 parameters"),
        ("class C:\n" + "".join(f"    def f{n}(self): ...\n" for n in range(26)), "class C of 26 methods"),
        ("x = 1\n" * 401, "module of 401 lines"),
    ],
)
def test_a_broken_limit_is_found(source: str, fault: str) -> None:
    assert list(size_faults(source)) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n" + "    pass\n" * 39,
        "class C:\n    def f(self, a, b, c, d, e): ...",
        "class C:\n" + "".join(f"    def f{n}(self): ...\n" for n in range(25)),
        "x = 1\n" * 400,
    ],
)
def test_a_kept_limit_passes(source: str) -> None:
    assert list(size_faults(source)) == []


@pytest.mark.parametrize(
    "source",
    [
        "x = '#fff'",
        "x = f'color: #A0b1C2; {y}'",
        "x = 'rgba(0, 0, 0, 0.5)'",
        "Qt.GlobalColor.red",
        "x = 'a { color: #add; } b { width: 0 }'",
    ],
)
def test_a_colour_is_found(source: str) -> None:
    assert list(colour_faults(source))


@pytest.mark.parametrize(
    "source",
    [
        "x = '# title'",
        "x = 'page.html#cafe'",
        "x = '&#123;'",
        "x = '#add:hover, #add { width: 1px; }'",
        "# #fff",
        "def f():\n    'Whether it is a colour such as #fff.'",
        "Qt.GlobalColor.transparent",
    ],
)
def test_what_is_no_colour_passes(source: str) -> None:
    assert list(colour_faults(source)) == []


@pytest.mark.parametrize("name", ["util", "text_utils", "helpers", "base", "window_manager", "common_text"])
def test_an_empty_name_is_found(name: str) -> None:
    assert EMPTY_NAMES.search(name)


@pytest.mark.parametrize("name", ["database", "commonmark", "basement"])
def test_a_telling_name_passes(name: str) -> None:
    assert not EMPTY_NAMES.search(name)
