"""What a key press costs the making of the preview: `python -m tests.benchmarks.live_rendering`.

Prints, for texts of 10 kB, 100 kB and 1 MB in each dialect, the milliseconds until the page is there for the
first time, and medians for a letter typed at the end: until its passage is rendered, and until the script
that patches the page is written. The last column is how much more than in the smallest text it costs.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.blog.blog import find_blog
from editor.rendering.live.text import Edit
from editor.text.dialects import DIALECTS
from editor.ui.preview.making import Making, News, Subject, begun_page, continued_page
from editor.ui.preview.updates import update_script
from tests.benchmarks.texts import SIZES, article_of

if TYPE_CHECKING:
    from editor.text.dialects import Dialect

_LETTERS: Final = "le chat noir dort sur la table et ne dit rien"


def _finished(making: Making) -> Making:
    while not making.body.is_finished:
        making = continued_page(making, News())
    return making


def _key_presses(making: Making, line: int) -> tuple[float, float]:
    """Answer the medians of rendering and of writing the script, in milliseconds."""
    rendering: list[float] = []
    scripting: list[float] = []
    for count in range(1, len(_LETTERS) + 1):
        begun = time.perf_counter()
        following = _finished(continued_page(making, News(edits=(Edit(line, 1, _LETTERS[:count]),))))
        rendered = time.perf_counter()
        update_script(making.page(shows_head=True), following.page(shows_head=True))
        scripting.append(time.perf_counter() - rendered)
        rendering.append(rendered - begun)
        making = following
    return statistics.median(rendering) * 1000, statistics.median(scripting) * 1000


def _measure(dialect: Dialect, size: int) -> tuple[float, float, float]:
    text = article_of(size)
    path = Path("article.md").absolute()
    begun = time.perf_counter()
    making = _finished(begun_page(Subject("1", path, replace(find_blog(path), dialect=dialect)), text))
    first = (time.perf_counter() - begun) * 1000
    lines = text.rpartition("---\n")[2].count("\n")
    return first, *_key_presses(making, lines)


def main() -> None:
    """Take the times and print them."""
    sys.stdout.write(f"{'dialect':16}{'text':8}{'first':>10}{'key':>8}{'script':>8}{'growth':>8}\n")
    for dialect in DIALECTS:
        smallest = 0.0
        for name, size in SIZES.items():
            first, key, script = _measure(dialect, size)
            smallest = smallest or key
            sys.stdout.write(
                f"{dialect:16}{name:8}{first:7.0f} ms{key:8.2f}{script:8.2f}{key / smallest:8.2f}\n"
            )


if __name__ == "__main__":
    main()
