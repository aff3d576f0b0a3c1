"""Where the articles of a blog stand on its site, and which one stands at an address."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from editor.article.front_matter import read as read_front_matter
from editor.article.front_matter import split, values
from editor.blog.identities import own_slug
from editor.blog.routes import Routes, routes_of
from editor.blog.schemas.collections import collection_of, collections_of
from editor.blog.schemas.entries import entry_id
from editor.blog.schemas.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.blog.routes import Route
    from editor.blog.schemas.guide import Collection

_SLUG: Final = re.compile(r"^[ \t\"']*slug[ \t\"']*[:=]", re.MULTILINE)
_SITE_ADDRESS: Final = re.compile(r"[(<\"' ](/[^\s()<>\"'?#]+)")
_ENDING: Final = re.compile(r"(?:/?index)?\.html$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as an entry of a collection, name "" outside of any; identity is "" where it is not told."""

    collection: str
    identity: str


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The addresses of a blog's articles.

    An address is the parts of its path joined, without the base and without slashes at its ends. prefixes
    are, by collection, the parts before its entries' ids: those that pages tell, else those that links have.
    """

    blog: Blog
    routes: Routes
    collections: tuple[Collection, ...]
    entries: Mapping[Path, Entry]
    prefixes: Mapping[str, Route]
    by_address: Mapping[str, Path] = field(default_factory=dict)

    def address_of(self, article: Path) -> str | None:
        """Answer the address of an article, None where it is not told."""
        entry = self.entries.get(article)
        if entry is None or not entry.identity or entry.collection not in self.prefixes:
            return None
        return "/".join((*self.prefixes[entry.collection], entry.identity))

    def is_told(self, article: Path) -> bool:
        """Whether a page of the site tells the address of an article; else it is learnt from links."""
        entry = self.entries.get(article)
        return entry is not None and self.routes.of(entry.collection) is not None

    def article_at(self, address: str) -> Path | None:
        """Answer the article at an address."""
        return self.by_address.get(address)

    def is_of_entries(self, address: str) -> bool:
        """Whether what stands at an address could only be an entry of a collection."""
        told = [it for name in self.prefixes if (it := self.routes.of(name)) is not None]
        return self.routes.shows_entries_only(address, told)

    def parts_on_site(self, address: str) -> str | None:
        """Answer the address on the site that one with a leading slash, or a host, means.

        None for the address of another site.
        """
        try:
            parts = urlsplit(address)
            path = unquote(parts.path, errors="strict")
        except ValueError:
            return None
        if (parts.scheme or parts.netloc) and (not self.routes.host or parts.hostname != self.routes.host):
            return None
        return self.trimmed(path)

    def trimmed(self, path: str) -> str | None:
        """Answer the address of a path on the site, None where it lies outside the site's base."""
        names = tuple(name for name in _ENDING.sub("", path).split("/") if name)
        base = self.routes.base
        return "/".join(names[len(base) :]) if names[: len(base)] == base else None

    def moved(self, places: Mapping[Path, Path], texts: Mapping[Path, str]) -> SiteMap:
        """Answer the map after articles have moved; texts are those of the moved ones."""
        entries = dict(self.entries)
        for old, new in places.items():
            del entries[old]
            entries[new] = _entry(new, _slug(texts[old]), self.blog, self.collections)
        return _with_addresses(SiteMap(self.blog, self.routes, self.collections, entries, self.prefixes))


def site_map(blog: Blog, texts: Mapping[Path, str]) -> SiteMap:
    """Answer the map of a blog whose articles have these texts."""
    collections = tuple(it for it in collections_of(blog, Known()) if it.loader in ("glob", "folder"))
    entries = {path: _entry(path, _slug(text), blog, collections) for path, text in texts.items()}
    site = _told(blog, collections, entries)
    untold = {entry.collection for entry in entries.values()} - site.prefixes.keys()
    if not untold:
        return site
    learned = _learned(untold, entries, texts.values(), site.routes)
    return _with_addresses(SiteMap(blog, site.routes, collections, entries, {**site.prefixes, **learned}))


def told_site_map(blog: Blog, known: Known, articles: Iterable[Path]) -> SiteMap:
    """Answer the map of a blog as its pages tell it, without what the links of articles would."""
    collections = tuple(it for it in collections_of(blog, known) if it.loader in ("glob", "folder"))
    entries = {
        path: _entry(path, known.of(path, own_slug), blog, collections) for path in map(normal, articles)
    }
    return _told(blog, collections, entries)


def _told(blog: Blog, collections: tuple[Collection, ...], entries: Mapping[Path, Entry]) -> SiteMap:
    routes = routes_of(blog)
    names = {entry.collection for entry in entries.values()}
    prefixes = {name: route for name in names if (route := routes.of(name)) is not None}
    return _with_addresses(SiteMap(blog, routes, collections, entries, prefixes))


def _with_addresses(site: SiteMap) -> SiteMap:
    found = ((site.address_of(path), path) for path in site.entries)
    by_address = {address: path for address, path in found if address is not None}
    return SiteMap(site.blog, site.routes, site.collections, site.entries, site.prefixes, by_address)


def _entry(path: Path, slug: Value, blog: Blog, collections: Sequence[Collection]) -> Entry:
    collection = collection_of(path, collections)
    if collection is not None and collection.has_own_ids:
        return Entry(collection.name, "")
    base = collection.base if collection is not None else _folder(path, blog)
    name = collection.name if collection is not None else base.name
    return Entry(name, entry_id(path, base, {"slug": slug}))


def _folder(path: Path, blog: Blog) -> Path:
    """Answer the folder of content that an article lies in, from which ids are counted."""
    around = (folder for folder in blog.content if path.is_relative_to(folder))
    return max(around, key=lambda folder: len(folder.parts), default=path.parent)


def _slug(text: str) -> Value:
    head = split(text).head
    return values(read_front_matter(text)).get("slug") if _SLUG.search(head) else None


def _learned(
    collections: set[str], entries: Mapping[Path, Entry], texts: Iterable[str], routes: Routes
) -> dict[str, Route]:
    """Answer below which parts the links of the articles look for the entries of collections."""
    ids: dict[str, str] = {
        entry.identity: entry.collection
        for entry in entries.values()
        if entry.collection in collections and entry.identity
    }
    seen: defaultdict[tuple[str, Route], set[str]] = defaultdict(set)
    for text in texts:
        for address in _SITE_ADDRESS.findall(text):
            parts = tuple(part for part in unquote(_ENDING.sub("", address)).split("/") if part)
            parts = parts[len(routes.base) :]
            for start in range(len(parts)):
                identity = "/".join(parts[start:])
                if identity in ids:
                    seen[ids[identity], parts[:start]].add(identity)
                    break
    most: dict[str, tuple[int, Route]] = {}
    for (collection, route), found in seen.items():
        count = len(found) + (route[-1:] == (collection,))
        if count > 1:
            most[collection] = max(most.get(collection, (0, ())), (count, route))
    return {collection: route for collection, (_, route) in most.items()}


def normal(path: Path) -> Path:
    """Answer a path without . and .., links of the file system as they are."""
    return Path(os.path.normpath(path))
