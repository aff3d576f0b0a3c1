"""Python-Markdown set up for a dialect: all that happens to a text between Markdown and HTML."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown import Markdown

from editor.rendering.blocks import BlockCuts
from editor.rendering.dialects.astro import AstroDialect
from editor.rendering.dialects.python_markdown import USUAL_EXTENSIONS, PythonMarkdownDialect
from editor.rendering.headings import Headings
from editor.rendering.highlighting import Highlighting
from editor.rendering.images import ImageAddress, ImageAddresses
from editor.text.markdown_extensions import MarkdownExtension

if TYPE_CHECKING:
    from editor.rendering.blocks import Piece
    from editor.rendering.headings import Heading
    from editor.text.dialects import Dialect


@dataclass(frozen=True, slots=True)
class Options:
    """How a body is rendered; `gfm` and `smart_punctuation` are options of Astro, and of its dialects.

    `extensions` are those that Python-Markdown is to load.
    """

    dialect: "Dialect" = "astro"
    smart_punctuation: bool = True
    gfm: bool = True
    highlight: bool = False
    extensions: tuple[MarkdownExtension, ...] = USUAL_EXTENSIONS


DEFAULT_OPTIONS: Final = Options()


class Pipeline:
    """Renders one text at a time."""

    def __init__(self, options: Options) -> None:
        self.astro = None if options.dialect == "python-markdown" else _astro(options)
        self._markdown = Markdown(
            extensions=[self.astro or PythonMarkdownDialect(options.extensions)], output_format="html"
        )
        self._images = ImageAddresses(self._markdown)
        self.headings = Headings(self._markdown)
        self._cuts = BlockCuts(self._markdown)
        processors = self._markdown.treeprocessors
        processors.register(self._images, "image_addresses", -10)
        processors.register(self.headings, "headings", -20)
        if options.highlight:
            processors.register(Highlighting(self._markdown), "highlighting", -30)
        processors.register(self._cuts, "blocks", -40)

    def render(
        self, body: str, image_address: ImageAddress | None
    ) -> "tuple[tuple[Piece, ...], tuple[Heading, ...]]":
        """Answer the pieces and headings of a text of which no line is to be left out of the count."""
        self._images.address_of = image_address
        output = self._markdown.reset().convert(body)
        return self._cuts.pieces(output), self.headings.outline


def _astro(options: Options) -> AstroDialect:
    return AstroDialect(options.dialect, gfm=options.gfm, smart_punctuation=options.smart_punctuation)
