"""What holds for every test: warnings in the log fail it, hypothesis draws the same examples everywhere."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

hypothesis.settings.register_profile("gate", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile(
    "judge",
    deadline=None,
    database=None,
    max_examples=10_000,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("gate")

_FAILED: pytest.StashKey[bool] = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


def has_failed(item: pytest.Item) -> bool:
    """Whether the test failed already: what it then leaves behind tells nothing."""
    return item.stash.get(_FAILED, False)


@pytest.fixture
def expected_log_warnings() -> list[str]:
    return []


@pytest.fixture
def expect_log_warning(expected_log_warnings: list[str]) -> Callable[[str], None]:
    """Answer a function that announces a log record of level WARNING or above, by a regular expression."""
    return expected_log_warnings.append


@pytest.fixture(autouse=True)
def no_other_log_warnings(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture, expected_log_warnings: list[str]
) -> Iterator[None]:
    """Fail a test that logs a warning nobody announced, or does not log an announced one."""
    yield
    if has_failed(request.node):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.get_records("teardown")]
    messages = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    unexpected = [text for text in messages if not any(re.search(it, text) for it in expected_log_warnings)]
    missing = [it for it in expected_log_warnings if not any(re.search(it, text) for text in messages)]
    assert not unexpected, f"unexpected log warnings: {unexpected}"
    assert not missing, f"announced log warnings that did not come: {missing}"
