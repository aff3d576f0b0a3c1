"""The front matter of a text, found and read in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from editor.article.faults import Unreadable
from editor.article.fences import OPENING, find_fences, unclosed_fence
from editor.article.json_document import read_json
from editor.article.yaml_document import read_yaml

if TYPE_CHECKING:
    from editor.article.document import Document
    from editor.article.fences import Fences


class AstroHandler(BaseHandler):
    """python-frontmatter's handler for Astro's fences and readers; it keeps the document that it loaded."""

    FM_BOUNDARY = OPENING

    def __init__(self, text: str, fences: Fences) -> None:
        super().__init__()
        self.text = text
        self.fences = fences
        self.document: Document | None = None

    def split(self, text: str) -> tuple[str, str]:
        """Answer the source between the fences; the body is not asked for."""
        del text  # python-frontmatter took blanks off its ends, so that the indices are not those of the file
        return self.text[self.fences.start : self.fences.stop], ""

    def load(self, fm: str) -> dict[str, Any]:
        """Answer the values of the source. Raises Unreadable."""
        del fm  # read where it stands: its places are those in the file's text
        if self.fences.format == "toml":
            # Only here: to load tomlkit takes as long as to read hundreds of articles.
            from editor.article.toml_document import read_toml

            self.document = read_toml(self.text, self.fences)
        else:
            self.document = read_yaml(self.text, self.fences)
        return self.document.values


def read_document(text: str, *, takes_json: bool = False) -> Document | None:
    """Answer the front matter of text, None where it has none; takes_json as in fences.

    Raises Unreadable.
    """
    fences = find_fences(text, takes_json=takes_json)
    if fences is None:
        unclosed = unclosed_fence(text)
        if unclosed is not None:
            raise Unreadable("unclosed-fence", unclosed)
        return None
    if fences.is_mixed:
        raise Unreadable("mixed-fences", fences.stop)
    if fences.format == "json":
        return read_json(text, fences)
    handler = AstroHandler(text, fences)
    frontmatter.parse(text[: fences.end], handler=handler)
    return handler.document
