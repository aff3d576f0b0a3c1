"""What is found at the next start: whose journals are whose, and what they hold that the files do not."""

from __future__ import annotations

import errno
import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from editor.article.files import FileError
from editor.article.journal import claims, rescue
from editor.article.journal.claims import Claim, claim_abandoned, claim_new
from editor.article.journal.entries import Splice, Texts, Unfinished
from editor.article.journal.framing import NotAJournal
from editor.article.journal.journal import Journal, Original, drop
from editor.article.journal.rescue import Rescue, Unreadable, rescues

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER = """
import sys
from pathlib import Path
from editor.article.journal.claims import claim_new
claim = claim_new(Path(sys.argv[1]))
(claim.folder / "0.journal").write_bytes(b"")
print(claim.folder.name, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "été.md"
    path.write_bytes(b"\xef\xbb\xbf---\r\na: 1\r\n---\r\nTexte\r\n")
    return path


@pytest.fixture
def claim(root: Path) -> Iterator[Claim]:
    claim = claim_new(root)
    yield claim
    claim.release()


def left(claim: Claim, path: Path | None, *, number: int = 0, typed: str = "x") -> Path:
    """Leave the journal of an article in which something was typed, and answer its place."""
    place = claim.folder / f"{number}.journal"
    texts = Texts("---\na: 1\n---\n", "Texte\n") if path else Texts("", "")
    journal = Journal(Original(path, path.read_bytes() if path else None), texts)
    journal.take(Splice(True, 0, 0, typed, len(texts.body) + len(typed)))
    journal.write(place)
    return place


def test_a_running_program_keeps_its_journals_and_one_that_was_killed_leaves_them(root: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER, root], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        assert claim_abandoned(root) == ()
        other.send_signal(signal.SIGKILL)
        other.wait()
    (claim,) = claim_abandoned(root)
    assert claim.folder.name == name
    assert claim_abandoned(root) == ()  # this program has them now
    claim.release()
    assert [it.folder.name for it in claim_abandoned(root)] == [name]


def test_a_folder_that_is_let_go_of_goes_when_nothing_is_left_in_it(root: Path) -> None:
    claim = claim_new(root)
    (claim.folder / ".half.tmp").touch()
    assert root.stat().st_mode & 0o777 == claim.folder.stat().st_mode & 0o777 == 0o700
    claim.release()
    assert list(root.iterdir()) == []


def test_empty_folders_of_programs_that_ended_are_taken_away(root: Path) -> None:
    (root / "old").mkdir(parents=True)
    (root / "a file").touch()
    assert claim_abandoned(root) == ()
    assert [it.name for it in root.iterdir()] == ["a file"]


def test_where_no_program_ever_ran_nothing_is_found(root: Path) -> None:
    assert claim_abandoned(root) == ()


def test_a_folder_that_cannot_be_read_is_an_error(root: Path) -> None:
    root.parent.mkdir()
    root.touch()
    with pytest.raises(FileError):
        claim_abandoned(root)
    with pytest.raises(FileError):
        claim_new(root)


def test_one_folder_that_cannot_be_claimed_does_not_hide_the_others(root: Path) -> None:
    for name in ("a", "b"):
        (root / name).mkdir(parents=True)
        (root / name / "0.journal").touch()
    (root / "a" / "lock").mkdir()
    (claim,) = claim_abandoned(root)
    assert claim.folder.name == "b"
    claim.release()


def test_a_new_folder_that_another_program_takes_is_left_to_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["taken", "free"])
    monkeypatch.setattr(secrets, "token_hex", lambda _: next(names))
    real = claims._locks
    monkeypatch.setattr(claims, "_locks", lambda lock: len(list(root.iterdir())) > 1 and real(lock))
    claim = claim_new(root)
    assert claim.folder.name == "free"
    claim.release()


def test_a_file_system_without_locks_is_no_hindrance(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> Any:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    claim = claim_new(root)
    (claim.folder / "0.journal").touch()
    (found,) = claim_abandoned(root)
    found.release()
    claim.release()


def test_on_windows_an_open_file_that_stays_tells_of_a_running_program(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "_HAS_LOCKS", False)
    claim = claim_new(root)
    (claim.folder / "0.journal").touch()
    (found,) = claim_abandoned(root)

    def refuse(*_: object, **__: object) -> Any:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as windows:
        windows.setattr(Path, "unlink", refuse)
        assert claim_abandoned(root) == ()
    found.release()
    claim.release()


def test_a_journal_that_vanishes_meanwhile_is_not_listed(claim: Claim, path: Path) -> None:
    (claim.folder / "gone.journal").symlink_to("nowhere")
    place = left(claim, path)
    assert claim.journals() == (place,)


def test_what_was_typed_is_found_beside_what_the_file_holds(claim: Claim, path: Path) -> None:
    place = left(claim, path)
    (found,) = rescues([claim])
    assert isinstance(found, Rescue)
    assert found.place == place
    assert found.kept.subject.path == path
    assert found.kept.texts.joined == "---\na: 1\n---\nxTexte\n"
    assert found.file_text == "---\na: 1\n---\nTexte\n"
    assert not found.has_changed
    assert found.time == place.stat().st_mtime


def test_what_reached_the_file_is_dropped_in_silence(claim: Claim, path: Path) -> None:
    place = left(claim, path)
    path.write_bytes(path.read_bytes().replace(b"Texte", b"xTexte"))
    assert rescues([claim]) == ()
    assert not place.exists()


def test_a_journal_with_a_torn_end_stays_though_the_file_has_the_rest(claim: Claim, path: Path) -> None:
    place = left(claim, path)
    path.write_bytes(path.read_bytes().replace(b"Texte", b"xTexte"))
    place.write_bytes(place.read_bytes() + b"torn")
    (found,) = rescues([claim])
    assert isinstance(found, Rescue)
    assert not found.kept.is_whole
    assert place.exists()


def test_what_stood_in_the_form_only_is_offered(claim: Claim, path: Path) -> None:
    place = claim.folder / "0.journal"
    journal = Journal(Original(path, path.read_bytes()), Texts("---\na: 1\n---\n", "Texte\n"))
    journal.note(Unfinished("Date", "12 oc"))
    journal.write(place)
    (found,) = rescues([claim])
    assert isinstance(found, Rescue)
    assert found.kept.unfinished == (Unfinished("Date", "12 oc"),)
    assert found.kept.texts.joined == found.file_text


def test_a_file_that_changed_meanwhile_is_told(claim: Claim, path: Path) -> None:
    left(claim, path)
    path.write_bytes(b"theirs")
    (found,) = rescues([claim])
    assert isinstance(found, Rescue)
    assert found.has_changed
    assert found.file_text == "theirs"
    assert found.kept.base.joined == "---\na: 1\n---\nTexte\n"


@pytest.mark.parametrize("data", [None, b"\xff\xfeb\0i\0n\0"])
def test_a_file_that_is_gone_or_no_text_has_no_text(claim: Claim, path: Path, data: bytes | None) -> None:
    left(claim, path)
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    (found,) = rescues([claim])
    assert isinstance(found, Rescue)
    assert found.has_changed
    assert found.file_text is None


def test_a_new_article_is_found_unless_it_is_empty(claim: Claim) -> None:
    left(claim, None)
    left(claim, None, number=1, typed="")
    (found,) = rescues([claim])
    assert isinstance(found, Rescue)
    assert (found.kept.subject.path, found.file_text, found.has_changed) == (None, None, False)
    assert [it.name for it in claim.journals()] == ["0.journal"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "damaged"), (b"article-editor journal 9\n...", "newer"), (b"\0" * 99, "damaged")],
)
def test_what_cannot_be_read_is_told_and_stays(claim: Claim, data: bytes, reason: str) -> None:
    place = claim.folder / "0.journal"
    place.write_bytes(data)
    (found,) = rescues([claim])
    assert isinstance(found, Unreadable)
    assert isinstance(found.error, NotAJournal)
    assert found.error.reason == reason
    assert place.read_bytes() == data


def test_a_folder_in_place_of_a_journal_is_told(claim: Claim) -> None:
    place = claim.folder / "0.journal"
    place.mkdir()
    (found,) = rescues([claim])
    assert isinstance(found, Unreadable)
    assert isinstance(found.error, FileError)
    drop(place)
    place.rmdir()


def test_a_journal_without_end_is_not_read(claim: Claim, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left(claim, path)
    monkeypatch.setattr(rescue, "LARGEST", 10)
    (found,) = rescues([claim])
    assert isinstance(found, Unreadable)


def test_the_oldest_stands_first(root: Path, path: Path) -> None:
    held = [claim_new(root), claim_new(root)]
    places = [left(held[1], path), left(held[0], path), left(held[1], path, number=1)]
    for time, place in enumerate(places):
        os.utime(place, (time, time))
    assert [it.place for it in rescues(held)] == places
    for claim in held:
        claim.release()
