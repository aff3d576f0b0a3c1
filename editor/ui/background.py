"""Slow work off the GUI thread: the one door to threads."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def raised(error: Exception) -> None:
    """Raise an error that nobody expected in the thread of the caller."""
    raise error


class _Job(QRunnable):
    """One piece of work and the number of the call that asked for it."""

    def __init__(
        self, work: Callable[[], object], deliver: Callable[[object, Exception | None], None]
    ) -> None:
        super().__init__()
        self._work = work
        self._deliver = deliver

    def run(self) -> None:
        """Do the work in the pool's thread and send what came of it."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs to the caller's thread
            self._deliver(None, error)
        else:
            self._deliver(result, None)


class Background(QObject):
    """Runs pure functions in threads; of two calls with one key only the newer one answers."""

    _finished = Signal(str, int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._end = Event()
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, tuple[Callable[[object], None], Callable[[Exception], None]]] = {}
        self._finished.connect(self._deliver)

    def run(
        self,
        key: str,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] = raised,
    ) -> None:
        """Do work in a thread, then call done with its result, or failed with its exception, in this thread.

        A newer call with the same key silences this one.
        """
        number = self._numbers.get(key, 0) + 1
        self._numbers[key] = number
        self._waiting[key] = (done, failed)  # type: ignore[assignment] # the key ties done to work's result
        self._pool.start(_Job(work, lambda result, error: self._finished.emit(key, number, result, error)))

    def cancel(self, key: str) -> None:
        """Silence the newest call with key."""
        self._waiting.pop(key, None)
        self._numbers[key] = self._numbers.get(key, 0) + 1

    def is_busy(self, key: str) -> bool:
        """Whether the newest call with key has not answered yet."""
        return key in self._waiting

    def is_any_busy(self, beginning: str) -> bool:
        """Whether the newest call with any key of this beginning has not answered yet."""
        return any(key.startswith(beginning) for key in self._waiting)

    def goes_on(self) -> bool:
        """Answer in any thread whether the program goes on: else nobody waits for what takes long."""
        return not self._end.is_set()

    def finish(self) -> None:
        """Silence every call and wait until the threads stand still; for the end of the program."""
        self._end.set()
        for key in tuple(self._waiting):
            self.cancel(key)
        self._pool.waitForDone()

    def _deliver(self, key: str, number: int, result: object, error: Exception | None) -> None:
        if self._numbers.get(key) != number:
            return
        done, failed = self._waiting.pop(key)
        if error is None:
            done(result)
        else:
            failed(error)
