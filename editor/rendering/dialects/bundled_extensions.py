"""The extensions of Python-Markdown that a site may have loaded: those that come with it, and their options.

A configuration is written by others: nothing that it names is imported, and of its options only those are
taken that are looked at here. codehilite is our own, since its formatter could write files, and so is what
Nikola adds.
Source: Python-Markdown 3.11, extensions/*.py.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from markdown.extensions import toc

from editor.text.markdown_extensions import MarkdownExtension, Setting, Untold

_LONGEST: Final = 300
_MOST_TEXTS: Final = 200
_PREFIX: Final = "markdown.extensions."
_FLAGS: Final = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_NOT_OF_SLUGS: Final = re.compile(r"[^\w\- ]")

Slugify = Callable[[str, str], str]


class Taken(NamedTuple):
    """Extensions with their options, in the order in which they are loaded; and what is not taken."""

    options: Mapping[str, Mapping[str, Any]]
    unknown: tuple[str, ...]
    """Names of extensions, and of options behind their extensions': toc (slugify)."""


class _NotTaken(Exception):  # noqa: N818 - not a programming error
    """The value is none that the option is given here."""


def taken(extensions: Iterable[MarkdownExtension]) -> Taken:
    """Answer which of the extensions that a configuration names are loaded."""
    options: dict[str, dict[str, Any]] = {}
    unknown: dict[str, None] = {}
    for name, given in _expanded(extensions):
        readers = _READERS.get(name)
        if readers is None:
            unknown[name] = None
            continue
        options.pop(name, None)
        options[name] = {}
        for option, value in given.items():
            try:
                read = readers[option](value)
            except (KeyError, _NotTaken):
                unknown[f"{name} ({option})"] = None
            else:
                options[name] |= {} if read is None else {option: read}
    return Taken(options, tuple(unknown))


def _expanded(extensions: Iterable[MarkdownExtension]) -> Iterable[tuple[str, Mapping[str, Setting]]]:
    """Answer the extensions by their short names, in place of extra those that it loads."""
    for extension in extensions:
        name = extension.name.removeprefix(_PREFIX).partition(":")[0]
        if name != "extra":
            yield name, extension.options
            continue
        for part in _EXTRA:
            options = extension.options.get(part)
            yield part, options if isinstance(options, dict) else {}


def _text(value: Setting) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _NotTaken
    return value


def _flag(value: Setting) -> bool:
    told = _FLAGS.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(told, bool):
        raise _NotTaken
    return told


def _flag_or_text(value: Setting) -> bool | str:
    return value if isinstance(value, bool) else _text(value)


def _numbered(value: Setting) -> str:
    """Answer a text with one place for a number, and nothing about it: {:999999999} fills the memory."""
    text = _text(value)
    if not re.fullmatch(r"[^{}%]*(?:(?:\{\}|%d)[^{}%]*)?", text):
        raise _NotTaken
    return text


def _levels(value: Setting) -> str:
    levels = str(value)
    if isinstance(value, bool) or not re.fullmatch(r"[1-6](?:-[1-6])?", levels):
        raise _NotTaken
    return levels


def _level(value: Setting) -> str:
    level = _levels(value)
    if len(level) > 1:
        raise _NotTaken
    return level


def _texts(value: Setting) -> dict[str, str]:
    if not isinstance(value, dict) or len(value) > _MOST_TEXTS:
        raise _NotTaken
    return {_text(name): _text(text) for name, text in value.items()}


def _slugify(value: Setting) -> Slugify:
    """Answer the function that makes ids, one of those that the documentations of generators name."""
    source = value.source if isinstance(value, Untold) else _text(value)
    if "pymdownx" in source and "slugify" in source and "percent" not in source:
        is_lower = "lower" in source or "uslugify" in source
        return _slug_in_lower_case if is_lower else _slug
    if source.endswith("slugify_unicode"):
        return toc.slugify_unicode
    if source.endswith("toc.slugify"):
        return toc.slugify
    raise _NotTaken


def _slug(text: str, separator: str) -> str:
    """Answer the id that pymdownx.slugs makes of a heading's text."""
    return _NOT_OF_SLUGS.sub("", unicodedata.normalize("NFC", text)).strip().replace(" ", separator)


def _slug_in_lower_case(text: str, separator: str) -> str:
    return _slug(text, separator).lower()


def _unseen(value: Setting) -> None:
    """Answer that the option is left out."""


def _off(value: Setting) -> None:
    if value:
        raise _NotTaken


_READERS: Final[dict[str, dict[str, Callable[[Setting], Any]]]] = {
    "abbr": {"glossary": _texts},
    "admonition": {},
    "attr_list": {},
    "codehilite": {
        "css_class": _text,
        "linenums": _off,
        "guess_lang": _unseen,
        "lang_prefix": _unseen,
        "noclasses": _unseen,
        "pygments_style": _unseen,
        "use_pygments": _unseen,
    },
    "def_list": {},
    "fenced_code": {"lang_prefix": _unseen},
    "footnotes": {
        "PLACE_MARKER": _text,
        "UNIQUE_IDS": _unseen,
        "BACKLINK_TEXT": _text,
        "SUPERSCRIPT_TEXT": _numbered,
        "BACKLINK_TITLE": _numbered,
        "SEPARATOR": _text,
        "USE_DEFINITION_ORDER": _flag,
    },
    "legacy_attrs": {},
    "legacy_em": {},
    "md_in_html": {},
    "meta": {},
    "nikola": {},
    "nl2br": {},
    "sane_lists": {},
    "smarty": {
        "smart_quotes": _flag,
        "smart_angled_quotes": _flag,
        "smart_dashes": _flag,
        "smart_ellipses": _flag,
        "substitutions": _texts,
    },
    "tables": {"use_align_attribute": _flag},
    "toc": {
        "marker": _text,
        "title": _text,
        "title_class": _text,
        "toc_class": _text,
        "anchorlink": _flag,
        "anchorlink_class": _text,
        "permalink": _flag_or_text,
        "permalink_class": _text,
        "permalink_title": _text,
        "permalink_leading": _flag,
        "baselevel": _level,
        "slugify": _slugify,
        "separator": _text,
        "toc_depth": _levels,
    },
    "wikilinks": {"base_url": _text, "end_url": _text, "html_class": _text},
}
_EXTRA: Final = ("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html")
