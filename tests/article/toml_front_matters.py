"""Front matters in TOML of every style, drawn piece by piece, so that a test knows whose every byte is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from tests.article.front_matters import Chunk, Pieces, trailing_comments, words

KEYS = ("title", "tags", "pubDate", "a-b", '"clé 😀"', "'k: k'", "7", '"a.b"', "2024-01-02")
COMMENTS = ("# é", "#", "# l'été 😀", "# see: a = b", "#\tx")
SEPARATORS = ("", "", "", "\n", " \n", "\t\n\n", "# apart\n\n", "# draft = true\n", "\n# [old]\n")
BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
equals = st.sampled_from((" = ", " = ", "=", "  =\t"))

scalars = st.one_of(
    st.sampled_from(
        [
            *('"plain text"', "'literal \\ text'", '""', "''", "true", "false"),
            *("12", "+7", "-1_000", "0x1F", "0o17", "0b0101", "0xdead_beef"),
            *("-1.50", "1e3", "6.02_2E+23", "inf", "-nan"),
            *("2022-07-08", "2024-02-30", "2015-12-18T11:01:24", "2015-12-18 11:01:24.5Z"),
            *("2022-07-08t10:00:00.1234+02:00", "2022-07-08T10:00-05:30", "10:30:00", "10:30"),
        ]
    ),
    words.map(lambda word: word if "'" in word else f"'{word}'").map(
        lambda word: word if word.startswith("'") else f'"{word}"'
    ),
    words.map(lambda word: f'"{word}"'),
    words.map(lambda word: f'"\\u00e9 {word}\\t\\U0001F600\\e\\x41"'),
)
multi_line_strings = st.one_of(
    words.map(lambda word: f'"""{word}\n\n "" 😀"""'),
    words.map(lambda word: f'"""\n{word} \\\n   {word}\\u00e9\n"""'),
    words.map(lambda word: f'"""\\\n  {word}\\\n  """'),
    words.map(lambda word: f"'''\n{word}\n  '' \\ x\n'''"),
    words.map(lambda word: f"'''{word}\n'''"),
    st.just('""""quoted"""""'),
)
item_lists = st.lists(scalars, min_size=1, max_size=4)
lists = st.one_of(
    st.just("[]"),
    st.just("[ # none\n]"),
    st.builds(
        lambda items, gap, pad, end: f"[{pad}{gap.join(items)}{end}{pad}]",
        item_lists,
        st.sampled_from((", ", ",", ",  ", " ,\t", ",\n  ")),
        st.sampled_from(("", " ")),
        st.sampled_from(("", "", ",")),
    ),
    st.builds(lambda one, two: f"[[{one}], [{two}, [{one}]], {{ a = {two} }}]", scalars, scalars),
)


def list_lines(items: list[str], comment: str, end: str) -> str:
    """Answer a list with a line for each item."""
    lines = [f"{comment}  {item},{' # c' if comment else ''}\n" for item in items]
    lines[-1] = f"  {items[-1]}{end}\n"
    return "[\n" + "\n".join(lines) + "  ]" if comment else "[ # open\n" + "".join(lines) + "]"


lists_of_lines = st.builds(
    list_lines,
    item_lists,
    st.sampled_from(("", "  # é\n", "  # 1,\n")),
    st.sampled_from(("", ",", ", # last", "  # last")),
)
tables = st.one_of(
    st.sampled_from(("{}", "{ }")),
    st.builds(lambda one, two: f'{{a = {one}, "b c"=[{two}], d = {{ e = {one} }} }}', scalars, scalars),
    st.builds(lambda one, two: f"{{ a.b = {one}, a.c = {two}, d = 1 }}", scalars, scalars),
    st.builds(lambda one, two: f"{{\n  a = {one}, # a\n\n  # b\n  b = {two},\n}}", scalars, scalars),
)
sources = st.one_of(scalars, multi_line_strings, lists, lists_of_lines, tables)


@dataclass(frozen=True)
class TomlPieces(Pieces):
    """A file's text in pieces; the last of them are tables with headers."""

    tables: int

    @property
    def pairs(self) -> int:
        """How many keys stand above the first header."""
        return len(self.chunks) - self.tables

    def is_section(self, i: int) -> bool:
        return i >= self.pairs

    def is_dotted(self, i: int) -> bool:
        """Whether a key has dots."""
        chunk = self.chunks[i]
        return chunk.body.removeprefix(chunk.key).startswith(".")

    def without(self, i: int) -> TomlPieces:
        """Answer the pieces after a key went, a table with the blank lines that set it apart from fewer."""
        chunk, rest = self.chunks[i], super().without(i)
        pieces = TomlPieces(rest.head, rest.chunks, rest.tail, self.tables - self.is_section(i))
        if not self.is_section(i):
            return pieces
        above, below = self.blank_lines(i)
        is_last = i == len(self.chunks) - 1
        if i and (is_last or len(above) <= len(below)):
            kept = self.chunks[i - 1].below.removesuffix(above) + chunk.below
        else:
            gone = "" if not i and is_last else below
            kept = (self.chunks[i - 1].below if i else "") + chunk.below.removeprefix(gone)
        if i:
            chunks = list(pieces.chunks)
            chunks[i - 1] = replace(chunks[i - 1], below=kept)
            return replace(pieces, chunks=tuple(chunks))
        return replace(pieces, head=self.head + kept)

    def blank_lines(self, i: int) -> tuple[str, str]:
        """Answer the blank lines directly above a key's lines and own comments, and directly below."""
        chunk = self.chunks[i]
        before = self.around(i)[0]
        before = before.removesuffix(chunk.above) if self.owns_comments(i) else before
        lines = before.split("\n")
        count = next(number for number, line in enumerate(reversed(lines[:-1])) if line.strip(" \t"))
        below = BLANK_LINES.match(chunk.below)
        return "".join(f"{line}\n" for line in lines[len(lines) - 1 - count : -1]), below[0] if below else ""


@st.composite
def _bodies(draw: st.DrawFn, key: str) -> str:
    """Answer the lines of a key above the first header: one pair, or several with dots."""
    sign = draw(equals)
    if draw(st.integers(0, 4)):
        return f"{key}{sign}{draw(sources)}{draw(trailing_comments)}\n"
    ends = draw(st.sampled_from((("a",), ("a", "b"), ("a", "'b c'.d", "b"), ("a . b", "c"))))
    return "".join(f"{key}.{end}{sign}{draw(sources)}{draw(trailing_comments)}\n" for end in ends)


@st.composite
def _pairs(draw: st.DrawFn, indentation: str) -> str:
    keys = draw(st.lists(st.sampled_from(("a", "b", '"c d"', "e.f", "e.g")), max_size=3, unique=True))
    sign = draw(equals)
    comment = draw(st.sampled_from(("", "", f"{indentation}# c\n", "\n")))
    return comment.join(f"{indentation}{key}{sign}{draw(sources)}{draw(trailing_comments)}\n" for key in keys)


@st.composite
def _section_bodies(draw: st.DrawFn, key: str) -> str:
    """Answer the lines of a table or of a list of tables."""
    end = draw(trailing_comments)
    pairs = _pairs(draw(st.sampled_from(("", "", "  ", "\t"))))
    match draw(st.integers(0, 4)):
        case 0:
            return f"[{key}]{end}\n{draw(pairs)}"
        case 1:
            inner = f"\n[{key}.x]\n{draw(pairs)}  # deeper\n[ {key} . x.'y z' ]\nz = 1\n"
            return f"[ {key} ]{end}\n{draw(pairs)}{inner}"
        case 2:
            return f"[{key}.x]{end}\n{draw(pairs)}[[{key}.y]]\n{draw(pairs)}"
        case 3:
            items = draw(st.lists(pairs, min_size=1, max_size=3))
            gap = draw(st.sampled_from(("", "\n", "# item\n")))
            return gap.join(f"[[{key}]]{end}\n{item}" for item in items)
        case _:
            inner = (
                f"[{key}.x]\n{draw(pairs)}" if draw(st.booleans()) else f"[[{key}.x]]\n[[{key}.x]]\ny = 1\n"
            )
            return f"[[{key}]]{end}\n{draw(pairs)}{inner}[[{key}]]\n{draw(pairs)}"


@st.composite
def _chunks(draw: st.DrawFn, key: str, body: str) -> Chunk:
    above = "".join(f"{line}\n" for line in draw(st.lists(st.sampled_from(COMMENTS), max_size=2)))
    inner = draw(st.sampled_from(("", "", "", "   # deeper\n", "\n      # deeper\n")))
    return Chunk(key, above, body + inner, draw(st.sampled_from(SEPARATORS)))


@st.composite
def toml_pieces(draw: st.DrawFn, *, with_tables: bool = True) -> TomlPieces:
    """Answer a file in pieces."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=True))
    pairs = draw(st.integers(0, len(keys))) if with_tables else len(keys)
    chunks = [
        draw(_chunks(key, draw(_bodies(key) if number < pairs else _section_bodies(key))))
        for number, key in enumerate(keys)
    ]
    fence = draw(st.sampled_from(("+++\n", "+++\n", "+++ \n", "\n\n+++\n", "+++ # c\n")))
    head = fence + draw(st.sampled_from(("", "", "\n", "# intro\n\n", "# draft = true\n")))
    tail = draw(st.sampled_from(("+++\n", "+++", "+++ \nbody 😀\n", "+++\n\n\n+++\n", "+++x\n")))
    return TomlPieces(head, tuple(chunks), tail, len(keys) - pairs)
