"""Where things lie: the resources shipped with the program, the user's settings, state and cache."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs
from platformdirs.unix import Unix

_PACKAGE: Final = Path(__file__).parent

# A wheel carries resources inside the package, a checkout beside it.
RESOURCES: Final = next(
    folder for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if folder.is_dir()
)


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user, or of one profile."""

    settings: Path
    state: Path
    cache: Path
    documents: Path
    runtime: Path
    """For what running programs of the user say to each other, in whatever profile."""


def user_paths() -> Paths:
    """Answer the folders that the system means for this user."""
    dirs = _dirs()
    return Paths(
        dirs.user_config_path,
        dirs.user_state_path,
        dirs.user_cache_path,
        dirs.user_documents_path,
        _runtime(dirs),
    )


def profile_paths(profile: Path) -> Paths:
    """Answer folders that all lie in profile, for portable use and tests."""
    return Paths(
        profile / "settings", profile / "state", profile / "cache", profile / "documents", _runtime(_dirs())
    )


def _dirs() -> platformdirs.PlatformDirs:
    return platformdirs.PlatformDirs("article-editor", appauthor=False)


def _runtime(dirs: platformdirs.PlatformDirs) -> Path:
    # Without a session's folder Linux has only the one for everybody's temporary files.
    if isinstance(dirs, Unix) and not os.environ.get("XDG_RUNTIME_DIR"):
        return dirs.user_state_path / "run"
    return dirs.user_runtime_path
