"""Front matters of every style, drawn piece by piece, so that a test knows whose every byte is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = (
    "été",
    "l'heure",
    "a b",
    "😀",
    "yes",
    "C#",
    "http://x.fr/é",
    "x:y",
    "1",
    "\u00a0",
    "0o14",
    "2024-02-30",
)
KEYS = ("title", "tags", "pubDate", "été", "a-b", '"clé 😀"', "'k: k'", "7")
COMMENTS = ("# é", "#", "# l'été 😀", "# - no item", "#\tx")
SEPARATORS = ("", "", "", "\n", " \n", "\t\n\n", "# apart\n\n", "# draft: true\n", "\n# - old\n")
TRAILING_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+\Z")
words = st.sampled_from(WORDS)
trailing_comments = st.sampled_from(("", "", "", " # é", "\t# 😀", "  #"))


@dataclass(frozen=True)
class Chunk:
    """A key's lines, the comments directly above them, and what separates them from the next."""

    key: str
    above: str
    body: str
    below: str

    @property
    def text(self) -> str:
        return self.above + self.body + self.below


@dataclass(frozen=True)
class Pieces:
    """A file's text in pieces; head ends where the first key's lines or comments begin."""

    head: str
    chunks: tuple[Chunk, ...]
    tail: str

    @property
    def text(self) -> str:
        return self.head + "".join(chunk.text for chunk in self.chunks) + self.tail

    def around(self, i: int) -> tuple[str, str]:
        """Answer the text before the lines of a key and after them."""
        chunk = self.chunks[i]
        before = self.head + "".join(each.text for each in self.chunks[:i]) + chunk.above
        after = chunk.below + "".join(each.text for each in self.chunks[i + 1 :]) + self.tail
        return before, after

    def owns_comments(self, i: int) -> bool:
        """Whether the comments above a key are its own: they head no group of keys."""
        before = self.around(i)[0].removesuffix(self.chunks[i].above)
        is_apart = not before.split("\n")[-2].strip(" \t") or (i == 0 and before == self.first_head)
        is_followed = i + 1 < len(self.chunks) and not self.chunks[i].below and not self.chunks[i + 1].above
        return not (is_apart and is_followed)

    @property
    def first_head(self) -> str:
        """The head up to the end of the fence's line."""
        fence = re.search(r"---|\+\+\+", self.head)
        return self.head[: self.head.index("\n", fence.start() if fence else 0) + 1]

    def with_body(self, i: int, body: str) -> Pieces:
        """Answer the pieces after a key got other lines; blank ones below them separate it from the next."""
        lines = TRAILING_BLANK_LINES.sub("\n", body)
        below = body[len(lines) :] + self.chunks[i].below
        return self._with(i, replace(self.chunks[i], body=lines, below=below))

    def without(self, i: int) -> Pieces:
        """Answer the pieces after a key went with its own comments."""
        chunk, rest = self.chunks[i], list(self.chunks)
        if not self.owns_comments(i):
            rest[i + 1] = replace(rest[i + 1], above=chunk.above)
        del rest[i]
        if i:
            rest[i - 1] = replace(rest[i - 1], below=rest[i - 1].below + chunk.below)
            return replace(self, chunks=tuple(rest))
        return replace(self, head=self.head + chunk.below, chunks=tuple(rest))

    def with_before(self, i: int, chunk: Chunk) -> Pieces:
        """Answer the pieces after a key came before another: above its comments, below those of a group."""
        rest = list(self.chunks)
        if not self.owns_comments(i):
            chunk = replace(chunk, above=rest[i].above + chunk.above)
            rest[i] = replace(rest[i], above="")
        rest.insert(i, replace(chunk, below=""))
        return replace(self, chunks=tuple(rest))

    def with_after(self, i: int, chunk: Chunk) -> Pieces:
        """Answer the pieces after a key came directly after another."""
        rest = list(self.chunks)
        rest.insert(i + 1, replace(chunk, below=rest[i].below))
        rest[i] = replace(rest[i], below="")
        return replace(self, chunks=tuple(rest))

    def with_last(self, chunk: Chunk) -> Pieces:
        return replace(self, chunks=(*self.chunks, chunk))

    def _with(self, i: int, chunk: Chunk) -> Pieces:
        return replace(self, chunks=(*self.chunks[:i], chunk, *self.chunks[i + 1 :]))


def single(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _joined(items: Sequence[str], gap: str) -> str:
    return gap.join(items)


scalars = st.one_of(
    st.sampled_from(
        [
            "plain text",
            "2022-07-08",
            "2015-12-18 11:01:24",
            "true",
            "FALSE",
            "12",
            "-1.50",
            "0x1F",
            "~",
            "null",
        ]
    ),
    words.map(single),
    words.map(lambda word: f'"{word}"'),
    words.map(lambda word: f'"\\u00e9 {word}\\t"'),
)
tight_scalars = st.one_of(scalars, st.just("&own 5"), st.just("!!str 5"))
item_lists = st.lists(scalars, min_size=1, max_size=4)
flow_lists = st.builds(
    lambda items, gap, pad: f"[{pad}{gap.join(items)}{pad}]",
    item_lists,
    st.sampled_from((", ", ",", ",  ", ",\t")),
    st.sampled_from(("", " ")),
)
flow_mappings = st.one_of(
    st.just("{}"),
    st.builds(lambda one, two: f'{{a: {one}, "b c": [{two}], d: {{e: {one}}}}}', scalars, scalars),
    st.builds(lambda one: f"{{ a: {one} }}", scalars),
)


def flow_lines(items: list[str]) -> str:
    return "[\n" + "".join(f"  {item}, # c\n" for item in items) + "  ]"


def block_list(items: list[str], indentation: str, comment: str) -> str:
    lines = [f"\n{indentation}- {item}{comment}" for item in items]
    between = f"\n{indentation}# é" if comment else ""
    return between.join(lines)


def mapping(pairs: list[tuple[str, str]], indentation: str, comment: str) -> str:
    return "".join(f"\n{indentation}{key}: {value}{comment}" for key, value in pairs)


def groups(items: list[list[tuple[str, str]]], indentation: str, comment: str) -> str:
    """Answer a list of mappings."""
    lines = []
    for pairs in items:
        first, *rest = [f"{key}: {value}{comment}" for key, value in pairs]
        lines += [f"\n{indentation}- {first}", *(f"\n{indentation}  {line}" for line in rest)]
    return "".join(lines)


pair_lists = st.lists(
    st.tuples(st.sampled_from(("a", "b", '"c d"', "é")), st.one_of(scalars, flow_lists)),
    min_size=1,
    max_size=3,
    unique_by=lambda pair: pair[0],
)
indentations = st.sampled_from(("  ", "    ", " "))
nested_comments = st.sampled_from(("", "", " # c"))

# Sources that end where their last line ends: a comment may stand behind them.
one_line = st.one_of(tight_scalars, flow_lists, flow_mappings, st.just(""))
open_sources = st.one_of(
    one_line,
    st.just("un\n  deux"),
    words.map(lambda word: f'"{word}\n\n  😀"'),
    words.map(lambda word: f'"\\u00e9 {word}\\\n  {word}"'),
    item_lists.map(flow_lines),
    st.builds(lambda one: f"{{\n    a: {one}, # a\n    b: [1]\n  }}", scalars),
    st.builds(block_list, item_lists, st.sampled_from(("  ", "    ", "")), nested_comments),
    st.builds(mapping, pair_lists, indentations, nested_comments),
    st.builds(
        groups, st.lists(pair_lists, min_size=1, max_size=3), st.sampled_from(("  ", "")), nested_comments
    ),
    st.builds(
        lambda one, two: (
            f"\n  # top\n  a: {one}\n\n  b:\n    - c: {two}\n      # d\n      d:\n        e: [x]\n    - f"
        ),
        scalars,
        scalars,
    ),
    words.map(lambda word: f"\n  - - {single(word)}\n    - x\n  -\n    y: 1\n  - |\n    {word}\n     z"),
    words.map(lambda word: f"\n  a: |\n    {word}\n\n    x\n  b: >-\n    {word}\n    x"),
)
# Block scalars: what stands behind them would be theirs.
block_sources = st.one_of(
    words.map(lambda word: f"|\n  {word}\n\n   {word}"),
    words.map(lambda word: f">-\n  {word}\n  x\n\n  {word}"),
    words.map(lambda word: f"|2- # {word}\n    {word}\n  x"),
    words.map(lambda word: f"|+ # {word}\n    {word}\n\n"),
    words.map(lambda word: f">\n  un deux trois\n  {word}\n\n    code\n  fin"),
)
anchored = st.sampled_from(
    (
        "&x text",
        "&x\n  a: 1\n  b: [2]",
        "&x [1, 2]",
        "&x {a: 1}",
        '!!str "5"',
        "&x |\n  text",
        "&x",
        "[&x 1, 2]",
    )
)
aliases = st.sampled_from(
    ("*x", "[*x, 2]", "\n  - *x\n  - 3", "\n  <<: *x\n  c: 3", "{a: *x }", "\n  a: *x\n  b: 2")
)


@st.composite
def _chunks(draw: st.DrawFn, key: str, source: str) -> Chunk:
    gap = "" if source[:1] in ("\n", "") else draw(st.sampled_from((" ", " ", "  ", "\t")))
    is_block = source.lstrip("&x ")[:1] in ("|", ">")
    comment = "" if is_block else draw(trailing_comments)
    if "\n" in source and source.startswith("\n") and draw(st.booleans()):
        source = f" # é{source}"
    inner = "" if is_block else draw(st.sampled_from(("", "", "", "   # deeper\n", "\n      # deeper\n")))
    above = draw(st.lists(st.sampled_from(COMMENTS), max_size=2))
    above = [line for line in above if "- no" not in line]
    below = draw(st.sampled_from(SEPARATORS))
    if "+ #" in source:  # it keeps blank lines
        below = below if below[:1] == "#" else ""
    return Chunk(key, "".join(f"{line}\n" for line in above), f"{key}:{gap}{source}{comment}\n{inner}", below)


@st.composite
def pieces(draw: st.DrawFn, *, with_anchors: bool = True) -> Pieces:
    """Answer a file in pieces."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=True))
    sources = [draw(st.one_of(open_sources, open_sources, block_sources)) for _ in keys]
    if with_anchors and len(keys) > 1 and draw(st.integers(0, 3)) == 0:
        sources[0] = draw(anchored)
        sources[-1] = draw(aliases) if "x" in sources[0] and sources[0] != "&x" else sources[-1]
    chunks = [draw(_chunks(key, source)) for key, source in zip(keys, sources, strict=True)]
    fence = draw(st.sampled_from(("---\n", "---\n", "--- \n", "\n\n---\n", "--- # c\n")))
    head = fence + draw(st.sampled_from(("", "", "\n", "# intro\n\n", "# draft: true\n")))
    tail = draw(st.sampled_from(("---\n", "---", "--- \nbody 😀\n", "---\n\n\n---\n", "---x\n")))
    column = draw(st.sampled_from(("", "", "", " ", "  ")))
    return Pieces(head, tuple(_indented(chunk, column) for chunk in chunks), tail)


def _indented(chunk: Chunk, column: str) -> Chunk:
    texts = (chunk.above, chunk.body, chunk.below)
    return Chunk(chunk.key, *(re.sub(r"(?m)^(?=.*\S)", column, text) for text in texts))


@st.composite
def flow_roots(draw: st.DrawFn) -> str:
    """Answer a file whose front matter stands in braces, as JSON does."""
    keys = draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))
    quotes = draw(st.sampled_from(("", '"')))
    sources = [draw(st.one_of(scalars, flow_lists, flow_mappings)) for _ in keys]
    gap = draw(st.sampled_from((", ", ",\n  ", ",")))
    names = [f"{quotes}{key}{quotes}" if key[0] not in "\"'" else key for key in keys]
    inner = gap.join(f"{name}: {source}" for name, source in zip(names, sources, strict=True))
    ends = (
        ("{\n  ", "\n}") if "\n" in gap else ("{", draw(st.sampled_from(("}", " }", ", }" if keys else "}"))))
    )
    return f"---\n{ends[0]}{inner}{ends[1]}\n---\nbody 😀\n"


def name_of(key: str) -> str:
    """Answer the key that a key's source stands for."""
    return key.strip("\"'")
