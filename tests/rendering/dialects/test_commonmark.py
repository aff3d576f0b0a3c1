"""What the Astro dialects read, beyond the examples."""

from __future__ import annotations

import pytest

from editor.rendering.html import Options, render


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](javascript:b)", '<p><a href="javascript:b">a</a></p>'),
        ('[a](é%20b"c)', '<p><a href="%C3%A9%20b%22c">a</a></p>'),
        ("<https://é.fr/😀>", '<p><a href="https://%C3%A9.fr/%F0%9F%98%80">https://é.fr/😀</a></p>'),
        ("<https://a.fr/%20>", '<p><a href="https://a.fr/%20">https://a.fr/%20</a></p>'),
        (
            "![*a* `b`\nc <i>d</i> ![e](f)](g 'h & \"i\"')",
            '<p><img alt="a b\nc <i>d</i> e" src="g" title="h &amp; &quot;i&quot;"></p>'.replace(
                "<i>d</i>", "&lt;i&gt;d&lt;/i&gt;"
            ),
        ),
        ("a <b> & &lt; &copy;", "<p>a <b> &amp; &lt; ©</p>"),
        ("<a\nb='c'>", "<p><a\nb='c'></p>"),
        ("- a\n  <div>\n- b\n  ***\n  c", "<ul>\n<li>a\n<div>\n</li>\n<li>b\n<hr>\nc</li>\n</ul>"),
        ('```a&amp;b\\*c "<\n<&\n```', '<pre><code class="language-a&amp;b*c">&lt;&amp;\n</code></pre>'),
        ("\x02a\x03", "<p>a</p>"),
        ("a\u2028b\u0085c", "<p>a\u2028b\u0085c</p>"),
        ("<div>\n\x02klzzwxh:0\x03</div>", "<div>\nklzzwxh:0</div>"),
    ],
)
@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
def test_the_html_is_escaped_and_encoded_as_astro_does(body: str, expected: str, dialect: str) -> None:
    assert render(body, Options("astro" if dialect == "astro" else "astro-remark")).html.strip() == expected


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        ("---\ntitle: x\n---\n\na", True),
        ("+++\ntitle = 1\n+++\na", True),
        ("---\ntitle: x\n...\na", True),
        ("---\n\n## title\n\n---  \na", True),
        ("+++\ntitle = 1\n...\n\na", False),
        ("---\ntitle: x\n---\t\na", False),
        ("---\ntitle: x\n----\na", False),
        ("---\ntitle: x\n\na", False),
    ],
)
def test_astro_7_drops_a_metadata_block_that_is_left_over(body: str, dropped: bool) -> None:
    html = render(body).html
    assert ("title" not in html) is dropped
    assert render(body).blocks[-1].line == body[: body.rindex("a")].count("\n")
    assert "title" in render(body, Options("astro-remark")).html
