"""An Astro site, as far as its package.json and its configuration tell without being run."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from editor.blog.astro_configuration import Configuration

if TYPE_CHECKING:
    from pathlib import Path

    from editor.text.dialects import Dialect, Math

_CONFIGURATIONS: Final = tuple(f"astro.config.{suffix}" for suffix in ("mjs", "js", "ts", "mts", "cjs"))
_FIRST_WITH_SATTERI: Final = 7
"""Astro 7 parses Markdown with Sätteri, the versions before it with remark."""
_FIRST_WITHOUT_LEGACY: Final = 6
_FIRST_WITH_ZOD_4: Final = 6
_PROCESSOR: Final = ("markdown", "processor")
_GFM: Final = "remark-gfm"
_SMART_PUNCTUATION: Final = "remark-smartypants"
_REMARK: Final = "@astrojs/markdown-remark unified"
_MATH: Final = "remark-math"
_HEADING_IDS: Final = "headingAttributes"
_SINGLE_DOLLAR: Final = "singleDollarTextMath"


@dataclass(frozen=True, slots=True)
class AstroSite:
    """The folders of an Astro site, its address on the web ("": not told), and how its Markdown is read.

    gfm and smart_punctuation are off where the configuration says so, math is what it says. plugins are
    the names of the Markdown plugins that it lists. keeps_legacy: a configuration of collections counts that
    lies where Astro 4 had it. zod is the version of Zod that Astro brings. unread is the name of a
    configuration that does not tell its settings, "" where it does. heading_ids: {#id} behind a heading is
    its id.
    """

    source: Path
    public: Path
    dialect: Dialect
    gfm: bool = True
    smart_punctuation: bool = True
    plugins: tuple[str, ...] = ()
    math: Math = ""
    keeps_legacy: bool = False
    zod: Literal[3, 4] = 4
    unread: str = ""
    address: str = ""
    base: str = ""
    """What all addresses on the site begin with, "" for nothing."""
    heading_ids: bool = False


def is_root(folder: Path) -> bool:
    """Whether folder is the root of an Astro site: it has a configuration, or a package that needs astro."""
    return _configuration(folder) is not None or "astro" in _dependencies(folder)


def read_site(root: Path) -> AstroSite:
    """Answer the site at root, as far as the text of its configuration tells."""
    path = _configuration(root)
    configuration = Configuration(_text(path) if path else "", root)
    major = _major(_dependencies(root))
    processor = configuration.called(*_PROCESSOR)
    plugins = _plugins(configuration, processor)
    is_older = major is not None and major < _FIRST_WITH_SATTERI
    # From version 7 on plugins of remark bring remark with them (validate.js, coerceLegacyMarkdownPlugins).
    uses_remark = processor == _REMARK or (plugins and not processor)
    return AstroSite(
        configuration.place("srcDir") or root / "src",
        configuration.place("publicDir") or root / "public",
        "astro-remark" if is_older or uses_remark else "astro",
        _is_on(configuration, "gfm", "gfm") or _GFM in plugins,
        _is_on(configuration, "smartypants", "smartPunctuation") or _SMART_PUNCTUATION in plugins,
        plugins,
        _math(configuration, plugins),
        _keeps_legacy(configuration, major),
        3 if major is not None and major < _FIRST_WITH_ZOD_4 else 4,
        path.name if path and not configuration.is_told else "",
        configuration.text("site") or "",
        configuration.text("base") or "",
        configuration.flag(*_PROCESSOR, "features", _HEADING_IDS) is True,
    )


def _configuration(folder: Path) -> Path | None:
    return next((path for name in _CONFIGURATIONS if (path := folder / name).is_file()), None)


def _dependencies(folder: Path) -> dict[str, str]:
    """Answer the packages that folder's package.json asks for, with their version ranges."""
    try:
        package = json.loads(_text(folder / "package.json"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(package, dict):
        return {}
    groups = (package.get(key) for key in ("devDependencies", "dependencies"))
    found = (group.items() for group in groups if isinstance(group, dict))
    return {name: str(version) for name, version in chain.from_iterable(found)}


def _major(dependencies: dict[str, str]) -> int | None:
    """Answer the first version of Astro that a site takes, None where any: latest, *, workspace:*."""
    major = re.search(r"\d+", dependencies.get("astro", ""))
    return int(major[0]) if major else None


def _is_on(configuration: Configuration, key: str, feature: str) -> bool:
    """Whether an extension of Markdown is on: what the processor is given counts before what Astro is."""
    told = (
        configuration.flag(*_PROCESSOR, key),
        configuration.flag(*_PROCESSOR, "features", feature),
        configuration.flag("markdown", key),
    )
    return next((flag for flag in told if flag is not None), True)


def _plugins(configuration: Configuration, processor: str) -> tuple[str, ...]:
    """Answer the plugins that take part: those of remark do not where another processor is chosen."""
    own = [
        configuration.names(*_PROCESSOR, f"{kind}Plugins") for kind in ("remark", "rehype", "mdast", "hast")
    ]
    if processor in ("", _REMARK):
        own += [configuration.names("markdown", f"{kind}Plugins") for kind in ("remark", "rehype")]
    return tuple(chain.from_iterable(own))


def _math(configuration: Configuration, plugins: tuple[str, ...]) -> Math:
    """Answer which formulas are read: those of remark's plugin, or of Sätteri."""
    feature = (*_PROCESSOR, "features", "math")
    if _MATH in plugins:
        lists = ((*_PROCESSOR, "remarkPlugins"), ("markdown", "remarkPlugins"))
        told = [configuration.plugin_flag(_MATH, _SINGLE_DOLLAR, *keys) for keys in lists]
    elif configuration.flag(*feature):
        told = [configuration.flag(*feature, _SINGLE_DOLLAR)]
    else:
        return ""
    return "double" if False in told else "single"


def _keeps_legacy(configuration: Configuration, major: int | None) -> bool:
    """Whether src/content/config.* counts: until version 5 it does, later only where a flag says so."""
    is_older = major is not None and major < _FIRST_WITHOUT_LEGACY
    return is_older or configuration.flag("legacy", "collectionsBackwardsCompat") is True


def _text(path: Path) -> str:
    """Answer the text of a small file, "" where it cannot be read."""
    try:
        return path.read_text("utf-8-sig", "replace")
    except OSError:
        return ""
