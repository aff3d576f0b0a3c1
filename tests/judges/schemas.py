"""Compares the example content configurations' JSON Schemas with those that Astro generates now.

Run by hand: python3 packaging/dev.py judge schemas [--write] [EXAMPLE...]. Astro 7 and Astro 5 from npm sync
each site of tests/examples/content; what they write must be what is kept beside it, which the tests compare
the fields of the configuration with. --write keeps what they write now. An example that a version of Astro
refuses has nothing kept for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_suffix("")
_EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "content"
_NODE: Final = _FOLDER / "astro-7" / "node_modules" / ".bin" / "node"
_SCRIPTS: Final = {"astro-7": "bin/astro.mjs", "astro-5": "astro.js"}


def main() -> int:
    """Judge the examples named on the command line, else all; 1 where something differs."""
    is_writing = "--write" in sys.argv
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    count = 0
    for example in sorted(_EXAMPLES.iterdir()):
        for version in _SCRIPTS if not names or example.name in names else ():
            made = _generated(example, version)
            is_same = made == _kept(example / version)
            count += not is_same
            _print(f"{version}  {example.name:16} {len(made)} collections{'' if is_same else ', DIFFERENT'}")
            if is_writing:
                _keep(example / version, made)
    return 1 if count and not is_writing else 0


def _generated(example: Path, version: str) -> dict[str, str]:
    """Answer the schemas that a version of Astro generates for an example, by their files' names."""
    packages = _FOLDER / version / "node_modules"
    with tempfile.TemporaryDirectory(prefix="article-editor-judge-") as folder:
        site = Path(folder, "site")
        shutil.copytree(example, site, ignore=shutil.ignore_patterns(*_SCRIPTS))
        (site / "node_modules").symlink_to(packages)
        command = [str(_NODE), str(packages / "astro" / _SCRIPTS[version]), "sync"]
        environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"}
        result = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)
        if result.returncode:
            _print(f"{version}  {example.name:16} refuses: {_first_error(result.stderr + result.stdout)}")
            return {}
        return _kept(site / ".astro" / "collections")


def _kept(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8").rstrip("\n") + "\n" for path in folder.glob("*.schema.json")}


def _keep(folder: Path, schemas: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in sorted(schemas.items()):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")


def _first_error(output: str) -> str:
    return next((line for line in output.splitlines() if "Error" in line), output[:200])


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
