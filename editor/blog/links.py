"""Links from one article to another."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from editor.blog.article_files import is_article

if TYPE_CHECKING:
    from editor.blog.blog import Blog


def article_of_link(address: str, article: Path, blog: Blog) -> Path | None:
    """Answer the article of blog that a link of article leads to by its file, such as ../name.md#part.

    None where there is none, and for whatever lies outside the blog's folder.
    """
    try:
        name = unquote(re.split("[?#]", address)[0], errors="strict")
        path = Path(os.path.realpath(article.parent / name))
        is_inside = path.is_relative_to(os.path.realpath(blog.root))
        return path if is_inside and is_article(path.name) and path.is_file() else None
    except (OSError, ValueError):  # a name too long, a NUL, escapes that are no UTF-8
        return None
