"""The locks hold what pyproject.toml asks for, pinned and hashed, and name no index."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from locks import FOLDER, LOCKS

PROJECT: Final[dict[str, Any]] = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text("utf-8"))


def pins(lock: str) -> dict[str, str]:
    """Answer the version of each package of a lock."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))


def requirements(*groups: str) -> list[Requirement]:
    asked = list(PROJECT["project"]["dependencies"])
    for group in groups:
        asked += [it for it in PROJECT["dependency-groups"][group] if isinstance(it, str)]
    return [Requirement(it) for it in asked]


@pytest.mark.parametrize(("kind", "groups"), [("run", ["build"]), ("test", ["build", "test"])])
def test_a_lock_holds_what_the_project_asks_for(kind: str, groups: list[str]) -> None:
    pinned = pins(LOCKS[kind].read_text("utf-8"))
    for requirement in requirements(*groups):
        version = pinned.get(canonicalize_name(requirement.name), "none")
        assert version in requirement.specifier, f"{requirement}: {version}; run dev.py lock"


def test_the_test_lock_holds_the_run_lock() -> None:
    run, test = (pins(LOCKS[kind].read_text("utf-8")) for kind in ("run", "test"))
    assert run.items() <= test.items()


@pytest.mark.parametrize("kind", LOCKS)
def test_every_package_has_hashes_and_no_index_is_named(kind: str) -> None:
    lock = LOCKS[kind].read_text("utf-8")
    blocks = re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(pins(lock)) > 0
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|index|find-links|file:", lock)


def test_the_crashing_release_of_pyside_is_refused() -> None:
    (pyside,) = [it for it in requirements() if it.name == "pyside6"]
    assert "6.12.0" not in pyside.specifier
    assert "6.12.1" in pyside.specifier


def test_the_checkout_is_built_by_what_the_locks_hold() -> None:
    assert PROJECT["build-system"]["requires"][0] in PROJECT["dependency-groups"]["build"]
