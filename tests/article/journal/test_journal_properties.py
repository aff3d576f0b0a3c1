"""Whatever befalls the bytes of a journal: what is read is what was typed, up to where they are whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.article.journal.draft import Draft
from editor.article.journal.entries import Splice, Texts
from editor.article.journal.framing import OPENING, NotAJournal
from editor.article.journal.reading import Kept, read_journal
from tests.article.journal.drawn import SUBJECT, TEXTS, journal, typed

_TEXTS = Texts("", "Du pain 🥖.\n")


@given(TEXTS, typed(), st.data())
def test_any_beginning_of_a_journal_is_a_beginning_of_the_typing(
    base: Texts, typing: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    splices, states = _played(base, typing)
    whole = journal(SUBJECT, base, *splices)
    shortest = len(journal(SUBJECT, base))
    cut = data.draw(st.integers(shortest, len(whole)))
    kept = read_journal(whole[:cut])
    frames = [len(journal(SUBJECT, base, *splices[:count])) for count in range(len(splices) + 1)]
    complete = sum(end <= cut for end in frames) - 1
    assert kept.texts == states[complete]
    assert kept.is_whole is (cut in frames)


@given(TEXTS, typed(), st.data())
def test_a_flipped_byte_costs_what_comes_after_it_and_nothing_else(
    base: Texts, typing: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    splices, states = _played(base, typing)
    whole = bytearray(journal(SUBJECT, base, *splices))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    try:
        kept = read_journal(bytes(whole))
    except NotAJournal:
        assert place < len(journal(SUBJECT, base))
    else:
        frames = [len(journal(SUBJECT, base, *splices[:count])) for count in range(len(splices) + 1)]
        assert kept == Kept(SUBJECT, base, states[sum(end <= place for end in frames) - 1], is_whole=False)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_journal_or_not(data: bytes) -> None:
    for start in (b"", OPENING, journal(SUBJECT, _TEXTS)):
        try:
            kept = read_journal(start + data)
        except NotAJournal:
            assert len(start) < 100
        else:
            assert kept.texts == _TEXTS


def _played(base: Texts, typing: list[tuple[int, int, str]]) -> tuple[list[Splice], list[Texts]]:
    """Answer splices at places that are drawn, and the text after each."""
    draft, splices, states = Draft(base), list[Splice](), [base]
    for place, removed, inserted in typing:
        texts = draft.texts()
        is_in_body = bool(place % 2)
        units = len((texts.body if is_in_body else texts.head).encode("utf-16-le", "surrogatepass")) // 2
        position = place % (units + 1)
        removed = min(removed, units - position)
        added = len(inserted.encode("utf-16-le", "surrogatepass")) // 2
        splice = Splice(is_in_body, position, removed, inserted, units - removed + added, bool(place % 3))
        draft.apply(splice)
        splices.append(splice)
        states.append(draft.texts())
    return splices, states
