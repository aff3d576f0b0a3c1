"""What a journal comes to: the text that was typed last, as far as its bytes are whole."""

from __future__ import annotations

from dataclasses import dataclass

from editor.article.journal.draft import Draft, OutOfStep
from editor.article.journal.entries import DamagedEntry, Entry, Splice, Subject, Texts, Unfinished, unpacked
from editor.article.journal.framing import NotAJournal, entries


@dataclass(frozen=True, slots=True)
class Kept:
    """What a journal has kept: of which article, what its file held, and what the writer made of it."""

    subject: Subject
    base: Texts
    texts: Texts
    is_whole: bool
    """Whether every byte of the journal could be read; else texts is what those before the first one say."""
    unfinished: tuple[Unfinished, ...] = ()
    """What stood in fields of the form and is not in the text."""


def read_journal(data: bytes) -> Kept:
    """Answer what a journal's bytes come to.

    Raises NotAJournal where not even the text that it begins with can be read.
    """
    found, is_whole = entries(data)
    parts: list[Entry] = []
    try:
        parts += map(unpacked, found)
    except DamagedEntry:
        is_whole = False
    match parts:
        case [Subject() as subject, Texts() as base, *changes]:
            pass
        case _:
            raise NotAJournal("damaged")
    fields = {it.field: it for it in changes if isinstance(it, Unfinished)}
    texts, fits = _changed(base, [it for it in changes if not isinstance(it, Unfinished)])
    unfinished = tuple(it for it in fields.values() if it.text.strip() and it.text not in texts.joined)
    return Kept(subject, base, texts, is_whole and fits, unfinished)


def _changed(texts: Texts, changes: list[Entry]) -> tuple[Texts, bool]:
    """Answer the texts after changes, up to the first that does not fit, and whether all of them did."""
    draft = Draft(texts)
    for change in changes:
        if isinstance(change, Texts):
            draft = Draft(change)
        elif isinstance(change, Splice):
            try:
                draft.apply(change)
            except OutOfStep:
                return draft.texts(), False
        else:
            return draft.texts(), False
    return draft.texts(), True
