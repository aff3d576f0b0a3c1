"""The links and labels of a blog that lead nowhere, what may be meant, and the change that repairs them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from editor.blog.article_links import Link
from editor.blog.blog_edit import BlogEdit, edited
from editor.blog.checks.links import candidates, is_broken, label_candidates, undefined_labels
from editor.blog.links import Target
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from editor.blog.article_links import BlogLinks, ReadArticle

MOST: Final = 300
"""Broken links that are looked for repairs."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link that leads nowhere, as it is written, and what may be meant: addresses, or labels.

    A written label stands in brackets.
    """

    link: Link
    written: str
    choices: tuple[str, ...]


def broken_links(
    links: BlogLinks, anchors: Callable[[str, Path], frozenset[str]], goes_on: Callable[[], bool]
) -> tuple[BrokenLink, ...]:
    """Answer the first links of a blog that lead nowhere, MOST at most, by article and in the order of it.

    anchors answers the ids in the page of an article with a text. Ends early where goes_on answers False.
    """

    @cache
    def of(path: Path) -> frozenset[str]:
        return anchors(links.articles[path].text, path)

    found: list[BrokenLink] = []
    for path in sorted(links.articles):
        if not goes_on() or len(found) >= MOST:
            break
        article = links.articles[path]
        of_article = [
            BrokenLink(link, article.text[link.start : link.end], candidates(link, links, of))
            for link in links.of(path)
            if is_broken(link, of)
        ]
        of_article += _of_labels(article)
        found += sorted(of_article, key=lambda broken: broken.link.start)
    return tuple(found[:MOST])


def _of_labels(article: ReadArticle) -> Iterator[BrokenLink]:
    first_line = article.text.count("\n", 0, article.body_start)
    for it, label in undefined_labels(article):
        span = (it.address_start + article.body_start, it.address_end + article.body_start)
        link = Link(article.path, it, *span, it.line + first_line, Target("broken"))
        yield BrokenLink(link, f"[{label}]", label_candidates(label, article))


def repaired(chosen: Iterable[tuple[Link, str]], links: BlogLinks) -> BlogEdit:
    """Answer the change that writes addresses in the place of those of links."""
    edits: dict[Path, list[Edit]] = {}
    for link, address in chosen:
        edits.setdefault(link.article, []).append(Edit(link.start, link.end, address))
    files = (
        edited(path, links.articles[path].source, sorted(of_file, key=lambda edit: edit.start))
        for path, of_file in edits.items()
    )
    return BlogEdit(tuple(files))
