"""YAML of a site's settings: values, with untold what a tag would have the generator make."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from editor.article.faults import Unreadable
from editor.article.yaml_scalars import plain_value
from editor.article.yaml_tree import DEEPEST, Alias, Mapping, Node, Scalar, Sequence, compose
from editor.text.markdown_extensions import Untold

if TYPE_CHECKING:
    from collections.abc import Mapping as Settings

    from editor.text.markdown_extensions import Setting

_MOST_VALUES: Final = 10_000
"""Values in one setting; a few lines of aliases could stand for millions."""


def yaml_settings(text: str, *keys: str) -> Settings[str, Setting]:
    """Answer those of the settings at the top that stand there.

    Nothing that tags name is made (MkDocs' files have !!python/name and !ENV): such a value is Untold.
    Raises Unreadable, also where the text is no mapping or a setting has too many values.
    """
    root = compose(text, 0, len(text))
    if root is None:
        return {}
    if not isinstance(root, Mapping):
        raise Unreadable("not-a-mapping", root.start)
    found = {key.text: value for key, value in root.pairs if isinstance(key, Scalar) and key.text in keys}
    return {key: _Settings(text).value(node) for key, node in found.items()}


class _Settings:
    """Reads one setting."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._numbers = count()

    def value(self, node: Node, depth: int = 0) -> Setting:
        """Answer the value of a node so deep in others; aliases count, which may go in a circle."""
        if depth > DEEPEST:
            raise Unreadable("too-deep", node.start)
        if next(self._numbers) > _MOST_VALUES:
            raise Unreadable("too-many-aliases", node.start)
        if isinstance(node, Alias):
            return self.value(node.target, depth + 1)
        if node.tag not in (None, "!"):
            return Untold(self._text[node.start : node.end])
        if isinstance(node, Sequence):
            return [self.value(item, depth + 1) for item in node.items]
        if isinstance(node, Mapping):
            return {
                str(self.value(key, depth + 1)): self.value(value, depth + 1) for key, value in node.pairs
            }
        value = node.text if node.style else plain_value(node.text)
        return value if isinstance(value, bool | int | float | None) else node.text
