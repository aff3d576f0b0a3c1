"""Asks Astro itself what it makes of a text, with both of its Markdown processors, and compares.

Run by hand: python3 packaging/dev.py judge rendering [--generated COUNT] [--seed SEED] [FOLDER...]

- specifications: Astro 7 answers the examples as here, so differs from them where it is known to;
- examples: the HTML that is kept beside each example is still Astro's;
- sample: the articles of the sample blog;
- generated: articles of hard Markdown, drawn by chance;
- FOLDER: every .md and .mdx file below it, as Markdown.
"""

from __future__ import annotations

import argparse
import difflib
import html
import json
import random
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from editor.article.fences import split
from editor.article.source import NotText, decode
from editor.rendering.html import Options, render
from editor.text.characters import JAVASCRIPT_SPACE
from tests.hard_markdown import article
from tests.normal_form import normal_form
from tests.rendering.dialects import test_specifications as specifications

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.text.dialects import Dialect

_SCRIPT: Final = Path(__file__).with_suffix(".mjs")
_ROOT: Final = Path(__file__).parents[2]
_EXAMPLES: Final = _ROOT / "tests" / "examples" / "rendering"
_SAMPLE: Final = _ROOT / "resources" / "sample-blog"
_DIALECTS: Final[tuple[Dialect, ...]] = ("astro", "astro-remark")
_MOST_LINES: Final = 12
_KNOWN: Final = {
    ("commonmark-0.31.2", "154"): "remark writes the classes of raw HTML in one line",
    ("commonmark-0.31.2", "171"): "remark drops the first line end in a textarea",
    ("commonmark-0.31.2", "180"): "remark writes an instruction as a comment, as browsers read it",
    ("commonmark-0.31.2", "627"): "remark writes an instruction as a comment, as browsers read it",
    ("gfm-0.29-extensions", "653"): "remark ends an open title with its paragraph, browsers later",
}
"""What differs under Astro 6 and older, and why: remark parses the raw HTML and writes it anew."""
_IMAGE: Final = re.compile(r'__ASTRO_IMAGE_="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Case:
    """A body, the dialect that reads it, and the HTML that is expected of Astro, if not what is made here."""

    kind: str
    name: str
    body: str
    dialect: Dialect
    expected: str | None = None
    smart: bool = True


def main(arguments: list[str]) -> int:
    """Judge, print the figures and what differs; 1 where something does."""
    parser = argparse.ArgumentParser(prog="rendering")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--generated", type=int, default=300, metavar="COUNT")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    cases = [*_specified(), *_kept(), *_articles("sample", _SAMPLE), *_generated(given.generated, given.seed)]
    for folder in given.folders:
        cases += _articles(folder.name, folder)
    return _judge(cases)


def _judge(cases: list[Case]) -> int:
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for case, answer in zip(cases, _astro(cases), strict=True):
        is_known = case.dialect == "astro-remark" and (case.kind, case.name) in _KNOWN
        difference = [] if is_known else _difference(case, answer)
        counts[f"{case.kind}, {case.dialect}"].append(not difference)
        if difference:
            _print(f"{case.kind}, {case.dialect}: {case.name}", *difference)
    for kind, same in counts.items():
        _print(f"{kind:60} {sum(same):5} of {len(same):5}  {sum(same) / len(same):.2%}")
    return 0 if all(map(all, counts.values())) else 1


def _specified() -> Iterator[Case]:
    """Yield the examples of the specifications, which no one trims: a paragraph stands before them."""
    for name in specifications.KNOWN:
        for example in json.loads((specifications.FOLDER / f"{name}.json").read_text("utf-8")):
            for dialect in _DIALECTS:
                body = f"x\n\n{example['markdown']}"
                yield Case(name, str(example["example"]), body, dialect, smart=False)


def _kept() -> Iterator[Case]:
    for path in sorted(_EXAMPLES.glob("*/*.md")):
        dialect: Dialect = "astro-remark" if path.parent.name == "astro-remark" else "astro"
        expected = path.with_suffix(".html").read_bytes().decode()
        yield Case("examples", path.stem, path.read_bytes().decode(), dialect, expected)


def _generated(count: int, seed: int) -> Iterator[Case]:
    for number in range(seed, seed + count):
        body = article(random.Random(number))  # noqa: S311 - texts, no secrets
        for dialect in _DIALECTS:
            yield Case("generated", f"--seed {number} --generated 1", body, dialect)


def _articles(kind: str, folder: Path) -> Iterator[Case]:
    for path in sorted(path for pattern in ("*.md", "*.mdx") for path in folder.rglob(pattern)):
        try:
            body = split(decode(path.read_bytes()).text).body
        except NotText:
            continue
        for dialect in _DIALECTS:
            yield Case(kind, path.relative_to(folder).as_posix(), body, dialect)


def _astro(cases: list[Case]) -> list[str | None]:
    """What Astro makes of the cases; None where it refuses one."""
    questions = [
        {"body": case.body.strip(JAVASCRIPT_SPACE), "dialect": case.dialect, "gfm": True, "smart": case.smart}
        for case in cases
    ]
    lines = "".join(f"{json.dumps(question)}\n" for question in questions)
    done = subprocess.run(
        ["node", _SCRIPT],
        cwd=_SCRIPT.parent,
        input=lines,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _difference(case: Case, answer: str | None) -> list[str]:
    """The lines that differ, those of Astro first; none where Astro refuses the body."""
    if answer is None:
        return []
    wanted = normal_form(_IMAGE.sub(_as_written, answer).strip())
    made = case.expected or render(case.body, Options(case.dialect, smart_punctuation=case.smart)).html
    return list(difflib.unified_diff(wanted, normal_form(made.strip()), "astro", "here", lineterm="", n=1))[
        :12
    ]


def _as_written(image: re.Match[str]) -> str:
    """The attributes of an image that Astro marks for its build."""
    attributes = json.loads(html.unescape(image[1]))
    attributes["src"] = quote(attributes["src"], safe="!#$%&'()*+,-./:;=?@_~")
    return " ".join(f'{name}="{html.escape(attributes[name])}"' for name in attributes if name != "index")


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
