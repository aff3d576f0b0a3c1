"""The database of one blog: SQLite with FTS5, in a file of the user's cache folder or in memory."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from editor.index.passages import NO_PASSAGE, Passage, passage_of, whole
from editor.index.query import expression_of
from editor.index.reading import HIT_END, HIT_START, row_of, summary_of_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.blog.collection import ArticleSummary
    from editor.index.reading import Reading, Stamp

VERSION: Final = 1
"""Of the tables below; a database of another version is thrown away."""
_APPLICATION: Final = 0x41724564
"""Marks a file as ours, as SQLite's application_id does."""
_COLUMNS: Final = "path, modified, size, title, day, draft, fault, collection, folder, language, tags, keys"
_TABLES: Final = f"""
CREATE TABLE blog (root TEXT NOT NULL);
CREATE TABLE articles (id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, {_COLUMNS.partition(", ")[2]});
CREATE VIRTUAL TABLE texts USING fts5 (
    title, head, body, tokenize = 'unicode61 remove_diacritics 2'
);
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {VERSION};
"""
_INSERT: Final = f"INSERT INTO articles ({_COLUMNS}) VALUES ({', '.join('?' * 12)})"  # noqa: S608 - our own names
_FOUND: Final = "SELECT rowid FROM texts WHERE texts MATCH ?"
_RANKED: Final = f"{_FOUND} ORDER BY bm25(texts, 10, 3, 1)"
"""A hit in the title counts ten times as much as one in the body, one in the front matter three times."""
_COUNT: Final = "SELECT count(*) FROM texts WHERE texts MATCH ?"
_MOST_RANKED: Final = 2_000
"""Articles that are ranked by all of their words; of more, which only words such as "the" bring, those with
the words in title or front matter come first, then the others as they were read."""
_OF_THE_PLACE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
    }
)
"""Errors that say nothing of the file: another process has it, or the disk does not take it."""
_FOLDER, _SUFFIX = "index", ".sqlite"
_LONGEST_UNUSED: Final = 183 * 24 * 3600
_FIRST_BYTE: Final = 0xFF
"""The rest of an error's code tells more of the same."""


class DamagedIndex(Exception):  # noqa: N818 - named for what is found
    """The database cannot be read or written any further: it is to be thrown away and made anew."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article in which something was found: in its body, or else in its front matter.

    passage tells the place of the first mark in the text of the part.
    """

    path: Path
    title: Passage
    passage: Passage
    is_in_body: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The articles in which something was found, by their numbers, best first."""

    typed: str
    numbers: tuple[int, ...] = ()


class Index:
    """The articles of the blog at root; every method may be called from any thread, one waits for another.

    Every method raises DamagedIndex where the database turns out to be none.
    """

    def __init__(self, root: Path, place: Path | None) -> None:
        """Open the database at place, made anew where it is not the blog's; in memory where place is None.

        is_kept tells whether it outlives this process: where place cannot be written it is in memory too.
        """
        self._lock = threading.Lock()
        kept = _opened(root, place) if place is not None else None
        self.is_kept = kept is not None
        self._connection = kept or _made(_connect(":memory:"), root)
        self._words = _connect(":memory:")
        self._words.execute("CREATE VIRTUAL TABLE words USING fts5 (word, tokenize = 'unicode61')")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, suppress(sqlite3.Error):
            self._words.close()
            self._connection.close()

    def summaries(self) -> tuple[ArticleSummary, ...]:
        """Answer what the list shows of every article."""
        rows = self._ask(f"SELECT {_COLUMNS} FROM articles")  # noqa: S608
        return tuple(summary_of_row((os.fsdecode(path), *others)) for path, *others in rows)

    def stamps(self) -> dict[str, Stamp]:
        """Answer the states in which the articles were read, by their paths."""
        rows = self._ask("SELECT path, modified, size FROM articles")
        return {os.fsdecode(path): (modified, size) for path, modified, size in rows}

    def put(self, readings: Iterable[Reading]) -> None:
        """Keep articles, in place of what was kept of them."""
        rows = [row_of(reading) for reading in readings]
        with self._writing() as connection:
            for path, *kept, head, body in rows:
                _remove(connection, path)
                cursor = connection.execute(_INSERT, (os.fsencode(path), *kept))
                title = kept[2]
                connection.execute(
                    "INSERT INTO texts (rowid, title, head, body) VALUES (?, ?, ?, ?)",
                    (cursor.lastrowid, title, head, body),
                )

    def remove(self, paths: Iterable[str]) -> None:
        """Forget articles."""
        with self._writing() as connection:
            for path in paths:
                _remove(connection, path)

    def find(self, typed: str) -> Found:
        """Answer the articles that hold what a writer typed, best first."""
        expression = self._expression(typed)
        if not expression:
            return Found(typed)
        if self._numbers(_COUNT, expression)[0] <= _MOST_RANKED:
            return Found(typed, self._numbers(_RANKED, expression))
        titled = self._numbers(_RANKED, f"{{title head}} : ({expression})")
        return Found(typed, tuple(dict.fromkeys((*titled, *self._numbers(_FOUND, expression)))))

    def _numbers(self, question: str, expression: str) -> tuple[int, ...]:
        return tuple(number for (number,) in self._ask(question, expression))

    def hits(self, found: Found, first: int, count: int) -> tuple[Hit, ...]:
        """Answer so many of what was found, from first on; what is gone meanwhile is left out."""
        numbers = found.numbers[first : first + count]
        expression = self._expression(found.typed)
        marked = ", ".join(f"highlight(texts, {column}, ?, ?)" for column in range(3))
        ask = f"""SELECT articles.id, path, {marked} FROM texts JOIN articles ON articles.id = texts.rowid
            WHERE texts MATCH ? AND texts.rowid IN ({", ".join("?" * len(numbers))})"""  # noqa: S608
        rows = self._ask(ask, *[HIT_START, HIT_END] * 3, expression, *numbers) if numbers else []
        by_number = {number: _hit(*row) for number, *row in rows}
        return tuple(by_number[number] for number in numbers if number in by_number)

    def _expression(self, typed: str) -> str:
        return expression_of(typed, self._has_words)

    def _has_words(self, text: str) -> bool:
        """Whether FTS5 takes something of a text for a word: it finds no place for a phrase without any."""
        with self._lock, _told():
            self._words.execute("DELETE FROM words")
            self._words.execute("INSERT INTO words VALUES (?)", (text,))
            ask = "SELECT count(*) FROM words WHERE words MATCH ?"
            return bool(self._words.execute(ask, ('"' + text.replace('"', '""') + '"',)).fetchone()[0])

    def _ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock, _told():
            return self._connection.execute(question, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def place_of_index(cache: Path, root: Path) -> Path:
    """Answer the file of the database of the blog at root, in the user's cache folder."""
    return cache / _FOLDER / f"{hashlib.sha256(os.fsencode(root)).hexdigest()[:24]}{_SUFFIX}"


def discard(place: Path) -> None:
    """Throw the database at place away, with what SQLite keeps beside it; what cannot be is left."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            place.with_name(place.name + ending).unlink(missing_ok=True)


def forget_old(cache: Path, now: float) -> None:
    """Throw away the databases that nobody opened for half a year; now is in seconds since 1970."""
    with suppress(OSError):
        for place in sorted((cache / _FOLDER).glob(f"*{_SUFFIX}")):
            if now - place.stat().st_mtime > _LONGEST_UNUSED:
                discard(place)


def _opened(root: Path, place: Path) -> sqlite3.Connection | None:
    """Answer the connection to the database at place, None where the place does not take one."""
    for _ in range(2):
        connection = None
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(str(place))
            # One process has it, so that its log needs no memory shared with others, as on network disks.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if _is_new(connection):
                return _made(connection, root)
            if _is_of(connection, root):
                os.utime(place)
                return connection
        except OSError:
            return None
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & _FIRST_BYTE in _OF_THE_PLACE:
                _close(connection)
                return None
            # Else it is some other file, or a damaged one.
        _close(connection)
        discard(place)
    return None


def _connect(place: str) -> sqlite3.Connection:
    # Whoever uses a connection holds a lock; transactions are begun where they are meant.
    return sqlite3.connect(place, timeout=0, isolation_level=None, check_same_thread=False)


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        with suppress(sqlite3.Error):
            connection.close()


def _is_new(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _is_of(connection: sqlite3.Connection, root: Path) -> bool:
    marks = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    if marks != [_APPLICATION, VERSION]:
        return False
    connection.execute("BEGIN IMMEDIATE")  # so that a file that can only be read shows it now
    connection.execute("ROLLBACK")
    return connection.execute("SELECT root FROM blog").fetchall() == [(os.fsencode(root),)]


def _made(connection: sqlite3.Connection, root: Path) -> sqlite3.Connection:
    connection.executescript(f"BEGIN; {_TABLES}")
    connection.execute("INSERT INTO blog VALUES (?)", (os.fsencode(root),))
    connection.execute("COMMIT")
    return connection


def _remove(connection: sqlite3.Connection, path: str) -> None:
    for (number,) in connection.execute(
        "SELECT id FROM articles WHERE path = ?", (os.fsencode(path),)
    ).fetchall():
        connection.execute("DELETE FROM texts WHERE rowid = ?", (number,))
        connection.execute("DELETE FROM articles WHERE id = ?", (number,))


def _hit(path: bytes, title: str, head: str, body: str) -> Hit:
    in_body = passage_of(body)
    in_head = passage_of(head) if in_body == NO_PASSAGE else NO_PASSAGE
    return Hit(
        Path(os.fsdecode(path)),
        whole(title),
        in_head if in_head.marks else in_body,
        is_in_body=bool(in_body.marks),
    )


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise DamagedIndex(str(error)) from error
