"""The writer of journals: what it was told is on the disk, and goes when the article's file has it."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from editor.article import files
from editor.article.journal import journal, writer
from editor.article.journal.claims import claim_abandoned
from editor.article.journal.draft import Draft, OutOfStep
from editor.article.journal.entries import Splice, Subject, Texts, Unfinished
from editor.article.journal.journal import Original
from editor.article.journal.reading import Kept, read_journal
from editor.article.journal.writer import Closed, JournalWriter, Opened, Outcome, Rested, Settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.journal.writer import Event

_ORIGINAL = Original(Path("/blog/a.md"), b"abc")
_TEXTS = Texts("", "abc")
_QUIET = Outcome(frozenset(), None)


class Bench:
    """A writer whose work is done here, at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.writer = JournalWriter(root)
        self.told: list[Outcome] = []

    def tell(self, *events: Event, number: int = 0) -> None:
        """Tell of events and have them written."""
        for event in events:
            self.writer.put(number, event)
        self.writer.work(self.told.append)

    @property
    def place(self) -> Path:
        """Where the first article's journal is."""
        (folder,) = self.root.iterdir()
        return folder / "0.journal"

    def kept(self, number: int = 0) -> Kept | None:
        """Answer what the journal on the disk comes to."""
        places = list(self.root.glob(f"*/{number}.journal"))
        return read_journal(places[0].read_bytes()) if places else None

    def body(self) -> str | None:
        kept = self.kept()
        return kept.texts.body if kept else None


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(writer, "GATHERING", 0)
    bench = Bench(tmp_path / "journal")
    yield bench
    bench.writer.close()


def typed(position: int, text: str, length: int, removed: int = 0) -> Splice:
    return Splice(is_in_body=True, position=position, removed=removed, inserted=text, length=length)


def test_an_article_that_was_not_changed_has_no_journal(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS))
    bench.tell(Closed())
    assert not bench.root.exists()
    assert bench.told == [_QUIET, _QUIET]


def test_what_was_typed_is_there(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    bench.tell(typed(4, "e", 5), typed(0, "", 4, removed=1))
    bench.tell(typed(4, "🥖", 6))
    subject = Subject(_ORIGINAL.path, hashlib.sha256(b"abc").hexdigest())
    assert bench.kept() == Kept(subject, _TEXTS, Texts("", "bcde🥖"), is_whole=True)


def test_a_new_article_has_one_as_well(bench: Bench) -> None:
    bench.tell(Opened(Original(None, None), Texts("", "")), typed(0, "a", 1))
    assert bench.kept() == Kept(Subject(None, ""), Texts("", ""), Texts("", "a"), is_whole=True)


def test_nobody_but_the_user_can_read_it(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    assert bench.root.stat().st_mode & 0o777 == bench.place.parent.stat().st_mode & 0o777 == 0o700
    assert bench.place.stat().st_mode & 0o777 == 0o600


def test_a_save_ends_it_and_the_next_change_begins_another(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    saved = Original(_ORIGINAL.path, b"abcd")
    bench.tell(Settled(saved))
    assert bench.kept() is None
    bench.tell(typed(4, "e", 5))
    assert bench.kept() == Kept(saved.subject(), Texts("", "abcd"), Texts("", "abcde"), is_whole=True)
    bench.tell(Settled(saved), typed(5, "f", 6), number=0)
    assert bench.body() == "abcdef"


def test_each_article_has_its_own(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4), number=1)
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "e", 4), number=2)
    bench.tell(Closed(), number=1)
    kept = bench.kept(2)
    assert bench.kept(1) is None
    assert kept is not None
    assert kept.texts.body == "abce"


def test_a_long_one_is_begun_anew(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    monkeypatch.setattr(journal, "LONGEST", 300)
    sizes = []
    for count in range(40):
        bench.tell(typed(4 + count, "e", 5 + count))
        sizes.append(bench.place.stat().st_size)
        assert bench.body() == "abcd" + "e" * (count + 1)
    assert max(sizes) < 700
    kept = bench.kept()
    assert kept is not None
    assert kept.base == _TEXTS


def test_a_text_that_rests_on_another_version_says_so(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS))
    bench.tell(Rested(Original(_ORIGINAL.path, b"new"), Texts("", "new")), typed(3, "d", 4))
    merged = Original(_ORIGINAL.path, b"newer")
    bench.tell(Rested(merged, Texts("", "newer")))
    assert bench.kept() == Kept(merged.subject(), Texts("", "newer"), Texts("", "abcd"), is_whole=True)


def test_a_change_that_was_missed_is_seen_and_the_text_told_as_a_whole(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4), typed(9, "x", 10), typed(4, "e", 5))
    assert bench.told == [Outcome(frozenset({0}), None)]
    assert bench.kept() is None
    assert not bench.writer.flush(0)
    bench.tell(Texts("", "abcd and all that"), typed(0, "x", 18))
    assert bench.told[1:] == [_QUIET]
    assert bench.body() == "xabcd and all that"
    bench.tell(typed(99, "x", 1))
    bench.tell(Closed())
    assert bench.kept() is None


def test_a_text_told_as_a_whole_is_a_change(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), Texts("", "else"))
    kept = bench.kept()
    assert kept is not None
    assert (kept.base, kept.texts) == (_TEXTS, Texts("", "else"))


def refuse(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_could_not_be_written_is_told_and_written_later(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    with monkeypatch.context() as broken:
        broken.setattr(files, "_force", refuse)
        bench.tell(typed(4, "e", 5))
        assert not bench.writer.flush(0)
    error = bench.told[-1].error
    assert error is not None
    assert error.cause is not None
    assert error.cause.errno == errno.ENOSPC
    assert bench.body() in ("abcd", "abcde")  # the old one stays, with what of the new came into it
    assert bench.writer.try_again()
    bench.writer.work(bench.told.append)
    assert bench.told[-1] == _QUIET
    assert bench.body() == "abcde"
    assert bench.writer.flush(0)


def test_a_journal_that_was_taken_away_is_begun_anew(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    shutil.rmtree(bench.root)
    bench.tell(typed(4, "e", 5))
    assert bench.body() == "abcde"


def test_a_folder_in_its_place_is_told(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    bench.place.unlink()
    bench.place.mkdir()
    bench.tell(typed(4, "e", 5))
    assert bench.told[-1].error is not None
    bench.tell(Closed())
    assert bench.told[-1] == _QUIET


def test_a_state_folder_that_cannot_be_made_is_told_and_tried_again(bench: Bench) -> None:
    bench.root.touch()
    bench.tell(Opened(_ORIGINAL, _TEXTS))
    assert bench.told[-1] == _QUIET
    bench.tell(typed(3, "d", 4))
    assert bench.told[-1].error is not None
    bench.root.unlink()
    bench.tell(typed(4, "e", 5))
    assert bench.told[-1] == _QUIET
    assert bench.body() == "abcde"


def test_what_is_there_when_it_is_let_go_of_is_found_at_the_next_start(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4))
    assert claim_abandoned(bench.root) == ()
    bench.writer.close()
    (claim,) = claim_abandoned(bench.root)
    assert claim.journals() == (bench.place,)
    claim.release()


def test_one_call_of_work_is_asked_for_at_a_time(bench: Bench) -> None:
    assert bench.writer.put(0, Opened(_ORIGINAL, _TEXTS))
    assert not bench.writer.put(0, typed(3, "d", 4))
    assert not bench.writer.try_again()
    bench.writer.work(bench.told.append)
    assert bench.writer.put(0, typed(4, "e", 5))


def test_what_stands_in_the_form_is_kept_until_it_is_saved(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), Unfinished("Date", "12 o"))
    bench.tell(Unfinished("Date", "12 oc"), typed(3, "d", 4))
    kept = bench.kept()
    assert kept is not None
    assert kept.unfinished == (Unfinished("Date", "12 oc"),)
    assert kept.texts.body == "abcd"
    monkeypatch.setattr(journal, "LONGEST", 1)
    bench.tell(typed(4, "e", 5))
    again = bench.kept()
    assert again is not None
    assert again.unfinished == kept.unfinished
    bench.tell(Settled(_ORIGINAL), typed(5, "f", 6))
    last = bench.kept()
    assert last is not None
    assert last.unfinished == ()


def test_a_change_of_nothing_is_none(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(0, "abc", 3, removed=3), typed(2, "", 3))
    assert not bench.root.exists()
    bench.tell(Splice(True, 0, 0, "", 3, is_glued=True))
    kept = bench.kept()
    assert kept is not None
    assert kept.texts == Texts("", "abc", is_glued=True)


def test_what_comes_while_it_writes_is_written_too(bench: Bench) -> None:
    def tell(outcome: Outcome) -> None:
        if not bench.told:
            assert not bench.writer.put(0, typed(4, "e", 5))
        bench.told.append(outcome)

    bench.writer.put(0, Opened(_ORIGINAL, _TEXTS))
    bench.writer.put(0, typed(3, "d", 4))
    bench.writer.work(tell)
    assert bench.told == [_QUIET, _QUIET]
    assert bench.body() == "abcde"


def test_an_error_in_it_does_not_end_it(bench: Bench) -> None:
    bench.writer.put(0, Opened(_ORIGINAL, _TEXTS))

    def fail(_: Outcome) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        bench.writer.work(fail)
    bench.tell(typed(3, "d", 4))
    # What it was told meanwhile may be lost: it asks for the whole.
    assert bench.told == [Outcome(frozenset({0}), None)]
    bench.tell(Texts("", "abcd"), typed(4, "e", 5))
    assert bench.told[1:] == [_QUIET]
    assert bench.body() == "abcde"


def test_what_comes_after_an_article_was_closed_is_nobodys(bench: Bench) -> None:
    bench.tell(Opened(_ORIGINAL, _TEXTS), typed(3, "d", 4), Closed(), typed(4, "e", 5), Closed())
    assert bench.told == [_QUIET]
    assert bench.kept() is None


def test_a_flush_does_not_wait_for_more_to_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "GATHERING", 60)
    bench = Bench(tmp_path / "journal")
    bench.writer.put(0, Opened(_ORIGINAL, _TEXTS))
    bench.writer.put(0, typed(3, "d", 4))
    thread = threading.Thread(target=bench.writer.work, args=(bench.told.append,))
    thread.start()
    assert bench.writer.flush(30)
    assert bench.body() == "abcd"
    thread.join()
    bench.writer.close()


def test_a_flush_that_nobody_works_for_says_so(bench: Bench) -> None:
    bench.writer.put(0, Opened(_ORIGINAL, _TEXTS))
    assert not bench.writer.flush(0.01)


def test_taking_a_change_costs_the_same_whatever_the_text_is_long(bench: Bench) -> None:
    """The thread of the window only puts: it must not wait for the disk, nor touch the text."""
    seconds = {}
    for length in (10_000, 10_000_000):
        bench.writer.put(length, Opened(_ORIGINAL, Texts("", "a" * length)))
        begun = time.thread_time()  # not what other processes take
        for count in range(1000):
            bench.writer.put(length, typed(length + count, "b", length + count + 1))
        seconds[length] = time.thread_time() - begun
    assert max(seconds.values()) < 0.1


def test_a_draft_says_what_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = Draft(_TEXTS)
    with pytest.raises(OutOfStep):
        draft.apply(typed(4, "x", 5))
    with pytest.raises(OutOfStep):
        draft.apply(typed(0, "x", 5))
    with pytest.raises(OutOfStep):
        draft.apply(typed(1, "x", 5, removed=-1))
    assert draft.texts() == _TEXTS
