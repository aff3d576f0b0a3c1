"""How long `article-editor check` takes: `python tests/benchmarks/checking.py [ARTICLES]`.

Makes a blog of articles (1,000 by default), each with a front matter of a dozen fields and a body of a few
paragraphs, with a generated schema; every tenth has problems. Prints the median of several runs in one
process, which read every file anew.
"""

from __future__ import annotations

import io
import json
import statistics
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

from editor.cli import main as run_command

_RUNS: Final = 5
_TEXT: Final = {"type": "string"}
_SCHEMA: Final = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "title": {"type": "string", "maxLength": 80},
        "description": {"type": "string", "minLength": 10},
        "pubDate": {"type": "string", "format": "date-time"},
        "updatedDate": {"type": "string", "format": "date-time"},
        "heroImage": _TEXT,
        "tags": {"type": "array", "items": _TEXT, "maxItems": 5},
        "draft": {"type": "boolean", "default": False},
        "lang": {"type": "string", "enum": ["fr", "en"]},
        "slugged": {"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"},
        "rating": {"type": "number", "minimum": 1, "maximum": 5},
        "seo": {"type": "object", "properties": {"title": _TEXT, "image": _TEXT}, "required": ["title"]},
    },
    "required": ["title", "description", "pubDate"],
}
_HEAD: Final = """---
title: "Une journée au jardin {number} 🌻" # kept
description: Quatre ingrédients, dix minutes de travail et une longue nuit.
pubDate: {date}
heroImage: '../../assets/garden-{number}.jpg'
tags: [jardin, été, "pain {number}"]
draft: {draft}
lang: fr
slugged: une-journee-{number}
rating: 4.5
seo:
  title: Le jardin
  image: ./og.png
---
"""
_BODY: Final = "Du *vent* dans les branches, et du pain sur la table.\n\n" * 30


def main() -> None:
    """Check the blog several times and print the median."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        _write_blog(Path(folder), count)
        figures = []
        for _ in range(_RUNS):
            said = io.StringIO()
            begun = time.perf_counter()
            with redirect_stdout(said):
                run_command(["check", folder])
            figures.append(time.perf_counter() - begun)
    summary = said.getvalue().splitlines()[-1]
    sys.stdout.write(f"{statistics.median(figures):.2f} s   ({_RUNS} runs; {summary})\n")


def _write_blog(root: Path, count: int) -> None:
    schemas, content = root / ".astro" / "collections", root / "src" / "content" / "blog"
    for place in (schemas, content, root / "public"):
        place.mkdir(parents=True)
    (root / "astro.config.mjs").write_text("export default {};\n", "utf-8")
    (schemas / "blog.schema.json").write_text(json.dumps(_SCHEMA), "utf-8")
    for number in range(count):
        is_wrong = number % 10 == 0
        head = _HEAD.format(
            number=number,
            date="08/07/2022" if is_wrong else "'Jul 08 2022'",
            draft="yes" if is_wrong else "false",
        )
        (content / f"article-{number}.md").write_text(head + _BODY, "utf-8")


if __name__ == "__main__":
    main()
