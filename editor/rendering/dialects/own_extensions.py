"""Extensions of Python-Markdown that are ours, in the place of those of generators."""

import re
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.extensions.meta import MetaPreprocessor
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from markdown import Markdown

_LANGUAGE_LINE: Final = re.compile(r"(?:::+|#!)(?P<path>(?:/\w+)*[/ ])?(?P<language>[\w#.+-]+)")
_TITLE: Final = "title"


class _LanguageLines(Treeprocessor):
    """Takes the language of indented code from its first line: :::python or #!python (codehilite)."""

    def run(self, root: Element) -> None:
        """Read the first lines."""
        for code in root.iterfind(".//pre/code"):
            first, _, rest = (code.text or "").partition("\n")
            found = _LANGUAGE_LINE.match(first)
            if found:
                code.set("class", f"language-{found['language'].lower()}")
                if not found["path"]:  # else it is the script's own line
                    code.text = AtomicString(rest)


class _CodeFrames(Treeprocessor):
    """Puts code into the element that codehilite has around it."""

    def __init__(self, pipeline: "Markdown", name: str) -> None:
        super().__init__(pipeline)
        self._name = name

    def run(self, root: Element) -> None:
        """Make a frame of each block, and put the block in it: the frame keeps the lines."""
        for frame in root.findall(".//pre[code]"):
            block = Element("pre")
            block.text, frame.text = frame.text, None
            block.extend(frame)
            frame.tag = "div"
            frame.set("class", self._name)
            frame[:] = [block]


class CodeHilite(Extension):
    """Codehilite without its colours, which are the preview's own."""

    def __init__(self, css_class: str = "codehilite") -> None:
        super().__init__()
        self._css_class = css_class

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Read languages while code is as it is written, and frame code when all of it is there."""
        md.treeprocessors.register(_LanguageLines(md), "language_lines", 30)
        md.treeprocessors.register(_CodeFrames(md, self._css_class), "code_frames", 3)


class _Meta(MetaPreprocessor):
    """Takes what an article says of itself off its beginning, as Pelican's articles have it: Title: Été."""

    def run(self, lines: list[str]) -> list[str]:
        """Answer the lines below; all where no title is said: below front matter they are text."""
        rest = super().run(list(lines))
        if _TITLE in self.md.Meta:  # type: ignore[attr-defined]  # the preprocessor's own
            return rest
        self.md.Meta = {}  # type: ignore[attr-defined]
        return lines


class Meta(Extension):
    """The package's meta for a text that may have been parted from its front matter."""

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Look at the beginning of texts."""
        md.preprocessors.register(_Meta(md), "meta", 27)


class Nikola(Extension):
    """What Nikola itself adds to Markdown: ~~struck~~ (compile/markdown/mdx_nikola.py)."""

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 (the library's)
        """Know one mark more."""
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~{2})(.+?)~{2}", "del"), "strikethrough", 95)
