"""How long it takes to find headings and references: `python -m tests.benchmarks.structure [FOLDER]`.

Prints milliseconds for 10 kB: of texts of 10 kB, 100 kB and 1 MB, and of the articles in a folder.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.front_matter import split
from editor.article.source import decode
from editor.blog.article_files import articles_of
from editor.text.structure import structure_of
from tests.benchmarks.texts import SIZES, body_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def _milliseconds(bodies: Sequence[tuple[str, bool]], times: int) -> float:
    """Answer the median time for 10 kB."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        for body, is_mdx in bodies:
            structure_of(body, is_mdx=is_mdx)
        spent.append(time.process_time() - start)
    return statistics.median(spent) * 1e7 / sum(len(body) for body, _ in bodies)


def main() -> None:
    """Take the times and print them."""
    for name, size in SIZES.items():
        sys.stdout.write(f"{name:8} {_milliseconds([(body_of(size), False)], 9):6.2f} ms for 10 kB\n")
    for folder in map(Path, sys.argv[1:]):
        bodies = [
            (split(decode(it.read_bytes()).text).body, it.suffix == ".mdx") for it in articles_of(folder)
        ]
        sys.stdout.write(f"{len(bodies)} articles {_milliseconds(bodies, 5):6.2f} ms for 10 kB\n")


if __name__ == "__main__":
    main()
