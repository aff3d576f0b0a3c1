"""Python-Markdown set up for a dialect: all that happens to a text between Markdown and HTML."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from markdown import Markdown

from editor.rendering.blocks import BlockCuts, Piece, together
from editor.rendering.dialects.astro import AstroDialect
from editor.rendering.dialects.python_markdown import USUAL_EXTENSIONS, PythonMarkdownDialect
from editor.rendering.dialects.sections import ParsedSection
from editor.rendering.headings import Headings
from editor.rendering.highlighting import Highlighting
from editor.rendering.holes import Holes
from editor.rendering.images import ImageAddress, ImageAddresses
from editor.rendering.places import Places
from editor.text.markdown_extensions import MarkdownExtension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markdown.extensions import Extension

    from editor.rendering.notices import FaultWords
    from editor.text.dialects import Dialect, Math


@dataclass(frozen=True, slots=True)
class Options:
    """How a body is rendered; `gfm`, `smart_punctuation`, `math` and `mdx` are options of Astro's dialects.

    `extensions` are those that Python-Markdown is to load.
    `places` writes to the elements of which lines they were made.
    `fault_words` says in words what the blog refuses.
    """

    dialect: "Dialect" = "astro"
    smart_punctuation: bool = True
    gfm: bool = True
    math: "Math" = ""
    mdx: bool = False
    highlight: bool = False
    extensions: tuple[MarkdownExtension, ...] = USUAL_EXTENSIONS
    places: bool = False
    fault_words: "FaultWords" = str


DEFAULT_OPTIONS: Final = Options()
_SECTION: Final = "section"
"""What Python-Markdown is given for the text of a section, which has been read and parsed before."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What became of a section: its piece, the footnotes written in it, and what that depended on."""

    piece: Piece
    notes: tuple[tuple[str, Piece], ...] = ()
    asked: frozenset[str] = frozenset()
    """The labels of links and footnotes that were looked for."""
    images: "Mapping[str, str]" = field(default_factory=dict)
    """The addresses of images that are shown for those written."""


class _Pipeline:
    """What follows the parse, the same for all dialects: images, headings, colours of code, pieces."""

    def __init__(self, dialect: "Extension", holes: Holes, options: Options) -> None:
        self._holes = holes
        self._markdown = Markdown(extensions=[dialect], output_format="html")
        self._images = ImageAddresses(self._markdown)
        # Python-Markdown's ids come of its own extension toc, where a site loads it.
        makes_ids = options.dialect != "python-markdown"
        self._headings = Headings(self._markdown, holes, makes_ids=makes_ids)
        self._cuts = BlockCuts(self._markdown)
        processors = self._markdown.treeprocessors
        processors.register(self._images, "image_addresses", -10)
        processors.register(self._headings, "headings", -20)
        if options.highlight:
            processors.register(Highlighting(self._markdown), "highlighting", -30)
        if options.places:
            is_whole = options.dialect == "python-markdown"
            processors.register(Places(self._markdown, is_whole=is_whole), "places", -35)
        processors.register(self._cuts, "blocks", -40)

    def _convert(self, text: str, image_address: ImageAddress | None) -> list[tuple[str | None, Piece]]:
        """Answer the pieces of a text, each with the key of the footnote that it is, if it is one."""
        self._images.address_of = image_address
        self._holes.clear()
        output = self._markdown.reset().convert(text)
        return [
            (cut.note, Piece(self._holes.split(html), cut.line, cut.has_markup, headings))
            for (html, cut), headings in zip(self._cuts.pieces(output), self._headings.of_pieces, strict=True)
        ]


class WholePipeline(_Pipeline):
    """Renders whole texts of the dialect of Python-Markdown."""

    def __init__(self, options: Options) -> None:
        super().__init__(PythonMarkdownDialect(options.extensions), Holes(), options)

    def write(self, text: str, image_address: ImageAddress | None) -> tuple[Piece, ...]:
        """Answer the pieces of a text. Raises RecursionError where it is nested too deeply."""
        return tuple(piece for _, piece in self._convert(text, image_address))


class SectionPipeline(_Pipeline):
    """Renders sections of texts of an Astro dialect."""

    def __init__(self, options: Options) -> None:
        holes = Holes()
        self.dialect = AstroDialect(options, holes)
        super().__init__(self.dialect, holes, options)

    def write(self, section: ParsedSection, image_address: ImageAddress | None) -> Writing:
        """Render a section, once."""
        self.dialect.expect(section)
        pieces = self._convert(_SECTION, image_address)
        piece = together([piece for note, piece in pieces if note is None])
        notes = tuple((note, piece) for note, piece in pieces if note is not None)
        return Writing(piece, notes, section.asked, self._images.given)


_Made = TypeVar("_Made")


class _Idle(Generic[_Made]):
    """Pipelines that wait for work; to set one up takes longer than to render an article.

    Each is one thread's at a time. One that raises is left in the middle of a text: it is not kept.
    """

    def __init__(self, make: "Callable[[Options], _Made]") -> None:
        self._make = make
        self._waiting: dict[Options, list[_Made]] = {}

    @contextmanager
    def borrowed(self, options: Options) -> "Iterator[_Made]":
        """Lend one for work with these options."""
        waiting = self._waiting.setdefault(options, [])
        try:
            pipeline = waiting.pop()
        except IndexError:
            pipeline = self._make(options)
        yield pipeline
        waiting.append(pipeline)


section_pipelines: Final = _Idle(SectionPipeline)
whole_pipelines: Final = _Idle(WholePipeline)
