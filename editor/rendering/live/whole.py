"""Texts of the dialect that is read as a whole only."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.rendering.blocks import Piece
from editor.rendering.dialects.python_markdown import is_readable
from editor.rendering.live.section import Section, margin
from editor.rendering.pipeline import Writing

if TYPE_CHECKING:
    from editor.rendering.images import ImageAddress
    from editor.rendering.pipeline import WholePipeline


def read_whole(body: str, pipeline: WholePipeline, image_address: ImageAddress | None) -> tuple[Section, ...]:
    """Answer the sections of a body that Python-Markdown's own parser reads: one for each piece."""
    if not body.strip():
        return (margin(body),)
    if not is_readable(body):
        return as_written(body)
    pieces = pipeline.write(body, image_address)
    lines = [f"{line}\n" for line in body.split("\n")]
    lines[-1] = lines[-1][:-1]
    sections = []
    end = len(lines)
    for piece in reversed(pieces):
        start = min(piece.line, end)
        sections.append(_section("".join(lines[start:end]), piece, start))
        end = start
    sections.append(margin("".join(lines[:end])))
    return tuple(reversed(sections))


def as_written(body: str) -> tuple[Section, ...]:
    """Answer the section of a body that is too deep for the parser: what is written in it."""
    return (_section(body, Piece((f"<pre>{html.escape(body)}</pre>",)), 0),)


def _section(source: str, piece: Piece, line: int) -> Section:
    headings = tuple(
        heading._replace(line=None if heading.line is None else heading.line - line)
        for heading in piece.headings
    )
    writing = Writing(replace(piece, line=0, headings=headings))
    return Section(source, source.count("\n"), writing=writing)
