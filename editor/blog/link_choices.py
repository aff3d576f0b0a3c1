"""What the address of a link may be: the blog's articles, parts of one, its images."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import read, values
from editor.blog.address_writing import file_address, part_address, site_address
from editor.blog.images import address_of
from editor.blog.renaming import name_of
from editor.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from editor.blog.article_links import BlogLinks, ReadArticle
    from editor.blog.site_map import SiteMap

_TITLE: Final = re.compile(r"^[\"']?[Tt]itle[\"']?[ \t]*[:=][ \t]*(?P<title>[^\n]*)$", re.MULTILINE)
_PLAIN: Final = re.compile(r"[^\"'|>&*!%@`{\[#]+")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """One address to choose, told by words, such as a title, and by detail, such as where the file lies."""

    words: str
    detail: str
    address: str


def title_of(article: ReadArticle) -> str:
    """Answer the title of an article, or its name where it has none."""
    head = article.text[: article.body_start]
    found = _TITLE.search(head)
    if found is not None and (plain := _PLAIN.fullmatch(found["title"].strip())) is not None:
        return plain[0]
    title = values(read(head, takes_json=True)).get("title") if found is not None else None
    return title if isinstance(title, str) and title else name_of(article.path)


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """What links of a blog may lead to: its articles with their titles, its images."""

    site: SiteMap
    titles: Mapping[Path, str]
    images: tuple[Path, ...]


def link_targets(links: BlogLinks) -> LinkTargets:
    """Answer what links may lead to in a blog whose articles are read."""
    titles = {path: title_of(article) for path, article in links.articles.items()}
    return LinkTargets(links.site, titles, links.images)


def article_address(target: Path, article: Path, site: SiteMap) -> str:
    """Answer how an article leads to another one: by its address where that is told, else by its file.

    Astro leaves the path of a file as it is, and on the site nothing stands there.
    """
    address = site.address_of(target) if site.blog.generator == "astro" else None
    if address is not None:
        return site_address("/", address, site.routes.base)
    return file_address("", target, article)


def article_choices(article: Path, targets: LinkTargets) -> tuple[LinkChoice, ...]:
    """Answer the other articles of a blog, by their titles."""
    root = targets.site.blog.root
    found = (
        LinkChoice(title, os.path.relpath(path, root), article_address(path, article, targets.site))
        for path, title in targets.titles.items()
        if path != article
    )
    return tuple(sorted(found, key=lambda choice: folded(choice.words)))


def image_choices(article: Path, targets: LinkTargets) -> tuple[LinkChoice, ...]:
    """Answer the images of a blog, by their names."""
    blog = targets.site.blog
    found = (
        LinkChoice(path.name, os.path.relpath(path, blog.root), address_of(path, article, blog, "body"))
        for path in targets.images
    )
    return tuple(sorted(found, key=lambda choice: folded(choice.words)))


def part_choices(address: str, parts: Iterable[tuple[str, str]]) -> tuple[LinkChoice, ...]:
    """Answer the parts of the article at an address, given by their words and ids."""
    return tuple(
        LinkChoice(words, f"#{identity}", part_address(address, identity))
        for words, identity in parts
        if identity
    )


def matching(choices: Sequence[LinkChoice], typed: str, most: int) -> tuple[LinkChoice, ...]:
    """Answer the choices that what is typed may mean, the likeliest first, so many at most.

    Accents and case do not count; what begins as typed goes before words that do, these before the rest.
    """
    wanted = folded(typed.rpartition("#")[2] if "#" in typed else typed)
    ranked = []
    for number, choice in enumerate(choices):
        rank = _rank(choice, wanted)
        if rank is not None:
            ranked.append((rank, number, choice))
    return tuple(choice for _, _, choice in sorted(ranked, key=lambda it: it[:2])[:most])


def _rank(choice: LinkChoice, wanted: str) -> int | None:
    words = folded(choice.words)
    if words.startswith(wanted):
        return 0
    parts = wanted.split()
    if parts and all(part in words for part in parts):
        starts = _WORD.findall(words)
        if all(any(word.startswith(part) for word in starts) for part in parts):
            return 1
    if wanted in words:
        return 2
    return 3 if wanted in folded(choice.detail) or wanted in folded(choice.address) else None
