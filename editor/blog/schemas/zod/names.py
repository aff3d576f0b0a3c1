"""The names of Zod, versions 3 and 4: what its functions make, and which of its methods change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.blog.schemas.combining import NOTHING
from editor.blog.schemas.shapes import ANYTHING, DateShape, FlagShape, NumberShape, TextShape
from editor.blog.schemas.zod.bounds import PLAIN_FORMATS, TEXT_FORMATS

if TYPE_CHECKING:
    from editor.blog.schemas.shapes import Shape

CONTENT: Final = "astro:content"
_MODULES: Final = frozenset({"zod", "zod/v3", "zod/v4", "astro/zod", "astro:schema"})
_INT32: Final = 2**31

SHAPES: Final[dict[str, Shape]] = {
    **dict.fromkeys(PLAIN_FORMATS, TextShape()),
    **{name: TEXT_FORMATS[name] for name in ("url", "httpUrl", "email", "uuid", "guid")},
    "iso.date": TEXT_FORMATS["date"],
    "iso.datetime": TEXT_FORMATS["datetime"],
    "iso.time": TEXT_FORMATS["time"],
    "iso.duration": TextShape(),
    "string": TextShape(),
    "stringFormat": TextShape(),
    "stringbool": TextShape(),
    "templateLiteral": TextShape(),
    "coerce.string": TextShape(is_coerced=True),
    "number": NumberShape(),
    "float32": NumberShape(),
    "float64": NumberShape(),
    "int": NumberShape(is_whole=True),
    "int32": NumberShape(-_INT32, _INT32 - 1, is_whole=True),
    "uint32": NumberShape(0, 2 * _INT32 - 1, is_whole=True),
    "coerce.number": NumberShape(is_coerced=True),
    "coerce.bigint": NumberShape(is_whole=True, is_coerced=True),
    "boolean": FlagShape(),
    "coerce.boolean": FlagShape(is_coerced=True),
    "date": DateShape(is_coerced=False),
    "coerce.date": DateShape(),
    "any": ANYTHING,
    "unknown": ANYTHING,
    "json": ANYTHING,
    "null": NOTHING,
}
"""What the functions make whose arguments do not matter."""
ABSENT_IN_ZOD_3: Final = frozenset({"any", "unknown", "coerce.string", "coerce.boolean"})
"""Values of these may be absent in Zod 3: nothing is one of them, or is made one."""

AS_METHODS: Final = {
    **{name: name for name in ("optional", "exactOptional", "nullable", "nullish", "nonoptional", "array")},
    **{name: name for name in ("readonly", "pipe", "catch", "prefault", "keyof", "partial", "required")},
    **{name: name for name in ("extend", "merge", "pick", "omit", "catchall", "describe", "meta")},
    "_default": "default",
}
"""The functions that do to their first argument what a method does to its owner."""

UNCHANGING: Final = frozenset(
    {"refine", "superRefine", "check", "transform", "pipe", "overwrite", "brand", "readonly", "register"}
    | {"refinement", "clone", "with"}
)
"""Methods that say nothing of what is taken in, or nothing that a form could show."""


def zod_name(module: str, name: str) -> str:
    """Answer Zod's own name for what a module exports by name, as "coerce.date"; "" where it is not Zod's."""
    first, _, rest = name.partition(".")
    if module in _MODULES:
        return zod_name(module, rest) if first in ("z", "default") and rest else name
    return zod_name("zod", rest) if (module, first) == (CONTENT, "z") else ""
