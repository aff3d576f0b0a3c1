"""Tags and expressions of MDX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.dialects.jsx import Attribute, Expression, NotJsx, Tag, read_expression, read_tag
from editor.rendering.faults import BodyFault


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("<a>", "opening", "a"),
        ("</a>", "closing", "a"),
        ("</ a\n>", "closing", "a"),
        ("<a/>", "alone", "a"),
        ("<a / >", "alone", "a"),
        ("<>", "opening", ""),
        ("</>", "closing", ""),
        ("<A.b.c>", "opening", "A.b.c"),
        ("<a:b>", "opening", "a:b"),
        ("<a-b>", "opening", "a-b"),
        ("<$>", "opening", "$"),
        ("<_é1>", "opening", "_é1"),
    ],
)
def test_tags(text: str, kind: str, name: str) -> None:
    tag = read_tag(f"{text}x", 0)
    assert (tag.kind, tag.name, tag.attributes, tag.end) == (kind, name, (), len(text))


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("<a b>", [Attribute("b")]),
        ("<a b/>", [Attribute("b")]),
        ("<a b c>", [Attribute("b"), Attribute("c")]),
        ("<a b='c' d=\"'e'\">", [Attribute("b", "c"), Attribute("d", "'e'")]),
        ("<a\n  b = 'c\n    d'\n>", [Attribute("b", "c\nd")]),
        ("<a b='&amp;&#233;&#xE9;&nope;&lt'>", [Attribute("b", "&éé&nope;&lt")]),
        ("<a b:c='d'>", [Attribute("b:c", "d")]),
        ("<a b={c}>", [Attribute("b", Expression("c", 8))]),
        (
            "<a b={'}'} {...c}>",
            [Attribute("b", Expression("'}'", 10)), Attribute("", Expression("...c", 17))],
        ),
        ("<a b={`c\n\nd`}\ne>", [Attribute("b", Expression("`c\n\nd`", 13)), Attribute("e")]),
        ("<a\u00a0b>", [Attribute("b")]),
    ],
)
def test_attributes(text: str, attributes: list[Attribute]) -> None:
    tag = read_tag(text, 0)
    assert list(tag.attributes) == attributes
    assert tag.end == len(text)


@pytest.mark.parametrize("name", ["A", "a.b", "A-b", "$", "_a", "é", "Ab:c"])
def test_components(name: str) -> None:
    assert Tag("alone", name, (), 0).is_component


@pytest.mark.parametrize("name", ["", "a", "a-b", "a:b", "h1"])
def test_elements_and_fragments_are_no_components(name: str) -> None:
    assert not Tag("alone", name, (), 0).is_component


@pytest.mark.parametrize("text", ["< a>", "<\ta>", "<\n"])
def test_a_mark_before_a_space_is_text(text: str) -> None:
    with pytest.raises(NotJsx) as refused:
        read_tag(text, 0)
    assert (refused.value.fault, refused.value.end) == (None, 1)


@pytest.mark.parametrize(
    ("text", "kind", "detail", "end"),
    [
        ("<", "mdx-unclosed-tag", "", 1),
        ("<a", "mdx-unclosed-tag", "", 2),
        ("<a b='c", "mdx-unexpected-in-tag", "'", 5),
        ("<a\n\nb>", "mdx-unclosed-tag", "", 2),
        ("<a b='c\n\nd'>", "mdx-unexpected-in-tag", "'", 5),
        ("<1>", "mdx-unexpected-in-tag", "1", 1),
        ("<!-- a -->", "mdx-unexpected-in-tag", "!", 1),
        ("<https://a.fr>", "mdx-unexpected-in-tag", "/", 7),
        ("<a@b.fr>", "mdx-unexpected-in-tag", "@", 2),
        ("<a b=c>", "mdx-unexpected-in-tag", "c", 5),
        ("<a b=>", "mdx-unexpected-in-tag", ">", 5),
        ("<a.>", "mdx-unexpected-in-tag", ">", 3),
        ("<a.b:c>", "mdx-unexpected-in-tag", ":", 4),
        ("<a/b>", "mdx-unexpected-in-tag", "b", 3),
        ("</a b>", "mdx-unexpected-in-tag", ">", 5),
        ("</a/>", "mdx-unexpected-in-tag", "/", 3),
        ("<a b={}>", "mdx-unreadable-expression", "", 7),
        ("<a b={/* c */}>", "mdx-unreadable-expression", "", 14),
        ("<a {b}>", "mdx-unreadable-expression", "", 6),
        ("<a b={c d}>", "mdx-unreadable-expression", "", 10),
        ("<a b={c", "mdx-unclosed-expression", "", None),
    ],
)
def test_what_is_refused_in_a_tag(text: str, kind: str, detail: str, end: int | None) -> None:
    with pytest.raises(NotJsx) as refused:
        read_tag(text, 0)
    fault = refused.value.fault
    assert fault is not None
    assert (fault.kind, fault.detail, refused.value.end) == (kind, detail, end)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{a}b}", "a"),
        ("{}", ""),
        ("{/* } */}", "/* } */"),
        ("{'}'}", "'}'"),
        ("{{a: 1}}", "{a: 1}"),
        ("{a\n\n+ {}}}", "a\n\n+ {}"),
        ("{<p>don't</p>} isn't}", "<p>don't</p>"),
        ("{c && <p>it's {f('a')}</p>}", "c && <p>it's {f('a')}</p>"),
        ("{<a>https://b.fr</a>}", "<a>https://b.fr</a>"),
    ],
)
def test_expressions(text: str, source: str) -> None:
    assert read_expression(text, 0) == Expression(source, len(source) + 2)


@pytest.mark.parametrize(
    ("text", "fault", "end"),
    [
        ("{", BodyFault("mdx-unclosed-expression"), None),
        ("{a", BodyFault("mdx-unclosed-expression"), None),
        ("{a b}", BodyFault("mdx-unreadable-expression"), 5),
        ("{a b\n\nc} d", BodyFault("mdx-unreadable-expression"), 8),
        ("{" + "a }" * 30, BodyFault("mdx-unreadable-expression"), 4),
    ],
)
def test_what_is_refused_as_an_expression(text: str, fault: BodyFault, end: int | None) -> None:
    if "a }" in text:
        text = text.replace("{", "{a ")
        end = 6
    with pytest.raises(NotJsx) as refused:
        read_expression(text, 0)
    assert (refused.value.fault, refused.value.end) == (fault, end)


@given(st.text(alphabet="<>/{}ab.:='\" \n`$&;", max_size=40))
def test_any_text_is_a_tag_or_is_refused_for_a_reason(text: str) -> None:
    refusal, end = None, 0
    try:
        end = read_tag(f"<{text}", 0).end
    except NotJsx as raised:
        refusal = raised
    is_text = text.startswith((" ", "\n"))
    assert (refusal is None and f"<{text}"[end - 1] == ">") or (
        refusal and (refusal.fault is None) is is_text
    )
