"""How a text is read as MDX, without how that is shown."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest import mock

from editor.rendering.dialects import elements
from editor.rendering.dialects.jsx import Expression
from tests.normal_form import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.rendering.dialects.components import Placed
    from editor.rendering.dialects.jsx import Tag
    from editor.rendering.tree import TreeWriter

_EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "mdx" / "read.json"
READ: Final[list[dict[str, str | None]]] = json.loads(_EXAMPLES.read_text("utf-8"))
"""Texts, and what MDX makes of them; None where it refuses them."""


@contextmanager
def plain_structure() -> Iterator[None]:
    """Have elements, components and expressions written plainly: with name, attributes and source."""
    with (
        mock.patch.object(elements, "open_element", _open_plainly),
        mock.patch.object(elements, "write_expression", _write_plainly),
    ):
        yield


def structure(html: str) -> list[str]:
    """Answer the normal form, without ids of headings and white space around what is no word."""
    form = "\n".join(normal_form(html))
    without_ids = re.sub(r"(<h[1-6]) id='[^']*'", r"\1", form)
    joined = re.sub(r"\s*(</?[^>]*>)\s*", r"\1", re.sub(r"\\+n *", "", without_ids))
    return joined.split(">")


def _open_plainly(writer: TreeWriter, tag: Tag, placed: Placed, *, is_block: bool) -> None:
    attributes = [[attribute.name, _value(attribute.value)] for attribute in tag.attributes]
    written = json.dumps(attributes, ensure_ascii=False, separators=(",", ":"))
    writer.open("x-jsx", {"data-name": tag.name, "data-attrs": written})


def _value(value: str | Expression | None) -> str | None:
    return f"{{{value.source}" if isinstance(value, Expression) else value


def _write_plainly(writer: TreeWriter, expression: Expression, placed: Placed, *, is_block: bool) -> None:
    writer.open("x-expr", {})
    writer.text(expression.source)
    writer.close()
