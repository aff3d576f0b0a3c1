"""Texts and typing that hypothesis draws."""

from __future__ import annotations

from hypothesis import strategies as st

from editor.article.journal.entries import Texts

_TEXT = st.text(st.sampled_from("aé\n 🥖—-:\u00a0"), max_size=12)
TEXTS = st.builds(Texts, _TEXT, _TEXT, st.booleans())


def typed() -> st.SearchStrategy[list[tuple[int, int, str]]]:
    """Answer changes: a number that says where, how many units go, and what comes."""
    return st.lists(st.tuples(st.integers(0, 100), st.integers(0, 5), _TEXT), max_size=8)
