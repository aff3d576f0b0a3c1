"""TeX as MathML."""

from __future__ import annotations

import time
from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.rendering.faults import BodyFault
from editor.rendering.html import Options, render
from editor.rendering.mathml import mathml

MATHML = "http://www.w3.org/1998/Math/MathML"
PIECES = (
    *("a", "x^2", "_1", "\\frac", "\\frac{a}{b}", "\\sqrt[3]{x}", "\\left(", "\\right)", "{", "}", "&"),
    *("\\begin{matrix}", "\\end{matrix}", "\\text{é <b>}", "\\alpha", "\\nosuch", "'", "<", "%", "\\\\"),
    *(
        "\\href{x}{y}",
        "\\limits",
        "\\over",
        "\\not",
        "\\unicode{x3c}",
        "\\rule{1em}{2em}",
        "\\verb|",
        "\\sum",
    ),
)


def _text(tex: str, *, is_display: bool = False) -> str:
    made = mathml(tex, is_display=is_display)
    return made.kind if isinstance(made, BodyFault) else tostring(made, "unicode")


def test_a_formula_is_an_element() -> None:
    made = mathml("x^2", is_display=False)
    assert isinstance(made, Element)
    assert tostring(made, "unicode") == (
        f'<math xmlns="{MATHML}" display="inline"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>'
    )
    assert 'display="block"' in _text("x^2", is_display=True)


def test_each_answer_is_an_element_of_its_own() -> None:
    first, second = mathml("y", is_display=False), mathml("y", is_display=False)
    assert first is not second
    assert _text("y") == tostring(second, "unicode")  # type: ignore[arg-type] # an element


def test_texts_are_as_trees_have_them() -> None:
    made = _text("\\text{a & b} < \\alpha")
    assert "<mtext>a\u00a0&amp;amp;\u00a0b</mtext><mo>&lt;</mo><mi>α</mi>" in made


@pytest.mark.parametrize(
    "tex", ["\\href{javascript:x}{a}", "\\class{a}{b}", "\\style{color:red}{b}", "\\cssId{a}{b}"]
)
def test_nothing_leads_out_of_the_formula_or_changes_its_look(tex: str) -> None:
    made = _text(tex)
    assert not any(name in made for name in ("href=", "class=", "style=", "id="))


@pytest.mark.parametrize(
    ("tex", "fault"),
    [
        ("{", BodyFault("math-braces")),
        ("}{", BodyFault("math-braces")),
        ("\\frac{1}{2", BodyFault("math-braces")),
        ("\\def\\a{\\b\\b}", BodyFault("math-defines-command", "\\def")),
        ("\\newcommand{\\a}{b}", BodyFault("math-defines-command", "\\newcommand")),
        ("a \\nosuch b", BodyFault("math-unknown-command", "\\nosuch")),
        ("x^", BodyFault("math-unreadable")),
        ("a_b_c", BodyFault("math-unreadable")),
        ("\\left(", BodyFault("math-unreadable")),
        ("\\begin{matrix} a", BodyFault("math-unreadable")),
        ("x" * 5001, BodyFault("math-too-long")),
        ("\\TeX " * 1000, BodyFault("math-too-long")),
    ],
)
def test_what_is_not_converted_says_why(tex: str, fault: BodyFault) -> None:
    assert mathml(tex, is_display=True) == fault


@pytest.mark.parametrize("tex", ["\\{ \\}", "a % {\n", "\\left\\{ a \\right."])
def test_braces_that_are_none_do_not_count(tex: str) -> None:
    assert isinstance(mathml(tex, is_display=False), Element)


@pytest.mark.parametrize(
    "tex",
    [
        "{" * 2400 + "}" * 2400,
        "x^" * 2000 + "x",
        "'" * 4900,
        "\\operatorname{" + " " * 4900,
        "\\begin{matrix}" + "&" * 4000 + "\\end{matrix}",
        "1 " * 2400,
        "\\verb|" * 800,
        "\\left(" * 350 + "\\right)" * 350,
        "\\sqrt" * 900,
    ],
)
def test_hostile_formulas_take_no_long_time(tex: str) -> None:
    started = time.process_time()
    html = render(f"${tex}$", Options(math="single")).html
    assert time.process_time() - started < 5
    assert len(html) < 1_000_000


@pytest.mark.parametrize("depth", range(20, 400, 20))
def test_deep_formulas_leave_the_rest_of_the_text_alone(depth: int) -> None:
    html = render(f"*a*\n\n${'{' * depth}x{'}' * depth}$", Options(math="single")).html
    assert html.startswith("<p><em>a</em></p>")


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join))
@example("\\unicode{x3c;<script>}")
def test_any_formula_is_converted_or_said_to_be_at_fault(tex: str) -> None:
    made = mathml(tex, is_display=True)
    if isinstance(made, Element):
        assert made.tag == "math"
        assert "<script" not in tostring(made, "unicode")
    else:
        assert made.kind.startswith("math-")
