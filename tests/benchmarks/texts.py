"""Texts of any size: headings, nested lists, tables, quotes, code, links, footnotes, French punctuation."""

from __future__ import annotations

from typing import Final

SIZES: Final = {"10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000}
"""Characters of the texts by which a window is judged."""

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

_HEAD: Final = """---
title: "L'été à la mer : ce qu'il faut emporter"
description: Un texte de la longueur voulue, pour prendre le temps.
pubDate: 2026-07-14
---

"""


def body_of(size: int) -> str:
    """Answer a body of so many characters."""
    text = ""
    sections: list[str] = []
    while len(text) < size:
        sections += [_SECTION.replace("{number}", str(len(sections) + count)) for count in range(10)]
        text = "".join(sections)
    return text[:size]


def article_of(size: int) -> str:
    """Answer an article of about so many characters, which ends in an empty line of prose."""
    body = body_of(size)
    return f"{_HEAD}{body[: body.rindex(chr(10) + '## Partie')]}\n"
