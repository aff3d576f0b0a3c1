"""How long rendering takes: `python tests/benchmarks/rendering.py`.

Prints the median in milliseconds for a text of about 4 kB, 100 kB and 1 MB, per dialect, and its ratio to
plain Python-Markdown with the extension `extra`. The text is made here: headings, nested lists, tables,
quotes, code, links, footnotes and French punctuation, as articles have them.
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

if TYPE_CHECKING:
    from collections.abc import Callable

_SECTION: Final = """## Partie {number} : l'été à la mer

Du texte **gras**, *penché*, `code` et [un lien](https://exemple.fr/a?b={number}), « ainsi » -- "dit-il"...
La suite, avec une note[^{number}] 😀 et https://exemple.fr/page, sur une deuxième ligne d'un paragraphe
assez long pour ressembler à ceux des articles que l'on écrit.

- un élément
- un autre
  - plus profond, l'un après l'autre

| a | b |
|---|--:|
| 1 | 2 |

> Une citation.

```python
def article(number: int) -> str:
    return f"{number}"
```

[^{number}]: La note, avec *emphase*.

"""
_SIZES: Final = {"4 kB": (4_000, 50), "100 kB": (100_000, 7), "1 MB": (1_000_000, 3)}
"""For each name: characters, and how often the time is taken."""


def _text(size: int) -> str:
    text = ""
    sections: list[str] = []
    while len(text) < size:
        sections += [_SECTION.replace("{number}", str(len(sections) + count)) for count in range(10)]
        text = "".join(sections)
    return text[:size]


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
        text = _text(size)
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
