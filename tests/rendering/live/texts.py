"""Texts and edits for the tests of live rendering: short lines in which every construct may begin or end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from hypothesis import strategies as st

from editor.rendering.html import render, rendered
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import Edit, LiveText, begun, edited

if TYPE_CHECKING:
    from editor.rendering.html import Options

LINES: Final = (
    *(
        "",
        "",
        "",
        "text",
        "a *b* c",
        "lazy",
        "*a",
        "b*",
        "`a",
        "`b",
        "a\\",
        "😀 e",
        "'a' \"b\" -- ...",
        '"q',
        "'",
    ),
    *(
        "- a",
        "- b",
        "  - c",
        "  suite",
        "- ",
        "-",
        "1.",
        "1. un",
        "2. deux",
        "> q",
        "> - x",
        ">",
        "- [ ] t",
        "* * *",
    ),
    *("# T", "## T", '### "q"', "T\n===", "T\n---", "---", "===", "***", "# H[^1]", "   # T", "<h2>h</h2>"),
    *(
        "    code",
        "\tcode",
        "```",
        "```py",
        "~~~",
        "    ```",
        "- ```",
        "| a | b |",
        "|---|---|",
        "--|--",
        "| 1 |",
    ),
    *(
        "[^1]: note",
        "[^2]: m[^1]",
        "    suite",
        "[^1]",
        "x[^2] y[^1]",
        "[^A]",
        "[^a]: A",
        "> [^3]: n",
        "[^3]",
    ),
    *(
        "[x]",
        "[y][x]",
        "![i][x]",
        "[x]: /u",
        "[x]: /v 'ti",
        "tle'",
        '"ti',
        '"ti"',
        "(t)",
        "[y]:",
        "/dest",
        "x)",
    ),
    *(
        '[X]: /w "t"',
        '[x]: /u "t',
        "[a\nb]: /z",
        "> [x]: /q",
        "- [x]: /r",
        "![j](k.png)",
        "[l](m)",
        "https://a.fr",
    ),
    *(
        "<div>",
        "</div>",
        "<details>",
        "<p>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<table><tr><td>",
    ),
    *(
        "</table>",
        "<svg>",
        "</svg>",
        "<li>",
        "<textarea>",
        "</textarea>",
        "<select>",
        "   <div>",
        "<x-y>",
        "</x-y>",
    ),
    *(
        "\u00a0",
        "\u00a0x",
        "x\u00a0",
        " x",
        "  ",
        "\t",
        "\f",
        "\x02",
        '\x02"t',
        "\0",
        "+++",
        "...",
        "title: x",
    ),
)
"""Two line ends in one make a construct of two lines likelier."""

MDX_LINES: Final = (
    *(
        "",
        "",
        "text",
        "a *b*",
        "- a",
        "  b",
        "> q",
        "# h",
        "```",
        "~~~",
        "    x",
        "| a |\n|---|",
        "1. e",
        ">",
    ),
    *(
        "<A>",
        "</A>",
        "<A/>",
        "<b>",
        "</b>",
        "  <A>",
        "    </A>",
        "<A>x</A>",
        "x <b>y</b>",
        "<A><b>",
        "</b></A>",
    ),
    *(
        "{a}",
        "{a} x",
        "x {b}",
        "{",
        "}",
        "{'",
        "{`",
        "`}",
        "`",
        "{/*",
        "*/}",
        "{/* c */}",
        "{[",
        "]}",
        "{a b}",
    ),
    *("<A b={", "}/>", "<A\n  b='c'\n/>", "<A b='c", "'/>", "<A", "b", "/>", "<", ">", "<A b={`", "`}/>"),
    *(
        "import a from 'b'",
        "export const c = {",
        "};",
        "export const d = [",
        "];",
        "import x",
        "export {",
        "/*",
    ),
    *("$$", "$x$", "$$ x", "$$$", "$", "[^1]: <A>", "[^1]", "[x]: /u", "[x]", '"t"', "*/", "- <A>", "> <A>"),
    *("  </A>", "> </A>", "> {", "> }", "- {", "  }", "<>", "</>", "</B>", "<!-- x -->", "***", "---"),
)
"""What MDX and math add."""

PORTIONS: Final = (1, 15, 60, 6000)
"""Characters of a step."""

Act: TypeAlias = Edit | str
"""An edit, or one step of work ("step"), or all the work ("finish")."""


@dataclass(frozen=True, slots=True)
class Session:
    """A text, and what is done to it one after the other."""

    text: str
    acts: tuple[Act, ...]
    portion: int


def after(text: str, edit: Edit) -> str:
    """Answer the text after an edit; the first line is taken as long as the text has so many."""
    lines = text.split("\n")
    lines[edit.first : edit.first + edit.removed] = edit.text.split("\n")
    return "\n".join(lines)


@st.composite
def sessions(draw: st.DrawFn, known: tuple[str, ...] = LINES) -> Session:
    """Texts of few different lines, in which things meet, and edits that often touch the ends."""
    some = st.sampled_from(known)
    few = draw(st.lists(some, min_size=1, max_size=7))
    lines = st.sampled_from([*few, ""]) | some
    text = "\n".join(draw(st.lists(lines, max_size=16)))
    acts: list[Act] = draw(st.sampled_from([[], ["finish"]]))
    now = text
    for _ in range(draw(st.integers(1, 5))):
        count = now.count("\n") + 1
        first = draw(st.integers(0, count - 1) | st.sampled_from([0, count - 1, max(0, count - 2)]))
        removed = draw(st.integers(1, min(count - first, 4)))
        new = "\n".join(draw(st.lists(lines, min_size=1, max_size=3)))
        edit = Edit(first, removed, new)
        now = after(now, edit)
        acts = [*acts, edit, *draw(st.sampled_from([[], ["step"], ["finish"], ["finish"]]))]
    return Session(text, tuple(acts), draw(st.sampled_from(PORTIONS)))


def finished(text: LiveText, portion: int = 6000) -> LiveText:
    """Answer the text with all the work done."""
    while not text.is_finished:
        text = advanced(text, portion)
    return text


def check_page(session: Session, options: Options) -> None:
    """Fail unless the page is the one that the whole text gives, whenever the work is done."""
    text = session.text
    live = begun(text, options)
    for act in (*session.acts, "finish"):
        if isinstance(act, Edit):
            live, text = edited(live, act), after(text, act)
        elif act == "step":
            live = advanced(live, session.portion)
        else:
            live = finished(live, session.portion)
            _check_page(live, text, options)


def _check_page(live: LiveText, text: str, options: Options) -> None:
    assert rendered(live) == render(text, options)
    fresh = finished(begun(text, options), len(text) + 1)
    assert live.page.passages == fresh.page.passages
    assert sum(passage.lines for passage in live.page.passages) == text.count("\n")
