"""From an article's text to its page, for every format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.article.front_matter import read, split, values
from editor.blog.images import resolve_image
from editor.export.html import ArticlePage
from editor.export.markdown import Unshown, markdown_options, unshown
from editor.export.page_head import keywords, page_head
from editor.export.pdf import Metadata, metadata_of
from editor.rendering.html import Rendered, render
from editor.text.language import likely_language

if TYPE_CHECKING:
    from pathlib import Path

    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.rendering.notices import FaultWords
    from editor.rendering.page import PageHead
    from editor.text.dialects import Dialect


@dataclass(frozen=True, slots=True)
class Subject:
    """An article to be shown: its text, where it lies (None: nowhere yet), in which blog, in which style.

    style is the text of a style sheet, such as rendering.page.reading_style answers; author is for an article
    that names none; dialect is the blog's where it is None; fault_words says what the blog refuses.
    """

    text: str
    path: Path | None
    blog: Blog
    style: str
    author: str = ""
    dialect: Dialect | None = None
    fault_words: FaultWords = str

    def head(self) -> PageHead:
        """Answer what stands above the body, with the image's address as the article writes it."""
        head = page_head(self._values(), str, likely_language(self._body()))
        return replace(head, author=head.author or self.author)

    def metadata(self) -> Metadata:
        """Answer what a PDF of the article says about itself."""
        return metadata_of(self.head(), keywords(self._values()))

    def rendered(self, *, highlight: bool) -> Rendered:
        """Answer the body as the blog makes it; highlight puts colours into its code."""
        options = markdown_options(self.blog, self.path, self.dialect, highlight=highlight)
        options = replace(options, fault_words=self.fault_words)
        return render(self._body(), options)

    def unshown(self) -> Unshown:
        """Answer what the blog says of Markdown and the page does not follow."""
        return unshown(self.blog, self.dialect)

    def page(self) -> ArticlePage:
        """Answer the article's page."""
        return ArticlePage(self.head(), self.rendered(highlight=True).html, self.style)

    def image_file(self, address: str) -> Path | None:
        """Answer the file that an address in the body, or that of the image above it, means, or None."""
        found = resolve_image(address, self.path, self.blog, "body")
        if found is None and address == self.head().hero:
            return resolve_image(address, self.path, self.blog, "field")
        return found

    def _values(self) -> dict[str, Value]:
        return values(read(self.text, takes_json=self.blog.takes_json))

    def _body(self) -> str:
        return split(self.text, takes_json=self.blog.takes_json).body
