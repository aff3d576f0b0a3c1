"""How long rendering takes: `python -m tests.benchmarks.rendering`.

Prints the median in milliseconds for a text of about 4 kB, 100 kB and 1 MB, per dialect, and its ratio to
plain Python-Markdown with the extension `extra`.
"""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Final

import markdown

from editor.rendering.html import Options, render
from editor.text.dialects import DIALECTS
from tests.benchmarks.texts import body_of

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZES: Final = {"4 kB": (4_000, 50), "100 kB": (100_000, 7), "1 MB": (1_000_000, 3)}
"""For each name: characters, and how often the time is taken."""


def _median_milliseconds(work: Callable[[], object], times: int) -> float:
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds) * 1000


def _extra(plain: markdown.Markdown, text: str) -> None:
    plain.reset().convert(text)


def main() -> None:
    """Take the times and print them."""
    plain = markdown.Markdown(extensions=["extra"])
    for name, (size, times) in _SIZES.items():
        text = body_of(size)
        extra = _median_milliseconds(partial(_extra, plain, text), times)
        sys.stdout.write(f"{name:7} Python-Markdown extra {extra:10.1f} ms\n")
        for dialect in DIALECTS:
            for highlight in (False, True):
                options = Options(dialect, highlight=highlight)
                spent = _median_milliseconds(partial(render, text, options), times)
                label = f"{dialect}{' + colours' if highlight else ''}"
                sys.stdout.write(f"{name:7} {label:26} {spent:6.1f} ms   x {spent / extra:.2f}\n")


if __name__ == "__main__":
    main()
