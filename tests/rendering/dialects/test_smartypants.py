"""Smart punctuation of Astro 6 and older."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.dialects.smartypants import curl_quotes, join_marks
from editor.rendering.html import Options, render


def _shown(body: str) -> str:
    return render(body, Options("astro-remark")).html.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (' l\'été 😀 "oui"', " l’été 😀 “oui”"),
        (" 'tis '90s rock 'n' roll", " ‘tis ’90s rock ‘n’ roll"),
        (" \"'a' b\"", " “‘a’ b”"),
        (" \"a 'b'\"", " “a ‘b’”"),
        (' ("a")', " (“a”)"),
        (' "Non !"', " “Non !”"),
        (' "Now!"The', " “Now!”The"),
        (' "Now!"the', " “Now!“the"),
        (' "a."1', " “a.”1"),
        (' "why?".', " “why?”."),
        (' ".NET"', " “.NET”"),
        (' "', " ”"),
        (' "a" b', " “a” b"),
        ("'s", "’s"),
        ('"s', "“s"),
        ('"', "”"),
        ('" a', "” a"),
        ("'été'", "‘été’"),
        ("\"\" '' ", "\"\" '' "),
        (' \ufeff"a', " \ufeff“a"),
        (' .)"A', " .)“A"),
        (')"A', ")“A"),
    ],
)
def test_quotes_curl_by_their_neighbours(text: str, expected: str) -> None:
    assert curl_quotes(text) == expected


@given(st.text(alphabet=st.sampled_from("ab1. \n\"'!?)(é😀-,;s")))
def test_curling_keeps_the_length_and_all_but_quotes(text: str) -> None:
    curled = curl_quotes(text)
    straight = str.maketrans("“”‘’", "\"\"''")
    assert curled.translate(straight) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a -- b --- c ---- d-e", "a — b --- c ---- d-e"),
        ("a... b.... c.. d . . . e . .", "a… b… c.. d … e . ."),
        ("``a'' ```b''' `c'", "“a” ```b''' `c'"),
    ],
)
def test_marks_join(text: str, expected: str) -> None:
    assert join_marks(text) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('"*a*" et "`b`"', "<p>“<em>a</em>” et “<code>b</code>”</p>"),
        ('a "b\nc" d', "<p>a “b\nc” d</p>"),
        ('"[a](b "c")"', '<p>“<a href="b" title="c">a</a>”</p>'),
        ('- "a"\n- "b"', "<ul>\n<li>“a”</li>\n<li>“b”</li>\n</ul>"),
        ("\\-- \\...", "<p>— …</p>"),
        ('![l\'"a"](b)', '<p><img alt="l\'&quot;a&quot;" src="b"></p>'),
        ("<b title=\"a 'b'\">--</b>", "<p><b title=\"a 'b'\">—</b></p>"),
        ("    'a' -- b", "<pre><code>'a' -- b\n</code></pre>"),
    ],
)
def test_quotes_are_curled_over_the_whole_text(body: str, expected: str) -> None:
    assert _shown(f"x\n\n{body}").removeprefix("<p>x</p>\n") == expected


def test_a_paragraph_a_heading_and_a_cell_begin_anew() -> None:
    assert _shown('Fin\n\n# "A"').endswith('<h1 id="a">“A”</h1>')
    assert _shown('Fin\n\n"A"').endswith("<p>“A”</p>")
    assert "<td>“B”</td>" in _shown('| a |\n|-|\n| "B" |')
    assert _shown('- (b "a)"\n\n# c').startswith("<ul>\n<li>(b “a)”</li>")
