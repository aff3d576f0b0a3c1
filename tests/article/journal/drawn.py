"""Journals for tests, and the texts and typing that hypothesis draws."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from editor.article.journal.entries import Entry, Subject, Texts, packed
from editor.article.journal.framing import OPENING, framed

SUBJECT = Subject(Path("/blog/été 🌞.md"), "f00")

_TEXT = st.text(st.sampled_from("aé\n 🥖—-:\u00a0"), max_size=12)
TEXTS = st.builds(Texts, _TEXT, _TEXT, st.booleans())


def typed() -> st.SearchStrategy[list[tuple[int, int, str]]]:
    """Answer changes: a number that says where, how many units go, and what comes."""
    return st.lists(st.tuples(st.integers(0, 100), st.integers(0, 5), _TEXT), max_size=8)


def journal(*told: Entry | bytes) -> bytes:
    """Answer a journal of these entries, or of their bytes."""
    return OPENING + b"".join(
        framed(number, entry if isinstance(entry, bytes) else packed(entry))
        for number, entry in enumerate(told)
    )
