"""Markdown to the HTML that the blog makes of it: one pipeline of Python-Markdown for all dialects.

The dialect, an extension, decides who parses. What follows the parse is the same for all: addresses of
images, ids of headings, outline, colours of code, blocks with their source lines.
"""

import html
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editor.rendering.blocks import Block, blocks_of
from editor.rendering.dialects.characters import JAVASCRIPT_SPACE
from editor.rendering.dialects.python_markdown import is_readable
from editor.rendering.pipeline import DEFAULT_OPTIONS, Options, Pipeline

if TYPE_CHECKING:
    from editor.rendering.headings import Heading
    from editor.rendering.images import ImageAddress

__all__ = ["Options", "Rendered", "render"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a body: its HTML in pieces, and its headings."""

    blocks: tuple[Block, ...]
    outline: "tuple[Heading, ...]"

    @property
    def html(self) -> str:
        """The whole HTML."""
        return "".join(block.html for block in self.blocks)


class _Pipelines(threading.local):
    """The pipelines of one thread; setting one up takes longer than rendering an article."""

    def __init__(self) -> None:
        self._of: dict[Options, Pipeline] = {}

    def render(self, body: str, options: Options, image_address: "ImageAddress | None") -> Rendered:
        """Render a text, as it is written where it is nested too deeply for a parser."""
        if options.dialect == "python-markdown" and not is_readable(body):
            return _as_written(body)
        pipeline = self._of.pop(options, None) or Pipeline(options)
        try:
            pieces, outline = pipeline.render(body, image_address)
        except RecursionError:  # the pipeline is left in the middle of a text: it is not kept
            return _as_written(body)
        self._of[options] = pipeline
        return Rendered(blocks_of(pieces), outline)


def _as_written(body: str) -> Rendered:
    return Rendered((Block(f"<pre>{html.escape(body)}</pre>", 0),), ())


_pipelines: Final = _Pipelines()


def render(
    body: str, options: Options = DEFAULT_OPTIONS, image_address: "ImageAddress | None" = None
) -> Rendered:
    """The HTML of a body (the text without its front matter), as the blog of the dialect makes it.

    Astro trims the body first; the lines answered are those of the body as given. `image_address` says
    which address to show for the one written. It may be called from any thread.
    """
    body = body.replace("\0", "\ufffd")
    trimmed = body if options.dialect == "python-markdown" else body.strip(JAVASCRIPT_SPACE)
    if not trimmed.strip():
        return Rendered((), ())
    skipped = body[: body.index(trimmed)]
    lines = skipped.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    rendered = _pipelines.render(trimmed, options, image_address)
    if not lines:
        return rendered
    return Rendered(
        tuple(replace(block, line=block.line + lines) for block in rendered.blocks),
        tuple(replace(heading, line=heading.line + lines) for heading in rendered.outline),
    )
