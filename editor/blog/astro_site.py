"""An Astro site, as far as its package.json and its configuration tell without being run."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from editor.text.dialects import Dialect

_CONFIGURATIONS: Final = tuple(f"astro.config.{suffix}" for suffix in ("mjs", "js", "ts", "mts", "cjs"))
_FIRST_WITH_SATTERI: Final = 7
"""Astro 7 parses Markdown with Sätteri, the versions before it with remark."""
_REMARK: Final = "@astrojs/markdown-remark"


@dataclass(frozen=True, slots=True)
class AstroSite:
    """The folders of an Astro site, and how its Markdown is read."""

    source: Path
    public: Path
    dialect: Dialect


def is_root(folder: Path) -> bool:
    """Whether folder is the root of an Astro site: it has a configuration, or a package that needs astro."""
    return _configuration(folder) is not None or "astro" in _dependencies(folder)


def read_site(root: Path) -> AstroSite:
    """Answer the site at root; srcDir and publicDir count where they are written as plain strings."""
    path = _configuration(root)
    configuration = _text(path) if path else ""
    return AstroSite(
        _folder(root, configuration, "srcDir", "src"),
        _folder(root, configuration, "publicDir", "public"),
        _dialect(_dependencies(root), configuration),
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


def _dialect(dependencies: dict[str, str], configuration: str) -> Dialect:
    major = re.search(r"\d+", dependencies.get("astro", ""))  # none in "latest", "*" and "workspace:*"
    is_older = major is not None and int(major[0]) < _FIRST_WITH_SATTERI
    asks_for_remark = _REMARK in configuration and "unified(" in configuration
    return "astro-remark" if is_older or asks_for_remark else "astro"


def _folder(root: Path, configuration: str, key: str, usual: str) -> Path:
    """Answer the folder that the configuration names by key: the usual one if it names none in the site."""
    # A line that begins as a comment, or has one before the key, does not count.
    setting = re.search(
        rf"""^(?![ \t]*\*)(?:(?!//|/\*).)*?\b{key}\s*:\s*(["'])([^"'\n]+)\1""", configuration, re.MULTILINE
    )
    if setting is None or ".." in setting[2].split("/"):
        return root / usual
    return root / setting[2].lstrip("/")


def _text(path: Path) -> str:
    """Answer the text of a small file, "" where it cannot be read."""
    try:
        return path.read_text("utf-8-sig", "replace")
    except OSError:
        return ""
