"""The collections of a site as its content configuration defines them, read without running it.

Astro looks for src/content.config.* (content/utils.js, searchConfig), and for src/content/config.* where
collections of Astro 4 still count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editor.blog.schemas.combining import one_group
from editor.blog.schemas.guide import Collection
from editor.blog.schemas.shapes import AnyShape
from editor.blog.schemas.site_modules import SUFFIXES, SiteModules
from editor.blog.schemas.zod.names import CONTENT
from editor.blog.schemas.zod.reader import ZodReader
from editor.script.expressions import Call, Imported
from editor.script.places import place_of
from editor.script.tracing import Tracer, exported

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.astro_site import AstroSite
    from editor.blog.schemas.guide import Loader
    from editor.blog.schemas.known import Known
    from editor.blog.schemas.shapes import Shape
    from editor.script.tracing import Bound

ANY_ARTICLE: Final = ("**/*.{md,mdx,markdown}",)
"""The patterns of a collection of which nobody knows more than its folder."""
_LOADERS: Final = "astro/loaders"
# As Astro gives them to collections without a loader (content/utils.js, autogenerateCollections).
_LEGACY_ARTICLES: Final = ("**/*.{md,mdx,mdoc}", "!**/_*/**/*", "!**/_*")
_LEGACY_DATA: Final = ("**/*.{json,yaml,yml,toml}", "!**/_*/**/*", "!**/_*")


@dataclass(frozen=True, slots=True)
class Configured:
    """What a content configuration tells.

    is_complete: it was read, and has no collections but these. files are those whose change, or whose
    making, asks for a new reading.
    """

    collections: tuple[Collection, ...] = ()
    is_complete: bool = False
    files: tuple[Path, ...] = ()


def configured(root: Path, site: AstroSite, known: Known) -> Configured:
    """Answer what the content configuration of the site at root tells, nothing where there is none."""
    places = tuple(site.source / f"content.config{suffix}" for suffix in SUFFIXES)
    if site.keeps_legacy:
        places += tuple(site.source / "content" / f"config{suffix}" for suffix in SUFFIXES)
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        return Configured(files=places)
    modules = SiteModules(root, site.source, known)
    module = modules.open(path)
    value = exported(module, "collections") if module is not None else None
    tracer = Tracer()
    entries = tracer.entries(value) if value is not None else None
    reader = _Reader(root, site, modules, ZodReader(tracer, path.name, site.zod), path.name)
    named = [(key, held) for key, held in entries or () if key is not None]
    return Configured(
        tuple(reader.collection(key, held) for key, held in named),
        is_complete=entries is not None and len(named) == len(entries),
        files=tuple(dict.fromkeys((*places, *modules.files))),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the collections of one configuration."""

    root: Path
    site: AstroSite
    modules: SiteModules
    zod: ZodReader
    name: str

    def collection(self, name: str, value: Bound) -> Collection:
        """Answer the collection of a call of defineCollection(), that of its folder for another value."""
        settings = self._settings(self.zod.tracer.traced(value))
        if settings is None:
            return _with_shape(self._elsewhere(name), self.zod.unread(value).shape)
        collection, schema = self._loaded(name, settings), settings.get("schema")
        return collection if schema is None else _with_shape(collection, self.zod.of_collection(schema).shape)

    def _settings(self, value: Bound) -> dict[str | None, Bound] | None:
        match value.expression:
            case Call(_, function, (settings, *_)):
                is_definition = self._maker(value.at(function)) == (CONTENT, "defineCollection")
                entries = self.zod.tracer.entries(value.at(settings)) if is_definition else None
                return None if entries is None else dict(entries)
        return None

    def _maker(self, function: Bound) -> tuple[str, str]:
        """Answer the module and the name of a function that is imported."""
        made_by = self.zod.tracer.traced(function).expression
        return (made_by.module, made_by.name) if isinstance(made_by, Imported) else ("", "")

    def _loaded(self, name: str, settings: dict[str | None, Bound]) -> Collection:
        """Answer a collection by its loader: where its entries are."""
        loader = settings.get("loader")
        if loader is None and None not in settings:
            kind = self.zod.tracer.text(settings["type"]) if "type" in settings else None
            patterns = _LEGACY_DATA if kind == "data" else _LEGACY_ARTICLES
            return replace(self._elsewhere(name), patterns=patterns, loader="folder", has_own_ids=False)
        loader = self.zod.tracer.traced(loader) if loader is not None else None
        match loader.expression if loader is not None else None:
            case Call(_, function, (first, *_)) if loader is not None:
                maker = self._maker(loader.at(function))
                if maker == (_LOADERS, "glob"):
                    return self._globbed(name, loader.at(first))
                place = self._place(loader.at(first)) if maker == (_LOADERS, "file") else None
                if place is not None:
                    return Collection(name, place, (), "file", sources=(self.name,))
        return self._elsewhere(name)

    def _globbed(self, name: str, options: Bound) -> Collection:
        """Answer the collection of glob(options), whose base is the root of the site where they name none."""
        told = dict(self.zod.tracer.entries(options) or [(None, options)])
        base = self._place(told["base"]) if "base" in told else self.root
        patterns = self._patterns(told["pattern"]) if "pattern" in told else ANY_ARTICLE
        if base is None or (None in told and "base" not in told):
            return replace(self._elsewhere(name), patterns=patterns)
        has_own_ids = "generateId" in told or None in told
        return Collection(name, base, patterns, "glob", sources=(self.name,), has_own_ids=has_own_ids)

    def _patterns(self, value: Bound) -> tuple[str, ...]:
        items = self.zod.tracer.items(value)
        texts = tuple(self.zod.tracer.text(item) for item in ([value] if items is None else items))
        known = tuple(text for text in texts if text is not None)
        return known if len(known) == len(texts) else ANY_ARTICLE

    def _place(self, value: Bound) -> Path | None:
        folder = self.modules.folder_of(value.scope.module)
        return place_of(value, self.zod.tracer, self.root, folder)

    def _elsewhere(self, name: str) -> Collection:
        """Answer the collection of a loader that is not read; it likely reads the folder of its name."""
        folder = self.site.source / "content" / name
        loader: Loader = "folder" if folder.is_dir() else "custom"
        return Collection(name, folder, ANY_ARTICLE, loader, sources=(self.name,), has_own_ids=True)


def _with_shape(collection: Collection, shape: Shape) -> Collection:
    """Answer a collection whose entries have a shape; of several groups it has the fields of all."""
    group = one_group(shape)
    told = shape if group is None else group.other
    unread = (told,) if isinstance(told, AnyShape) and told.unread else ()
    if group is None:
        return replace(collection, unread=unread)
    return replace(
        collection,
        fields=group.fields,
        has_schema=bool(group.fields) or not unread,
        are_others_refused=group.are_others_refused,
        unread=unread,
    )
