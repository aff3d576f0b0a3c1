"""What keeps a front matter from being read is mended where it is plain what was meant."""

from __future__ import annotations

from typing import Final

import pytest

from editor.article.faults import Unreadable
from editor.article.loading import read_document
from editor.article.mending import LARGEST, MOST_LINES, Mending, mending_of
from editor.text.change import apply_edits

MENDED: Final = {
    # Text that needs quotes.
    "title: one: two": ("quote", "title: 'one: two'"),
    "title: one: two # kept": ("quote", "title: 'one: two' # kept"),
    'b: "x"\ntitle: it\'s: so': ("quote", 'b: "x"\ntitle: "it\'s: so"'),
    "title: it's: so": ("quote", 'title: "it\'s: so"'),
    'title: it\'s: "so"': ("quote", "title: 'it''s: \"so\"'"),
    "text: here: *x": ("quote", "text: 'here: *x'"),
    "title: @x": ("quote", "title: '@x'"),
    "tags:\n  - @a\n  - b": ("quote", "tags:\n  - '@a'\n  - b"),
    "tags: [@a, b]": ("quote", "tags: ['@a', b]"),
    "tags: [@a, b, c]": ("quote", "tags: ['@a', b, c]"),
    "tags: [b, @a]": ("quote", "tags: [b, '@a']"),
    "tags: [b, c: d: e]": ("quote", "tags: [b, 'c: d: e']"),
    "tags: [#a, b]": ("quote", "tags: ['#a', b]"),
    "tags: [a, #b]": ("quote", "tags: [a, '#b']"),
    'tags: ["a", b: c: d]': ("quote", "tags: [\"a\", 'b: c: d']"),
    "title: **Bold** move": ("quote", "title: '**Bold** move'"),
    "title: !important": ("quote", "title: '!important'"),
    "title: & x": ("quote", "title: '& x'"),
    "title: ? x": ("quote", "title: '? x'"),
    "title: , x": ("quote", "title: ', x'"),
    "title: >x": ("quote", "title: '>x'"),
    "title: [draft] My post": ("quote", "title: '[draft] My post'"),
    'title: "Quoted" and not': ("quote", "title: '\"Quoted\" and not'"),
    "title: 'it's me'": ("quote", 'title: "it\'s me"'),
    'title: "say "hi"': ("quote", "title: 'say \"hi'"),
    # What is not closed.
    'title: "one': ("complete", 'title: "one"'),
    'title: "one  \nb: 1': ("complete", 'title: "one"  \nb: 1'),
    "tags: [a, b": ("complete", "tags: [a, b]"),
    "a: {b: 1": ("complete", "a: {b: 1}"),
    # Spaces.
    "title:\u00a0Été": ("space", "title: Été"),
    "b: 1\ntitle:\u202fx": ("space", "b: 1\ntitle: x"),
    "title:x\nb: 1": ("space", "title: x\nb: 1"),
    "b: 1\ntitle:x": ("space", "b: 1\ntitle: x"),
    "b:x\ntitle: y: z": ("space", "b: x\ntitle: y: z"),
    "a:\n\t- b\n\t- c\nd: 1": ("indent", "a:\n  - b\n  - c\nd: 1"),
    # What stands there twice, or is not seen.
    "a: 1\nb: 2\na: 1 # again": ("remove-twin", "a: 1\nb: 2"),
    "title: a\x07b\x07": ("delete", "title: ab"),
    'title: "C:\\dir\\q"': ("escape", 'title: "C:\\\\dir\\\\q"'),
}
UNCLEAR: Final = (
    *(
        "title: - x",
        "tags: - a\n   - b",
        "title: 'it's",
        "title: 'a'b",
        'title: "a" and "b: c"',
        "title: 'one",
    ),
    *(
        "title: [a]]",
        "a: {b}: c",
        "a: {b: c: d}",
        "a: {b: @c}",
        "a: 1\ntext\nb: 2",
        "a: 1\n b: 2",
        "a:\n  b: 1\n c",
    ),
    *("a: 1\na: 2", "{a: 1, a: 1}", "a: {b: 1, b: 1}", "a:\n  b: 1\n  b: 1", "a: 1\n\tb: 2", "%x: 1"),
    *('title: "C:\\new\\q"', "title: a\n...\nb: 1", "- a", "a: &a [*a]"),
    *("\ntitle : one :two: three:\n  x", "tags: [a, {c: @d}, e]"),
)


def fault_of(text: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_document(text)
    return caught.value


def mending(text: str) -> Mending | None:
    return mending_of(text, fault_of(text))


@pytest.mark.parametrize("source", MENDED)
def test_it_is_mended(source: str) -> None:
    text = f"---\n{source}\n---\nBody\n"
    found = mending(text)
    means, wanted = MENDED[source]
    assert found is not None
    assert (found.means, apply_edits(text, found.edits)) == (means, f"---\n{wanted}\n---\nBody\n")


@pytest.mark.parametrize("source", UNCLEAR)
def test_what_is_unclear_is_left_to_the_writer(source: str) -> None:
    assert mending(f"---\n{source}\n---\n") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\ntitle: a\n\nText", "---\ntitle: a\n---\n\nText"),
        ("\ufeff---\ntitle: a\ntags:\n  - b\n- c", "\ufeff---\ntitle: a\ntags:\n  - b\n- c\n---\n"),
        ("\n---\ntitle: a", "\n---\ntitle: a\n---\n"),
        ("---\ntitle: a\n", "---\ntitle: a\n---\n"),
        ("---\ntitle: a\nText", ""),
        ("---\ntitle: a\n# Heading\n", ""),
        ("---\ntitle: a\n\nb: c\n", ""),
        ("---\n\ntitle: a\n", ""),
        ("---\na: 1\n" + "- a\n" * (MOST_LINES + 1), ""),
    ],
)
def test_a_front_matter_is_closed_below_its_fields(text: str, wanted: str) -> None:
    found = mending(text)
    assert (apply_edits(text, found.edits) if found else "") == wanted
    assert found is None or found.means == "close"


def test_fences_are_made_alike() -> None:
    found = mending("---\ntitle: a\n+++\nText")
    assert found is not None
    assert apply_edits("---\ntitle: a\n+++\nText", found.edits) == "---\ntitle: a\n---\nText"


def test_one_of_two_faults_is_mended_at_a_time() -> None:
    text = "---\na: b: c\nd: @e\n---\n"
    first = mending(text)
    assert first is not None
    text = apply_edits(text, first.edits)
    assert text == "---\na: 'b: c'\nd: @e\n---\n"
    second = mending(text)
    assert second is not None
    assert apply_edits(text, second.edits) == "---\na: 'b: c'\nd: '@e'\n---\n"


def test_a_large_front_matter_is_not_mended() -> None:
    assert mending(f"---\na: b: c\nd: {'x' * LARGEST}\n---\n") is None


def test_toml_is_not_mended() -> None:
    assert mending("+++\na = 1\na = 1\n+++\n") is None
