"""From the nodes of a parsed script to the parts that values can be told from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.script.expressions import (
    Array,
    Binding,
    Call,
    Function,
    Literal,
    Member,
    Name,
    Object,
    RegularExpression,
    Spread,
    Template,
    Unknown,
)
from editor.script.literals import number_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editor.script.expressions import Expression
    from editor.script.parsing import Node

DEEPEST: Final = 120
"""Expressions within expressions; what lies deeper stays unknown."""

_DECLARATIONS: Final = frozenset({"lexical_declaration", "variable_declaration"})
_FUNCTIONS: Final = ("function_declaration", "function_expression", "arrow_function", "method_definition")
# What may stand in a function beside its names and its one return.
_IDLE: Final = frozenset({"type_alias_declaration", "interface_declaration", "empty_statement"})


def expression(node: Node | None, depth: int = 0) -> Expression:
    """Answer the expression of a node, an unknown one where it is broken or of no kind known here."""
    if node is None:
        return Unknown("")
    read = _KINDS.get(node.kind)
    if read is None or depth > DEEPEST or (node.is_broken and node.kind != "object"):
        return Unknown(node.text)
    return read(node, depth + 1)


def declared(statement: Node, depth: int = 0) -> Iterator[tuple[str, Expression]]:
    """Answer the names that a statement declares, with what they stand for."""
    if statement.kind in _DECLARATIONS:
        for declarator in statement.parts:
            if declarator.kind == "variable_declarator":
                value = _value(declarator, depth)
                for binding in bindings(declarator.field("name"), depth):
                    yield binding.name, member_of(value, binding)
    elif statement.kind == "function_declaration":
        yield _name(statement), expression(statement, depth)
    elif statement.kind == "enum_declaration":
        yield _name(statement), _enumeration(statement, depth)


def _value(node: Node, depth: int) -> Expression:
    return Unknown(node.text) if node.is_broken else expression(node.field("value"), depth)


def member_of(value: Expression, binding: Binding) -> Expression:
    """Answer what a binding takes of a value."""
    if binding.way is None:
        return Unknown(binding.name)
    for key in binding.way:
        value = Member(f"{value.source}.{key}", value, key)
    return value


def bindings(pattern: Node | None, depth: int, way: tuple[str, ...] | None = ()) -> Iterator[Binding]:
    """Answer the names that a pattern gives to parts of a value."""
    if pattern is None or depth > DEEPEST:
        return
    depth += 1
    match pattern.kind:
        case "identifier" | "shorthand_property_identifier_pattern":
            name = pattern.text
            yield Binding(name, _with(way, name) if pattern.kind != "identifier" else way)
        case "object_assignment_pattern" | "assignment_pattern":
            default = expression(pattern.field("right"), depth)
            for binding in bindings(pattern.field("left"), depth, way):
                yield Binding(binding.name, binding.way, default)
        case "pair_pattern":
            key = _key(pattern.field("key"), depth)
            yield from bindings(pattern.field("value"), depth, _with(way, key))
        case "object_pattern":
            for part in pattern.parts:
                yield from bindings(part, depth, way)
        case "array_pattern":
            for place, part in _places(pattern):
                yield from bindings(part, depth, _with(way, str(place)))
        case "rest_pattern":
            for part in pattern.parts:
                yield from bindings(part, depth, None)


def _with(way: tuple[str, ...] | None, key: str | None) -> tuple[str, ...] | None:
    return None if way is None or key is None else (*way, key)


def _places(pattern: Node) -> Iterator[tuple[int, Node]]:
    place = 0
    for token in pattern.tokens:
        place += token.kind == ","
        yield place, token


def _only(node: Node) -> Node | None:
    """Answer the value of what adds nothing to it: parentheses, a type."""
    parts = [part for part in node.parts if part.kind != "type_arguments"]
    return parts[0] if parts else None


def _name(node: Node) -> str:
    name = node.field("name")
    return name.text if name is not None else ""


def _wrapped(node: Node, depth: int) -> Expression:
    return expression(_only(node), depth)


def _text(node: Node, _depth: int) -> Expression:
    source = node.text
    is_closed = len(source) > 1 and source[0] == source[-1]
    return Literal(source, text_of(source[1:-1])) if is_closed else Unknown(source)


def _number(node: Node, _depth: int) -> Expression:
    source = node.text
    number = number_of(source)
    return Unknown(source) if number is None else Literal(source, number)


def _word(node: Node, _depth: int) -> Expression:
    return Literal(node.text, {"true": True, "false": False}.get(node.kind))


def _named(node: Node, _depth: int) -> Expression:
    return Name(node.text)


def _template(node: Node, depth: int) -> Expression:
    parts: list[Expression] = []
    written = ""
    for part in node.parts:
        if part.kind == "template_substitution":
            parts += [*_fixed(written), _wrapped(part, depth)]
            written = ""
        else:
            written += part.text
    return Template(node.text, (*parts, *_fixed(written)))


def _fixed(written: str) -> Iterator[Expression]:
    if written:
        yield Literal(written, text_of(written.replace("\r\n", "\n")))


def _regular_expression(node: Node, _depth: int) -> Expression:
    pattern, flags = node.field("pattern"), node.field("flags")
    return RegularExpression(
        node.text,
        pattern.text if pattern is not None else "",
        flags.text if flags is not None else "",
    )


def _array(node: Node, depth: int) -> Expression:
    return Array(node.text, tuple(expression(item, depth) for item in node.parts))


def _object(node: Node, depth: int) -> Expression:
    return Object(node.text, tuple(_entry(part, depth) for part in node.parts))


def _entry(node: Node, depth: int) -> tuple[str, Expression] | Spread:
    """Answer an entry of an object; one whose key or text cannot be read is like the entries of another."""
    match node.kind:
        case "shorthand_property_identifier":
            return node.text, Name(node.text)
        case "spread_element":
            return _spread(node, depth)
        case "pair":
            key = _key(node.field("key"), depth)
            if key is not None:
                return key, _value(node, depth)
        case "method_definition":
            key = _key(node.field("name"), depth)
            if key is not None:
                function = _function(node, depth)
                return key, Call(node.text, function) if node.has("get") else function
    return Spread(node.text, Unknown(node.text))


def _spread(node: Node, depth: int) -> Spread:
    return Spread(node.text, _wrapped(node, depth))


def _key(node: Node | None, depth: int) -> str | None:
    if node is not None and node.kind == "property_identifier":
        return node.text
    if node is not None and node.kind == "computed_property_name":
        node = _only(node)
    return _as_key(expression(node, depth))


def _as_key(written: Expression) -> str | None:
    match written:
        case Literal(value=str() | int() as value) if not isinstance(value, bool):
            return str(value)
        case Template(parts=parts) if all(isinstance(part, Literal) for part in parts):
            return "".join(str(part.value) for part in parts if isinstance(part, Literal))
    return None


def _member(node: Node, depth: int) -> Expression:
    owner = expression(node.field("object"), depth)
    name, index = node.field("property"), node.field("index")
    key = name.text if name is not None else _as_key(expression(index, depth))
    return Unknown(node.text) if key is None else Member(node.text, owner, key)


def _call(node: Node, depth: int) -> Expression:
    arguments = node.field("arguments")
    given: tuple[Expression, ...] = ()
    if arguments is not None:
        if arguments.kind != "arguments" or arguments.is_broken:  # a tagged template is none
            return Unknown(node.text)
        given = tuple(expression(part, depth) for part in arguments.parts)
    is_new = node.kind == "new_expression"
    function = node.field("constructor" if is_new else "function")
    return Call(node.text, expression(function, depth), given, is_new)


def _unary(node: Node, depth: int) -> Expression:
    source, sign = node.text, node.field("operator")
    value = expression(node.field("argument"), depth)
    if isinstance(value, Literal) and isinstance(value.value, int | float) and sign is not None:
        if sign.kind == "-":
            return Literal(source, -value.value)
        if sign.kind == "+":
            return Literal(source, +value.value)
    return Unknown(source)


def _binary(node: Node, depth: int) -> Expression:
    """Answer a sum with a text in it as a template."""
    left = expression(node.field("left"), depth)
    right = expression(node.field("right"), depth)
    sign = node.field("operator")
    has_text = any(isinstance(side, Template) or _is_text(side) for side in (left, right))
    if has_text and sign is not None and sign.kind == "+":
        return Template(node.text, (left, right))
    return Unknown(node.text)


def _is_text(side: Expression) -> bool:
    return isinstance(side, Literal) and isinstance(side.value, str)


def _function(node: Node, depth: int) -> Expression:
    single = node.field("parameter")
    parameters = node.field("parameters")
    given = [single] if single is not None else parameters.parts if parameters is not None else []
    names, result = _body(node, depth)
    return Function(node.text, tuple(tuple(_parameter(part, depth)) for part in given), result, names)


def _parameter(node: Node, depth: int) -> Iterator[Binding]:
    pattern, value = node.field("pattern"), node.field("value")
    default = expression(value, depth) if value is not None else None
    for binding in bindings(node if pattern is None else pattern, depth):
        yield Binding(binding.name, binding.way, binding.default or (default if binding.way == () else None))


def _body(node: Node, depth: int) -> tuple[dict[str, Expression], Expression | None]:
    """Answer the names of a function, and what it returns where that is the same for every call."""
    names: dict[str, Expression] = {}
    body = node.field("body")
    if body is None or node.has("async", "*"):
        return names, None
    if body.kind != "statement_block":
        return names, expression(body, depth)
    for statement in body.parts:
        if statement.kind == "return_statement":
            return names, expression(_only(statement), depth)
        if statement.kind not in (*_DECLARATIONS, *_IDLE, "function_declaration"):
            return names, None
        names.update(declared(statement, depth))
    return names, None


def _enumeration(node: Node, depth: int) -> Expression:
    """Answer an enum of TypeScript as the object of its members; those without a value count on."""
    body = node.field("body")
    entries: list[tuple[str, Expression] | Spread] = []
    following = 0
    for member in body.parts if body is not None else ():
        value: Expression = Literal(str(following), following)
        name = member.field("name") if member.kind == "enum_assignment" else member
        if member.kind == "enum_assignment":
            value = expression(member.field("value"), depth)
        if isinstance(value, Literal) and isinstance(value.value, int):
            following = value.value + 1
        key = _key(name, depth)
        entries.append((key, value) if key is not None else Spread(member.text, Unknown(member.text)))
    return Object(node.text, tuple(entries))


_KINDS: Final[dict[str, Callable[[Node, int], Expression]]] = {
    "string": _text,
    "number": _number,
    "true": _word,
    "false": _word,
    "null": _word,
    "identifier": _named,
    "undefined": _named,
    "meta_property": _named,
    "this": _named,
    "template_string": _template,
    "regex": _regular_expression,
    "array": _array,
    "object": _object,
    "spread_element": _spread,
    "member_expression": _member,
    "subscript_expression": _member,
    "call_expression": _call,
    "new_expression": _call,
    "unary_expression": _unary,
    "binary_expression": _binary,
    "parenthesized_expression": _wrapped,
    "as_expression": _wrapped,
    "satisfies_expression": _wrapped,
    "type_assertion": _wrapped,
    "non_null_expression": _wrapped,
    **dict.fromkeys(_FUNCTIONS, _function),
}
