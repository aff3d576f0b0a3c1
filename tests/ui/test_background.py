from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread

from editor.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot  # the application must be there
    background = Background()
    yield background
    background.finish()
    background.deleteLater()


def _unexpected(thing: object) -> None:
    pytest.fail(repr(thing))


def test_work_is_done_elsewhere_and_answered_here(background: Background, qtbot: QtBot) -> None:
    here, answers = QThread.currentThread(), list[tuple[bool, bool]]()

    def take(worked_here: bool) -> None:
        answers.append((worked_here, QThread.currentThread() is here))

    background.run("key", lambda: QThread.currentThread() is here, take, _unexpected)
    assert background.is_busy("key")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(False, True)]
    assert not background.is_busy("key")


def test_an_error_is_delivered(background: Background, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    background.run("key", lambda: 1 // 0, _unexpected, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    assert not background.is_busy("key")


def test_a_newer_call_silences_the_older(background: Background, qtbot: QtBot) -> None:
    go_on, answers = threading.Event(), list[str]()
    background.run("key", lambda: go_on.wait() and "older", _unexpected, _unexpected)
    background.run("key", lambda: "newer", answers.append, _unexpected)
    background.run("other key", lambda: "other", answers.append, _unexpected)
    qtbot.waitUntil(lambda: len(answers) == 2)
    go_on.set()
    background.run("last", lambda: "last", answers.append, _unexpected)
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert sorted(answers) == ["last", "newer", "other"]


@pytest.mark.parametrize("work", [lambda: "done", lambda: 1 // 0])
def test_what_is_cancelled_says_nothing(
    background: Background, qtbot: QtBot, work: Callable[[], object]
) -> None:
    answers: list[str] = []
    background.run("key", work, _unexpected, _unexpected)
    background.cancel("key")
    assert not background.is_busy("key")
    background.run("other", lambda: "other", answers.append, _unexpected)
    qtbot.waitUntil(lambda: bool(answers))


def test_the_next_call_may_come_from_the_answer(background: Background, qtbot: QtBot) -> None:
    answers: list[str] = []

    def ask_again(answer: str) -> None:
        answers.append(answer)
        background.run("key", lambda: "second", answers.append, _unexpected)

    background.run("key", lambda: "first", ask_again, _unexpected)
    qtbot.waitUntil(lambda: answers == ["first", "second"])


def test_finish_waits_and_silences(background: Background) -> None:
    done: list[str] = []
    background.run("key", lambda: done.append("work"), _unexpected, _unexpected)
    background.finish()
    assert done == ["work"]
    assert not background.is_busy("key")


def test_what_takes_long_is_told_when_the_program_ends(background: Background) -> None:
    looks: list[bool] = []
    begun = threading.Event()

    def work() -> None:
        begun.set()
        while background.goes_on():
            begun.wait(0.001)
        looks.append(background.goes_on())

    background.run("key", work, _unexpected, _unexpected)
    begun.wait()
    assert background.goes_on()
    background.finish()
    assert looks == [False]
