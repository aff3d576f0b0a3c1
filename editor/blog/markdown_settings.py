"""What the configurations of Pelican, MkDocs and Nikola say of Markdown: the extensions they load.

Sources: Pelican 4.12 (settings.py, readers.py), MkDocs 1.6 (config/defaults.py, config_options.py),
Nikola 8.3 (nikola.py, plugins/compile/markdown).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Final, Literal

from editor.article.faults import Unreadable
from editor.article.yaml_settings import yaml_settings
from editor.blog.python_literals import UnreadablePython, python_settings
from editor.text.markdown_extensions import MarkdownExtension, Untold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.text.markdown_extensions import Setting

_PELICAN: Final = tuple(map(MarkdownExtension, ("codehilite", "extra", "meta")))
_MKDOCS: Final = tuple(map(MarkdownExtension, ("toc", "tables", "fenced_code")))
_NIKOLA: Final = tuple(map(MarkdownExtension, ("fenced_code", "codehilite", "extra")))
_NIKOLAS_OWN: Final = MarkdownExtension("nikola")
LONGEST: Final = 100_000
"""Characters of a configuration."""
_MOST_OPTIONS: Final = 300
"""Values in the options of one extension."""


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """The extensions in the order in which they are loaded; is_told: the configuration could be read.

    Where it could not, the extensions are those of a new site.
    """

    extensions: tuple[MarkdownExtension, ...]
    is_told: bool = True


class _Untold(Exception):  # noqa: N818 - not a programming error
    """The setting is not written as data."""


@lru_cache(maxsize=4)
def markdown_settings(generator: Literal["pelican", "mkdocs", "nikola"], text: str) -> MarkdownSettings:
    """Answer what the text of a configuration says; it is read as data, never run."""
    read, usual = _READERS[generator]
    if len(text) > LONGEST:
        return MarkdownSettings(usual, is_told=False)
    try:
        return MarkdownSettings(tuple(read(text)))
    except (_Untold, UnreadablePython, Unreadable):
        return MarkdownSettings(usual, is_told=False)


def _pelican(text: str) -> Iterable[MarkdownExtension]:
    """Answer MARKDOWN, which takes the place of the usual; what has options is loaded too, and meta."""
    settings = python_settings(text)
    if "MARKDOWN" not in settings:
        return _PELICAN
    markdown = _dict(settings["MARKDOWN"])
    options = _dict(markdown.get("extension_configs"))
    names = [*_names(markdown.get("extensions")), *options]
    if "markdown.extensions.meta" not in names:
        names.append("markdown.extensions.meta")
    return _extensions(names, options)


def _mkdocs(text: str) -> Iterable[MarkdownExtension]:
    """Answer markdown_extensions after those that are always loaded."""
    told = yaml_settings(text, "markdown_extensions").get("markdown_extensions")
    names = [extension.name for extension in _MKDOCS]
    options: dict[str, Setting] = {}
    items = (
        list(told.items())
        if isinstance(told, dict)
        else [pair for item in _list(told) for pair in _pairs(item)]
    )
    for name, given in items:
        names.append(name)
        options[name] = given
    return _extensions(names, options)


def _nikola(text: str) -> Iterable[MarkdownExtension]:
    """Answer MARKDOWN_EXTENSIONS, with the options for the language of the site, after Nikola's own."""
    settings = python_settings(text)
    if "MARKDOWN_EXTENSIONS" not in settings:
        names = [extension.name for extension in _NIKOLA]
    else:
        names = _names(settings["MARKDOWN_EXTENSIONS"])
    options = _dict(settings.get("MARKDOWN_EXTENSION_CONFIGS"))
    language = settings.get("DEFAULT_LANG")
    of_languages = [options.get(language)] if isinstance(language, str) else list(options.values())
    return (_NIKOLAS_OWN, *_extensions(names, _dict(next(iter(of_languages), None))))


_READERS: Final = {
    "pelican": (_pelican, _PELICAN),
    "mkdocs": (_mkdocs, _MKDOCS),
    "nikola": (_nikola, (_NIKOLAS_OWN, *_NIKOLA)),
}


def _extensions(names: Iterable[str], options: dict[str, Setting]) -> Iterator[MarkdownExtension]:
    for name in dict.fromkeys(names):
        yield MarkdownExtension(name, _bounded(_dict(options.get(name))))


def _pairs(item: Setting) -> list[tuple[str, Setting]]:
    return list(item.items()) if isinstance(item, dict) else [(name, None) for name in _names([item])]


def _names(told: Setting) -> list[str]:
    """Answer a list of names; one that is made by the site's own code is what is written for it."""
    return [item.source if isinstance(item, Untold) else str(item) for item in _list(told)]


def _list(told: Setting) -> list[Setting]:
    if told is None:
        return []
    if not isinstance(told, list):
        raise _Untold
    return told


def _dict(told: Setting) -> dict[str, Setting]:
    if told is None:
        return {}
    if not isinstance(told, dict):
        raise _Untold
    return told


def _bounded(options: dict[str, Setting]) -> dict[str, Setting]:
    """Answer options that are not too many: a name may stand in a list twice, in a list twice, and so on."""
    numbers = count()

    def counted(value: Setting) -> None:
        if next(numbers) > _MOST_OPTIONS:
            raise _Untold
        for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            counted(part)

    counted(options)
    return options
