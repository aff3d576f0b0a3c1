"""Asks @mdx-js/mdx how it reads a text, and compares: the kept examples, and texts drawn by chance.

Run by hand: python3 packaging/dev.py judge mdx [--generated COUNT] [--seed SEED]
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

from editor.rendering.html import Options, render
from tests.rendering.dialects.mdx_structure import READ, plain_structure, structure
from tests.rendering.live.texts import MDX_LINES

_SCRIPT: Final = Path(__file__).with_suffix(".mjs")
_KNOWN: Final = re.compile(
    r"Unexpected lazy line|Could not parse import/exports|end of `gfmFootnoteDefinition`"
)
"""What MDX refuses and is not refused here: lines of a tag that a list or a quote would have; names that are
declared twice; what a footnote has that is not used."""


class _Answer(NamedTuple):
    """What MDX makes of a text, or why it refuses it."""

    html: str | None
    refusal: str


def main(arguments: list[str]) -> int:
    """Judge, print the figures and what differs; 1 where something does."""
    parser = argparse.ArgumentParser(prog="mdx")
    parser.add_argument("--generated", type=int, default=3000, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    texts = [str(example["mdx"]) for example in READ]
    drawn = random.Random(given.seed)  # noqa: S311 - texts, no secrets
    texts += [_drawn(drawn) for _ in range(given.generated)]
    different = 0
    for text, answer in zip(texts, _mdx(texts), strict=True):
        difference = _difference(text, answer)
        different += bool(difference)
        if difference:
            sys.stdout.write(f"{text!r}\n  {difference}\n")
    sys.stdout.write(f"{len(texts) - different} of {len(texts)} read as MDX reads them\n")
    return 1 if different else 0


def _drawn(drawn: random.Random) -> str:
    """Answer a text of few different lines, in which things meet."""
    few = [*drawn.sample(MDX_LINES, drawn.randint(2, 7)), ""]
    return "\n".join(drawn.choice(few) for _ in range(drawn.randint(1, 9))).strip()


def _mdx(texts: list[str]) -> list[_Answer]:
    done = subprocess.run(
        ["node", _SCRIPT],
        cwd=_SCRIPT.parent,
        input="".join(f"{json.dumps(text)}\n" for text in texts),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [_Answer(answer.get("html"), answer.get("refusal", "")) for answer in answers]


def _difference(text: str, answer: _Answer) -> str:
    """Answer what differs, "" for nothing."""
    options = Options("astro-remark", smart_punctuation=False, mdx=True)
    with plain_structure():
        html = render(text, options).html
    is_refused = 'class="notice"' in html
    if answer.html is None:
        return "" if is_refused or _KNOWN.search(answer.refusal) else f"MDX refuses it: {answer.refusal}"
    if is_refused:
        return "MDX takes it"
    wanted, made = structure(answer.html), structure(html)
    return "" if wanted == made else f"{wanted}\n  {made}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
