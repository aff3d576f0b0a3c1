"""Which files patterns take; what is expected is what picomatch 4 with posix classes answered."""

from __future__ import annotations

import pytest

from editor.blog.schemas.braces import expanded
from editor.blog.schemas.globs import fixed_folder, is_taken


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("**/*.md", "a.md", True),
        ("**/*.md", "a/b.md", True),
        ("**/*.md", ".a/b.md", False),
        ("**/*.md", "a/.b.md", False),
        ("**/.b.md", "a/.b.md", True),
        ("*.md", "a/b.md", False),
        ("**/*.{md,mdx}", "a.mdx", True),
        ("**/[^_]*.md", "_a.md", False),
        ("**/[^_]*.md", "a.md", True),
        ("**/[!_]*.md", "b/_a.md", False),
        ("posts/**/index.md", "posts/index.md", True),
        ("posts/**/index.md", "posts/a/b/index.md", True),
        ("a?.md", "ab.md", True),
        ("a?.md", "a.md", False),
        ("{1..3}.md", "2.md", True),
        ("{1..3}.md", "4.md", False),
        ("{c..a}.md", "b.md", True),
        ("@(a|b).md", "b.md", True),
        ("+(a|b).md", "abab.md", True),
        ("*(a|b).md", "ab.md", True),
        ("?(a)b.md", "b.md", True),
        ("!(a).md", "b.md", True),
        ("!(*a).md", "b.md", True),
        ("!(a).md", "a.md", False),
        ("!(*a)*.md", "bcd.md", True),
        ("(a|b).md", "a.md", True),
        ("a\\*.md", "a*.md", True),
        ("a\\*.md", "ab.md", False),
        ("[[:digit:]]*.md", "1a.md", True),
        ("[[:digit:]]*.md", "a.md", False),
        ("[a-c].md", "b.md", True),
        ("[z-a].md", "b.md", False),
        ("a[.md", "a[.md", True),
        ("*a*b*.md", "xxaxxbxx.md", True),
        ("**.md", "x/y.md", True),
        ("**.md", "y.md", True),
        ("./a.md", "a.md", True),
        ("a/**", "a", True),
        ("a/**", "a/b/c.md", True),
        ("{a}.md", "{a}.md", True),
        ("\\{a,b}.md", "{a,b}.md", True),
        ("{a,{b,c}}.md", "c.md", True),
        ("*(", "*(", True),
        ("?(x", "?(x", True),
        ("!(a|b)", "c", True),
        ("!(*.md)", "a.txt", True),
        ("!(*.md)", "a.md", False),
    ],
)
def test_a_pattern_takes_what_picomatch_takes(pattern: str, name: str, expected: bool) -> None:
    assert is_taken(name, (pattern,)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", True), ("été 😀.md", True), ("drafts/a.md", False), ("a.mdx", True), ("b.txt", False)],
)
def test_one_pattern_takes_and_none_refuses(name: str, expected: bool) -> None:
    assert is_taken(name, ("**/*.md", "*.mdx", "!drafts", "!!a.md", "")) is expected


@pytest.mark.parametrize(
    "pattern", ["x" * 3_000, "/".join(["a"] * 80), "@(a(b(c(d(e)))))", "@(*****b)", "[z-a]", "[[:no:]"]
)
def test_an_odd_pattern_takes_nothing(pattern: str) -> None:
    assert not is_taken("a", (pattern,))


def test_a_part_that_would_take_long_is_quick() -> None:
    assert not is_taken("a" * 5_000, ("*a*a*a*a*a*a*a*a*b",))


@pytest.mark.parametrize(
    ("patterns", "folder"),
    [
        (("**/*.md",), ""),
        (("posts/en/**/*.md",), "posts/en"),
        (("posts/{en,fr}/*.md",), "posts"),
        (("posts/*.md", "notes/*.md"), ""),
        (("posts/*.md", "!posts/a.md"), "posts"),
        (("!a.md",), ""),
        (("./posts/a.md",), "posts"),
    ],
)
def test_the_folder_that_holds_all(patterns: tuple[str, ...], folder: str) -> None:
    assert fixed_folder(patterns) == folder


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("a.md", ("a.md",)),
        ("{a,b}.{md,mdx}", ("a.md", "a.mdx", "b.md", "b.mdx")),
        ("{a,{b,c}}", ("a", "b", "c")),
        ("{3..1}", ("3", "2", "1")),
        ("{a..c}", ("a", "b", "c")),
        ("{a}", ("{a}",)),
        ("{a,b", ("{a,b",)),
        ("\\{a,b}", ("\\{a,b}",)),
    ],
)
def test_braces_are_written_out(pattern: str, pieces: tuple[str, ...]) -> None:
    assert expanded(pattern) == pieces


def test_braces_are_written_out_to_a_bound() -> None:
    assert len(expanded("{1..9999}")) == 256
    assert len(expanded("{a,b}" * 30)) == 256
