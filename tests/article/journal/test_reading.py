"""What a journal's bytes come to: whatever befalls them, only text that was typed."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

import pytest

from editor.article.journal import entries
from editor.article.journal.entries import Splice, Subject, Texts, Unfinished, packed
from editor.article.journal.framing import OPENING, NotAJournal, framed
from editor.article.journal.reading import Kept, read_journal
from tests.article.journal.drawn import SUBJECT, journal

_TEXTS = Texts("---\ntitle: Été\n---\n", "Du pain 🥖.\n")


def test_what_was_typed_is_read() -> None:
    typing = Splice(is_in_body=True, position=len("Du pain 🥖") + 1, removed=1, inserted=" !\n🌾", length=16)
    kept = read_journal(journal(SUBJECT, _TEXTS, typing))
    assert kept.subject == SUBJECT
    assert kept.base == _TEXTS
    assert kept.texts.joined == "---\ntitle: Été\n---\nDu pain 🥖 !\n🌾\n"
    assert kept.is_whole


def test_a_new_article_has_no_file() -> None:
    subject = Subject(None, "")
    assert read_journal(journal(subject, Texts("", ""))) == Kept(subject, Texts("", ""), Texts("", ""), True)


def test_a_text_told_as_a_whole_takes_the_place_of_the_one_before() -> None:
    kept = read_journal(journal(SUBJECT, _TEXTS, Texts("", "Autre"), Splice(True, 5, 0, " 🐌", 8)))
    assert kept.texts == Texts("", "Autre 🐌")
    assert kept.base == _TEXTS


def test_what_stood_in_the_form_is_told_where_the_text_has_it_not() -> None:
    told = (Unfinished("Date", "12 o"), Unfinished("Titre", "Été"), Unfinished("Plan", "a: [\n 🥖"))
    kept = read_journal(journal(SUBJECT, _TEXTS, *told, Unfinished("Date", "12 oct"), Unfinished("x", " ")))
    assert kept.unfinished == (Unfinished("Date", "12 oct"), told[2])
    assert kept.texts == _TEXTS
    assert kept.is_whole


@pytest.mark.parametrize("joined", ["---\n---texte", "---\n---\ntexte"])
def test_head_and_body_meet_as_they_did(joined: str) -> None:
    texts = Texts("---\n---", "texte", is_glued="---texte" in joined)
    assert read_journal(journal(SUBJECT, texts)).texts.joined == joined


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
        (journal(_TEXTS, SUBJECT), "damaged"),
        (journal(b"Zwhat is this", _TEXTS), "damaged"),
        (journal(SUBJECT), "damaged"),
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
        packed(SUBJECT),
        b"A{",
        b"A[]",
        b'U["a"]',
        b"U",
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
    kept = read_journal(journal(SUBJECT, _TEXTS, first, entry, later))
    assert kept.texts.body == "Oui. Du pain 🥖.\n"
    assert not kept.is_whole


def test_a_text_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "LARGEST_TEXT", 1000)
    with pytest.raises(NotAJournal):
        read_journal(journal(SUBJECT, _texts_entry(b"\0" * 10_000)))


def test_an_entry_that_stands_elsewhere_is_none() -> None:
    told = [packed(it) for it in (SUBJECT, _TEXTS, Splice(True, 0, 0, "a", 13), Splice(True, 0, 0, "b", 14))]
    frames = [framed(number, entry) for number, entry in enumerate(told)]
    kept = read_journal(OPENING + b"".join([*frames[:2], frames[3]]))
    assert kept.texts == _TEXTS
    assert not kept.is_whole


def test_half_a_letter_is_kept_until_its_other_half_comes() -> None:
    high, low = "🥖".encode("utf-16-le")[:2], "🥖".encode("utf-16-le")[2:]
    half = high.decode("utf-16-le", "surrogatepass")
    other = low.decode("utf-16-le", "surrogatepass")
    base = replace(_TEXTS, body="")
    kept = read_journal(journal(SUBJECT, base, Splice(True, 0, 0, half, 1), Splice(True, 1, 0, other, 2)))
    assert kept.texts.body == "🥖"
