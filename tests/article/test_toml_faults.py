"""What is wrong with TOML is told with its place, in words that a writer can use."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.front_matter import read
from editor.messages import fault_words


@pytest.mark.parametrize(
    ("source", "reason", "place", "detail"),
    [
        ("a = Hello 😀 world # c", "not-a-value", (1, 4), "Hello 😀 world"),
        ("a = 3rd", "not-a-value", (1, 4), "3rd"),
        ("a = 2024-13-01", "not-a-value", (1, 4), "2024-13-01"),
        ("a = 25:00:00", "not-a-value", (1, 4), "25:00:00"),
        ("a = [1, yes, 2]", "not-a-value", (1, 8), "yes"),
        ("a = [01]", "not-a-value", (1, 5), "01"),
        ("a = { b = x }", "not-a-value", (1, 10), "x"),
        ("a = tru", "not-a-value", (1, 4), "tru"),
        ("a = 1 2", "unexpected-character", (1, 6), "2"),
        ("a = " + "x" * 50, "not-a-value", (1, 4), "x" * 40),
        ("a = 9007199254740993", "number-too-large", (1, 4), "9007199254740993"),
        ("a = [1, 0xFFFFFFFFFFFFFFFF]", "number-too-large", (1, 8), "0xFFFFFFFFFFFFFFFF"),
        ("a = 0x" + "f" * 5000, "number-too-large", (1, 4), "0x" + "f" * 38),
        ("a = \u0661", "not-a-value", (1, 4), "\u0661"),
        ("a =", "no-value", (1, 3), ""),
        ("a = # c", "no-value", (1, 4), ""),
        ("a = [1,, 2]", "unexpected-character", (1, 7), ","),
        ("a = [1 2]", "unexpected-character", (1, 7), "2"),
        ("a = [1}", "unexpected-character", (1, 6), "}"),
        ("a = 'x' y", "unexpected-character", (1, 8), "y"),
        ("[a] x = 1", "unexpected-character", (1, 4), "x"),
        ('a = """x""""""', "unexpected-character", (1, 13), '"'),
        ('a = "x', "unclosed-quote", (1, 4), '"'),
        ("a = 'x\nb = 1", "unclosed-quote", (1, 4), "'"),
        ('b = 1\na = """x\n', "unclosed-quote", (2, 4), '"'),
        ("a = [1, [2,\n", "unclosed-bracket", (1, 8), "["),
        ("a = [1, {b = 2\n", "unclosed-bracket", (1, 8), "{"),
        ("[a\nb = 1", "unclosed-bracket", (1, 0), "["),
        ('"a = 1', "unclosed-quote", (1, 0), '"'),
        ('a = "x \\z"', "unknown-escape", (1, 7), "\\z"),
        ('a = "\\ud800"', "unknown-escape", (1, 5), "\\u"),
        ('a = """\\ x"""', "unknown-escape", (1, 7), "\\ x"),
        ('a = "x\x01"', "control-character", (1, 6), ""),
        ("# \x02", "control-character", (1, 2), ""),
        ("title: x", "no-equals", (1, 0), ""),
        ("b = 1\n  title", "no-equals", (2, 2), ""),
        ("été = 1", "wrong-name", (1, 0), ""),
        ("clé = 1", "wrong-name", (1, 0), ""),
        ("my key = 1", "wrong-name", (1, 0), ""),
        ("a. = 1", "wrong-name", (1, 0), ""),
        ("= 1", "wrong-name", (1, 0), ""),
        ("[]", "wrong-name", (1, 0), ""),
        ("[a b]", "wrong-name", (1, 0), ""),
        ("a = {é = 1}", "wrong-name", (1, 5), ""),
        ("a = 1\nb = 2\na = 3", "duplicate-key", (3, 0), "a"),
        ("[s]\na = 1\na = 2", "duplicate-key", (3, 0), "a"),
        ("[s]\na = 1\n[t]\n[s]\n[t.u]\n", "duplicate-key", (4, 0), "s"),
        ("[s]\na = 1\n[s.a.b]", "duplicate-key", (3, 0), "s.a.b"),
        ("a = 1\na.b = 2", "duplicate-key", (2, 0), "a.b"),
        ("a.b = 1\n[a]", "duplicate-key", (2, 0), "a"),
        ("a = []\n[[a]]", "duplicate-key", (2, 0), "a"),
        ("[[a]]\n[a]", "duplicate-key", (2, 0), "a"),
        ("a = {b = 1, b = 2}", "duplicate-key", (1, 12), "b"),
        ("a = " + "[" * 200, "too-deep", (1, 104), ""),
        (".".join("a" * 200) + " = 1", "too-deep", (1, 199), ""),
        ("a = '" + "x" * 40_000 + "'", "too-long-to-read", (0, 3), ""),
    ],
)
def test_faults(source: str, reason: str, place: tuple[int, int], detail: str) -> None:
    found = read(f"+++\n{source}\n+++\nbody")
    assert found.entries == ()
    assert found.fault is not None
    assert (found.fault.reason, found.fault.detail) == (reason, detail)
    assert (found.fault.line, found.fault.column) == place
    assert fault_words(found.fault).startswith(f"Line {place[0] + 1}: ")


def test_a_fence_in_a_string_closes_the_front_matter() -> None:
    found = read('+++\na = """\n+++ b\n"""\n+++\n')
    assert found.fault is not None
    assert (found.fault.reason, found.fault.line) == ("unclosed-quote", 1)


@pytest.mark.parametrize(
    "source",
    [
        "a = " + "[" * 10_000 + "]" * 10_000,
        "a = " + "{b=" * 10_000,
        ".".join("a" * 10_000) + " = 1",
        "a = " + "9" * 10_000,
        "a = 0x" + "f" * 30_000,
        "a = 1e" + "9" * 30_000,
        "".join(f"k{i} = {i}\n" for i in range(1_000_000)),
        "".join(f"[a.b{i}]\n[c{i}]\n" for i in range(1_800)),
        "".join(f"[[t{i}.a.b.c.d.e.f.g.h]]\n" for i in range(1_200)),
        "".join(f"a.k{i}={i}\n" for i in range(2_800)),
    ],
    ids=lambda source: source[:12],
)
def test_hostile_text_takes_no_time(source: str) -> None:
    tracer = sys.gettrace()
    sys.settrace(None)  # coverage would measure itself
    begun = time.process_time()
    read(f"+++\n{source}\n+++\n")
    sys.settrace(tracer)
    assert time.process_time() - begun < 2


@given(
    st.lists(
        st.sampled_from(
            [
                *("a", "b.c", '"é"', " ", "\n", "=", " = ", "[", "]", "[[", "]]", "{", "}", ",", "#", "."),
                *(
                    "'",
                    '"',
                    "'''",
                    '"""',
                    "\\",
                    "\\u00e9",
                    "1",
                    "1_0",
                    "0x",
                    "true",
                    "inf",
                    "2024-02-30",
                    "T10:30",
                ),
                *("+", "-", ":", "😀", "\t", "\x01", "\u2028", "\r"),
            ]
        ),
        max_size=24,
    ).map("".join)
)
def test_whatever_is_written_is_read_or_faulty(source: str) -> None:
    found = read(f"+++\n{source}\n+++\n")
    if found.fault:
        assert fault_words(found.fault)
