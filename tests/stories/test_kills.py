"""A program that is killed while it is typed in loses nothing that is older than a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.stories.killing import kill_round

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(10))
def test_every_letter_older_than_a_second_is_found_after_a_kill(seed: int, tmp_path: Path) -> None:
    found = kill_round(seed, tmp_path)
    assert found.is_kept, found
