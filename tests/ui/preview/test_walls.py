"""What keeps a hostile article in: several walls, and each of them stands without the others.

Everything that articles are known to try is shown by the real preview, in processes where walls are taken
down. Where all are down the attacks work: what is shown of the walls is not owed to blunt attacks.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from editor.ui.preview.addresses import PAGE, SCHEME
from tests.ui.preview.payloads import REQUESTS_THAT_COME, SCRIPTS_THAT_RUN

WALLS: Final = ("policy", "guard", "scripts", "disarm", "navigation")
ROOT: Final = Path(__file__).parents[3]
_CASES: Final = {
    "resolver": (WALLS, *(tuple(wall for wall in WALLS if wall != down) for down in WALLS), ()),
    "no-resolver": ((), ("policy", "navigation"), ("guard",), ("scripts",)),
}

Outcome = dict[str, Any]


@pytest.fixture(scope="module")
def outcomes() -> dict[tuple[str, tuple[str, ...]], Outcome]:
    """Answer what came of the attacks, by whether hosts were found and by the walls that stood."""
    script = Path(__file__).with_name("walls.py")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("QTWEBENGINE_CHROMIUM_FLAGS", None)  # this process has told its own engine
    attacks = {}
    for resolver, sets in _CASES.items():
        command = [sys.executable, str(script), resolver, *(",".join(walls) for walls in sets)]
        attacks[resolver] = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=ROOT
        )
    found: dict[tuple[str, tuple[str, ...]], Outcome] = {}
    for resolver, attack in attacks.items():
        output, errors = attack.communicate()
        lines = output.splitlines()
        assert len(lines) == len(_CASES[resolver]), errors
        found |= {(resolver, it): json.loads(line) for it, line in zip(_CASES[resolver], lines, strict=True)}
    return found


@pytest.mark.parametrize("down", [None, *WALLS])
def test_no_script_runs_and_no_request_leaves_whichever_wall_is_down(
    down: str | None, outcomes: dict[tuple[str, tuple[str, ...]], Outcome]
) -> None:
    outcome = outcomes["resolver", tuple(wall for wall in WALLS if wall != down)]
    assert outcome["shown"] > 250
    assert outcome["ran"] == []
    assert outcome["requests"] == []
    assert outcome["connections"] == 0
    assert outcome["links"] == []
    assert outcome["served"] == []
    assert outcome["place"].startswith(PAGE)
    assert [address for address in outcome["asked"] if not address.startswith(f"{SCHEME}://")] == []


def test_without_any_wall_the_attacks_work(outcomes: dict[tuple[str, tuple[str, ...]], Outcome]) -> None:
    outcome = outcomes["no-resolver", ()]
    assert set(outcome["ran"]) >= SCRIPTS_THAT_RUN
    assert set(outcome["requests"]) >= REQUESTS_THAT_COME | {"/fetch-meta-refresh"}
    assert not outcome["place"].startswith(PAGE)


def test_the_policy_alone_stops_scripts_and_with_the_refusal_to_be_led_away_requests(
    outcomes: dict[tuple[str, tuple[str, ...]], Outcome],
) -> None:
    outcome = outcomes["no-resolver", ("policy", "navigation")]
    assert (outcome["ran"], outcome["requests"]) == ([], [])


def test_the_guard_alone_stops_requests(outcomes: dict[tuple[str, tuple[str, ...]], Outcome]) -> None:
    assert outcomes["no-resolver", ("guard",)]["requests"] == []


def test_scripts_switched_off_alone_do_not_run(outcomes: dict[tuple[str, tuple[str, ...]], Outcome]) -> None:
    assert outcomes["no-resolver", ("scripts",)]["ran"] == []


def test_where_no_host_is_found_nobody_is_reached(
    outcomes: dict[tuple[str, tuple[str, ...]], Outcome],
) -> None:
    outcome = outcomes["resolver", ()]
    assert outcome["ran"]
    assert (outcome["connections"], outcome["requests"]) == (0, [])
