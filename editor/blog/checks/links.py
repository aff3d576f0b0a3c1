"""Links, images and labels of an article that lead nowhere, and what may have been meant."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from editor.article.source import EMPTY
from editor.blog.address_writing import file_address, part_address, path_end, site_address
from editor.blog.article_links import BlogLinks, ReadArticle
from editor.blog.checks.body_images import SOURCES
from editor.blog.checks.text_findings import TextFinding
from editor.blog.images import address_of
from editor.blog.renaming import name_of
from editor.blog.site_map import normal
from editor.text.addresses import label_key, unescaped
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from editor.blog.article_links import Link
    from editor.blog.site_map import SiteMap
    from editor.text.structure import Reference

    Anchors = Callable[[Path], frozenset[str]]

_MOST: Final = 6
"""Addresses that are offered for a broken one."""
_ALIKE: Final = 0.6
"""How alike a name must be, from 0 to 1."""
_TOP: Final = frozenset({"", "top"})
"""Parts that every page has (HTML, "select the indicated part")."""
_TEXT_FRAGMENT: Final = ":~:"
_INDEX: Final = re.compile(r"\d*|[xX]")
"""What stands in brackets behind brackets and is no label: the index of a list, the box of a task."""


def findings_in(
    text: str, path: Path, site: SiteMap, anchors: Callable[[Path, str | None], frozenset[str]]
) -> Iterator[TextFinding]:
    """Yield what leads nowhere in the article at path, which has this text by now; site is that of its blog.

    anchors answers the ids in the page of an article with a text, None: with that which its file holds.
    """
    place = normal(path)
    article = ReadArticle(place, replace(EMPTY, text=text), takes_json=site.blog.takes_json)
    links = BlogLinks(site.blog, {place: article}, site)
    yield from link_findings(place, links, lambda other: anchors(other, text if other == place else None))


def link_findings(path: Path, links: BlogLinks, anchors: Anchors) -> Iterator[TextFinding]:
    """Yield what leads nowhere in the article at path; anchors answers the ids in the page of an article.

    Addresses outside the blog, and what its files cannot tell, are passed over.
    """
    article = links.articles[path]
    for link in links.of(path):
        yield from _of_link(link, article, links, anchors)
    yield from _of_labels(article)


def candidates(link: Link, links: BlogLinks, anchors: Anchors) -> tuple[str, ...]:
    """Answer addresses that may be meant by a broken one, as they would stand there, the likeliest first."""
    written = links.articles[link.article].text[link.start : link.end]
    target = link.target
    if target.kind == "article" and target.path is not None:
        path = link.reference.address.partition("#")[0]
        near = get_close_matches(target.anchor, sorted(anchors(target.path)), _MOST, _ALIKE)
        return tuple(part_address(written[: path_end(written, path)], it) for it in near)
    if link.reference.kind == "image":
        return _image_candidates(link, links)
    return _article_candidates(link, links, written)


def is_broken(link: Link, anchors: Anchors) -> bool:
    """Whether a link leads nowhere."""
    target = link.target
    return target.kind == "broken" or _lacks_part(link, anchors)


def _of_link(link: Link, article: ReadArticle, links: BlogLinks, anchors: Anchors) -> Iterator[TextFinding]:
    data = {"value": article.text[link.start : link.end]}
    if link.target.kind == "broken":
        if _is_of_another_rule(link, links):
            return
        rule = "broken-image" if link.reference.kind == "image" else "broken-link"
        yield TextFinding(rule, "error", link.start, data)
    elif _lacks_part(link, anchors):
        yield TextFinding("broken-anchor", "warning", link.start, {**data, "part": link.target.anchor})
    elif _is_left_by_astro(link, links):
        yield _file_link(link, article, links)


def _is_of_another_rule(link: Link, links: BlogLinks) -> bool:
    """Whether whatever lies there is not on the page: a path in HTML of Astro's, or one of its sources."""
    reference = link.reference
    is_path = reference.kind == "image" and not reference.address.startswith("/")
    is_left = (reference.how == "html" and is_path) or reference.address.startswith(SOURCES)
    return links.blog.generator == "astro" and is_left


def _lacks_part(link: Link, anchors: Anchors) -> bool:
    target = link.target
    if target.kind != "article" or target.path is None or link.reference.kind == "image":
        return False
    if target.anchor in _TOP or target.anchor.lower() == "top" or _TEXT_FRAGMENT in target.anchor:
        return False
    return target.anchor not in anchors(target.path)


def _is_left_by_astro(link: Link, links: BlogLinks) -> bool:
    """Whether a link is the path of a file, which Astro leaves as it is unless a plugin is there for it."""
    blog = links.blog
    if blog.generator != "astro" or any("link" in plugin.lower() for plugin in blog.plugins):
        return False
    return link.target.kind == "article" and link.target.way in ("file", "name")


def _file_link(link: Link, article: ReadArticle, links: BlogLinks) -> TextFinding:
    written = article.text[link.start : link.end]
    site, target = links.site, link.target.path
    address = site.address_of(target) if target is not None and site.is_told(target) else None
    if address is None:
        return TextFinding("link-to-file", "warning", link.start, {"value": written})
    path = link.reference.address.partition("#")[0].partition("?")[0]
    new = site_address("/", address, site.routes.base) + written[path_end(written, path) :]
    edits = (Edit(link.start, link.end, new),)
    return TextFinding(
        "link-to-file", "warning", link.start, {"value": written, "new": new}, repair=edits, remedy="write"
    )


def _of_labels(article: ReadArticle) -> Iterator[TextFinding]:
    structure, start = article.structure, article.body_start
    used = {it.label for it in structure.references if it.how == "reference"}
    seen: Counter[str] = Counter()
    for it in structure.references:
        if it.how == "definition":
            seen[it.label] += 1
            if seen[it.label] > 1:
                yield TextFinding("duplicate-label", "warning", start + it.start, {"value": it.words})
            elif it.label not in used:
                yield TextFinding("unused-label", "note", start + it.start, {"value": it.words})
    for it, label in undefined_labels(article):
        yield TextFinding("undefined-label", "warning", start + it.start, {"value": label})


def undefined_labels(article: ReadArticle) -> Iterator[tuple[Reference, str]]:
    """Yield what refers to a label that nothing defines, and the label."""
    body = article.text[article.body_start :]
    for it in article.structure.undefined:
        label = body[it.address_start : it.address_end]
        if not _is_text(it, label, body):
            yield it, label


def _is_text(reference: Reference, label: str, body: str) -> bool:
    """Whether brackets behind brackets are surely none of a link: a[0][1], [ ][x], [a][^1]."""
    is_behind_word = reference.kind == "link" and body[: reference.start][-1:].isalnum()
    return is_behind_word or label.startswith("^") or _INDEX.fullmatch(label.strip()) is not None


def _article_candidates(link: Link, links: BlogLinks, written: str) -> tuple[str, ...]:
    site = links.site
    path = link.reference.address.partition("#")[0].partition("?")[0]
    end = path_end(written, path)
    is_on_site = path.startswith(("/", "http")) or link.target.path is None
    names = {
        other: (site.address_of(other) or "").rpartition("/")[2] if is_on_site else name_of(other)
        for other in links.articles
    }
    wanted = unescaped(path).rstrip("/").rpartition("/")[2]
    wanted = wanted.removesuffix(link.target.path.suffix) if link.target.path is not None else wanted
    near = get_close_matches(wanted, sorted({*names.values()} - {""}), _MOST, _ALIKE)
    found = [other for name in near for other, own in names.items() if own == name]
    return tuple(
        dict.fromkeys(
            site_address(written[:end], site.address_of(other) or "", site.routes.base)
            if is_on_site
            else file_address(written[:end], other, link.article)
            for other in found
        )
    )[:_MOST]


def _image_candidates(link: Link, links: BlogLinks) -> tuple[str, ...]:
    blog = links.blog
    name = unescaped(link.reference.address).rpartition("/")[2].rpartition(".")[0]
    near = get_close_matches(name, sorted({it.stem for it in links.images}), _MOST, _ALIKE)
    found = [image for one in near for image in links.images if image.stem == one]
    return tuple(address_of(image, link.article, blog, "body") for image in found)[:_MOST]


def label_candidates(label: str, article: ReadArticle) -> tuple[str, ...]:
    """Answer the labels that may be meant by one that nothing defines."""
    defined = {it.label: it.words for it in article.structure.references if it.how == "definition"}
    near = get_close_matches(label_key(label), sorted(defined), _MOST, _ALIKE)
    return tuple(defined[it] for it in near)
