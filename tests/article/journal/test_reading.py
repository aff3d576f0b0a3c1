"""What a journal's bytes come to: whatever befalls them, only text that was typed."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.journal import entries
from editor.article.journal.draft import Draft
from editor.article.journal.entries import Entry, Splice, Subject, Texts, packed
from editor.article.journal.framing import OPENING, NotAJournal, framed
from editor.article.journal.reading import Kept, read_journal
from tests.article.journal.drawn import TEXTS, typed

_SUBJECT = Subject(Path("/blog/été 🌞.md"), "f00")
_TEXTS = Texts("---\ntitle: Été\n---\n", "Du pain 🥖.\n")


def journal(*told: Entry | bytes) -> bytes:
    return OPENING + b"".join(
        framed(number, entry if isinstance(entry, bytes) else packed(entry))
        for number, entry in enumerate(told)
    )


def test_what_was_typed_is_read() -> None:
    typing = Splice(is_in_body=True, position=len("Du pain 🥖") + 1, removed=1, inserted=" !\n🌾", length=16)
    kept = read_journal(journal(_SUBJECT, _TEXTS, typing))
    assert kept.subject == _SUBJECT
    assert kept.base == _TEXTS
    assert kept.texts.joined == "---\ntitle: Été\n---\nDu pain 🥖 !\n🌾\n"
    assert kept.is_whole


def test_a_new_article_has_no_file() -> None:
    subject = Subject(None, "")
    assert read_journal(journal(subject, Texts("", ""))) == Kept(subject, Texts("", ""), Texts("", ""), True)


def test_a_text_told_as_a_whole_takes_the_place_of_the_one_before() -> None:
    kept = read_journal(journal(_SUBJECT, _TEXTS, Texts("", "Autre"), Splice(True, 5, 0, " 🐌", 8)))
    assert kept.texts == Texts("", "Autre 🐌")
    assert kept.base == _TEXTS


@pytest.mark.parametrize("joined", ["---\n---texte", "---\n---\ntexte"])
def test_head_and_body_meet_as_they_did(joined: str) -> None:
    texts = Texts("---\n---", "texte", is_glued="---texte" in joined)
    assert read_journal(journal(_SUBJECT, texts)).texts.joined == joined


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (OPENING[:-1], "damaged"),
        (OPENING, "damaged"),
        (b"\0" * 4096, "damaged"),
        (OPENING + b"\0" * 4096, "damaged"),
        (b"article-editor journal x\n", "damaged"),
        (b"article-editor journal 0\n", "damaged"),
        (b"article-editor journal 2\n", "newer"),
        (b"article-editor journal 12345678901234567890\n and what it likes", "newer"),
        (journal(_TEXTS, _SUBJECT), "damaged"),
        (journal(b"Zwhat is this", _TEXTS), "damaged"),
        (journal(_SUBJECT), "damaged"),
    ],
)
def test_what_is_no_journal_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(NotAJournal) as caught:
        read_journal(data)
    assert caught.value.reason == reason


def _texts_entry(raw: bytes) -> bytes:
    return b"T" + zlib.compress(raw)


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        b"?",
        b"S",
        b"S" + b"\0" * 24,
        packed(Splice(True, 0, 0, "é", 18))[:-1],
        packed(Splice(True, 0, 99, "", 0)),
        packed(Splice(True, 0, 1, "", 2)),
        packed(_SUBJECT),
        b"A{",
        b"A[]",
        b"A" + json.dumps({"path": "a\0b", "hash": ""}).encode(),
        b"A" + json.dumps({"path": 1, "hash": ""}).encode(),
        b"T",
        b"Tno zlib",
        packed(_TEXTS)[:-3],
        _texts_entry(b""),
        _texts_entry(b"\0" + (99).to_bytes(8, "little") + b"short"),
        _texts_entry(b"\0" * 9 + b"\xff\xfe"),
    ],
)
def test_an_entry_that_means_nothing_ends_the_reading(entry: bytes) -> None:
    first, later = Splice(True, 0, 0, "Oui. ", 17), Splice(True, 0, 0, "Non. ", 22)
    kept = read_journal(journal(_SUBJECT, _TEXTS, first, entry, later))
    assert kept.texts.body == "Oui. Du pain 🥖.\n"
    assert not kept.is_whole


def test_a_text_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "LARGEST_TEXT", 1000)
    with pytest.raises(NotAJournal):
        read_journal(journal(_SUBJECT, _texts_entry(b"\0" * 10_000)))


def test_an_entry_that_stands_elsewhere_is_none() -> None:
    told = [packed(it) for it in (_SUBJECT, _TEXTS, Splice(True, 0, 0, "a", 13), Splice(True, 0, 0, "b", 14))]
    frames = [framed(number, entry) for number, entry in enumerate(told)]
    kept = read_journal(OPENING + b"".join([*frames[:2], frames[3]]))
    assert kept.texts == _TEXTS
    assert not kept.is_whole


@given(TEXTS, typed(), st.data())
def test_any_beginning_of_a_journal_is_a_beginning_of_the_typing(
    base: Texts, typing: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    splices, states = _played(base, typing)
    whole = journal(_SUBJECT, base, *splices)
    shortest = len(journal(_SUBJECT, base))
    cut = data.draw(st.integers(shortest, len(whole)))
    kept = read_journal(whole[:cut])
    frames = [len(journal(_SUBJECT, base, *splices[:count])) for count in range(len(splices) + 1)]
    complete = sum(end <= cut for end in frames) - 1
    assert kept.texts == states[complete]
    assert kept.is_whole is (cut in frames)


@given(TEXTS, typed(), st.data())
def test_a_flipped_byte_costs_what_comes_after_it_and_nothing_else(
    base: Texts, typing: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    splices, states = _played(base, typing)
    whole = bytearray(journal(_SUBJECT, base, *splices))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    try:
        kept = read_journal(bytes(whole))
    except NotAJournal:
        assert place < len(journal(_SUBJECT, base))
    else:
        frames = [len(journal(_SUBJECT, base, *splices[:count])) for count in range(len(splices) + 1)]
        assert kept == Kept(_SUBJECT, base, states[sum(end <= place for end in frames) - 1], is_whole=False)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_journal_or_not(data: bytes) -> None:
    for start in (b"", OPENING, journal(_SUBJECT, _TEXTS)):
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


def test_half_a_letter_is_kept_until_its_other_half_comes() -> None:
    high, low = "🥖".encode("utf-16-le")[:2], "🥖".encode("utf-16-le")[2:]
    half = high.decode("utf-16-le", "surrogatepass")
    other = low.decode("utf-16-le", "surrogatepass")
    base = replace(_TEXTS, body="")
    kept = read_journal(journal(_SUBJECT, base, Splice(True, 0, 0, half, 1), Splice(True, 1, 0, other, 2)))
    assert kept.texts.body == "🥖"
