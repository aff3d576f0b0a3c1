"""What is typed into the search field becomes an expression; nothing is a fault."""

from __future__ import annotations

import pytest

from editor.index.query import Term, expression_of, terms_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("neige", (Term("neige", is_beginning=True),)),
        ("neige ", (Term("neige"),)),
        ("ne", (Term("ne"),)),
        ("雪", (Term("雪", is_beginning=True),)),
        ("jardin neige", (Term("jardin"), Term("neige", is_beginning=True))),
        ('"dans le jardin"', (Term("dans le jardin"),)),
        ('"dans le jar', (Term("dans le jar", is_beginning=True),)),
        ("« dans le » pré", (Term("dans le"), Term("pré", is_beginning=True))),
        ("“a” b", (Term("a"), Term("b"))),
        ('""', ()),
        ("l'hiver", (Term("l'hiver", is_beginning=True),)),
        ("a\0b", (Term("a"), Term("b"))),
        ("a* -b ^c", (Term("a*"), Term("-b"), Term("^c"))),
        ("NEAR(a b)", (Term("NEAR(a"), Term("b)"))),
    ],
)
def test_terms(typed: str, terms: tuple[Term, ...]) -> None:
    assert terms_of(typed) == terms


def test_expressions() -> None:
    assert expression_of('un "d\'or" neig', lambda _: True) == '"un" AND "d\'or" AND "neig" *'
    assert expression_of("!!! neige", lambda words: words != "!!!") == '"neige" *'
    assert expression_of("!!!", lambda _: False) == ""
