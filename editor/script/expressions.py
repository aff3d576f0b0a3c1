"""The parts of a script that values can be told from: literals, names, calls, functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Scalar: TypeAlias = bool | int | float | str | None


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, a number (an int where it is whole), true, false or null."""

    source: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class Template:
    """Parts joined as text: a template string, or a sum that has a text in it."""

    source: str
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class RegularExpression:
    """A regular expression between slashes, and the letters after it."""

    source: str
    pattern: str
    flags: str = ""


@dataclass(frozen=True, slots=True)
class Array:
    """A list; a Spread among its items stands for several."""

    source: str
    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Object:
    """A mapping in the order of its text; a Spread stands for the entries of another."""

    source: str
    entries: tuple[tuple[str, Expression] | Spread, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """What follows three dots."""

    source: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Name:
    """A name; undefined is one, and so are import.meta and this."""

    source: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a module exports by a name, "default" and "*" (all of it) among them; x.y is y of its x."""

    source: str
    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """What an owner has by a key: owner.key, owner["key"], owner[0]."""

    source: str
    owner: Expression
    key: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call, or with new a construction."""

    source: str
    function: Expression
    arguments: tuple[Expression, ...] = ()
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Binding:
    """A name that a parameter gives: its argument, or what lies in it by way of keys.

    default is what stands for an absent one. way is None for a rest, which is not followed.
    """

    name: str
    way: tuple[str, ...] | None = ()
    default: Expression | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function; result is what it returns, with its own names in reach, None where that is not plain."""

    source: str
    parameters: tuple[tuple[Binding, ...], ...] = ()
    result: Expression | None = None
    names: Mapping[str, Expression] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything else; is_endless where a name leads back to itself."""

    source: str
    is_endless: bool = False


Expression: TypeAlias = (
    Literal
    | Template
    | RegularExpression
    | Array
    | Object
    | Spread
    | Name
    | Imported
    | Member
    | Call
    | Function
    | Unknown
)


@dataclass(frozen=True, slots=True)
class Script:
    """A module: what its names stand for, imports among them, and what it exports by which name.

    passed_on are the modules all of whose names it exports too.
    """

    names: Mapping[str, Expression] = field(default_factory=dict)
    exports: Mapping[str, Expression] = field(default_factory=dict)
    passed_on: tuple[str, ...] = ()


UNDEFINED = Name("undefined")
