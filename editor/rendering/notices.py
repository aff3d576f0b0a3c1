"""What the page shows at the place of a fault: the source, which is not lost, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from editor.rendering.faults import BodyFault
    from editor.rendering.tree import TreeWriter

    FaultWords: TypeAlias = Callable[[BodyFault], str]
    """Says in words what is wrong."""


def write_notice(writer: TreeWriter, source: str, words: str) -> None:
    """Write a notice among the words of a text."""
    writer.open("span", {"class": "notice", "role": "note"})
    writer.open("code", {})
    writer.text(source)
    writer.close()
    writer.text(" ")
    writer.open("small", {})
    writer.text(words)
    writer.close()
    writer.close()


def write_notice_block(
    writer: TreeWriter, source: str, words: str, placed: Mapping[str, str | int | float]
) -> None:
    """Write a notice that stands for blocks; placed are attributes that tell of which lines."""
    writer.open("div", {"class": "notice", "role": "note", **placed})
    writer.open("pre", {})
    writer.open("code", {})
    writer.text(source)
    writer.close()
    writer.close()
    writer.open("p", {})
    writer.text(words)
    writer.close()
    writer.close()
