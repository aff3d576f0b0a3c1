"""What an expression of a module stands for, found by following names, members and calls, bounded."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from editor.script.expressions import (
    UNDEFINED,
    Array,
    Binding,
    Call,
    Function,
    Imported,
    Literal,
    Member,
    Name,
    Object,
    Scalar,
    Spread,
    Template,
    Unknown,
)
from editor.script.tree import member_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from editor.script.expressions import Expression, Script

Plain: TypeAlias = Scalar | list["Plain"] | dict[str, "Plain"]
"""A value that a text can say in full; a number that is whole is an int."""

MOST_STEPS: Final = 20_000
"""Steps from one expression to another, for all that one tracer is asked."""
_LONGEST: Final = 200
"""Steps that one value may be away."""
_DEEPEST: Final = 50
"""Values that are asked for on the way to another."""
_UNCHANGED: Final = frozenset({"freeze", "seal"})


class NotPlain(Exception):  # noqa: N818 - no error of the program's
    """A value that its text does not say in full."""


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """A script, and the way from it to those that it imports; None for one that is not read."""

    script: Script
    follow: Callable[[str], Module | None]


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """The names in reach of an expression: its own, what was given to a function, then those around it."""

    module: Module
    names: Mapping[str, Expression]
    given: Mapping[str, Bound] = field(default_factory=dict)
    around: Scope | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """An expression, with the scope that its names are looked up in."""

    expression: Expression
    scope: Scope

    @property
    def source(self) -> str:
        """The text of the expression."""
        return self.expression.source

    def at(self, expression: Expression) -> Bound:
        """Answer another expression of the same scope."""
        return Bound(expression, self.scope)


def exported(module: Module, name: str) -> Bound | None:
    """Answer what a module exports by name, None where it has nothing of the kind."""
    waiting, seen = [module], set()
    for each in waiting:
        if each in seen:
            continue
        seen.add(each)
        expression = each.script.exports.get(name)
        if expression is not None:
            return Bound(expression, Scope(each, each.script.names))
        waiting += filter(None, map(each.follow, each.script.passed_on))
    return None


class Tracer:
    """Follows expressions; what leads too far, or back to itself, becomes unknown."""

    def __init__(self) -> None:
        self._steps = 0
        self._depth = 0

    def traced(self, value: Bound) -> Bound:
        """Answer what value stands for, as far as that can be followed.

        A literal, template, array, object, function or regular expression; a call, member, import or name
        that leads nowhere from here; or something unknown.
        """
        with self._deeper():
            for _ in range(_LONGEST):
                self._steps += 1
                if self._steps > MOST_STEPS or self._depth > _DEEPEST:
                    break
                following = self._following(value)
                if following is None:
                    return value
                value = following
        return value.at(Unknown(value.source, is_endless=True))

    def member(self, owner: Bound, *keys: str) -> Bound | None:
        """Answer what an object has by way of keys, followed; None where that cannot be told."""
        for key in keys:
            found = self._member(self.traced(owner), key, f"{owner.source}.{key}")
            if found is None:
                return None
            owner = found
        return self.traced(owner)

    def entries(self, value: Bound) -> list[tuple[str | None, Bound]] | None:
        """Answer the entries of an object, None for what is none; those that cannot be told have no key.

        Of two with one key the later counts, in the place of the earlier.
        """
        value = self.traced(value)
        if not isinstance(value.expression, Object):
            return None
        self._steps += len(value.expression.entries)
        found: dict[str | int, tuple[str | None, Bound]] = {}
        for entry in value.expression.entries:
            if not isinstance(entry, Spread):
                found[entry[0]] = (entry[0], value.at(entry[1]))
                continue
            with self._deeper():
                more = self.entries(value.at(entry.value))
            for key, held in [(None, value.at(entry.value))] if more is None else more:
                found[len(found) if key is None else key] = (key, held)
        return list(found.values())

    def items(self, value: Bound) -> list[Bound] | None:
        """Answer the items of a list, None where they cannot all be told."""
        value = self.traced(value)
        match value.expression:
            case Array(_, parts):
                self._steps += len(parts)
                with self._deeper():
                    return self._items_of(value, parts)
            case Call(_, Member(_, Name("Object"), ("keys" | "values") as way), (owner,)):
                entries = self.entries(value.at(owner))
                told = [(key, held) for key, held in entries or () if key is not None]
                if entries is not None and len(told) == len(entries):
                    return [value.at(Literal(key, key)) if way == "keys" else held for key, held in told]
        return None

    def plain(self, value: Bound) -> Plain:
        """Answer a value that its text says in full. Raises NotPlain."""
        value = self.traced(value)
        with self._deeper():
            match value.expression:
                case Literal(_, told):
                    return told
                case Template(_, parts):
                    return "".join(self._words(value.at(part)) for part in parts)
                case Object():
                    entries = self.entries(value) or []
                    if all(key is not None for key, _ in entries):
                        return {key: self.plain(held) for key, held in entries if key is not None}
            items = self.items(value)
            if items is None:
                raise NotPlain
            return [self.plain(item) for item in items]

    def text(self, value: Bound) -> str | None:
        """Answer a text, None for what is none or cannot be told."""
        try:
            told = self.plain(value)
        except NotPlain:
            return None
        return told if isinstance(told, str) else None

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def _words(self, part: Bound) -> str:
        told = self.plain(part)
        if isinstance(told, str) or type(told) is int:
            return str(told)
        raise NotPlain

    def _items_of(self, value: Bound, parts: tuple[Expression, ...]) -> list[Bound] | None:
        items: list[Bound] = []
        for part in parts:
            if isinstance(part, Spread):
                more = self.items(value.at(part.value))
                if more is None:
                    return None
                items += more
            else:
                items.append(value.at(part))
        return items

    def _following(self, value: Bound) -> Bound | None:
        """Answer what a value leads to, None where it leads nowhere from here."""
        match value.expression:
            case Name(name):
                return _named(name, value.scope)
            case Imported(_, module, name) if name != "*":
                target = value.scope.module.follow(module)
                return exported(target, name) if target is not None else None
            case Member(_, owner, key):
                return self._member(self.traced(value.at(owner)), key, value.source)
            case Call(_, function, arguments, False):
                return self._result(self.traced(value.at(function)), tuple(map(value.at, arguments)))
        return None

    def _member(self, owner: Bound, key: str, source: str) -> Bound | None:
        match owner.expression:
            case Object():
                for name, held in reversed(self.entries(owner) or []):
                    if name in (key, None):
                        # An entry that cannot be told may be the one that is asked for.
                        return held if name is not None else None
            case Array(_, parts) if key.isdecimal() and int(key) < len(parts):
                is_counted = not any(isinstance(part, Spread) for part in parts[: int(key) + 1])
                return owner.at(parts[int(key)]) if is_counted else None
            case Imported(_, module, name):
                target = owner.scope.module.follow(module)
                if name != "*":
                    return owner.at(Imported(source, module, f"{name}.{key}"))
                found = exported(target, key) if target is not None else None
                return found or owner.at(Imported(source, module, key))
        return None

    def _result(self, function: Bound, arguments: tuple[Bound, ...]) -> Bound | None:
        """Answer what a call of a function comes to, None where the function is not to be read."""
        match function.expression:
            case Function(_, parameters, result, names) if result is not None:
                given: dict[str, Bound] = {}
                scope = Scope(function.scope.module, names, given, function.scope)
                for place, bindings in enumerate(parameters):
                    argument = arguments[place] if place < len(arguments) else None
                    given.update((it.name, _argument(it, argument, scope)) for it in bindings)
                return Bound(result, scope)
            case Member(_, Name("Object"), way) if way in _UNCHANGED and arguments:
                return arguments[0]
        return None


def _named(name: str, scope: Scope | None) -> Bound | None:
    while scope is not None:
        if name in scope.given:
            return scope.given[name]
        if name in scope.names:
            return Bound(scope.names[name], scope)
        scope = scope.around
    return None


def _argument(binding: Binding, argument: Bound | None, scope: Scope) -> Bound:
    if argument is not None:
        return argument.at(member_of(argument.expression, binding))
    if binding.way is None:
        return Bound(Unknown(binding.name), scope)
    return Bound(binding.default or UNDEFINED, scope)
