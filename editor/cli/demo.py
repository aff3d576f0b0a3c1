"""The demo: the commands at work on the sample blog, for a machine without a display."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

from editor.article.files import read_file
from editor.blog.article_files import articles_of
from editor.blog.collection import summarise
from editor.cli.commands import DONE
from editor.cli.refusals import Refusal
from editor.cli.window import sample_blog
from editor.paths import user_paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence


def run_demo(options: argparse.Namespace, run: Callable[[Sequence[str]], int]) -> int:
    """Show on the sample blog what run, which runs a command, can do without a window."""
    blog = sample_blog(options.folder, user_paths())
    content = blog / "src" / "content" / "blog"
    article = next(articles_of(content), None)
    if article is None:
        raise Refusal(f"{blog} is not empty and not the sample blog. Name another folder: --in DIR")
    made = blog / "made-by-demo"
    before, title = read_file(article), summarise(article).title
    _say(f"The sample blog is in {blog}")
    for arguments in (
        ("render", content, "-o", made),
        ("set", article, f"title={title} (changed)"),
        ("set", article, f"title={title}"),
        ("export", article, "--to", "html", "-o", made / "exported.html"),
        ("export", article, "--to", "pdf", "-o", made / "exported.pdf"),
    ):
        command = tuple(map(str, arguments))
        _say(shlex.join(("article-editor", *command)))
        if code := run(command):
            return code
    if read_file(article) != before:
        raise Refusal(f"{article} did not get its bytes back.")
    pages = sum(1 for _ in made.rglob("*.html"))
    _say(f"Rendered and exported: {pages} pages and a PDF file are in {made}")
    _say(f"Saved: the title of {article.name} was changed and changed back; not a byte of the file differs.")
    return DONE


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
