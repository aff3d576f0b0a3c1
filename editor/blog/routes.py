"""The pages of an Astro site by their addresses, as its files tell without being run.

Source: Astro's file-based routing (astro/src/core/routing/create-manifest.ts): a file of src/pages is a page,
a part in brackets stands for many, `...` in it for several parts; names with an underscore are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from editor.blog.astro_site import read_site

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from editor.blog.blog import Blog

Route = tuple[str, ...]

_MOST_PAGES: Final = 400
"""Pages of a site that are looked at."""
_LARGEST: Final = 200_000
"""Characters of a page in which is looked for what it shows."""
_PAGE: Final = frozenset({".astro", ".md", ".mdx", ".html"})
_ENDPOINT: Final = frozenset({".js", ".ts"})
_ENTRIES: Final = re.compile(r"\bgetCollection\(\s*['\"`]([^'\"`]+)['\"`]")
_SHOWS_ONE: Final = re.compile(r"\brender\(")
_PART: Final = re.compile(r"\[(\.\.\.)?[^\]]+\]")


@dataclass(frozen=True, slots=True)
class Routes:
    """What a site has at which address; host is that of the site, "" where it is not told.

    base are the parts that every address begins with; entries tells for collections below which parts each
    entry has its page; parents are those of all pages that stand for many. pages are the parts of the pages
    that stand for one, joined; patterns are those of the others.
    """

    host: str = ""
    base: Route = ()
    entries: Mapping[str, Route] = field(default_factory=dict)
    parents: tuple[Route, ...] = ()
    pages: frozenset[str] = frozenset()
    patterns: tuple[tuple[re.Pattern[str], Route], ...] = ()

    def of(self, collection: str) -> Route | None:
        """Answer the parts before the ids of a collection's entries, None where no page surely shows them.

        The page that says so shows them; else the one in a folder of the collection's name, else the only
        one that stands for many.
        """
        told = self.entries.get(collection)
        if told is not None:
            return told
        named = [route for route in self.parents if route[-1:] == (collection,)]
        if named or len(self.parents) == 1:
            return (named or self.parents)[0]
        return None

    def has_page(self, address: str) -> bool:
        """Whether an address, its parts joined and without the base, is that of a page."""
        return address in self.pages or any(it.fullmatch(address) for it, _ in self.patterns)

    def shows_entries_only(self, address: str, of: Collection[Route]) -> bool:
        """Whether only an entry can stand at an address, of collections that are shown below these parts."""
        if address in self.pages:
            return False
        shown = [route for pattern, route in self.patterns if pattern.fullmatch(address)]
        return len(shown) == 1 and bool(shown[0]) and shown[0] in of


def routes_of(blog: Blog) -> Routes:
    """Answer the pages of blog; none of one that is no Astro site."""
    if blog.generator != "astro" or blog.source is None:
        return Routes()
    site = read_site(blog.root)
    folder = blog.source / "pages"
    entries: dict[str, Route] = {}
    parents: set[Route] = set()
    pages: set[str] = set()
    patterns: list[tuple[re.Pattern[str], Route]] = []
    for path in islice(_files(folder), _MOST_PAGES):
        parts = _parts(path, folder)
        if not any("[" in part for part in parts):
            pages.add("/".join(parts))
            continue
        route = tuple(part for part in parts[:-1] if "[" not in part)
        patterns.append((_pattern(parts), route))
        if path.suffix == ".astro" and "[" in path.stem:
            parents.add(route)
            for collection in _shown(path):
                known = entries.get(collection)
                if known is None or route[-1:] == (collection,):
                    entries[collection] = route
    base = tuple(part for part in site.base.split("/") if part)
    return Routes(
        _host(site.address), base, entries, tuple(sorted(parents)), frozenset(pages), tuple(patterns)
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        if path.suffix in _PAGE | _ENDPOINT and not any(
            part.startswith("_") for part in path.relative_to(folder).parts
        ):
            yield path


def _parts(path: Path, folder: Path) -> Route:
    """Answer the parts of a page's address; an endpoint has the suffix in its name: rss.xml.js."""
    *folders, _ = path.relative_to(folder).parts
    return (*folders, path.stem) if path.stem != "index" else tuple(folders)


def _pattern(parts: Route) -> re.Pattern[str]:
    written = ""
    for number, part in enumerate(parts):
        rest = _PART.fullmatch(part)
        if rest is not None and rest[1]:  # several parts, or none at all
            written += "(?:/.+)?" if number else "(?:.+)?"
            continue
        pieces = _PART.split(part)[::2]
        written += ("/" if number else "") + "[^/]+".join(map(re.escape, pieces))
    return re.compile(written)


def _shown(page: Path) -> tuple[str, ...]:
    """Answer the collections of whose entries a page shows each."""
    try:
        text = page.read_text("utf-8", "replace")[:_LARGEST]
    except OSError:
        return ()
    found = tuple(dict.fromkeys(_ENTRIES.findall(text)))
    return found if len(found) == 1 and _SHOWS_ONE.search(text) else ()
